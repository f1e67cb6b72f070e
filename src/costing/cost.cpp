#include "costing/cost.h"

#include <algorithm>
#include <set>

#include "base/decimal.h"
#include "calendar/month.h"

namespace yidan::costing {
namespace {

Money sum_of(const ByFund& paid) {
  Money sum;
  for (const Money amount : paid) sum += amount;
  return sum;
}

void note(Side& side, const std::string& person, Money by) {
  ++side.persons;
  side.sum += by;
  // Of equal ones the first by name: the same whatever the order.
  if (by < side.largest || (by == side.largest && side.person <= person)) return;
  side.largest = by;
  side.person = person;
}

void add_side(Side& side, const Side& other) {
  if (other.persons == 0) return;
  Side both =
      side.largest > other.largest || (side.largest == other.largest && side.person <= other.person) ? side : other;
  both.persons = side.persons + other.persons;
  both.sum = side.sum + other.sum;
  if (side.persons == 0) both = other;
  side = std::move(both);
}

// Hundredths of a month, half up away from zero.
std::optional<std::int64_t> months_held(Money balance, Money outlay, std::int64_t months) {
  if (months == 0 || outlay.in_fen() <= 0) return std::nullopt;
  using decimal::Wide;
  const Wide scaled = static_cast<Wide>(balance.in_fen()) * 100 * months * 2;
  const Wide twice = static_cast<Wide>(outlay.in_fen()) * 2;
  const Wide half = scaled < 0 ? -outlay.in_fen() : outlay.in_fen();
  return static_cast<std::int64_t>((scaled + half) / twice);
}

}  // namespace

Amounts& Amounts::operator+=(const Amounts& other) {
  before += other.before;
  after += other.after;
  return *this;
}

void Cost::add(const std::string& person, std::span<const Pair> bills) {
  std::map<GroupKey, Amounts> of_person;
  for (const Pair& pair : bills) {
    if (pair.day.year() != year_) continue;
    const std::size_t month = Month::of(pair.day).number() - 1;
    ++bills_;
    const Amounts paid{sum_of(pair.before), sum_of(pair.after)};
    months_[month] += paid;
    for (std::size_t fund = 0; fund < kFunds; ++fund) {
      const Amounts each{pair.before[fund], pair.after[fund]};
      funds_[fund] += each;
      of_months_[month][fund] += each;
    }
    of_person[{pair.scheme, pair.status, pair.identity}] += paid;
  }
  if (of_person.empty()) return;
  ++persons_;
  Amounts whole;
  for (const auto& [key, paid] : of_person) {
    Group& group = groups_[key];
    group.paid += paid;
    ++group.persons;
    if (paid.after > paid.before) ++group.gain;
    if (paid.after < paid.before) ++group.lose;
    whole += paid;
  }
  if (whole.after > whole.before) note(gain_, person, whole.difference());
  if (whole.after < whole.before) note(loss_, person, whole.before - whole.after);
}

void Cost::add(const Cost& part) {
  persons_ += part.persons_;
  bills_ += part.bills_;
  for (std::size_t fund = 0; fund < kFunds; ++fund) funds_[fund] += part.funds_[fund];
  for (std::size_t month = 0; month < kMonths; ++month) {
    months_[month] += part.months_[month];
    for (std::size_t fund = 0; fund < kFunds; ++fund) of_months_[month][fund] += part.of_months_[month][fund];
  }
  for (const auto& [key, other] : part.groups_) {
    Group& group = groups_[key];
    group.paid += other.paid;
    group.persons += other.persons;
    group.gain += other.gain;
    group.lose += other.lose;
  }
  add_side(gain_, part.gain_);
  add_side(loss_, part.loss_);
}

Amounts Cost::total() const {
  Amounts total;
  for (const Amounts& each : funds_) total += each;
  return total;
}

std::optional<std::int64_t> Capacity::held() const { return months_held(balance, outlay, months); }

// What the draft costs a year is spread over as many months as were looked at.
std::optional<std::int64_t> Capacity::held_after() const {
  const auto share = static_cast<std::int64_t>(static_cast<decimal::Wide>(extra.in_fen()) * months / kMonths);
  return months_held(balance, outlay + Money::fen(share), months);
}

std::vector<Capacity> capacity_of(std::span<const Movement> movements, Date on, const Cost& cost) {
  const Month open = Month::of(on);
  const Month earliest = open + -static_cast<std::int32_t>(kMonths);
  std::map<Fund, Capacity> funds;
  std::map<Fund, Month> first;  // in which the fund moved
  for (const Movement& each : movements) {
    if (each.day > on) continue;
    Capacity& capacity = funds[each.fund];
    capacity.fund = each.fund;
    const Month month = Month::of(each.day);
    const auto [known, fresh] = first.try_emplace(each.fund, month);
    if (!fresh) known->second = std::min(known->second, month);
    if (each.is_holding) capacity.balance += each.amount;
    if (each.is_outlay && earliest <= month && month < open) capacity.outlay += each.amount;
  }
  std::vector<Capacity> list;
  for (auto& [fund, capacity] : funds) {
    capacity.months = open.index() - std::max(first.at(fund), earliest).index();
    capacity.extra = cost.of(fund).difference();
    list.push_back(capacity);
  }
  return list;
}

}  // namespace yidan::costing
