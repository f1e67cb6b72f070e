// The rules by which the same tables can be spread over many servers (Citus, YugabyteDB), read off the catalogue of a
// real one: every table has a column by which its rows are spread, that column is part of every unique key, and no
// table refers to another.

#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "store/postgres/connection.h"
#include "store/test_support.h"

namespace yidan::store::testing {
namespace {

// By which column a table is spread.
const std::map<std::string, std::string>& spread_by() {
  static const std::map<std::string, std::string> columns{
      {"subject", "subject"}, {"state", "subject"},  {"facts", "subject"}, {"event", "subject"},
      {"item", "subject"},    {"key", "key"},        {"lane", "lane"},     {"feed", "lane"},
      {"day_sum", "lane"},    {"day_range", "lane"}, {"summed", "lane"}};
  return columns;
}

// Tables of which every server has a copy, and why that does not hurt.
const std::map<std::string, std::string>& copied() {
  static const std::map<std::string, std::string> reasons{{"policy", "some rows a year, read by all"},
                                                          {"setting", "a handful of rows, written by the operator"},
                                                          {"version", "one row, written by migrations"}};
  return reasons;
}

class Catalogue : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto store = place_.opened();
    auto opened = postgres::Connection::open(place_.url(), postgres::Session::scan, false);
    ASSERT_TRUE(opened);
    connection_ = std::move(*opened);
  }

  // What breaks the rules, by name.
  [[nodiscard]] std::set<std::string> faults() const {
    std::set<std::string> found;
    const auto tables =
        connection_->run({"tables",
                          "select relname::text from pg_class where relnamespace = 'yidan'::regnamespace"
                          " and relkind in ('r', 'p')"});
    for (int row = 0; row < tables->size(); ++row) {
      const std::string table = tables->text(row, 0);
      if (!spread_by().contains(table) && !copied().contains(table)) found.insert("unknown table " + table);
    }
    // A row a unique index and column of it.
    const auto columns =
        connection_->run({"columns",
                          "select t.relname::text, i.relname::text, a.attname::text from pg_index as x"
                          " join pg_class as t on t.oid = x.indrelid join pg_class as i on i.oid = x.indexrelid"
                          " join pg_attribute as a on a.attrelid = i.oid"
                          " where x.indisunique and t.relnamespace = 'yidan'::regnamespace"});
    std::map<std::pair<std::string, std::string>, std::set<std::string>> keys;
    for (int row = 0; row < columns->size(); ++row)
      keys[{columns->text(row, 0), columns->text(row, 1)}].insert(columns->text(row, 2));
    for (const auto& [names, of_index] : keys) {
      const auto column = spread_by().find(names.first);
      if (column != spread_by().end() && !of_index.contains(column->second))
        found.insert("unique index " + names.second);
    }
    const auto foreign = connection_->run({"foreign",
                                           "select conname::text from pg_constraint where contype = 'f'"
                                           " and connamespace = 'yidan'::regnamespace"});
    for (int row = 0; row < foreign->size(); ++row) found.insert("foreign key " + foreign->text(row, 0));
    return found;
  }

  Place place_{Kind::postgres};
  std::unique_ptr<postgres::Connection> connection_;
};

TEST_F(Catalogue, EveryTableCanBeSpreadByItsColumn) {
  EXPECT_EQ(faults(), std::set<std::string>{});
  for (const auto& [table, column] : spread_by()) {
    const std::string sql = "select " + column + " from yidan." + table + " limit 0";
    EXPECT_TRUE(connection_->execute(sql)) << table << " has no " << column;
  }
}

TEST_F(Catalogue, ATableThatBreaksTheRulesIsNoticed) {
  ASSERT_TRUE(connection_->execute(
      "create table yidan.bill (subject uuid, number bigint unique);"
      "create unique index event_key on yidan.event (key);"
      "alter table yidan.facts add constraint facts_of foreign key (subject) references yidan.subject (subject)"));
  EXPECT_EQ(faults(), (std::set<std::string>{"unknown table bill", "unique index event_key", "foreign key facts_of"}));
}

}  // namespace
}  // namespace yidan::store::testing
