#include "policy/policy.h"

#include <algorithm>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "policy/test_support.h"
#include "testing/files.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

namespace fs = std::filesystem;

using testing::day;

const Benefit& benefit_of(std::int32_t region, std::string_view id) {
  const Pool* pool = testing::shipped_policy().find(Region(region));
  const auto found = std::ranges::find(pool->benefits, id, &Benefit::id);
  if (found == pool->benefits.end()) throw std::out_of_range(std::string(id));
  return *found;
}

Key key_of(Dimension dimension, std::size_t ordinal) {
  Key key;
  key.set(dimension, ordinal);
  return key;
}
Key identity(Identity held) { return key_of(Dimension::identity, static_cast<std::size_t>(held)); }
Key place(Place where) { return key_of(Dimension::place, static_cast<std::size_t>(where)); }
Key status(Status which) { return key_of(Dimension::status, static_cast<std::size_t>(which)); }

// "1800.00", "70%", "none", or "-" where no value holds.
std::string at(const Table& table, const Key& key, std::string_view when) {
  const Cell* cell = table.find(key, day(when));
  if (cell == nullptr) return "-";
  if (cell->kind == Cell::Kind::none) return "none";
  return cell->kind == Cell::Kind::rate ? to_text(cell->rate()) : to_text(cell->money());
}

std::string ratio_at(const Benefit& benefit, const Key& key, std::string_view when) {
  const Cell* cell = benefit.ratio.find(key, day(when));
  if (cell == nullptr) return "-";
  std::string text;
  for (const Bracket& bracket : benefit.schedules[static_cast<std::size_t>(cell->value)]) {
    text += (text.empty() ? "" : " ") + to_text(bracket.rate);
  }
  return text;
}

// Every folder that extends another is a city, and a pool; none is lost.
TEST(Policy, OfTheShippedPacksCompiles) {
  const auto loaded = testing::packs_in(testing::packs_folder());
  for (const Problem& problem : loaded ? std::vector<Problem>{} : loaded.error()) {
    ADD_FAILURE() << to_text(problem, Language::en);
  }
  ASSERT_TRUE(loaded);
  std::set<std::string> cities;
  for (const auto& folder : testing::list_files(testing::packs_folder(), "")) {
    const bool is_city = fs::exists(folder / "pack.yaml") &&
                         testing::read_file(folder / "pack.yaml").find("\nextends: ") != std::string::npos;
    if (is_city) cities.insert(folder.filename());
  }
  std::set<std::string> pools;
  for (const Pool& pool : loaded->pools) pools.insert(pool.folder);
  EXPECT_EQ(pools, cities);
  EXPECT_EQ(testing::shipped_pool(370600).name.en, "Yantai");
}

TEST(Policy, FindsAPoolByItsRegion) {
  EXPECT_EQ(testing::shipped_pool(371700).name.zh, "菏泽市");
  EXPECT_EQ(testing::shipped_policy().find(Region(370000)), nullptr);
  EXPECT_EQ(testing::shipped_policy().find(Region()), nullptr);
}

TEST(Policy, CitesARegisteredClauseForEveryRule) {
  for (const Pool& pool : testing::shipped_policy().pools) {
    ASSERT_LT(pool.rules.size(), kNoRule);
    for (const Rule& rule : pool.rules) {
      // Figures of statistics stand in no clause: they have a source.
      EXPECT_TRUE(!rule.clauses.empty() || rule.id.starts_with("indicators.")) << pool.folder << " " << rule.id;
      for (const std::string& clause : rule.clauses)
        EXPECT_TRUE(testing::shipped_policy().clauses.contains(clause)) << clause;
      EXPECT_LT(rule.period.from, rule.period.to) << to_text(rule.at);
    }
  }
}

TEST(Policy, NamesASourceOrABoundForEveryFigureThatIsNotCited) {
  for (const Pool& pool : testing::shipped_policy().pools) {
    for (const Rule& rule : pool.rules) {
      if (rule.basis == Basis::analogy) continue;  // the clause says it
      EXPECT_EQ(rule.basis == Basis::cited, rule.source.en.empty())
          << to_text(rule.at) << ": " << rule.value.text << ", " << code(rule.basis);
    }
  }
}

TEST(Policy, HoldsBenefitsInTheOrderOfTheirLayers) {
  for (const Pool& pool : testing::shipped_policy().pools) {
    EXPECT_TRUE(std::ranges::is_sorted(pool.benefits, {}, &Benefit::layer)) << pool.folder;
  }
}

