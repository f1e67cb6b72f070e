#include "policy/compile/compile.h"

#include <algorithm>
#include <array>

#include "policy/compile/compile_benefit.h"
#include "policy/compile/table_builder.h"

namespace yidan::policy {
namespace {

std::vector<InForce> compile_validity(TableBuilder& builder, const Pack& pack) {
  std::vector<InForce> rows;
  for (const Authority& authority : pack.in_force) {
    rows.push_back({authority.period, builder.add_rule(authority, "policy.in-force", pack.name, pack.folder)});
  }
  return rows;
}

// The clauses that a pack carries as a whole: they bind no single value, `policy clauses` lists them.
void carry_clauses(TableBuilder& builder, const Effective& effective) {
  for (const auto& [folder, pack] : effective.folders) {
    if (pack->carried.clauses.empty()) continue;
    Authority carried = pack->carried;
    carried.period = pack->in_force.empty() ? Period{} : pack->in_force.front().period;
    builder.add_rule(carried, "policy.carried", pack->name, folder);
  }
}

void compile_tables(TableBuilder& builder, Pool& pool) {
  pool.rank = builder.build("categories.rank");
  pool.layer_order = builder.build("layers.order");
  pool.not_payable = builder.build("scope.not-payable");
  pool.classes = builder.build("scope.classes");
  pool.account_scope = builder.build("account.scope");
  pool.account_family = builder.build("account.family");
  pool.account_forbidden = builder.build("account.forbidden");
  pool.cover_reasons = builder.build("cover.reasons");
  pool.deposit = builder.build("pay-later.deposit");
  pool.continuous_deductible = builder.build("referral.continuous-deductible");
  // Names bind no amount, yet they are cited and shown.
  (void)builder.build("schemes.names");
  (void)builder.build("schemes.aliases");
}

void sort_by_layer(Pool& pool) {
  const auto order = [&pool](const Benefit& benefit) {
    Key key;
    key.set(Dimension::layer, static_cast<std::size_t>(benefit.layer));
    const Date day = benefit.in_force.empty() ? Date{} : benefit.in_force.front().period.from;
    const Cell* cell = pool.layer_order.find(key, day);
    return cell == nullptr ? std::int64_t{static_cast<std::int64_t>(benefit.layer)} : cell->value;
  };
  std::ranges::stable_sort(pool.benefits, {}, order);
}

bool same_days(const Benefit& a, const Benefit& b) {
  for (const InForce& x : a.in_force) {
    for (const InForce& y : b.in_force) {
      if (x.period.from < y.period.to && y.period.from < x.period.to) return true;
    }
  }
  return false;
}

// The first care for which both benefits would pay in the same layer.
std::string shared_care(const Benefit& a, const Benefit& b) {
  for (std::size_t s = 0; s < count_of<Scheme>; ++s) {
    for (std::size_t c = 0; c < count_of<Care>; ++c) {
      for (std::size_t d = 0; d < count_of<Disease>; ++d) {
        const auto scheme = static_cast<Scheme>(s);
        const auto care = static_cast<Care>(c);
        const auto disease = static_cast<Disease>(d);
        if (a.is_for(scheme, care, &disease) && b.is_for(scheme, care, &disease)) {
          return std::string(code(scheme)) + " " + std::string(code(care)) + " " + std::string(code(disease));
        }
      }
    }
  }
  return {};
}

void check_rivals(const Pool& pool, Problems& problems) {
  for (std::size_t i = 0; i < pool.benefits.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Benefit& a = pool.benefits[i];
      const Benefit& b = pool.benefits[j];
      if (a.layer != b.layer || !same_days(a, b)) continue;
      const std::string care = shared_care(a, b);
      if (care.empty()) continue;
      problems.add(pool.rule(a.in_force.front().rule).at,
                   "同一层次有两项待遇支付同一费用：“" + a.id + "”与“" + b.id + "”（" + care + "）",
                   "two benefits of one layer pay for the same care: '" + a.id + "' and '" + b.id + "' (" + care +
                       "): narrow one of them");
    }
  }
}

// Indicators to which no formula refers, groups that no table names.
void check_unused(const Packs& packs, Problems& problems) {
  for (const auto& [name, group] : packs.groups) {
    if (group.used) continue;
    problems.add(group.at, "未使用的人群“" + name + "”：没有表引用它",
                 "unused group '" + name + "': no table names it");
  }
  for (const Pack& pack : packs.packs) {
    for (const auto& [id, parameter] : pack.parameters) {
      if (!id.starts_with("indicators.")) continue;
      const std::string name = id.substr(id.find('.') + 1);
      const bool used = std::ranges::any_of(packs.packs, [&](const Pack& other) {
        return std::ranges::any_of(other.parameters, [&](const auto& entry) {
          return std::ranges::any_of(entry.second.rows,
                                     [&](const Row& row) { return row.value.of_indicator.indicator == name; });
        });
      });
      if (used) continue;
      problems.add(parameter.at, "未使用的参数“" + id + "”：没有公式引用此指标",
                   "unused parameter '" + id + "': no formula refers to this indicator");
    }
  }
}

Pool compile_pool(const Effective& effective, Problems& problems) {
  Pool pool;
  pool.region = effective.city->region;
  pool.name = effective.city->name;
  pool.folder = effective.city->folder;
  TableBuilder builder(effective, pool, problems);
  pool.in_force = compile_validity(builder, *effective.city);
  carry_clauses(builder, effective);
  compile_tables(builder, pool);
  for (const auto& [id, header] : effective.benefits) {
    pool.benefits.push_back(compile_benefit(builder, effective, pool, *header, problems));
  }
  sort_by_layer(pool);
  link_shared_caps(effective, pool, problems);
  check_rivals(pool, problems);
  return pool;
}

}  // namespace

Policy compile(Packs packs, Problems& problems) {
  Policy policy;
  for (const Effective& effective : inherit(packs, problems)) {
    policy.pools.push_back(compile_pool(effective, problems));
    for (std::size_t i = 0; i + 1 < policy.pools.size(); ++i) {
      if (policy.pools[i].region != policy.pools.back().region) continue;
      problems.add(effective.city->at, "统筹区代码与“" + policy.pools[i].folder + "”重复",
                   "this region's code is also that of '" + policy.pools[i].folder + "'");
    }
  }
  check_unused(packs, problems);
  policy.clauses = std::move(packs.clauses);
  return policy;
}

}  // namespace yidan::policy
