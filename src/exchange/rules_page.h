// A city's rules of a day on one page, in plain words, for citizens (YT-3.3-a, RZ-4.3-a, LY-4.3-a, JN-9.1-d): what a
// person bears first, what the funds pay, the most in a year; examples; what changes next; questions and answers.
//
// No figure of a rule is written here: each is that of a rule in force on the day, as `policy show` has it, and each of
// an example comes from settling it. The cost of an example is a supposition and says so.
#pragma once

#include <string>
#include <vector>

#include "benefit/bill.h"
#include "policy/policy.h"

namespace yidan::exchange {

// What is said of a benefit, in the order in which it is read.
enum class RulePart : std::uint8_t { deductible, ratio, cap };

// Rules of one parameter in force on the day; brackets in their order.
using RulesSaid = std::vector<const policy::Rule*>;
[[nodiscard]] bool comes_before(const policy::Rule& a, const policy::Rule& b);

struct BenefitSaid {
  const policy::Benefit* benefit = nullptr;
  RulesSaid deductible;
  RulesSaid ratio;  // with what is added for some persons
  RulesSaid cap;

  [[nodiscard]] const RulesSaid& of(RulePart part) const;
};

// Benefits of insurance for a scheme; those of assistance, which is for the needy of either, come last.
struct SchemeSaid {
  Text title;
  std::vector<BenefitSaid> benefits;
};

struct ExampleSaid {
  Status status = Status::active;
  Care care = Care::outpatient;
  int level = 1;
  std::optional<Identity> identity;
  benefit::Bill bill;
};

// The next day on which something that is said here changes: what held before and holds from then on.
struct ChangeSaid {
  std::string parameter;
  Text title;
  RulesSaid before;
  RulesSaid after;
};

struct AnswerSaid {
  Text question;
  std::vector<RulesSaid> answers;  // by parameter
};

struct RulesPage {
  const policy::Pool* pool = nullptr;
  Date on;
  std::vector<SchemeSaid> schemes;
  std::vector<ExampleSaid> examples;
  std::optional<Date> changes_on;
  std::vector<ChangeSaid> changes;
  std::vector<AnswerSaid> answers;
  bool any_assumed = false;  // some figure is not from a document
  bool any_draft = false;
};

// `pool` lives as long as the page. Errors: `not_found`: no policy is in force on the day.
[[nodiscard]] Result<RulesPage> rules_page_of(const policy::Pool& pool, Date on);

// `yidan.explanation/1`.
[[nodiscard]] std::string rules_page_json(const RulesPage& page);
[[nodiscard]] std::string rules_page_text(const RulesPage& page, Language language);
// One page, A4.
[[nodiscard]] std::string rules_page_html(const RulesPage& page, Language language);

}  // namespace yidan::exchange
