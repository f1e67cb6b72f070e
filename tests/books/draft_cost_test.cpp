// What a draft would cost, against books that were kept by the draft from the beginning.
#include "operations/draft_cost.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/cost_report.h"
#include "operations/decisions.h"
#include "policy/load.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {
namespace {

using operations::CostOfDraft;
using ::testing::HasSubstr;
using ::testing::Not;

const Region kHeze(371700);

// A draft: residents' outpatient care is paid up to 300.00 a year in place of 200.00.
policy::Source draft_packs() {
  policy::Source packs = shipped_packs();
  std::string& cap = packs.files.at("371700-heze/resident-outpatient/cap.yaml");
  cap.replace(cap.find("\"200.00\""), 8, "\"300.00\"");
  return packs;
}

const policy::Policy& draft() {
  static const policy::Policy compiled = [] {
    auto policy = policy::load_policy(draft_packs());
    if (!policy) throw std::runtime_error(to_text(policy.error().front(), Language::en));
    return std::move(*policy);
  }();
  return compiled;
}

// Books of made-up residents, kept by some packs.
class MadeUpBooks {
 public:
  MadeUpBooks(const policy::Policy& policy, const policy::Source& packs) : MadeUpBooks(policy, packs, Gate::removed) {
    fill();
  }

  // Books with a gate: in Heze the shipped packs until the end of June 2023, then the draft.
  MadeUpBooks() : MadeUpBooks(shipped_policy(), shipped_packs(), Gate::kept) {
    for (const auto& each : operations::adopt_all(*desk_, parse_date("2022-01-01").value())) {
      if (!each.answer) throw std::runtime_error(each.answer.error().message.en);
    }
    desk_ =
        std::move(*operations::Desk::open(*store_, draft(), draft_packs(), "test", operations::Desk::Purpose::writing));
    const auto asking = operations::read_asking(
        R"({"format":"yidan.request/1","key":"a","pool":"371700","do":"activate","activation":{"on":"2023-07-01"}})", 1,
        policy_);
    const auto answer = operations::perform(operations::Caller(*desk_), asking.decision.value());
    if (!answer) throw std::runtime_error(answer.error().message.en);
    fill();
  }

  [[nodiscard]] operations::Desk& desk() { return *desk_; }
  // The same books, with other packs at hand.
  [[nodiscard]] std::unique_ptr<operations::Desk> desk_of(const policy::Policy& policy, const policy::Source& packs) {
    return std::move(*operations::Desk::open(*store_, policy, packs, "test", operations::Desk::Purpose::reading));
  }

  // What all funds pay of the bills of a year, as they were kept.
  [[nodiscard]] Money paid(std::string_view year) {
    Money sum;
    const auto walked = store_->each_subject([&](const store::SubjectContents& contents) -> Result<void> {
      const auto bills = books::stored_bills(contents.rows, contents.events);
      if (!bills) throw std::runtime_error("rows and documents do not belong together");
      for (const books::BillVersion& bill : *bills) {
        if (bill.rule_date.starts_with(year)) sum += Money::fen(bill.fund_total);
      }
      return {};
    });
    if (!walked) throw std::runtime_error(walked.error().message.en);
    return sum;
  }

 private:
  enum class Gate : std::uint8_t { kept, removed };

  MadeUpBooks(const policy::Policy& policy, const policy::Source& packs, Gate gate)
      : store_(std::move(*store::open("memory:", store::Access::create, counting_clock()))),
        desk_(std::move(*operations::Desk::open(*store_, policy, packs, "test", operations::Desk::Purpose::writing))),
        policy_(policy) {
    if (gate == Gate::removed && !desk_->remove_gate()) throw std::runtime_error("the gate stays");
  }

  void fill() {
    for (int person = 0; person < 40; ++person) add_person("P" + std::to_string(person));
    hand_in(R"({"format":"yidan.request/1","key":"r","pool":"371700","person":"P3","do":"reverse","encounter":"E2"})");
  }

  void add_person(const std::string& id) {
    const bool needy = next(5) == 0;
    const std::string held = R"([{"category":"destitute","from":"2020-01-01"}])";
    std::string text = R"({"format":"yidan.case/1","pool":"371700","person":{"id":")" + id +
                       R"(","coverage":[{"scheme":"resident","status":"adult","from":"2010-01-01"}],"identities":)" +
                       (needy ? held : "[]") + R"(},"encounters":[)";
    for (int bill = 0; bill < 8; ++bill) text += (bill == 0 ? "" : ",") + encounter(bill);
    hand_in(text + "]}");
  }

  std::string encounter(int number) {
    const bool stay = next(4) == 0;
    const std::string day =
        (number < 2 ? "2022-11-0" : "2023-0" + std::to_string(number) + "-0") + std::to_string(number + 1);
    const std::string care = stay ? "inpatient" : "outpatient";
    const std::string amount =
        std::to_string(stay ? 1'000 + next(20'000) : 20 + next(200)) + "." + std::to_string(10 + next(90));
    return R"({"id":"E)" + std::to_string(number) + R"(","care":")" + care + R"(","date":")" + day + "\"," +
           (stay ? R"("admitted":")" + day + "\"," : "") + R"("provider":{"id":"H)" + std::to_string(number) +
           R"(","region":"371700","level":1,"designated":[")" + care + R"("]},"lines":[{"class":"A","amount":")" +
           amount + R"("}]})";
  }

  void hand_in(const std::string& text) {
    const auto asking = operations::read_asking(text, 1, policy_);
    if (!asking.requests) throw std::runtime_error(asking.requests.error().message.en);
    for (const exchange::Request& request : *asking.requests) {
      const auto answer = operations::perform(*desk_, request);
      if (!answer) throw std::runtime_error(answer.error().message.en);
    }
  }

  std::uint32_t next(std::uint32_t below) {
    state_ = state_ * 1'664'525U + 1'013'904'223U;
    return (state_ >> 16U) % below;
  }

  std::unique_ptr<store::Store> store_;
  std::unique_ptr<operations::Desk> desk_;
  const policy::Policy& policy_;
  std::uint32_t state_ = 7;
};

