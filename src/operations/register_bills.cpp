// What registers see of bills and of the rules by which the books settle.
#include <algorithm>
#include <utility>

#include "books/stored_bill.h"
#include "operations/registers.h"
#include "policy/procedure.h"

namespace yidan::operations {
namespace {

using registers::BillName;
using registers::BillSeen;

constexpr std::size_t kBillsAPage = 1000;

// Absent: the bill was reversed.
Result<std::optional<BillSeen>> seen_in(const store::Row& row) {
  const auto bill = books::read_row(row);
  const auto day = bill ? parse_date(bill->rule_date) : std::unexpected(Error{});
  if (!day) {
    return std::unexpected(
        Error{ErrorCode::damaged,
              {"结算单的栏目已损坏：请运行 yidan verify", "the columns of a bill are damaged: run yidan verify"},
              {}});
  }
  if (bill->status == "reversed") return std::nullopt;
  return BillSeen{.name = {bill->provider, bill->encounter, *day},
                  .settled = bill->status == code(BillStatus::settled),
                  .total = Money::fen(bill->total),
                  .policy_scope = Money::fen(bill->policy_scope),
                  .funds = Money::fen(bill->fund_total)};
}

Error of_two_persons(const BillName& name) {
  return {ErrorCode::conflict,
          {"“" + to_text(name) + "”不止一人：该机构当日有同号的就诊，请先更正编号",
           "'" + to_text(name) +
               "' is the bill of more than one person: the institution gave the number twice on that "
               "day, put that right first"},
          {}};
}

}  // namespace

Result<void> RegisterBook::each_bill(const registers::BillsAsked& asked, const VisitBill& visit) {
  if (asked.to < asked.from) return {};
  store::RowQuery query{.table = std::string(store::kBillTable),
                        .pool = pool_.code(),
                        .provider = asked.provider,
                        .from = to_text(asked.from),
                        .to = to_text(asked.to),
                        .limit = kBillsAPage};
  do {
    const auto page = desk_.store().rows(query);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      const auto seen = seen_in(each.row);
      if (!seen) return std::unexpected(seen.error());
      if (*seen) visit(**seen);
    }
    query.after = page->next;
  } while (!query.after.empty());
  return {};
}

Result<std::optional<BillSeen>> RegisterBook::bill(const BillName& name) {
  std::optional<BillSeen> found;
  bool twice = false;
  const auto read = each_bill({name.provider, name.day, name.day}, [&](const BillSeen& each) {
    if (each.name != name) return;
    twice = twice || found.has_value();
    found = each;
  });
  if (!read) return std::unexpected(read.error());
  if (twice) return std::unexpected(of_two_persons(name));
  return found;
}

Result<bool> RegisterBook::runs(const std::string& rule, Date on) {
  const auto packs = desk_.packs_for(pool_.code(), on);
  if (!packs) return false;  // nothing is settled by anything
  const policy::Pool* pool = packs->policy->find(pool_);
  if (pool == nullptr) return false;
  return std::ranges::any_of(pool->rules, [&](const policy::Rule& each) {
    if (each.folder != pool->folder || !each.period.contains(on)) return false;
    return policy::names_parameter({rule}, each.id) || std::ranges::find(each.clauses, rule) != each.clauses.end();
  });
}

}  // namespace yidan::operations
