#include "standing/narrate.h"

#include <algorithm>
#include <array>

namespace yidan::standing {
namespace {

struct Template {
  std::string_view zh;
  std::string_view en;
};

// In the order of Saying.
constexpr std::array<Template, kSayings> kTemplates{{
    {"", ""},
    {"职工首次参保：{0} 首次缴清一个月，自 {1} 起享受待遇（不早于缴费次月）",
     "first time in the employee scheme: the first month was paid on {0}, covered from {1}, the month after or later"},
    {"职工接续参保：{0} 起", "in the employee scheme again from {0}"},
    {"退休人员：累计缴费 {0} 个月，满 {1} 个月，不再缴费",
     "retired: {0} months count, {1} are required; nothing more is paid"},
    {"自 {0} 起为退休参保人员", "enrolled as retired from {0}"},
    {"{0} 缴纳 {1} 年度居民医保费，不晚于缴费期（{2} 至 {3}）",
     "premium of {1} paid on {0}, by the end of the collection window ({2} to {3})"},
    {"{0} 缴纳 {1} 年度居民医保费；该年度没有缴费期规定",
     "premium of {1} paid on {0}; no rule sets a window for that year"},
    {"{0} 缴费，晚于缴费期（{1} 止）：待遇等待期 {2} 个月",
     "paid on {0}, after the window ended on {1}: {2} month(s) of waiting"},
    {"{0} 缴费，晚于缴费期（{1} 止），无等待期规定：自缴费之日享受待遇",
     "paid on {0}, after the window ended on {1}; no rule makes the person wait: covered from the payment"},
    {"{0} 缴费，身份为{1}：无等待期，缴费即享受待遇", "paid on {0} as {1}: no waiting, covered at once"},
    {"{0} 缴费；职工医保缴费至 {1}，中断 {2} 个月内参加居民医保，无等待期",
     "paid on {0}; contributions as an employee were paid to {1}, enrolled within {2} months of it: no waiting"},
    {"新生儿（{1} 出生）：{0} 缴费，在 {2} 个月内，自出生之日享受待遇",
     "newborn of {1}: paid on {0}, within {2} months, covered from birth"},
    {"新生儿（{1} 出生）：{0} 缴费，在 {2} 个月内，无等待期，自缴费之日享受待遇",
     "newborn of {1}: paid on {0}, within {2} months: no waiting, covered from the payment"},
    {"新生儿：{0} 缴费，已过 {1} 个月，自缴费次月享受待遇",
     "newborn: paid on {0}, later than {1} months, covered from the month after"},
    {"未参加基本医疗保险", "not enrolled in basic insurance"},
    {"所参加的是 {0} 年度，此前未参保", "enrolled for {0}; not before"},
    {"{0} 年度居民医保费未缴清", "the resident premium of {0} is not paid"},
    {"{0} 年度居民医保费于 {1} 缴纳，此前不享受待遇", "the resident premium of {0} was paid on {1}, no cover before"},
    {"{0} 年度居民医保费于 {1} 缴纳，晚于缴费期（{2} 止）：满 {3} 个月后享受待遇",
     "the resident premium of {0} was paid on {1}, after the window ended on {2}: cover begins {3} month(s) later"},
    {"{0} 年度居民医保费于 {1} 缴纳，待遇可始之日该年度已过：不享受待遇",
     "the resident premium of {0} was paid on {1}; when its cover could begin the year is over: it buys none"},
    {"新生儿 {0} 年度医保费于 {1} 缴纳，已过出生后 {2} 个月：次月起享受待遇",
     "the newborn's premium of {0} was paid on {1}, later than {2} months after birth: covered from the month after"},
    {"{0} 起为职工参保关系，尚未缴清任何一月", "in the employee scheme from {0}, no month is paid yet"},
    {"首次参保，{0} 首次缴清一个月：自 {1} 起享受待遇",
     "first time in the employee scheme, the first month was paid on {0}: covered from {1}"},
    {"接续参保，首个已缴月份自 {0} 起：此前不享受待遇",
     "in the employee scheme again, the first month that is paid begins on {0}: no cover before"},
    {"{0} 起职工医保费未缴", "the employee contribution is not paid from {0} on"},
    {"职工医保待遇至 {0} 止，此后未参保", "employee cover lasted until {0}; not insured after it"},
    {"已退休，缴费年限 {0} 个月，应满 {1} 个月，还差 {2} 个月未补缴",
     "retired with {0} months of contribution; {1} are required, {2} are missing and not paid up"},
    {"退休时缴费年限 {0} 个月，应满 {1} 个月；其余至 {2} 才认定、补足",
     "retired with {0} months that counted then, of {1} that are required; the rest was recognised or made up by {2}"},
    {"已退休，缴费年限 {0} 个月；性别不明或无规定，应满月数无从确定：请补性别",
     "retired with {0} months of contribution; what is required is not known (no sex, or no rule): add the sex"},
    {"职工个人缴费：{0} × {1}", "employee's part: {0} × {1}"},
    {"单位缴费（{2}）：{0} × {1}", "employer's part ({2}): {0} × {1}"},
    {"灵活就业人员个人缴费：{0} × {1}", "flexibly employed, the person pays all: {0} × {1}"},
    {"居民个人缴费 {0} 元", "resident's individual part {0}"},
    {"居民个人缴费 {0} 元，资助 {1} 元，其余个人缴纳",
     "individual part {0}, subsidised by {1}; the person pays the rest"},
    {"居民个人缴费 {0} 元，资助 {1} 元，其余由县级财政承担",
     "individual part {0}, subsidised by {1}; county finance bears the rest"},
    {"居民个人缴费 {0} 元，{1}由医疗救助资助", "individual part {0}; medical assistance subsidises {1}"},
    {"政府补助 {0} 元，由财政承担", "government part {0}, paid by the treasury"},
    {"政府补助部分 {0} 元：{1} 之后补缴的，由个人缴纳", "government part {0}: after {1} the person owes it, too"},
    {"{0}：个人缴费全额资助", "{0}: the whole individual part is subsidised"},
    {"{0}：定额资助 {1} 元（不超过个人缴费 {2} 元）", "{0}: fixed subsidy of {1}, at most the individual part {2}"},
    {"在职，{0} 周岁：{1} × {2}", "employed, aged {0}: {1} × {2}"},
    {"退休，{0} 周岁 × {1} 元", "retired, aged {0}: {0} × {1}"},
    {"退休，{0} 周岁：按定额划入", "retired, aged {0}: fixed amount"},
    {"个人账户支付：{0}（{1}），余额 {2} 元", "the account pays: {0} (for: {1}), balance {2}"},
    {"个人账户拒付：{0}（{1}）——{2}；余额 {3} 元", "the account refuses: {0} (for: {1}): {2}; balance {3}"},
    {"实际缴费 {0} 个月，视同及补缴 {1} 个月，应满 {2} 个月，还差 {3} 个月",
     "paid {0} months, deemed or topped up {1}, required {2}, missing {3}"},
    {"实际缴费 {0} 个月，视同及补缴 {1} 个月；退休待遇在本档案之前已认定",
     "paid {0} months, deemed or topped up {1}; the right to retiree benefits was granted before this record"},
    {"实际缴费 {0} 个月，视同及补缴 {1} 个月；性别不明或无规定，应满月数无从确定",
     "paid {0} months, deemed or topped up {1}; what is required is not known (no sex, or no rule)"},
    {"{0}（有多重身份时就高不重复）", "{0} (of several the most favourable counts, never two)"},
    {"比照{0}（县级以上政府决定）", "treated like {0} by order of the county government"},
    {"", ""},
}};

// In the order of WarningKind.
constexpr std::array<Template, count_of<WarningKind>> kWarnings{{
    {"事件未按日期先后排列，已按日期处理", "the events are not in the order of their days; they were taken by day"},
    {"事件日期 {0} 晚于截止日 {1}，未计入", "the event of {0} is later than the as-of day {1} and was left out"},
    {"{0} 缴费 {1} 元，但当期没有参保关系（或居民参保已因参加职工医保而终止）：未计入，请核对参保登记或退费",
     "{1} was paid for {0}, yet there is no enrolment then, or the employee scheme has ended it: not used; check the "
     "enrolment or refund it"},
    {"{0} 年度已过，缴费 {1} 元不能取得待遇：请退费", "the year {0} is over, {1} buys no cover: refund it"},
    {"{0} 应缴 {2} 元，只缴 {1} 元：请补足", "for {0}, {2} is owed and only {1} was paid: pay the rest"},
    {"{0} 应缴 {2} 元，已缴 {1} 元：多缴部分请退还", "for {0}, {2} is owed and {1} was paid: refund the difference"},
    {"没有 {0} 年度的居民缴费标准：未计算应缴；所缴按原额计为已缴",
     "no document gives the standard of {0}: no due was reckoned, and a payment is taken as it is"},
    {"自 {0} 起缺少工资，无法计算缴费与划入：请补 monthly_wage",
     "no wage from {0} on, so neither dues nor credits can be reckoned: add monthly_wage"},
    {"自 {0} 起没有适用的费率：未计算应缴", "no rate holds from {0} on: no due was reckoned"},
    {"自 {0} 起由单位另行缴费，文件未给出金额", "the unit pays separately from {0} on; no document gives the amount"},
    {"{0} 同时有两个单位：由先参保的单位缴费", "two employers in {0}: the one that came first contributes"},
    {"{0} 没有可终止的参保关系", "on {0} there is no relation to end"},
    {"{0}：应参加或已参加职工医保，居民参保登记未予受理",
     "{0}: in the employee scheme, or obliged to be; the enrolment as a resident is not accepted"},
    {"户籍在统筹区外且无长期居住证，居民参保登记未予受理",
     "registered outside the city and without a residence permit: the enrolment is not accepted"},
    {"视同缴费年限须经人社部门认定（{0} 起），未计入",
     "deemed service needs a recognition by human resources (from {0} on) and was not counted"},
    {"还差 {0} 个月：一次性补缴的基数与比例各文件均未给出",
     "{0} months are missing: no document gives the base and rate of the top-up"},
    {"自 {0} 起没有个人账户划入规定", "no rule credits the account from {0} on"},
    {"{0}应保未保：{1} 不享受任何基本医保待遇", "{0} must be insured, and on {1} has no cover"},
    {"{0} 的这一事项与先前写的完全相同：确有两笔的不必改，重复的请删去",
     "what is told of {0} was told before in the same words: keep it if it happened twice, else delete it"},
}};

void add_clauses(policy::RuleId id, const policy::Pool& pool, std::vector<std::string_view>& clauses) {
  if (id == policy::kNoRule) return;
  for (const std::string& clause : pool.rule(id).clauses) {
    if (std::ranges::find(clauses, clause) == clauses.end()) clauses.emplace_back(clause);
  }
}

std::string narrate(const Template& sentence, const Reasoning& why, Language language) {
  std::string out;
  policy::fill(out, language == Language::zh ? sentence.zh : sentence.en, why.arguments, language);
  return out;
}

}  // namespace

std::string narrate(const Reasoning& why, Language language) {
  return narrate(kTemplates[static_cast<std::size_t>(why.saying)], why, language);
}

std::string narrate(const Warning& warning, Language language) {
  return narrate(kWarnings[static_cast<std::size_t>(warning.kind)], warning.why, language);
}

std::vector<std::string_view> clauses_of(const Reasoning& why, const policy::Pool& pool) {
  std::vector<std::string_view> clauses;
  for (const policy::RuleId id : why.rules) add_clauses(id, pool, clauses);
  return clauses;
}

Basis basis_of(const Reasoning& why, const policy::Pool& pool) {
  Basis weakest = Basis::cited;
  for (const policy::RuleId id : why.rules) {
    if (id != policy::kNoRule) weakest = std::max(weakest, pool.rule(id).basis);
  }
  return weakest;
}

PolicyStatus policy_status_of(const Reasoning& why, const policy::Pool& pool) {
  PolicyStatus status = PolicyStatus::in_force;
  for (const policy::RuleId id : why.rules) {
    if (id != policy::kNoRule) status = std::max(status, pool.rule(id).status);
  }
  return status;
}

std::optional<int> standard_year_of(const Reasoning& why, const policy::Pool& pool) {
  for (const policy::RuleId id : why.rules) {
    if (id != policy::kNoRule && pool.rule(id).standard_year) return pool.rule(id).standard_year;
  }
  return std::nullopt;
}

}  // namespace yidan::standing
