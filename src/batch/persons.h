// The persons of a batch and the lines on which they stand, so that nobody is paid for twice.
//
// Memory grows by some thirty bytes a person: a citizen's number is kept as one 64-bit number.
#pragma once

#include <array>
#include <unordered_map>

#include "batch/row.h"
#include "calendar/date.h"
#include "terms/people.h"

namespace yidan::batch {

// Rows whose number is in doubt, and yet are answered.
struct Doubted {
  std::uint64_t rows = 0;
  std::size_t first_line = 0;
};

class Persons {
 public:
  // The refusal of a person who was answered before; `column` has the number.
  [[nodiscard]] std::optional<Refusal> repeated(std::string_view number, std::string_view column) const;
  // Takes a person who has been answered. REQUIRES: new, and the number was read.
  void take(std::string_view number, Date born, std::size_t line);
  [[nodiscard]] const std::array<Doubted, count_of<NumberDoubt>>& doubted() const { return doubted_; }

 private:
  struct Place {
    std::uint64_t number = 0;  // 0: nobody
    std::uint64_t line = 0;
  };
  [[nodiscard]] std::optional<std::size_t> line_of(std::string_view number) const;
  void add(std::string_view number, std::size_t line);
  [[nodiscard]] std::size_t slot_of(std::uint64_t number) const;
  void grow();

  std::vector<Place> citizens_;  // at most half full
  std::size_t count_ = 0;
  std::unordered_map<std::string, std::size_t> others_;
  std::array<Doubted, count_of<NumberDoubt>> doubted_{};
};

}  // namespace yidan::batch
