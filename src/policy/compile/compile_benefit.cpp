#include "policy/compile/compile_benefit.h"

#include <algorithm>

#include "policy/parse/parse_parameter.h"

namespace yidan::policy {
namespace {

const Parameter* part_of(const Effective& effective, const std::string& benefit, std::string_view part) {
  const auto found = effective.parameters.find(benefit + "." + std::string(part));
  return found == effective.parameters.end() ? nullptr : found->second;
}

// Registers a counter of the pool's year and returns its index.
CounterId add_counter(Pool& pool, std::string name) {
  pool.counter_names.push_back(std::move(name));
  return static_cast<CounterId>(pool.counter_names.size() - 1);
}

template <class E>
void restrict(DimensionSets& keys, Dimension dimension, const WordSet<E>& allowed) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < count_of<E>; ++i) {
    if (allowed.contains(static_cast<E>(i))) bits |= 1U << i;
  }
  keys.bits[static_cast<std::size_t>(dimension)] = bits;
}

Domain domain_of(const BenefitHeader& header, const Pool& pool) {
  Domain domain;
  for (const Authority& authority : header.in_force) {
    for (const InForce& row : pool.in_force) {
      const Period days{std::max(authority.period.from, row.period.from), std::min(authority.period.to, row.period.to)};
      if (days.from < days.to) domain.days.push_back(days);
    }
  }
  WordSet<Status> statuses;
  for (std::size_t i = 0; i < count_of<Status>; ++i) {
    if (header.schemes.contains(scheme_of(static_cast<Status>(i)))) statuses.insert(static_cast<Status>(i));
  }
  restrict(domain.keys, Dimension::status, statuses);
  if (!header.diseases.empty()) restrict(domain.keys, Dimension::disease, header.diseases);
  for (const Condition& condition : header.conditions) {
    if (condition.kind == Condition::Kind::identity) restrict(domain.keys, Dimension::identity, condition.identities);
  }
  return domain;
}

void compile_conditions(TableBuilder& builder, const BenefitHeader& header, Conditions& conditions) {
  for (const Condition& condition : header.conditions) {
    Authority authority = condition.authority;
    if (!header.in_force.empty()) authority.period = header.in_force.front().period;
    const RuleId rule = builder.add_rule(authority, header.id + ".conditions", header.title, header.folder);
    switch (condition.kind) {
      case Condition::Kind::designated:
        conditions.designated = rule;
        break;
      case Condition::Kind::registered:
        conditions.registered = rule;
        break;
      case Condition::Kind::not_during:
        conditions.not_during = rule;
        conditions.blocking_stays = condition.stays;
        break;
      case Condition::Kind::identity:
        conditions.identity = rule;
        conditions.identities = condition.identities;
        break;
      case Condition::Kind::province_by_the_rules:
        conditions.province_by_the_rules = rule;
        break;
    }
  }
}

bool has_brackets(const Benefit& benefit) {
  return std::ranges::any_of(benefit.schedules, [](const Schedule& schedule) { return schedule.size() > 1; });
}

void compile_counters(Pool& pool, Benefit& benefit) {
  Counters& counters = benefit.counters;
  counters.treatment_deductible.fill(kNoCounter);
  const bool has_deductible = !benefit.deductible.empty();
  if (has_deductible && benefit.deductible_kind == DeductibleKind::absorbed) {
    counters.deductible = add_counter(pool, benefit.id + ".deductible");
  }
  if (has_deductible && benefit.deductible_kind == DeductibleKind::per_stay) {
    for (std::size_t i = 0; i < count_of<Disease>; ++i) {
      if (!benefit.treatments.contains(static_cast<Disease>(i))) continue;
      counters.treatment_deductible[i] =
          add_counter(pool, benefit.id + ":" + std::string(code(static_cast<Disease>(i))) + ".deductible");
    }
  }
  const bool is_threshold = has_deductible && benefit.deductible_kind == DeductibleKind::threshold;
  if (is_threshold || has_brackets(benefit)) counters.base = add_counter(pool, benefit.id + ".base");
  counters.paid = add_counter(pool, benefit.id + ".paid");
  counters.cap = {counters.paid};
}

