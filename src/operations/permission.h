// Whether whoever asks may: the one gate through which every command and every query of the desk goes, whatever way it
// came. What goes through is noted in the trail, what is turned away as well.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "operations/caller.h"

namespace yidan::operations {

// To whom or what something is done; what does not apply is left out.
struct Whom {
  std::int32_t pool = 0;  // 0: of all
  std::string person{};   // by number
  std::string provider{};
  std::string reason{};    // why, where that is noted
  bool is_of_pool = true;  // false: what belongs to no pool, such as the policy
};

// Errors: `forbidden`; `unavailable`: the trail cannot take it.
[[nodiscard]] Result<void> may(const Caller& caller, Deed deed, const Whom& whom);

// Where it is noted. Called by many threads.
class Trail {
 public:
  Trail() = default;
  Trail(const Trail&) = delete;
  Trail& operator=(const Trail&) = delete;
  virtual ~Trail() = default;

  struct Noted {
    std::string user;
    Deed deed = Deed::see_policy;
    std::int32_t pool = 0;
    std::string person{};  // a pseudonym; empty: of nobody
    std::string provider{};
    bool allowed = true;
    std::string reason{};  // why it was done, where somebody had to say so
  };
  // Errors: `unavailable`: too much waits to be written; then nothing is done.
  [[nodiscard]] virtual Result<void> note(const Noted& noted) = 0;
};

}  // namespace yidan::operations
