// The cases of tests/cases/registers: entries that are opened, amended and moved on, and what lists and checks say of
// them on any day. One test a case, called after it. tests/cases/README.md has their form.
#include "operations/registers.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/counter_desk.h"
#include "tests/support/register_case.h"

namespace yidan::testing {
namespace {

using operations::RegisterBook;

// "agreement/A1": the register and the entry, or the check.
std::pair<std::string, std::string> named_in(const std::string& written) {
  const std::size_t mark = written.find('/');
  return {written.substr(0, mark), written.substr(mark + 1)};
}

class RegisterPlay {
 public:
  explicit RegisterPlay(const RegisterCase& of) : case_(of) {
    auto opened = store::open("memory:", store::Access::create, counting_clock());
    store_ = std::move(*opened);
    desk_ = open_desk(*store_);
  }

  void play() {
    for (const RegisterStep& step : case_.steps) {
      SCOPED_TRACE(step.at + ": " + step.act);
      if (step.act == "look") {
        look(step);
      } else {
        act(step);
      }
    }
    const auto verified = operations::verify(*desk_, always);
    ASSERT_TRUE(verified) << verified.error().message.en;
    EXPECT_FALSE(verified->difference) << verified->difference->what.en;
  }

 private:
  void act(const RegisterStep& step) {
    const YamlNode* times = step.said.find("times");
    const int count = times == nullptr ? 1 : std::stoi(times->text);
    for (int n = 1; n <= count; ++n) {
      const std::string key = "k" + std::to_string(++key_);
      const bool of_person = is_of_person(step.act);
      const std::string text = of_person ? person_request_of(step, key, n) : request_of(step, key, n);
      const auto asking = operations::read_asking(text, 1, shipped_policy());
      operations::Caller caller(*desk_, "Li");
      if (const YamlNode* today = step.then.find("today")) caller.today = *parse_date(today->text);
      const Said done = !asking.requests ? said(Result<operations::Answer>(std::unexpected(asking.requests.error())))
                        : of_person      ? said(operations::perform(caller, asking.requests->front()))
                                         : said(operations::perform(caller, *asking.entry));
      const YamlNode* refused = step.then.find("refused");
      EXPECT_EQ(done.done, refused == nullptr) << done.text;
      if (refused == nullptr) continue;
      for (const auto& [what, value] : refused->entries) {
        if (what.text == "code") {
          EXPECT_EQ(value.text, std::string(code_of(done.error))) << done.text;
        } else if (value.kind == YamlNode::Kind::list) {
          for (const YamlNode& each : value.items) EXPECT_NE(done.text.find(each.text), std::string::npos) << done.text;
        } else {
          EXPECT_NE(done.text.find(value.text), std::string::npos) << done.text;
        }
      }
    }
  }

  void look(const RegisterStep& step) {
    RegisterBook book(*desk_, Region(std::stoi(step.pool)));
    const auto of = named_in(text_at(step.said, "of"));
    const auto day = parse_date(text_at(step.said, "day"));
    ASSERT_TRUE(day);
    const policy::RegisterDefinition* definition = book.definition(of.first);
    ASSERT_NE(definition, nullptr) << of.first;
    if (of.second == "*") return look_at_list(step, book, *definition, *day);
    const auto check = std::ranges::find(definition->checks, of.second, &policy::RegisterCheck::name);
    if (check != definition->checks.end()) return look_at_check(step, book, *definition, *check, *day);
    look_at_entry(step, book, *definition, of.second, *day);
  }

  static void look_at_entry(const RegisterStep& step, RegisterBook& book, const policy::RegisterDefinition& definition,
                            const std::string& id, Date day) {
    const auto seen = book.entry(definition.name, id, day);
    ASSERT_TRUE(seen) << seen.error().message.en;
    const auto findings = check_entry(book.rules(definition), *seen, day);
    ASSERT_TRUE(findings) << findings.error().message.en;
    const registers::View& view = seen->view;
    for (const auto& [what, expected] : step.then.entries) {
      if (what.text == "state") {
        EXPECT_EQ(view.state, expected.text);
      } else if (what.text == "since") {
        EXPECT_EQ(to_text(view.since), expected.text);
      } else if (what.text == "due") {
        EXPECT_EQ(view.next ? to_text(view.next->due) : "none", expected.text);
      } else if (what.text == "late") {
        EXPECT_EQ(view.late.empty() ? 0 : view.late.back().done.days() - view.late.back().due.days(),
                  std::stoi(expected.text));
      } else if (what.text == "fields") {
        for (const auto& [name, value] : expected.entries) EXPECT_EQ(view.value(name.text), value.text) << name.text;
      } else if (what.text == "says") {
        std::string said;
        for (const registers::Finding& each : *findings) said += each.said.en + "\n";
        EXPECT_NE(said.find(expected.text), std::string::npos) << said;
      } else if (what.text == "findings") {
        std::set<std::string> found;
        for (const registers::Finding& each : *findings) found.insert(each.check->name);
        std::set<std::string> wanted;
        for (const YamlNode& each : expected.items) wanted.insert(each.text);
        EXPECT_EQ(found, wanted);
      } else {
        ADD_FAILURE() << "unknown expectation '" << what.text << "'";
      }
    }
  }

