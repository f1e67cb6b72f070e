// The cases of tests/cases/decisions: what becomes of decisions on the values of the packs, act by act, and what the
// gate says. One test a case, called after the rows that it proves. tests/cases/README.md has their form.
#include "operations/decisions.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include <gtest/gtest.h>

#include "base/json_canonical.h"
#include "base/temporary_folder.h"
#include "tests/support/counter_desk.h"
#include "tests/support/decision_case.h"
#include "tests/support/part_check.h"

namespace yidan::testing {
namespace {

using operations::Caller;
using operations::Desk;

// Books with a gate, and a desk with the shipped packs.
class Gated {
 public:
  explicit Gated(const std::string& url = "memory:") {
    auto opened = store::open(url, store::Access::create, counting_clock());
    if (!opened) throw std::runtime_error(opened.error().message.en);
    store_ = std::move(*opened);
    auto desk = Desk::open(*store_, shipped_policy(), shipped_packs(), "test", Desk::Purpose::writing);
    if (!desk) throw std::runtime_error(desk.error().message.en);
    desk_ = std::move(*desk);
  }

  [[nodiscard]] store::Store& store() { return *store_; }
  [[nodiscard]] Desk& desk() { return *desk_; }

  Said hand_in(const std::string& text) {
    auto asking = operations::read_asking(text, 1, shipped_policy());
    if (!asking.requests) return said(Result<operations::Answer>(std::unexpected(asking.requests.error())));
    if (asking.decision) return said(operations::perform(Caller(*desk_, "Li"), *asking.decision));
    return said(operations::perform(*desk_, asking.requests->front()));
  }

  void expect_sound() {
    const auto verified = operations::verify(*desk_, always);
    ASSERT_TRUE(verified) << verified.error().message.en;
    EXPECT_FALSE(verified->difference) << verified->difference->what.en;
  }

 private:
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<Desk> desk_;
};

class PlayedDecisions {
 public:
  PlayedDecisions(const DecisionCase& of, Gated& books) : case_(of), books_(books) {}

  void play() {
    for (const DecisionStep& step : case_.steps) {
      SCOPED_TRACE(step.at + ": " + step.act);
      if (step.act == "adopt") {
        adopt(step);
      } else if (step.act == "look") {
        check(step.then, {});
      } else {
        perform(step);
      }
    }
  }

 private:
  // What `yidan init` does on that day.
  void adopt(const DecisionStep& step) {
    const auto on = parse_date(step.said.text);
    ASSERT_TRUE(on);
    for (const auto& each : operations::adopt_all(books_.desk(), *on)) {
      EXPECT_TRUE(each.answer) << each.answer.error().message.en;
    }
  }

  void perform(const DecisionStep& step) {
    const auto counts = *books_.store().counts();
    const Said said = books_.hand_in(request_of(step));
    const bool refused = step.then.find("refused") != nullptr;
    EXPECT_EQ(said.done, !refused) << said.text;
    if (!said.done) {
      EXPECT_EQ(*books_.store().counts(), counts) << "what is refused writes nothing";
    }
    check(step.then, said);
  }

  void check(const YamlNode& then, const Said& said) {
    for (const auto& [what, expected] : then.entries) {
      if (what.text == "refused") {
        check_refusal(expected, said);
      } else if (what.text == "answer") {
        check_answer(expected, said.text);
      } else if (what.text == "again") {
        EXPECT_EQ(expected.text, said.again ? "true" : "false");
      } else if (what.text == "register") {
        check_register(expected);
      } else if (what.text == "sheet") {
        check_sheet(expected);
      } else {
        ADD_FAILURE() << "unknown expectation '" << what.text << "'";
      }
    }
  }

  static void check_refusal(const YamlNode& expected, const Said& said) {
    for (const auto& [key, value] : expected.entries) {
      if (key.text == "code") {
        EXPECT_EQ(value.text, said.done ? "done" : std::string(code_of(said.error))) << said.text;
      } else if (key.text == "where") {
        EXPECT_EQ(value.text, said.where) << said.text;
      } else if (value.kind == YamlNode::Kind::list) {
        for (const YamlNode& each : value.items) EXPECT_NE(said.text.find(each.text), std::string::npos) << said.text;
      } else {
        EXPECT_NE(said.text.find(value.text), std::string::npos) << said.text;
      }
    }
  }

