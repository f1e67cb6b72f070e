// The closed words of people's records: employment, contributions, accounts, applications. See word.h.
#pragma once

#include "terms/word.h"

namespace yidan {

// Who employs a person, or that nobody does; decides duty, base and rate.
enum class EmployerKind : std::uint8_t { government, institution, enterprise, flexible, file_custody, owner };
template <>
struct Terms<EmployerKind> {
  static constexpr std::string_view zh = "单位类型", en = "employer_kind";
  static constexpr std::array<Word, 6> words{{
      {"government", "机关", "government organ"},
      {"institution", "事业单位", "public institution"},
      {"enterprise", "企业等单位", "enterprise or other unit"},
      {"flexible", "灵活就业", "flexibly employed"},
      {"file-custody", "档案托管", "file custody"},
      {"owner", "有雇工的个体工商户", "self-employed owner with hired workers"},
  }};
};

// Persons for whom the unit pays separately (LY-3.2.1-f).
enum class PersonKind : std::uint8_t { ordinary, veteran_cadre, disabled_serviceman };
template <>
struct Terms<PersonKind> {
  static constexpr std::string_view zh = "人员类别", en = "person_kind";
  static constexpr std::array<Word, 3> words{{
      {"ordinary", "一般人员", "ordinary"},
      {"veteran-cadre", "离休人员", "retired veteran cadre"},
      {"disabled-serviceman", "一至六级残疾军人", "disabled serviceman grade 1 to 6"},
  }};
};

// What money of a personal account is asked for.
enum class AccountUse : std::uint8_t {
  outpatient,
  inpatient,
  pharmacy,
  device,
  consumable,
  resident_premium,
  ltc_premium,
  inclusive_commercial_premium,
  public_health,
  fitness,
  wellness,
  check_up,
};
template <>
struct Terms<AccountUse> {
  static constexpr std::string_view zh = "账户用途", en = "use";
  static constexpr std::array<Word, 12> words{{
      {"outpatient", "门诊费用", "outpatient care"},
      {"inpatient", "住院费用", "inpatient care"},
      {"pharmacy", "药店购药", "drugs at a pharmacy"},
      {"device", "医疗器械", "medical devices"},
      {"consumable", "医用耗材", "medical consumables"},
      {"resident-premium", "居民医保缴费", "resident premium"},
      {"ltc-premium", "长期护理保险缴费", "long-term care premium"},
      {"inclusive-commercial-premium", "惠民保缴费", "inclusive commercial premium"},
      {"public-health", "公共卫生", "public health"},
      {"fitness", "体育健身", "sports and fitness"},
      {"wellness", "养生保健", "health preservation"},
      {"check-up", "健康体检", "health check-up"},
  }};
};

// For whom.
enum class Beneficiary : std::uint8_t { self, spouse, parent, child, other };
template <>
struct Terms<Beneficiary> {
  static constexpr std::string_view zh = "使用对象", en = "for";
  static constexpr std::array<Word, 5> words{{
      {"self", "本人", "the person"},
      {"spouse", "配偶", "spouse"},
      {"parent", "父母", "parent"},
      {"child", "子女", "child"},
      {"other", "其他人", "somebody else"},
  }};
};

// Who owes or pays a due.
enum class Payer : std::uint8_t { person, employer, county, treasury, assistance, pooled_fund };
template <>
struct Terms<Payer> {
  static constexpr std::string_view zh = "承担方", en = "payer";
  static constexpr std::array<Word, 6> words{{
      {"person", "个人", "the person"},
      {"employer", "用人单位", "employer"},
      {"county", "县级财政", "county finance"},
      {"treasury", "财政补助", "government subsidy"},
      {"assistance", "医疗救助资金", "medical assistance"},
      {"pooled-fund", "统筹基金", "pooled fund"},
  }};
};

// A part of a contribution.
enum class DuePart : std::uint8_t { individual, employer, government };
template <>
struct Terms<DuePart> {
  static constexpr std::string_view zh = "缴费部分", en = "part";
  static constexpr std::array<Word, 3> words{{
      {"individual", "个人缴费", "individual part"},
      {"employer", "单位缴费", "employer part"},
      {"government", "政府补助部分", "government part"},
  }};
};

// Whether the employee scheme must be joined.
enum class EnrolDuty : std::uint8_t { mandatory, voluntary };
template <>
struct Terms<EnrolDuty> {
  static constexpr std::string_view zh = "参保义务", en = "duty";
  static constexpr std::array<Word, 2> words{{
      {"mandatory", "应当参加", "mandatory"},
      {"voluntary", "可以参加", "voluntary"},
  }};
};

// Whether a newborn was paid for within the months that the rules allow; the premium of the year of birth may then be
// paid in the next year, too.
enum class NewbornTiming : std::uint8_t { within, after, next_year };
template <>
struct Terms<NewbornTiming> {
  static constexpr std::string_view zh = "新生儿缴费时限", en = "timing";
  static constexpr std::array<Word, 3> words{{
      {"within", "限期内缴费", "within the limit"},
      {"after", "限期后缴费", "after the limit"},
      {"next-year", "限期内、次年补缴出生当年", "within the limit, for the year of birth in the next"},
  }};
};

// From when a newborn is covered.
enum class NewbornStart : std::uint8_t { birth, payment, next_month, ordinary };
template <>
struct Terms<NewbornStart> {
  static constexpr std::string_view zh = "新生儿待遇起始", en = "newborn start";
  static constexpr std::array<Word, 4> words{{
      {"birth", "自出生之日", "from birth"},
      {"payment", "自缴费之日", "from the payment"},
      {"next-month", "自缴费次月", "from the month after the payment"},
      {"ordinary", "按一般规定", "by the ordinary rules"},
  }};
};

// Whether a relation with the employee scheme is the person's first.
enum class Joining : std::uint8_t { first, again };
template <>
struct Terms<Joining> {
  static constexpr std::string_view zh = "参保次序", en = "entry";
  static constexpr std::array<Word, 2> words{{
      {"first", "首次参保", "first relation"},
      {"again", "再次参保", "later relation"},
  }};
};

// From when a relation gives cover.
enum class CoverStart : std::uint8_t { month_after_payment, at_once };
template <>
struct Terms<CoverStart> {
  static constexpr std::string_view zh = "待遇起始", en = "cover start";
  static constexpr std::array<Word, 2> words{{
      {"month-after-payment", "首次缴费次月", "the month after the first payment"},
      {"at-once", "接续当日", "at once"},
  }};
};

// Exempt from the premium by policy (JN-3.3-b).
enum class Exemption : std::uint8_t { no, yes };
template <>
struct Terms<Exemption> {
  static constexpr std::string_view zh = "免缴", en = "exempt";
  static constexpr std::array<Word, 2> words{{
      {"no", "非免缴人群", "not exempt"},
      {"yes", "免缴人群", "exempt"},
  }};
};

// The day on which an age counts.
enum class AgeDay : std::uint8_t { month_end, year_start };
template <>
struct Terms<AgeDay> {
  static constexpr std::string_view zh = "年龄计算日", en = "age day";
  static constexpr std::array<Word, 2> words{{
      {"month-end", "当月末", "end of the month"},
      {"year-start", "当年1月1日", "1 January of the year"},
  }};
};

// The day that decides which row of a table holds.
enum class DatedBy : std::uint8_t { insured_year, payment };
template <>
struct Terms<DatedBy> {
  static constexpr std::string_view zh = "适用日期", en = "dated_by";
  static constexpr std::array<Word, 2> words{{
      {"insured-year", "参保年度", "insured year"},
      {"payment", "缴费日", "day of payment"},
  }};
};

enum class Permission : std::uint8_t { allowed, refused };
template <>
struct Terms<Permission> {
  static constexpr std::string_view zh = "是否允许", en = "permission";
  static constexpr std::array<Word, 2> words{{
      {"allowed", "可以", "allowed"},
      {"refused", "不得", "refused"},
  }};
};

// Whether a person may have a personal account.
enum class Holding : std::uint8_t { account, no_account };
template <>
struct Terms<Holding> {
  static constexpr std::string_view zh = "建账", en = "holding";
  static constexpr std::array<Word, 2> words{{
      {"account", "建立个人账户", "has an account"},
      {"no-account", "不建个人账户", "has no account"},
  }};
};

// Why the account did not pay, in order of precedence.
enum class AccountRefusal : std::uint8_t { not_allowed, not_covered, insufficient };
template <>
struct Terms<AccountRefusal> {
  static constexpr std::string_view zh = "账户拒付原因", en = "refusal";
  static constexpr std::array<Word, 3> words{{
      {"not-allowed", "不在允许的用途或对象之内", "not a permitted use or beneficiary"},
      {"not-covered", "当日不享受职工医保待遇", "not covered by the employee scheme on the day"},
      {"insufficient", "余额不足", "balance too small"},
  }};
};

// Whether days after the application count (E09).
enum class Forward : std::uint8_t { year_end, none };
template <>
struct Terms<Forward> {
  static constexpr std::string_view zh = "后延窗口", en = "forward";
  static constexpr std::array<Word, 2> words{{
      {"year-end", "至当年年底", "to the end of the year"},
      {"none", "不后延", "none"},
  }};
};

// Who recognises a person in a category (JN-9.2-b, JN-9.2-g).
enum class Recogniser : std::uint8_t { civil_affairs, rural_revitalisation, county_government };
template <>
struct Terms<Recogniser> {
  static constexpr std::string_view zh = "认定部门", en = "recogniser";
  static constexpr std::array<Word, 3> words{{
      {"civil-affairs", "民政部门", "civil affairs"},
      {"rural-revitalisation", "乡村振兴部门", "rural revitalisation"},
      {"county-government", "县级以上政府", "county government or above"},
  }};
};

// What civil affairs decided on an application (JN-4.3-c).
enum class Decision : std::uint8_t { granted, refused };
template <>
struct Terms<Decision> {
  static constexpr std::string_view zh = "认定结论", en = "decision";
  static constexpr std::array<Word, 2> words{{{"granted", "同意救助", "granted"}, {"refused", "不予救助", "refused"}}};
};

// Why an application gives nothing, in order of precedence.
enum class ApplicationRefusal : std::uint8_t { no_rule, not_recognised, not_granted, second_in_year, no_days };
template <>
struct Terms<ApplicationRefusal> {
  static constexpr std::string_view zh = "申请不予救助原因", en = "refusal";
  static constexpr std::array<Word, 5> words{{
      {"no-rule", "当日没有依申请救助的规定", "no rule for applications on the day"},
      {"not-recognised", "未经民政部门认定", "not recognised by civil affairs"},
      {"not-granted", "民政部门认定不符合条件", "found not to meet the conditions"},
      {"second-in-year", "同一自然年度内重复申请", "second application in a calendar year"},
      {"no-days", "救助区间已被先前申请用尽", "no days are left in the window"},
  }};
};

// Why a bill does not count for an application.
enum class NotCounted : std::uint8_t {
  outside_window,
  other_grant,
  other_identity,
  other_care,
  not_settled,
  assisted_on_bill,
};
template <>
struct Terms<NotCounted> {
  static constexpr std::string_view zh = "不计入原因", en = "not counted";
  static constexpr std::array<Word, 6> words{{
      {"outside-window", "不在救助区间内", "outside the window"},
      {"other-grant", "已计入先前的救助区间", "counted in an earlier grant's window"},
      {"other-identity", "当日另有救助身份", "another identity was held on the day"},
      {"other-care", "不属救助的医疗类别", "not care that is assisted"},
      {"not-settled", "医保未结算", "not settled by the insurance"},
      {"assisted-on-bill", "结算时已救助", "assisted on the bill itself"},
  }};
};

// What speaks against a citizen's number, and yet is counted as it was told.
enum class NumberDoubt : std::uint8_t { number_check_digit, number_birth, number_sex };
template <>
struct Terms<NumberDoubt> {
  static constexpr std::string_view zh = "身份号码存疑", en = "doubt about a number";
  static constexpr std::array<Word, 3> words{{
      {"number-check-digit", "公民身份号码的校验码不符", "the check digit of the citizen's number is wrong"},
      {"number-birth", "公民身份号码与出生日期不符", "the citizen's number has another day of birth"},
      {"number-sex", "公民身份号码与性别不符", "the citizen's number has another sex"},
  }};
};

// What an event of a record tells; a later one may take it back. In the order of `Event::what`.
enum class EventName : std::uint8_t {
  enrol,
  pay,
  identity,
  employ,
  leave,
  retire,
  deemed,
  top_up,
  transfer,
  account_use,
  apply,
  death,
};
template <>
struct Terms<EventName> {
  static constexpr std::string_view zh = "档案事件", en = "event";
  static constexpr std::array<Word, 12> words{{
      {"enrol", "参保登记", "enrolment"},
      {"pay", "缴费", "payment"},
      {"identity", "认定救助身份", "recognition in a category"},
      {"employ", "就业", "employment"},
      {"leave", "离职", "leaving a job"},
      {"retire", "退休", "retirement"},
      {"deemed", "视同缴费年限", "deemed service"},
      {"top-up", "一次性补缴", "months paid at once"},
      {"transfer", "转移接续", "months from another pool"},
      {"account-use", "使用个人账户", "use of the account"},
      {"apply", "申请医疗救助", "application for assistance"},
      {"death", "死亡", "death"},
  }};
};

// What is odd in a record, and yet has an answer.
enum class WarningKind : std::uint8_t {
  out_of_order,
  after_as_of,
  pay_without_enrolment,
  pay_too_late,
  pay_short,
  pay_over,
  no_standard,
  no_wage,
  no_rate,
  separate_contribution,
  two_employers,
  leave_without_relation,
  resident_while_employed,
  household_elsewhere,
  deemed_not_recognised,
  top_up_not_given,
  no_credit_rule,
  needy_not_covered,
  told_twice,
};
template <>
struct Terms<WarningKind> {
  static constexpr std::string_view zh = "提示", en = "warning";
  static constexpr std::array<Word, 19> words{{
      {"out-of-order", "事件未按日期排列", "events out of order"},
      {"after-as-of", "截止日之后的事件", "event after the as-of day"},
      {"pay-without-enrolment", "未参保而缴费", "payment without enrolment"},
      {"pay-too-late", "年度已过才缴费", "payment after the year"},
      {"pay-short", "缴费不足", "too little was paid"},
      {"pay-over", "缴费过多", "too much was paid"},
      {"no-standard", "无缴费标准", "no standard for the year"},
      {"no-wage", "缺少工资", "no wage"},
      {"no-rate", "当月无费率", "no rate for the month"},
      {"separate-contribution", "由单位另行缴费", "the unit pays separately"},
      {"two-employers", "同月两个单位", "two employers in one month"},
      {"leave-without-relation", "无参保关系而离职", "left without a relation"},
      {"resident-while-employed", "应参加职工医保", "must be in the employee scheme"},
      {"household-elsewhere", "户籍在外且无长期居住证", "registered elsewhere without a permit"},
      {"deemed-not-recognised", "视同年限未经认定", "deemed service not recognised"},
      {"top-up-not-given", "补缴办法未定", "no formula for the top-up"},
      {"no-credit-rule", "无划入规定", "no rule credits the account"},
      {"needy-not-covered", "应保未保", "must be insured and is not"},
      {"told-twice", "同一事项写了两次", "told twice"},
  }};
};

}  // namespace yidan
