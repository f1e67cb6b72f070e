// How PostgreSQL goes about every statement that the store sends, as it says itself (auto_explain): nothing may grow
// with the square of what is kept. Within what is done for each row of something else, a table is looked up by a key or
// an index. Walks of whole tables are priced out of the way, so that what is left of them has no index to be done by.
#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "base/json.h"
#include "store/asked_for_all.h"

namespace yidan::store::testing {
namespace {

using json::Value;

std::string_view text_of(const Value& node, std::string_view key) {
  for (const auto& member : node.members()) {
    if (member.key == key) return member.value.text;
  }
  return {};
}
bool has(const Value& node, std::string_view key) {
  return std::ranges::any_of(node.members(), [key](const auto& member) { return member.key == key; });
}

// Whether all rows of a table are looked at. Packs and settings are a handful.
bool walks_a_table(const Value& node) {
  const std::string_view table = text_of(node, "Relation Name");
  if (table.empty() || table == "policy" || table == "setting" || table == "version") return false;
  return text_of(node, "Node Type").contains("Scan") && !has(node, "Index Cond") && !has(node, "Recheck Cond");
}

// Why the statement may take more than one look at each row of a table; empty: it does not. `again`: what stands here
// is done for each row of something else.
std::string what_is_wrong(const Value& node, bool again = false) {
  if (again && walks_a_table(node)) {
    return std::string(text_of(node, "Node Type")) + " of " + std::string(text_of(node, "Relation Name"));
  }
  const bool loop = text_of(node, "Node Type") == "Nested Loop";
  for (const auto& member : node.members()) {
    if (member.key != "Plans") continue;
    for (const Value& part : member.value.items()) {
      const std::string_view relation = text_of(part, "Parent Relationship");
      // What is kept for the next rounds is not looked at again in the table, but each of its rows is.
      const bool for_each = (loop && relation == "Inner") || relation == "SubPlan";
      if (auto wrong = what_is_wrong(part, again || for_each); !wrong.empty()) return wrong;
    }
  }
  return {};
}

// A server that writes down the plan of every statement.
class ExplainingPostgres : public PrivatePostgres {
 public:
  ExplainingPostgres()
      : PrivatePostgres({"session_preload_libraries=auto_explain", "auto_explain.log_min_duration=0",
                         "auto_explain.log_format=json", "auto_explain.log_nested_statements=on", "enable_seqscan=off",
                         "logging_collector=on", "log_destination=jsonlog", "log_directory=log", "fsync=off"}) {}

  // The lines of the log so far.
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(socket_folder() + "/data/log")) {
      if (entry.path().extension() != ".json") continue;
      std::ifstream log(entry.path());
      for (std::string line; std::getline(log, line);) all.push_back(std::move(line));
    }
    return all;
  }
};

struct Seen {
  std::size_t plans = 0;
  std::string wrong;
};

// Of the plans that are written down; the others are none.
Seen seen_in(const std::vector<std::string>& lines) {
  Seen seen;
  std::ostringstream wrong;
  for (const std::string& line : lines) {
    json::Document entry;
    const auto parsed = entry.parse(line);
    if (!parsed) continue;
    const std::string message(text_of(**parsed, "message"));
    const std::size_t at = message.find("plan:\n");
    if (at == std::string::npos) continue;
    json::Document document;
    const auto plan = document.parse(std::string_view(message).substr(at + 6));
    if (!plan) continue;
    const std::string sql(text_of(**plan, "Query Text"));
    if (!sql.contains("yidan.")) continue;
    ++seen.plans;
    for (const auto& member : (*plan)->members()) {
      if (member.key != "Plan") continue;
      const std::string why = what_is_wrong(member.value);
      if (!why.empty()) wrong << why << "\n  " << sql << "\n";
    }
  }
  seen.wrong = wrong.str();
  return seen;
}

TEST(PostgresPlans, OfEveryStatementLookEachRowUpOnce) {
  ExplainingPostgres server;
  const Place place(server);
  const auto store = place.opened();
  ask_for_all(*store);
  server.stop();  // the log is written to its end
  const Seen seen = seen_in(server.lines());
  EXPECT_EQ(seen.wrong, "");
  EXPECT_GT(seen.plans, 20U) << "the statements were heard";
  server.start();
}

TEST(PostgresPlans, ThatGrowWithTheSquareAreSeen) {
  const auto wrong_in = [](std::string_view text) {
    json::Document document;
    const auto plan = document.parse(text);
    return plan ? what_is_wrong(**plan) : "no plan";
  };
  EXPECT_NE(wrong_in(R"({"Node Type": "Nested Loop", "Plans": [
      {"Node Type": "Seq Scan", "Parent Relationship": "Outer", "Relation Name": "event"},
      {"Node Type": "Materialize", "Parent Relationship": "Inner", "Plans": [
        {"Node Type": "Seq Scan", "Parent Relationship": "Outer", "Relation Name": "item"}]}]})"),
            "");
  EXPECT_EQ(wrong_in(R"({"Node Type": "Nested Loop", "Plans": [
      {"Node Type": "Seq Scan", "Parent Relationship": "Outer", "Relation Name": "event"},
      {"Node Type": "Index Scan", "Parent Relationship": "Inner", "Relation Name": "item", "Index Cond": "x"}]})"),
            "");
}

}  // namespace
}  // namespace yidan::store::testing
