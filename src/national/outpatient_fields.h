// 2201 to 2208: a visit without a bed.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 2201, `data`.
inline constexpr std::array kRegistrationAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
    dt("begntime", "开始时间", "start time").must(),
    c("mdtrt_cert_type", "就诊凭证类型", "visit credential type", 3).of("mdtrt_cert_type").must(),
    c("mdtrt_cert_no", "就诊凭证编号", "visit credential number or token", 50).must(),
    c("ipt_otp_no", "住院/门诊号", "hospital's own inpatient/outpatient number", 30).must(),
    c("atddr_no", "医师编码", "attending doctor code", 30).must(),
    c("dr_name", "医师姓名", "doctor name", 50).must(),
    c("dept_code", "科室编码", "department code", 30).must(),
    c("dept_name", "科室名称", "department name", 100).must(),
    c("caty", "科别", "specialty class", 6).must(),
};

// 2201, the `data` of the answer.
inline constexpr std::array kRegistrationGiven{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("ipt_otp_no", "住院/门诊号", "hospital's own inpatient/outpatient number", 30).must(),
};

// 2203, `mdtrtinfo`.
inline constexpr std::array kVisitTold{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").must(),
    dt("begntime", "开始时间", "start time").must(),
    c("main_cond_dscr", "主要病情描述", "main condition", 1000),
    c("dise_codg", "病种编码", "disease code of a special list", 30),
    c("dise_name", "病种名称", "disease name", 500),
    c("birctrl_type", "计划生育手术类别", "family-planning operation type", 6),
    d("birctrl_matn_date", "计划生育手术或生育日期", "date of that operation or birth"),
    c("matn_type", "生育类别", "maternity category", 6).of("matn_type"),
    n("geso_val", "孕周数", "weeks of gestation", 2),
};

// 2203, 2401 to 2403, the list `diseinfo`.
inline constexpr std::array kDiagnosisFields{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("diag_type", "诊断类别", "diagnosis system", 3).of("diag_type").must(),
    c("maindiag_flag", "主诊断标志", "main diagnosis flag", 3).of("flag").must(),
    n("diag_srt_no", "诊断排序号", "order of diagnosis", 2).must(),
    c("diag_code", "诊断代码", "diagnosis code", 20).must(),
    c("diag_name", "诊断名称", "diagnosis name", 100).must(),
    c("adm_cond", "入院病情", "condition at admission", 500),
    c("diag_dept", "诊断科室", "diagnosing department", 50).must(),
    c("dise_dor_no", "诊断医生编码", "diagnosing doctor code", 30).must(),
    c("dise_dor_name", "诊断医生姓名", "diagnosing doctor name", 50).must(),
    dt("diag_time", "诊断时间", "time of diagnosis").must(),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform"),
    c("vali_flag", "有效标志", "valid flag", 3).of("flag").must(),
};

// 2204, the list `feedetail`.
inline constexpr std::array kOutpatientLineFields{
    c("feedetl_sn", "费用明细流水号", "fee line number, unique in the visit", 30).must(),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("chrg_bchno", "收费批次号", "charge batch number", 30).must(),
    c("dise_codg", "病种编码", "disease code of a special list", 30),
    c("rxno", "处方号", "prescription number", 30),
    c("rx_circ_flag", "外购处方标志", "external prescription flag", 3).of("flag").must(),
    dt("fee_ocur_time", "费用发生时间", "time the fee arose").must(),
    c("med_list_codg", "医疗目录编码；不写则按 3301 的对照", "national catalogue code; absent: by what 3301 told", 50),
    c("medins_list_codg", "医药机构目录编码", "hospital's catalogue code", 150).must(),
    n("det_item_fee_sumamt", "明细项目费用总额", "line amount", 16, 2).must(),
    n("cnt", "数量", "quantity", 16, 4).must(),
    n("pric", "单价", "unit price", 16, 6).must(),
    c("sin_dos_dscr", "单次剂量描述", "single dose", 200),
    c("used_frqu_dscr", "使用频次描述", "frequency", 200),
    n("prd_days", "周期天数", "days", 4, 2),
    c("medc_way_dscr", "用药途径描述", "route", 200),
    c("bilg_dept_codg", "开单科室编码", "ordering department code", 30).must(),
    c("bilg_dept_name", "开单科室名称", "ordering department", 100).must(),
    c("bilg_dr_codg", "开单医生编码", "ordering doctor code", 30).must(),
    c("bilg_dr_name", "开单医师姓名", "ordering doctor", 50).must(),
    c("acord_dept_codg", "受单科室编码", "performing department code", 30),
    c("acord_dept_name", "受单科室名称", "performing department", 100),
    c("orders_dr_code", "受单医生编码", "performing doctor code", 30),
    c("orders_dr_name", "受单医生姓名", "performing doctor", 50),
    c("hosp_appr_flag", "医院审批标志", "hospital approval flag (restricted use)", 3).must(),
    c("tcmdrug_used_way", "中药使用方式", "use of Chinese herbs (single or compound)", 6),
    c("etip_flag", "外检标志", "sent-out test flag", 3).of("flag"),
    c("etip_hosp_code", "外检医院编码", "hospital of the sent-out test", 30),
    c("dscg_tkdrug_flag", "出院带药标志", "take-home drug flag", 3).of("flag"),
    c("matn_fee_flag", "生育费用标志", "maternity fee flag", 6),
    c("exp_content", "扩展参数", "local extension, JSON text", 4000).must(),
};

