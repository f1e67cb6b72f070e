// 2501 to 2506: a referral, a chronic disease, a chosen institution: filed, and each of it taken back.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 2501, `refmedin`.
inline constexpr std::array kReferralTold{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype"),
    c("tel", "联系电话", "telephone", 50),
    c("addr", "联系地址", "address", 200),
    c("insu_optins", "参保机构医保区划", "insured agency division", 6),
    c("diag_code", "诊断代码", "diagnosis code", 20).must(),
    c("diag_name", "诊断名称", "diagnosis name", 100).must(),
    c("dise_cond_dscr", "疾病病情描述", "condition", 2000),
    c("reflin_medins_no", "转往定点医药机构编号", "hospital referred to, code", 12).must(),
    c("reflin_medins_name", "转往医院名称", "hospital referred to", 200).must(),
    c("mdtrtarea_admdvs", "就医地行政区划", "division of treatment", 6).must(),
    c("hosp_agre_refl_flag", "医院同意转院标志", "hospital agrees", 3).of("flag"),
    c("refl_type", "转院类型", "referral type", 30).must(),
    d("refl_date", "转院日期", "referral date").must(),
    c("refl_rea", "转院原因", "reason", 100).must(),
    c("refl_opnn", "转院意见", "opinion", 200).must(),
    d("begndate", "开始日期", "start date"),
    d("enddate", "结束日期", "end date"),
    c("refl_used_flag", "转诊使用标志", "referral used flag", 3).of("flag"),
};

// 2503, `data`.
inline constexpr std::array kChronicTold{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
    c("opsp_dise_code", "门慢门特病种目录代码", "chronic/special disease list code", 30).must(),
    c("opsp_dise_name", "门慢门特病种名称", "chronic/special disease", 300).must(),
    c("tel", "联系电话", "telephone", 50),
    c("addr", "联系地址", "address", 200),
    c("insu_optins", "参保机构医保区划", "insured agency division", 6).must(),
    c("ide_fixmedins_no", "鉴定定点医药机构编号", "certifying hospital code", 30).must(),
    c("ide_fixmedins_name", "鉴定定点医药机构名称", "certifying hospital", 200).must(),
    d("hosp_ide_date", "医院鉴定日期", "date certified").must(),
    c("diag_dr_codg", "诊断医师编码", "diagnosing doctor code", 30).must(),
    c("diag_dr_name", "诊断医师姓名", "diagnosing doctor", 50).must(),
    d("begndate", "开始日期", "start date").must(),
    d("enddate", "结束日期", "end date"),
};

// 2505, `data`.
inline constexpr std::array kChosenTold{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("tel", "联系电话", "telephone", 50),
    c("addr", "联系地址", "address", 200),
    c("biz_appy_type", "业务申请类型", "business applied for", 3).must(),
    d("begndate", "开始日期", "start date").must(),
    d("enddate", "结束日期", "end date"),
    c("agnter_name", "代办人姓名", "agent", 50),
    c("agnter_cert_type", "代办人证件类型", "agent's document type", 6).of("psn_cert_type"),
    c("agnter_certno", "代办人证件号码", "agent's document number", 50),
    c("agnter_tel", "代办人联系方式", "agent's telephone", 30),
    c("agnter_addr", "代办人联系地址", "agent's address", 200),
    c("agnter_rlts", "代办人关系", "relation of the agent", 3),
    c("fix_srt_no", "定点排序号", "order among the chosen institutions", 3).must(),
    c("fixmedins_code", "定点医药机构编号", "institution code", 12).must(),
    c("fixmedins_name", "定点医药机构名称", "institution name", 200).must(),
    c("memo", "备注", "remark", 500),
};

// 2502, 2504, 2506, `data`.
inline constexpr std::array kFilingTakenBack{
    c("trt_dcla_detl_sn", "待遇申报明细流水号", "number of the filing", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("memo", "备注：撤销原因", "why", 500),
};

// 2501, 2503, 2505, `result`.
inline constexpr std::array kFilingGiven{
    c("trt_dcla_detl_sn", "待遇申报明细流水号", "number of the filing", 30).must(),
};

}  // namespace yidan::national
