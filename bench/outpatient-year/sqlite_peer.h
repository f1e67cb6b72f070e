// The same year in SQLite: an in-memory table and window functions.
//
// The shared deductible in SQL: what fills the first 500 is common to all levels, what fills 500 to 800 comes from
// levels two and three alone, after the first part; both are running sums. The cap is a running sum, too.
#pragma once

#include <cstdint>
#include <vector>

#include <sqlite3.h>

#include "bench/harness.h"
#include "bench/outpatient-year/claims.h"

namespace yidan::bench {

inline constexpr const char* kYearSql = R"sql(
with based as (
  select seq, person, level, retired,
         scope - case when temporary = 1 then (scope * 100000 + 500000) / 1000000 else 0 end as base
  from claims),
first as (
  select *, sum(base) over w as filled
  from based window w as (partition by person order by seq rows unbounded preceding)),
low as (
  select *, min(50000, filled) - min(50000, filled - base) as part500 from first),
rest as (
  select *, case when level >= 2 then base - part500 else 0 end as offered from low),
high as (
  select *, sum(offered) over w as offered_sum
  from rest window w as (partition by person order by seq rows unbounded preceding)),
counted as (
  select seq, person,
         ((base - part500 - (min(30000, offered_sum) - min(30000, offered_sum - offered)))
          * (case level when 1 then 700000 when 2 then 600000 else 500000 end + retired * 50000) + 500000) / 1000000
           as computed
  from high),
capped as (
  select computed, sum(computed) over (partition by person order by seq rows unbounded preceding) as computed_sum
  from counted)
select sum(min(180000, computed_sum) - min(180000, computed_sum - computed)) from capped
)sql";

class SqliteYear {
 public:
  explicit SqliteYear(const std::vector<OutpatientClaim>& claims) {
    require(sqlite3_open(":memory:", &database_) == SQLITE_OK, "SQLite does not open");
    execute(
        "create table claims(seq integer primary key, person int, level int, temporary int, retired int, scope int)");
    execute("begin");
    sqlite3_stmt* insert = prepare("insert into claims values(?,?,?,?,?,?)");
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const std::int64_t row[] = {static_cast<std::int64_t>(i), claims[i].person,  claims[i].level,
                                  claims[i].temporary,          claims[i].retired, claims[i].scope};
      for (int column = 0; column < 6; ++column) sqlite3_bind_int64(insert, column + 1, row[column]);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    execute("commit");
  }
  ~SqliteYear() { sqlite3_close(database_); }
  SqliteYear(const SqliteYear&) = delete;
  SqliteYear& operator=(const SqliteYear&) = delete;

  [[nodiscard]] std::int64_t total() {
    sqlite3_stmt* query = prepare(kYearSql);
    require(sqlite3_step(query) == SQLITE_ROW, "SQLite gives no row");
    const std::int64_t sum = sqlite3_column_int64(query, 0);
    sqlite3_finalize(query);
    return sum;
  }

 private:
  void execute(const char* sql) {
    require(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(database_));
  }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) == SQLITE_OK, sqlite3_errmsg(database_));
    return statement;
  }

  sqlite3* database_ = nullptr;
};

// The table is filled once; only the query is the contender's work.
inline std::int64_t sqlite_total(const std::vector<OutpatientClaim>& claims) {
  static SqliteYear year(claims);
  return year.total();
}

}  // namespace yidan::bench
