#include "benefit/claim.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/visible.h"

namespace yidan::benefit {
namespace {

constexpr std::int32_t kDaysOfVisits = 366;
constexpr std::ptrdiff_t kMostVisits = 366;
constexpr std::uint64_t kLikenessBits = (std::uint64_t{1} << 48) - 1;

// A digest that is the same in every version of the program: it is kept. Nobody gains by two claims of one likeness, so
// it need not withstand anyone.
class Likeness {
 public:
  void add(std::uint64_t number) { value_ = mixed(value_ ^ number) + kStep; }
  void add(std::string_view text) {
    for (const char c : text) value_ = (value_ ^ static_cast<unsigned char>(c)) * kPrime;
    add(text.size());
  }
  [[nodiscard]] std::uint64_t value() const { return mixed(value_); }

 private:
  static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15;
  static constexpr std::uint64_t kPrime = 0x100000001B3;
  // The finaliser of splitmix64: each bit of the result depends on every bit.
  static constexpr std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
  }

  std::uint64_t value_ = kStep;
};

// What the item is and what it cost. Who bears it is decided anew when a claim is sent again, and ids of lines, names
// and the way a price is made up are written anew.
std::uint64_t likeness_of(const FeeLine& line) {
  Likeness likeness;
  likeness.add(static_cast<std::uint64_t>(line.line_class));
  likeness.add(static_cast<std::uint64_t>(line.price.in_fen()));
  likeness.add(line.code);
  return likeness.value();
}

// Whether equal lines of two institutions are no chance: amounts alone are often equal, and so is a single fee.
bool are_telling(const std::vector<FeeLine>& lines) {
  return lines.size() > 1 && std::ranges::none_of(lines, [](const FeeLine& line) { return line.code.empty(); });
}

std::uint64_t likeness_of(const Encounter& encounter) {
  std::uint64_t lines = 0;  // a sum: their order is nothing
  for (const FeeLine& line : encounter.lines) lines += likeness_of(line);
  Likeness likeness;
  likeness.add(static_cast<std::uint64_t>(encounter.care));
  likeness.add(encounter.disease ? 1 + static_cast<std::uint64_t>(*encounter.disease) : 0);
  likeness.add(lines);
  if (!are_telling(encounter.lines)) likeness.add(encounter.provider.id);
  return likeness.value() & kLikenessBits;
}

// Of one day: a visit, or a stay without a night.
bool is_visit(const Claim& claim) { return claim.days.from == claim.days.to; }

bool is_same_stay(const Claim& a, const Claim& b) {
  return !a.stay.empty() && a.stay == b.stay && a.name.provider == b.name.provider;
}

// The stay of a claim as far as it is known by `claims`.
Period stay_of(const Claim& claim, std::span<const Claim> claims) {
  Period stay = claim.days;
  if (claim.stay.empty()) return stay;
  for (const Claim& each : claims) {
    if (is_same_stay(each, claim)) stay = {std::min(stay.from, each.days.from), std::max(stay.to, each.days.to)};
  }
  return stay;
}

bool share_a_night(const Period& a, const Period& b) { return std::max(a.from, b.from) < std::min(a.to, b.to); }

bool is_within(Date day, const Period& stay) { return stay.from < day && day < stay.to; }

// The days of one claim within which the other could lie.
struct Stays {
  Period before;  // of the new claim, as far as it was known without it; empty: not at all
  Period now;
};

Stays stays_of(const Claim& claim, std::span<const Claim> before) {
  const auto earlier = std::ranges::find_if(before, [&](const Claim& each) { return is_same_stay(each, claim); });
  const Period known = earlier == before.end() ? Period{claim.days.from, claim.days.from} : stay_of(*earlier, before);
  return {known, stay_of(claim, before)};
}

bool are_elsewhere(const Claim& a, const Claim& b) {
  return !a.name.provider.empty() && !b.name.provider.empty() && a.name.provider != b.name.provider;
}

std::optional<Repetition> repetition_of(const Claim& claim, const Stays& stays, const Claim& other,
                                        std::span<const Claim> before) {
  if (other.likeness == claim.likeness && other.days == claim.days) return Repetition::duplicate_claim;
  if (is_same_stay(other, claim)) return std::nullopt;
  const Period others = stay_of(other, before);
  if (share_a_night(claim.days, others)) return Repetition::overlapping_stay;
  if (!are_elsewhere(claim, other)) return std::nullopt;
  const bool visited_during = is_visit(claim) && is_within(claim.days.from, others);
  const Date visit = other.days.from;
  const bool stayed_around = is_visit(other) && is_within(visit, stays.now) && !is_within(visit, stays.before);
  return visited_during || stayed_around ? std::optional(Repetition::two_places) : std::nullopt;
}

// Whether naming the first is naming the other: alike claims are alike among themselves, interim bills are one stay.
bool stands_for(const Claim& first, const Claim& other, Repetition kind) {
  return kind == Repetition::duplicate_claim || is_same_stay(first, other);
}

const policy::Table& table_of(const policy::Pool& pool, Repetition kind) {
  switch (kind) {
    case Repetition::duplicate_claim:
      return pool.duplicate_claim;
    case Repetition::overlapping_stay:
      return pool.overlapping_stay;
    case Repetition::two_places:
      break;
  }
  return pool.two_places;
}

constexpr ErrorCode code_of_refusal(Repetition kind) {
  switch (kind) {
    case Repetition::duplicate_claim:
      return ErrorCode::duplicate_claim;
    case Repetition::overlapping_stay:
      return ErrorCode::overlapping_stay;
    case Repetition::two_places:
      break;
  }
  return ErrorCode::two_places;
}

Error refused(const Claim& claim, const Repeated& repeated) {
  const Text why = sentence_of(repeated);
  const std::string id = shown(claim.name.id);
  return {code_of_refusal(repeated.kind),
          {"就诊“" + id + "”" + why.zh + "；本统筹区对此不予受理",
           "encounter '" + id + "': " + why.en + "; the pool refuses such claims"},
          {}};
}

}  // namespace

