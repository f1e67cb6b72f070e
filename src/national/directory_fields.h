// 1201, 1901, 3301: institutions, dictionaries, an institution's own codes.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 1201, `medinsinfo`.
inline constexpr std::array kInstitutionAsked{
    c("fixmedins_type", "定点医疗服务机构类型", "kind: 1 medical, 2 pharmacy", 6).marked(Mark::recalled),
    c("fixmedins_name", "定点医药机构名称", "institution name", 200).marked(Mark::recalled),
    c("fixmedins_code", "定点医药机构编号", "institution code", 12).marked(Mark::recalled),
};

// 1201, the list `medinsinfo` of the answer.
inline constexpr std::array kInstitutionGiven{
    c("fixmedins_code", "定点医药机构编号", "institution code", 30).must().marked(Mark::recalled),
    c("fixmedins_name", "定点医药机构名称", "institution name", 200).must().marked(Mark::recalled),
    c("fixmedins_type", "定点医疗服务机构类型", "kind: 1 medical, 2 pharmacy", 6).must().marked(Mark::recalled),
    c("medinslv", "医疗机构等级：0 至 3，未知不写", "level, 0 to 3; absent where it is not known", 6)
        .marked(Mark::recalled),
    c("admdvs", "所在区划", "its division", 6).must().marked(Mark::recalled),
};

// 1901, `data`.
inline constexpr std::array kDictionaryAsked{
    c("type", "字典类型", "dictionary", 30).must().marked(Mark::recalled),
    c("parentValue", "父字典键值", "code above", 30).marked(Mark::recalled),
    c("admdvs", "行政区划", "division", 6).marked(Mark::recalled),
    d("date", "查询日期", "the day").marked(Mark::recalled),
    c("vali_flag", "有效标志", "valid flag", 3).of("flag").marked(Mark::recalled),
};

// 1901, the list `list` of the answer.
inline constexpr std::array kDictionaryGiven{
    c("type", "字典类型", "dictionary", 30).must().marked(Mark::recalled),
    c("label", "字典标签", "its name", 200).must().marked(Mark::recalled),
    c("value", "字典键值", "the code", 30).must().marked(Mark::recalled),
    c("parentValue", "父字典键值", "code above", 30).marked(Mark::recalled),
    n("sort", "序号", "its place", 8).must().marked(Mark::recalled),
    c("vali_flag", "有效标志", "valid flag", 3).of("flag").must().marked(Mark::recalled),
};

// 3301, `data`.
inline constexpr std::array kMappingTold{
    c("fixmedins_hilist_id", "定点医药机构目录编号", "institution's own code", 150).must(),
    c("fixmedins_hilist_name", "定点医药机构目录名称", "institution's own name", 200).must(),
    c("list_type", "目录类别", "kind of catalogue", 3).must(),
    c("med_list_codg", "医疗目录编码", "national catalogue code", 50).must(),
    d("begndate", "开始日期", "since when").must(),
    d("enddate", "结束日期", "until when, included"),
    c("aprvno", "批准文号", "approval number", 100),
    c("dosform", "剂型", "dosage form", 200),
    c("exct_cont", "除外内容", "what it excludes", 2000),
    c("item_cont", "项目内涵", "what it includes", 2000),
    c("prcunt", "计价单位", "unit of the price", 100),
    c("spec", "规格", "specification", 200),
    c("pacspec", "包装规格", "packing", 100),
    c("memo", "备注", "remark", 500),
};

}  // namespace yidan::national
