// 3202, 9101, 9102: a statement as a file, and what comes back. The two files are text, a settlement a line, columns
// apart by tabs.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// 9101, `fsUploadIn`.
inline constexpr std::array kUploadTold{
    Field{.name = "in",
          .zh = "文件（字节数组，或 base64 文字）",
          .en = "the file: a list of bytes, or base64 text",
          .kind = Kind::list,
          .required = true},
    c("filename", "文件名", "its name", 200).must(),
    c("fixmedins_code", "定点医药机构编号", "institution", 30).must(),
};

// 9101, the output; 3202, `fileinfo`.
inline constexpr std::array kFileGiven{
    c("file_qury_no", "文件查询号", "file handle", 30).must(),
    c("filename", "文件名", "its name", 200).must(),
    dt("dld_endtime", "下载截止时间", "until when it can be downloaded").must(),
};

// 9102, `fsDownloadIn`. The answer is the file itself.
inline constexpr std::array kDownloadAsked{
    c("file_qury_no", "文件查询号", "file handle", 30).must(),
    c("filename", "文件名", "its name", 200).must(),
    c("fixmedins_code", "定点医药机构编号", "institution", 30).must(),
};

// 3202, `data`.
inline constexpr std::array kDetailsTold{
    c("clr_type", "清算类别", "clearing class", 6).marked(Mark::inferred),
    c("setl_optins", "结算经办机构", "settling agency division", 6).must(),
    c("file_qury_no", "文件查询号", "file handle", 30).must(),
    d("stmt_begndate", "对账开始日期", "reconciliation from").must(),
    d("stmt_enddate", "对账结束日期", "reconciliation to").must(),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).must(),
    n("fund_pay_sumamt", "基金支付总额", "all funds together", 16, 2).must(),
    n("cash_payamt", "现金支付金额", "cash paid", 16, 2).must(),
    n("fixmedins_setl_cnt", "定点医药机构结算笔数", "number of settlements", 10).must(),
};

// A line of the file that goes up with 9101 for 3202. Which columns there are two programs say; that they are in this
// order, apart by tabs, zipped, is recalled, and so is that a first line may name them.
inline constexpr std::array kStatementFile{
    c("setl_id", "结算ID", "settlement id", 30).must().marked(Mark::agreed),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must().marked(Mark::agreed),
    c("psn_no", "人员编号", "person number at the insurer", 30).must().marked(Mark::agreed),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).must().marked(Mark::agreed),
    n("fund_pay_sumamt", "基金支付总额", "all funds together", 16, 2).must().marked(Mark::agreed),
    n("acct_pay", "个人账户支付金额", "from the personal account", 16, 2).must().marked(Mark::agreed),
    c("refd_setl_flag", "退费结算标志", "refund settlement flag", 3).of("flag").must().marked(Mark::agreed),
};

// A line of the file that comes back with 9102: the amounts are the insurer's.
inline constexpr std::array kResultFile{
    c("psn_no", "人员编号", "person number at the insurer", 30).marked(Mark::agreed),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).marked(Mark::agreed),
    c("setl_id", "结算ID", "settlement id", 30).must().marked(Mark::agreed),
    c("msgid", "发送方报文ID", "message that settled it", 30).marked(Mark::agreed),
    c("stmt_rslt", "对账结果", "result", 6).of("stmt_rslt").must().marked(Mark::agreed),
    c("refd_setl_flag", "退费结算标志", "refund settlement flag", 3).of("flag").must().marked(Mark::agreed),
    c("memo", "备注：差在哪里、怎样处理", "in what it differs, and what to do", 500).marked(Mark::agreed),
    n("medfee_sumamt", "医疗费总额", "total fee", 16, 2).marked(Mark::agreed),
    n("fund_pay_sumamt", "基金支付总额", "all funds together", 16, 2).marked(Mark::agreed),
    n("acct_pay", "个人账户支付金额", "from the personal account", 16, 2).marked(Mark::agreed),
};

}  // namespace yidan::national
