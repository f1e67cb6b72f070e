// What stands behind a finding, or behind a standing as a whole: clauses, the weakest basis, whether a draft's rule
// worked.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "standing/standing.h"

namespace yidan::exchange {

struct Grounds {
  Basis basis = Basis::cited;
  PolicyStatus status = PolicyStatus::in_force;
};

[[nodiscard]] Grounds grounds_of(const standing::Reasoning& why, const policy::Pool& pool);
[[nodiscard]] Grounds grounds_of(const standing::Standing& standing, const policy::Pool& pool);

// What findings say of their rules as JSON, made once for each combination of rules and kept.
class KnownGrounds {
 public:
  // The value of `clauses` and the members after it, compact: `["HZ-2.2-e"],"basis":"cited"`. Valid until the next
  // call. REQUIRES: the pool outlives this.
  [[nodiscard]] std::string_view of(const standing::Reasoning& why, const policy::Pool& pool);

 private:
  struct Key {
    const policy::Pool* pool = nullptr;
    standing::Rules rules{};

    bool operator==(const Key&) const = default;
  };
  struct Hash {
    [[nodiscard]] std::size_t operator()(const Key& key) const noexcept;
  };

  static constexpr std::size_t kMost = 8192;  // combinations that are kept
  std::unordered_map<Key, std::string, Hash> known_;
};

}  // namespace yidan::exchange
