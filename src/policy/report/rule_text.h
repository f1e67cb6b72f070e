// A rule's key and value as an officer reads them, in either language: "机构等级=一级及以下  500.00".
#pragma once

#include <string>

#include "policy/policy.h"

namespace yidan::policy {

// Days are exclusive at their end inside; people read the last day on which something holds.
[[nodiscard]] inline std::string last_day(Date until) { return to_text(Date::from_days(until.days() - 1)); }

// What an indicator is called; its own name where the pool has no title for it.
[[nodiscard]] Text indicator_title(const Pool& pool, const std::string& indicator);

// For whom a rule holds; empty when it holds for all. In English as the pack writes it, in Chinese by the names of its
// words.
[[nodiscard]] std::string key_text(const Rule& rule, Language language);

// The same in plain words, without the names of dimensions where that is clear: "二级、三级"; "全体" where it holds for all.
[[nodiscard]] std::string whom_text(const Rule& rule, Language language);

// What it says; empty when it only says that something holds. `pool` has the titles of the indicators of which it may
// be a share.
[[nodiscard]] std::string value_text(const Pool& pool, const Rule& rule, Language language);

}  // namespace yidan::policy