TEST(Policy, HasTheCountersOfTheContract) {
  const std::vector<std::string_view> names{
      "employee-outpatient.deductible",
      "employee-outpatient.paid",
      "resident-outpatient.paid",
      "two-disease.paid",
      "employee-inpatient.paid",
      "resident-inpatient.paid",
      "employee-chronic.paid",
      "resident-chronic.paid",
      "catastrophic.base",
      "catastrophic.paid",
      "large-amount.base",
      "large-amount.paid",
      "assistance.base",
      "assistance.paid",
      "re-assistance.base",
      "re-assistance.paid",
  };
  for (const Pool& pool : testing::shipped_policy().pools) {
    for (const std::string_view name : names) EXPECT_NE(pool.counter(name), kNoCounter) << pool.folder << " " << name;
    EXPECT_EQ(pool.counter("assistance.spent"), kNoCounter);
    for (std::size_t i = 0; i < pool.counter_names.size(); ++i) {
      EXPECT_EQ(pool.counter(pool.counter_names[i]), static_cast<CounterId>(i)) << pool.counter_names[i];
    }
  }
}

TEST(Benefit, IsForItsSchemeCareAndDiseases) {
  const Disease hypertension = Disease::hypertension;
  const Disease dialysis = Disease::dialysis;
  const Benefit& chronic = benefit_of(370600, "employee-chronic");
  EXPECT_TRUE(chronic.is_for(Scheme::employee, Care::chronic, &hypertension));
  EXPECT_FALSE(chronic.is_for(Scheme::resident, Care::chronic, &hypertension));
  EXPECT_FALSE(chronic.is_for(Scheme::employee, Care::inpatient, &hypertension));
  EXPECT_FALSE(chronic.is_for(Scheme::employee, Care::chronic, &dialysis));
  EXPECT_FALSE(chronic.is_for(Scheme::employee, Care::chronic, nullptr));
  const Benefit& inpatient = benefit_of(370600, "employee-inpatient");
  EXPECT_TRUE(inpatient.is_for(Scheme::employee, Care::inpatient, nullptr));
  EXPECT_TRUE(inpatient.is_for(Scheme::employee, Care::chronic, &dialysis));
  EXPECT_FALSE(inpatient.is_for(Scheme::employee, Care::chronic, &hypertension));
  EXPECT_TRUE(inpatient.is_treatment(Care::chronic, &dialysis));
  EXPECT_FALSE(inpatient.is_treatment(Care::inpatient, &dialysis));
  EXPECT_FALSE(inpatient.is_treatment(Care::chronic, nullptr));
}

TEST(Yantai, PaysGeneralOutpatientCareAsItsDocumentSays) {
  const Benefit& benefit = benefit_of(370600, "employee-outpatient");
  EXPECT_EQ(benefit.in_force_on(day("2022-06-30")), kNoRule);
  EXPECT_NE(benefit.in_force_on(day("2022-07-01")), kNoRule);
  EXPECT_EQ(at(benefit.cap, {}, "2022-06-30"), "-");
  EXPECT_EQ(at(benefit.cap, {}, "2022-12-31"), "900.00");
  EXPECT_EQ(at(benefit.cap, {}, "2023-01-01"), "1800.00");
  EXPECT_EQ(at(benefit.deductible, level(1), "2023-03-05"), "500.00");
  EXPECT_EQ(at(benefit.deductible, level(2), "2023-03-05"), "800.00");
  EXPECT_EQ(at(benefit.deductible, level(3), "2023-03-05"), "800.00");
  EXPECT_EQ(benefit.deductible_kind, DeductibleKind::absorbed);
  EXPECT_EQ(ratio_at(benefit, level(1), "2023-03-05"), "70%");
  EXPECT_EQ(ratio_at(benefit, level(2), "2023-03-05"), "60%");
  EXPECT_EQ(ratio_at(benefit, level(3), "2023-03-05"), "50%");
  EXPECT_EQ(at(benefit.tilt_ratio, status(Status::retired), "2023-03-05"), "5%");
  EXPECT_EQ(at(benefit.tilt_ratio, status(Status::active), "2023-03-05"), "-");
  EXPECT_EQ(at(benefit.first_self_pay, place(Place::local), "2023-03-05"), "0%");
  EXPECT_EQ(at(benefit.first_self_pay, place(Place::remote_resident), "2023-03-05"), "0%");
  EXPECT_EQ(at(benefit.first_self_pay, place(Place::remote_temporary), "2023-03-05"), "10%");
  EXPECT_EQ(at(benefit.first_self_pay, place(Place::remote_referred), "2023-03-05"), "10%");
  EXPECT_EQ(benefit.conditions_on(day("2023-03-05")).blocking_stays,
            (WordSet<StayKind>{StayKind::inpatient, StayKind::ltc_special_care}));
}

