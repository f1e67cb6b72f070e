#include "registers/entry.h"

#include <gtest/gtest.h>

#include "registers/field_values.h"
#include "testing/values.h"

namespace yidan::registers {
namespace {

using testing::day;

// A list with a limit of thirty days, which ends by itself.
policy::RegisterDefinition lent_books() {
  policy::RegisterDefinition definition{.name = "loan"};
  definition.fields = {{.name = "title", .title = {"书名", "title"}, .type = FieldType::text},
                       {.name = "until", .title = {"止", "until"}, .type = FieldType::day},
                       {.name = "colours", .title = {"颜色", "colours"}, .type = FieldType::word, .many = true}};
  definition.fields.back().words = {{"red", {"红", "red"}}, {"blue", {"蓝", "blue"}}};
  definition.states = {{.name = "lent"}, {.name = "back", .title = {}, .final = true}};
  policy::EntryMove lend{.act = "lend", .from = {"new"}, .to = "lent"};
  policy::EntryMove bring{.act = "bring", .from = {"lent"}, .to = "back"};
  bring.within = policy::TimeLimit{.count = 30, .unit = LimitUnit::days, .since = {}};
  policy::EntryMove lapse{.day = "until", .from = {"lent"}, .to = "back"};
  definition.moves = {lend, bring, lapse};
  return definition;
}

Step step(RegisterAct act, const char* move, const char* on, Fields fields, const char* to) {
  return {.told = {.act = act, .move = move, .on = day(on), .by = {}, .fields = std::move(fields)}, .to = to};
}

class Loan : public ::testing::Test {
 protected:
  [[nodiscard]] View on(const char* text) const { return view_on(entry_, definition_, {}, day(text)); }

  policy::RegisterDefinition definition_ = lent_books();
  Entry entry_{.pool = Region(371300),
               .id = "L1",
               .steps = {step(RegisterAct::open, "lend", "2022-03-01", {{"title", {"甲"}}}, "lent")}};
};

TEST_F(Loan, BeforeItsFirstDayThereIsNothing) {
  EXPECT_EQ(on("2022-02-28").state, policy::kNotRegistered);
  EXPECT_TRUE(on("2022-02-28").fields.empty());
}

TEST_F(Loan, ADeadlineIsTheLastDay) {
  const View view = on("2022-03-31");
  ASSERT_TRUE(view.next);
  EXPECT_EQ(to_text(view.next->due), "2022-03-31");
  entry_.steps.push_back(step(RegisterAct::move, "bring", "2022-04-02", {}, "back"));
  const View late = on("2022-04-02");
  ASSERT_EQ(late.late.size(), 1U);
  EXPECT_EQ(late.late.front().done.days() - late.late.front().due.days(), 2);
  EXPECT_FALSE(late.next);
}

TEST_F(Loan, ALaterStepMendsAnEarlierDay) {
  entry_.steps.push_back(step(RegisterAct::amend, "", "2022-03-10", {{"title", {"乙"}}}, ""));
  entry_.steps.push_back(step(RegisterAct::amend, "", "2022-03-05", {{"title", {"丙"}}}, ""));
  EXPECT_EQ(on("2022-03-04").value("title"), "甲");
  EXPECT_EQ(on("2022-03-05").value("title"), "丙");
  EXPECT_EQ(on("2022-03-10").value("title"), "乙");
}

TEST_F(Loan, WhatHappensByItselfIsReckonedWhenItIsLookedAt) {
  entry_.steps.push_back(step(RegisterAct::amend, "", "2022-03-02", {{"until", {"2022-03-20"}}}, ""));
  EXPECT_EQ(on("2022-03-19").state, "lent");
  EXPECT_EQ(on("2022-03-20").state, "back");
  EXPECT_EQ(to_text(on("2022-05-01").since), "2022-03-20");
  // A view of an earlier day is taken on to a later one without its steps.
  View view = on("2022-03-02");
  pass_time(view, definition_, {}, day("2022-05-01"));
  EXPECT_EQ(view.state, "back");
  // An emptied field ends nothing.
  entry_.steps.push_back(step(RegisterAct::amend, "", "2022-03-03", {{"until", {}}}, ""));
  EXPECT_EQ(on("2022-05-01").state, "lent");
}

TEST(FieldValues, AreSpelledInOneWay) {
  const policy::RegisterDefinition definition = lent_books();
  const auto read = read_fields(definition, {{"until", {"2022年3月1日"}}, {"colours", {"红", "blue", "red"}}});
  ASSERT_TRUE(read) << read.error().message.en;
  EXPECT_EQ(read->at("until"), (std::vector<std::string>{"2022-03-01"}));
  EXPECT_EQ(read->at("colours"), (std::vector<std::string>{"blue", "red"}));
}

TEST(FieldValues, WrongOnesSayWhereAndWhatWasMeant) {
  const policy::RegisterDefinition definition = lent_books();
  const auto unknown = read_fields(definition, {{"tilte", {"甲"}}});
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.error().message.en.find("did you mean 'title'"), std::string::npos) << unknown.error().message.en;
  const auto no_day = read_fields(definition, {{"until", {"soon"}}});
  ASSERT_FALSE(no_day);
  EXPECT_EQ(no_day.error().where, "$.fields.until");
  const auto two = read_fields(definition, {{"title", {"甲", "乙"}}});
  ASSERT_FALSE(two);
  const auto control = read_fields(definition, {{"title",
                                                 {"a\x01"
                                                  "b"}}});
  ASSERT_FALSE(control);
}

TEST(FieldValues, ACellOfManyIsTakenApart) {
  EXPECT_EQ(values_in_cell("窗口、 网上办；online,", true), (std::vector<std::string>{"窗口", "网上办", "online"}));
  EXPECT_EQ(values_in_cell("受理、办结", false), (std::vector<std::string>{"受理、办结"}));
  EXPECT_TRUE(values_in_cell("  ", true).empty());
}

}  // namespace
}  // namespace yidan::registers
