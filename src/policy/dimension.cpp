#include "policy/dimension.h"

#include <span>

namespace yidan::policy {
namespace {

constexpr std::array<Word, kDimensions> kNames{{
    {"level", "机构等级", "level"},
    {"status", "参保身份", "status"},
    {"identity", "救助身份", "identity"},
    {"place", "就医地", "place"},
    {"order", "住院次序", "order of admission"},
    {"disease", "病种", "disease"},
    {"held", "登记病种数", "diseases registered"},
    {"cause", "费用原因", "cause"},
    {"class", "目录类别", "class"},
    {"owner", "账户所有人", "owner of the account"},
    {"reason", "不予支付的原因", "reason"},
    {"layer", "保障层次", "layer"},
    {"scheme_name", "险种名称", "name of a scheme"},
    {"employer_kind", "用人单位", "kind of employer"},
    {"person_kind", "人员类别", "kind of person"},
    {"sex", "性别", "sex"},
    {"use", "用途", "use"},
    {"for", "用于", "for whom"},
    {"timing", "缴费时间", "time of payment"},
    {"entry", "参保方式", "way of joining"},
    {"exempt", "是否免缴", "exempt"},
    {"route", "划转路径", "route"},
    {"payer", "付款基金", "paying fund"},
    {"receiver", "收款基金", "receiving fund"},
    {"care", "医疗类别", "care"},
    {"fund", "基金", "fund"},
}};

constexpr std::array<Word, 3> kLevels{
    {{"1", "一级及以下", "level one and below"}, {"2", "二级", "level two"}, {"3", "三级", "level three"}}};
constexpr std::array<Word, 3> kOrders{{{"1", "首次住院", "first stay"},
                                       {"2", "第二次住院", "second stay"},
                                       {"3", "第三次及以上", "third stay or later"}}};
constexpr std::array<Word, 2> kHeld{{{"1", "一种病", "one disease"}, {"2", "两种病", "both diseases"}}};
constexpr std::array<Word, 6> kSchemeNames{{
    {"employee", "职工基本医疗保险", "employee basic insurance"},
    {"resident", "城乡居民基本医疗保险", "resident basic insurance"},
    {"large-amount", "职工大额医疗费用补助", "employee large-amount subsidy"},
    {"catastrophic", "居民大病保险", "resident catastrophic insurance"},
    {"civil-servant", "公务员医疗补助", "civil-servant supplement"},
    {"enterprise-supplement", "企业补充医疗保险", "employer supplementary insurance"},
}};

std::span<const Word> words(Dimension dimension) {
  switch (dimension) {
    case Dimension::level:
      return kLevels;
    case Dimension::status:
      return Terms<Status>::words;
    case Dimension::identity:
      return Terms<Identity>::words;
    case Dimension::place:
      return Terms<Place>::words;
    case Dimension::care:
      return Terms<Care>::words;
    case Dimension::order:
      return kOrders;
    case Dimension::disease:
      return Terms<Disease>::words;
    case Dimension::held:
      return kHeld;
    case Dimension::cause:
      return Terms<Cause>::words;
    case Dimension::line_class:
      return Terms<LineClass>::words;
    case Dimension::owner:
      return Terms<AccountOwner>::words;
    case Dimension::reason:
      return Terms<CoverReason>::words;
    case Dimension::layer:
      return Terms<Layer>::words;
    case Dimension::scheme_name:
      return kSchemeNames;
    case Dimension::employer_kind:
      return Terms<EmployerKind>::words;
    case Dimension::person_kind:
      return Terms<PersonKind>::words;
    case Dimension::sex:
      return Terms<Sex>::words;
    case Dimension::use:
      return Terms<AccountUse>::words;
    case Dimension::beneficiary:
      return Terms<Beneficiary>::words;
    case Dimension::timing:
      return Terms<NewbornTiming>::words;
    case Dimension::joining:
      return Terms<Joining>::words;
    case Dimension::exempt:
      return Terms<Exemption>::words;
    case Dimension::route:
      return Terms<Route>::words;
    case Dimension::fund:
    case Dimension::payer_fund:
    case Dimension::receiver_fund:
      return Terms<Fund>::words;
  }
  fail_invariant("every dimension has words");
}

}  // namespace

std::string_view name_of(Dimension dimension) { return kNames[static_cast<std::size_t>(dimension)].code; }

Text title_of(Dimension dimension) {
  const Word& named = kNames[static_cast<std::size_t>(dimension)];
  return {std::string(named.zh), std::string(named.en)};
}

std::optional<Dimension> parse_dimension(std::string_view name) {
  for (std::size_t i = 0; i < kDimensions; ++i) {
    if (kNames[i].code == name) return static_cast<Dimension>(i);
  }
  return std::nullopt;
}

std::string names_of(DimensionSet dimensions) {
  std::string list;
  for (std::size_t i = 0; i < kDimensions; ++i) {
    if (!dimensions.contains(static_cast<Dimension>(i))) continue;
    if (!list.empty()) list += ", ";
    list += kNames[i].code;
  }
  return list;
}

std::size_t size_of(Dimension dimension) { return words(dimension).size(); }

std::optional<std::size_t> parse_ordinal(Dimension dimension, std::string_view word) {
  const auto all = words(dimension);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].code == word) return i;
  }
  return std::nullopt;
}

std::string ordinal_text(Dimension dimension, std::size_t ordinal) {
  return std::string(words(dimension)[ordinal].code);
}

Text ordinal_name(Dimension dimension, std::size_t ordinal) {
  const Word& named = words(dimension)[ordinal];
  return {std::string(named.zh), std::string(named.en)};
}

std::string words_of(Dimension dimension) {
  std::string list;
  for (const Word& each : words(dimension)) {
    if (!list.empty()) list += ", ";
    list += each.code;
  }
  return list;
}

}  // namespace yidan::policy
