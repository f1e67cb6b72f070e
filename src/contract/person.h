// The person of a case: cover, identities, diseases, stays, residence, accounts; each fact holds for a period.
#pragma once

#include "base/json_writer.h"
#include "contract/read.h"

namespace yidan::contract {

// Faults when the status does not belong to the scheme.
void require_status_of_scheme(const Members& members, Scheme scheme, Status status);

inline void check_cover(const Members& members, Cover& cover, Reading&) {
  require_status_of_scheme(members, cover.scheme, cover.status);
}

constexpr Field scheme_field() { return word<Scheme>("scheme", "险种", "scheme").required(); }
constexpr Field status_field() { return word<Status>("status", "参保身份", "status in the scheme").required(); }
constexpr Field category_field() {
  return word<Identity>("category", "救助身份", "assistance category").after_first().required();
}

inline constexpr auto kCover =
    table<Cover>("cover", "参保", "cover by a scheme", at<&Cover::scheme>(scheme_field()),
                 at<&Cover::status>(status_field()), period<&Cover::period>(),
                 rule<check_cover>("active、retired、flexible 属职工，其余属居民",
                                   "active, retired and flexible are of the employee scheme, the others of residents"));

inline constexpr auto kIdentity =
    table<HeldIdentity>("identity", "救助身份", "an assistance category, held for a period",
                        at<&HeldIdentity::identity>(category_field()), period<&HeldIdentity::period>());

inline constexpr auto kDisease = table<RegisteredDisease>(
    "disease", "登记病种", "a registered disease",
    at<&RegisteredDisease::disease>(word<Disease>("disease", "病种", "the disease").required()),
    period<&RegisteredDisease::period>());

inline constexpr auto kStay = table<RecordedStay>(
    "stay", "在院或护理", "a stay or nursing by another payer",
    at<&RecordedStay::kind>(word<StayKind>("kind", "类别", "kind").required()), period<&RecordedStay::period>());

void check_filing(const Members& members, Filing& filing, Reading& reading);

inline constexpr auto kResidence = table<Filing>(
    "residence", "异地备案", "a filing of care elsewhere: residence, a referral, a trip",
    at<&Filing::place>(word<Place>("place", "备案类别", "as what it is filed").or_else("\"remote-resident\"")),
    at<&Filing::region>(region("region", "备案地区划代码；以 00 结尾的代码包括其下各地",
                               "where; a code that ends in 00 stands for all below it")
                            .required()),
    period<&Filing::period>(), at<&Filing::filed>(day("filed", "备案日", "filed on")),
    at<&Filing::channel>(word<FilingChannel>("channel", "备案渠道", "by which way")),
    at<&Filing::answer>(
        word<FilingAnswer>("answer", "备案答复；只有准予的才算", "the answer; only what is granted counts")
            .or_else("\"granted\"")),
    at<&Filing::answered>(day("answered", "答复日", "answered on")),
    rule<check_filing>("备案的是异地；答复不早于备案",
                       "what is filed is elsewhere; it is not answered before it is filed"));

inline constexpr auto kAccount = table<FamilyAccount>(
    "account", "家庭共济账户", "an account of the family, used after the person's own, in this order",
    at<&FamilyAccount::owner>(word<AccountOwner>("owner", "账户所有人", "whose").after_first().required()),
    at<&FamilyAccount::balance>(money("balance", "余额", "its balance").or_else("\"0.00\"")));

void admit_number(const Members& members, Person& person, Reading& reading);
void check_life(const Members& members, Person& person, Reading& reading);

constexpr std::string_view kNumberZh =
    "公民身份号码 18 位，末位可为 X；其他证件只用字母、数字和连字符；校验码、出生日期、性别与号码不符的只作提示";
constexpr std::string_view kNumberEn =
    "a citizen's number is 18 digits, the last may be X; other certificates are letters, digits and hyphens alone; a "
    "check digit, a day of birth or a sex that contradicts the number is a warning";

inline constexpr auto kPerson = table<Person>(
    "person", "人员", "a person", at<&Person::id>(number_of_person("id", "人员编号", "the person's number").required()),
    rule<admit_number>(kNumberZh, kNumberEn), at<&Person::born>(day("born", "出生日期", "day of birth")),
    at<&Person::died>(day("died", "死亡日期；有档案的写作 death 事件", "day of death; in a record the event 'death'")),
    at<&Person::sex>(word<Sex>("sex", "性别", "sex")), list<&Person::coverage, kCover>("coverage", "参保", "cover"),
    list<&Person::identities, kIdentity>("identities", "救助身份", "assistance categories"),
    list<&Person::diseases, kDisease>("diseases", "登记病种", "registered diseases"),
    list<&Person::stays, kStay>("stays", "在院或护理", "stays and nursing"),
    list<&Person::residence, kResidence>("residence", "异地备案", "filings of care elsewhere"),
    at<&Person::account_balance>(
        money("account_balance", "个人账户余额", "balance of the personal account").or_else("\"0.00\"")),
    list<&Person::accounts, kAccount>("accounts", "家庭共济账户", "accounts of the family"), closed,
    rule<check_life>("参保不早于出生日，不晚于死亡日", "no cover begins before birth or after death"));

// Throws Fault.
[[nodiscard]] Person read_person(const json::Value& value, const Path& path, Reading reading = {});

void write_person(json::Writer& json, const Person& person);

}  // namespace yidan::contract
