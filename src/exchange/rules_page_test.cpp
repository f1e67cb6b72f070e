// The page that explains a city's rules: nothing on it is said otherwise than by the rules in force on its day.
#include "exchange/rules_page.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <gtest/gtest.h>

#include "base/json_canonical.h"
#include "benefit/settle.h"
#include "exchange/bill_text.h"
#include "policy/report/report.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::exchange {
namespace {

using testing::day;
using testing::shipped_policy;

using Figure = std::tuple<std::string, std::string, std::string>;  // rule, key, value

// All objects of a page's JSON that name a rule.
void gather(const json::Value& value, std::set<Figure>& found) {
  if (value.kind == json::Kind::array) {
    for (const json::Value& each : value.items()) gather(each, found);
  }
  if (value.kind != json::Kind::object) return;
  if (const std::string_view rule = json::text_in(value, "rule"); !rule.empty()) {
    found.emplace(rule, json::text_in(value, "key"), json::text_in(value, "value"));
  }
  for (const json::Member& each : value.members()) gather(each.value, found);
}

std::set<Figure> figures_in(const std::string& text, std::string_view member = {}) {
  json::Document document;
  const auto value = document.parse(text);
  EXPECT_TRUE(value);
  std::set<Figure> found;
  const json::Value* part = member.empty() ? *value : json::find(**value, member);
  if (part != nullptr) gather(*part, found);
  return found;
}

RulesPage page_of(const std::string& pool, const char* on) {
  const policy::Pool* found = shipped_policy().find(Region(std::stoi(pool)));
  auto page = rules_page_of(*found, day(on));
  EXPECT_TRUE(page) << page.error().message.en;
  return std::move(*page);
}

// Every figure between the marks of the page to print.
std::vector<std::pair<std::string, std::string>> figures_on(const std::string& html) {
  constexpr std::string_view mark = "<span class=\"figure\" data-rule=\"";
  std::vector<std::pair<std::string, std::string>> found;
  for (std::size_t at = html.find(mark); at != std::string::npos; at = html.find(mark, at + 1)) {
    const std::size_t rule = at + mark.size();
    const std::size_t text = html.find('>', rule) + 1;
    found.emplace_back(html.substr(rule, html.find('"', rule) - rule), html.substr(text, html.find('<', text) - text));
  }
  return found;
}

TEST(RulesPage, SaysOnlyWhatIsInForceInEveryPool) {
  for (const policy::Pool& pool : shipped_policy().pools) {
    for (const char* on : {"2020-06-01", "2022-12-31", "2023-01-01", "2024-06-01"}) {
      if (pool.in_force_on(day(on)) == policy::kNoRule) continue;
      SCOPED_TRACE(pool.name.en + " " + on);
      const std::set<Figure> shown = figures_in(policy::show_json(pool, day(on), Language::en));
      const auto page = rules_page_of(pool, day(on));
      ASSERT_TRUE(page);
      const std::string text = rules_page_json(*page);
      for (const std::string_view part : {"benefits", "answers"}) {
        for (const Figure& each : figures_in(text, part)) {
          EXPECT_TRUE(shown.contains(each)) << std::get<0>(each) << " " << std::get<2>(each);
        }
      }
      EXPECT_FALSE(figures_in(text, "benefits").empty());
    }
  }
}

// What is printed is what `policy show` prints, of the same rule and day.
TEST(RulesPage, YT_3_3_a_PrintsTheFiguresOfPolicyShow) {
  for (const Language language : {Language::zh, Language::en}) {
    const RulesPage page = page_of("370600", "2023-01-01");
    RulesPage today = page;
    today.changes.clear();  // those are of another day
    const std::string shown = policy::show_text(shipped_policy(), *page.pool, page.on, language);
    const auto figures = figures_on(rules_page_html(today, language));
    EXPECT_GT(figures.size(), 50U);
    for (const auto& [rule, figure] : figures) {
      const std::size_t at = shown.find("\n" + rule + "  ");
      ASSERT_NE(at, std::string::npos) << rule;
      const std::string block = shown.substr(at, shown.find("\n\n", at + 1) - at);
      EXPECT_NE(block.find(figure), std::string::npos) << rule << ": " << figure << "\n" << block;
    }
  }
}

TEST(RulesPage, YT_3_3_a_DiffersBetweenTwoDaysOnlyWhereThePacksDo) {
  const std::set<Figure> before = figures_in(rules_page_json(page_of("370600", "2022-12-31")), "benefits");
  const std::set<Figure> after = figures_in(rules_page_json(page_of("370600", "2023-01-01")), "benefits");
  std::set<Figure> gone;
  std::set<Figure> come;
  std::ranges::set_difference(before, after, std::inserter(gone, gone.end()));
  std::ranges::set_difference(after, before, std::inserter(come, come.end()));
  EXPECT_TRUE(gone.contains({"employee-outpatient.cap", "", "900.00"}));
  EXPECT_TRUE(come.contains({"employee-outpatient.cap", "", "1800.00"}));
  const policy::Pool& pool = *shipped_policy().find(Region(370600));
  const std::string changed = policy::diff_text(pool, day("2022-12-31"), day("2023-01-01"), Language::en);
  for (const auto& side : {gone, come}) {
    for (const auto& [rule, key, value] : side) {
      EXPECT_TRUE(rule.ends_with(".cap")) << rule;
      EXPECT_TRUE(changed.find("\n" + rule + "  ") != std::string::npos || changed.starts_with(rule)) << rule;
    }
  }
}

// What the page of the day before announces is what the page of the day then says.
TEST(RulesPage, AnnouncesWhatComesNext) {
  const RulesPage page = page_of("370600", "2022-12-31");
  ASSERT_TRUE(page.changes_on);
  EXPECT_EQ(to_text(*page.changes_on), "2023-01-01");
  const auto cap = std::ranges::find(page.changes, "employee-outpatient.cap", &ChangeSaid::parameter);
  ASSERT_NE(cap, page.changes.end());
  ASSERT_EQ(cap->before.size(), 1U);
  ASSERT_EQ(cap->after.size(), 1U);
  EXPECT_EQ(cap->before.front()->value.text, "900.00");
  EXPECT_EQ(cap->after.front()->value.text, "1800.00");
}

// By hand: level 2, of 2,000.00 after 800.00 the funds pay 60 % = 720.00 (YT-2.1.1-b, YT-2.1.2-b).
TEST(RulesPage, SettlesItsExamples) {
  const RulesPage page = page_of("370600", "2023-01-01");
  ASSERT_FALSE(page.examples.empty());
  const ExampleSaid& first = page.examples.front();
  EXPECT_EQ(first.status, Status::active);
  EXPECT_EQ(to_text(first.bill.fund_total), "720.00");
  EXPECT_NE(rules_page_text(page, Language::zh).find("基金付 720.00 元"), std::string::npos);
  for (const ExampleSaid& each : page.examples) EXPECT_EQ(each.bill.status, BillStatus::settled);
}

TEST(RulesPage, IsRefusedWhereNothingIsInForce) {
  const policy::Pool* linyi = shipped_policy().find(Region(371300));
  const auto page = rules_page_of(*linyi, day("2026-01-01"));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace yidan::exchange
