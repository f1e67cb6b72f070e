// What layers pay of: costs outside the scope, a better share for a category in basic insurance, the share that is left
// to the person.
#include <algorithm>
#include <array>

#include "audit/measures/measure.h"

namespace yidan::audit {
namespace {

using policy::BaseKind;
using policy::Benefit;
using policy::Dimension;
using policy::kMillion;
using policy::Quantity;
using policy::RuleId;
using policy::Selection;

struct Counting {
  const Scene& scene;
  Measured measured{};
  std::int64_t count = 0;

  void add(const std::string& what, const Text& why, RuleId rule) {
    ++count;
    append(measured.note, {what + " " + why.zh, what + " " + why.en});
    if (rule != policy::kNoRule) measured.evidence.push_back(evidence_of(scene, scene.pool, rule));
  }
  Measured finish() {
    measured.quantity = Quantity::count(count);
    return std::move(measured);
  }
};

// A class of lines that enters the scope more freely than the list has it. REQUIRES: `strictest` is its word there.
void check_class(Counting& counting, LineClass line_class, std::size_t strictest, const Text& why) {
  policy::Key key;
  key.set(Dimension::line_class, static_cast<std::size_t>(line_class));
  const policy::Cell* cell = counting.scene.pool.classes.find(key, counting.scene.on);
  if (cell != nullptr && cell->index() < strictest) counting.add("scope.classes", why, cell->rule);
}

void check_scope(Counting& counting) {
  constexpr std::size_t after_share = 1;
  constexpr std::size_t outside = 2;
  check_class(counting, LineClass::b, after_share,
              {"乙类费用未先行自付", "lets class B in without the share borne first"});
  check_class(counting, LineClass::c, outside, {"丙类费用进入支付范围", "lets class C into the scope"});
}

// A base that holds what the person bears first.
void check_base(Counting& counting, const Benefit& benefit) {
  if (benefit.base.without_first_self_pay) return;
  counting.add(benefit.id, {"支付基数包含先行自付部分", "has in its base what is borne first"},
               benefit.in_force_on(counting.scene.on));
}

std::string of_layer(const Benefit& benefit, std::string_view part) { return benefit.id + "." + std::string(part); }

// The highest ratio of a benefit for a category and the lowest deductible beside it.
struct Best {
  std::optional<Value> ratio;
  bool leaves_a_deductible = false;
};

Best best_of(const Scene& scene, const Benefit& benefit, Identity identity) {
  Best best;
  Selection selection{.parameter = of_layer(benefit, "ratio")};
  selection.where.bits[static_cast<std::size_t>(Dimension::identity)] = 1U << static_cast<unsigned>(identity);
  for (Value& value : values_of(scene.pool, selection, scene.on)) {
    if (!best.ratio || value.quantity > best.ratio->quantity) best.ratio = std::move(value);
  }
  // Only what is taken of each stay is still there when a year's deductible was borne before.
  selection.parameter = of_layer(benefit, "deductible");
  const auto deductibles = values_of(scene.pool, selection, scene.on);
  best.leaves_a_deductible =
      benefit.deductible_kind == policy::DeductibleKind::per_stay && !deductibles.empty() &&
      std::ranges::all_of(deductibles, [](const Value& each) { return each.quantity.value() > 0; });
  return best;
}

bool has_right(const Benefit& benefit, Identity identity, Date on) {
  const policy::Conditions& conditions = benefit.conditions_on(on);
  return conditions.identity == policy::kNoRule || conditions.identities.contains(identity);
}

struct Left {
  Exact millionths = kMillion;
  std::vector<const Value*> values;
};

// What the layers leave of the last yuan that they all pay of, for a category and a kind of care.
class Leaving {
 public:
  explicit Leaving(const Scene& scene) {
    for (const Benefit& benefit : scene.pool.benefits) {
      if (benefit.in_force_on(scene.on) == policy::kNoRule || benefit.base.kind == BaseKind::above_cap) continue;
      Layered& layered = layers_.emplace_back();
      layered.benefit = &benefit;
      for (std::size_t i = 0; i < count_of<Identity>; ++i) {
        const auto identity = static_cast<Identity>(i);
        if (has_right(benefit, identity, scene.on)) layered.best.at(i) = best_of(scene, benefit, identity);
      }
    }
  }

  [[nodiscard]] Left left_for(Scheme scheme, Care care, const Disease* disease, Identity identity) const {
    Left left;
    for (const Layered& layered : layers_) {
      const Best& best = layered.best.at(static_cast<std::size_t>(identity));
      if (!best.ratio || !layered.benefit->is_for(scheme, care, disease)) continue;
      const Exact ratio = best.ratio->quantity.value();
      if (ratio >= kMillion && best.leaves_a_deductible) continue;
      const Exact rest = left.millionths * (kMillion - ratio);
      left.millionths = rest == 0 ? 0 : std::max(Exact{1}, rest / kMillion);
      left.values.push_back(&*best.ratio);
    }
    return left;
  }

