// What settled bills say of payment ratios: for each benefit and year, what was paid of the cost between deductible and
// cap. Values: who has bills (books, files) makes one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "policy/quantity.h"

namespace yidan::audit {

// A part of the bills that is shown by itself: a level (0: none was given), retired persons or all others.
struct Group {
  int level = 0;
  bool retired = false;
  auto operator<=>(const Group&) const = default;
};

class Experience {
 public:
  // A settled bill: `base` is what is in scope less the deductible and less what lies above the cap.
  void add(std::string_view benefit, int year, Group group, Money base, Money paid);

  [[nodiscard]] bool empty() const { return sums_.empty(); }
  // Paid of the base, exact; absent where no bill of the benefit and year has a base.
  [[nodiscard]] std::optional<policy::Quantity> average(std::string_view benefit, int year) const;
  // The same for every part, "level 1, retired: 94.20%"; empty where there is none.
  [[nodiscard]] Text parts(std::string_view benefit, int year) const;
  [[nodiscard]] std::size_t bills(std::string_view benefit, int year) const;

 private:
  struct Sum {
    std::int64_t base = 0;
    std::int64_t paid = 0;
    std::size_t bills = 0;
  };
  using Key = std::tuple<std::string, int, Group>;
  template <class Visit>
  void for_each(std::string_view benefit, int year, Visit visit) const;

  std::map<Key, Sum> sums_;
};

}  // namespace yidan::audit
