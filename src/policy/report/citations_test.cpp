#include "policy/report/citations.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "testing/packs.h"

namespace yidan::policy {
namespace {

const std::vector<Citation>& all_citations() {
  static const auto all = citations(testing::shipped_policy(), testing::shipped_packs());
  return all;
}

// Who cites the clause in the region.
std::vector<std::string> citing(std::string_view clause, std::string_view region) {
  std::vector<std::string> names;
  for (const Citation& each : all_citations()) {
    if (each.clause == clause && each.region == region) names.push_back(each.what);
  }
  return names;
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// The text of a file of the shipped packs, which are named from "packs" on.
const std::string& file_at(const std::string& place) {
  const std::string path = place.substr(0, place.rfind(':'));
  for (const auto& [name, text] : testing::shipped_packs().files) {
    if (path.ends_with("/" + name)) return text;
  }
  throw std::out_of_range(place);
}

TEST(Citations, NameEveryClauseOnceAPlaceInOrder) {
  EXPECT_TRUE(std::ranges::is_sorted(all_citations()));
  EXPECT_EQ(std::ranges::adjacent_find(all_citations()), all_citations().end());
  for (const Citation& each : all_citations()) {
    EXPECT_TRUE(testing::shipped_policy().clauses.contains(each.clause)) << each.clause;
    EXPECT_EQ(each.region.find_first_not_of("0123456789"), std::string::npos) << each.place;
    EXPECT_EQ(each.region.size(), 6U) << each.place;
  }
}

TEST(Citations, OfRulesAreThoseOfThePackThatWroteThem) {
  EXPECT_TRUE(has(citing("YT-2.1.1-a", "370600"), "employee-outpatient.deductible"));
  // A rule that a city inherits is the province's.
  EXPECT_TRUE(has(citing("SD20-2.3.0-a", "370000"), "resident-outpatient.ratio"));
}

TEST(Citations, OfBoundsTheListRegistersAndWhoDecidesStandBesideThem) {
  EXPECT_TRUE(has(citing("RZ-3.1-b", "370000"), "bounds.RZ-3.1-b"));
  EXPECT_TRUE(has(citing("SD20-2.3.0-a", "370000"), "bounds.list"));
  EXPECT_TRUE(has(citing("LY-3.3-e", "370000"), "authority.matrix"));
  EXPECT_TRUE(has(citing("RZ-2.3-a", "370000"), "procedures.decision"));
  EXPECT_TRUE(has(citing("HZ-3.3-a", "371700"), "categories.groups"));
  // What a bound leaves open cites the city's own clause.
  EXPECT_TRUE(has(citing("JN-5.2-a", "370000"), "bounds.RZ-2.1-a"));
}

// The row begins on that line. A share of an indicator rests on the indicator's clauses, too, which stand elsewhere.
TEST(Citations, PointAtTheLine) {
  std::map<std::string, std::set<std::string>> clauses;
  for (const Citation& each : all_citations()) clauses[each.place].insert(each.clause);
  for (const auto& [place, cited] : clauses) {
    const std::string& text = file_at(place);
    int line = 0;
    const std::size_t colon = place.rfind(':') + 1;
    std::from_chars(place.data() + colon, place.data() + place.size(), line);
    ASSERT_GT(line, 0) << place;
    std::size_t at = 0;
    for (int i = 1; i < line && at != std::string::npos; ++i) at = text.find('\n', at) + 1;
    EXPECT_TRUE(std::ranges::any_of(cited, [&](const std::string& clause) {
      return text.find(clause, at) != std::string::npos;
    })) << place;
  }
}

}  // namespace
}  // namespace yidan::policy
