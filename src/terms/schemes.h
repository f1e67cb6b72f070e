// The closed words of insurance: the schemes and the statuses in them.
#pragma once

#include "terms/word.h"

namespace yidan {

enum class Scheme : std::uint8_t { employee, resident };
template <>
struct Terms<Scheme> {
  static constexpr std::string_view zh = "险种", en = "scheme";
  static constexpr std::array<Word, 2> words{{
      {"employee", "职工基本医疗保险", "employee basic medical insurance"},
      {"resident", "城乡居民基本医疗保险", "resident basic medical insurance"},
  }};
};

enum class Status : std::uint8_t { active, retired, flexible, adult, child, student, newborn };
template <>
struct Terms<Status> {
  static constexpr std::string_view zh = "参保身份", en = "status";
  static constexpr std::array<Word, 7> words{{
      {"active", "在职", "in work"},
      {"retired", "退休", "retired"},
      {"flexible", "灵活就业", "flexibly employed"},
      {"adult", "成年居民", "adult resident"},
      {"child", "少年儿童", "child"},
      {"student", "学生", "student"},
      {"newborn", "新生儿", "newborn"},
  }};
};

// The scheme to which a status belongs.
[[nodiscard]] constexpr Scheme scheme_of(Status status) {
  return status <= Status::flexible ? Scheme::employee : Scheme::resident;
}

}  // namespace yidan
