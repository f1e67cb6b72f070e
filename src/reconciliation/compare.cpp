#include "reconciliation/compare.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace yidan::reconciliation {
namespace {

using Names = std::vector<std::pair<std::string_view, std::string_view>>;  // sorted: one name, another

constexpr auto kBySettlement = [](const Entry& a, const Entry& b) {
  return std::tie(a.settlement, a.state) < std::tie(b.settlement, b.state);
};

// The other name; null when it is not among them.
const std::string_view* find_name(const Names& names, std::string_view name) {
  const auto found = std::ranges::lower_bound(names, name, {}, &Names::value_type::first);
  return found == names.end() || found->first != name ? nullptr : &found->second;
}

// What one side has under the number of a settlement.
struct Side {
  const Entry* settled = nullptr;
  const Entry* taken_back = nullptr;
  const Entry* reversed = nullptr;

  void take(const Entry& entry) {
    const Entry*& place = entry.state == EntryState::settled      ? settled
                          : entry.state == EntryState::taken_back ? taken_back
                                                                  : reversed;
    place = &entry;
  }
  [[nodiscard]] bool counts() const { return settled != nullptr || taken_back != nullptr; }
  // The entry that says how it stands.
  [[nodiscard]] const Entry* last() const {
    return taken_back != nullptr ? taken_back : settled != nullptr ? settled : reversed;
  }
};

// Moves `at` behind the entries of a settlement.
Side side_of(std::span<const Entry> entries, std::string_view settlement, std::size_t& at) {
  Side side;
  while (at < entries.size() && entries[at].settlement == settlement) side.take(entries[at++]);
  return side;
}

void add_mismatches(const Entry& ours, const Entry& theirs, std::vector<Mismatch>& columns) {
  const bool is_taken_back = ours.state == EntryState::taken_back;
  for (std::size_t i = 0; i < count_of<StatementColumn>; ++i) {
    const auto column = static_cast<StatementColumn>(i);
    if (!ours.columns.has(column) || !theirs.columns.has(column)) continue;
    const Money our = ours.columns.of(column);
    const Money their = theirs.columns.of(column);
    // What is taken back is told with either sign.
    const bool is_same = our == their || (is_taken_back && our == Money() - their);
    if (!is_same) columns.push_back({column, our, their});
  }
}

std::optional<Told> told_by(const Side& side) {
  const Entry* last = side.last();
  return last == nullptr ? std::nullopt : std::optional(Told{last->state, last->columns});
}

Difference difference(DifferenceCause cause, const Side& ours, const Side& theirs) {
  const Entry& named = *(ours.last() != nullptr ? ours.last() : theirs.last());
  Difference found{.cause = cause, .settlement = named.settlement, .visit = named.visit};
  found.person = named.person;
  found.message = named.message;
  found.ours = told_by(ours);
  found.theirs = told_by(theirs);
  return found;
}

std::optional<Difference> judged(const Side& ours, const Side& theirs) {
  if (!ours.counts() && !theirs.counts()) return std::nullopt;
  if (!ours.counts()) {
    const auto cause = ours.reversed != nullptr ? DifferenceCause::state : DifferenceCause::missing_here;
    return difference(cause, ours, theirs);
  }
  if (!theirs.counts()) return difference(DifferenceCause::missing_there, ours, theirs);
  if ((ours.taken_back == nullptr) != (theirs.taken_back == nullptr)) {
    return difference(DifferenceCause::state, ours, theirs);
  }
  // Settled here on another day, and taken back in these days.
  if (ours.settled == nullptr && theirs.settled != nullptr) {
    return difference(DifferenceCause::state, ours, theirs);
  }
  std::vector<Mismatch> columns;
  if (ours.settled != nullptr && theirs.settled != nullptr) add_mismatches(*ours.settled, *theirs.settled, columns);
  if (ours.taken_back != nullptr) add_mismatches(*ours.taken_back, *theirs.taken_back, columns);
  if (columns.empty()) return std::nullopt;
  Difference found = difference(DifferenceCause::amount, ours, theirs);
  found.columns = std::move(columns);
  return found;
}

// What takes a settlement back, by its own number.
Names numbers_of_taken_back(std::span<const Entry> entries) {
  Names names;
  for (const Entry& each : entries) {
    if (!each.number.empty() && each.number != each.settlement) names.emplace_back(each.number, each.settlement);
  }
  std::ranges::sort(names);
  return names;
}

bool has_settlement(std::span<const Entry> sorted, std::string_view settlement) {
  return std::ranges::binary_search(sorted, settlement, {}, &Entry::settlement);
}

// Settlements that stand, by visit; of a visit with several none can be told from the other.
Names standing_by_visit(std::span<const Entry> sorted) {
  Names names;
  for (std::size_t i = 0; i < sorted.size();) {
    const Side side = side_of(sorted, sorted[i].settlement, i);
    const bool stands = side.settled != nullptr && side.taken_back == nullptr;
    if (stands && !side.settled->visit.empty()) names.emplace_back(side.settled->visit, side.settled->settlement);
  }
  std::ranges::sort(names);
  Names once;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_first = i == 0 || names[i - 1].first != names[i].first;
    const bool is_last = i + 1 == names.size() || names[i + 1].first != names[i].first;
    if (is_first && is_last) once.push_back(names[i]);
  }
  return once;
}

// Gives what takes a settlement back, in `theirs`, the number of the settlement in place of its own: by our own
// number of it, or where we have none like it by the visit, whose one settlement stands here.
void name_by_settlement(std::span<const Entry> sorted_ours, std::span<Entry> theirs) {
  const Names numbers = numbers_of_taken_back(sorted_ours);
  std::vector<Entry*> unknown;
  for (Entry& each : theirs) {
    if (each.state != EntryState::taken_back) continue;
    if (const std::string_view* settlement = find_name(numbers, each.settlement)) {
      each.number = std::exchange(each.settlement, std::string(*settlement));
    } else if (!each.visit.empty() && !has_settlement(sorted_ours, each.settlement)) {
      unknown.push_back(&each);
    }
  }
  if (unknown.empty()) return;
  const Names standing = standing_by_visit(sorted_ours);
  for (Entry* each : unknown) {
    if (const std::string_view* settlement = find_name(standing, each->visit)) {
      each->number = std::exchange(each->settlement, std::string(*settlement));
    }
  }
}

}  // namespace

std::vector<Difference> differences(std::vector<Entry>& ours, std::vector<Entry>& theirs) {
  std::ranges::sort(ours, kBySettlement);
  name_by_settlement(ours, theirs);
  std::ranges::sort(theirs, kBySettlement);
  std::vector<Difference> found;
  std::size_t our = 0;
  std::size_t their = 0;
  while (our < ours.size() || their < theirs.size()) {
    const bool is_ours =
        their == theirs.size() || (our < ours.size() && ours[our].settlement <= theirs[their].settlement);
    const std::string_view settlement = is_ours ? ours[our].settlement : theirs[their].settlement;
    const Side mine = side_of(ours, settlement, our);
    const Side yours = side_of(theirs, settlement, their);
    if (auto each = judged(mine, yours)) found.push_back(std::move(*each));
  }
  return found;
}

std::optional<std::size_t> repeated(std::span<const Entry> entries) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto said = [&](std::size_t i) { return std::tie(entries[i].settlement, entries[i].state); };
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return std::pair(said(a), a) < std::pair(said(b), b); });
  std::optional<std::size_t> first;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (said(order[i - 1]) == said(order[i]) && (!first || order[i] < *first)) first = order[i];
  }
  return first;
}

}  // namespace yidan::reconciliation
