#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "registers/check.h"
#include "registers/check_bills.h"
#include "registers/conditions.h"

namespace yidan::registers {
namespace {

using policy::RegisterCheck;

// Entries that agree in `by` are the same in each of the fields. What most of them say is right (of as many, what the
// first id says), so that the answer does not depend on the order in which they are seen. Keeps the ids.
class SameCheck {
 public:
  SameCheck(const Rules& rules, const RegisterCheck& check) : rules_(rules), check_(check) {}

  void see(const Seen& seen) {
    std::string key;
    for (const std::string& each : check_.by) key += list_of(values_of(seen.view, each), Language::en) + '\n';
    std::vector<std::vector<std::string>> values;
    for (const std::string& each : check_.fields) values.push_back(values_of(seen.view, each));
    groups_[key][std::move(values)].insert(seen.id);
    ++coverage_.all;
  }

  Coverage finish() {
    for (const auto& [key, variants] : groups_) judge(variants);
    coverage_.held = coverage_.all - deviating_;
    return std::move(coverage_);
  }

 private:
  using Values = std::vector<std::vector<std::string>>;
  using Variants = std::map<Values, std::set<std::string>>;

  void judge(const Variants& variants) {
    const auto right = std::ranges::max_element(variants, [](const auto& a, const auto& b) {
      if (a.second.size() != b.second.size()) return a.second.size() < b.second.size();
      return *a.second.begin() > *b.second.begin();
    });
    for (auto each = variants.begin(); each != variants.end(); ++each) {
      if (each == right) continue;
      std::vector<std::string> other;
      for (std::size_t i = 0; i < check_.fields.size(); ++i) {
        if (each->first[i] != right->first[i]) other.push_back(check_.fields[i]);
      }
      for (const std::string& id : each->second) report(id, *right->second.begin(), other);
    }
  }

  void report(const std::string& id, const std::string& than, const std::vector<std::string>& fields) {
    ++deviating_;
    if (coverage_.findings.size() >= kMostFindings) return;
    const Text names = titles_of(rules_.definition, fields);
    coverage_.findings.push_back(
        {&check_, id, {names.zh + "与 " + than + " 不一致", names.en + " differs from " + than}, 0});
  }

  const Rules& rules_;
  const RegisterCheck& check_;
  std::map<std::string, Variants> groups_;
  std::size_t deviating_ = 0;
  Coverage coverage_;
};

// Every unit, and every combination of words, has an entry.
class CoverCheck {
 public:
  CoverCheck(const Rules& rules, const RegisterCheck& check, Date on) : rules_(rules), check_(check), on_(on) {}

  Result<Coverage> run() {
    std::map<std::string, std::string> units{{"", ""}};  // with what people call them
    if (!check_.reg.empty()) {
      units.clear();
      const auto read = rules_.others.each(check_.reg, {}, on_, [&](const Seen& each) {
        if (counts_as_unit(each.view)) units.emplace(key_of_unit(each), each.view.value("name"));
        return true;
      });
      if (!read) return std::unexpected(read.error());
    }
    for (const auto& [key, name] : units) add_cells(key, name, 0);
    const auto read = rules_.others.each(rules_.definition.name, {}, on_, [&](const Seen& each) {
      if (looks_at(rules_.definition, check_, each.view, on_)) cover(each);
      return true;
    });
    if (!read) return std::unexpected(read.error());
    return result();
  }

 private:
  [[nodiscard]] bool counts_as_unit(const View& view) const {
    if (view.state == policy::kNotRegistered || !is_such(view, check_.of_others)) return false;
    if (!check_.other_states.empty())
      return std::ranges::find(check_.other_states, view.state) != check_.other_states.end();
    return true;
  }

  [[nodiscard]] std::string key_of_unit(const Seen& unit) const {
    std::string key;
    for (const auto& [theirs, ours] : check_.match) {
      key += (key.empty() ? "" : " ") + (theirs == "entry" ? unit.id : unit.view.value(theirs));
    }
    return key;
  }