Claim claim_of(const Encounter& encounter) {
  const bool of_nights = is_stay(encounter.care) && encounter.admitted;
  return {.name = {encounter.id, encounter.provider.id},
          .stay = encounter.stay,
          .days = {of_nights ? *encounter.admitted : encounter.date, encounter.date},
          .likeness = likeness_of(encounter)};
}

Text sentence_of(const Repeated& repeated) {
  const std::string id = shown(repeated.encounter.id);
  const std::string& provider = repeated.encounter.provider;
  const std::string zh = "就诊“" + id + "”" + (provider.empty() ? "" : "（机构 " + shown(provider) + "）");
  const std::string en = "encounter '" + id + "'" + (provider.empty() ? "" : " of institution " + shown(provider));
  switch (repeated.kind) {
    case Repetition::duplicate_claim:
      return {"与" + zh + "类别、日期、项目和金额都相同，疑为同一笔费用换编号再报：确属重复的，请冲正其一",
              "the same care, days, items and prices as " + en +
                  ", perhaps one claim under two numbers: if it is, reverse one of them"};
    case Repetition::overlapping_stay:
      return {"与" + zh + "的住院日期重叠，至少一夜相同：请核对入院和出院日期，错的更正或冲正",
              "a night of this stay is one of " + en +
                  ", too: compare the days of both, and correct or reverse what is wrong"};
    case Repetition::two_places:
      break;
  }
  return {"与" + zh + "同日在两处：一处住院未出院，另一处又有就诊；请核对日期和就诊人，错的更正或冲正",
          "at another place than " + en +
              " on a day within a stay: compare the days, and who came, and correct or reverse what is wrong"};
}

std::vector<Repeated> repetitions_of(const Claim& claim, std::span<const Claim> before) {
  std::vector<Repeated> found;
  const Stays stays = stays_of(claim, before);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Claim& other = before[i];
    const auto kind = repetition_of(claim, stays, other, before);
    if (!kind) continue;
    const bool is_told = std::ranges::any_of(before.first(i), [&](const Claim& each) {
      return stands_for(each, other, *kind) && std::ranges::find(found, Repeated{*kind, each.name}) != found.end();
    });
    if (!is_told) found.push_back({*kind, other.name});
  }
  return found;
}

bool may_repeat(const Claim& claim, std::span<const Claim> before) {
  if (!claim.stay.empty() && !before.empty()) return true;  // its other bills are not told apart
  // First and last day count, too: they may be those of an interim bill.
  const auto touches = [](Date day, const Period& stay) { return stay.from <= day && day <= stay.to; };
  return std::ranges::any_of(before, [&](const Claim& other) {
    if (is_visit(claim) && is_visit(other)) return claim.likeness == other.likeness && claim.days == other.days;
    if (is_visit(claim)) return touches(claim.days.from, other.days);
    if (is_visit(other)) return touches(other.days.from, claim.days);
    return share_a_night(claim.days, other.days);
  });
}

Result<std::vector<Repeated>> judged_repetitions(const policy::Pool& pool, const Claim& claim, Date day,
                                                 std::span<const Claim> before) {
  std::vector<Repeated> kept;
  for (Repeated& each : repetitions_of(claim, before)) {
    const policy::Cell* answer = table_of(pool, each.kind).find({}, day);
    if (answer == nullptr) continue;
    if (answer->is(OnRepetition::refuse)) return std::unexpected(refused(claim, each));
    kept.push_back(std::move(each));
  }
  return kept;
}

void note_claim(std::vector<Claim>& claims, Claim claim) {
  claims.push_back(std::move(claim));
  const Date latest = std::ranges::max_element(claims, {}, [](const Claim& each) { return each.days.to; })->days.to;
  const auto is_old = [latest](const Claim& each) {
    return is_visit(each) && each.days.to.days() + kDaysOfVisits < latest.days();
  };
  std::erase_if(claims, is_old);
  if (std::ranges::count_if(claims, is_visit) <= kMostVisits) return;
  const auto day_of_visit = [](const Claim& each) { return is_visit(each) ? each.days.from : Date::never(); };
  claims.erase(std::ranges::min_element(claims, {}, day_of_visit));
}

}  // namespace yidan::benefit
