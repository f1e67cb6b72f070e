// 5201, 5202, 5205, 5206: visits, diagnoses, chronic care, what has been used up. What is asked one program says; the
// fields of the answers are those of the transactions in which they were told, or recalled.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 5201, `data`.
inline constexpr std::array kVisitsAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    dt("begntime", "开始时间", "from").must(),
    dt("endtime", "结束时间", "to, included").must(),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type"),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30),
};

// 5201, the list `mdtrtinfo` of the answer.
inline constexpr std::array kVisitGiven{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must().marked(Mark::inferred),
    c("psn_no", "人员编号", "person number at the insurer", 30).must().marked(Mark::inferred),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must().marked(Mark::inferred),
    d("begntime", "开始时间", "start").must().marked(Mark::inferred),
    d("endtime", "结束时间", "end").marked(Mark::inferred),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").marked(Mark::inferred),
    c("ipt_otp_no", "住院/门诊号", "hospital's own inpatient/outpatient number", 30).marked(Mark::inferred),
    c("dise_codg", "病种编码", "disease code of a special list", 30).marked(Mark::inferred),
    c("fixmedins_code", "定点医药机构编号", "institution", 12).must().marked(Mark::inferred),
    c("vali_flag", "有效标志：0 为已撤销", "valid flag: 0 is taken back", 3).of("flag").must().marked(Mark::inferred),
};

// 5202, `data`.
inline constexpr std::array kDiagnosesAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
};

// 5205, `data`.
inline constexpr std::array kChronicCareAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    dt("begntime", "开始时间", "from").must(),
    dt("endtime", "结束时间", "to, included").must(),
};

// 5206, `data`.
inline constexpr std::array kUsedAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("cum_ym", "累计年月", "year and month, 202303", 6).must(),
};

// 5206, the list `cuminfo` of the answer.
inline constexpr std::array kUsedGiven{
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
    c("year", "年度", "year", 4).must(),
    c("cum_ym", "累计年月", "year and month", 6).must(),
    c("cum_type_code", "累计类别代码", "letter, fund, _BIZ, med_type", 30).must(),
    n("cum", "累计值", "the year so far, this month included", 16, 2).must(),
};

}  // namespace yidan::national