  void add_cells(const std::string& key, const std::string& name, std::size_t place) {
    if (place == check_.each.size()) {
      cells_.emplace(key, Cell{.name = name});
      return;
    }
    const policy::FieldDefinition* field = rules_.definition.field(check_.each[place]);
    for (const policy::NamedWord& word : field->words) {
      if (!check_.words.empty() && std::ranges::find(check_.words, word.code) == check_.words.end()) continue;
      add_cells(key + (key.empty() ? "" : " ") + word.code, name + (name.empty() ? "" : " ") + word.name.zh, place + 1);
    }
  }

  void cover(const Seen& seen) {
    std::string key;
    for (const auto& [theirs, ours] : check_.match) {
      key += (key.empty() ? "" : " ") + (ours == "entry" ? seen.id : seen.view.value(ours));
    }
    cover_cells(seen, key, 0);
  }

  void cover_cells(const Seen& seen, const std::string& key, std::size_t place) {
    if (place == check_.each.size()) {
      const auto cell = cells_.find(key);
      if (cell != cells_.end()) cell->second.covered = true;
      return;
    }
    for (const std::string& value : values_of(seen.view, check_.each[place])) {
      cover_cells(seen, key + (key.empty() ? "" : " ") + value, place + 1);
    }
  }

  [[nodiscard]] Coverage result() const {
    Coverage coverage{.all = cells_.size()};
    for (const auto& [key, cell] : cells_) {
      coverage.held += cell.covered ? 1 : 0;
      if (cell.covered || coverage.findings.size() >= kMostFindings) continue;
      const Text said = key.empty()
                            ? Text{"一项也没有", "there is none"}
                            : Text{"没有" + (cell.name.empty() ? "" : "（" + cell.name + "）"), "nothing there"};
      coverage.findings.push_back({&check_, key, said, 0});
    }
    return coverage;
  }

  const Rules& rules_;
  const RegisterCheck& check_;
  Date on_;
  struct Cell {
    bool covered = false;
    std::string name;
  };
  std::map<std::string, Cell> cells_;
};

// A check of single entries, over all of them.
Result<Coverage> count_entries(const Rules& rules, const RegisterCheck& check, Date on) {
  Coverage coverage;
  std::optional<Error> failed;
  const auto read = rules.others.each(rules.definition.name, {}, on, [&](const Seen& each) {
    if (!looks_at(rules.definition, check, each.view, on)) return true;
    ++coverage.all;
    auto found = run_check(rules, check, each, on);
    if (!found) {
      failed = std::move(found.error());
    } else if (!*found) {
      ++coverage.held;
    } else if (coverage.findings.size() < kMostFindings) {
      coverage.findings.push_back(std::move(**found));
    }
    return !failed;
  });
  if (!read) return std::unexpected(read.error());
  if (failed) return std::unexpected(std::move(*failed));
  return coverage;
}

}  // namespace

Result<Coverage> check_register(const Rules& rules, const RegisterCheck& check, Date on, Date since) {
  Result<Coverage> coverage;
  if (check.kind == CheckKind::bills) {
    coverage = count_bills(rules, check, on, since);
  } else if (check.is_of_one()) {
    coverage = count_entries(rules, check, on);
  } else if (check.kind == CheckKind::same) {
    SameCheck same(rules, check);
    const auto read = rules.others.each(rules.definition.name, {}, on, [&](const Seen& each) {
      if (looks_at(rules.definition, check, each.view, on)) same.see(each);
      return true;
    });
    if (!read) return std::unexpected(read.error());
    coverage = same.finish();
  } else {
    coverage = CoverCheck(rules, check, on).run();
  }
  if (coverage) std::ranges::sort(coverage->findings, {}, &Finding::entry);
  if (coverage && check.due && on > *check.due && !coverage->is_whole()) {
    coverage->days_overdue = static_cast<std::size_t>(on.days() - check.due->days());
  }
  return coverage;
}

}  // namespace yidan::registers
