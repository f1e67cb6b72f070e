#include "exchange/bill_text.h"

#include <set>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

#include "base/json.h"
#include "benefit/settle.h"
#include "exchange/display.h"
#include "testing/encounters.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::exchange {
namespace {

using testing::day;

const policy::Pool& yantai() { return testing::shipped_pool(370600); }

// A visit of 1,000 yuan to an institution of level 2.
Case visit(std::string person) {
  Encounter encounter = testing::visit();
  encounter.use_account = true;
  encounter.lines = {{.price = Money::yuan(1000)},
                     {.line_class = LineClass::b, .price = Money::yuan(300), .self_pay_first = Rate::percent(10)},
                     {.line_class = LineClass::c, .price = Money::yuan(50)}};
  Case facts = testing::case_of(testing::retired(), {encounter});
  facts.person.id = std::move(person);
  facts.person.account_balance = Money::yuan(100);
  return facts;
}

std::string text_of(const Case& facts, const WriteOptions& options) {
  std::string text;
  const auto bills = benefit::settle_case(yantai(), facts);
  for (std::size_t i = 0; i < bills.size(); ++i) {
    const auto& encounter = facts.entries[i].encounter;
    text += describe(facts.person, encounter ? &*encounter : nullptr, bills[i], options);
  }
  return text;
}
std::string text_of(const Case& facts, Language language, StepDetail steps = StepDetail::full) {
  return text_of(facts, {.language = language, .steps = steps});
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(BillText, MasksTheIdOfThePerson) {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string text = text_of(visit("370600195003010028"), language);
    EXPECT_TRUE(says(text, "370600**********28")) << text;
    EXPECT_FALSE(says(text, "19500301")) << text;
  }
}

TEST(BillText, MasksAnIdOfAnyLength) {
  for (const std::string id : {"12345678", "123456789", "P1234567890", "370600500301002"}) {
    EXPECT_FALSE(says(text_of(visit(id), Language::en), id)) << id;
  }
}

TEST(BillText, KeepsWholeCharactersOfAnIdThatItMasks) {
  std::string text = text_of(visit("张三丰李四光"), Language::zh, StepDetail::none);
  for (char& c : text) c = c == '\n' ? ' ' : c;
  json::Document document;
  EXPECT_TRUE(document.parse("\"" + text + "\"")) << text;
}

TEST(BillText, IsATreeFromTotalToCash) {
  const std::string text = text_of(visit("P1"), Language::en, StepDetail::none);
  std::size_t at = 0;
  for (const char* part : {"Yantai · ** · E1 · 2023-03-05 · settled",
                           "1,350.00 yuan in all: the funds pay 305.50, the account 100.00, cash",
                           "H1 (level 2) · general outpatient · 2023-03-05",
                           "\ntotal",
                           "1,350.00",
                           "├ outside the catalogue",
                           "50.00",
                           "├ class B share first",
                           "30.00",
                           "└ policy scope",
                           "1,270.00",
                           "├ under the deductible",
                           "800.00",
                           "├ your share by the ratio",
                           "164.50",
                           "└ basic insurance pays",
                           "305.50",
                           "\nwho pays",
                           "1,350.00",
                           "├ basic insurance",
                           "305.50",
                           "├ account",
                           "100.00",
                           "└ cash",
                           "944.50",
                           "\nborne by the person",
                           "1,044.50",
                           "└ policy scope not paid",
                           "964.50",
                           "items:",
                           "class B 2",
                           "300.00",
                           "30.00",
                           "270.00"}) {
    const std::size_t found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << part << " in\n" << text;
    at = found;
  }
  EXPECT_FALSE(says(text, "not payable"));
  EXPECT_FALSE(says(text, "steps"));
}

// The column at which the amount of a line ends.
std::size_t end_of_amount(const std::string& line) {
  const std::size_t point = line.rfind(".");
  return point == std::string::npos ? 0 : display_width(std::string_view(line).substr(0, point + 3));
}

TEST(BillText, AlignsItsAmountsInBothLanguages) {
  for (const Language language : {Language::zh, Language::en}) {
    std::istringstream lines(text_of(visit("P1"), language, StepDetail::none));
    std::string line;
    for (int above = 0; above < 3; ++above) std::getline(lines, line);  // heading, sentence, place
    std::set<std::size_t> ends;
    for (std::size_t rows = 0; rows < 14; ++rows) {
      ASSERT_TRUE(std::getline(lines, line));
      ends.insert(end_of_amount(line));
    }
    EXPECT_EQ(ends.size(), 1U) << text_of(visit("P1"), language, StepDetail::none);
    EXPECT_FALSE(ends.contains(0));
  }
}

TEST(BillText, SaysInOneSentenceWhoPays) {
  const std::string text = text_of(visit("P1"), Language::zh, StepDetail::none);
  EXPECT_TRUE(says(text, "\n共 1,350.00 元：医保基金支付 305.50，个人账户 100.00，现金 944.50\n")) << text;
}

TEST(BillText, Fits80Columns) {
  Case facts = visit("370600195003010028");
  Encounter& encounter = *facts.entries.front().encounter;
  encounter.provider.name = "山东省烟台市某某区某某街道社区卫生服务中心（烟台市某某医院某某分院）";
  encounter.lines.front().name = "注射用重组人表皮生长因子受体某某单克隆抗体（国家谈判药品）";
  for (const Language language : {Language::zh, Language::en}) {
    std::istringstream lines(text_of(facts, {.language = language, .terms = true}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 80U) << line;
  }
}

TEST(BillText, ExplainsItsWordsOnDemand) {
  const std::string text = text_of(visit("P1"), {.language = Language::en, .terms = true});
  EXPECT_TRUE(says(text, "under the deductible: What lies under the threshold")) << text;
  EXPECT_FALSE(says(text, "above the cap: ")) << "only words that stand on the bill";
  EXPECT_FALSE(says(text_of(visit("P1"), Language::en), "What lies under the threshold"));
}

TEST(BillText, SaysWhomToAsk) { EXPECT_TRUE(says(text_of(visit("P1"), Language::zh), "烟台市医疗保障经办机构")); }

TEST(BillText, NumbersItsStepsWithTheirRules) {
  const std::string text = text_of(visit("P1"), Language::zh);
  EXPECT_TRUE(says(text, "   1. "));
  EXPECT_TRUE(says(text, "‹employee-outpatient.deductible YT-2.1.1-b"));
  EXPECT_TRUE(says(text, "年度起付标准 800.00 元"));
  const std::string ids = text_of(visit("P1"), Language::zh, StepDetail::ids);
  EXPECT_TRUE(says(ids, "‹employee-outpatient.deductible YT-2.1.1-b"));
  EXPECT_FALSE(says(ids, "年度起付标准 800.00 元"));
}

TEST(BillText, NamesTheDocumentsThatTheStepsCite) {
  const std::string zh = text_of(visit("370600195003010028"), Language::zh);
  EXPECT_TRUE(says(zh,
                   "  依据文件：\n     SD20  鲁医保发〔2021〕43号 附件 《山东省医疗保障待遇清单（2020年版）》\n"
                   "     YT    烟政办发〔2022〕17号 《"))
      << zh;
  EXPECT_FALSE(says(zh, "     LY  "));
  EXPECT_FALSE(says(text_of(visit("370600195003010028"), Language::zh, StepDetail::none), "依据文件"));
}

TEST(BillText, SaysWhyNothingIsPaidWithItsClauses) {
  Case facts = visit("P1");
  facts.person.coverage.front().period.from = day("2024-01-01");
  const std::string text = text_of(facts, Language::en);
  EXPECT_TRUE(says(text, "why: not enrolled; cover begins on 2024-01-01"));
  EXPECT_TRUE(says(text, "[SD20-2.1.1.1-a"));
}

TEST(BillText, OfARejectedEncounterIsTheErrorAlone) {
  Case facts = visit("370600195003010028");
  facts.entries = {{"E1", std::unexpected(Error{ErrorCode::missing, {"缺少", "missing"}, "$.encounters[0].care"})}};
  const std::string text = text_of(facts, Language::en);
  EXPECT_TRUE(says(text, "rejected: missing  ($.encounters[0].care)"));
  facts.entries.front().id = "\x1B[2J";
  EXPECT_TRUE(says(text_of(facts, Language::en), "[U+001B][2J")) << "no control reaches a terminal";
  EXPECT_FALSE(says(text, "cash"));
  EXPECT_FALSE(says(text, "19500301"));
}

}  // namespace
}  // namespace yidan::exchange