TEST(Heze, PaysResidentsAsItsDocumentSays) {
  const Benefit& outpatient = benefit_of(371700, "resident-outpatient");
  EXPECT_EQ(outpatient.in_force_on(day("2020-12-31")), kNoRule);
  EXPECT_EQ(at(outpatient.cap, {}, "2021-01-01"), "200.00");
  EXPECT_EQ(at(outpatient.cap, {}, "2025-06-01"), "200.00");
  EXPECT_EQ(ratio_at(outpatient, {}, "2021-01-01"), "50%");
  EXPECT_TRUE(outpatient.deductible.empty());
  const Benefit& drugs = benefit_of(371700, "two-disease");
  EXPECT_EQ(at(drugs.deductible, {}, "2022-01-01"), "0.00");
  EXPECT_EQ(ratio_at(drugs, {}, "2022-01-01"), "60%");
  EXPECT_EQ(at(drugs.cap, key_of(Dimension::held, 0), "2022-01-01"), "300.00");
  EXPECT_EQ(at(drugs.cap, key_of(Dimension::held, 1), "2022-01-01"), "600.00");
}

TEST(Heze, LowersTheSecondLayersDeductibleForHardshipGroupsAndNothingElse) {
  const Benefit& benefit = benefit_of(371700, "catastrophic");
  for (const Identity held :
       {Identity::destitute, Identity::minimum_living, Identity::returned_to_poverty, Identity::lifted_from_poverty}) {
    EXPECT_EQ(at(benefit.tilt_deductible, identity(held), "2023-03-05"), "5000.00") << code(held);
    EXPECT_EQ(at(benefit.tilt_deductible, identity(held), "2021-09-09"), "5000.00")
        << "it says 'still': " << code(held);
    EXPECT_EQ(at(benefit.tilt_ratio, identity(held), "2023-03-05"), "-");
    EXPECT_EQ(at(benefit.tilt_cap, identity(held), "2023-03-05"), "-");
  }
  EXPECT_EQ(at(benefit.tilt_deductible, identity(Identity::monitored), "2023-03-05"), "-");
  EXPECT_EQ(at(benefit.tilt_deductible, identity(Identity::none), "2023-03-05"), "-");
}

struct Assistance {
  Identity held;
  const char* deductible;
  const char* ratio;
  const char* cap;
  const char* again_above;
  const char* again_cap;
};

const std::vector<Assistance> kJining{
    {Identity::destitute, "0.00", "70%", "60000.00", "5000.00", "20000.00"},
    {Identity::minimum_living, "0.00", "70%", "60000.00", "5000.00", "20000.00"},
    {Identity::returned_to_poverty, "0.00", "70%", "60000.00", "5000.00", "20000.00"},
    {Identity::minimum_living_margin, "3000.00", "60%", "10000.00", "10000.00", "20000.00"},
    {Identity::monitored, "3000.00", "60%", "10000.00", "10000.00", "20000.00"},
    {Identity::impoverished_by_illness, "8000.00", "60%", "10000.00", "-", "-"},
};

TEST(Jining, AssistsByIdentityAsItsDraftSays) {
  const Benefit& first = benefit_of(370800, "assistance");
  const Benefit& again = benefit_of(370800, "re-assistance");
  for (const Assistance& each : kJining) {
    const Key key = identity(each.held);
    EXPECT_EQ(at(first.deductible, key, "2023-06-01"), each.deductible) << code(each.held);
    EXPECT_EQ(ratio_at(first, key, "2023-06-01"), each.ratio) << code(each.held);
    EXPECT_EQ(at(first.cap, key, "2023-06-01"), each.cap) << code(each.held);
    EXPECT_EQ(at(again.deductible, key, "2023-06-01"), each.again_above) << code(each.held);
    EXPECT_EQ(at(again.cap, key, "2023-06-01"), each.again_cap) << code(each.held);
    EXPECT_EQ(again.conditions_on(day("2023-06-01")).identities.contains(each.held),
              each.again_above != std::string_view("-"));
  }
  EXPECT_EQ(first.deductible_kind, DeductibleKind::threshold);
  EXPECT_NE(again.conditions_on(day("2023-06-01")).province_by_the_rules, kNoRule);
}

