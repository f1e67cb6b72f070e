// Care elsewhere in the books of a pool, `yidan.elsewhere/1`.
#pragma once

#include "contract/audit.h"
#include "contract/receipt.h"
#include "terms/terms.h"

namespace yidan::contract {

inline constexpr std::array kElsewhereShareFields{
    month("month", "月份", "the month").required(),
    word<Care>("care", "医疗类别", "kind of care").required(),
    word<Reach>("reach", "就医范围", "how far away").required(),
    number(0, INT64_MAX, "at_once", "直接结算的结算单", "bills settled at once").required(),
    number(0, INT64_MAX, "later", "事后报销的结算单", "bills reimbursed later").required(),
    text("share", "直接结算率，百分数，只舍不入", "the share settled at once in per cent, rounded down").required(),
    money("fund_at_once", "直接结算的基金支付", "paid by the funds at once").required(),
    money("fund_later", "事后报销的基金支付", "paid by the funds later").required(),
};
inline constexpr Object kElsewhereShare{"elsewhere-share",
                                        {"一个月一类异地就医的直接结算率", "a month's share settled at once"},
                                        kElsewhereShareFields,
                                        {},
                                        false};

inline constexpr std::array kElsewhereUnfiledFields{
    text("person", "人员编号", "the person's number").required(),
    word<Identity>("category", "救助身份", "assistance category").required(),
    text("encounter", "就诊编号", "the encounter's id").required(),
    text("provider", "机构编号", "the institution's id"),
    region("region", "就医地区划", "where"),
    day("date", "就诊日", "the day").required(),
    word<Care>("care", "医疗类别", "kind of care").required(),
    word<Place>("place", "上传的就医地", "the place as it was told").required(),
    flag("reimbursed_later", "事后到窗口报销", "reimbursed later at a window"),
    money("fund_total", "基金支付合计", "paid by all funds").required(),
    object(kAuditText, "todo", "怎样处理", "what to do").required(),
};
inline constexpr Object kElsewhereUnfiled{
    "elsewhere-unfiled",
    {"救助对象未备案的异地就医", "care elsewhere of an assistance target, unfiled"},
    kElsewhereUnfiledFields,
    {},
    false};

inline constexpr std::array kElsewhereFields{
    format<"yidan.elsewhere/1">(),
    pool().required(),
    month("from", "首月", "first month").required(),
    month("to", "末月（含）", "last month, included").required(),
    object(kElsewhereShare, "shares", "按月份、医疗类别、范围", "by month, care and reach").many().required(),
    object(kElsewhereUnfiled, "unfiled", "救助对象未备案的，按就诊日", "targets without a filing, by day")
        .many()
        .required(),
    ungated(),
};
inline constexpr Object kElsewhere{
    "yidan.elsewhere/1", {"账册中的异地就医", "care elsewhere in the books"}, kElsewhereFields, {}, false};

}  // namespace yidan::contract
