// Care elsewhere in the books: what was settled at once, and which targets have not filed. Named after the clauses.
#include "operations/elsewhere.h"

#include <gtest/gtest.h>

#include "exchange/bill_text.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {
namespace {

struct Told {
  std::string id;
  std::string care = "inpatient";
  std::string date = "2023-03-05";
  std::string place = "remote-temporary";
  std::string region = "370102";
  bool later = false;
};

class Elsewhere : public ::testing::Test {
 protected:
  void tell(const std::string& pool, const std::string& person, const std::string& facts) {
    const Said said = counter_.ask_for(next(), R"("pool":")" + pool + R"(","person":")" + person +
                                                   R"(","do":"facts","facts":{"person":{)" + facts + "}}");
    ASSERT_TRUE(said.done) << said.text;
  }
  Said settle(const std::string& pool, const std::string& person, const Told& told, const std::string& act = "settle") {
    std::string more;
    if (told.care == "inpatient") more += R"("admitted":")" + told.date + R"(",)";
    if (told.care == "chronic") more += R"("disease":"hypertension",)";
    if (told.later) more += R"("reimbursed_later":true,)";
    return counter_.ask_for(next(), R"("pool":")" + pool + R"(","person":")" + person + R"(","do":")" + act +
                                        R"(","encounter":{"id":")" + told.id + R"(","care":")" + told.care +
                                        R"(","date":")" + told.date + R"(","place":")" + told.place + R"(",)" + more +
                                        R"("provider":{"id":"Q1","region":")" + told.region +
                                        R"(","level":2,"designated":["inpatient"]},)"
                                        R"("lines":[{"class":"A","amount":"9000.00"}]})");
  }
  exchange::ElsewhereReport report(std::int32_t pool, const std::string& from, const std::string& to) {
    auto report = operations::elsewhere(counter_.desk(), {Region(pool), *parse_month(from), *parse_month(to)}, always);
    if (!report) throw std::runtime_error(report.error().message.en);
    return std::move(*report);
  }
  std::string next() { return "k" + std::to_string(++keys_); }

  static constexpr const char* kResident = R"("coverage":[{"scheme":"resident","status":"adult","from":"2010-01-01"}],)"
                                           R"("diseases":[{"disease":"hypertension","from":"2020-01-01"}])";
  Counter counter_;
  int keys_ = 0;
};

TEST_F(Elsewhere, LY_3_6_c_InpatientBillsSettledAtOnceAgainstReimbursedLaterByMonth) {
  tell("371300", "P1", kResident);
  for (const Told& told : {Told{.id = "E1"}, Told{.id = "E2", .date = "2023-03-15", .later = true},
                           Told{.id = "E3", .date = "2023-03-25", .region = "110105"},
                           Told{.id = "E4", .date = "2023-04-05", .later = true},
                           Told{.id = "E5", .date = "2023-05-05"}, Told{.id = "E6", .date = "2023-03-29"}}) {
    const Said said = settle("371300", "P1", told);
    ASSERT_TRUE(said.done) << said.text;
    EXPECT_EQ(said.text.contains(R"("reimbursed_later":true)"), told.later) << said.text;
  }
  // At home; and one that was reversed.
  ASSERT_TRUE(settle("371300", "P1", {.id = "E7", .date = "2023-03-30", .place = "local", .region = "371302"}).done);
  ASSERT_TRUE(counter_.ask_for(next(), R"("pool":"371300","person":"P1","do":"reverse","encounter":"E6")").done);
  const auto found = report(371300, "2023-03", "2023-04");
  ASSERT_EQ(found.shares.size(), 3U);
  const exchange::ElsewhereShare& march = found.shares[0];
  EXPECT_EQ(to_text(march.month), "2023-03");
  EXPECT_EQ(march.reach, Reach::province);
  EXPECT_EQ(march.at_once, 1);
  EXPECT_EQ(march.later, 1);
  EXPECT_GT(march.fund_at_once, Money{});
  EXPECT_GT(march.fund_later, Money{});
  EXPECT_EQ(found.shares[1].reach, Reach::cross_province);
  EXPECT_EQ(found.shares[2].at_once, 0);
  EXPECT_EQ(found.shares[2].later, 1);
  const std::string text = exchange::elsewhere_text(found, Language::zh);
  EXPECT_NE(text.find("直接结算      1，事后报销      1   50.00%"), std::string::npos) << text;
  const std::string table = exchange::elsewhere_csv(found, false, Language::en);
  EXPECT_NE(table.find("2023-04,inpatient stay,in the province,0,1,0.00,0.00,"), std::string::npos) << table;
  EXPECT_TRUE(found.unfiled.empty()) << "no target of assistance";
}