  static void compare(const YamlNode& expected, const std::string& text) {
    json::Document document;
    const auto answer = document.parse(text);
    ASSERT_TRUE(answer) << text;
    PartCheck check;
    check.compare("answer", expected, *answer);
    for (const std::string& difference : check.differences()) ADD_FAILURE() << difference << "\n" << text;
  }

  // Of checks and findings the clauses and the grade are told in one line each: "RZ-2.2-c: warn".
  static void check_answer(const YamlNode& expected, const std::string& text) {
    YamlNode parts{.kind = YamlNode::Kind::map};
    for (const auto& [key, value] : expected.entries) {
      if (key.text == "checks" || key.text == "findings") {
        check_found(key.text, value, text);
      } else {
        parts.entries.emplace_back(key, value);
      }
    }
    compare(parts, text);
  }

  static void check_found(const std::string& member, const YamlNode& expected, const std::string& text) {
    json::Document document;
    const auto answer = document.parse(text);
    ASSERT_TRUE(answer) << text;
    std::set<std::string> found;
    for (const json::Value* each : items_of(json::find(**answer, member))) {
      const std::string grade(json::text_in(*each, "grade"));
      for (const json::Value* clause : items_of(json::find(*each, "clauses")))
        found.insert(std::string(clause->text) + ": " + grade);
    }
    for (const auto& [clause, grade] : expected.entries) {
      EXPECT_TRUE(found.contains(clause.text + ": " + grade.text)) << clause.text << ": " << grade.text << "\n" << text;
    }
  }

  // By day, of each decision named the state in which it stood then.
  void check_register(const YamlNode& expected) {
    const auto kept = operations::decisions_of(books_.desk(), 0);
    ASSERT_TRUE(kept) << kept.error().message.en;
    for (const auto& [day, states] : expected.entries) {
      const auto text = operations::register_json(books_.desk(), *kept, *parse_date(day.text));
      ASSERT_TRUE(text) << text.error().message.en;
      json::Document document;
      const auto answer = document.parse(*text);
      std::map<std::string, std::string> found;
      for (const json::Value* each : items_of(json::find(**answer, "decisions"))) {
        found[std::string(json::text_in(*each, "decision"))] = json::text_in(*each, "state");
      }
      for (const auto& [id, state] : states.entries) {
        EXPECT_EQ(found.contains(id.text) ? found[id.text] : "absent", state.text) << id.text << " on " << day.text;
      }
    }
  }

  void check_sheet(const YamlNode& expected) {
    YamlNode parts{.kind = YamlNode::Kind::map};
    std::string id;
    std::string pool;
    std::string on;
    for (const auto& [key, value] : expected.entries) {
      if (key.text == "of") {
        id = value.text;
      } else if (key.text == "pool") {
        pool = value.text;
      } else if (key.text == "day") {
        on = value.text;
      } else {
        parts.entries.emplace_back(key, value);
      }
    }
    const auto kept = operations::decision_of(books_.desk(), Region(std::stoi(pool)), id);
    ASSERT_TRUE(kept) << kept.error().message.en;
    const auto sheet = operations::sheet_json(books_.desk(), *kept, *parse_date(on));
    ASSERT_TRUE(sheet) << sheet.error().message.en;
    check_answer(parts, *sheet);
  }

  const DecisionCase& case_;
  Gated& books_;
};

class Decisions : public ::testing::TestWithParam<std::filesystem::path> {
 protected:
  static void play(const std::string& url) {
    const DecisionCase decisions = read_decision_case(GetParam());
    EXPECT_FALSE(decisions.title.empty()) << "a case has a title";
    EXPECT_FALSE(decisions.ids.empty()) << "a case says what it proves";
    Gated books(url);
    PlayedDecisions(decisions, books).play();
    books.expect_sound();
  }
};

TEST_P(Decisions, ComeToWhatTheCaseExpects) { play("memory:"); }

TEST_P(Decisions, ComeToTheSameInSqlite) {
  const TemporaryFolder folder;
  play("sqlite:" + folder.in("books.db"));
}

// "RZ_2_1_b_a_district_decides".
std::string name_of(const std::filesystem::path& file) {
  std::string name = file.stem().string();
  std::ranges::replace_if(name, [](char c) { return c == '.' || c == '-'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, Decisions,
                         ::testing::ValuesIn(list_files(in_repository("tests/cases/decisions"), ".yaml")),
                         [](const auto& file) { return name_of(file.param); });

}  // namespace
}  // namespace yidan::testing
