// Writes a value by its table, the members in the order of the table; what an absent member means is left out.
#pragma once

#include <optional>
#include <string>

#include "base/json_writer.h"
#include "contract/read.h"

namespace yidan::contract {

inline void put(json::Writer& json, const Field&, std::string_view text) { json.string(text); }
inline void put(json::Writer& json, const Field&, bool truth) { json.boolean(truth); }
inline void put(json::Writer& json, const Field&, int number) { json.number(number); }
inline void put(json::Writer& json, const Field&, Money money) { json.string(to_text(money)); }
inline void put(json::Writer& json, const Field&, Rate rate) { json.string(to_text(rate)); }
inline void put(json::Writer& json, const Field&, Date day) { json.string(to_text(day)); }
inline void put(json::Writer& json, const Field&, Month month) { json.string(to_text(month)); }
inline void put(json::Writer& json, const Field&, Region region) { json.string(to_text(region)); }
void put(json::Writer& json, const Field& field, Exact decimal);
template <class E>
  requires std::is_enum_v<E>
void put(json::Writer& json, const Field&, E word) {
  json.string(code(word));
}
template <class E>
void put(json::Writer& json, const Field&, const WordSet<E>& words) {
  json.begin_array();
  for (std::size_t i = 0; i < count_of<E>; ++i) {
    if (words.contains(static_cast<E>(i))) json.string(code(static_cast<E>(i)));
  }
  json.end_array();
}
template <class T>
void put(json::Writer& json, const Field& field, const std::optional<T>& value) {
  put(json, field, *value);
}

// Whether there is nothing to write.
inline bool is_nothing(const std::string& text) { return text.empty(); }
inline bool is_nothing(std::string_view text) { return text.empty(); }
inline bool is_nothing(Region region) { return !region.known(); }
template <class E>
bool is_nothing(const WordSet<E>& words) {
  return words.empty();
}
template <class T>
bool is_nothing(const std::optional<T>& value) {
  return !value.has_value();
}
template <class T>
bool is_nothing(const T&) {
  return false;
}

template <const auto& kTable, class T>
void write_members(json::Writer& json, const T& value);

// One object.
template <const auto& kTable, class T>
void write(json::Writer& json, const T& value) {
  json.begin_object();
  write_members<kTable>(json, value);
  json.end_object();
}

template <auto kMember, class T>
void write_step(json::Writer& json, const At<kMember>& step, const T& value) {
  const Field& field = step.fields.front();
  if (is_nothing(value.*kMember)) return;
  if (field.presence == Presence::optional && value.*kMember == T{}.*kMember) return;
  json.key(field.name);
  put(json, field, value.*kMember);
}
template <auto kMember, const auto& kInner, class T>
void write_step(json::Writer& json, const Inside<kMember, kInner>& step, const T& value) {
  json.key(step.fields.front().name);
  write<kInner>(json, value.*kMember);
}
template <auto kMember, const auto& kInner, class T>
void write_step(json::Writer& json, const Perhaps<kMember, kInner>& step, const T& value) {
  if (!(value.*kMember)) return;
  json.key(step.fields.front().name);
  write<kInner>(json, *(value.*kMember));
}
template <auto kMember, const auto& kInner, class T>
void write_step(json::Writer& json, const ListOf<kMember, kInner>& step, const T& value) {
  if ((value.*kMember).empty()) return;
  json.key(step.fields.front().name);
  json.begin_array();
  for (const auto& each : value.*kMember) write<kInner>(json, each);
  json.end_array();
}
template <auto kMember, class T>
void write_step(json::Writer& json, const Spanning<kMember>& step, const T& value) {
  const Period& period = value.*kMember;
  json.text(step.fields[0].name, to_text(period.from));
  if (period.to != Date::never()) json.text(step.fields[1].name, to_text(period.to));
}
template <class Step, class T>
  requires(Step::kFields == 0)
void write_step(json::Writer&, const Step&, const T&) {}

// The members alone, within an object that is open.
template <const auto& kTable, class T>
void write_members(json::Writer& json, const T& value) {
  if constexpr (Written<ValueOf<kTable>> && !std::is_same_v<T, ValueOf<kTable>>) {
    write_members<kTable>(json, ValueOf<kTable>::of(value));
  } else {
    std::apply([&](const auto&... step) { (write_step(json, step, value), ...); }, kTable.steps);
  }
}

// A list of objects as text.
template <const auto& kTable, class T>
std::string list_text(const std::vector<T>& list) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_array();
  for (const T& each : list) write<kTable>(json, each);
  json.end_array();
  return text;
}

}  // namespace yidan::contract
