// What the packs say, for people and programs: what is in force on a day, what changed between two.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "base/result.h"
#include "policy/policy.h"
#include "policy/report/citations.h"

namespace yidan::policy {

// The rules of a pool that hold on the day, by id and key.
[[nodiscard]] std::vector<const Rule*> rules_on(const Pool& pool, Date day);

// Clause by clause with basis, for people.
[[nodiscard]] std::string show_text(const Policy& policy, const Pool& pool, Date day, Language language);

// The same for programs.
[[nodiscard]] std::string show_json(const Pool& pool, Date day, Language language);

// A pool on a day: one side of a comparison.
struct PoolOnDay {
  const Pool& pool;
  Date day;
};
// What holds on one side and not on the other: under each rule's id and title lines of "-" and "+"; empty when nothing
// changed. The sides may be two days, two pools, or the same pool in two folders of packs.
[[nodiscard]] std::string diff_text(const PoolOnDay& before, const PoolOnDay& after, Language language);
[[nodiscard]] std::string diff_text(const Pool& pool, Date first, Date second, Language language);

// The documents of the register: number, issuer, day of issue, validity, status, how many of their clauses are cited;
// for people and for programs. `cited`: all citations of the packs.
[[nodiscard]] std::string documents_text(const Policy& policy, std::span<const Citation> cited, Language language);
[[nodiscard]] std::string documents_json(const Policy& policy, std::span<const Citation> cited, Language language);

// `yidan.clause/1`: the gist of one clause, and where it stands. Errors: `not_found`.
[[nodiscard]] Result<std::string> clause_json(const Policy& policy, std::string_view id, Language language);

}  // namespace yidan::policy
