// What a draft would cost, `yidan.cost/1`.
#pragma once

#include "contract/standing.h"
#include "terms/funds.h"

namespace yidan::contract {

inline constexpr std::array kCostAmountFields{
    money("before", "现行规则下", "under the packs in force").required(),
    money("after", "草案下", "under the draft").required(),
    money("difference", "差额，草案减现行", "the draft less what is in force").required(),
};
inline constexpr Object kCostAmounts{
    "cost-amounts", {"两套规则下的支付", "what is paid under both"}, kCostAmountFields, {}, false};

inline constexpr std::array kCostFundFields{
    word<Fund>("fund", "基金", "the fund").required(),
    object(kCostAmounts, "paid", "支付", "what it pays").required(),
};
inline constexpr Object kCostFund{"cost-fund", {"一只基金", "a fund"}, kCostFundFields, {}, false};

inline constexpr std::array kCostMonthFields{
    month("month", "月份", "the month").required(),
    object(kCostAmounts, "paid", "各基金合计", "all funds together").required(),
    object(kCostFund, "funds", "有支付的基金", "the funds that pay something").many().required(),
};
inline constexpr Object kCostMonth{"cost-month", {"一个月", "a month"}, kCostMonthFields, {}, false};

inline constexpr std::array kCostGroupFields{
    word<Scheme>("scheme", "制度；无待遇的不写", "the scheme; absent: no cover"),
    word<Status>("status", "参保状态", "the status"),
    word<Identity>("identity", "身份", "the identity").required(),
    number(0, 999'999'999, "persons", "当年有结算的人数", "persons with a bill").required(),
    number(0, 999'999'999, "gain", "其中基金多付的人数", "of them, for whom more is paid").required(),
    number(0, 999'999'999, "lose", "其中基金少付的人数", "of them, for whom less is paid").required(),
    object(kCostAmounts, "paid", "支付", "what is paid").required(),
};
inline constexpr Object kCostGroup{"cost-group", {"一个人群", "a group of persons"}, kCostGroupFields, {}, false};

inline constexpr std::array kCostSideFields{
    number(0, 999'999'999, "persons", "人数", "how many persons").required(),
    money("sum", "合计", "together").required(),
    money("largest", "单人最多", "the largest, of one person").required(),
    text("person", "该人编号，中间略去", "that person, the number masked"),
};
inline constexpr Object kCostSide{
    "cost-side", {"全年受益或受损的人", "persons who gain, or lose, over the year"}, kCostSideFields, {}, false};

inline constexpr std::array kCostCapacityFields{
    word<Fund>("fund", "基金", "the fund").required(),
    money("balance", "当日结余", "its balance on the day").required(),
    money("outlay", "所用月份的支出合计", "its outlay in the months used").required(),
    number(0, 12, "months", "所用的已结月份数，至多 12", "how many closed months were used").required(),
    text("held", "可支付月数；没有支出或已结月份的不写",
         "months of payment held; absent: nothing was paid, or no month is closed"),
    text("held_after", "草案下可支付月数", "the same under the draft"),
};
inline constexpr Object kCostCapacity{
    "cost-capacity", {"一只基金的支付能力", "how long a fund lasts"}, kCostCapacityFields, {}, false};

inline constexpr std::array kCostPacksFields{
    day("from", "自此日起的结算按它计算", "bills are settled by them from this day on").required(),
    text("packs", "政策包摘要", "digest of the packs").required(),
};
inline constexpr Object kCostPacks{"cost-packs", {"现行的政策包", "packs in force"}, kCostPacksFields, {}, false};

inline constexpr std::array kCostFields{
    format<"yidan.cost/1">(),
    pool().required(),
    number(1900, 2199, "year", "结算年度", "the year of the bills").required(),
    text("draft", "草案目录", "the folder of the draft").required(),
    day("on", "结余截至日", "the day of the balances").required(),
    number(0, 999'999'999, "persons", "当年有结算的人数", "persons with a bill of the year").required(),
    number(0, 999'999'999, "bills", "结算单数", "bills").required(),
    number(0, 999'999'999, "not_settled", "任一规则下不予受理的事项数", "entries that one of the two refuses")
        .required(),
    object(kCostPacks, "in_force", "账册当年启用的政策包；没有启用时按手头的政策包，不写",
           "the packs that were in force by the books; absent: none were, the packs at hand count")
        .many(),
    object(kCostAmounts, "paid", "各基金合计", "all funds together").required(),
    object(kCostFund, "funds", "有支付的基金", "the funds that pay something").many().required(),
    object(kCostMonth, "months", "逐月", "month by month").many().required(),
    object(kCostGroup, "groups", "分人群", "by group").many().required(),
    object(kCostSide, "gain", "受益者", "those who gain").required(),
    object(kCostSide, "lose", "受损者", "those who lose").required(),
    object(kCostCapacity, "capacity", "基金支付能力", "how long the funds last").many().required(),
};
inline constexpr Object kCost{"yidan.cost/1", {"草案的基金影响", "what a draft would cost"}, kCostFields, {}, false};

}  // namespace yidan::contract
