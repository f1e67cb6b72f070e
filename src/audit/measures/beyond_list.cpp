// What of a pool the list does not know: benefits, groups, treatments, payers.
#include <algorithm>
#include <set>

#include "audit/measures/measure.h"
#include "policy/parameter_kind.h"

namespace yidan::audit {
namespace {

using policy::Benefit;
using policy::Cell;
using policy::Dimension;
using policy::Key;
using policy::ListItem;
using policy::ParameterKind;
using policy::Quantity;
using policy::RuleId;
using policy::Table;

template <class E>
bool is_within(const WordSet<E>& some, const WordSet<E>& all) {
  for (std::size_t i = 0; i < count_of<E>; ++i) {
    const auto word = static_cast<E>(i);
    if (some.contains(word) && !all.contains(word)) return false;
  }
  return true;
}

ListedScheme scheme_of(const Benefit& benefit) {
  switch (benefit.layer) {
    case Layer::catastrophic:
      return ListedScheme::catastrophic;
    case Layer::large_amount:
      return ListedScheme::large_amount;
    case Layer::civil_servant:
      return ListedScheme::civil_servant;
    case Layer::assistance:
    case Layer::re_assistance:
      return ListedScheme::assistance;
    case Layer::basic:
      break;
  }
  return benefit.schemes.contains(Scheme::employee) ? ListedScheme::employee : ListedScheme::resident;
}

class ListComparison {
 public:
  ListComparison(const Scene& scene, const policy::Bound& bound) : scene_(scene), bound_(bound) {}

  Measured measure() {
    for (const Benefit& benefit : scene_.pool.benefits) {
      if (benefit.in_force_on(scene_.on) == policy::kNoRule) continue;
      if (!bound_.schemes.empty() && !bound_.schemes.contains(scheme_of(benefit))) continue;
      compare(benefit);
    }
    measured_.quantity = Quantity::count(count_);
    measured_.excused = count_ != 0 && excused_ == count_;
    return std::move(measured_);
  }

 private:
  [[nodiscard]] bool judges(Excess excess) const { return bound_.excesses.contains(excess); }

  void compare(const Benefit& benefit) {
    const RuleId rule = benefit.in_force_on(scene_.on);
    const ListItem* item = find(benefit, true);
    if (item == nullptr) {
      // Known, but paid by somebody else: a further payer; known in no way: a further benefit.
      const ListItem* but_for_the_payer = find(benefit, false);
      const bool payer = but_for_the_payer != nullptr;
      const std::string fund(code(benefit.fund));
      if (payer) add(Excess::payer, benefit.id, {"由 " + fund + " 支付", "is paid from " + fund}, rule);
      if (!payer) add(Excess::benefit, benefit.id, {"清单没有此项待遇", "is no benefit of the list"}, rule);
      item = but_for_the_payer;
    }
    if (item == nullptr) return;
    if (!item->diseases.empty() && !is_within(benefit.diseases, item->diseases)) {
      add(Excess::treatment, benefit.id, {"有清单以外的病种", "is for a disease that the list does not name"}, rule);
    }
    if (!is_within(benefit.treatments, item->treatments)) {
      add(Excess::treatment, benefit.id, {"有清单以外的治疗", "has a treatment that the list does not name"}, rule);
    }
    const policy::Conditions& conditions = benefit.conditions_on(scene_.on);
    if (!item->groups.empty() && !is_within(conditions.identities, item->groups)) {
      add(Excess::group, benefit.id, {"有清单以外的人群", "is for a group that the list does not name"},
          conditions.identity);
    }
    for (const ParameterKind& part : policy::benefit_parts()) compare_groups(benefit, part, *item);
  }

  const ListItem* find(const Benefit& benefit, bool of_this_fund) const {
    const auto& list = scene_.policy.bounds.list;
    const auto fits = [&](const ListItem& item) {
      return item.layer == benefit.layer && is_within(benefit.schemes, item.schemes) &&
             is_within(benefit.care, item.care) && (!of_this_fund || item.funds.contains(benefit.fund));
    };
    const auto found = std::ranges::find_if(list, fits);
    return found == list.end() ? nullptr : &*found;
  }

  // Values of a category for which the list has none of its own; of a table once.
  void compare_groups(const Benefit& benefit, const ParameterKind& part, const ListItem& item) {
    const Table& table = benefit.*part.of_benefit;
    if (!table.uses(Dimension::identity)) return;
    std::set<std::size_t> groups;
    RuleId rule = policy::kNoRule;
    Key key;
    do {
      const std::size_t identity = key[Dimension::identity];
      const Cell* cell = table.find(key, scene_.on);
      if (cell == nullptr || identity == 0 || item.tilted.contains(static_cast<Identity>(identity))) continue;
      Key ordinary = key;
      ordinary.set(Dimension::identity, 0);
      const Cell* other = table.find(ordinary, scene_.on);
      if (other != nullptr && other->value == cell->value && other->kind == cell->kind) continue;
      groups.insert(identity);
      rule = cell->rule;
    } while (policy::advance(table.dimensions(), key));
    if (groups.empty()) return;
    Text names;
    for (const std::size_t group : groups) {
      const Word& word = yidan::word(static_cast<Identity>(group));
      names.zh += (names.zh.empty() ? "" : "、") + std::string(word.zh);
      names.en += (names.en.empty() ? "" : ", ") + std::string(word.en);
    }
    const bool of_a_schedule = part.brackets != policy::Brackets::none;
    if (of_a_schedule) rule = policy::kNoRule;  // its cell points at brackets
    add(Excess::group, benefit.id + "." + std::string(part.id),
        {"对清单以外的人群另有规定：" + names.zh,
         "has a value of its own for a group that the list does not name: " + names.en},
        rule);
  }

  void add(Excess excess, const std::string& what, const Text& why, RuleId rule) {
    if (!judges(excess)) return;
    ++count_;
    append(measured_.note, {what + " " + why.zh, what + " " + why.en});
    if (rule != policy::kNoRule) measured_.evidence.push_back(evidence_of(scene_, scene_.pool, rule));
    for (const policy::Leniency& lenient : bound_.lenient) {
      if (!lenient.region.covers(scene_.pool.region)) continue;
      if (std::ranges::find(lenient.parameters, what) == lenient.parameters.end()) continue;
      ++excused_;
      if (reasons_.insert(lenient.reason.en).second) append(measured_.note, lenient.reason);
      return;
    }
  }

  const Scene& scene_;
  const policy::Bound& bound_;
  Measured measured_;
  std::int64_t count_ = 0;
  std::int64_t excused_ = 0;
  std::set<std::string> reasons_;
};

}  // namespace

Measured measure_beyond_list(const Scene& scene, const policy::Bound& bound) {
  return ListComparison(scene, bound).measure();
}

}  // namespace yidan::audit
