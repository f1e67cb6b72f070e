#include "national/transactions.h"

#include <algorithm>
#include <array>

#include "national/directory_fields.h"
#include "national/filing_fields.h"
#include "national/history_fields.h"
#include "national/inpatient_fields.h"
#include "national/outpatient_fields.h"
#include "national/person_fields.h"
#include "national/pharmacy_fields.h"
#include "national/query_fields.h"
#include "national/reconciliation_fields.h"
#include "national/settlement_fields.h"
#include "national/statement_fields.h"

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

constexpr std::array kStayNamed{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
};
constexpr std::array kStayChanged{
    c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must(),
    c("psn_no", "人员编号", "person number at the insurer", 30).must(),
    c("med_type", "医疗类别", "kind of care", 6).of("med_type").must(),
    dt("begntime", "开始时间", "start time").must(),
    c("dise_codg", "病种编码", "disease code of a special list", 30),
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
constexpr std::array kStayLines{Node{"feedetail", kInpatientLineFields, true}};
constexpr std::array kStayLinesBack{Node{"data", kInpatientLinesTakenBack, true}};
constexpr std::array kStaySettling{Node{"data", kStaySettlementAsked}};
constexpr std::array kStayCancelling{Node{"data", kStayCancelAsked}};
constexpr std::array kAdmission{Node{"mdtrtinfo", kAdmissionTold}, Node{"diseinfo", {}, true, false}};
constexpr std::array kDischarge{Node{"dscginfo", kDischargeTold}, Node{"diseinfo", {}, true, false}};
constexpr std::array kChangingStay{Node{"adminfo", kStayChanged}, Node{"diseinfo", {}, true, false}};
constexpr std::array kNamingStay{Node{"data", kStayNamed}};
constexpr std::array kSale{Node{"druginfo", kSaleTold}, Node{"drugdetail", kSaleLineFields, true}};
constexpr std::array kEntitlement{Node{"data", kEntitlementAsked}};
constexpr std::array kInstitutionIn{Node{"medinsinfo", kInstitutionAsked}};
constexpr std::array kDictionaryIn{Node{"data", kDictionaryAsked}};
constexpr std::array kReferral{Node{"refmedin", kReferralTold}};
constexpr std::array kChronic{Node{"data", kChronicTold}};
constexpr std::array kChoosing{Node{"data", kChosenTold}};
constexpr std::array kTakingBack{Node{"data", kFilingTakenBack}};
constexpr std::array kMapping{Node{"data", kMappingTold}};
constexpr std::array kVisits{Node{"data", kVisitsAsked}};
constexpr std::array kDiagnoses{Node{"data", kDiagnosesAsked}};
constexpr std::array kChronicCare{Node{"data", kChronicCareAsked}};
constexpr std::array kUsed{Node{"data", kUsedAsked}};
constexpr std::array kTotals{Node{"data", kTotalsTold}};
constexpr std::array kDetails{Node{"data", kDetailsTold}};
constexpr std::array kUpload{Node{"fsUploadIn", kUploadTold}};
constexpr std::array kDownload{Node{"fsDownloadIn", kDownloadAsked}};

constexpr std::array kSignedFields{
    dt("sign_time", "签到时间", "when").must(),
    c("sign_no", "签到编号", "sign-in number", 30).must(),
};
constexpr std::array kAdmittedFields{c("mdtrt_id", "就诊ID", "visit id issued by the platform", 30).must()};

constexpr std::array<Node, 0> kNothing{};
constexpr std::array kSignedIn{Node{"signinoutb", kSignedFields}};
constexpr std::array kPersonOut{Node{"baseinfo", kPersonFields}, Node{"insuinfo", kInsuranceFields, true},
                                Node{"idetinfo", kIdentityFields, true}};
constexpr std::array kRegistered{Node{"data", kRegistrationGiven}};
constexpr std::array kDivided{Node{"result", kDividedLineFields, true}};
constexpr std::array kSettledOut{Node{"setlinfo", kSettlementGiven}, Node{"setldetail", kFundGiven, true}};
constexpr std::array kCancelledOut{Node{"setlinfo", kCancelGiven}, Node{"setldetail", kFundGiven, true}};
constexpr std::array kAdmitted{Node{"result", kAdmittedFields}};
constexpr std::array kEntitlements{Node{"trtinfo", kEntitlementGiven, true}};
constexpr std::array kSettledLines{Node{"data", kSettledLineFields, true}};
constexpr std::array kInstitutionsOut{Node{"medinsinfo", kInstitutionGiven, true}};
constexpr std::array kDictionaryOut{Node{"list", kDictionaryGiven, true}};
constexpr std::array kFiled{Node{"result", kFilingGiven}};
constexpr std::array kVisitsOut{Node{"mdtrtinfo", kVisitGiven, true}};
constexpr std::array kDiagnosesOut{Node{"diseinfo", {}, true}};
constexpr std::array kUsedOut{Node{"cuminfo", kUsedGiven, true}};
constexpr std::array kCompared{Node{"stmtinfo", kTotalsAnswered}};
constexpr std::array kFileOut{Node{"fileinfo", kFileGiven}};

constexpr std::array kTransactions{
    Transaction{"9001", "签到", "sign-in", kSignIn, kSignedIn, sign_in},
    Transaction{"9002", "签退", "sign-out", kSignOut, kSignedIn, sign_out},
    Transaction{"9101", "文件上传", "upload of a file", kUpload, kFileOut, upload_file},
    Transaction{"9102", "文件下载", "download of a file", kDownload, kNothing, download_file, true},
    Transaction{"1101", "人员信息获取", "person lookup", kPersonIn, kPersonOut, find_person},
    Transaction{"1201", "医药机构信息获取", "institution lookup", kInstitutionIn, kInstitutionsOut, find_institution},
    Transaction{"1901", "字典表查询", "dictionary", kDictionaryIn, kDictionaryOut, show_dictionary},
    Transaction{"2001", "人员待遇享受检查", "entitlement check", kEntitlement, kEntitlements, check_entitlement},
    Transaction{"2101", "药店预结算", "trial of a sale", kSale, kSettledOut, try_sale},
    Transaction{"2102", "药店结算", "settlement of a sale", kSale, kSettledOut, settle_sale},
    Transaction{"2103", "药店结算撤销", "sale taken back", kCancelling, kCancelledOut, cancel_settlement},
    Transaction{"2201", "门诊挂号", "registration", kRegistration, kRegistered, register_visit},
    Transaction{"2202", "门诊挂号撤销", "registration taken back", kClosing, kNothing, close_visit},
    Transaction{"2203", "门诊就诊信息上传", "visit and diagnoses", kTelling, kNothing, tell_visit},
    Transaction{"2203A", "门诊就诊信息上传A", "visit and diagnoses", kTelling, kNothing, tell_visit},
    Transaction{"2204", "门诊费用明细信息上传", "fee lines", kLines, kDivided, add_lines},
    Transaction{"2205", "门诊费用明细信息撤销", "fee lines taken back", kLinesBack, kNothing, take_lines_back},
    Transaction{"2206", "门诊预结算", "trial settlement", kTrial, kSettledOut, try_settlement},
    Transaction{"2207", "门诊结算", "settlement", kSettling, kSettledOut, settle_visit},
    Transaction{"2208", "门诊结算撤销", "settlement taken back", kCancelling, kCancelledOut, cancel_settlement},
    Transaction{"2301", "住院费用明细上传", "fee lines of a stay", kStayLines, kDivided, add_lines},
    Transaction{"2302", "住院费用明细撤销", "fee lines of a stay taken back", kStayLinesBack, kNothing,
                take_stay_lines_back},
    Transaction{"2303", "住院预结算", "trial settlement of a stay", kStaySettling, kSettledOut, try_settlement},
    Transaction{"2304", "住院结算", "settlement of a stay", kStaySettling, kSettledOut, settle_visit},
    Transaction{"2305", "住院结算撤销", "settlement of a stay taken back", kStayCancelling, kCancelledOut,
                cancel_settlement},
    Transaction{"2401", "入院办理", "admission", kAdmission, kAdmitted, admit},
    Transaction{"2402", "出院办理", "discharge", kDischarge, kNothing, discharge},
    Transaction{"2403", "住院信息变更", "change of a stay", kChangingStay, kNothing, change_stay},
    Transaction{"2404", "入院撤销", "admission taken back", kNamingStay, kNothing, take_admission_back},
    Transaction{"2405", "出院撤销", "discharge taken back", kNamingStay, kNothing, take_discharge_back},
    Transaction{"2501", "转院备案", "referral", kReferral, kFiled, file_referral},
    Transaction{"2502", "转院备案撤销", "referral taken back", kTakingBack, kNothing, take_referral_back},
    Transaction{"2503", "人员慢特病备案", "chronic disease", kChronic, kFiled, file_chronic},
    Transaction{"2504", "人员慢特病备案撤销", "chronic disease taken back", kTakingBack, kNothing, take_chronic_back},
    Transaction{"2505", "人员定点备案", "chosen institution", kChoosing, kFiled, file_chosen},
    Transaction{"2506", "人员定点备案撤销", "chosen institution taken back", kTakingBack, kNothing, take_chosen_back},
    Transaction{"2601", "冲正交易", "reversal of a message", kReversing, kNothing, reverse_message},
    Transaction{"3201", "医药机构费用结算对总账", "reconciliation of totals", kTotals, kCompared, compare_totals},
    Transaction{"3202", "医药机构费用结算对明细账", "reconciliation of details", kDetails, kFileOut, compare_details},
    Transaction{"3301", "目录对照上传", "own code mapped", kMapping, kNothing, map_code},
    Transaction{"5201", "就诊信息查询", "visits", kVisits, kVisitsOut, show_visits},
    Transaction{"5202", "诊断信息查询", "diagnoses", kDiagnoses, kDiagnosesOut, show_diagnoses},
    Transaction{"5203", "结算信息查询", "settlement query", kCancelling, kSettledOut, show_settlement},
    Transaction{"5204", "费用明细查询", "fee lines of a settlement", kCancelling, kSettledLines, show_lines},
    Transaction{"5205", "人员慢特病用药记录查询", "chronic care", kChronicCare, kSettledLines, show_chronic_care},
    Transaction{"5206", "人员累计信息查询", "what the year has used up", kUsed, kUsedOut, show_used},
};

}  // namespace

std::span<const Transaction> transactions() { return kTransactions; }

const Transaction* find_transaction(std::string_view number) {
  const auto* found = std::ranges::find(kTransactions, number, &Transaction::number);
  return found == kTransactions.end() ? nullptr : found;
}

}  // namespace yidan::national
