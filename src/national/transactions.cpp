#include "national/transactions.h"

#include <algorithm>
#include <array>

#include "national/outpatient_fields.h"
#include "national/person_fields.h"
#include "national/reconciliation_fields.h"

namespace yidan::national {
namespace {

constexpr std::array kVisitClosedFields{
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("ipt_otp_no", "住院/门诊号", "hospital's own inpatient/outpatient number", 30),
};
constexpr std::array kSignOutFields{
    c("sign_no", "签到编号", "sign-in number", 30).must(),
    c("opter_no", "操作员编号", "operator number", 20).must(),
};

constexpr std::array kSignIn{Node{"signIn", kSignInTold}};
constexpr std::array kSignOut{Node{"signOut", kSignOutFields}};
constexpr std::array kPersonIn{Node{"data", kPersonAsked}};
constexpr std::array kRegistration{Node{"data", kRegistrationAsked}};
constexpr std::array kClosing{Node{"data", kVisitClosedFields}};
constexpr std::array kTelling{Node{"mdtrtinfo", kVisitTold}, Node{"diseinfo", {}, true, false}};
constexpr std::array kLines{Node{"feedetail", kOutpatientLineFields, true}};
constexpr std::array kLinesBack{Node{"data", kLinesTakenBack}};
constexpr std::array kTrial{Node{"data", kTrialAsked}};
constexpr std::array kSettling{Node{"data", kSettlementAsked}};
constexpr std::array kCancelling{Node{"data", kCancelAsked}};
constexpr std::array kReversing{Node{"data", kReversalAsked}};
constexpr std::array kTotals{Node{"data", kTotalsTold}};

constexpr std::array kTransactions{
    Transaction{"9001", "签到", "sign-in", kSignIn, sign_in},
    Transaction{"9002", "签退", "sign-out", kSignOut, sign_out},
    Transaction{"1101", "人员信息获取", "person lookup", kPersonIn, find_person},
    Transaction{"2201", "门诊挂号", "registration", kRegistration, register_visit},
    Transaction{"2202", "门诊挂号撤销", "registration taken back", kClosing, close_visit},
    Transaction{"2203", "门诊就诊信息上传", "visit and diagnoses", kTelling, tell_visit},
    Transaction{"2204", "门诊费用明细信息上传", "fee lines", kLines, add_lines},
    Transaction{"2205", "门诊费用明细信息撤销", "fee lines taken back", kLinesBack, take_lines_back},
    Transaction{"2206", "门诊预结算", "trial settlement", kTrial, try_settlement},
    Transaction{"2207", "门诊结算", "settlement", kSettling, settle_visit},
    Transaction{"2208", "门诊结算撤销", "settlement taken back", kCancelling, cancel_settlement},
    Transaction{"2601", "冲正交易", "reversal of a message", kReversing, reverse_message},
    Transaction{"3201", "医药机构费用结算对总账", "reconciliation of totals", kTotals, compare_totals},
    Transaction{"5203", "结算信息查询", "settlement query", kCancelling, show_settlement},
};

}  // namespace

std::span<const Transaction> transactions() { return kTransactions; }

const Transaction* find_transaction(std::string_view number) {
  const auto* found = std::ranges::find(kTransactions, number, &Transaction::number);
  return found == kTransactions.end() ? nullptr : found;
}

}  // namespace yidan::national
