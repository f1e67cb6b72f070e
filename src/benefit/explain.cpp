#include "benefit/explain.h"

#include <algorithm>
#include <array>

namespace yidan::benefit {
namespace {

struct Template {
  std::string_view rule;  // the name when no rule of a pack stands behind the step
  std::string_view zh;
  std::string_view en;
};

// In the order of StepKind; {0} to {4} are the arguments, {=} the output.
constexpr std::array<Template, kStepKinds> kTemplates{{
    {"cover", "{0}：参加{1}，身份{2}，待遇有效", "on {0} covered by {1}, {2}"},
    {"cover", "{0}：未在保障期（{1}），费用由个人负担", "on {0} not covered ({1}): the person bears the cost"},
    {"identity", "救助身份：{0}（有多重身份时就高不重复）",
     "category: {0} (of several the most favourable counts, never two)"},
    {"place", "未见有效的异地长期居住备案：由“{0}”按“{1}”计",
     "no valid filing of long-term residence: '{0}' counts as '{1}'"},
    {"place", "当日有准予的异地就医备案：由“{0}”按“{1}”计", "by a filing granted for that day '{0}' counts as '{1}'"},
    {"scope.not-payable", "其中基金不予支付 {=} 元", "of this {=} is not payable by any fund"},
    {"scope.outside", "目录外（丙类）{=} 元，个人负担", "{=} outside the catalogue (class C), borne by the person"},
    {"scope.over-limit", "超支付标准 {=} 元，个人负担", "{=} above the payment standards, borne by the person"},
    {"scope.self-pay-first", "乙类先行自付 {=} 元，个人负担", "{=} first-borne share of class B, borne by the person"},
    {"scope.policy-scope", "政策范围内费用：{0} - {1} - {2} - {3} = {=} 元",
     "policy scope: {0} - {1} - {2} - {3} = {=}"},
    {"scope.not-payable", "{0}：{1} 元不属基金支付范围", "{0}: the funds do not pay these {1}"},
    {"no-benefit", "{0}：费用由个人负担", "{0}: the person bears the cost"},
    {"layer", "{0}：由{1}支付", "{0}: the {1} pays"},
    {"by-reference", "{0}参照{1}的待遇支付", "{0} is paid like {1}"},
    {"first-self-pay", "首先自付：{0} × {1} = {2} 元，不计入起付与累计",
     "first self-pay: {0} × {1} = {2}; it fills no deductible and no counter"},
    {"first-self-pay", "{0}：没有首先自付", "{0}: no first self-pay"},
    {"layers.supplement", "企业补充医疗保险已支付 {0} 元，其中抵减政策范围内负担 {1} 元",
     "the employer's supplementary insurance has paid {0}, of it {1} for the policy scope"},
    {"deductible", "起付标准倾斜：{0} 降为 {1} 元", "deductible lowered from {0} to {1}"},
    {"deductible", "转诊连续计算：距 {0} 元的起付标准尚差 {1}，未转诊时按次序承担 {2}：取小者，承担 {=} 元",
     "referral: {1} are missing to the deductible of {0}; without it the order of admission would take {2}: the "
     "smaller one is owed, {=}"},
    {"deductible", "本次住院起付标准 {0} 元，已承担 {1}；{2} 中扣除 {3} 元",
     "deductible of this stay {0}, borne so far {1}; of {2} it takes {3}"},
    {"deductible", "该治疗年度起付标准 {0} 元，本年已承担 {1}；{2} 中扣除 {3} 元",
     "deductible of this treatment {0} a year, borne so far {1}; of {2} it takes {3}"},
    {"deductible", "年度起付标准 {0} 元，本年已累计 {1}；{2} 中扣除 {3} 元",
     "yearly deductible {0}, used so far {1}; of {2} it takes {3}"},
    {"deductible", "年度起付标准 {0} 元，此前累计 {1}；本次 {2} 中超过起付标准 {3} 元，起付线内 {4} 元",
     "yearly threshold {0}, accumulated before {1}; of this bill's {2} lie above it {3}, under it {4}"},
    {"ratio", "支付比例提高 {0} 个百分点", "ratios raised by {0} percentage points"},
    {"ratio", "年度累计 {0} 至 {1} 的部分：{2} × {3}", "the part between {0} and {1} of the year: {2} × {3}"},
    {"ratio", "各段合计：{0} 元应付 {1} 元（四舍五入到分）",
     "the parts together: of {0} it pays {1} (half up to the fen)"},
    {"ratio", "支付：{0} × {1} = {2} 元（四舍五入到分）", "pays {0} × {1} = {2} (half up to the fen)"},
    {"cap", "{0}不设年度限额，支付 {1} 元", "{0} has no yearly cap and pays {1}"},
    {"cap", "{0}年度限额 {1} 元，已支付 {2}；应付 {3}，实付 {4} 元",
     "{0}: yearly cap {1}, paid so far {2}; due {3}, pays {4}"},
    {"accumulated", "不符合{0}条件：本次负担 {1} 元只计入累计（累计 {2}）",
     "no right to {0}: this burden of {1} is only added to the year's ({2})"},
    {"pay-later.deposit", "{0}经基层首诊转诊：先诊疗后付费，免收住院押金",
     "{0}, referred by the institution of first contact: treated before paying, no deposit"},
    {"account.forbidden", "个人账户不得支付：{0}", "the account may not pay: {0}"},
    {"account.scope", "个人账户（{0}）支付 {1} 元，余额 {2}", "the account ({0}) pays {1}, balance {2}"},
    {"cash", "现金：{0} - 基金 {1} - 账户 {2} = {3} 元", "cash: {0} - funds {1} - account {2} = {3}"},
    {"cash", "现金：{0} - 基金 {1} - 企业补充 {2} - 账户 {3} = {4} 元",
     "cash: {0} - funds {1} - employer's supplement {2} - account {3} = {4}"},
}};

const Template& template_of(StepKind kind) { return kTemplates[static_cast<std::size_t>(kind)]; }

void add_clauses(policy::RuleId id, const policy::Pool& pool, std::vector<std::string_view>& clauses) {
  if (id == policy::kNoRule) return;
  for (const std::string& clause : pool.rule(id).clauses) {
    if (std::ranges::find(clauses, clause) == clauses.end()) clauses.emplace_back(clause);
  }
}

}  // namespace

std::string explain(const Step& step, Language language) {
  const Template& sentence = template_of(step.kind);
  std::string_view text = language == Language::zh ? sentence.zh : sentence.en;
  constexpr std::string_view output = "{=}";
  std::string out;
  for (std::size_t at = text.find(output); at != std::string_view::npos; at = text.find(output)) {
    policy::fill(out, text.substr(0, at), step.arguments, language);
    out += to_text(step.output);
    text.remove_prefix(at + output.size());
  }
  policy::fill(out, text, step.arguments, language);
  return out;
}

std::string_view rule_id(const Step& step, const policy::Pool& pool) {
  return step.rules[0] == policy::kNoRule ? template_of(step.kind).rule : std::string_view(pool.rule(step.rules[0]).id);
}

std::vector<std::string_view> clauses_of(const Step& step, const policy::Pool& pool) {
  std::vector<std::string_view> clauses;
  for (const policy::RuleId id : step.rules) add_clauses(id, pool, clauses);
  return clauses;
}

std::vector<std::string_view> clauses_of(const Reason& reason, const policy::Pool& pool) {
  std::vector<std::string_view> clauses;
  for (const policy::RuleId id : reason.rules) add_clauses(id, pool, clauses);
  return clauses;
}

std::vector<const policy::Document*> documents_of(const Bill& bill) {
  const policy::Pool& pool = *bill.pool;
  std::vector<bool> cited(pool.documents.size());
  const auto mark = [&](policy::RuleId id) {
    if (id == policy::kNoRule) return;
    for (const std::uint16_t place : pool.rule(id).documents) cited[place] = true;
  };
  for (const Step& step : bill.steps) std::ranges::for_each(step.rules, mark);
  if (bill.reason) std::ranges::for_each(bill.reason->rules, mark);
  std::vector<const policy::Document*> documents;
  for (std::size_t i = 0; i < cited.size(); ++i) {
    if (cited[i]) documents.push_back(&pool.documents[i]);
  }
  return documents;
}

Basis basis_of(const Step& step, const policy::Pool& pool) {
  Basis weakest = Basis::cited;
  for (const policy::RuleId id : step.rules) {
    if (id != policy::kNoRule) weakest = std::max(weakest, pool.rule(id).basis);
  }
  return weakest;
}

PolicyStatus policy_status_of(const Step& step, const policy::Pool& pool) {
  PolicyStatus status = PolicyStatus::in_force;
  for (const policy::RuleId id : step.rules) {
    if (id != policy::kNoRule) status = std::max(status, pool.rule(id).status);
  }
  return status;
}

bool is_unfiled(const Step& step, const policy::Pool& pool) {
  return std::ranges::any_of(step.rules,
                             [&pool](policy::RuleId id) { return id != policy::kNoRule && pool.rule(id).unfiled; });
}

std::string explain(const Reason& reason, const Bill& bill, Language language) {
  const bool zh = language == Language::zh;
  std::string text(zh ? reason.word.zh : reason.word.en);
  if (bill.covered_from) {
    text +=
        zh ? "；自 " + to_text(*bill.covered_from) + " 起享受待遇" : "; cover begins on " + to_text(*bill.covered_from);
  }
  text += zh ? "，费用由个人负担" : ": the person bears the cost";
  return text;
}

}  // namespace yidan::benefit