 private:
  struct Layered {
    const Benefit* benefit = nullptr;
    std::array<Best, count_of<Identity>> best;
  };
  std::vector<Layered> layers_;
};

// Every disease for which a benefit is confined to some, and none.
std::vector<const Disease*> diseases_of(const Scene& scene, std::array<Disease, count_of<Disease>>& all) {
  std::vector<const Disease*> diseases{nullptr};
  for (std::size_t i = 0; i < all.size(); ++i) {
    all.at(i) = static_cast<Disease>(i);
    const auto names = [&](const Benefit& benefit) {
      return benefit.diseases.contains(all.at(i)) || benefit.treatments.contains(all.at(i));
    };
    if (std::ranges::any_of(scene.pool.benefits, names)) diseases.push_back(&all.at(i));
  }
  return diseases;
}

}  // namespace

Measured measure_beyond_scope(const Scene& scene, const policy::Bound& bound) {
  Counting counting{.scene = scene};
  check_scope(counting);
  for (const Benefit& benefit : scene.pool.benefits) {
    if (benefit.in_force_on(scene.on) == policy::kNoRule) continue;
    const bool of_assistance = traits(benefit.layer).is_assistance;
    if (bound.schemes.contains(ListedScheme::assistance) && !of_assistance) continue;
    check_base(counting, benefit);
  }
  return counting.finish();
}

Measured measure_supplement(const Scene& scene, const policy::Bound&) {
  Counting counting{.scene = scene};
  bool any = false;
  for (const Benefit& benefit : scene.pool.benefits) {
    if (benefit.layer != Layer::civil_servant || benefit.in_force_on(scene.on) == policy::kNoRule) continue;
    any = true;
    check_base(counting, benefit);
  }
  if (!any) {
    counting.measured.note = {"本市未设此项待遇", "the city has not enacted it"};
    return counting.finish();
  }
  check_scope(counting);
  return counting.finish();
}

namespace {

// What a value has beside another one: the rules by which it is more.
Value without_rules_of(Value value, const Value& other) {
  std::erase_if(value.rules,
                [&](policy::RuleId each) { return std::ranges::find(other.rules, each) != other.rules.end(); });
  return value;
}

}  // namespace

// By how much the best treated are paid more than others; the evidence is every rule by which anybody is.
Measured measure_by_identity(const Scene& scene, const policy::Bound&) {
  Measured measured;
  Quantity most{Quantity::Unit::points, 0};
  for (const Benefit& benefit : scene.pool.benefits) {
    if (!traits(benefit.layer).is_first || benefit.in_force_on(scene.on) == policy::kNoRule) continue;
    const auto values = values_of(scene.pool, {.parameter = of_layer(benefit, "ratio")}, scene.on);
    for (const Value& value : values) {
      policy::Key ordinary = value.key;
      ordinary.set(Dimension::identity, 0);
      const auto other = std::ranges::find_if(
          values, [&](const Value& each) { return each.key == ordinary && each.above == value.above; });
      if (other == values.end()) continue;
      const Quantity more{Quantity::Unit::points, value.quantity.value() - other->quantity.value()};
      if (more <= Quantity{Quantity::Unit::points, 0}) continue;
      most = std::max(most, more);
      add_evidence(scene, without_rules_of(value, *other), measured);
    }
  }
  measured.quantity = most;
  return measured;
}

Measured measure_personal_share(const Scene& scene, const policy::Bound&) {
  Measured measured;
  const Leaving leaving(scene);
  std::array<Disease, count_of<Disease>> all{};
  std::optional<Left> least;
  Text whom;
  for (const Disease* disease : diseases_of(scene, all)) {
    for (std::size_t i = 0; i < count_of<Scheme> * count_of<Care> * count_of<Identity>; ++i) {
      const auto scheme = static_cast<Scheme>(i % count_of<Scheme>);
      const auto care = static_cast<Care>(i / count_of<Scheme> % count_of<Care>);
      const auto identity = static_cast<Identity>(i / (count_of<Scheme> * count_of<Care>));
      Left left = leaving.left_for(scheme, care, disease, identity);
      if (left.values.empty() || (least && left.millionths >= least->millionths)) continue;
      whom = {std::string(word(scheme).zh) + "、" + std::string(word(care).zh) + "、" + std::string(word(identity).zh),
              std::string(word(scheme).en) + ", " + std::string(word(care).en) + ", " + std::string(word(identity).en)};
      least = std::move(left);
    }
  }
  if (!least) {
    measured.missing = no_value("*.ratio", scene.on);
    return measured;
  }
  measured.quantity = Quantity(Quantity::Unit::share, least->millionths);
  std::string course;
  for (const Value* value : least->values) {
    add_evidence(scene, *value, measured);
    course += (course.empty() ? "" : ", ") + scene.pool.rule(value->rules.front()).id + " " + to_text(value->quantity);
  }
  measured.note = {whom.zh + "：" + course, whom.en + ": " + course};
  return measured;
}

}  // namespace yidan::audit
