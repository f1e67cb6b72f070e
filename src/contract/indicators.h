// The registry of indicators, `yidan.indicators/1`.
#pragma once

#include "contract/standing.h"
#include "terms/indicators.h"

namespace yidan::contract {

inline constexpr std::array kIndicatorFigureFields{
    number(1900, 2199, "statistics_year", "统计年度", "the year of which it is a figure").required(),
    money("value", "数值", "the figure").required(),
    text("unit", "单位", "its unit").required(),
    flag("in_force", "当日执行", "it applies on the day").required(),
    day("from", "执行起始日；未曾执行的不写", "the first day on which it applies; absent: it never did"),
    end_day(),
    word<AppliesFrom>("starts", "执行起点由公布日推算的方法；给定的不写",
                      "how its first day follows from the publication; absent: it was given"),
    day("published", "公布日；未登记的不写", "when it was published; absent: not recorded"),
    text("publisher", "公布机构", "who published it"),
    flag("revised", "修订数", "it revises a first figure").required(),
    day("notice", "经办机构公告日", "when the agency announced what follows from it"),
    flag("stand_in", "只是代用值", "it only stands in for a figure that is not at hand").required(),
    basis().required(),
    text("source", "来源", "where it comes from"),
    text("pack", "政策包", "the pack").required(),
    text("at", "文件:行:列", "file:line:column").required(),
};
inline constexpr Object kIndicatorFigure{
    "indicator-figure", {"指标的一个数值", "a figure of an indicator"}, kIndicatorFigureFields, {}, false};
inline constexpr std::array kIndicatorFields{
    text("indicator", "指标", "the indicator").required(),
    text("title", "名称", "its title").required(),
    object(kIndicatorFigure, "figures", "数值，按执行先后", "its figures, in the order in which they apply")
        .many()
        .required(),
    number(1900, 2199, "missing", "缺本统筹区数值的年度", "years of which the pool has no figure of its own")
        .many()
        .required(),
};
inline constexpr Object kIndicator{"indicator", {"一项指标", "an indicator"}, kIndicatorFields, {}, false};
inline constexpr std::array kIndicatorsFields{
    format<"yidan.indicators/1">(), pool().required(), day("on", "日期", "the day").required(),
    object(kIndicator, "indicators", "指标", "the indicators").many().required()};
inline constexpr Object kIndicators{
    "yidan.indicators/1", {"统计指标登记", "the registry of indicators"}, kIndicatorsFields, {}, false};

}  // namespace yidan::contract
