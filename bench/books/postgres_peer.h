// A PostgreSQL server of the run's own, and pgbench on it: the same rows without Yidan (peer.sql).
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "bench/books/clients.h"
#include "bench/books/scratch.h"
#include "store/postgres/private_postgres.h"

namespace yidan::bench {

// Debian's defaults, durable; a cache that holds the books as SQLite's pages are held by the system.
inline std::vector<std::string> server_settings() {
  return {"shared_buffers=1GB", "max_wal_size=8GB", "max_connections=100"};
}

class PostgresPeer {
 public:
  // In the database with Yidan's books, whose bills it takes as its model.
  PostgresPeer(const store::testing::PrivatePostgres& server, const std::string& database, const Scratch& scratch)
      : server_(server), database_(database), folder_(scratch.file("pgbench")) {
    std::filesystem::create_directories(folder_);
    std::ifstream file(YIDAN_SOURCE_DIR "/bench/books/peer.sql");
    std::stringstream sql;
    sql << file.rdbuf();
    server_.execute(database_, sql.str());
  }

  // Five seconds; with `hot`, every bill also changes the balances of the funds it moves.
  Timing run(bool hot, std::size_t clients) {
    std::ofstream(folder_ + "/script") << "\\set person random(0, 19999)\nselect peer.settle(:person, "
                                       << (hot ? "true" : "false") << ");\n";
    const std::string command =
        "cd '" + folder_ + "' && rm -f log.* && $(ls /usr/lib/postgresql/*/bin/pgbench | sort -V | tail -n 1) -n" +
        " -M prepared -h '" + server_.socket_folder() + "' -U postgres -f script -l --log-prefix=log -j 2 -T 5 -c " +
        std::to_string(clients) + " " + database_ + " >out 2>err";
    require(std::system(command.c_str()) == 0, "pgbench fails");
    auto milliseconds = latencies();
    const double seconds = static_cast<double>(milliseconds.size()) / per_second();
    return timing_of(std::move(milliseconds), seconds);
  }

  // Tables and indices of a schema.
  [[nodiscard]] double bytes_of(const std::string& schema) const {
    return number("select sum(pg_relation_size(oid)) from pg_class where relnamespace = '" + schema +
                  "'::regnamespace");
  }
  [[nodiscard]] double rows_of(const std::string& table) const { return number("select count(*) from " + table); }

 private:
  [[nodiscard]] double number(const std::string& sql) const {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(PQconnectdb(server_.url(database_).c_str()), PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection.get(), sql.c_str()), PQclear);
    require(PQresultStatus(result.get()) == PGRES_TUPLES_OK, "a number of the database");
    return std::strtod(PQgetvalue(result.get(), 0, 0), nullptr);
  }

  [[nodiscard]] double per_second() const {
    std::ifstream out(folder_ + "/out");
    for (std::string line; std::getline(out, line);) {
      if (line.starts_with("tps = ")) return std::stod(line.substr(6));
    }
    require(false, "pgbench says nothing");
    return 0;
  }

  // Milliseconds; the third column of pgbench's logs has microseconds.
  [[nodiscard]] std::vector<double> latencies() const {
    std::vector<double> milliseconds;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      if (!entry.path().filename().string().starts_with("log.")) continue;
      std::ifstream log(entry.path());
      double client = 0;
      double number = 0;
      double microseconds = 0;
      for (std::string rest; log >> client >> number >> microseconds && std::getline(log, rest);) {
        milliseconds.push_back(microseconds / 1e3);
      }
    }
    return milliseconds;
  }

  const store::testing::PrivatePostgres& server_;
  std::string database_;
  std::string folder_;
};

}  // namespace yidan::bench
