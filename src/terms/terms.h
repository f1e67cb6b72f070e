// The closed words of medical security: one table a concept, each word with code, Chinese and English name.
//
// Codes are the words of the contract; they never change. Adding a word is one line in its enum and one in its table.
#pragma once

#include "terms/funds.h"
#include "terms/schemes.h"
#include "terms/word.h"

namespace yidan {

// Ordinary `none` stands for a person with no identity; it is a key of tables, never an input.
enum class Identity : std::uint8_t {
  none,
  destitute,
  minimum_living,
  returned_to_poverty,
  minimum_living_margin,
  monitored,
  impoverished_by_illness,
  lifted_from_poverty,
};
template <>
struct Terms<Identity> {
  static constexpr std::string_view zh = "救助身份", en = "category";
  static constexpr std::array<Word, 8> words{{
      {"none", "无救助身份", "no assistance category"},
      {"destitute", "特困人员", "destitute"},
      {"minimum-living", "低保对象", "minimum-living allowance"},
      {"returned-to-poverty", "返贫致贫人口", "returned to poverty"},
      {"minimum-living-margin", "低保边缘家庭成员", "margin of the minimum-living allowance"},
      {"monitored", "防止返贫监测帮扶对象", "monitored against poverty"},
      {"impoverished-by-illness", "因病致贫重病患者", "impoverished by illness"},
      {"lifted-from-poverty", "脱贫享受政策人员", "lifted from poverty"},
  }};
};

enum class Disease : std::uint8_t {
  hypertension,
  diabetes,
  malignancy,
  dialysis,
  transplant,
  severe_mental_illness,
  mdr_tuberculosis,
  xdr_tuberculosis,
  pulmonary_tuberculosis,
  extrapulmonary_tuberculosis,
  chronic_hepatitis_b,
  chronic_hepatitis_c,
  cirrhosis,
};
template <>
struct Terms<Disease> {
  static constexpr std::string_view zh = "病种", en = "disease";
  static constexpr std::array<Word, 13> words{{
      {"hypertension", "高血压", "hypertension"},
      {"diabetes", "糖尿病", "diabetes"},
      {"malignancy", "恶性肿瘤放化疗", "radio- or chemotherapy of a malignancy"},
      {"dialysis", "尿毒症透析", "dialysis"},
      {"transplant", "器官移植抗排异", "anti-rejection treatment after a transplant"},
      {"severe-mental-illness", "重性精神病", "severe mental illness"},
      {"mdr-tuberculosis", "耐多药结核", "multidrug-resistant tuberculosis"},
      {"xdr-tuberculosis", "广泛耐药结核", "extensively drug-resistant tuberculosis"},
      {"pulmonary-tuberculosis", "肺结核", "pulmonary tuberculosis"},
      {"extrapulmonary-tuberculosis", "肺外其他部位结核", "extrapulmonary tuberculosis"},
      {"chronic-hepatitis-b", "慢性乙型肝炎", "chronic hepatitis B"},
      {"chronic-hepatitis-c", "慢性丙型肝炎", "chronic hepatitis C"},
      {"cirrhosis", "肝硬化", "cirrhosis"},
  }};
};

enum class Care : std::uint8_t {
  outpatient,
  chronic,
  two_disease,
  special_drug,
  inpatient,
  day_surgery,
  pharmacy,
  day_ward
};
// What care of a kind asks for, and how it is settled.
struct CareTraits {
  bool is_stay = false;           // has a day of admission, is settled on discharge or by interim bills
  bool is_for_a_disease = false;  // which must be named, and registered
  WordSet<Disease> diseases{};    // those that it can be for; empty: any
  bool may_be_treatment = false;  // a benefit may pay for it like a stay, for some diseases
  bool has_level = true;          // the institution's level counts
};
template <>
struct Terms<Care> {
  static constexpr std::string_view zh = "医疗类别", en = "care";
  static constexpr std::array<Word, 8> words{{
      {"outpatient", "普通门诊", "general outpatient"},
      {"chronic", "门诊慢特病", "chronic outpatient"},
      {"two-disease", "两病门诊用药", "hypertension and diabetes drugs"},
      {"special-drug", "特药", "special drug"},
      {"inpatient", "住院", "inpatient stay"},
      {"day-surgery", "日间手术", "day surgery"},
      {"pharmacy", "药店购药", "pharmacy"},
      {"day-ward", "日间病房", "day ward"},
  }};
  static constexpr std::array<CareTraits, 8> traits{{
      {},
      {.is_for_a_disease = true, .may_be_treatment = true},
      {.is_for_a_disease = true, .diseases = {Disease::hypertension, Disease::diabetes}},
      {},
      {.is_stay = true},
      {.is_stay = true},
      {.has_level = false},
      {.is_stay = true},
  }};
};

[[nodiscard]] constexpr bool is_stay(Care care) { return traits(care).is_stay; }

enum class Place : std::uint8_t { local, remote_temporary, remote_referred, remote_resident };
template <>
struct Terms<Place> {
  static constexpr std::string_view zh = "就医地", en = "place";
  static constexpr std::array<Word, 4> words{{
      {"local", "本地就医", "in the city"},
      {"remote-temporary", "临时外出就医", "temporarily elsewhere"},
      {"remote-referred", "转诊异地就医", "referred elsewhere"},
      {"remote-resident", "异地长期居住", "living elsewhere long-term"},
  }};
};

// How far away care elsewhere was given.
enum class Reach : std::uint8_t { province, cross_province, unknown };
template <>
struct Terms<Reach> {
  static constexpr std::string_view zh = "就医范围", en = "reach";
  static constexpr std::array<Word, 3> words{{
      {"province", "省内异地", "in the province"},
      {"cross-province", "跨省异地", "across provinces"},
      {"unknown", "区划未上传", "region not told"},
  }};
};

// By which way care elsewhere was filed, and what was answered.
enum class FilingChannel : std::uint8_t { window, website, app, phone, self_service, institution };
template <>
struct Terms<FilingChannel> {
  static constexpr std::string_view zh = "备案渠道", en = "channel of a filing";
  static constexpr std::array<Word, 6> words{{
      {"window", "经办窗口", "the window"},
      {"website", "网上办理", "the website"},
      {"app", "手机应用", "an app"},
      {"phone", "电话", "the telephone"},
      {"self-service", "自助终端", "a self-service machine"},
      {"institution", "就诊机构代办", "the institution, for the patient"},
  }};
};

enum class FilingAnswer : std::uint8_t { granted, pending, refused };
template <>
struct Terms<FilingAnswer> {
  static constexpr std::string_view zh = "备案答复", en = "answer to a filing";
  static constexpr std::array<Word, 3> words{{
      {"granted", "准予备案", "granted"},
      {"pending", "尚未答复", "not answered yet"},
      {"refused", "不予备案", "refused"},
  }};
};

enum class Cause : std::uint8_t {
  illness,
  work_injury,
  third_party,
  public_health,
  abroad,
  wellness,
  check_up,
  state_declared
};
struct CauseTraits {
  bool is_liability = false;  // somebody else bears a share of the costs, which need not be the whole (F10)
};
template <>
struct Terms<Cause> {
  static constexpr std::string_view zh = "费用原因", en = "cause";
  static constexpr std::array<Word, 8> words{{
      {"illness", "疾病", "illness"},
      {"work-injury", "应由工伤保险支付", "payable by work-injury insurance"},
      {"third-party", "应由第三人负担", "to be borne by a third party"},
      {"public-health", "应由公共卫生负担", "to be borne by public health"},
      {"abroad", "境外就医", "care abroad"},
      {"wellness", "体育健身、养生保健消费", "fitness and wellness"},
      {"check-up", "健康体检", "health check-up"},
      {"state-declared", "国家规定的其他不予支付", "declared not payable by the state"},
  }};
  static constexpr std::array<CauseTraits, 8> traits{
      {{}, {.is_liability = true}, {.is_liability = true}, {}, {}, {}, {}, {}}};
};

// What an institution is designated for: care of the same name.
enum class Designation : std::uint8_t {
  outpatient,
  chronic,
  two_disease,
  special_drug,
  inpatient,
  day_surgery,
  pharmacy,
  day_ward
};
template <>
struct Terms<Designation> {
  static constexpr std::string_view zh = "定点类别", en = "designation";
  static constexpr auto words = Terms<Care>::words;
};
[[nodiscard]] constexpr Designation designation_for(Care care) { return static_cast<Designation>(care); }

enum class StayKind : std::uint8_t { inpatient, ltc_special_care, ltc_institutional_care, ltc_visiting_care };
template <>
struct Terms<StayKind> {
  static constexpr std::string_view zh = "在院或护理类别", en = "kind of stay";
  static constexpr std::array<Word, 4> words{{
      {"inpatient", "住院", "hospital stay"},
      {"ltc-special-care", "长护医疗专护", "long-term-care special medical nursing"},
      {"ltc-institutional-care", "长护医养院护", "long-term-care institutional nursing"},
      {"ltc-visiting-care", "长护巡查护理", "long-term-care visiting nursing"},
  }};
};

enum class LineClass : std::uint8_t { a, b, c };
template <>
struct Terms<LineClass> {
  static constexpr std::string_view zh = "目录类别", en = "class";
  static constexpr std::array<Word, 3> words{
      {{"A", "甲类", "class A"}, {"B", "乙类", "class B"}, {"C", "目录外", "class C"}}};
};

enum class Sex : std::uint8_t { female, male };
template <>
struct Terms<Sex> {
  static constexpr std::string_view zh = "性别", en = "sex";
  static constexpr std::array<Word, 2> words{{{"F", "女", "female"}, {"M", "男", "male"}}};
};

// What became of an encounter, in the order in which the answer is decided (semantics F5).
enum class BillStatus : std::uint8_t { rejected, not_covered, not_payable, no_benefit, settled };
template <>
struct Terms<BillStatus> {
  static constexpr std::string_view zh = "结算状态", en = "status";
  static constexpr std::array<Word, 5> words{{
      {"rejected", "未受理", "rejected"},
      {"not-covered", "未在保障期", "not covered"},
      {"not-payable", "基金不予支付", "not payable"},
      {"no-benefit", "无相应待遇", "no benefit"},
      {"settled", "已结算", "settled"},
  }};
};

// Why there is no cover on a day.
enum class CoverReason : std::uint8_t { not_enrolled, unpaid, waiting_period, left, suspended };
template <>
struct Terms<CoverReason> {
  static constexpr std::string_view zh = "未保障原因", en = "reason";
  static constexpr std::array<Word, 5> words{{
      {"not-enrolled", "未参保", "not enrolled"},
      {"unpaid", "未缴费", "not paid"},
      {"waiting-period", "待遇等待期", "waiting period"},
      {"left", "已退保或停保", "cover has ended"},
      {"suspended", "待遇暂停", "suspended"},
  }};
};

// Why no rule pays, in order of precedence: of several reasons the first counts.
enum class NoBenefit : std::uint8_t {
  no_policy_in_force,
  no_rule,
  disease_not_registered,
  during_stay,
  not_designated,
};
template <>
struct Terms<NoBenefit> {
  static constexpr std::string_view zh = "无待遇原因", en = "reason";
  static constexpr std::array<Word, 5> words{{
      {"no-policy-in-force", "当日无有效政策", "no policy in force"},
      {"no-rule", "当日没有支付该类医疗的规定", "no rule for this care on the day"},
      {"disease-not-registered", "病种未登记", "disease not registered"},
      {"during-stay", "住院或医疗专护期间", "during a stay"},
      {"not-designated", "非相应定点机构", "institution not designated"},
  }};
};

// What makes a claim look like one that was settled before; of two that hold the first is told.
enum class Repetition : std::uint8_t { duplicate_claim, overlapping_stay, two_places };
template <>
struct Terms<Repetition> {
  static constexpr std::string_view zh = "疑似重复", en = "repetition";
  static constexpr std::array<Word, 3> words{{
      {"duplicate-claim", "疑似重复申报", "alike a claim settled before"},
      {"overlapping-stay", "住院日期重叠", "shares nights with another stay"},
      {"two-places", "同时在两处就医", "care at two places at one time"},
  }};
};

// What becomes of a claim that looks repeated.
enum class OnRepetition : std::uint8_t { warn, refuse };
template <>
struct Terms<OnRepetition> {
  static constexpr std::string_view zh = "重复的处理", en = "on repetition";
  static constexpr std::array<Word, 2> words{{
      {"warn", "结算并提示", "settled with a warning"},
      {"refuse", "不予受理", "rejected"},
  }};
};

// Where a figure comes from; a later one is weaker. By analogy: a clause of another region is followed, a draft's where
// nothing is in force, or a clause is read back to days before its own.
enum class Basis : std::uint8_t { cited, published, analogy, assumed };
template <>
struct Terms<Basis> {
  static constexpr std::string_view zh = "依据", en = "basis";
  static constexpr std::array<Word, 4> words{{
      {"cited", "文件明定", "cited"},
      {"published", "公开来源", "published"},
      {"analogy", "类推适用", "by analogy"},
      {"assumed", "假定", "assumed"},
  }};
};

enum class PolicyStatus : std::uint8_t { in_force, draft };
template <>
struct Terms<PolicyStatus> {
  static constexpr std::string_view zh = "政策状态", en = "policy status";
  static constexpr std::array<Word, 2> words{{{"in-force", "现行", "in force"}, {"draft", "征求意见稿", "draft"}}};
};

}  // namespace yidan
