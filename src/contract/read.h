// Reads a value by its table: the first fault, in the order of the table's steps, is thrown.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "contract/members.h"
#include "contract/table.h"
#include "contract/value_reader.h"
#include "facts/encounter.h"

namespace yidan::contract {

// What a reading knows from outside of the object: the rules of tables ask for it.
struct Reading {
  bool kept = false;             // by the books, which judged it when it was told: what is odd in it stays
  Region pool;                   // of the case
  Care care = Care::outpatient;  // of the encounter whose provider is read
  Date born;                     // of the person whose event is read
  Date on;                       // of the event, of the encounter
};

// A type that stands for how another is written: `Made made() const` and `static T of(const Made&)`.
template <class T>
concept Written = requires { typename T::Made; };

inline void take(const json::Value& value, const Path& path, const Field& field, std::string_view& out) {
  out = field.kind == Kind::id ? id_of(value, path, field.gist) : text_of(value, path);
}
inline void take(const json::Value& value, const Path& path, const Field& field, std::string& out) {
  if (field.kind == Kind::number_of_person) return;  // a rule behind it knows whether it is judged
  out = field.kind == Kind::id ? id_of(value, path, field.gist) : text_of(value, path);
}
inline void take(const json::Value& value, const Path& path, const Field&, bool& out) { out = flag_of(value, path); }
inline void take(const json::Value& value, const Path& path, const Field& field, int& out) {
  out = field.kind == Kind::count ? count_of_value(value, path, field.least, field.most) : level_of(value, path);
}
inline void take(const json::Value& value, const Path& path, const Field&, Money& out) { out = money_of(value, path); }
inline void take(const json::Value& value, const Path& path, const Field&, Rate& out) { out = rate_of(value, path); }
inline void take(const json::Value& value, const Path& path, const Field& field, Date& out) {
  out = field.kind == Kind::end ? end_of(value, path) : day_of(value, path);
}
inline void take(const json::Value& value, const Path& path, const Field& field, Month& out) {
  out = field.kind == Kind::month_or_day ? month_or_day_of(value, path) : month_of(value, path);
}
inline void take(const json::Value& value, const Path& path, const Field&, Region& out) {
  out = region_of(value, path);
}
inline void take(const json::Value& value, const Path& path, const Field& field, Exact& out) {
  out = decimal_of(value, path, field.places);
}
template <class E>
  requires std::is_enum_v<E>
void take(const json::Value& value, const Path& path, const Field& field, E& out) {
  out = word_of<E>(text_of(value, path), path, field.words);
}
template <class E>
void take(const json::Value& value, const Path& path, const Field& field, WordSet<E>& out) {
  const auto items = items_of(value, path);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Path item = path.item(i);
    out.insert(word_of<E>(text_of(items[i], item), item, field.words));
  }
}
template <class T>
void take(const json::Value& value, const Path& path, const Field& field, std::optional<T>& out) {
  take(value, path, field, out.emplace());
}

template <const auto& kTable>
void read_steps(const Members& members, std::size_t first_field, ValueOf<kTable>& value, Reading& reading);

// The object's value by its table; as what it stands for, if the table is of how that is written.
template <const auto& kTable>
auto read(const json::Value& json, const Path& path, Reading& reading) {
  std::array<const json::Value*, kFieldsOf<kTable>.size()> found;
  const Members members(json, path, kFieldsOf<kTable>, found.data());
  ValueOf<kTable> value{};
  read_steps<kTable>(members, 0, value, reading);
  members.finish();
  if constexpr (Written<ValueOf<kTable>>) {
    return value.made();
  } else {
    return value;
  }
}

template <const auto& kTable, auto kMember, class T>
void read_step(const At<kMember>&, const Members& members, std::size_t place, T& value, Reading&) {
  const Field& field = members.field(place);
  const json::Value* written = members.value(place);
  if (written != nullptr) {
    take(*written, members.place(field.name), field, value.*kMember);
  } else if (field.presence == Presence::required) {
    members.fail_missing(place);
  }
}

template <const auto& kTable, auto kMember, const auto& kInner, class T>
void read_step(const Inside<kMember, kInner>&, const Members& members, std::size_t place, T& value, Reading& reading) {
  const json::Value* written = members.value(place);
  if (written == nullptr) members.fail_missing(place);
  const Path path = members.place(members.field(place).name);
  value.*kMember = read<kInner>(*written, path, reading);
}

template <const auto& kTable, auto kMember, const auto& kInner, class T>
void read_step(const Perhaps<kMember, kInner>&, const Members& members, std::size_t place, T& value, Reading& reading) {
  const json::Value* written = members.value(place);
  if (written == nullptr) return;
  const Path path = members.place(members.field(place).name);
  value.*kMember = read<kInner>(*written, path, reading);
}

template <const auto& kTable, auto kMember, const auto& kInner, class T>
void read_step(const ListOf<kMember, kInner>&, const Members& members, std::size_t place, T& value, Reading& reading) {
  const Field& field = members.field(place);
  const bool must = field.items > 0 && !reading.kept;
  const json::Value* written = members.value(place);
  if (written == nullptr && must) members.fail_missing(place);
  if (written == nullptr) return;
  const Path path = members.place(field.name);
  const auto items = items_of(*written, path);
  if (items.empty() && must) members.fail_missing(place);
  (value.*kMember).reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    (value.*kMember).push_back(read<kInner>(items[i], path.item(i), reading));
  }
}

// The days of a period from its two members.
[[nodiscard]] Period read_period(const Members& members, std::size_t from, bool kept);
// Faults unless the period has a day.
void require_days(const Members& members, const Period& period);

template <const auto& kTable, auto kMember, class T>
void read_step(const Spanning<kMember>&, const Members& members, std::size_t place, T& value, Reading& reading) {
  value.*kMember = read_period(members, place, reading.kept);
}

template <const auto& kTable, auto kCheck, class T>
void read_step(const Rule<kCheck>&, const Members& members, std::size_t, T& value, Reading& reading) {
  kCheck(members, value, reading);
}

template <const auto& kTable, class T>
void read_step(const Closed&, const Members& members, std::size_t, T&, Reading&) {
  members.finish();
}

// The steps of a table whose fields begin at `first_field` of the members.
template <const auto& kTable>
void read_steps(const Members& members, std::size_t first_field, ValueOf<kTable>& value, Reading& reading) {
  std::size_t place = first_field;
  const auto one = [&]<class Step>(const Step& step) {
    read_step<kTable>(step, members, place, value, reading);
    place += Step::kFields;
  };
  std::apply([&one](const auto&... step) { (one(step), ...); }, kTable.steps);
}

}  // namespace yidan::contract
