// The events of a person's record; each kind has fields of its own behind `event` and `on`, and no others.
#pragma once

#include "base/json_writer.h"
#include "contract/person.h"
#include "facts/record.h"

namespace yidan::contract {

// How events are written that stand for others, or whose parts are not simply members.
struct WrittenIdentity {
  using Made = IdentityEvent;
  Identity category = Identity::none;
  std::optional<Date> from;
  std::optional<Date> to;
  bool exempt = false;
  std::string_view order;
  Period period;  // `from` is the day of the event when it is absent

  [[nodiscard]] IdentityEvent made() const { return {category, period, exempt, std::string(order)}; }
  [[nodiscard]] static WrittenIdentity of(const IdentityEvent& event);
};
struct WrittenCount {
  std::optional<int> months;
  std::optional<Month> from;
  std::optional<Month> to;

  [[nodiscard]] std::optional<MonthsSpan> span() const;
};
struct WrittenDeemed : WrittenCount {
  using Made = DeemedEvent;
  std::optional<Date> recognised;

  [[nodiscard]] DeemedEvent made() const { return {months, span(), recognised}; }
  [[nodiscard]] static WrittenDeemed of(const DeemedEvent& event);
};
struct WrittenTransfer : WrittenCount {
  using Made = TransferEvent;
  Region from_pool;

  [[nodiscard]] TransferEvent made() const { return {months, span(), from_pool}; }
  [[nodiscard]] static WrittenTransfer of(const TransferEvent& event);
};
struct WrittenApply {
  using Made = ApplyEvent;
  std::optional<Date> recognised;
  std::optional<Decision> decision;

