// The case files of tests/cases/assist: applications for assistance, decided through a session and compared with what
// was reckoned by hand (semantics B8, readings E08 to E10).
//
//   title, clauses, why, case: as in tests/cases/good; the case has a record with applications
//   expect: the applications in the order of the answer, of each a part
//
// A list has the length and the order of the answer's; of an item only the keys given are compared. A reason is its
// code, what is not there is `absent`; `clauses` of an application are among those that it cites.

#include <set>

#include <gtest/gtest.h>

#include "exchange/assistance_session.h"
#include "testing/packs.h"
#include "tests/support/bill_check.h"
#include "tests/support/case_file.h"
#include "tests/support/part_check.h"

namespace yidan::testing {
namespace {

std::vector<std::filesystem::path> assist_files() { return list_files(in_repository("tests/cases/assist"), ".yaml"); }

std::string assist_text(std::string_view text, exchange::Form form = exchange::Form::json,
                        exchange::AssistanceOptions options = {}) {
  std::string out;
  exchange::AssistanceSession(shipped_policy(), options, form).assist(text, out);
  return out;
}

std::set<std::string> clauses_of(const json::Value& application) {
  std::set<std::string> clauses;
  for (const json::Value* clause : items_of(member(&application, "clauses"))) clauses.emplace(clause->text);
  return clauses;
}

// The days of the windows, [from, to); text of dates compares like dates.
struct Days {
  std::string from;
  std::string to;
};

bool contains(const std::vector<Days>& windows, const std::string& day) {
  return std::ranges::any_of(windows, [&day](const Days& days) { return days.from <= day && day < days.to; });
}

std::vector<Days> windows_of(const json::Value& application) {
  std::vector<Days> windows;
  for (const json::Value* period : items_of(member(&application, "window"))) {
    windows.push_back({scalar(member(period, "from")), scalar(member(period, "to"))});
  }
  return windows;
}

// What holds of every grant: the sums are those of its bills, whose days lie in its window; the limit is kept.
void expect_sums(const json::Value& grant, const std::string& where) {
  const std::vector<Days> windows = windows_of(grant);
  EXPECT_FALSE(windows.empty()) << where << ": a grant has a window";
  Money base;
  Money paid;
  for (const json::Value* bill : items_of(member(&grant, "bills"))) {
    const std::string day = scalar(member(bill, "rule_date"));
    if (scalar(member(bill, "counts")) == "false") {
      EXPECT_NE(text_of(member(bill, "reason")), "absent") << where << ": a bill that does not count says why";
      continue;
    }
    EXPECT_TRUE(contains(windows, day)) << where << ": " << day << " counts and lies outside the window";
    EXPECT_EQ(scalar(member(bill, "accumulated")), to_text(base)) << where << ": " << day;
    base += amount(member(bill, "base"));
    paid += amount(member(bill, "paid"));
  }
  EXPECT_EQ(scalar(member(&grant, "base_total")), to_text(base)) << where;
  EXPECT_EQ(scalar(member(&grant, "paid")), to_text(paid)) << where;
  EXPECT_LE(paid, amount(member(&grant, "limit"))) << where;
}

// No day is in two windows, no year has two grants.
void expect_no_overlap(const Items& applications, const std::string& where) {
  std::vector<Days> taken;
  std::set<std::string> years;
  for (const json::Value* application : applications) {
    if (scalar(member(application, "status")) != "granted") continue;
    EXPECT_TRUE(years.insert(scalar(member(application, "on")).substr(0, 4)).second) << where << ": two in a year";
    for (const Days& days : windows_of(*application)) {
      for (const Days& other : taken) {
        EXPECT_TRUE(days.to <= other.from || other.to <= days.from) << where << ": " << days.from << " is taken";
      }
      taken.push_back(days);
    }
  }
}

class AssistFiles : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(AssistFiles, AssistsAsReckoned) {
  const std::string name = GetParam().filename().string();
  const CaseFile file = read_case_file(GetParam());
  EXPECT_FALSE(file.title.empty()) << name << ": a case file has a title";
  ASSERT_FALSE(file.expect.items.empty()) << name << ": a case file expects applications";
  const std::string text = assist_text(file.json);
  json::Document document;
  const auto parsed = document.parse(text);
  ASSERT_TRUE(parsed) << name << ": the answer is no JSON: " << parsed.error().reason.en;
  ASSERT_EQ(member(*parsed, "status"), nullptr) << name << ": the case was rejected: " << text;
  const json::Value* list = member(*parsed, "applications");
  PartCheck check;
  check.compare(name + ".applications", file.expect, list);
  for (const std::string& difference : check.differences()) ADD_FAILURE() << difference;
  const Items applications = items_of(list);
  expect_no_overlap(applications, name);
  std::set<std::string> clauses;
  for (const json::Value* application : applications) {
    const std::string where = name + ", application of " + scalar(member(application, "on"));
    if (scalar(member(application, "status")) == "granted") expect_sums(*application, where);
    clauses.merge(clauses_of(*application));
  }
  for (const std::string& clause : file.clauses) {
    EXPECT_TRUE(clauses.contains(clause)) << name << ": no application cites " << clause;
  }
}

TEST_P(AssistFiles, ThePageSaysWhatTheAnswerSays) {
  const CaseFile file = read_case_file(GetParam());
  const std::string page = assist_text(file.json, exchange::Form::text);
  for (const policy::YamlNode& application : file.expect.items) {
    const policy::YamlNode* day = application.find("on");
    ASSERT_NE(day, nullptr) << "an application is named by its day";
    EXPECT_NE(page.find("申请 " + day->text + "："), std::string::npos) << page;
  }
}

INSTANTIATE_TEST_SUITE_P(Assist, AssistFiles, ::testing::ValuesIn(assist_files()),
                         [](const auto& file) { return test_name(file.param); });

// A case of one application, with encounters put in.
std::string case_with(std::string_view encounters, std::string_view events) {
  return R"({"format": "yidan.case/1", "pool": "370800", "person": {"id": "P1", "born": "1970-05-12"},
             "events": [{"event": "employ", "on": "2015-03-01", "employer": "U1", "employer_kind": "enterprise"},
                        {"event": "pay", "on": "2015-03-20", "month": "2015-03", "amount": "300.00"})" +
         std::string(events) + R"(], "encounters": [)" + std::string(encounters) + "]}";
}

std::string special_drug(std::string_view id, std::string_view day, std::string_view money) {
  return R"({"id": ")" + std::string(id) + R"(", "care": "special-drug", "date": ")" + std::string(day) +
         R"(", "provider": {"id": "H1", "region": "370800", "level": 3, "designated": ["special-drug"]},
             "lines": [{"class": "A", "amount": ")" +
         std::string(money) + R"("}]})";
}

