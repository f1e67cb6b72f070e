#include "policy/parse/parameter_kind.h"

#include <algorithm>
#include <array>

namespace yidan::policy {
namespace {

using enum Dimension;

constexpr std::string_view kIndicators = "indicators.";
constexpr ParameterKind kIndicator{"indicators", "yuan/year, yuan/month"};

// What a bill is looked up by.
constexpr DimensionSet kOfBills{level, status, identity, place, order, disease, held};

constexpr std::array kParts{
    ParameterKind{"first-self-pay", "percent", kOfBills},
    ParameterKind{"deductible", "yuan/year, yuan/stay", kOfBills},
    ParameterKind{"tilt-deductible", "yuan/year, yuan/stay, percent", kOfBills},
    ParameterKind{"ratio", "percent", kOfBills}.with(Brackets::of_base),
    ParameterKind{"tilt-ratio", "points", kOfBills},
    ParameterKind{"cap", "yuan/year", kOfBills},
    ParameterKind{"tilt-cap", "yuan/year", kOfBills},
};

constexpr Word just(std::string_view code) { return {code, {}, {}}; }

// Words of tables that are not words of the law elsewhere; most only say that a rule holds.
constexpr std::array kNever{just("never")};
constexpr std::array kAllowed{just("allowed")};
constexpr std::array kClasses{just("payable"), just("payable-after-share"), just("outside")};
constexpr std::array kAccountScope{just("in-scope"), just("personal-part")};
constexpr std::array kNotCovered{just("not-covered")};
constexpr std::array kWaived{just("waived")};
constexpr std::array kContinuous{just("continuous")};
constexpr std::array kOpen{just("open")};
constexpr std::array kAtOnce{just("at-once")};
constexpr std::array kSeparate{just("separate")};
constexpr std::array kNotGiven{just("not-given")};
constexpr std::array kCounts{just("counts")};
constexpr std::array kMust{just("must")};
constexpr std::array kCalendarYear{just("calendar-year")};
constexpr std::array kCut{just("cut")};
constexpr std::array kCivilAffairs{just("civil-affairs")};
constexpr std::array kPermitted{just("permitted")};

template <class E>
constexpr std::span<const Word> of() {
  return Terms<E>::words;
}
template <class E, class... Members>
constexpr std::uint32_t only(Members... members) {
  return (... | (1U << static_cast<unsigned>(members)));
}

// Bases of contributions are shares of the average wage, and may be a multiple of it.
constexpr Rate kManyfold = Rate::percent(2000);

// By folder, as packs/README.md lists them.
constexpr std::array kKinds{
    ParameterKind{"indicators.average-wage", "yuan/year"},  // others may be of any name
    ParameterKind{"categories.rank", "rank", {identity}},
    ParameterKind{"categories.authority", "word", {identity}, of<Recogniser>()},
    ParameterKind{"categories.by-reference", "word", {}, kAllowed},
    ParameterKind{"categories.must-be-insured", "word", {identity}, kMust},
    ParameterKind{"layers.order", "rank", {layer}},
    ParameterKind{"scope.not-payable", "word", {cause}, kNever},
    ParameterKind{"scope.classes", "word", {line_class}, kClasses},
    ParameterKind{"cover.reasons", "word", {reason}, kNotCovered},
    ParameterKind{"schemes.names", "word", {scheme_name}},
    ParameterKind{"schemes.aliases", "word", {scheme_name}},
    ParameterKind{"pay-later.deposit", "word", {identity}, kWaived},
    ParameterKind{"referral.continuous-deductible", "word", {}, kContinuous},
    ParameterKind{"enrolment.duty", "word", {employer_kind}, of<EnrolDuty>()},
    ParameterKind{"enrolment.residents", "word", {}, kOpen},
    ParameterKind{"enrolment.residence-permit", "word", {}, of<Permission>()},
    ParameterKind{"resident.window", "window"},
    ParameterKind{"resident.window-extension", "date"},
    ParameterKind{"resident.late-wait", "months"},
    ParameterKind{"resident.individual-until", "month-day"},
    ParameterKind{"resident.newborn-limit", "months"},
    ParameterKind{"resident.newborn-cover", "word", {timing}, of<NewbornStart>()},
    ParameterKind{"resident.at-once", "word", {identity}, kAtOnce},
    ParameterKind{"resident.after-employee", "months"},
    ParameterKind{"resident.individual", "yuan/year"},
    ParameterKind{"resident.government", "yuan/year"},
    ParameterKind{"resident.government-limit", "times"},
    ParameterKind{"resident.subsidy", "yuan/year", {identity}},
    ParameterKind{
        "resident.subsidy-rest", "word", {identity, exempt}, of<Payer>(), only<Payer>(Payer::person, Payer::county)},
    ParameterKind{"employee.cover-start", "word", {joining}, of<CoverStart>()},
    ParameterKind{"employee.base-floor", "percent"}.up_to(kManyfold),
    ParameterKind{"employee.base-ceiling", "percent"}.up_to(kManyfold),
    ParameterKind{"employee.flexible-base", "percent"}.up_to(kManyfold),
    ParameterKind{"employee.employer-rate", "percent", {employer_kind}},
    ParameterKind{"employee.person-rate", "percent"},
    ParameterKind{"employee.flexible-rate", "percent"},
    ParameterKind{"employee.separate", "word", {person_kind}, kSeparate},
    ParameterKind{"employee.required-months", "months", {sex}},
    ParameterKind{"employee.deemed-recognised-from", "date"},
    ParameterKind{"employee.top-up", "word", {}, kNotGiven},
    ParameterKind{"employee.transfer", "word", {}, kCounts},
    ParameterKind{"account.scope", "word", {}, kAccountScope},
    ParameterKind{"account.family", "word", {owner}, kAllowed},
    ParameterKind{"account.forbidden", "word", {cause}, kNever},
    ParameterKind{"account.holders", "word", {status}, of<Holding>()},
    ParameterKind{"account.age-on", "word", {}, of<AgeDay>()},
    ParameterKind{"account.credit-active", "percent"}.with(Brackets::of_ages),
    ParameterKind{"account.credit-by-age", "yuan/month"},
    ParameterKind{"account.credit-retired", "yuan/month"}.with(Brackets::of_ages),
    ParameterKind{"account.uses", "word", {use, beneficiary}, of<Permission>()},
    ParameterKind{"funds.routes", "word", {route, payer_fund, receiver_fund}, kPermitted},
    ParameterKind{"application.window", "months"},
    ParameterKind{"application.forward", "word", {}, of<Forward>()},
    ParameterKind{"application.once-a-year", "word", {}, kCalendarYear},
    ParameterKind{"application.no-overlap", "word", {}, kCut},
    ParameterKind{"application.recognised", "word", {}, kCivilAffairs},
};

std::string_view stem_of(std::string_view id) { return id.substr(id.find('.') + 1); }

}  // namespace

const ParameterKind* kind_of(std::string_view id) {
  const auto known = std::ranges::find(kKinds, id, &ParameterKind::id);
  if (known != kKinds.end()) return &*known;
  if (id.starts_with(kIndicators)) return &kIndicator;
  const auto part = std::ranges::find(kParts, stem_of(id), &ParameterKind::id);
  return part == kParts.end() ? nullptr : &*part;
}

std::string words_of(const ParameterKind& kind) {
  std::string list;
  for (std::size_t i = 0; i < kind.words.size(); ++i) {
    if (((kind.allowed >> i) & 1U) == 0) continue;
    if (!list.empty()) list += ", ";
    list += kind.words[i].code;
  }
  return list;
}

std::optional<std::int64_t> ordinal_of(const ParameterKind& kind, std::string_view word) {
  const auto found = std::ranges::find(kind.words, word, &Word::code);
  const auto ordinal = found - kind.words.begin();
  const bool fits = found != kind.words.end() && ((kind.allowed >> ordinal) & 1U) != 0;
  return fits ? std::optional<std::int64_t>(ordinal) : std::nullopt;
}

bool is_benefit_part(std::string_view stem) {
  return std::ranges::find(kParts, stem, &ParameterKind::id) != kParts.end();
}

std::vector<std::string_view> known_stems(std::string_view folder) {
  std::vector<std::string_view> stems;
  for (const ParameterKind& kind : kKinds) {
    if (kind.id.starts_with(folder) && kind.id.substr(folder.size()).starts_with('.')) {
      stems.push_back(stem_of(kind.id));
    }
  }
  if (!stems.empty()) return stems;
  for (const ParameterKind& part : kParts) stems.push_back(part.id);
  stems.emplace_back("benefit");
  return stems;
}

}  // namespace yidan::policy