// By its draft from 2023 to 2027; on other days the list's, assumed as in the cities without a text (SD20-2.3.4.2-a).
TEST(Jining, AssistsByItsDraftAndElseByTheList) {
  const Pool& pool = testing::shipped_pool(370800);
  for (const char* id : {"assistance", "re-assistance"}) {
    const Benefit& benefit = benefit_of(370800, id);
    const auto basis = [&](std::string_view on) { return pool.rule(benefit.in_force_on(day(on))).basis; };
    const auto identity = [&](std::string_view on) { return pool.rule(benefit.conditions_on(day(on)).identity).basis; };
    EXPECT_EQ(benefit.in_force_on(day("2019-12-31")), kNoRule) << id;
    for (const char* on : {"2020-01-01", "2022-12-31", "2028-01-01"}) {
      EXPECT_EQ(basis(on), Basis::assumed) << id << " " << on;
      EXPECT_EQ(identity(on), Basis::assumed) << id << " " << on;
    }
    for (const char* on : {"2023-01-01", "2027-12-31"}) {
      EXPECT_EQ(basis(on), Basis::cited) << id << " " << on;
      EXPECT_EQ(identity(on), Basis::cited) << id << " " << on;
    }
  }
}

TEST(Jining, RulesOfItsOwnAreADraft) {
  const Pool& pool = testing::shipped_pool(370800);
  std::size_t drafts = 0;
  for (const Rule& rule : pool.rules) {
    // What a document in force says, too, needs no draft.
    const bool own = std::ranges::all_of(rule.clauses, [](const auto& clause) { return clause.starts_with("JN-"); });
    if (rule.status == PolicyStatus::draft) ++drafts;
    if (rule.folder == "370800-jining" && rule.basis == Basis::cited && own) {
      EXPECT_EQ(rule.status, PolicyStatus::draft) << to_text(rule.at);
    }
    if (rule.folder != "370000-shandong") continue;
    EXPECT_EQ(rule.status, PolicyStatus::in_force) << to_text(rule.at);
  }
  EXPECT_GT(drafts, 0U);
  EXPECT_EQ(pool.rule(pool.in_force_on(day("2023-06-01"))).status, PolicyStatus::in_force);
}

TEST(Draft, IsNoOtherCitys) {
  for (const Pool& pool : testing::shipped_policy().pools) {
    if (pool.region == Region(370800)) continue;
    for (const Rule& rule : pool.rules) EXPECT_EQ(rule.status, PolicyStatus::in_force) << pool.folder << " " << rule.id;
  }
}

TEST(Linyi, EndsWith2025) {
  const Pool& pool = testing::shipped_pool(371300);
  EXPECT_NE(pool.in_force_on(day("2025-12-31")), kNoRule);
  EXPECT_EQ(pool.in_force_on(day("2026-01-01")), kNoRule);
}

TEST(Linyi, AloneCountsTheDeductibleOfReferralsContinuously) {
  for (const Pool& pool : testing::shipped_policy().pools) {
    EXPECT_EQ(pool.continuous_deductible.find({}, day("2023-03-05")) != nullptr, pool.region == Region(371300))
        << pool.folder;
  }
}

const std::string kRegister =
    "id\tdocument\tsection\tcapability\tregion\tstatus\tfrom\tthrough\ttestable\tgist_zh\tgist_en\n"
    "A-1\tA\t\t\t370000\tin-force\t\t\tyes\t一\tone\n";

// A folder of packs made for one test.
class BrokenPacks : public ::testing::Test {
 protected:
  BrokenPacks() { fs::remove_all(root_); }
  ~BrokenPacks() override { fs::remove_all(root_); }
  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << text;
  }
  [[nodiscard]] std::string complaints() const {
    const auto loaded = testing::packs_in(root_);
    std::string all;
    if (!loaded) {
      for (const Problem& problem : loaded.error()) all += to_text(problem, Language::en) + "\n";
    }
    return all;
  }

  fs::path root_ = fs::path(::testing::TempDir()) / ("yidan-" + std::to_string(getpid())) / "packs";
};

