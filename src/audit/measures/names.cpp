// How a city calls the schemes and the policy items of the list.
#include <algorithm>
#include <set>

#include "audit/measures/measure.h"

namespace yidan::audit {
namespace {

using policy::Arrangement;
using policy::Benefit;
using policy::Dimension;
using policy::ItemName;
using policy::Rule;

constexpr std::string_view kCanonical = "schemes.names";
constexpr std::string_view kAlias = "schemes.aliases";

bool holds_for(const Rule& rule, ListedScheme scheme) {
  const auto ordinal = parse_ordinal(Dimension::scheme_name, code(scheme));
  return ordinal && rule.key.words.contains(Dimension::scheme_name, *ordinal);
}

ListedScheme supplementary_of(Layer layer) {
  if (layer == Layer::catastrophic) return ListedScheme::catastrophic;
  return layer == Layer::civil_servant ? ListedScheme::civil_servant : ListedScheme::large_amount;
}

bool is_supplementary(const Benefit& benefit) {
  return benefit.layer != Layer::basic && !traits(benefit.layer).is_assistance;
}

std::string_view part_of(const Rule& rule) { return std::string_view(rule.id).substr(rule.id.find('.') + 1); }
std::string_view folder_of(const Rule& rule) { return std::string_view(rule.id).substr(0, rule.id.find('.')); }

// The names under which one scheme stands in a city on a day, beside the one of the list.
class NamesOfScheme {
 public:
  NamesOfScheme(const Scene& scene, ListedScheme scheme, Measured& measured)
      : scene_(scene), scheme_(scheme), measured_(measured) {
    for (const Rule& rule : scene.pool.rules) {
      if (!holds_for(rule, scheme)) continue;
      if (rule.id == kCanonical && rule.period.contains(scene.on)) canonical_ = rule.value.text;
      if (rule.id == kAlias) aliases_.insert(rule.value.text);
    }
  }

  std::size_t count() {
    for (const Rule& rule : scene_.pool.rules) look_at(rule);
    for (const Arrangement& each : scene_.policy.arrangements) look_at(each);
    return found_.size();
  }

 private:
  // An alias that still holds, or a title of the packs that bears one.
  void look_at(const Rule& rule) {
    if (!rule.period.contains(scene_.on)) return;
    if (rule.id == kAlias) {
      if (!holds_for(rule, scheme_)) return;
      Evidence evidence = evidence_of(scene_, rule);
      evidence.issued.reset();  // the document ends the name, which is older than it
      return add(rule.value.text, std::move(evidence));
    }
    if (!is_of_the_scheme(folder_of(rule))) return;
    for (const std::string& alias : aliases_) {
      if (rule.title.zh.find(alias) != std::string::npos) add(alias, evidence_of(scene_, rule));
    }
  }

  void look_at(const Arrangement& each) {
    const bool here = each.region.covers(scene_.pool.region) && each.period.contains(scene_.on);
    if (!here || each.scheme != scheme_ || each.name.zh == canonical_) return;
    add(each.name.zh, evidence_of(each));
  }

  [[nodiscard]] bool is_of_the_scheme(std::string_view folder) const {
    const auto benefit = std::ranges::find(scene_.pool.benefits, folder, &Benefit::id);
    return benefit != scene_.pool.benefits.end() && is_supplementary(*benefit) &&
           supplementary_of(benefit->layer) == scheme_;
  }

  void add(const std::string& name, Evidence evidence) {
    measured_.evidence.push_back(std::move(evidence));
    if (!found_.insert(name).second) return;
    append(measured_.note, {"“" + name + "”应称“" + canonical_ + "”", "'" + name + "' is to be called " + canonical_});
  }

  const Scene& scene_;
  ListedScheme scheme_;
  Measured& measured_;
  std::string canonical_;
  std::set<std::string> aliases_;
  std::set<std::string> found_;
};

const ItemName* item_of(const Scene& scene, const Rule& rule) {
  const auto& items = scene.policy.bounds.item_names;
  const auto found = std::ranges::find_if(
      items, [&](const ItemName& item) { return std::ranges::find(item.parts, part_of(rule)) != item.parts.end(); });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

// RZ-3.1-b: aliases in force, titles that bear one, and arrangements of a scheme under another name.
Measured measure_other_names(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  std::size_t count = 0;
  for (std::size_t i = 0; i < count_of<ListedScheme>; ++i) {
    const auto scheme = static_cast<ListedScheme>(i);
    if (bound.schemes.contains(scheme)) count += NamesOfScheme(scene, scheme, measured).count();
  }
  measured.quantity = policy::Quantity::count(static_cast<std::int64_t>(count));
  return measured;
}

// RZ-3.2-a: files of parts of benefits whose title says none of the names that the list has for the part.
Measured measure_item_names(const Scene& scene, const policy::Bound&) {
  Measured measured;
  std::set<std::string> files;
  for (const Rule& rule : scene.pool.rules) {
    const bool of_benefit =
        std::ranges::find(scene.pool.benefits, folder_of(rule), &Benefit::id) != scene.pool.benefits.end();
    const ItemName* item = of_benefit && rule.period.contains(scene.on) ? item_of(scene, rule) : nullptr;
    if (item == nullptr || files.contains(rule.id)) continue;
    const auto says = [&](const std::string& name) { return rule.title.zh.find(name) != std::string::npos; };
    if (std::ranges::any_of(item->names, says)) continue;
    files.insert(rule.id);
    measured.evidence.push_back(evidence_of(scene, rule));
    append(measured.note, {rule.id + " 题为“" + rule.title.zh + "”，清单称“" + item->names.front() + "”",
                           rule.id + " is titled '" + rule.title.zh + "', the list says " + item->names.front()});
  }
  measured.quantity = policy::Quantity::count(static_cast<std::int64_t>(files.size()));
  return measured;
}

}  // namespace yidan::audit
