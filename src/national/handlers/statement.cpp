// 3201: what an institution has added up against what we have, by days, insurance and clearing class.

#include "national/statement.h"

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "national/transactions.h"
#include "operations/permission.h"
#include "operations/settled_rows.h"

namespace yidan::national {
namespace {

struct Totals {
  Money fee;
  Money funds;
  Money account;
  std::int64_t count = 0;

  bool operator==(const Totals&) const = default;
};

// What the books have for the institution, of both kinds or of one, as the message asks.
Result<Totals> totals_of(const Turn& turn, const Reader& asked, Region pool) {
  const auto entries =
      operations::settled_entries(turn.caller.desk.store(), {.pool = pool,
                                                             .provider = turn.envelope.institution,
                                                             .from = asked.day("stmt_begndate"),
                                                             .to = asked.day("stmt_enddate"),
                                                             .insurance = std::string(asked.text("insutype")),
                                                             .clearing = std::string(asked.text("clr_type"))});
  if (!entries) return std::unexpected(entries.error());
  Totals totals;
  for (const reconciliation::Entry& each : *entries) {
    if (each.state == EntryState::reversed) continue;  // by 2601: it is as if it had never come
    const bool is_refund = each.state == EntryState::taken_back;
    if (asked.has("refd_setl_flag") && asked.flag("refd_setl_flag") != is_refund) continue;
    totals.fee += each.columns.of(StatementColumn::total);
    totals.funds += each.columns.of(StatementColumn::funds);
    totals.account += each.columns.of(StatementColumn::account);
    ++totals.count;
  }
  return totals;
}

// 0: equal; 1: we have more; 2: the institution has; 3: the same number, other amounts.
std::string_view result_of(const Totals& ours, const Totals& theirs) {
  if (ours == theirs) return "0";
  if (ours.count != theirs.count) return ours.count > theirs.count ? "1" : "2";
  return "3";
}

std::string described(const Totals& ours, const Totals& theirs) {
  if (ours == theirs) return "对平";
  const auto pair = [](std::string_view name, const std::string& us, const std::string& them) {
    return us == them ? std::string() : "；" + std::string(name) + " 中心 " + us + "，机构 " + them;
  };
  return "不平" + pair("笔数", std::to_string(ours.count), std::to_string(theirs.count)) +
         pair("费用总额", to_text(ours.fee), to_text(theirs.fee)) +
         pair("基金支付", to_text(ours.funds), to_text(theirs.funds)) +
         pair("账户支付", to_text(ours.account), to_text(theirs.account));
}

}  // namespace

Result<std::string> compare_totals(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto pool = settling_pool(turn, asked);
  if (!pool) return std::unexpected(pool.error());
  auto allowed = operations::may(turn.caller, Deed::see_reconciliation,
                                 {.pool = pool->code(), .provider = turn.envelope.institution});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  if (asked.day("stmt_enddate") < asked.day("stmt_begndate")) return std::unexpected(days_in_wrong_order());
  const auto ours = totals_of(turn, asked, *pool);
  if (!ours) return std::unexpected(ours.error());
  const Totals theirs{asked.money("medfee_sumamt"), asked.money("fund_pay_sumamt"), asked.money("acct_pay"),
                      asked.number("fixmedins_setl_cnt", 0)};
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("stmtinfo");
  json.begin_object();
  json.text("setl_optins", asked.text("setl_optins"));
  json.text("stmt_rslt", result_of(*ours, theirs));
  json.text("stmt_rslt_dscr", described(*ours, theirs));
  json.end_object();
  json.end_object();
  return text;
}

}  // namespace yidan::national
