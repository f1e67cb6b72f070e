#include "policy/compile/check_registers.h"

#include <gtest/gtest.h>

#include "policy/parse/parse_pack.h"

namespace yidan::policy {
namespace {

constexpr std::string_view kSound = R"(title: {zh: 册, en: list}
fields:
  - {field: name, type: text, title: {zh: 名, en: name}}
  - {field: begun, type: day, title: {zh: 始, en: begun}}
states:
  - {state: open, title: {zh: 开, en: open}}
  - {state: closed, title: {zh: 关, en: closed}, final: true}
moves:
  - {do: begin, from: [new], to: open, by: [window], title: {zh: 开, en: beginning}}
  - {do: close, from: [open], to: closed, by: [window], title: {zh: 关, en: closing}}
)";

// The complaints about a province's register, and a city's that adds to it; in English, a line each.
std::string complaints(std::string_view province, std::string_view city = {}) {
  Source source;
  const std::string head = "region: \"370000\"\nname: {zh: 省, en: province}\n";
  source.files["370000-shandong/pack.yaml"] = head;
  source.files["370000-shandong/registers/list.yaml"] = province;
  if (!city.empty()) {
    source.files["370600-yantai/pack.yaml"] =
        "region: \"370600\"\nname: {zh: 市, en: city}\nextends: 370000-shandong\n";
    source.files["370600-yantai/registers/list.yaml"] = city;
  }
  Problems ignored;
  const Packs packs = read_packs(source, ignored);
  Problems problems;
  check_registers(packs.registers, problems);
  std::string text;
  for (const Problem& each : problems.sorted()) text += to_text(each, Language::en) + "\n";
  return text;
}

std::string with_change(std::string_view from, std::string_view to) {
  std::string text(kSound);
  return text.replace(text.find(from), from.size(), to);
}

TEST(CheckRegisters, ASoundOneIsSound) { EXPECT_EQ(complaints(kSound), ""); }

TEST(CheckRegisters, WhatCannotBeReachedIsFound) {
  const std::string text =
      complaints(with_change("moves:", "  - {state: lost, title: {zh: 失, en: lost}, final: true}\nmoves:"));
  EXPECT_NE(text.find("'lost' cannot be reached"), std::string::npos) << text;
}

TEST(CheckRegisters, WhatDesignatesNamesItsFieldsAndStates) {
  const std::string sound = std::string(kSound) +
                            "designates: {provider: name, cares: name, from: begun, until: begun, "
                            "states: [open], clauses: [SD42-4-a]}\n";
  EXPECT_NE(complaints(sound).find("make it 'type: entry' with 'lookup: true'"), std::string::npos)
      << complaints(sound);
  const auto changed = [&](std::string_view from, std::string_view to) {
    std::string text = sound;
    return complaints(text.replace(text.find(from), from.size(), to));
  };
  EXPECT_NE(changed("until: begun", "until: name").find("'name' is no field of a day"), std::string::npos);
  EXPECT_NE(changed("states: [open]", "states: [opne]").find("there is no state 'opne'"), std::string::npos);
  EXPECT_NE(changed("states: [open]", "states: []").find("add 'states'"), std::string::npos);
  EXPECT_NE(changed("cares: name", "care: [outpatient]").find("write one of them"), std::string::npos);
  EXPECT_NE(changed("cares: name", "cares: name, scheme: employee").find("write one of them"), std::string::npos);
}

TEST(CheckRegisters, ACityDoesNotSayAnewWhatDesignates) {
  const std::string text = complaints(kSound,
                                      "designates: {provider: name, cares: name, from: begun, until: begun, "
                                      "states: [open], clauses: [SD42-4-a]}\n");
  EXPECT_NE(text.find("delete 'designates'"), std::string::npos) << text;
}

TEST(CheckRegisters, AStateWithoutAnEndIsFound) {
  const std::string text = complaints(with_change(", final: true", ""));
  EXPECT_NE(text.find("'closed' has no end"), std::string::npos) << text;
  EXPECT_NE(text.find("'open' has no end"), std::string::npos) << text;
}

TEST(CheckRegisters, AMoveThatNobodyMayDoIsFound) {
  const std::string text = complaints(with_change("to: closed, by: [window]", "to: closed"));
  EXPECT_NE(text.find("'close' says not who may do it"), std::string::npos) << text;
}

TEST(CheckRegisters, UnknownNamesAreFoundWithWhatWasMeant) {
  const std::string text =
      complaints(with_change("to: closed, by: [window]", "to: closde, by: [window], needs: [nmae]"));
  EXPECT_NE(text.find("no state 'closde': did you mean 'closed'"), std::string::npos) << text;
  EXPECT_NE(text.find("no field 'nmae': did you mean 'name'"), std::string::npos) << text;
}

TEST(CheckRegisters, NothingComesAfterAFinalState) {
  const std::string text = complaints(with_change("from: [open], to: closed", "from: [open, closed], to: closed"));
  EXPECT_NE(text.find("'closed' is final"), std::string::npos) << text;
}

TEST(CheckRegisters, ALimitCountsFromADay) {
  const std::string text =
      complaints(with_change("to: closed, by: [window]", "to: closed, by: [window], within: 3 months, since: name"));
  EXPECT_NE(text.find("'name' is no field of a day"), std::string::npos) << text;
}

// Otherwise each act would look at every entry.
TEST(CheckRegisters, WhatIsUniqueCanBeLookedUp) {
  const std::string checks =
      "checks:\n  - {name: one, check: unique, fields: [name], clauses: [RZ-3.6-a], text: {zh: 一, en: one}}\n";
  EXPECT_NE(complaints(std::string(kSound) + checks).find("can be looked up"), std::string::npos);
  EXPECT_EQ(complaints(with_change("type: text,", "type: text, lookup: true,") + checks), "");
  const std::string two = with_change("type: text,", "type: text, lookup: true, many: true,");
  EXPECT_NE(complaints(two).find("delete it at 'name'"), std::string::npos);
}

// What sums up a bill's entries finds them by the bill, and sums amounts.
TEST(CheckRegisters, LY_3_4_l_ChecksOfBillsNameBillsDaysAndAmounts) {
  const std::string sums =
      "checks:\n  - {name: sum, check: within-bill, fields: [name, begun], text: {zh: 和, en: sum}}\n";
  const std::string text = complaints(std::string(kSound) + sums);
  EXPECT_NE(text.find("'name' should be of type 'bill'"), std::string::npos) << text;
  EXPECT_NE(text.find("'begun' should be of type 'money'"), std::string::npos) << text;
  EXPECT_NE(text.find("can be looked up"), std::string::npos) << text;
  const std::string counts =
      "checks:\n  - {name: all, check: bills, by: [name, name], fields: [name, begun], within: 3 days, "
      "clauses: [RZ-3.6-a], text: {zh: 全, en: all}}\n";
  const std::string more = complaints(std::string(kSound) + counts);
  EXPECT_NE(more.find("'name' is no field of a day"), std::string::npos) << more;
  EXPECT_NE(more.find("'begun' should be of type 'time'"), std::string::npos) << more;
  EXPECT_NE(more.find("within: 24 hours"), std::string::npos) << more;
}

TEST(CheckRegisters, ACityAddsAndDoesNotWeaken) {
  EXPECT_EQ(complaints(kSound,
                       "moves:\n  - {do: close, to: closed, from: [open], title: {zh: 关, en: closing}, "
                       "needs: [begun]}\n"),
            "");
  const std::string text = complaints(kSound,
                                      "fields:\n  - {field: name, type: number, title: {zh: 名, en: name}}\n"
                                      "moves:\n  - {do: begin, to: closed, from: [new], by: [citizen], title: {zh: 开, "
                                      "en: beginning}}\n");
  EXPECT_NE(text.find("'name.type'"), std::string::npos) << text;
  EXPECT_NE(text.find("delete 'begin'"), std::string::npos) << text;
}

TEST(CheckRegisters, WorkingDaysSkipHolidaysAndWorkedWeekends) {
  const auto day = [](std::string_view text) { return *parse_date(text); };
  const TimeLimit twenty{.count = 20, .unit = LimitUnit::working_days, .since = {}};
  EXPECT_EQ(to_text(end_of_limit(twenty, day("2022-03-01"), {})), "2022-03-29");
  const WorkCalendar calendar{.off = {day("2022-03-07")}, .worked = {day("2022-03-05")}};
  EXPECT_EQ(to_text(end_of_limit(twenty, day("2022-03-01"), calendar)), "2022-03-29");
  const WorkCalendar holiday{.off = {day("2022-03-07")}, .worked = {}};
  EXPECT_EQ(to_text(end_of_limit(twenty, day("2022-03-01"), holiday)), "2022-03-30");
  // Hours end on the day that they reach into.
  EXPECT_EQ(to_text(end_of_limit({.count = 24, .unit = LimitUnit::hours, .since = {}}, day("2022-03-01"), {})),
            "2022-03-02");
  EXPECT_EQ(to_text(end_of_limit({.count = 25, .unit = LimitUnit::hours, .since = {}}, day("2022-03-01"), {})),
            "2022-03-03");
  // Months end on their last day.
  EXPECT_EQ(to_text(end_of_limit({.count = 3, .unit = LimitUnit::months, .since = {}}, day("2021-11-30"), {})),
            "2022-02-28");
}

}  // namespace
}  // namespace yidan::policy