  [[nodiscard]] ApplyEvent made() const { return {recognised, decision == Decision::refused}; }
  [[nodiscard]] static WrittenApply of(const ApplyEvent& event);
};

void check_enrolled_status(const Members& members, EnrolEvent& enrol, Reading& reading);
void check_enrolled_year(const Members& members, EnrolEvent& enrol, Reading& reading);
void check_enrolled_scheme(const Members& members, EnrolEvent& enrol, Reading& reading);
void check_paid_year(const Members& members, PayEvent& pay, Reading& reading);
void check_paid_for(const Members& members, PayEvent& pay, Reading& reading);
void check_held(const Members& members, WrittenIdentity& identity, Reading& reading);
void check_employer(const Members& members, EmployEvent& employ, Reading& reading);
void check_count(const Members& members, WrittenCount& counted, Reading& reading);
void check_withdrawn(const Members& members, WithdrawEvent& withdraw, Reading& reading);

constexpr Gist kNoAmount{"缺少金额“amount”，如 \"320.00\"", "the amount 'amount' is missing, for example \"320.00\""};
constexpr std::string_view kCountedZh = "写 months，或 from 与 to；都写时月数不多于其间的月数";
constexpr std::string_view kCountedEn = "'months', or 'from' and 'to'; with all three no more months than lie between";

constexpr Field insured_year() {
  return year_count("insured_year", "参保年度（居民）", "the insured year (residents)");
}
constexpr Field as_month(Field field) {
  field.kind = Kind::month_or_day;
  return field;
}
constexpr Field from_month() { return as_month(month("from", "起始月", "first month")).depends(); }
constexpr Field to_month() { return as_month(month("to", "终止月（不含）", "end, not included")).depends(); }
constexpr Field recognised() { return day("recognised", "认定日", "day of recognition"); }

inline constexpr auto kEnrol = table<EnrolEvent>(
    "enrol", "参保登记", "joins a scheme", at<&EnrolEvent::scheme>(scheme_field()),
    at<&EnrolEvent::status>(status_field()),
    rule<check_enrolled_status>("参保身份须属于险种", "the status belongs to the scheme"),
    at<&EnrolEvent::insured_year>(insured_year()), rule<check_enrolled_year>(),
    at<&EnrolEvent::household>(region("household", "户籍地区划代码", "where the household is registered")),
    at<&EnrolEvent::residence_permit>(flag("residence_permit", "持长期居住证", "has a long-term residence permit")),
    rule<check_enrolled_scheme>("职工没有参保年度", "the employee scheme has no insured year"));

inline constexpr auto kPay = table<PayEvent>(
    "pay", "缴费", "pays", at<&PayEvent::insured_year>(insured_year().depends()), rule<check_paid_year>(),
    at<&PayEvent::month>(month("month", "缴费所属月（职工）", "the month paid for (employees)").depends()),
    at<&PayEvent::amount>(money("amount", "金额", "what was paid").required(kNoAmount)),
    rule<check_paid_for>("参保年度与月份写且只写一个；不早于出生",
                         "either 'insured_year' or 'month', not before birth"));

inline constexpr auto kRecognise = table<WrittenIdentity>(
    "identity", "认定救助身份", "is recognised in an assistance category",
    at<&WrittenIdentity::category>(category_field()),
    at<&WrittenIdentity::from>(day("from", "起始日；默认为事件日期", "first day; the event's when absent")),
    at<&WrittenIdentity::to>(end("to", "终止日（不含）；空缺为未定", "end, not included; open when absent")),
    at<&WrittenIdentity::exempt>(flag("exempt", "按政策免缴", "exempt from the premium by policy")),
    at<&WrittenIdentity::order>(
        text("order", "县级政府将其视同该身份的文件", "the county's order that treats the person like this category")),
    rule<check_held>(
        "终止日不早于起始日，与起始日相同即撤回；起始日不早于出生日",
        "'to' is not before 'from', on the same day it takes the category back; 'from' is not before birth"));

inline constexpr auto kEmploy = table<EmployEvent>(
    "employ", "就业", "takes a job", at<&EmployEvent::employer>(text("employer", "用人单位", "the employer").depends()),
    at<&EmployEvent::kind>(word<EmployerKind>("employer_kind", "单位类型", "kind of employer").required()),
    at<&EmployEvent::monthly_wage>(money("monthly_wage", "月工资", "wage a month")),
    at<&EmployEvent::person_kind>(
        word<PersonKind>("person_kind", "人员类别", "kind of person").or_else("\"ordinary\"")),
    rule<check_employer>("灵活就业与档案托管可不写用人单位", "only flexible and file-custody need no employer"));

inline constexpr auto kLeave =
    table<LeaveEvent>("leave", "离职", "leaves a job",
                      at<&LeaveEvent::employer>(
                          text("employer", "用人单位；默认为当前单位", "the employer; the present one when absent")));

inline constexpr auto kRetire = table<RetireEvent>("retire", "退休", "retires");

inline constexpr auto kDeemed =
    table<WrittenDeemed>("deemed", "视同缴费年限", "months that count as paid",
                         at<&WrittenDeemed::months>(month_count("months", "月数", "how many months").depends()),
                         at<&WrittenDeemed::from>(from_month()), at<&WrittenDeemed::to>(to_month()),
                         rule<check_count>(kCountedZh, kCountedEn), at<&WrittenDeemed::recognised>(recognised()));

inline constexpr auto kTopUp = table<TopUpEvent>(
    "top-up", "一次性补缴", "pays missing months at once",
    at<&TopUpEvent::months>(month_count("months", "补缴月数", "how many months")
                                .required({"缺少补缴的月数", "the number of months that were paid is missing"})),
    at<&TopUpEvent::amount>(money("amount", "金额", "what was paid")));

inline constexpr auto kTransfer = table<WrittenTransfer>(
    "transfer", "转移接续", "brings months from another pool",
    at<&WrittenTransfer::months>(month_count("months", "月数", "how many months").depends()),
    at<&WrittenTransfer::from>(from_month()), at<&WrittenTransfer::to>(to_month()),
    rule<check_count>(kCountedZh, kCountedEn),
    at<&WrittenTransfer::from_pool>(region("from_pool", "转出地区划代码", "the pool that they come from")));

inline constexpr auto kAccountUse = table<AccountUseEvent>(
    "account-use", "使用个人账户", "asks the account for money",
    at<&AccountUseEvent::amount>(money("amount", "金额", "how much").required(kNoAmount)),
    at<&AccountUseEvent::use>(word<AccountUse>("use", "用途", "for what").required()),
    at<&AccountUseEvent::beneficiary>(word<Beneficiary>("for", "使用对象", "for whom").required()));

inline constexpr auto kApply = table<WrittenApply>(
    "apply", "申请医疗救助", "applies for assistance", at<&WrittenApply::recognised>(recognised()),
    at<&WrittenApply::decision>(
        word<Decision>("decision", "民政部门的决定", "what civil affairs decided").or_else("\"granted\"")));

inline constexpr auto kDeath =
    table<DeathEvent>("death", "死亡", "dies: the last day of cover, after which nothing comes");

inline constexpr auto kWithdraw = table<WithdrawEvent>(
    "withdraw", "撤回误记的事件", "takes back an event that was told wrongly",
    at<&WithdrawEvent::what>(word<EventName>("what", "所撤回事件的种类", "kind of the event").required()),
    at<&WithdrawEvent::of>(day("of", "所撤回事件的日期", "the event's day").required()),
    rule<check_withdrawn>("不早于所撤回的事件", "not before the event that it takes back"),
    at<&WithdrawEvent::number>(ordinal("number", "同种类同日有几件时，按书写次序第几件",
                                       "which one, of several of that kind and day, as they are written")));

// The fields before those of the kind.
inline constexpr std::array kEventHead{
    plain(Kind::constant, "event", "事件种类", "kind of event").required(),
    day("on", "日期", "its day").required(),
};

// The event that stands at `place` of the list. Nothing in it lies before `born`. Throws Fault.
[[nodiscard]] Event read_event(const json::Value& value, const Path& path, std::size_t place, Date born,
                               bool kept = false);

void write_event(json::Writer& json, const Event& event);

// One object a kind, as it stands in a list of events.
[[nodiscard]] std::span<const Object* const> event_objects();

}  // namespace yidan::contract