void check_tilts(const Effective& effective, const std::string& id, Problems& problems) {
  for (const std::string part : {"deductible", "ratio", "cap"}) {
    const Parameter* tilt = part_of(effective, id, "tilt-" + part);
    if (tilt == nullptr || part_of(effective, id, part) != nullptr) continue;
    problems.add(tilt->at, "未使用的参数“" + tilt->id + "”：没有可供倾斜的 " + part,
                 "unused parameter '" + tilt->id + "': there is no '" + part + "' that it could tilt");
  }
}

}  // namespace

Benefit compile_benefit(TableBuilder& builder, const Effective& effective, Pool& pool, const BenefitHeader& header,
                        Problems& problems) {
  Benefit benefit;
  benefit.id = header.id;
  benefit.title = header.title;
  benefit.layer = header.layer;
  benefit.fund = header.fund;
  benefit.schemes = header.schemes;
  benefit.care = header.care;
  benefit.diseases = header.diseases;
  benefit.treatments = header.treatments;
  benefit.base = header.base;
  for (const Authority& authority : header.in_force) {
    benefit.in_force.push_back(
        {authority.period, builder.add_rule(authority, header.id + ".benefit", header.title, header.folder)});
  }
  compile_conditions(builder, header, benefit.conditions);
  const Domain domain = domain_of(header, pool);
  if (const Parameter* deductible = part_of(effective, header.id, "deductible")) {
    benefit.deductible_kind = deductible->deductible_kind;
  }
  benefit.first_self_pay = builder.build(header.id + ".first-self-pay", &domain);
  benefit.deductible = builder.build(header.id + ".deductible", &domain);
  benefit.tilt_deductible = builder.build(header.id + ".tilt-deductible");
  benefit.ratio = builder.build_schedules(header.id + ".ratio", domain, benefit.schedules);
  benefit.tilt_ratio = builder.build(header.id + ".tilt-ratio");
  benefit.cap = builder.build(header.id + ".cap", &domain);
  benefit.tilt_cap = builder.build(header.id + ".tilt-cap");
  if (benefit.ratio.empty()) {
    problems.add(header.at, "待遇“" + header.id + "”没有支付比例：请加 ratio.yaml",
                 "benefit '" + header.id + "' has no ratio: add ratio.yaml");
  }
  if (std::ranges::any_of(benefit.schedules, [](const Schedule& each) { return each.size() > kMostBrackets; })) {
    problems.add(header.at, "待遇“" + header.id + "”的支付比例超过四段",
                 "benefit '" + header.id + "' has more than four brackets");
  }
  check_tilts(effective, header.id, problems);
  compile_counters(pool, benefit);
  return benefit;
}

void link_shared_caps(const Effective& effective, Pool& pool, Problems& problems) {
  for (const auto& [id, parameter] : effective.parameters) {
    const std::string folder = id.substr(0, id.find('.'));
    const std::string stem = id.substr(id.find('.') + 1);
    if (!is_benefit_part(stem)) continue;
    const auto benefit = std::ranges::find(pool.benefits, folder, &Benefit::id);
    if (benefit == pool.benefits.end()) {
      problems.add(parameter->at, "未使用的参数“" + id + "”：没有 " + folder + "/benefit.yaml",
                   "unused parameter '" + id + "': there is no " + folder + "/benefit.yaml");
      continue;
    }
    if (parameter->shared_with.size() > 1) {
      problems.add(parameter->at, "限额最多与一项待遇共用", "a cap is shared with at most one other benefit");
      continue;
    }
    for (const std::string& other : parameter->shared_with) {
      const auto partner = std::ranges::find(pool.benefits, other, &Benefit::id);
      if (partner == pool.benefits.end()) {
        problems.add(parameter->at, "没有待遇“" + other + "”可共用限额",
                     "no benefit '" + other + "' to share this cap with");
      } else {
        benefit->counters.cap.push_back(partner->counters.paid);
      }
    }
  }
}

}  // namespace yidan::policy