constexpr std::string_view kApply = R"(, {"event": "apply", "on": "2023-08-15", "recognised": "2023-08-10"})";

// The code and the place of the error of a case that is wrong as a whole.
std::string error_of(const std::string& text) {
  json::Document document;
  const auto parsed = document.parse(text);
  if (!parsed) return "no JSON";
  if (scalar(member(*parsed, "status")) != "rejected" || !items_of(member(*parsed, "applications")).empty()) {
    return "not rejected: " + text;
  }
  const json::Value* error = member(*parsed, "error");
  return scalar(member(error, "code")) + " at " + scalar(member(error, "where"));
}

TEST(AssistSession, ACaseWithoutAnApplicationIsWrong) {
  EXPECT_EQ(error_of(assist_text(case_with("", ""))), "missing at $.record.events");
}

TEST(AssistSession, ACaseWithoutARecordIsWrong) {
  EXPECT_EQ(error_of(assist_text(R"({"format": "yidan.case/1", "pool": "370800", "person": {"id": "P1"},
                                    "encounters": []})")),
            "missing at $.record.events");
}

// It might have counted.
TEST(AssistSession, AnEncounterThatCannotBeReadStopsTheDecision) {
  const std::string wrong = special_drug("B1", "2023-05-10", "9000.00") + ", " + special_drug("B2", "2023-05-11", "9k");
  EXPECT_EQ(error_of(assist_text(case_with(wrong, kApply))), "invalid-value at $.encounters[1].lines[0].amount");
}

TEST(AssistSession, ATotalThatDoesNotFitStopsTheDecision) {
  constexpr std::string_view most = "92233720368547758.07";
  const std::string two = special_drug("B1", "2023-05-10", most) + ", " + special_drug("B2", "2023-05-11", most);
  EXPECT_TRUE(error_of(assist_text(case_with(two, kApply))).starts_with("overflow at $"));
}

TEST(AssistSession, WhatIsNoJsonIsRejectedWithItsLine) {
  EXPECT_TRUE(error_of(assist_text("{\n  \"format\": ?}")).starts_with("syntax at ")) << assist_text("{\n ?}");
}

TEST(AssistSession, AMistakeIsSaidInBothForms) {
  const std::string page = assist_text(case_with("", ""), exchange::Form::text, {.language = Language::en});
  EXPECT_NE(page.find("the case has no application"), std::string::npos) << page;
}

TEST(AssistSession, ThePageIsWrittenInEnglishToo) {
  const std::string page = assist_text(case_with(special_drug("B1", "2023-05-10", "9000.00"), kApply),
                                       exchange::Form::text, {.language = Language::en});
  EXPECT_NE(page.find("application of 2023-08-15: granted, 600.00"), std::string::npos) << page;
  EXPECT_NE(page.find("2022-08-01 to 2023-12-31"), std::string::npos) << page;
}

}  // namespace
}  // namespace yidan::testing