  static void look_at_check(const RegisterStep& step, RegisterBook& book, const policy::RegisterDefinition& definition,
                            const policy::RegisterCheck& check, Date day) {
    const auto coverage = check_register(book.rules(definition), check, day);
    ASSERT_TRUE(coverage) << coverage.error().message.en;
    for (const auto& [what, expected] : step.then.entries) {
      if (what.text == "all") {
        EXPECT_EQ(std::to_string(coverage->all), expected.text);
      } else if (what.text == "held") {
        EXPECT_EQ(std::to_string(coverage->held), expected.text);
      } else if (what.text == "share") {
        EXPECT_EQ(exchange::share_of(*coverage), expected.text);
      } else if (what.text == "overdue") {
        EXPECT_EQ(std::to_string(coverage->days_overdue), expected.text);
      } else if (what.text == "says") {
        std::string said;
        for (const registers::Finding& each : coverage->findings) said += each.entry + " " + each.said.en + "\n";
        EXPECT_NE(said.find(expected.text), std::string::npos) << said;
      } else if (what.text == "missing") {
        std::set<std::string> found;
        for (const registers::Finding& each : coverage->findings) found.insert(each.entry);
        std::set<std::string> wanted;
        for (const YamlNode& each : expected.items) wanted.insert(each.text);
        EXPECT_EQ(found, wanted);
      } else {
        ADD_FAILURE() << "unknown expectation '" << what.text << "'";
      }
    }
  }

  static void look_at_list(const RegisterStep& step, RegisterBook& book, const policy::RegisterDefinition& definition,
                           Date day) {
    RegisterBook::Wanted wanted;
    if (const YamlNode* state = step.said.find("state")) wanted.state = state->text;
    wanted.overdue = step.said.find("overdue") != nullptr;
    std::set<std::string> found;
    const auto done = book.list(definition, wanted, day, [&](const registers::Seen& each) {
      found.insert(each.id);
      return true;
    });
    ASSERT_TRUE(done) << done.error().message.en;
    std::set<std::string> entries;
    if (const YamlNode* list = step.then.find("entries")) {
      for (const YamlNode& each : list->items) entries.insert(each.text);
    }
    EXPECT_EQ(found, entries);
  }

  const RegisterCase& case_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<operations::Desk> desk_;
  int key_ = 0;
};

std::vector<std::filesystem::path> register_cases() {
  std::vector<std::filesystem::path> files;
  for (const auto& each : std::filesystem::directory_iterator(in_repository("tests/cases/registers"))) {
    files.push_back(each.path());
  }
  std::ranges::sort(files);
  return files;
}

class RegisterCases : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(RegisterCases, ComeToWhatTheySay) { RegisterPlay(read_register_case(GetParam())).play(); }

INSTANTIATE_TEST_SUITE_P(Files, RegisterCases, ::testing::ValuesIn(register_cases()), [](const auto& file) {
  std::string name = file.param.stem().string();
  std::ranges::replace_if(name, [](char each) { return std::isalnum(static_cast<unsigned char>(each)) == 0; }, '_');
  return name;
});

// Those of a batch that wait to be written are seen by those that come after them, also after a row for whose sake they
// were written.
TEST(Registers, LY_3_5_c_HoldsWithinABatch) {
  const auto store = store::open("memory:", store::Access::create, counting_clock());
  const auto desk = open_desk(**store);
  const auto row = [](const char* reg, const char* entry, registers::Written fields) {
    exchange::RegisterRequest request{.pool = Region(371300), .reg = reg, .entry = entry};
    request.told.on = *parse_date("2021-11-30");
    request.told.by = Role::designation;
    request.fields = std::move(fields);
    request.content = content_of(request);
    request.key = std::string("batch/") + entry;
    return request;
  };
  const registers::Written agreement{{"provider", {"H1"}}, {"received", {"2021-11-30"}}};
  const std::vector<exchange::RegisterRequest> rows{
      row("institution", "H1", {{"name", {"兰山医院"}}, {"kind", {"hospital"}}, {"region", {"371302"}}}),
      row("agreement", "A1", agreement), row("agreement", "A2", agreement), row("agreement", "A1", agreement)};
  const auto loaded = operations::load(*desk, rows);
  ASSERT_TRUE(loaded) << loaded.error().message.en;
  EXPECT_EQ(loaded->done, 2U);
  EXPECT_EQ(loaded->again, 1U) << "the last row is the second once more";
  ASSERT_EQ(loaded->refused.size(), 1U);
  EXPECT_EQ(loaded->refused.front().row, 2U);
  EXPECT_NE(loaded->refused.front().error.message.en.find("LY-3.5-c"), std::string::npos);
}

// Cited means that a case would fail without it.
TEST(Registers, EveryCheckIsProvedByACase) {
  std::set<std::string> proved;
  for (const auto& file : register_cases()) {
    const RegisterCase read = read_register_case(file);
    proved.insert(read.proves.begin(), read.proves.end());
  }
  std::set<std::string> checks;
  for (const auto& [name, files] : policy::read_registers(shipped_packs()).files) {
    for (const policy::RegisterDefinition& file : files) {
      for (const policy::RegisterCheck& check : file.checks) checks.insert(name + "/" + check.name);
    }
  }
  EXPECT_EQ(proved, checks);
}

}  // namespace
}  // namespace yidan::testing
