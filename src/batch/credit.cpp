#include "batch/credit.h"

#include "batch/values.h"
#include "standing/account.h"

namespace yidan::batch {
namespace {

using policy::Cell;

struct CreditColumn {
  enum : std::size_t { id, born, status, monthly_wage };
};
constexpr std::array<Column, 4> kCreditColumns{{
    {"id", true, false, kNumberHeadings},
    {"born", true, false, "出生日期 出生年月日"},
    {"status", true, false, "参保身份 人员状态 参保状态 人员类别"},
    {"monthly_wage", false, false, "月工资 月缴费工资 缴费工资 月缴费基数 缴费基数"},
}};
constexpr std::array<std::string_view, 5> kCreditAnswer{"id", "month", "credit", "rule", "basis"};

constexpr std::array kCreditStatuses{Status::active, Status::retired, Status::flexible};

// Whether the pool has a rule by which the status is credited in the month; it does not depend on the person.
bool has_rule(const policy::PeopleRules& rules, Status status, Month month) {
  const Date day = month.first_day();
  const auto credit = status == Status::active ? standing::credit_of_active(rules, day, {}, month)
                                               : standing::credit_of_retired(rules, day, month);
  return credit && *credit;
}

}  // namespace

CreditJob::CreditJob(const policy::Pool& pool, Month month)
    : pool_(pool), month_(month), month_text_(to_text(month)), last_day_(month.last_day()), tally_(pool) {
  bool none = true;
  for (std::size_t i = 0; i < kCreditStatuses.size(); ++i) {
    obstacles_[i] = obstacle_for(kCreditStatuses[i]);
    none = none && obstacles_[i];
  }
  if (none) obstacle_ = no_rule({}, {});
}

Columns CreditJob::columns() const { return kCreditColumns; }
std::span<const std::string_view> CreditJob::answer_columns() const { return kCreditAnswer; }

std::optional<Refusal> CreditJob::obstacle_for(Status status) const {
  const Cell* holds =
      standing::find(pool_.people.account_holders, policy::Dimension::status, status, month_.first_day());
  const Word& named = word(status);
  if (standing::says(holds, Holding::no_account)) {
    Refusal refusal{"no-account",
                    std::string(kCreditColumns[CreditColumn::status].name),
                    {std::string(named.zh) + "人员没有个人账户",
                     "persons who are " + std::string(named.en) + " have no personal account"},
                    {}};
    for (const std::string& clause : pool_.rule(holds->rule).clauses) refusal.clauses.emplace_back(clause);
    return refusal;
  }
  if (holds != nullptr && has_rule(pool_.people, status, month_)) return std::nullopt;
  return no_rule(std::string(named.zh) + "人员", " of persons who are " + std::string(named.en));
}

// `zh` and `en` say for whom there is no rule.
Refusal CreditJob::no_rule(const std::string& zh, const std::string& en) const {
  const std::string see = "yidan policy show " + to_text(pool_.region) + " --on " + month_text_ + "-01";
  return {
      "no-rule",
      {},
      {pool_.name.zh + "在 " + month_text_ + " 没有" + zh + "个人账户的划入规定（见 " + see + "）",
       "no rule of " + pool_.name.en + " credits personal accounts" + en + " in " + month_text_ + " (see " + see + ")"},
      {}};
}

std::optional<Refusal> CreditJob::write(const standing::Credit& credit, std::string_view id, Sheet& sheet) {
  try {
    Group& group = tally_.group(credit.why);
    tally_.count(group, credit.amount);
    sheet.text(id).text(month_text_).money(credit.amount).text(group.rule).text(code(group.basis)).end();
  } catch (const Overflow&) {
    return sum_overflow();
  }
  return std::nullopt;
}

std::optional<Refusal> CreditJob::answer(const Row& row, Sheet& sheet) {
  Values values(kCreditColumns, row);
  const std::string id = values.require_number(CreditColumn::id);
  const Date born = values.require_date(CreditColumn::born);
  const auto status =
      values.require_word<Status>(CreditColumn::status, {Status::active, Status::retired, Status::flexible});
  if (born > last_day_ && !values.refusal()) {
    values.refuse(CreditColumn::born, ErrorCode::contradiction,
                  {"出生日期晚于划入月份 " + month_text_, "born after the month of the credit, " + month_text_});
  }
  if (values.refusal()) return values.refusal();
  if (auto again = persons_.repeated(id, kCreditColumns[CreditColumn::id].name)) return again;
  if (const auto& obstacle = obstacles_[static_cast<std::size_t>(status)]) return obstacle;
  const bool active = status == Status::active;
  const Money wage = active ? values.require_money(CreditColumn::monthly_wage) : Money{};
  if (values.refusal()) return values.refusal();
  const auto credit = active ? standing::credit_of_active(pool_.people, born, wage, month_)
                             : standing::credit_of_retired(pool_.people, born, month_);
  if (!credit) return sum_overflow();
  ensure(credit->has_value(), "a status that is credited has a rule for every age");
  if (auto refusal = write(**credit, id, sheet)) return refusal;
  persons_.take(id, born, row.line);
  return std::nullopt;
}

}  // namespace yidan::batch
