// 2101 to 2103: a sale at a pharmacy, whose lines travel with it.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 2101, 2102, `druginfo`.
inline constexpr std::array kSaleTold{
    c("psn_no", "人员编号", "person number at the insurer", 30).must().marked(Mark::agreed),
    c("mdtrt_cert_type", "就诊凭证类型", "visit credential type", 3).of("mdtrt_cert_type").must().marked(Mark::agreed),
    c("mdtrt_cert_no", "就诊凭证编号", "visit credential number or token", 50).must().marked(Mark::agreed),
    dt("begntime", "开始时间", "time of purchase").must().marked(Mark::agreed),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).must().marked(Mark::agreed),
    c("invono", "发票号", "invoice number", 20).marked(Mark::agreed),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype").must().marked(Mark::agreed),
    c("dise_codg", "病种编码", "disease code of a special list", 30).marked(Mark::agreed),
    c("dise_name", "病种名称", "disease name", 500).marked(Mark::agreed),
    c("acct_used_flag", "个人账户使用标志", "use the personal account", 3).of("flag").must().marked(Mark::agreed),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").must().marked(Mark::agreed),
};

// 2101, 2102, the list `drugdetail`; types as in 2204.
inline constexpr std::array kSaleLineFields{
    c("feedetl_sn", "费用明细流水号", "fee line number", 30).must().marked(Mark::inferred),
    c("rxno", "处方号", "prescription number", 30).marked(Mark::inferred),
    dt("fee_ocur_time", "费用发生时间", "time the fee arose").must().marked(Mark::inferred),
    c("med_list_codg", "医疗目录编码；不写则按 3301 的对照", "national catalogue code; absent: by what 3301 told", 50)
        .marked(Mark::inferred),
    c("medins_list_codg", "医药机构目录编码", "the pharmacy's catalogue code", 150).must().marked(Mark::inferred),
    n("det_item_fee_sumamt", "明细项目费用总额", "line amount", 16, 2).must().marked(Mark::inferred),
    n("cnt", "数量", "quantity", 16, 4).must().marked(Mark::inferred),
    n("pric", "单价", "unit price", 16, 6).must().marked(Mark::inferred),
};

}  // namespace yidan::national
