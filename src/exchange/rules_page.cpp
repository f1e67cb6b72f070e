#include "exchange/rules_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "benefit/settle.h"
#include "policy/report/report.h"

namespace yidan::exchange {
namespace {

using policy::Pool;
using policy::Rule;

// What is asked, and the parameters that answer it.
struct Question {
  Text ask;
  std::vector<std::string_view> of;
};

const std::vector<Question>& questions() {
  static const std::vector<Question> list{
      {{"居民什么时候缴费？错过了怎么办？", "When do residents pay, and what if they are late?"},
       {"resident.window", "resident.individual", "resident.late-wait"}},
      {{"到外地看门诊，要先多付多少？", "How much more does one bear first elsewhere?"},
       {"employee-outpatient.first-self-pay", "employee-inpatient.first-self-pay",
        "resident-inpatient.first-self-pay"}},
      {{"个人账户每月进多少钱？", "What does the account get a month?"},
       {"account.credit-active", "account.credit-by-age", "account.credit-retired"}},
      {{"个人账户能给家里人用吗？", "May the family use the account?"}, {"account.family"}},
      {{"职工要缴满多少个月，退休后才不再缴费？", "How many months must an employee have paid by retirement?"},
       {"employee.required-months"}},
  };
  return list;
}

// Suppositions, not figures of a rule: who comes with which cost.
struct Supposed {
  Status status = Status::active;
  Care care = Care::outpatient;
  int level = 1;
  std::int64_t yuan = 0;
  std::optional<Identity> identity{};
};
constexpr std::array kSupposed{
    Supposed{Status::active, Care::outpatient, 2, 2000},
    Supposed{Status::retired, Care::inpatient, 3, 30'000},
    Supposed{Status::adult, Care::outpatient, 1, 300},
    Supposed{Status::adult, Care::inpatient, 2, 20'000},
    Supposed{Status::adult, Care::inpatient, 2, 20'000, Identity::minimum_living},
};

class PageMaker {
 public:
  PageMaker(const Pool& pool, Date on) : pool_(pool), on_(on) {
    page_.pool = &pool;
    page_.on = on;
    rules_ = policy::rules_on(pool, on);
  }

  RulesPage make() {
    for (const Scheme scheme : {Scheme::employee, Scheme::resident}) add_scheme(scheme);
    add_assistance();
    for (const Supposed& each : kSupposed) add_example(each);
    for (const Question& each : questions()) add_answer(each);
    add_changes();
    return std::move(page_);
  }

 private:
  RulesSaid said_of(std::string_view parameter) {
    RulesSaid said;
    for (const Rule* each : rules_) {
      if (each->id == parameter) said.push_back(each);
    }
    std::ranges::stable_sort(said, [](const Rule* a, const Rule* b) { return comes_before(*a, *b); });
    for (const Rule* each : said) {
      page_.any_assumed |= each->basis == Basis::assumed;
      page_.any_draft |= each->status == PolicyStatus::draft;
    }
    if (!said.empty() && std::ranges::find(shown_, parameter) == shown_.end()) shown_.emplace_back(parameter);
    return said;
  }

  BenefitSaid said_of(const policy::Benefit& benefit) {
    BenefitSaid said{.benefit = &benefit,
                     .deductible = said_of(benefit.id + ".deductible"),
                     .ratio = said_of(benefit.id + ".ratio"),
                     .cap = said_of(benefit.id + ".cap")};
    const auto add = [&](RulesSaid& into, const char* part) {
      const RulesSaid more = said_of(benefit.id + part);
      into.insert(into.end(), more.begin(), more.end());
    };
    add(said.deductible, ".tilt-deductible");
    add(said.ratio, ".tilt-ratio");
    add(said.cap, ".tilt-cap");
    return said;
  }

  static bool is_assistance(const policy::Benefit& benefit) { return traits(benefit.layer).is_assistance; }

  void add_scheme(Scheme scheme) {
    SchemeSaid said{.title = {std::string(word(scheme).zh), std::string(word(scheme).en)}, .benefits = {}};
    for (const policy::Benefit& each : pool_.benefits) {
      if (is_assistance(each) || !each.schemes.contains(scheme) || each.in_force_on(on_) == policy::kNoRule) continue;
      said.benefits.push_back(said_of(each));
    }
    if (!said.benefits.empty()) page_.schemes.push_back(std::move(said));
  }

  void add_assistance() {
    SchemeSaid said{.title = {"医疗救助（困难群众）", "medical assistance for the needy"}, .benefits = {}};
    for (const policy::Benefit& each : pool_.benefits) {
      if (is_assistance(each) && each.in_force_on(on_) != policy::kNoRule) said.benefits.push_back(said_of(each));
    }
    if (!said.benefits.empty()) page_.schemes.push_back(std::move(said));
  }

  void add_example(const Supposed& supposed) {
    const Date from = Date::from_days(0);
    Person person;
    person.id = "example";
    person.coverage.push_back({scheme_of(supposed.status), supposed.status, {from, Date::never()}});
    if (supposed.identity) person.identities.push_back({*supposed.identity, {from, Date::never()}});
    Encounter encounter{.id = "example", .care = supposed.care, .date = on_};
    constexpr int nights = 9;
    if (is_stay(supposed.care)) encounter.admitted = Date::from_days(on_.days() - nights);
    encounter.provider = {.id = "example", .region = pool_.region, .level = supposed.level};
    encounter.provider.designated.insert(designation_for(supposed.care));
    constexpr std::int64_t fen_of_a_yuan = 100;
    encounter.lines.push_back({.price = Money::fen(supposed.yuan * fen_of_a_yuan)});
    Case facts{.pool = pool_.region, .person = std::move(person), .opening = {}, .entries = {}, .record = {}};
    facts.entries.push_back({encounter.id, encounter});
    auto bills = benefit::settle_case(pool_, facts, benefit::Recording::none);
    if (bills.empty() || bills.front().status != BillStatus::settled) return;
    page_.examples.push_back(
        {supposed.status, supposed.care, supposed.level, supposed.identity, std::move(bills.front())});
  }

  void add_answer(const Question& question) {
    AnswerSaid answer{.question = question.ask, .answers = {}};
    for (const std::string_view parameter : question.of) {
      RulesSaid said = said_of(parameter);
      if (!said.empty()) answer.answers.push_back(std::move(said));
    }
    if (!answer.answers.empty()) page_.answers.push_back(std::move(answer));
  }

  [[nodiscard]] bool is_shown(const Rule& rule) const { return std::ranges::find(shown_, rule.id) != shown_.end(); }

  // The next day on which something of it begins or ends, and what then says something else.
  void add_changes() {
    Date next = Date::never();
    for (const Rule& each : pool_.rules) {
      if (!is_shown(each)) continue;
      if (each.period.from > on_) next = std::min(next, each.period.from);
      if (each.period.to > on_) next = std::min(next, each.period.to);
    }
    for (const policy::InForce& each : pool_.in_force) {
      if (each.period.to > on_) next = std::min(next, each.period.to);
    }
    if (next == Date::never()) return;
    page_.changes_on = next;
    const auto then = policy::rules_on(pool_, next);
    for (const std::string& parameter : shown_) {
      ChangeSaid change{.parameter = parameter, .title = {}, .before = {}, .after = {}};
      for (const Rule* each : rules_) {
        if (each->id == parameter && !says_the_same(*each, then)) change.before.push_back(each);
      }
      for (const Rule* each : then) {
        if (each->id == parameter && !says_the_same(*each, rules_)) change.after.push_back(each);
      }
      if (change.before.empty() && change.after.empty()) continue;
      change.title = (change.after.empty() ? change.before : change.after).front()->title;
      page_.changes.push_back(std::move(change));
    }
  }

  // Whether one of the list says the same to the same persons.
  static bool says_the_same(const Rule& rule, const std::vector<const Rule*>& list) {
    return std::ranges::any_of(list, [&](const Rule* each) {
      return each->id == rule.id && each->key == rule.key && each->value == rule.value;
    });
  }

  const Pool& pool_;
  Date on_;
  std::vector<const Rule*> rules_;
  std::vector<std::string> shown_;  // parameters, in the order in which they are shown
  RulesPage page_;
};

}  // namespace

bool comes_before(const Rule& a, const Rule& b) {
  return std::pair(a.key.above, a.key.age_from) < std::pair(b.key.above, b.key.age_from);
}

const RulesSaid& BenefitSaid::of(RulePart part) const {
  if (part == RulePart::deductible) return deductible;
  return part == RulePart::ratio ? ratio : cap;
}

Result<RulesPage> rules_page_of(const Pool& pool, Date on) {
  if (pool.in_force_on(on) == policy::kNoRule) {
    return std::unexpected(
        Error{ErrorCode::not_found,
              {pool.name.zh + "在 " + to_text(on) + " 没有有效政策，没有可说明的",
               pool.name.en + " has no policy in force on " + to_text(on) + ": there is nothing to explain"},
              {}});
  }
  return PageMaker(pool, on).make();
}

}  // namespace yidan::exchange