Result<CostOfDraft> cost(operations::Desk& desk, const policy::Policy& of, int year) {
  return cost_of_draft(desk, {.pool = kHeze, .year = year, .draft = &of, .on = parse_date("2024-01-31").value()},
                       always);
}

TEST(DraftCost, IsWhatBooksKeptByTheDraftSay) {
  MadeUpBooks of_today(shipped_policy(), shipped_packs());
  MadeUpBooks then(draft(), draft_packs());
  const auto found = cost(of_today.desk(), draft(), 2023);
  ASSERT_TRUE(found) << found.error().message.en;
  EXPECT_EQ(found->cost.persons(), 40);
  EXPECT_EQ(found->cost.bills(), 40 * 6 - 1);  // one was reversed
  EXPECT_EQ(found->cost.total().before, of_today.paid("2023"));
  EXPECT_EQ(found->cost.total().after, then.paid("2023"));
  EXPECT_GT(found->cost.total().difference(), Money{});
  EXPECT_EQ(found->cost.loss().persons, 0);
  EXPECT_EQ(found->cost.gain().sum, found->cost.total().difference());
  EXPECT_LE(found->cost.gain().largest, Money::yuan(100));
}

// The books, not the packs at hand, say what is in force: the shipped packs until June, then the draft.
TEST(DraftCost, IsHeldAgainstWhatTheBooksHavePutIntoForceForEachDay) {
  MadeUpBooks books;
  MadeUpBooks then(draft(), draft_packs());
  const auto found = cost(books.desk(), draft(), 2023);
  ASSERT_TRUE(found) << found.error().message.en;
  EXPECT_EQ(found->cost.total().before, books.paid("2023"));
  EXPECT_EQ(found->cost.total().after, then.paid("2023"));
  EXPECT_NE(found->cost.total().difference(), Money{}) << "the draft is at hand, and was not in force before July";
  ASSERT_EQ(found->in_force.size(), 2U);
  EXPECT_EQ(to_text(found->in_force[0].from), "2023-01-01");
  EXPECT_EQ(to_text(found->in_force[1].from), "2023-07-01");
  const auto other = books.desk_of(shipped_policy(), shipped_packs());
  const auto same = cost(*other, draft(), 2023);
  ASSERT_TRUE(same) << same.error().message.en;
  EXPECT_EQ(same->cost.total().before, found->cost.total().before);
  EXPECT_EQ(same->cost.total().after, found->cost.total().after);
  const exchange::CostReport report{shipped_policy().find(kHeze),
                                    "my-draft",
                                    parse_date("2024-01-31").value(),
                                    &found->cost,
                                    found->capacity,
                                    0,
                                    found->in_force};
  EXPECT_THAT(cost_text(report, Language::zh), HasSubstr("现行：账册启用的政策包，自 2023-01-01 起 "));
  EXPECT_THAT(cost_text(report, Language::en), HasSubstr(" from 2023-07-01\n"));
  EXPECT_THAT(cost_json(report), HasSubstr(R"("in_force": [)"));
}

TEST(DraftCost, OfWhatIsInForceIsNothing) {
  MadeUpBooks books(shipped_policy(), shipped_packs());
  const auto found = cost(books.desk(), shipped_policy(), 2023);
  ASSERT_TRUE(found) << found.error().message.en;
  EXPECT_EQ(found->cost.total().difference(), Money{});
  EXPECT_EQ(found->cost.gain().persons + found->cost.loss().persons, 0);
}

TEST(DraftCost, OfAYearWithoutBillsIsEmpty) {
  MadeUpBooks books(shipped_policy(), shipped_packs());
  const auto found = cost(books.desk(), draft(), 2025);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->cost.bills(), 0);
}

TEST(DraftCost, NamesAPoolThatThePacksDoNotHave) {
  MadeUpBooks books(shipped_policy(), shipped_packs());
  const auto found = cost_of_draft(
      books.desk(), {.pool = Region(379900), .year = 2023, .draft = &draft(), .on = parse_date("2024-01-31").value()},
      always);
  ASSERT_FALSE(found);
  EXPECT_THAT(found.error().message.en, HasSubstr("no pool 379900"));
}

TEST(DraftCost, IsShownWithFundsMonthsGroupsAndMonthsHeld) {
  MadeUpBooks books(shipped_policy(), shipped_packs());
  const auto found = cost(books.desk(), draft(), 2023);
  ASSERT_TRUE(found);
  const exchange::CostReport report{
      shipped_policy().find(kHeze), "my-draft", parse_date("2024-01-31").value(), &found->cost, found->capacity, 0};
  const std::string text = cost_text(report, Language::zh);
  for (const char* part : {"按基金", "居民医保统筹基金", "2023-03", "特困人员", "全年基金多付", "支付能力"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
  EXPECT_THAT(cost_chart(report, Language::en), HasSubstr("</svg>"));
  EXPECT_THAT(cost_csv(report), HasSubstr("371700,2023-03,resident-pooled"));
  EXPECT_THAT(cost_json(report), HasSubstr("\"yidan.cost/1\""));
  EXPECT_THAT(text, HasSubstr("现行：手头的政策包"));
  EXPECT_THAT(cost_json(report), Not(HasSubstr("in_force")));
}

}  // namespace
}  // namespace yidan::testing
