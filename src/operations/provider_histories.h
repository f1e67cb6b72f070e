// What the registers of a pool say of an institution, from day to day, as settlement asks for it: whether it is there,
// its level and region, and for which care it is designated.
//
// Looked up once for an institution and kept in memory, until an entry of a register is touched, at this desk or, as it
// finds when it looks (`Desk::refresh`), at another. Any number of threads may ask.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "calendar/date.h"
#include "terms/region.h"
#include "terms/schemes.h"
#include "terms/terms.h"

namespace yidan::operations {

class Desk;

// How an institution stands from a day on.
struct ProviderStanding {
  Date from;
  bool there = false;  // registered, and not closed
  std::string name{};
  Region region{};
  std::optional<int> level{};  // absent: the register has none
  WordSet<Designation> designated{};
  std::array<WordSet<Designation>, count_of<Scheme>> withheld{};  // designated, but not for what the scheme pays
};

// By day; the first is of all days before any that a register names.
using ProviderHistory = std::vector<ProviderStanding>;

// The standing of a day. REQUIRES: the history is not empty, which none is.
[[nodiscard]] const ProviderStanding& standing_on(const ProviderHistory& history, Date day);

class ProviderHistories {
 public:
  using Kept = std::shared_ptr<const ProviderHistory>;

  // Whether the pool has a register of institutions: some institution was opened in it. Errors: those of the store.
  [[nodiscard]] Result<bool> has_institutions(Desk& desk, Region pool);
  // Errors: those of the store.
  [[nodiscard]] Result<Kept> of(Desk& desk, Region pool, const std::string& id);

  // The registers may say something else now.
  void forget();

 private:
  using Name = std::pair<std::int32_t, std::string>;
  std::shared_mutex mutex_;
  std::uint64_t turn_ = 0;  // rises with every `forget`: what was read before it is not kept
  std::map<std::int32_t, bool> has_;
  std::map<Name, Kept> kept_;
};

}  // namespace yidan::operations
