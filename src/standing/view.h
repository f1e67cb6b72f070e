// What the parts of a derivation share: the pool, the record as far as it is known, and where findings go.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <variant>
#include <vector>

#include "standing/standing.h"

namespace yidan::standing {

class View {
 public:
  View(const View&) = delete;
  View& operator=(const View&) = delete;
  // `known`: until when it is known what was taken back, where that is later than the day.
  View(const policy::Pool& of_pool, const Record& of_record, Date day, Standing& into, Date known = {})
      : pool(of_pool),
        rules(of_pool.people),
        record(of_record),
        as_of(day),
        standing(into),
        known_(std::max(day, known)) {}

  const policy::Pool& pool;
  const policy::PeopleRules& rules;
  const Record& record;
  Date as_of;
  Standing& standing;

  // The events that are known and were not taken back, in order.
  [[nodiscard]] std::span<const Event> events() const { return events_; }
  void know_until_as_of();
  // Of events that say nothing but what an earlier one of their day says; uses of the account are often alike.
  void warn_of_repetition() const;

  void warn(WarningKind kind, const Event* event = nullptr, std::initializer_list<policy::Argument> arguments = {},
            std::initializer_list<const policy::Cell*> cells = {}) const;

 private:
  Date known_;
  std::span<const Event> events_;
  std::vector<Event> kept_;  // of a record of which something was taken back
};

// The cell of a table without dimensions.
[[nodiscard]] inline const policy::Cell* find(const policy::Table& table, Date day) {
  return table.empty() ? nullptr : table.find({}, day);
}
// The cell for one word.
template <class E>
[[nodiscard]] const policy::Cell* find(const policy::Table& table, policy::Dimension dimension, E word, Date day) {
  if (table.empty()) return nullptr;
  policy::Key key;
  key.set(dimension, static_cast<std::size_t>(word));
  return table.find(key, day);
}

template <class E>
[[nodiscard]] bool says(const policy::Cell* cell, E word) {
  return cell != nullptr && cell->is(word);
}

[[nodiscard]] inline policy::RuleId rule_of(const policy::Cell* cell) {
  return cell == nullptr ? policy::kNoRule : cell->rule;
}

// A sentence with its arguments and the rules of the cells that worked; null cells are skipped.
[[nodiscard]] Reasoning because(Saying saying, std::initializer_list<const policy::Cell*> cells,
                                std::initializer_list<policy::Argument> arguments = {});

}  // namespace yidan::standing
