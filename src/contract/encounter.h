// An encounter of a case with its provider and its fee lines.
#pragma once

#include "base/json_writer.h"
#include "contract/line.h"
#include "contract/paperwork.h"

namespace yidan::contract {

void require_level(const Members& members, Provider& provider, Reading& reading);

inline constexpr auto kProvider = table<Provider>(
    "provider", "医疗机构", "who gave the care", at<&Provider::id>(text("id", "机构编号", "the institution's id")),
    at<&Provider::name>(text("name", "机构名称", "the institution's name")),
    at<&Provider::region>(region("region", "所在地区划代码", "where it is")),
    at<&Provider::level>(number(1, 3, "level", "机构等级", "a level").depends()),
    rule<require_level>("药店可不写等级（视为 1）；未定级为 1；等级写作不带小数点的数字",
                        "the level may be absent for a pharmacy (1); unrated is 1; it is written without a point"),
    at<&Provider::designated>(
        word<Designation>("designated", "定点类别；空为非定点", "for what it is designated; empty: for nothing")
            .many()
            .or_else("[]")));

void note_care(const Members& members, Encounter& encounter, Reading& reading);
void check_place(const Members& members, Encounter& encounter, Reading& reading);
void check_dates(const Members& members, Encounter& encounter, Reading& reading);
void check_disease(const Members& members, Encounter& encounter, Reading& reading);

void check_encounter_liability(const Members& members, Encounter& encounter, Reading& reading);
void check_line_ids(const Members& members, Encounter& encounter, Reading& reading);

constexpr Gist kNoLines{
    "缺少费用明细：没有费用的就诊不结算；零元的也请逐行上传",
    "the fee lines 'lines' are missing: an encounter without any is not settled; send those of 0.00 too"};

inline constexpr auto kEncounter = table<Encounter>(
    "encounter", "一次就诊", "one encounter", at<&Encounter::id>(id("id", "就诊编号", "the encounter's id").required()),
    at<&Encounter::care>(word<Care>("care", "医疗类别", "kind of care").required()),
    at<&Encounter::date>(
        day("date", "就诊日、出院日或分段结算末日", "day of service, of discharge, or last day of an interim bill")
            .required()),
    at<&Encounter::admitted>(day("admitted", "入院日", "day of admission").depends()),
    at<&Encounter::disease>(word<Disease>("disease", "病种", "the disease").depends()), rule<note_care>(),
    inside<&Encounter::provider, kProvider>("provider", "医疗机构", "who gave the care"),
    at<&Encounter::place>(word<Place>("place", "就医地", "where, seen from the pool").or_else("\"local\"")),
    at<&Encounter::cause>(word<Cause>("cause", "就医原因", "why").or_else("\"illness\"")),
    at<&Encounter::liability>(rate("liability", "他人应担比例", "the share that others bear").or_else("\"100%\"")),
    rule<check_encounter_liability>("只有工伤与第三人责任有应担比例",
                                    "only work injury and a third party bear a share"),
    at<&Encounter::enterprise_supplement>(
        money("enterprise_supplement", "企业补充医疗保险已支付", "paid by the employer's supplementary insurance")
            .or_else("\"0.00\"")),
    at<&Encounter::use_account>(flag("use_account", "用个人账户支付个人负担", "pay the rest from the account")),
    at<&Encounter::before_admission>(
        flag("before_admission", "入院当日、入院之前的门诊", "a visit on the day of admission, before it")),
    at<&Encounter::first_contact_referral>(
        flag("first_contact_referral", "经基层首诊转诊", "referred by the institution of first contact")),
    at<&Encounter::reimbursed_later>(flag("reimbursed_later", "事后到窗口报销，未与机构直接结算",
                                          "reimbursed later at a window, not settled at once with the institution")),
    at<&Encounter::stay>(text("stay", "同一次住院的分段结算共用的编号", "shared by the interim bills of one stay")),
    at<&Encounter::referred_from>(
        text("referred_from", "由此前哪次就诊转来（编号）", "the earlier encounter that referred the person here")),
    perhaps<&Encounter::paperwork, kPaperwork>("paperwork", "凭证与票据", "what was shown and issued at the counter"),
    some<&Encounter::lines, kLine>("lines", "费用明细，至少一行", "the fee lines, at least one", kNoLines),
    rule<check_line_ids>("行号各不相同（可以都不写）", "ids of lines differ (or are left out)"), closed,
    rule<check_place>("就医地须与统筹区和机构所在地相符：前四位相同为本地",
                      "the place agrees with the pool and the provider's region: the same first four digits are local"),
    rule<check_dates>("住院与日间手术须写入院日，且不晚于出院日",
                      "a stay has its day of admission, not after the day of discharge"),
    rule<check_disease>("门诊慢特病与两病用药须写病种；两病指高血压和糖尿病",
                        "chronic and two-disease care have their disease; two-disease care is for hypertension or "
                        "diabetes"));

// REQUIRES: `pool` is the case's; the place of care must agree with it. Throws Fault.
[[nodiscard]] Encounter read_encounter(const json::Value& value, const Path& path, Region pool, bool kept = false);

// The encounter as one object of the contract; each line with its price as one amount.
void write_encounter(json::Writer& json, const Encounter& encounter);
[[nodiscard]] std::string encounter_text(const Encounter& encounter);

}  // namespace yidan::contract
