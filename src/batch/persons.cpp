#include "batch/persons.h"

#include "facts/person_number.h"

namespace yidan::batch {
namespace {

// Seventeen digits and the eleven values of the last: below 2^63, and never 0.
std::uint64_t packed(std::string_view number) {
  std::uint64_t value = 0;
  for (const char c : number.substr(0, number.size() - 1)) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  const char last = number.back();
  return value * 11 + (last == 'X' ? 10U : static_cast<std::uint64_t>(last - '0')) + 1;
}

}  // namespace

// Where the number is, or where it would be put.
std::size_t Persons::slot_of(std::uint64_t number) const {
  constexpr std::uint64_t golden = 0x9E37'79B9'7F4A'7C15U;
  const std::uint64_t mixed = number * golden;
  std::size_t at = (mixed ^ (mixed >> 32U)) & (citizens_.size() - 1);
  while (citizens_[at].number != 0 && citizens_[at].number != number) at = (at + 1) & (citizens_.size() - 1);
  return at;
}

void Persons::grow() {
  constexpr std::size_t first_size = 1024;
  const std::vector<Place> before = std::move(citizens_);
  citizens_.assign(before.empty() ? first_size : 2 * before.size(), {});
  for (const Place& each : before) {
    if (each.number != 0) citizens_[slot_of(each.number)] = each;
  }
}

std::optional<Refusal> Persons::repeated(std::string_view number, std::string_view column) const {
  const auto line = line_of(number);
  if (!line) return std::nullopt;
  const std::string named = std::to_string(*line);
  return Refusal{code_of(ErrorCode::duplicate_id),
                 std::string(column),
                 {"第 " + named + " 行已是同一人：每人只写一行，请核对后删去多余的",
                  "the same person stands on line " + named + ": one row a person, compare them and delete one"},
                 {}};
}

void Persons::take(std::string_view number, Date born, std::size_t line) {
  add(number, line);
  const WordSet<NumberDoubt> doubts = doubts_of(number, born, std::nullopt);
  if (doubts.empty()) return;
  for (std::size_t i = 0; i < doubted_.size(); ++i) {
    if (!doubts.contains(static_cast<NumberDoubt>(i))) continue;
    if (doubted_[i].rows++ == 0) doubted_[i].first_line = line;
  }
}

std::optional<std::size_t> Persons::line_of(std::string_view number) const {
  if (!is_citizens_number(number)) {
    const auto found = others_.find(std::string(number));
    return found == others_.end() ? std::nullopt : std::optional(found->second);
  }
  if (citizens_.empty()) return std::nullopt;
  const Place& place = citizens_[slot_of(packed(number))];
  return place.number == 0 ? std::nullopt : std::optional(static_cast<std::size_t>(place.line));
}

void Persons::add(std::string_view number, std::size_t line) {
  if (!is_citizens_number(number)) {
    others_.emplace(number, line);
    return;
  }
  if (2 * (count_ + 1) > citizens_.size()) grow();
  citizens_[slot_of(packed(number))] = {packed(number), line};
  ++count_;
}

}  // namespace yidan::batch
