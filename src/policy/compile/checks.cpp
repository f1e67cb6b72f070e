#include "policy/compile/checks.h"

#include <algorithm>
#include <set>

#include "policy/period.h"

namespace yidan::policy {
namespace {

bool same_days(const Benefit& a, const Benefit& b) {
  return std::ranges::any_of(a.in_force, [&](const InForce& x) {
    return std::ranges::any_of(b.in_force, [&](const InForce& y) { return has_days(common_days(x.period, y.period)); });
  });
}

// The first disease of this care for which both benefits would pay; "" when they pay for it without one, too.
std::optional<Text> shared_disease(const Benefit& a, const Benefit& b, Scheme scheme, Care care) {
  if (a.is_for(scheme, care, nullptr) && b.is_for(scheme, care, nullptr)) return Text{};
  for (std::size_t i = 0; i < count_of<Disease>; ++i) {
    const auto disease = static_cast<Disease>(i);
    if (a.is_for(scheme, care, &disease) && b.is_for(scheme, care, &disease))
      return Text{" " + std::string(word(disease).zh), " " + std::string(code(disease))};
  }
  return std::nullopt;
}

// The first care for which both benefits would pay: "resident inpatient"; nothing when there is none.
std::optional<Text> shared_care(const Benefit& a, const Benefit& b) {
  for (std::size_t s = 0; s < count_of<Scheme>; ++s) {
    for (std::size_t c = 0; c < count_of<Care>; ++c) {
      const auto scheme = static_cast<Scheme>(s);
      const auto care = static_cast<Care>(c);
      const auto disease = shared_disease(a, b, scheme, care);
      if (!disease) continue;
      return Text{std::string(word(scheme).zh) + " " + std::string(word(care).zh) + disease->zh,
                  std::string(code(scheme)) + " " + std::string(code(care)) + disease->en};
    }
  }
  return std::nullopt;
}

void check_unused_groups(const Packs& packs, Problems& problems) {
  for (const auto& [name, group] : packs.groups) {
    if (group.used) continue;
    problems.add(group.at, "未使用的人群“" + name + "”：没有表或条件引用它，请引用或删去",
                 "unused group '" + name + "': no table or condition names it, use it or delete it");
  }
}

// The indicators to which formulas refer.
std::set<std::string_view> mentioned_indicators(const Packs& packs) {
  std::set<std::string_view> names;
  for (const Pack& pack : packs.packs) {
    for (const auto& [id, parameter] : pack.parameters) {
      for (const Row& row : parameter.rows) names.insert(row.value.of_indicator.indicator);
    }
  }
  for (const Bound& bound : packs.bounds.rows) {
    names.insert(bound.over_indicator);
    if (bound.limit && bound.limit->share) names.insert(bound.limit->indicator);
  }
  names.erase("");
  names.insert("average-wage");  // the bases of contributions are shares of it
  return names;
}

void check_unused_indicators(const Packs& packs, Problems& problems) {
  constexpr std::string_view folder = "indicators.";
  std::set<std::string_view> mentioned = mentioned_indicators(packs);
  std::vector<const Parameter*> unused;
  std::set<std::string_view> known;
  for (const Pack& pack : packs.packs) {
    for (const auto& [id, parameter] : pack.parameters) {
      if (!id.starts_with(folder)) continue;
      known.insert(std::string_view(id).substr(folder.size()));
      if (!mentioned.contains(std::string_view(id).substr(folder.size()))) unused.push_back(&parameter);
    }
  }
  // A name that does not exist may be a misspelt one of these.
  mentioned.erase("average-wage");
  if (!std::ranges::includes(known, mentioned)) return;
  for (const Parameter* parameter : unused) {
    problems.add(parameter->at, "未使用的参数“" + parameter->id + "”：没有公式引用此指标，请引用或删去此文件",
                 "unused parameter '" + parameter->id + "': no formula refers to it, use it or delete this file");
  }
}

void report_rivals(const BenefitHeader& a, const BenefitHeader& b, const Text& care, Problems& problems) {
  const std::string other = to_text(b.at);
  problems.add(a.at,
               "同一层次有两项待遇支付同一费用：“" + a.id + "”与“" + b.id + "”（" + care.zh + "；另一项在 " + other +
                   "）：请缩小其中一项的范围",
               "two benefits of one layer pay for the same care: '" + a.id + "' and '" + b.id + "' (" + care.en +
                   "; the other at " + other + "): narrow one of them");
}

void report_base(const BenefitHeader& later, const BenefitHeader& earlier, const Text& care, Problems& problems) {
  const std::string other = to_text(earlier.at);
  if (later.base.kind == BaseKind::policy_scope) {
    const std::string layer(code(later.layer));
    problems.add(later.at,
                 "“" + later.id + "”以全部政策范围为基数，却在“" + earlier.id + "”之后支付（" + care.zh +
                     "；另一项在 " + other + "）：请在 layers/order.yaml 中把层次 " + layer + " 排在最前",
                 "'" + later.id + "' takes the whole policy scope, yet pays after '" + earlier.id + "' (" + care.en +
                     "; the other at " + other + "): give layer '" + layer + "' the lowest rank in layers/order.yaml");
  } else {
    problems.add(later.at,
                 "“" + later.id + "”以封顶线以上部分为基数，“" + earlier.id + "”在其前可能已支付这一部分（" + care.zh +
                     "；另一项在 " + other + "）：请写 base: burden",
                 "'" + later.id + "' takes what is above the cap, which '" + earlier.id +
                     "' before it may have paid (" + care.en + "; the other at " + other + "): write 'base: burden'");
  }
}

void report_same_region(const Pack& later, const Pack& first, Problems& problems) {
  const std::string region = to_text(later.region);
  const std::string other = to_text(first.region_at);
  problems.add(later.region_at, "统筹区代码 " + region + " 已属于另一个统筹区（" + other + "）：请改正其中一个",
               "region " + region + " is already that of another pool (" + other + "): correct one of them");
}

}  // namespace

void check_rivals(const Effective& effective, const Pool& pool, Problems& problems) {
  for (std::size_t i = 0; i < pool.benefits.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Benefit& a = pool.benefits[i];
      const Benefit& b = pool.benefits[j];
      if (a.layer != b.layer || !same_days(a, b)) continue;
      const auto care = shared_care(a, b);
      if (!care) continue;
      report_rivals(*effective.benefits.at(a.id), *effective.benefits.at(b.id), *care, problems);
    }
  }
}