TEST_F(BrokenPacks, HaveNoPolicyButEveryProblemInOrder) {
  write("clauses/clauses.tsv", kRegister);
  write("b-city/pack.yaml",
        "region: \"1\"\nname: {zh: 乙, en: B}\nin_force:\n  - {from: 2020-01-01, clauses: [A-2], basis: cited}\n");
  write("a-city/pack.yaml",
        "region: \"370600\"\nname: {zh: 甲, en: A}\nextends: nowhere\nin_force:\n"
        "  - {from: 2020-02-30, clauses: [A-1], basis: cited}\n");
  const std::string found = complaints();
  const auto first = found.find("packs/a-city/pack.yaml:3:10: error: no pack 'nowhere'");
  const auto second = found.find("packs/a-city/pack.yaml:5:12: error: '2020-02-30' is not a date");
  const auto third = found.find("packs/b-city/pack.yaml:1:9: error: a region is a code of six digits");
  const auto fourth = found.find("packs/b-city/pack.yaml:4:34: error: no clause 'A-2' in the register");
  EXPECT_TRUE(first < second && second < third && third < fourth && fourth != std::string::npos) << found;
}

// L1: a later layer works on what is unpaid; the whole scope again would pay more than there is.
TEST_F(BrokenPacks, LetALaterLayerPayTheWholeScopeAgain) {
  const std::string authority = "from: 2020-01-01, clauses: [A-1], basis: cited";
  write("clauses/clauses.tsv", kRegister);
  write("city/pack.yaml", "region: \"370600\"\nname: {zh: 甲, en: A}\nin_force:\n  - {" + authority + "}\n");
  write("city/large-amount/benefit.yaml",
        "title: {zh: 甲, en: A}\nlayer: large-amount\nfund: employee-large-amount\nschemes: [employee]\n"
        "care: [inpatient]\nbase: policy-scope\nin_force:\n  - {" +
            authority + "}\n");
  write("city/large-amount/ratio.yaml",
        "title: {zh: 甲, en: A}\nunit: percent\nby: []\nvalues:\n  - {value: \"80%\", " + authority + "}\n");
  const std::string found = complaints();
  EXPECT_NE(found.find("packs/city/large-amount/benefit.yaml:6:7: error:"), std::string::npos) << found;
  EXPECT_EQ(found.find('\n'), found.size() - 1) << found;
}

TEST_F(BrokenPacks, AreMissingAltogether) {
  const std::string folder = root_.generic_string();
  EXPECT_EQ(complaints(), folder + ": error: there is no such folder: name the folder of the packs\n");
  fs::create_directories(root_);
  EXPECT_EQ(complaints(),
            folder + ": error: there are no packs here (folders with a pack.yaml): name the folder of the packs\n");
}

// "premium-subsidy: assistance → resident-pooled", one for each way of the day.
std::vector<std::string> ways(const Pool& pool, std::string_view when) {
  std::vector<std::string> found;
  for (const FundRoute& way : pool.fund_routes_on(day(when))) {
    EXPECT_EQ(pool.rule(way.rule).id, "funds.routes");
    found.push_back(std::string(code(way.route)) + ": " + std::string(code(way.payer)) + " → " +
                    std::string(code(way.receiver)));
  }
  return found;
}

TEST(FundRoutes, AreThoseThatThePacksPermitAndNoOther) {
  const std::vector<std::string> both{"premium-subsidy: assistance → resident-pooled",
                                      "account-credit: employee-pooled → personal-account"};
  for (const Pool& pool : testing::shipped_policy().pools) {
    EXPECT_EQ(ways(pool, "2019-12-31"), std::vector<std::string>{}) << pool.folder;
    EXPECT_EQ(ways(pool, "2020-01-01"), both) << pool.folder;
    EXPECT_EQ(ways(pool, "2023-12-31"), both) << pool.folder;
    EXPECT_EQ(ways(pool, "2024-01-01"), both) << pool.folder;
  }
}

TEST(FundRoutes, AreNoneInAPoolThatSaysNothingOfThem) {
  const auto small = testing::packs_in(testing::in_repository("tests/cases/bad/base"));
  ASSERT_TRUE(small);
  EXPECT_TRUE(small->pools.front().fund_routes_on(day("2023-03-05")).empty());
}

}  // namespace
}  // namespace yidan::policy
