#include "exchange/standing_writer.h"

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan::exchange {
namespace {

using standing::AccountEntry;
using standing::Saying;
using standing::Standing;

using testing::day;
using testing::month;

// A pool of two rules, the second assumed by a draft; both cite the first clause.
policy::Pool pool() {
  policy::Pool pool;
  pool.region = Region(371700);
  pool.rules.push_back({.id = "first", .clauses = {"HZ-2.2-e", "HZ-2.2-a"}});
  pool.rules.push_back(
      {.id = "second", .clauses = {"HZ-2.2-e", "JN-2-c"}, .basis = Basis::assumed, .status = PolicyStatus::draft});
  return pool;
}

Record record() {
  Record record;
  record.person = "P1";
  return record;
}

standing::Reasoning because(Saying saying, std::initializer_list<policy::RuleId> rules,
                            std::array<policy::Argument, 4> arguments = {}) {
  standing::Reasoning why{.saying = saying, .arguments = arguments};
  std::ranges::copy(rules, why.rules.begin());
  return why;
}

std::string written(const Standing& standing, StandingOptions options = {.language = Language::en}) {
  std::string out;
  const policy::Pool rules = pool();
  StandingWriter(options).write(out, rules, record(), standing);
  return out;
}

// The value of a list or an object of the standing: from its bracket to the next key at the top.
std::string part(const std::string& text, const std::string& key, const std::string& next) {
  const std::size_t from = text.find("\"" + key + "\":") + key.size() + 3;
  return text.substr(from, text.find(",\"" + next + "\":") - from);
}

TEST(StandingWriter, WritesAnEmptyStandingInTheOrderOfTheContract) {
  Standing standing;
  standing.as_of = day("2023-12-31");
  EXPECT_EQ(written(standing),
            R"({"format":"yidan.standing/1","person":"P1","as_of":"2023-12-31","pool":"371700","basis":"cited",)"
            R"("cover":[],"gaps":[],"dues":[],"subsidies":[],"account":{"balance":"0.00","entries":[]},)"
            R"("years":{"actual_months":0,"deemed_months":0,"clauses":[],"basis":"cited"},"identities":[],)"
            R"("warnings":[]})");
}

TEST(StandingWriter, WritesCoverAndGapsWithAnOpenEndLeftOut) {
  Standing standing;
  standing.cover.push_back({Scheme::resident,
                            Status::adult,
                            {day("2022-04-15"), day("2023-01-01")},
                            because(Saying::cover_retired_granted, {0, 1}, {day("2022-04-15")})});
  standing.gaps.push_back({{day("2023-01-01")}, CoverReason::left, because(Saying::none, {})});
  const std::string text = written(standing);
  EXPECT_EQ(part(text, "cover", "gaps"),
            R"([{"scheme":"resident","status":"adult","from":"2022-04-15","to":"2023-01-01",)"
            R"("clauses":["HZ-2.2-e","HZ-2.2-a","JN-2-c"],"basis":"assumed","policy_status":"draft",)"
            R"("text":"enrolled as retired from 2022-04-15"}])");
  EXPECT_EQ(part(text, "gaps", "dues"), R"([{"from":"2023-01-01","reason":"left","clauses":[],"basis":"cited"}])");
  EXPECT_NE(text.find(R"("basis":"assumed","policy_status":"draft","cover")"), std::string::npos)
      << "the whole is as weak as its weakest part";
}

TEST(StandingWriter, WritesDuesOfAYearAndOfAMonth) {
  Standing standing;
  standing.dues.push_back({.insured_year = 2022,
                           .part = DuePart::individual,
                           .payer = Payer::person,
                           .amount = Money::yuan(320),
                           .paid_on = day("2022-03-15"),
                           .why = because(Saying::due_individual, {0}, {Money::yuan(320)})});
  standing.dues.push_back({.month = month("2023-02"),
                           .part = DuePart::employer,
                           .payer = Payer::employer,
                           .amount = Money::yuan(420),
                           .presumed = true});
  EXPECT_EQ(part(written(standing), "dues", "subsidies"),
            R"([{"for":"2022","part":"individual","payer":"person","amount":"320.00","paid_on":"2022-03-15",)"
            R"("clauses":["HZ-2.2-e","HZ-2.2-a"],"basis":"cited","text":"resident's individual part 320.00"},)"
            R"({"for":"2023-02","part":"employer","payer":"employer","amount":"420.00","presumed":true,)"
            R"("clauses":[],"basis":"cited"}])");
}

TEST(StandingWriter, WritesTheAccountWithCreditsDebitsAndRefusals) {
  Standing standing;
  standing.account = {Money::yuan(5), Money::yuan(76), {}};
  standing.account.entries.push_back(
      {.kind = AccountEntry::Kind::credit, .month = month("2022-12"), .amount = Money::yuan(129)});
  standing.account.entries.push_back({.kind = AccountEntry::Kind::debit,
                                      .on = day("2023-11-02"),
                                      .amount = Money::yuan(58),
                                      .use = AccountUse::pharmacy,
                                      .beneficiary = Beneficiary::spouse});
  standing.account.entries.push_back({.kind = AccountEntry::Kind::refused,
                                      .on = day("2023-11-03"),
                                      .amount = Money::yuan(80),
                                      .use = AccountUse::fitness,
                                      .refusal = AccountRefusal::not_allowed});
  const std::string none = R"("clauses":[],"basis":"cited"})";
  EXPECT_EQ(part(written(standing), "account", "years"),
            R"({"opening":"5.00","balance":"76.00","entries":[{"month":"2022-12","credit":"129.00",)" + none +
                R"(,{"on":"2023-11-02","use":"pharmacy","for":"spouse","debit":"58.00",)" + none +
                R"(,{"on":"2023-11-03","use":"fitness","for":"self","refused":"80.00",)" +
                R"("reason":{"code":"not-allowed","text":"not a permitted use or beneficiary"},)" + none + "]}");
}

TEST(StandingWriter, WritesOfTheYearsWhatIsKnown) {
  Standing standing;
  standing.years = {.actual_months = 8, .deemed_months = 120, .required_months = 360, .missing_months = 232};
  EXPECT_EQ(part(written(standing), "years", "identities"),
            R"({"actual_months":8,"deemed_months":120,"required_months":360,"missing_months":232,)"
            R"("clauses":[],"basis":"cited"})");
  standing.years.topped_up_months = 232;
  standing.years.missing_months = 0;
  standing.years.entitled_from = day("2023-11-01");
  EXPECT_EQ(part(written(standing), "years", "identities"),
            R"({"actual_months":8,"deemed_months":120,"topped_up_months":232,"required_months":360,)"
            R"("missing_months":0,"entitled_from":"2023-11-01","clauses":[],"basis":"cited"})");
}

TEST(StandingWriter, WritesSubsidiesIdentitiesAndWarnings) {
  Standing standing;
  standing.subsidies.push_back({2023, Identity::minimum_living, Payer::assistance, Money::yuan(96), {}});
  standing.identities.push_back({Identity::minimum_living, {day("2022-05-01")}, {}});
  standing.warnings.push_back({WarningKind::out_of_order, std::nullopt, because(Saying::warning, {})});
  standing.warnings.push_back(
      {WarningKind::no_rate, 3, because(Saying::warning, {0}, {policy::Argument(month("2023-02"))})});
  const std::string text = written(standing);
  EXPECT_EQ(part(text, "subsidies", "account"),
            R"([{"for":"2023","category":"minimum-living","payer":"assistance","amount":"96.00",)"
            R"("clauses":[],"basis":"cited"}])");
  EXPECT_EQ(part(text, "identities", "warnings"),
            R"([{"category":"minimum-living","from":"2022-05-01","clauses":[],"basis":"cited"}])");
  EXPECT_NE(text.find(R"({"code":"out-of-order","text":"the events are)"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("where":"events[3]","clauses":["HZ-2.2-e","HZ-2.2-a"]}]})"), std::string::npos) << text;
}

TEST(StandingWriter, LeavesOutSentencesAndNothingElse) {
  Standing standing;
  standing.gaps.push_back({{day("2023-01-01")}, CoverReason::left, because(Saying::gap_not_enrolled, {0})});
  standing.account.entries.push_back({.kind = AccountEntry::Kind::refused});
  standing.warnings.push_back({WarningKind::out_of_order, 0, because(Saying::warning, {})});
  const std::string text = written(standing, {.sentences = false});
  EXPECT_EQ(text.find("\"text\""), std::string::npos);
  EXPECT_EQ(text, written(standing, {.language = Language::en, .sentences = false})) << "no language is left";
  EXPECT_NE(text.find(R"("reason":{"code":"not-allowed"})"), std::string::npos);
}

TEST(StandingWriter, WritesTheSameWhetherIndentedOrNotAndWhateverItWroteBefore) {
  Standing standing;
  standing.gaps.push_back({{day("2023-01-01")}, CoverReason::left, because(Saying::gap_not_enrolled, {1, 0})});
  standing.gaps.push_back({{day("2024-01-01")}, CoverReason::left, because(Saying::gap_not_enrolled, {0, 1})});
  const policy::Pool rules = pool();
  policy::Pool others = pool();
  others.rules[0].clauses = {"YT-2.1-a"};
  StandingWriter writer({.language = Language::en});
  std::string first;
  std::string other;
  std::string again;
  writer.write(first, rules, record(), standing);
  writer.write(other, others, record(), standing);
  writer.write(again, rules, record(), standing);
  EXPECT_EQ(first, again);
  EXPECT_NE(other.find("YT-2.1-a"), std::string::npos);
  std::string pretty = written(standing, {.language = Language::en, .style = json::Writer::Style::pretty});
  const std::string spaced = "not enrolled in basic insurance";
  for (std::size_t at = 0; (at = pretty.find(spaced, at)) != std::string::npos;) pretty.replace(at, spaced.size(), "@");
  std::erase_if(pretty, [](char c) { return c == ' ' || c == '\n'; });
  for (std::size_t at = 0; (at = pretty.find('@', at)) != std::string::npos;) pretty.replace(at, 1, spaced);
  EXPECT_EQ(pretty, first);
}

TEST(StandingWriter, WritesWhyARecordIsRejected) {
  std::string out;
  write_rejected_record(out, {ErrorCode::missing, {"缺少“on”", "'on' is missing"}, "$.events[0].on"},
                        {.language = Language::en});
  EXPECT_EQ(out, R"({"format":"yidan.standing/1","status":"rejected","error":{"code":"missing",)"
                 R"("message":"'on' is missing","where":"$.events[0].on"}})");
}

}  // namespace
}  // namespace yidan::exchange
