// 2301 to 2305, 2401 to 2405: a stay.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 2301, the list `feedetail`.
inline constexpr std::array kInpatientLineFields{
    c("feedetl_sn", "费用明细流水号", "fee line number, unique in the visit", 30).must(),
    c("init_feedetl_sn", "原费用流水号", "line being reversed (return lines)", 30),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("drord_no", "医嘱号", "order number", 30),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").must(),
    dt("fee_ocur_time", "费用发生时间", "time the fee arose").must(),
    c("med_list_codg", "医疗目录编码；不写则按 3301 的对照", "national catalogue code; absent: by what 3301 told", 50),
    c("medins_list_codg", "医药机构目录编码", "hospital's catalogue code", 150).must(),
    n("det_item_fee_sumamt", "明细项目费用总额", "line amount", 16, 2).must(),
    n("cnt", "数量", "quantity", 16, 4).must(),
    n("pric", "单价", "unit price", 16, 6).must(),
    c("bilg_dept_codg", "开单科室编码", "ordering department code", 30).must(),
    c("bilg_dept_name", "开单科室名称", "ordering department", 100).must(),
    c("bilg_dr_codg", "开单医生编码", "ordering doctor code", 30).must(),
    c("bilg_dr_name", "开单医师姓名", "ordering doctor", 50).must(),
    c("acord_dept_codg", "受单科室编码", "performing department code", 30),
    c("acord_dept_name", "受单科室名称", "performing department", 100),
    c("orders_dr_code", "受单医生编码", "performing doctor code", 30),
    c("orders_dr_name", "受单医生姓名", "performing doctor", 50),
    c("hosp_appr_flag", "医院审批标志", "hospital approval flag (restricted use)", 3),
    c("tcmdrug_used_way", "中药使用方式", "use of Chinese herbs (single or compound)", 6),
    c("etip_flag", "外检标志", "sent-out test flag", 3).of("flag"),
    c("etip_hosp_code", "外检医院编码", "hospital of the sent-out test", 30),
    c("dscg_tkdrug_flag", "出院带药标志", "take-home drug flag", 3).of("flag"),
    c("matn_fee_flag", "生育费用标志", "maternity fee flag", 6),
    c("memo", "备注", "remark", 500),
    c("exp_content", "扩展参数", "local extension, JSON text").marked(Mark::inferred),
};

// 2302, the list `data`; the line "0000" is all.
inline constexpr std::array kInpatientLinesTakenBack{
    c("feedetl_sn", "费用明细流水号", "fee line number, unique in the visit", 30).must(),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("exp_content", "扩展字段", "local extension, JSON text", 4000),
};

// 2303, 2304, `data`.
inline constexpr std::array kStaySettlementAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("mdtrt_cert_type", "就诊凭证类型", "visit credential type", 3).of("mdtrt_cert_type").must(),
    c("mdtrt_cert_no", "就诊凭证编号", "visit credential number or token", 50).must(),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).must(),
    c("psn_setlway", "个人结算方式", "personal settlement way", 6).of("psn_setlway").must(),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
    c("acct_used_flag", "个人账户使用标志", "use the personal account", 1).of("flag").must(),
    c("invono", "发票号", "invoice number", 20),
    c("mid_setl_flag", "中途结算标志", "interim settlement flag", 3).of("flag").must(),
    n("fulamt_ownpay_amt", "全自费金额", "wholly own-paid (outside the catalogue)", 16, 2),
    n("overlmt_selfpay", "超限价金额", "above the ceiling, own-paid", 16, 2),
    n("preselfpay_amt", "先行自付金额", "preliminary self-pay", 16, 2),
    n("inscp_scp_amt", "符合政策范围金额", "amount within policy scope", 16, 2),
    c("dscgTime", "出院时间", "discharge time").marked(Mark::inferred),
    c("exp_content", "扩展字段", "local extension, JSON text", 4000),
};