// 2204, 2301, the list `result` of the answer: how a line is divided.
inline constexpr std::array kDividedLineFields{
    c("feedetl_sn", "费用明细流水号", "fee line number, unique in the visit", 30).must(),
    n("det_item_fee_sumamt", "明细项目费用总额", "line amount", 16, 2).must(),
    n("cnt", "数量", "quantity", 16, 4).must(),
    n("pric", "单价", "unit price", 16, 6).must(),
    n("pric_uplmt_amt", "定价上限金额", "ceiling price", 16, 6).must(),
    n("selfpay_prop", "自付比例", "preliminary self-pay ratio", 5, 4),
    n("fulamt_ownpay_amt", "全自费金额", "wholly own-paid (outside the catalogue)", 16, 2),
    n("overlmt_amt", "超限价金额", "above the ceiling price", 16, 2),
    n("preselfpay_amt", "先行自付金额", "preliminary self-pay", 16, 2),
    n("inscp_scp_amt", "符合政策范围金额", "amount within policy scope", 16, 2),
    c("chrgitm_lv", "收费项目等级", "catalogue class", 3).of("chrgitm_lv").must(),
    c("med_chrgitm_type", "医疗收费项目类别", "fee heading", 6).of("med_chrgitm_type").must(),
    c("bas_medn_flag", "基本药物标志", "essential drug flag", 3).of("flag"),
    c("hi_nego_drug_flag", "医保谈判药品标志", "negotiated drug flag", 3).of("flag"),
    c("chld_medc_flag", "儿童用药标志", "paediatric drug flag", 3).of("flag"),
    c("list_sp_item_flag", "目录特项标志", "special item flag", 3).of("flag"),
    c("lmt_used_flag", "限制使用标志", "restricted use flag", 3).of("flag").must(),
    c("drt_reim_flag", "直报标志", "direct reimbursement flag", 3).of("flag"),
    c("memo", "备注", "remark", 500),
};

// 2205, `data`; the batch "0000" is all that is not settled.
inline constexpr std::array kLinesTakenBack{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("chrg_bchno", "收费批次号", "charge batch number", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
};

// 2206, `data`.
inline constexpr std::array kTrialAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("mdtrt_cert_type", "就诊凭证类型", "visit credential type", 3).of("mdtrt_cert_type").must(),
    c("mdtrt_cert_no", "就诊凭证编号", "visit credential number or token", 50).must(),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").must(),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).must(),
    c("psn_setlway", "个人结算方式", "personal settlement way", 6).of("psn_setlway").must(),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("chrg_bchno", "收费批次号", "charge batch number", 30).must(),
    c("acct_used_flag", "个人账户使用标志", "use the personal account", 1).of("flag").must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
};

// 2207, `data`.
inline constexpr std::array kSettlementAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("mdtrt_cert_type", "就诊凭证类型", "visit credential type", 3).of("mdtrt_cert_type").must(),
    c("mdtrt_cert_no", "就诊凭证编号", "visit credential number or token", 50).must(),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").must(),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).must(),
    c("psn_setlway", "个人结算方式", "personal settlement way", 6).of("psn_setlway").must(),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("chrg_bchno", "收费批次号", "charge batch number", 30).must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
    c("acct_used_flag", "个人账户使用标志", "use the personal account", 1).of("flag").must(),
    c("invono", "发票号", "invoice number", 20),
    n("fulamt_ownpay_amt", "全自费金额", "wholly own-paid (outside the catalogue)", 16, 2).must(),
    n("overlmt_selfpay", "超限价金额", "above the ceiling, own-paid", 16, 2).must(),
    n("preselfpay_amt", "先行自付金额", "preliminary self-pay", 16, 2).must(),
    n("inscp_scp_amt", "符合政策范围金额", "amount within policy scope", 16, 2).must(),
};

// 2208, `data`.
inline constexpr std::array kCancelAsked{
    c("setl_id", "结算ID", "settlement id issued by the platform", 30).must(),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
};

}  // namespace yidan::national
