// The closed words of an audit: what a bound measures, how it compares, and what comes of it. See word.h.
#pragma once

#include "terms/word.h"

namespace yidan {

// The six matters that are to be one in every city (RZ-1.3-a): an audit is grouped by them.
enum class Aspect : std::uint8_t {
  framework,
  names,
  settings,
  policy_standards,
  payment_scope,
  information_system,
};
template <>
struct Terms<Aspect> {
  static constexpr std::string_view zh = "核查方面", en = "dimension of an audit";
  static constexpr std::array<Word, 6> words{{
      {"framework", "制度框架", "system framework"},
      {"names", "名称", "names"},
      {"settings", "设置", "settings"},
      {"policy-standards", "政策标准", "policy standards"},
      {"payment-scope", "支付范围", "payment scope"},
      {"information-system", "信息系统", "information system"},
  }};
};

// Of which scheme of the list a bound speaks.
enum class ListedScheme : std::uint8_t {
  employee,
  resident,
  large_amount,
  catastrophic,
  civil_servant,
  enterprise_supplement,
  assistance,
};
template <>
struct Terms<ListedScheme> {
  static constexpr std::string_view zh = "清单制度", en = "scheme of the list";
  static constexpr std::array<Word, 7> words{{
      {"employee", "职工基本医疗保险", "employee basic medical insurance"},
      {"resident", "城乡居民基本医疗保险", "resident basic medical insurance"},
      {"large-amount", "职工大额医疗费用补助", "employee large-amount subsidy"},
      {"catastrophic", "城乡居民大病保险", "resident catastrophic insurance"},
      {"civil-servant", "公务员医疗补助", "civil-servant medical subsidy"},
      {"enterprise-supplement", "企业事业单位补充医疗保险", "employers' own supplementary insurance"},
      {"assistance", "医疗救助", "medical assistance"},
  }};
};

// How strictly a clause binds (A08).
enum class BoundClass : std::uint8_t { hard, soft, average, trend, structure, gate };
template <>
struct Terms<BoundClass> {
  static constexpr std::string_view zh = "限度类别", en = "class of a bound";
  static constexpr std::array<Word, 6> words{{
      {"hard", "硬性", "hard"},
      {"soft", "原则性", "soft"},
      {"average", "平均", "average"},
      {"trend", "趋势", "trend"},
      {"structure", "结构", "structure"},
      {"gate", "关口", "gate"},
  }};
};

// What is found of a bound on a day.
enum class Grade : std::uint8_t { ok, info, warn, transitional, violation, not_evaluable };
template <>
struct Terms<Grade> {
  static constexpr std::string_view zh = "核查结论", en = "grade of a finding";
  static constexpr std::array<Word, 6> words{{
      {"ok", "符合", "kept"},
      {"info", "提示", "for information"},
      {"warn", "提醒", "warning"},
      {"transitional", "过渡期内待清理", "to be mended in time"},
      {"violation", "违反", "violation"},
      {"not-evaluable", "无法判定", "cannot be judged"},
  }};
};

enum class Comparison : std::uint8_t { at_least, at_most, above, below, about, equal, exists, among };
template <>
struct Terms<Comparison> {
  static constexpr std::string_view zh = "比较", en = "comparison";
  static constexpr std::array<Word, 8> words{{
      {"at-least", "不低于", "at least"},
      {"at-most", "不高于", "at most"},
      {"above", "高于", "above"},
      {"below", "低于", "below"},
      {"about", "约为", "about"},
      {"equal", "等于", "equal to"},
      {"exists", "已建立", "exists"},
      {"among", "限于", "among"},
  }};
};

// What of the packs, or of the bills, a bound looks at.
enum class Measure : std::uint8_t {
  lowest,
  highest,
  mean,
  average,
  sum,
  quotient,
  rise,
  steadiness,
  first_day,
  account_reform,
  raise,
  better_than,
  of_standard_year,
  standards,
  over_cities,
  variants,
  spread,
  county_rows,
  beyond_list,
  beyond_scope,
  keyed_by_identity,
  personal_share,
  supplement,
  not_judged,
  base_rules,
  benchmarks,
  dimensions,
  open,
  announced,
  late_notice,
  outside_framework,
  former_names,
  other_names,
  item_names,
};
template <>
struct Terms<Measure> {
  static constexpr std::string_view zh = "度量", en = "measure of a bound";
  static constexpr std::array<Word, 34> words{{
      {"lowest", "最低值", "lowest value"},
      {"highest", "最高值", "highest value"},
      {"mean", "算术平均", "unweighted mean"},
      {"average", "实际平均", "measured average"},
      {"sum", "合计", "sum"},
      {"quotient", "比值", "quotient"},
      {"rise", "较基期增幅", "rise over a base year"},
      {"steadiness", "较上年升降", "change against the year before"},
      {"first-day", "施行首日", "first day in force"},
      {"account-reform", "个人账户改革首日", "first day of the account reform"},
      {"raise", "超支后提高的数额", "amount raised after an overspend"},
      {"better-than", "优于基准人群的项数", "parts better than those of a group"},
      {"of-standard-year", "标准年度金额", "amount of a standard year"},
      {"standards", "低于上级标准的项数", "parts below a higher standard"},
      {"over-cities", "各市不同值数", "different values over the cities"},
      {"variants", "市内不同值数", "different values within the city"},
      {"spread", "区县间差距", "spread over the districts"},
      {"county-rows", "县级自定的值", "values set by counties"},
      {"beyond-list", "清单外项目", "items beyond the list"},
      {"beyond-scope", "范围外支付", "payment outside the scope"},
      {"keyed-by-identity", "按身份区分的值", "values that depend on a category"},
      {"personal-share", "个人负担最低比例", "smallest personal share"},
      {"supplement", "补助层次的偏离", "deviations of a supplement"},
      {"not-judged", "不核查的项目", "items that are not judged"},
      {"base-rules", "缴费基数规则数", "different rules for the base"},
      {"benchmarks", "四类基准", "the four benchmarks"},
      {"dimensions", "已列出的方面", "dimensions shown"},
      {"open", "未清理的偏离", "open deviations"},
      {"announced", "已预告", "announced"},
      {"late-notice", "逾期的公告数", "notices that came late"},
      {"outside-framework", "框架外的安排", "arrangements outside the framework"},
      {"former-names", "停用后仍用旧名的文件", "documents with a name given up"},
      {"other-names", "清单以外的制度名称", "names of schemes that are not the list's"},
      {"item-names", "清单以外的项目名称", "names of policy items that are not the list's"},
  }};
};

// In which way something of the packs may lie beyond the list.
enum class Excess : std::uint8_t { benefit, group, treatment, payer };
template <>
struct Terms<Excess> {
  static constexpr std::string_view zh = "超出清单的种类", en = "kind of excess";
  static constexpr std::array<Word, 4> words{{
      {"benefit", "待遇项目", "benefit"},
      {"group", "人群", "group"},
      {"treatment", "病种或治疗", "disease or treatment"},
      {"payer", "支付方", "payer"},
  }};
};

}  // namespace yidan