TEST_F(Elsewhere, LY_3_6_d_ChronicBillsElsewhereInTheProvince) {
  tell("371300", "P1", kResident);
  ASSERT_TRUE(settle("371300", "P1", {.id = "E1", .care = "chronic"}).done);
  ASSERT_TRUE(settle("371300", "P1", {.id = "E2", .care = "chronic", .date = "2023-03-06", .later = true}).done);
  ASSERT_TRUE(settle("371300", "P1", {.id = "E3", .care = "chronic", .date = "2023-03-07", .region = "310101"}).done);
  // What was told wrongly, and corrected: reimbursed at a window all the same.
  ASSERT_TRUE(settle("371300", "P1", {.id = "E1", .care = "chronic", .later = true}, "correct").done);
  const auto found = report(371300, "2023-03", "2023-03");
  ASSERT_EQ(found.shares.size(), 2U);
  EXPECT_EQ(found.shares[0].care, Care::chronic);
  EXPECT_EQ(found.shares[0].reach, Reach::province);
  EXPECT_EQ(found.shares[0].at_once, 0);
  EXPECT_EQ(found.shares[0].later, 2);
  EXPECT_EQ(found.shares[1].reach, Reach::cross_province);
  EXPECT_EQ(found.shares[1].at_once, 1);
}

TEST_F(Elsewhere, JN_7_1_d_TargetsElsewhereWithoutAFilingAreListedWithWhatToDo) {
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(true));
  const std::string target =
      std::string(kResident) + R"(,"identities":[{"category":"minimum-living","from":"2023-01-01"}])";
  tell("370800", "T1", target);
  tell("370800", "T2",
       target + R"(,"residence":[{"place":"remote-referred","region":"370100","from":"2023-03-01",)"
                R"("to":"2023-04-01","filed":"2023-03-01","channel":"phone"}])");
  tell("370800", "N1", kResident);
  for (const std::string person : {"T1", "T2", "N1"}) {
    ASSERT_TRUE(settle("370800", person, {.id = "E" + person}).done);
    ASSERT_TRUE(
        settle("370800", person, {.id = "F" + person, .date = "2023-04-01", .place = "remote-referred", .later = true})
            .done);
  }
  const auto found = report(370800, "2023-01", "2023-12");
  ASSERT_EQ(found.unfiled.size(), 3U) << exchange::elsewhere_text(found, Language::en);
  EXPECT_EQ(found.unfiled[0].encounter, "ET1");
  EXPECT_EQ(found.unfiled[0].identity, Identity::minimum_living);
  EXPECT_FALSE(found.unfiled[0].later);
  EXPECT_EQ(found.unfiled[1].encounter, "FT1");
  EXPECT_EQ(found.unfiled[2].encounter, "FT2") << "the days of a filing govern: it ended that day";
  const std::string json = exchange::elsewhere_json(found);
  EXPECT_NE(json.find("have the referral filed by the institution that referred"), std::string::npos) << json;
  // Filed late, for that day: it leaves the list, and the bill is settled as filed.
  tell("370800", "T1", R"("residence":[{"place":"remote-resident","region":"370100","from":"2023-03-01"}])");
  EXPECT_EQ(report(370800, "2023-01", "2023-12").unfiled.size(), 1U);
}

TEST_F(Elsewhere, JN_7_1_d_TheBillSaysWhetherThreeLayersWereSettledAtOnce) {
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(true));
  tell("370800", "T1", std::string(kResident) + R"(,"identities":[{"category":"minimum-living","from":"2023-01-01"}])");
  Told told{.id = "E1", .place = "remote-referred"};
  ASSERT_TRUE(settle("370800", "T1", told).done);
  const auto file = operations::rebuild(counter_.desk(), store::Subject{370800, "T1"});
  ASSERT_TRUE(file);
  const books::Slot& slot = file->slots().front();
  Encounter encounter = std::get<Encounter>(slot.said);
  const auto said = [&] {
    return exchange::describe(slot.folded->person, &encounter, *slot.folded->bill, {.language = Language::en});
  };
  EXPECT_NE(said().find("settled at once with the institution"), std::string::npos) << said();
  encounter.reimbursed_later = true;
  EXPECT_NE(said().find("reimbursed later at a window"), std::string::npos) << said();
  encounter.reimbursed_later = false;
  encounter.place = Place::local;
  EXPECT_EQ(said().find("settled at once"), std::string::npos) << said();
}

}  // namespace
}  // namespace yidan::testing
