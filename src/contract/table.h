// A field table bound to the members of a value: the one list from which the value is read and written.
//
// A table is a constant: the steps of reading in their order. A step is a member of the value with its field (`at`,
// `inside`, `perhaps`, `list`, `period`), or a rule that the fields before it must fulfil together; `closed` is where
// members that the table does not have are refused, the end if it does not stand.
#pragma once

#include <array>
#include <tuple>

#include "calendar/date.h"
#include "contract/field.h"

namespace yidan::contract {

template <auto kMember>
struct At {
  static constexpr std::size_t kFields = 1;
  std::array<Field, kFields> fields;
};
template <auto kMember>
constexpr At<kMember> at(Field field) {
  return {{field}};
}

// An object with a table of its own, and a list of such objects.
template <auto kMember, const auto& kTable>
struct Inside {
  static constexpr std::size_t kFields = 1;
  std::array<Field, kFields> fields;
};
// The same, which may be absent.
template <auto kMember, const auto& kTable>
struct Perhaps {
  static constexpr std::size_t kFields = 1;
  std::array<Field, kFields> fields;
};
template <auto kMember, const auto& kTable>
struct ListOf {
  static constexpr std::size_t kFields = 1;
  std::array<Field, kFields> fields;
};

// A period: `from`, inclusive, and `to`, exclusive, open when absent.
template <auto kMember>
struct Spanning {
  static constexpr std::size_t kFields = 2;
  std::array<Field, kFields> fields;
};
template <auto kMember>
constexpr Spanning<kMember> period() {
  return {{day("from", "起始日（含）", "first day").required(),
           end("to", "终止日（不含）；空缺为未定", "end, not included; open when absent")}};
}

// kCheck(const Members&, Value&, Reading&) throws a Fault. `gist` is for readers; a step that only prepares has none.
template <auto kCheck>
struct Rule {
  static constexpr std::size_t kFields = 0;
  std::array<Field, kFields> fields;
  Gist gist;
};
template <auto kCheck>
constexpr Rule<kCheck> rule(std::string_view zh = {}, std::string_view en = {}) {
  return {{}, {zh, en}};
}

struct Closed {
  static constexpr std::size_t kFields = 0;
  std::array<Field, kFields> fields;
};
inline constexpr Closed closed{};

template <class T, class... Steps>
struct Table {
  using Value = T;
  static constexpr std::size_t kFields = (Steps::kFields + ... + 0);

  std::string_view name;
  Gist gist;
  std::tuple<Steps...> steps;
};

template <class T, class... Steps>
constexpr Table<T, Steps...> table(std::string_view name, std::string_view zh, std::string_view en, Steps... steps) {
  return {name, {zh, en}, {steps...}};
}

template <const auto& kTable>
using ValueOf = typename std::remove_cvref_t<decltype(kTable)>::Value;

// What a table says without the value that it is bound to.
template <const auto& kTable>
inline constexpr auto kFieldsOf = [] {
  std::array<Field, std::remove_cvref_t<decltype(kTable)>::kFields> fields{};
  auto place = fields.begin();
  const auto add = [&place](const auto& step) { place = std::ranges::copy(step.fields, place).out; };
  std::apply([&add](const auto&... step) { (add(step), ...); }, kTable.steps);
  return fields;
}();

template <const auto& kTable>
inline constexpr auto kRulesOf = [] {
  constexpr auto has_gist = [](const auto& step) {
    if constexpr (requires { step.gist; }) return step.gist.zh.empty() ? 0U : 1U;
    return 0U;
  };
  constexpr std::size_t count =
      std::apply([&](const auto&... step) { return (has_gist(step) + ... + 0U); }, kTable.steps);
  std::array<Gist, count> rules{};
  auto place = rules.begin();
  const auto add = [&place](const auto& step) {
    if constexpr (requires { step.gist; }) {
      if (!step.gist.zh.empty()) *place++ = step.gist;
    }
  };
  std::apply([&add](const auto&... step) { (add(step), ...); }, kTable.steps);
  return rules;
}();

template <const auto& kTable>
inline constexpr Object kObject{kTable.name, kTable.gist, kFieldsOf<kTable>, kRulesOf<kTable>};

template <auto kMember, const auto& kTable>
constexpr Inside<kMember, kTable> inside(std::string_view name, std::string_view zh, std::string_view en) {
  return {{object(kObject<kTable>, name, zh, en).required()}};
}
template <auto kMember, const auto& kTable>
constexpr Perhaps<kMember, kTable> perhaps(std::string_view name, std::string_view zh, std::string_view en) {
  return {{object(kObject<kTable>, name, zh, en)}};
}
template <auto kMember, const auto& kTable>
constexpr ListOf<kMember, kTable> list(std::string_view name, std::string_view zh, std::string_view en) {
  return {{object(kObject<kTable>, name, zh, en).many().or_else("[]")}};
}
// A list that has something in it.
template <auto kMember, const auto& kTable>
constexpr ListOf<kMember, kTable> some(std::string_view name, std::string_view zh, std::string_view en, Gist missing) {
  return {{object(kObject<kTable>, name, zh, en).many().required(missing).with(&Field::items, std::int64_t{1})}};
}

}  // namespace yidan::contract
