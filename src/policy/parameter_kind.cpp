#include "policy/parameter_kind.h"

#include <algorithm>
#include <array>

namespace yidan::policy {
namespace {

using enum Dimension;

constexpr ParameterKind kIndicator{"indicators", "yuan/year, yuan/month"};

// What a bill is looked up by.
constexpr DimensionSet kOfBills{level, status, identity, place, order, disease, held};

constexpr std::array kParts{
    ParameterKind{"first-self-pay", "percent", kOfBills}.in(&Benefit::first_self_pay),
    ParameterKind{"deductible", "yuan/year, yuan/stay", kOfBills}.in(&Benefit::deductible),
    ParameterKind{"tilt-deductible", "yuan/year, yuan/stay, percent", kOfBills}.in(&Benefit::tilt_deductible),
    ParameterKind{"ratio", "percent", kOfBills}.with(Brackets::of_base).in(&Benefit::ratio),
    ParameterKind{"tilt-ratio", "points", kOfBills}.in(&Benefit::tilt_ratio),
    ParameterKind{"cap", "yuan/year", kOfBills}.in(&Benefit::cap),
    ParameterKind{"tilt-cap", "yuan/year", kOfBills}.in(&Benefit::tilt_cap),
};

// Words of tables that are not words of the law elsewhere; most only say that a rule holds.
constexpr std::array kPayability{Word{"never", "不支付", "never"}, Word{"payable", "可支付", "payable"}};
constexpr std::array kAllowed{Word{"allowed", "可以", "allowed"}};
constexpr std::array kClasses{Word{"payable", "可支付", "payable"},
                              Word{"payable-after-share", "先行自付后可支付", "payable after a share"},
                              Word{"outside", "目录外", "outside the catalogue"}};
constexpr std::array kAccountScope{Word{"in-scope", "政策范围内自付", "within the policy scope"},
                                   Word{"personal-part", "个人负担部分", "what the person bears"}};
constexpr std::array kNotCovered{Word{"not-covered", "不予支付", "not covered"}};
constexpr std::array kWaived{Word{"waived", "免交", "waived"}};
constexpr std::array kContinuous{Word{"continuous", "连续计算", "continuous"}};
constexpr std::array kOpen{Word{"open", "开放参保", "open"}};
constexpr std::array kAtOnce{Word{"at-once", "即时生效", "at once"}};
constexpr std::array kSeparate{Word{"separate", "单列管理", "managed separately"}};
constexpr std::array kNotGiven{Word{"not-given", "未作规定", "not given"}};
constexpr std::array kCounts{Word{"counts", "计入", "counts"}};
constexpr std::array kMust{Word{"must", "应参保", "must"}};
constexpr std::array kCalendarYear{Word{"calendar-year", "按自然年度", "calendar year"}};
constexpr std::array kCut{Word{"cut", "截去重叠部分", "cut off"}};
constexpr std::array kCivilAffairs{Word{"civil-affairs", "民政部门认定", "civil affairs"}};
constexpr std::array kPermitted{Word{"permitted", "准许", "permitted"}};
constexpr std::array kBeforeAssistance{Word{"before-assistance", "先于医疗救助", "before assistance"}};
constexpr std::array kKept{Word{"kept", "建账", "kept"}};

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

// By folder, as packs/README.md lists them. A row says all there is to say about a file: its reader needs nothing else.
constexpr std::array kKinds{
    ParameterKind{"indicators.average-wage", "yuan/year"}.in(&PeopleRules::average_wage),  // others may be of any name
    ParameterKind{"categories.rank", "rank", {identity}}.in(&Pool::rank),
    ParameterKind{"categories.authority", "word", {identity}, of<Recogniser>()}.in(&PeopleRules::categories_authority),
    ParameterKind{"categories.by-reference", "word", {}, kAllowed}.in(&PeopleRules::categories_by_reference),
    ParameterKind{"categories.must-be-insured", "word", {identity}, kMust}.in(&PeopleRules::categories_must_be_insured),
    ParameterKind{"layers.order", "rank", {layer}}.in(&Pool::layer_order),
    ParameterKind{"layers.supplement", "word", {}, kBeforeAssistance}.in(&Pool::supplement),
    ParameterKind{"scope.not-payable", "word", {cause}, kPayability}.in(&Pool::not_payable),
    ParameterKind{"scope.classes", "word", {line_class}, kClasses}.in(&Pool::classes),
    ParameterKind{"care.by-reference", "word", {care, status}, of<Care>()}.in(&Pool::care_by_reference),
    ParameterKind{"cover.reasons", "word", {reason}, kNotCovered}.in(&Pool::cover_reasons),
    ParameterKind{"schemes.names", "word", {scheme_name}},
    ParameterKind{"schemes.aliases", "word", {scheme_name}},
    ParameterKind{"pay-later.deposit", "word", {identity}, kWaived}.in(&Pool::deposit),
    ParameterKind{"referral.continuous-deductible", "word", {}, kContinuous}.in(&Pool::continuous_deductible),
    ParameterKind{"enrolment.duty", "word", {employer_kind}, of<EnrolDuty>()}.in(&PeopleRules::enrolment_duty),
    ParameterKind{"enrolment.residents", "word", {}, kOpen}.in(&PeopleRules::enrolment_residents),
    ParameterKind{"enrolment.residence-permit", "word", {}, of<Permission>()}.in(
        &PeopleRules::enrolment_residence_permit),
    ParameterKind{"resident.window", "window"}.in(&PeopleRules::resident_window),
    ParameterKind{"resident.window-extension", "date"}
        .in(&PeopleRules::resident_window_extension)
        .needing("resident.window"),
    ParameterKind{"resident.late-wait", "months"}.in(&PeopleRules::resident_late_wait).needing("resident.window"),
    ParameterKind{"resident.individual-until", "month-day"}
        .in(&PeopleRules::resident_individual_until)
        .needing("resident.government"),
    ParameterKind{"resident.newborn-limit", "months"}.in(&PeopleRules::resident_newborn_limit),
    ParameterKind{"resident.newborn-cover", "word", {timing}, of<NewbornStart>()}
        .in(&PeopleRules::resident_newborn_cover)
        .needing("resident.newborn-limit"),
    ParameterKind{"resident.at-once", "word", {identity}, kAtOnce}.in(&PeopleRules::resident_at_once),
    ParameterKind{"resident.after-employee", "months"}.in(&PeopleRules::resident_after_employee),
    ParameterKind{"resident.individual", "yuan/year"}.with_standard_year().in(&PeopleRules::resident_individual),
    ParameterKind{"resident.government", "yuan/year"}.with_standard_year().in(&PeopleRules::resident_government),
    ParameterKind{"resident.government-limit", "times"}.in(&PeopleRules::resident_government_limit),
    ParameterKind{"resident.subsidy", "yuan/year", {identity}}.with_standard_year().in(&PeopleRules::resident_subsidy),
    ParameterKind{
        "resident.subsidy-rest", "word", {identity, exempt}, of<Payer>(), only<Payer>(Payer::person, Payer::county)}
        .in(&PeopleRules::resident_subsidy_rest)
        .needing("resident.subsidy"),
    ParameterKind{"employee.cover-start", "word", {joining}, of<CoverStart>()}.in(&PeopleRules::employee_cover_start),
    ParameterKind{"employee.base-floor", "percent"}
        .up_to(kManyfold)
        .in(&PeopleRules::employee_base_floor)
        .needing("indicators.average-wage"),
    ParameterKind{"employee.base-ceiling", "percent"}
        .up_to(kManyfold)
        .in(&PeopleRules::employee_base_ceiling)
        .needing("indicators.average-wage"),
    ParameterKind{"employee.flexible-base", "percent"}
        .up_to(kManyfold)
        .in(&PeopleRules::employee_flexible_base)
        .needing("indicators.average-wage"),
    ParameterKind{"employee.employer-rate", "percent", {employer_kind}}.in(&PeopleRules::employee_employer_rate),
    ParameterKind{"employee.person-rate", "percent"}.in(&PeopleRules::employee_person_rate),
    ParameterKind{"employee.flexible-rate", "percent"}.in(&PeopleRules::employee_flexible_rate),
    ParameterKind{"employee.separate", "word", {person_kind}, kSeparate}.in(&PeopleRules::employee_separate),
    ParameterKind{"employee.required-months", "months", {sex}}.in(&PeopleRules::employee_required_months),
    ParameterKind{"employee.deemed-recognised-from", "date"}.in(&PeopleRules::employee_deemed_recognised_from),
    ParameterKind{"employee.top-up", "word", {}, kNotGiven}.in(&PeopleRules::employee_top_up),
    ParameterKind{"employee.transfer", "word", {}, kCounts}.in(&PeopleRules::employee_transfer),
    ParameterKind{"account.scope", "word", {}, kAccountScope}.in(&Pool::account_scope),
    ParameterKind{"account.family", "word", {owner}, kAllowed}.in(&Pool::account_family),
    ParameterKind{"account.forbidden", "word", {cause}, kPayability}.in(&Pool::account_forbidden),
    ParameterKind{"account.holders", "word", {status}, of<Holding>()}.in(&PeopleRules::account_holders),
    ParameterKind{"account.age-on", "word", {}, of<AgeDay>()}.in(&PeopleRules::account_age_on),
    ParameterKind{"account.credit-active", "percent"}
        .with(Brackets::of_ages)
        .in(&PeopleRules::account_credit_active)
        .needing("account.holders", "account.age-on"),
    ParameterKind{"account.credit-by-age", "yuan/month"}
        .in(&PeopleRules::account_credit_by_age)
        .needing("account.holders", "account.age-on"),
    ParameterKind{"account.credit-retired", "yuan/month"}
        .with(Brackets::of_ages)
        .in(&PeopleRules::account_credit_retired)
        .needing("account.holders", "account.age-on"),
    ParameterKind{"account.uses", "word", {use, beneficiary}, of<Permission>()}.in(&PeopleRules::account_uses),
    ParameterKind{"claims.duplicate-claim", "word", {}, of<OnRepetition>()}.in(&Pool::duplicate_claim),
    ParameterKind{"claims.overlapping-stay", "word", {}, of<OnRepetition>()}.in(&Pool::overlapping_stay),
    ParameterKind{"claims.two-places", "word", {}, of<OnRepetition>()}.in(&Pool::two_places),
    ParameterKind{"funds.routes", "word", {route, payer_fund, receiver_fund}, kPermitted}.in(&Pool::fund_routes),
    ParameterKind{"funds.kept", "word", {fund}, kKept}.in(&Pool::funds_kept),
    ParameterKind{"application.window", "months"}.in(&PeopleRules::application_window),
    ParameterKind{"application.forward", "word", {}, of<Forward>()}
        .in(&PeopleRules::application_forward)
        .needing("application.window"),
    ParameterKind{"application.once-a-year", "word", {}, kCalendarYear}
        .in(&PeopleRules::application_once_a_year)
        .needing("application.window"),
    ParameterKind{"application.no-overlap", "word", {}, kCut}
        .in(&PeopleRules::application_no_overlap)
        .needing("application.window"),
    ParameterKind{"application.recognised", "word", {}, kCivilAffairs}
        .in(&PeopleRules::application_recognised)
        .needing("application.window"),
};

std::string_view stem_of(std::string_view id) { return id.substr(id.find('.') + 1); }

}  // namespace

std::span<const ParameterKind> benefit_parts() { return kParts; }

std::span<const ParameterKind> parameter_kinds() { return kKinds; }

const ParameterKind* kind_of(std::string_view id) {
  const auto known = std::ranges::find(kKinds, id, &ParameterKind::id);
  if (known != kKinds.end()) return &*known;
  if (id.starts_with(kIndicatorsOf)) return &kIndicator;
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
