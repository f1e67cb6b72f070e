// How the rules of one register see the entries of others, and of itself.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "registers/entry.h"

namespace yidan::registers {

struct Seen {
  std::string id;
  View view;
};

class Others {
 public:
  Others() = default;
  Others(const Others&) = delete;
  Others& operator=(const Others&) = delete;
  virtual ~Others() = default;

  // As it stands on the day; its state is `new` where there is none. Errors: those of the store.
  [[nodiscard]] virtual Result<Seen> entry(const std::string& of, const std::string& id, Date on) = 0;
  // Calls `visit` for each entry of the pool's register that has all of the values, until it says that it has seen
  // enough (false). Errors: those of the store.
  using Visit = std::function<bool(const Seen&)>;
  [[nodiscard]] virtual Result<void> each(const std::string& of, const Fields& with, Date on, const Visit& visit) = 0;
};

// What rules are judged by.
struct Rules {
  const policy::RegisterDefinition& definition;
  const policy::WorkCalendar& calendar;
  Region pool;
  Others& others;
};

}  // namespace yidan::registers
