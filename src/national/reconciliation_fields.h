// 2601, 3201, 9001: reversal, reconciliation, signing in.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 2601, `data`.
inline constexpr std::array kReversalAsked{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("omsgid", "原发送方报文ID", "msgid of the original request", 30).must(),
    c("oinfno", "原交易编号", "infno of the original request", 4).must(),
};

// 3201, `data`.
inline constexpr std::array kTotalsTold{
    c("insutype", "险种", "insurance kind", 6).of("insutype").must(),
    c("clr_type", "清算类别", "clearing class", 6).must(),
    c("setl_optins", "结算经办机构", "settling agency division", 6).must(),
    d("stmt_begndate", "对账开始日期", "reconciliation from").must(),
    d("stmt_enddate", "对账结束日期", "reconciliation to").must(),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).must(),
    n("fund_pay_sumamt", "基金支付总额", "all funds together", 16, 2).must(),
    n("acct_pay", "个人账户支付金额", "from the personal account", 16, 2).must(),
    n("fixmedins_setl_cnt", "定点医药机构结算笔数", "number of settlements", 10).must(),
    c("refd_setl_flag", "refund settlement flag", "refund settlement flag").of("flag").marked(Mark::inferred),
};

// 3201, `stmtinfo`.
inline constexpr std::array kTotalsAnswered{
    c("setl_optins", "结算经办机构", "settling agency division", 6),
    c("stmt_rslt", "对账结果", "result", 6).of("stmt_rslt").must(),
    c("stmt_rslt_dscr", "对账结果说明", "result in words", 200),
};

// 9001, `signIn`.
inline constexpr std::array kSignInTold{
    c("opter_no", "操作员编号", "operator number", 20).must(),
    c("mac", "签到 MAC 地址", "MAC address", 20),
    c("ip", "签到 IP 地址", "IP address", 20).must(),
};

}  // namespace yidan::national
