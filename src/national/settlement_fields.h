// What a settlement comes to: `setlinfo`, and a row of `setldetail` for each fund.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// `setlinfo` of 2206, 2207, 2303, 2304.
inline constexpr std::array kSettlementGiven{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("setl_id", "结算ID", "settlement id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("psn_name", "人员姓名", "name", 50).must(),
    c("psn_cert_type", "人员证件类型", "identity document type", 6).of("psn_cert_type").must(),
    c("certno", "证件号码", "identity document number", 50).must(),
    c("gend", "性别", "sex", 6).of("gend"),
    c("naty", "民族", "ethnic group", 3),
    d("brdy", "出生日期", "date of birth"),
    n("age", "年龄", "age in years, one decimal", 4, 1),
    c("insutype", "险种类型", "insurance kind", 6).of("insutype"),
    c("psn_type", "人员类别", "person category", 6).of("psn_type").must(),
    c("cvlserv_flag", "公务员标志", "civil-servant flag", 3).of("flag").must(),
    dt("setl_time", "结算时间", "settlement time").must(),
    c("mdtrt_cert_type", "就诊凭证类型", "visit credential type", 3).of("mdtrt_cert_type"),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").must(),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).must(),
    n("fulamt_ownpay_amt", "全自费金额", "wholly own-paid (outside the catalogue)", 16, 2).must(),
    n("overlmt_selfpay", "超限价自费费用", "above the ceiling, own-paid", 16, 2).must(),
    n("preselfpay_amt", "先行自付金额", "preliminary self-pay", 16, 2).must(),
    n("inscp_scp_amt", "符合政策范围金额", "amount within policy scope", 16, 2).must(),
    n("act_pay_dedc", "实际支付起付线", "deductible actually borne", 16, 2),
    n("hifp_pay", "基本医疗保险统筹基金支出", "basic insurance pooled fund", 16, 2).must(),
    n("pool_prop_selfpay", "基本医疗保险统筹基金支付比例", "pooled-fund payment ratio", 5, 4).must(),
    n("cvlserv_pay", "公务员医疗补助资金支出", "civil-servant supplement", 16, 2).must(),
    n("hifes_pay", "企业补充医疗保险基金支出", "enterprise supplementary insurance", 16, 2).must(),
    n("hifmi_pay", "居民大病保险资金支出", "residents' catastrophic insurance", 16, 2).must(),
    n("hifob_pay", "职工大额医疗费用补助基金支出", "employees' large-amount subsidy", 16, 2).must(),
    n("maf_pay", "医疗救助基金支出", "medical assistance", 16, 2).must(),
    n("oth_pay", "其他支出", "other funds", 16, 2).must(),
    n("fund_pay_sumamt", "基金支付总额", "all funds together", 16, 2).must(),
    n("psn_part_amt", "个人负担总金额", "borne by the person", 16, 2).must(),
    n("acct_pay", "个人账户支出", "from the personal account", 16, 2).must(),
    n("psn_cash_pay", "个人现金支出", "cash", 16, 2).must(),
    n("hosp_part_amt", "医院负担金额", "borne by the hospital", 16, 2).must(),
    n("balc", "余额", "personal account balance", 16, 2).must(),
    n("acct_mulaid_pay", "个人账户共济支付金额", "from a family member's account", 16, 2).must(),
    c("medins_setl_id", "医药机构结算ID", "institution's settlement id (the request msgid)", 30).must(),
    c("clr_optins", "清算经办机构", "clearing agency", 6),
    c("clr_way", "清算方式", "clearing way", 6),
    c("clr_type", "清算类别", "clearing class", 6).must(),
};

// The list `setldetail`.
inline constexpr std::array kFundGiven{
    c("fund_pay_type", "基金支付类型", "fund code", 6).of("fund_pay_type").must(),
    n("inscp_scp_amt", "符合政策范围金额", "amount within policy scope", 16, 2).must(),
    n("crt_payb_lmt_amt", "本次可支付限额金额", "limit payable this time", 16, 2).must(),
    n("fund_payamt", "基金支付金额", "paid by this fund", 16, 2).must(),
    c("fund_pay_type_name", "基金支付类型名称", "fund name", 200),
    c("setl_proc_info", "结算过程信息", "how it was computed, free text", 4000),
};

// `setlinfo` of 2208, 2305.
inline constexpr std::array kCancelGiven{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("setl_id", "结算ID", "settlement id issued by the platform", 30).must(),
    c("clr_optins", "清算经办机构", "clearing agency", 6),
    dt("setl_time", "结算时间", "settlement time").must(),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).must(),
    n("fulamt_ownpay_amt", "全自费金额", "wholly own-paid (outside the catalogue)", 16, 2).must(),
    n("overlmt_selfpay", "超限价自费费用", "above the ceiling, own-paid", 16, 2).must(),
    n("preselfpay_amt", "先行自付金额", "preliminary self-pay", 16, 2).must(),
    n("inscp_scp_amt", "符合政策范围金额", "amount within policy scope", 16, 2).must(),
    n("act_pay_dedc", "实际支付起付线", "deductible actually borne", 16, 2),
    n("hifp_pay", "基本医疗保险统筹基金支出", "basic insurance pooled fund", 16, 2).must(),
    n("pool_prop_selfpay", "基本医疗保险统筹基金支付比例", "pooled-fund payment ratio", 5, 4).must(),
    n("cvlserv_pay", "公务员医疗补助资金支出", "civil-servant supplement", 16, 2).must(),
    n("hifes_pay", "企业补充医疗保险基金支出", "enterprise supplementary insurance", 16, 2).must(),
    n("hifmi_pay", "居民大病保险资金支出", "residents' catastrophic insurance", 16, 2).must(),
    n("hifob_pay", "职工大额医疗费用补助基金支出", "employees' large-amount subsidy", 16, 2).must(),
    n("maf_pay", "医疗救助基金支出", "medical assistance", 16, 2).must(),
    n("oth_pay", "其他支出", "other funds", 16, 2).must(),
    n("fund_pay_sumamt", "基金支付总额", "all funds together", 16, 2).must(),
    n("psn_part_amt", "个人负担总金额", "borne by the person", 16, 2).must(),
    n("acct_pay", "个人账户支出", "from the personal account", 16, 2).must(),
    n("balc", "余额", "personal account balance", 16, 2).must(),
    n("acct_mulaid_pay", "个人账户共济支付金额", "from a family member's account", 16, 2).must(),
    n("hosp_part_amt", "医院负担金额", "borne by the hospital", 16, 2).must(),
    c("medins_setl_id", "医药机构结算ID", "institution's settlement id (the request msgid)", 30).must(),
    n("pdn_cash_pay", "个人现金支出", "cash", 16, 2).must(),
};

}  // namespace yidan::national
