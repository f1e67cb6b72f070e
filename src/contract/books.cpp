#include "contract/books.h"

#include "contract/beside.h"
#include "contract/bill.h"
#include "contract/case.h"
#include "contract/decisions.h"
#include "contract/elsewhere.h"
#include "contract/explanation.h"
#include "contract/feed.h"
#include "contract/indicators.h"
#include "contract/jobs.h"
#include "contract/receipt.h"
#include "contract/reconciliation.h"
#include "contract/registers.h"
#include "contract/service.h"
#include "contract/standing.h"
#include "contract/tasks.h"
#include "contract/users.h"
#include "terms/books.h"
#include "terms/people.h"

namespace yidan::contract {
namespace {

constexpr Field person_id_field() { return id("person", "人员编号", "the person's id").required(); }

// A bill of the books: without sentences and steps, or reversed.
constexpr std::array kKeptStatus = [] {
  std::array<Word, count_of<BillStatus> + 1> words{};
  std::ranges::copy(Terms<BillStatus>::words, words.begin());
  words.back() = {"reversed", "已冲正", "reversed"};
  return words;
}();
constexpr auto kKeptBillFields = [] {
  auto fields = kBillFields;
  std::ranges::find(fields, "status", &Field::name)->words = kKeptStatus;
  return fields;
}();
constexpr Object kKeptBill{
    "kept-bill", {"账册中的结算单", "a bill of the books, without sentences and steps"}, kKeptBillFields, {}, false};

constexpr std::array kSettledFields{
    format<"yidan.settled/1">(),
    pool().required(),
    person_id_field(),
    object(kKeptBill, "bill", "结算单", "the bill").required(),
    object(kReceipt, "receipt", "回执", "the receipt").required(),
    ungated(),
};
constexpr Object kSettled{"yidan.settled/1", {"结算的答复", "the answer to a settlement"}, kSettledFields, {}, false};

constexpr std::array kTrialFields{
    format<"yidan.trial/1">(),
    pool().required(),
    person_id_field(),
    object(kKeptBill, "bill", "试算的结算单", "the bill, as it would be").required(),
    text("trial", "摘要：规则.档案.就诊.金额", "the digest: rules.file.encounter.amounts").required(),
    ungated(),
};
constexpr Object kTrial{"yidan.trial/1", {"预结算的答复", "the answer to a trial"}, kTrialFields, {}, false};

constexpr std::array kExplainedFields{
    format<"yidan.explained/1">(),
    pool().required(),
    person_id_field(),
    object(kObject<kEncounter>, "encounter", "就诊，如所报", "the encounter, as it was told").required(),
    object(kObject<kProvider>, "provider", "所据的机构情况，登记册在先",
           "what counted of its institution; the registers come first")
        .required(),
    object(kAmounts, "parts", "每行费用的组成，与费用明细同序", "the parts of each fee line, in the order of the lines")
        .many()
        .required(),
    object(kBill, "bill", "结算单，附逐步说明", "the bill, with its steps").required(),
    text("trial", "预结算的摘要；已记账的不写", "the digest of a trial; absent of what is settled"),
};
constexpr std::array kExplainedRules{
    Gist{"parts 各行相加即 bill 的 amounts", "the parts of all lines add up to the amounts of the bill"}};
constexpr Object kExplained{"yidan.explained/1",
                            {"一次就诊逐行逐步的说明", "an encounter explained, line by line and step by step"},
                            kExplainedFields,
                            kExplainedRules,
                            false};

constexpr std::array kChangeFields{money("before", "此前", "before").required(),
                                   money("after", "此后", "after").required()};
constexpr Object kChange{"change", {"变动", "a change"}, kChangeFields, {}, false};
constexpr std::array kBillChangeFields{
    text("encounter", "就诊编号", "the encounter's id").required(),
    object(kChange, "fund_total", "基金支付", "paid by all funds"),
    object(kChange, "account", "账户支付", "paid by the accounts"),
    object(kChange, "cash", "现金", "left to pay in cash"),
};
constexpr Object kBillChange{"bill-change", {"变动的结算单", "a bill that changed"}, kBillChangeFields, {}, false};

constexpr std::array kDoneApplicationFields{
    day("applied", "申请日", "the day of the application").required(),
    word<ApplicationRefusal>("refused", "不予救助的原因", "why nothing is given"),
    money("base", "计入的负担", "the burden that counts"),
    money("paid", "救助金额", "what assistance pays"),
    basis().required(),
    policy_status().required(),
};
constexpr Object kDoneApplication{
    "done-application", {"申请的结果", "what an application comes to"}, kDoneApplicationFields, {}, false};

constexpr std::array kPostingFields{
    word<Fund>("fund", "基金", "the fund").required(),
    word<LedgerAccount>("account", "科目", "the account").required(),
    text("party", "对象", "the party"),
    word<Route>("route", "资金通道", "the route"),
    money("debit", "借", "debit"),
    money("credit", "贷", "credit"),
};
constexpr Object kPosting{"posting", {"分录", "an entry of a posting"}, kPostingFields, {}, false};

constexpr std::array kDoneFields{
    format<"yidan.done/1">(),
    pool().required(),
    person_id_field(),
    word<EventKind>("did", "所做的事", "what was done").required(),
    money("credited", "划入", "credited"),
    money("used", "使用", "used"),
    word<AccountRefusal>("refused", "账户拒付的原因", "why the account refused"),
    money("account_balance", "账户余额", "balance of the account"),
    object(kBillChange, "bills", "变动的结算单", "bills that changed").many(),
    object(kDoneApplication, "applications", "申请的结果", "what applications come to").many(),
    object(kWarning, "warnings", "所登记内容中新出现的提示；没有时不写",
           "what is odd in what is known of the person, and was not before; absent when nothing is")
        .many(),
    object(kPosting, "posting", "过账", "what was posted").many().required(),
    object(kReceipt, "receipt", "回执", "the receipt").required(),
    ungated(),
};
constexpr Object kDone{"yidan.done/1", {"其他请求的答复", "the answer to other requests"}, kDoneFields, {}, false};

constexpr std::array kRefusedFields{
    format<"yidan.refused/1">(),
    text("key", "请求的键", "the request's key"),
    object(kError, "error", "拒绝的原因", "why it was refused").required(),
    ungated(),
};
constexpr Object kRefused{"yidan.refused/1", {"被拒绝的请求", "a request that was refused"}, kRefusedFields, {}, false};

constexpr std::array kYearFields{
    format<"yidan.year/1">(),
    pool().required(),
    person_id_field(),
    object(kSettled, "bills", "各结算单的现行文本", "the current text of each bill").many().required(),
    ungated(),
};
constexpr Object kYear{"yidan.year/1", {"一个人的年度", "a person's year"}, kYearFields, {}, false};

constexpr Field signed_money(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::signed_money, name, zh, en).required();
}
constexpr Field turnover(std::string_view name, std::string_view zh, std::string_view en) {
  return money(name, zh, en).required();
}
constexpr Field balanced() { return plain(Kind::flag, "balanced", "借贷相等", "debits equal credits").required(); }
constexpr std::array kAccountLineFields{word<LedgerAccount>("account", "科目", "the account").required(),
                                        turnover("debit", "借方", "debits"), turnover("credit", "贷方", "credits"),
                                        signed_money("balance", "余额（借减贷）", "debits less credits")};
constexpr Object kAccountLine{"account-line", {"科目余额", "an account's balance"}, kAccountLineFields, {}, false};
constexpr std::array kFundLineFields{word<Fund>("fund", "基金", "the fund").required(),
                                     object(kAccountLine, "accounts", "科目", "accounts").many().required(),
                                     turnover("debit", "借方", "debits"),
                                     turnover("credit", "贷方", "credits"),
                                     signed_money("balance", "余额（借减贷）", "debits less credits"),
                                     balanced()};
constexpr Object kFundLine{"fund-line", {"基金", "a fund"}, kFundLineFields, {}, false};
constexpr std::array kPoolLineFields{pool().required(), object(kFundLine, "funds", "基金", "funds").many().required()};
constexpr Object kPoolLine{"pool-line", {"统筹区", "a pool"}, kPoolLineFields, {}, false};
constexpr std::array kBalanceFields{format<"yidan.balance/1">(), balanced(),
                                    object(kPoolLine, "pools", "统筹区", "pools").many().required(), ungated()};
constexpr Object kBalance{"yidan.balance/1", {"试算平衡表", "a trial balance"}, kBalanceFields, {}, false};

constexpr std::array kPartLineFields{
    pool().required(),
    text("provider", "医疗机构编号（按机构时）", "the provider's id, of `by` provider"),
    month("month", "记账月份（按月时）", "the month of booking, of `by` month"),
    word<Fund>("fund", "基金", "the fund").required(),
    word<LedgerAccount>("account", "科目", "the account").required(),
    turnover("debit", "借方", "debits"),
    turnover("credit", "贷方", "credits"),
    signed_money("balance", "余额（借减贷）", "debits less credits")};
constexpr Object kPartLine{
    "part-line", {"一个机构或一个月", "a provider's or a month's account"}, kPartLineFields, {}, false};
constexpr std::array kBalanceByFields{
    format<"yidan.balance-by/1">(),
    text("by", "provider 按医疗机构，month 按记账月份", "provider, or month of booking").required(),
    object(kPartLine, "rows", "各行", "the rows").many().required(), ungated()};
constexpr Object kBalanceBy{
    "yidan.balance-by/1", {"按机构或按月的余额", "balances by provider or by month"}, kBalanceByFields, {}, false};

constexpr Field rows(std::string_view name, std::string_view zh, std::string_view en) {
  return number(0, INT64_MAX, name, zh, en).required();
}
constexpr std::array kRefusedRowsFields{text("code", "原因代码", "the code").required(), rows("rows", "行数", "rows")};
constexpr Object kRefusedRows{"refused-rows", {"未处理的行", "rows that were refused"}, kRefusedRowsFields, {}, false};
constexpr std::array kDoubtedRowsFields{word<NumberDoubt>("code", "提示", "what is odd").required(),
                                        rows("rows", "行数", "rows"), rows("first_line", "首行", "the first of them")};
constexpr Object kDoubtedRows{
    "doubted-rows", {"有提示而已处理的行", "rows with a warning"}, kDoubtedRowsFields, {}, false};
constexpr Field warnings() {
  return object(kDoubtedRows, "warnings", "提示", "what is odd in rows that were answered").many().required();
}
constexpr std::array kGroupFields{
    text("rule", "规则编号", "id of the rule").required(),
    word<DuePart>("part", "缴费部分", "the part"),
    word<Payer>("payer", "承担方", "who pays"),
    standard_year(),
    text("with", "一同起作用的规则", "rules that worked with it").many().required(),
    clauses().required(),
    basis().required(),
    policy_status(),
    rows("persons", "人数", "persons"),
    money("sum", "合计", "sum").required(),
};
constexpr Object kGroup{"group", {"按规则的合计", "a sum by rule"}, kGroupFields, {}, false};
constexpr std::array kPayerFields{word<Payer>("payer", "承担方", "who pays").required(),
                                  rows("persons", "人数", "persons"), money("sum", "合计", "sum").required()};
constexpr Object kPayer{"payer-sum", {"按承担方的合计", "a sum by payer"}, kPayerFields, {}, false};
constexpr std::array kFiscalFields{
    standard_year().required(),     money("a_head", "每人", "a head").required(),
    rows("heads", "人数", "heads"), money("sum", "合计", "sum").required(),
    clauses().required(),           basis().required(),
};
constexpr Object kFiscal{
    "fiscal-part", {"财政当年补助", "what the treasury pays for the heads of the year"}, kFiscalFields, {}, false};
constexpr std::array kNeedyFields{word<Identity>("category", "救助身份", "the category").required(),
                                  rows("persons", "人数", "persons"), rows("unpaid", "未缴", "unpaid")};
constexpr Object kNeedy{"must-be-insured", {"应保尽保人员", "persons who must be insured"}, kNeedyFields, {}, false};

constexpr std::array kCreditSummaryFields{
    format<"yidan.credit-summary/1">(),
    pool().required(),
    month("month", "月份", "the month").required(),
    rows("rows", "行数", "rows"),
    rows("answered", "已处理", "answered"),
    rows("refused", "未处理", "refused"),
    object(kRefusedRows, "refused_by_code", "按原因", "by code").many().required(),
    warnings(),
    money("sum", "合计", "sum").required(),
    basis().required(),
    policy_status(),
    object(kGroup, "rules", "按规则", "by rule").many().required(),
};
constexpr Object kCreditSummary{"yidan.credit-summary/1",
                                {"全市月度划入的汇总", "the summary of a month's credits"},
                                kCreditSummaryFields,
                                {},
                                false};
constexpr std::array kDuesSummaryFields{
    format<"yidan.dues-summary/1">(),
    pool().required(),
    rows("insured_year", "参保年度", "the insured year"),
    day("on", "计算日", "the day").required(),
    rows("rows", "行数", "rows"),
    rows("answered", "已处理", "answered"),
    rows("refused", "未处理", "refused"),
    object(kRefusedRows, "refused_by_code", "按原因", "by code").many().required(),
    warnings(),
    money("sum", "合计", "sum").required(),
    basis().required(),
    policy_status(),
    object(kGroup, "rules", "按规则", "by rule").many().required(),
    object(kPayer, "payers", "按承担方", "by payer").many().required(),
    object(kFiscal, "fiscal", "按当年标准的财政补助；无标准时不写",
           "the treasury's part by the standard of the year itself; absent where none is known"),
    rows("unpaid", "未缴人数", "persons who have not paid"),
    money("unpaid_sum", "未缴金额", "what they owe").required(),
    object(kNeedy, "must_be_insured", "应保尽保", "persons who must be insured").many().required(),
};
constexpr Object kDuesSummary{
    "yidan.dues-summary/1", {"全市年度应缴的汇总", "the summary of a year's dues"}, kDuesSummaryFields, {}, false};

constexpr std::array kRuleFields{
    text("rule", "规则编号", "id of the rule").required(),
    text("title", "名称", "its title").required(),
    text("key", "适用情形", "for whom and what").required(),
    text("value", "值", "its value").required(),
    first_day().required(),
    end_day(),
    clauses().required(),
    basis().required(),
    policy_status().required(),
    unfiled(),
    text("source", "来源", "where a published figure comes from"),
    standard_year(),
    word<Basis>("insured_year_basis", "参保年度归属的依据", "where the insured year of that standard comes from"),
    text("pack", "政策包", "the pack").required(),
    text("at", "文件:行:列", "file:line:column").required(),
};
constexpr Object kRule{"rule", {"一条规则", "a rule"}, kRuleFields, {}, false};
constexpr std::array kPolicyFields{format<"yidan.policy/1">(), pool().required(),
                                   day("on", "日期", "the day").required(),
                                   object(kRule, "rules", "当日有效的规则", "the rules in force").many().required()};
constexpr Object kPolicy{"yidan.policy/1", {"某日有效的规则", "what is in force on a day"}, kPolicyFields, {}, false};

constexpr std::array kDocumentFields{
    text("id", "在条款编号中的代号", "its code in the ids of clauses").required(),
    text("number", "文号；没有文号时不写", "its number; absent where it has none"),
    text("title", "标题", "its title").required(),
    text("issuer", "制定机关", "who issued it").required(),
    day("issued", "印发日；不详时不写", "the day of issue; absent where it is not known"),
    day("filed_on", "备案日；未备案或不详时不写",
        "the day on which it was filed; absent where it was not, or that is not known"),
    text("publication", "公开标注，照所印文字；未印时不写",
         "the mark of publication, as printed; absent where none is"),
    first_day().required(),
    end_day(),
    policy_status().required(),
    rows("clauses", "登记的条款数", "how many of its clauses are registered"),
    rows("cited", "其中政策包引用的条数", "how many of them the packs cite"),
    text("note", "说明", "a note"),
};
constexpr Object kDocument{"document", {"一份文件", "a document"}, kDocumentFields, {}, false};
constexpr std::array kDocumentsFields{format<"yidan.documents/1">(),
                                      object(kDocument, "documents", "登记的文件", "the documents").many().required()};
constexpr Object kDocuments{
    "yidan.documents/1", {"登记的政策文件", "the documents of the register"}, kDocumentsFields, {}, false};

constexpr std::array kClauseFields{
    format<"yidan.clause/1">(),
    text("clause", "条款编号", "the clause's id").required(),
    text("document", "文件在条款编号中的代号", "the code of its document in the ids of clauses").required(),
    text("number", "文号；没有文号时不写", "the document's number; absent where it has none"),
    text("title", "文件标题", "the title of its document").required(),
    text("section", "在文件中的位置", "where it stands in the document").required(),
    text("gist", "大意，非原文", "its gist, in our own words").required(),
    policy_status().required(),
    day("from", "起始日；不写为随文件或更早", "first day; absent: that of its document, or earlier"),
    end_day(),
};
constexpr Object kClause{"yidan.clause/1", {"一条条款的大意", "the gist of a clause"}, kClauseFields, {}, false};

}  // namespace

std::span<const Object* const> books_answers() {
  static constexpr auto list = std::to_array<const Object*>(
      {&kSettled,     &kTrial,         &kDone,        &kRefused,        &kYear,       &kBalance,
       &kBalanceBy,   &kCreditSummary, &kDuesSummary, &kPolicy,         &kIndicators, &kDocuments,
       &kDecision,    &kDecisions,     &kEntry,       &kEntries,        &kCoverage,   &kTasks,
       &kPools,       &kRegisters,     &kLogin,       &kUsers,          &kSigner,     &kTrail,
       &kRevealed,    &kJob,           &kJobs,        &kVerification,   &kFeed,       &kElsewhere,
       &kSupplements, &kCredentials,   &kExplanation, &kReconciliation, &kExplained,  &kClause});
  return list;
}

}  // namespace yidan::contract
