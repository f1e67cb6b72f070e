// PostgreSQL for tests: databases on one server for a whole run, and servers of a test's own, to be stopped and killed.
//
// A server is started on first use, in a temporary folder, on a Unix socket alone, durable as in earnest (fsync is on),
// and stopped when the process ends, however it ends; with the thread that started it, so let that be the main thread.
// It does not run as root: a root starts it as the user `postgres`, whom Debian's package creates. Throws when
// PostgreSQL is not installed.
#pragma once

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <libpq-fe.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace yidan::store::testing {

// Names the folder of the server that serves the whole run (tests/with_postgres.cpp).
inline constexpr const char* kServerOfTheRun = "YIDAN_TEST_POSTGRES";

// A server that is there; its socket is in a folder, under the name ".s.PGSQL.5432".
class PostgresServer {
 public:
  explicit PostgresServer(std::string folder) : folder_(std::move(folder)) {}

  // An empty database, and its URL.
  std::string new_database() {
    const std::string name = "books_" + std::to_string(::getpid()) + "_" + std::to_string(++databases_);
    execute("postgres", "create database " + name);
    return url(name);
  }
  [[nodiscard]] std::string url(const std::string& database) const {
    return "postgresql://postgres@/" + database + "?host=" + folder_;
  }
  [[nodiscard]] const std::string& socket_folder() const { return folder_; }
  // Plain SQL, on a connection of its own; throws when it fails.
  void execute(const std::string& database, const std::string& sql) const { execute_on(url(database), sql); }
  static void execute_on(const std::string& url, const std::string& sql) {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(PQconnectdb(url.c_str()), PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection.get(), sql.c_str()), PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
      throw std::runtime_error(sql + ": " + PQerrorMessage(connection.get()));
  }

 protected:
  PostgresServer() = default;

  std::string folder_;

 private:
  int databases_ = 0;
};

class PrivatePostgres : public PostgresServer {
 public:
  // Settings as in `postgres -c`: "shared_buffers=1GB".
  explicit PrivatePostgres(std::vector<std::string> settings = {}) : settings_(std::move(settings)) {
    make_folder();
    if (const char* run = std::getenv(kServerOfTheRun)) {
      execute_program({"cp", "-r", fresh(run), data()});  // much quicker than to make the same once more
    } else {
      execute_program({program("initdb"), "--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8",
                       "--locale=C.UTF-8", "--pgdata=" + data()});
    }
    start();
  }
  ~PrivatePostgres() {
    if (server_ > 0) stop(SIGQUIT);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  PrivatePostgres(const PrivatePostgres&) = delete;
  PrivatePostgres& operator=(const PrivatePostgres&) = delete;

  // The one of this process, which its tests may stop as long as they start it again.
  static PrivatePostgres& instance() {
    static PrivatePostgres server;
    return server;
  }

  // SIGINT: connections are cut and what is under way is undone; SIGQUIT: as if the machine had lost its power.
  void stop(int signal = SIGINT) {
    ::kill(server_, signal);
    ::waitpid(server_, nullptr, 0);
    server_ = -1;
  }
  void start() {
    std::vector<std::string> command{program("postgres"), "-D", data(), "-k", folder_, "-c", "listen_addresses="};
    for (const std::string& setting : settings_) command.insert(command.end(), {"-c", setting});
    server_ = spawn(command);
    wait_until_ready();
  }

  // Makes this the server of the run: the programs that this process starts from now on find it, and a copy of its
  // files as they are while it is stopped.
  void serve_the_run() {
    stop();
    execute_program({"cp", "-r", data(), fresh(folder_)});
    start();
    ::setenv(kServerOfTheRun, folder_.c_str(), 1);
  }

 private:
  [[nodiscard]] std::string data() const { return folder_ + "/data"; }
  static std::string fresh(const std::string& folder) { return folder + "/fresh"; }

  // The newest that is installed as Debian does.
  static std::string program(const std::string& name) {
    std::filesystem::path newest;
    int version = 0;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql", none)) {
      const int found = std::atoi(entry.path().filename().c_str());
      if (found <= version || !std::filesystem::exists(entry.path() / "bin" / name)) continue;
      version = found;
      newest = entry.path() / "bin" / name;
    }
    if (version == 0) throw std::runtime_error("PostgreSQL is not installed: tools/install_packages.sh test");
    return newest;
  }

  void make_folder() {
    folder_ = (std::filesystem::temp_directory_path() / "yidan-pg-XXXXXX").string();
    if (::mkdtemp(folder_.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    if (::geteuid() == 0 && std::system(("chown postgres: " + folder_).c_str()) != 0)
      throw std::runtime_error("there is no user postgres: tools/install_packages.sh test");
  }

  // A child that gets SIGQUIT when this process ends.
  [[nodiscard]] pid_t spawn(std::vector<std::string> command) const {
    if (::geteuid() == 0) {
      const std::vector<std::string> as_postgres{"setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups",
                                                 "--pdeathsig=SIGQUIT"};
      command.insert(command.begin(), as_postgres.begin(), as_postgres.end());
    }
    std::vector<char*> arguments;
    for (std::string& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("cannot start " + command.front());
    if (child == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
      if (::chdir("/") != 0 || std::freopen("/dev/null", "a", stdout) == nullptr || ::dup2(1, 2) < 0) ::_exit(1);
      ::execvp(arguments[0], arguments.data());
      ::_exit(1);
    }
    return child;
  }

  void execute_program(const std::vector<std::string>& command) const {
    int status = 0;
    if (::waitpid(spawn(command), &status, 0) < 0 || status != 0)
      throw std::runtime_error(command.front() + " failed with status " + std::to_string(status));
  }

  void wait_until_ready() {
    constexpr int tries = 3000;
    for (int i = 0; i < tries; ++i) {
      if (PQping(url("postgres").c_str()) == PQPING_OK) return;
      if (::waitpid(server_, nullptr, WNOHANG) == server_) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    throw std::runtime_error("the PostgreSQL server of the tests does not start");
  }

  std::vector<std::string> settings_;
  pid_t server_ = -1;
};

// Where tests make databases: the server of the run, or, in a program that was started by hand, one of its own.
inline PostgresServer& server_of_tests() {
  const char* run = std::getenv(kServerOfTheRun);
  if (run == nullptr) return PrivatePostgres::instance();
  static PostgresServer server(run);
  return server;
}

}  // namespace yidan::store::testing
