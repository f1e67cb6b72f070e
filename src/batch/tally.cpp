#include "batch/tally.h"

#include <algorithm>

#include "standing/narrate.h"

namespace yidan::batch {

namespace {

std::string label_of(const policy::Rule& rule) {
  return rule.key.text.empty() ? rule.id : rule.id + "[" + rule.key.text + "]";
}

}  // namespace

Group Tally::made_for(const standing::Reasoning& why, DuePart part, Payer payer) const {
  Group group{.rules = why.rules, .part = part, .payer = payer};
  for (const policy::RuleId id : why.rules) {
    if (id == policy::kNoRule) continue;
    const std::string label = label_of(pool_.rule(id));
    if (group.rule.empty()) {
      group.rule = label;
    } else {
      group.with.push_back(label);
    }
  }
  group.clauses = standing::clauses_of(why, pool_);
  group.standard_year = standing::standard_year_of(why, pool_);
  group.basis = standing::basis_of(why, pool_);
  group.status = standing::policy_status_of(why, pool_);
  return group;
}

Group& Tally::group(const standing::Reasoning& why, DuePart part, Payer payer) {
  for (Group& group : groups_) {
    if (group.rules == why.rules && group.part == part && group.payer == payer) return group;
  }
  return groups_.emplace_back(made_for(why, part, payer));
}

std::vector<Group> Tally::groups() const {
  std::vector<Group> sorted = groups_;
  std::erase_if(sorted, [](const Group& group) { return group.persons == 0; });
  std::ranges::sort(sorted, {}, [](const Group& group) { return std::tuple(group.rules, group.part, group.payer); });
  return sorted;
}

}  // namespace yidan::batch