// 2305, `data`.
inline constexpr std::array kStayCancelAsked{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("setl_id", "结算ID", "settlement id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("exp_content", "扩展字段", "local extension, JSON text", 4000),
};

// 2401, `mdtrtinfo`; 2403, `adminfo`.
inline constexpr std::array kAdmissionTold{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
    c("coner_name", "联系人姓名", "contact", 50),
    c("tel", "联系电话", "telephone", 50),
    dt("begntime", "开始时间", "start time").must(),
    c("mdtrt_cert_type", "就诊凭证类型", "visit credential type", 3).of("mdtrt_cert_type").must(),
    c("mdtrt_cert_no", "就诊凭证编号", "visit credential number or token", 50).must(),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").must(),
    c("ipt_no", "住院号", "inpatient number of the hospital", 30).must(),
    c("medrcdno", "病历号", "medical record number", 30),
    c("atddr_no", "主治医生编码", "attending doctor code", 30).must(),
    c("chfpdr_name", "主诊医师姓名", "chief doctor", 50).must(),
    c("adm_diag_dscr", "入院诊断描述", "admission diagnosis text", 200).must(),
    c("adm_dept_codg", "入院科室编码", "admission department code", 30).must(),
    c("adm_dept_name", "入院科室名称", "admission department", 100).must(),
    c("adm_bed", "入院床位", "bed", 30).must(),
    c("dscg_maindiag_code", "住院主诊断代码", "main diagnosis code", 20).must(),
    c("dscg_maindiag_name", "住院主诊断名称", "main diagnosis", 300).must(),
    c("main_cond_dscr", "主要病情描述", "main condition", 1000),
    c("dise_codg", "病种编码", "disease code of a special list", 30),
    c("dise_name", "病种名称", "disease name", 500),
    c("oprn_oprt_code", "手术操作代码", "operation code", 30),
    c("oprn_oprt_name", "手术操作名称", "operation", 500),
    c("fpsc_no", "计划生育服务证号", "birth-permit number", 50),
    c("matn_type", "生育类别", "maternity category", 6).of("matn_type"),
    c("birctrl_type", "计划生育手术类别", "family-planning operation type", 6),
    c("latechb_flag", "晚育标志", "late childbirth flag", 3).of("flag"),
    n("geso_val", "孕周数", "weeks of gestation", 2),
    n("fetts", "胎次", "which pregnancy", 3),
    n("fetus_cnt", "胎儿数", "number of foetuses", 3),
    c("pret_flag", "早产标志", "premature birth flag", 3).of("flag"),
    d("birctrl_matn_date", "计划生育手术或生育日期", "date of that operation or birth"),
    c("dise_type_code", "病种类型", "disease list type", 6),
    c("exp_content", "扩展字段", "local extension, JSON text", 4000),
};

// 2402, `dscginfo`.
inline constexpr std::array kDischargeTold{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
    dt("endtime", "结束时间", "end time").must(),
    c("dise_codg", "病种编码", "disease code of a special list", 30),
    c("dise_name", "病种名称", "disease name", 500),
    c("oprn_oprt_code", "手术操作代码", "operation code", 30),
    c("oprn_oprt_name", "手术操作名称", "operation", 500),
    c("fpsc_no", "计划生育服务证号", "birth-permit number", 50),
    c("matn_type", "生育类别", "maternity category", 6).of("matn_type"),
    c("birctrl_type", "计划生育手术类别", "family-planning operation type", 6),
    c("latechb_flag", "晚育标志", "late childbirth flag", 3).of("flag"),
    n("geso_val", "孕周数", "weeks of gestation", 2),
    n("fetts", "胎次", "which pregnancy", 3),
    n("fetus_cnt", "胎儿数", "number of foetuses", 3),
    c("pret_flag", "早产标志", "premature birth flag", 3).of("flag"),
    d("birctrl_matn_date", "计划生育手术或生育日期", "date of that operation or birth"),
    c("cop_flag", "伴有并发症标志", "complication flag", 3).of("flag"),
    c("dscg_dept_codg", "出院科室编码", "discharge department code", 30).must(),
    c("dscg_dept_name", "出院科室名称", "discharge department", 100).must(),
    c("dscg_bed", "出院床位", "bed at discharge", 30),
    c("dscg_way", "离院方式", "way of leaving", 3).of("dscg_way").must(),
    d("die_date", "死亡日期", "date of death"),
};

}  // namespace yidan::national