void check_bases(const Effective& effective, const Pool& pool, Problems& problems) {
  for (auto later = pool.benefits.begin(); later != pool.benefits.end(); ++later) {
    if (later->base.kind == BaseKind::burden) continue;
    for (auto earlier = pool.benefits.begin(); earlier != later; ++earlier) {
      // What is above the cap is what the first layer cut off: that layer itself may stand before.
      const bool is_cut_off = later->base.kind == BaseKind::above_cap && traits(earlier->layer).is_first;
      if (is_cut_off || earlier->layer == later->layer || !same_days(*earlier, *later)) continue;
      const auto care = shared_care(*earlier, *later);
      if (!care) continue;
      report_base(*effective.benefits.at(later->id), *effective.benefits.at(earlier->id), *care, problems);
      break;
    }
  }
}

void check_regions(const std::vector<Effective>& pools, Problems& problems) {
  for (auto later = pools.begin(); later != pools.end(); ++later) {
    if (!later->city->region.known()) continue;
    const auto same = [&](const Effective& each) { return each.city->region == later->city->region; };
    const auto first = std::find_if(pools.begin(), later, same);
    if (first != later) report_same_region(*later->city, *first->city, problems);
  }
}

void check_unused(const Packs& packs, Problems& problems) {
  if (packs.lost_names) return;
  check_unused_groups(packs, problems);
  check_unused_indicators(packs, problems);
}

}  // namespace yidan::policy
