#include "exchange/answer_text.h"

#include <gtest/gtest.h>

#include "terms/books.h"
#include "terms/terms.h"

namespace yidan::exchange {
namespace {

constexpr std::string_view kSettled =
    R"({"format":"yidan.settled/1","pool":"370600","person":"370600195003010028","bill":{"encounter":"E1",)"
    R"("status":"settled","amounts":{"total":"1510.00"},"fund_total":"383.50","account":"1126.50","cash":"0.00"},)"
    R"("receipt":{"event":2,"key":"k"}})";

TEST(AnswerText, OfASettlementSaysWhoPaysWhat) {
  EXPECT_EQ(describe_answer(kSettled, Language::zh),
            "370600**********28  E1  已结算（事项 2）\n    共 1,510.00：基金 383.50，账户 1,126.50，现金 0.00\n");
  EXPECT_EQ(describe_answer(kSettled, Language::en),
            "370600**********28  E1  settled (event 2)\n"
            "    in all 1,510.00: funds 383.50, account 1,126.50, cash 0.00\n");
}

TEST(AnswerText, OfABillThatPaysNothingSaysWhy) {
  EXPECT_EQ(describe_answer(R"({"format":"yidan.settled/1","person":"A1","bill":{"encounter":"E1",)"
                            R"("status":"not-covered","reason":{"code":"unpaid","clauses":[]}},"receipt":{"event":2}})",
                            Language::en),
            "**  E1  " + std::string(word(BillStatus::not_covered).en) + " · " +
                std::string(word(CoverReason::unpaid).en) + " (event 2)\n");
}

TEST(AnswerText, OfABillSaysWhatItRepeats) {
  const std::string text = describe_answer(
      R"({"format":"yidan.settled/1","person":"A1","bill":{"encounter":"E2","status":"settled",)"
      R"("amounts":{"total":"1.00"},"fund_total":"0.00","account":"0.00","cash":"1.00","warnings":[)"
      R"({"code":"overlapping-stay","where":"$.encounter","encounter":"E1","provider":"H1"}]},"receipt":{"event":2}})",
      Language::zh);
  EXPECT_NE(text.find("    提示：与就诊“E1”（机构 H1）的住院日期重叠"), std::string::npos) << text;
}

TEST(AnswerText, OfARecordSaysWhatIsOdd) {
  EXPECT_EQ(describe_answer(R"({"format":"yidan.done/1","person":"A1","did":"record","warnings":[)"
                            R"({"code":"pay-over","where":"events[2]"},{"code":"no-standard"}],"receipt":{"event":3}})",
                            Language::zh),
            "**  " + std::string(word(EventKind::record).zh) + "（事项 3）\n    提示：缴费过多（events[2]）\n" +
                "    提示：无缴费标准\n");
}

TEST(AnswerText, OfAReversalListsTheBillsThatChanged) {
  EXPECT_EQ(describe_answer(R"({"format":"yidan.done/1","person":"370600195003010028","did":"reverse","bills":[)"
                            R"({"encounter":"E1","fund_total":{"before":"383.50","after":"0.00"}}],)"
                            R"("receipt":{"event":7}})",
                            Language::zh),
            "370600**********28  冲正（事项 7）\n    改变 E1  基金 383.50 → 0.00\n");
}

TEST(AnswerText, OfACreditHasTheBalance) {
  EXPECT_EQ(describe_answer(R"({"format":"yidan.done/1","person":"A1","did":"credit","credited":"85.36",)"
                            R"("account_balance":"1206.30","receipt":{"event":3}})",
                            Language::en),
            "**  credit of the personal account · credited 85.36 · balance 1,206.30 (event 3)\n");
}

TEST(AnswerText, OfARefusalMasksNumbersInKeysAndMessages) {
  const std::string text = describe_answer(
      R"({"format":"yidan.refused/1","key":"370600/370600195003010028/settle/H1/E1",)"
      R"("error":{"code":"conflict","message":"键“370600/370600195003010028/settle/H1/E1”已用","where":"$.key"}})",
      Language::zh);
  EXPECT_EQ(text.find("370600195003010028"), std::string::npos) << text;
  EXPECT_EQ(text.find("✗ 拒绝  370600/370600**********28/settle/H1/E1\n    键“"), 0U) << text;
  EXPECT_NE(text.find("已用（$.key）\n"), std::string::npos) << text;
}

TEST(AnswerText, OfATrialSaysThatNothingWasWritten) {
  EXPECT_EQ(describe_answer(R"({"format":"yidan.trial/1","person":"A1","bill":{"encounter":"E1","status":"settled",)"
                            R"("amounts":{"total":"1.00"},"fund_total":"0.50","account":"0.00","cash":"0.50"},)"
                            R"("trial":"a.b.c.d"})",
                            Language::zh),
            "**  E1  已结算（预结算，未记账）\n    共 1.00：基金 0.50，账户 0.00，现金 0.50\n    摘要 a.b.c.d\n");
}

TEST(AnswerText, LeavesWhatItDoesNotKnow) { EXPECT_EQ(describe_answer("x", Language::zh), "x\n"); }

}  // namespace
}  // namespace yidan::exchange
