// 1101: a person, their insurance and their assistance categories.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 1101, `data`.
inline constexpr std::array kPersonAsked{
    c("mdtrt_cert_type", "就诊凭证类型", "visit credential type", 3).of("mdtrt_cert_type").must(),
    c("mdtrt_cert_no", "就诊凭证编号", "visit credential number or token", 50).must(),
    c("card_sn", "卡识别码", "card identification code").marked(Mark::inferred),
    dt("begntime", "开始时间", "start time"),
    c("psn_cert_type", "人员证件类型", "identity document type", 6).of("psn_cert_type"),
    c("certno", "证件号码", "identity document number", 50),
    c("psn_name", "人员姓名", "name", 50),
};

// 1101, `baseinfo`.
inline constexpr std::array kPersonFields{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("psn_cert_type", "人员证件类型", "identity document type", 6).of("psn_cert_type").must(),
    c("certno", "证件号码", "identity document number", 50).must(),
    c("psn_name", "人员姓名", "name", 50).must(),
    c("gend", "性别", "sex", 6).of("gend").must(),
    c("naty", "民族", "ethnic group", 3),
    d("brdy", "出生日期", "date of birth"),
    n("age", "年龄", "age in years, one decimal", 4, 1).must(),
    c("expContent", "字段扩展 4000", "local extension, JSON text").marked(Mark::inferred),
};

// 1101, the list `insuinfo`.
inline constexpr std::array kInsuranceFields{
    n("balc", "余额", "personal account balance", 16, 2).must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
    c("psn_type", "人员类别", "person category", 6).of("psn_type").must(),
    c("psn_insu_stas", "人员参保状态", "enrolment status", 6).of("psn_insu_stas"),
    d("psn_insu_date", "个人参保日期", "enrolment date"),
    d("paus_insu_date", "暂停参保日期", "suspension date"),
    c("cvlserv_flag", "公务员标志", "civil-servant flag", 3).of("flag").must(),
    c("insuplc_admdvs", "参保地医保区划", "insured-place division code", 6).must(),
    c("emp_name", "单位名称", "employer", 200),
};

// 1101, the list `idetinfo`.
inline constexpr std::array kIdentityFields{
    c("psn_idet_type", "人员身份类别", "identity (assistance) category", 3).must(),
    c("psn_type_lv", "人员类别等级", "grade of that category", 3),
    c("memo", "备注", "remark", 500),
    dt("begntime", "开始时间", "start time").must(),
    dt("endtime", "结束时间", "end time"),
};

}  // namespace yidan::national
