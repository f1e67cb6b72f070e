// 2001, 5204: what somebody has a right to, and the lines of a settlement.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 2001, `data`.
inline constexpr std::array kEntitlementAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must(),
    c("fixmedins_code", "定点医药机构编号", "institution", 12).must(),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").must(),
    dt("begntime", "开始时间", "start time").must(),
    dt("endtime", "结束时间", "end time"),
    c("dise_codg", "病种编码", "disease code of a special list", 30),
};

// 2001, the list `trtinfo` of the answer.
inline constexpr std::array kEntitlementGiven{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("trt_chk_type", "待遇检查类型", "kind of check: 1 of a fund, 99 other", 3).must(),
    c("fund_pay_type", "基金支付类型", "fund code", 6).of("fund_pay_type"),
    c("trt_enjymnt_flag", "基金款项待遇享受标志", "has the right", 3).of("flag").must(),
    d("begndate", "开始日期", "since when"),
    d("enddate", "结束日期", "until when"),
    c("trt_chk_rslt", "待遇检查结果", "why, in words", 500),
};

// 5204, the list `data` of the answer.
inline constexpr std::array kSettledLineFields{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("setl_id", "结算ID", "settlement id issued by the platform", 30).must(),
    c("feedetl_sn", "费用明细流水号", "fee line number", 30).must(),
    d("fee_ocur_time", "费用发生时间", "day of the fee").must(),
    c("med_list_codg", "医疗目录编码", "national catalogue code", 50).must(),
    c("hilist_name", "目录名称", "name of the item", 200),
    n("det_item_fee_sumamt", "明细项目费用总额", "line amount", 16, 2).must(),
    n("cnt", "数量", "quantity", 16, 4).must(),
    n("pric", "单价", "unit price", 16, 6).must(),
    n("selfpay_prop", "自付比例", "share borne first", 5, 4).must(),
    n("fulamt_ownpay_amt", "全自费金额", "outside the catalogue", 16, 2).must(),
    n("overlmt_amt", "超限价金额", "above the ceiling", 16, 2).must(),
    n("preselfpay_amt", "先行自付金额", "borne first", 16, 2).must(),
    n("inscp_scp_amt", "符合政策范围金额", "within policy scope", 16, 2).must(),
    c("chrgitm_lv", "收费项目等级", "class", 3).of("chrgitm_lv").must(),
};

}  // namespace yidan::national
