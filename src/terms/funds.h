// The closed words of protection: the layers that pay, the funds from which they pay, whose account pays the rest.
#pragma once

#include "terms/schemes.h"
#include "terms/word.h"

namespace yidan {

enum class Layer : std::uint8_t { basic, catastrophic, large_amount, civil_servant, assistance, re_assistance };
// What is special about a layer; the order in which layers pay is the packs' (layers/order).
struct LayerTraits {
  bool is_first = false;  // it alone may pay of the whole policy scope; the others look at what it left and cut off
  bool is_assistance = false;  // no insurance: the burden that it looks at is what all insurances leave
  bool is_granted_on_application = false;
  std::optional<Layer> accumulates_after{};  // every bill that this layer has seen raises its base, without a right too
};
template <>
struct Terms<Layer> {
  static constexpr std::string_view zh = "保障层次", en = "layer";
  static constexpr std::array<Word, 6> words{{
      {"basic", "基本医疗保险", "basic insurance"},
      {"catastrophic", "居民大病保险", "resident catastrophic insurance"},
      {"large-amount", "职工大额医疗费用补助", "employee large-amount subsidy"},
      {"civil-servant", "公务员医疗补助", "civil-servant supplement"},
      {"assistance", "医疗救助", "medical assistance"},
      {"re-assistance", "再救助", "re-assistance"},
  }};
  static constexpr std::array<LayerTraits, 6> traits{{
      {.is_first = true},
      {},
      {},
      {},
      {.is_assistance = true, .is_granted_on_application = true},
      {.is_assistance = true, .accumulates_after = Layer::assistance},  // B12
  }};
};

enum class Fund : std::uint8_t {
  employee_pooled,
  employee_large_amount,
  civil_servant,
  resident_pooled,
  resident_catastrophic,
  assistance,
  personal_account,
  ltc,
};
struct FundTraits {
  bool pays_benefits = true;         // a layer may be paid from it
  std::optional<Scheme> premiums{};  // it receives the premiums of the scheme
  bool subsidises_premiums = false;
};
template <>
struct Terms<Fund> {
  static constexpr std::string_view zh = "基金", en = "fund";
  static constexpr std::array<Word, 8> words{{
      {"employee-pooled", "职工医保统筹基金", "employee pooled fund"},
      {"employee-large-amount", "职工大额医疗费用补助资金", "employee large-amount fund"},
      {"civil-servant", "公务员医疗补助资金", "civil-servant supplement fund"},
      {"resident-pooled", "居民医保统筹基金", "resident pooled fund"},
      {"resident-catastrophic", "居民大病保险资金", "resident catastrophic fund"},
      {"assistance", "医疗救助基金", "medical assistance fund"},
      {"personal-account", "职工医保个人账户基金", "personal-account fund"},
      {"ltc", "职工长期护理保险资金", "employee long-term-care fund"},
  }};
  static constexpr std::array<FundTraits, 8> traits{{
      {.premiums = Scheme::employee},
      {},
      {},
      {.premiums = Scheme::resident},
      {},
      {.subsidises_premiums = true},
      {.pays_benefits = false},  // keeps books: accounts pay what the layers leave, each person's own
      {.pays_benefits = false},  // LY-3-a: its money is pooled with the employees'; no layer here is long-term care
  }};
};

// The fund that receives the premiums of a scheme.
[[nodiscard]] constexpr Fund premium_fund(Scheme scheme) {
  return first_with<Fund>([scheme](const FundTraits& fund) { return fund.premiums == scheme; });
}
// The fund that bears a subsidy of a premium.
[[nodiscard]] constexpr Fund subsidy_fund() {
  return first_with<Fund>([](const FundTraits& fund) { return fund.subsidises_premiums; });
}

// The account of a member of the family may pay, in this order, after the person's own.
enum class AccountOwner : std::uint8_t { self, spouse, parent, child };
template <>
struct Terms<AccountOwner> {
  static constexpr std::string_view zh = "账户所有人", en = "owner";
  static constexpr std::array<Word, 4> words{{
      {"self", "本人", "the person"},
      {"spouse", "配偶", "spouse"},
      {"parent", "父母", "parent"},
      {"child", "子女", "child"},
  }};
};

}  // namespace yidan
