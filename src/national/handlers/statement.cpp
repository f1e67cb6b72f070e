// 3201: what an institution has added up against what we have, by days, insurance and clearing class.

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "national/transactions.h"
#include "operations/permission.h"

namespace yidan::national {
namespace {

struct Totals {
  Money fee;
  Money funds;
  Money account;
  std::int64_t count = 0;

  bool operator==(const Totals&) const = default;
};

// Negative amounts are those of settlements that were taken back.
Money signed_yuan(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  const Money amount = parse_money(is_negative ? text.substr(1) : text).value_or(Money());
  return is_negative ? Money() - amount : amount;
}

Result<Totals> totals_of(const Turn& turn, const Reader& asked) {
  Totals totals;
  store::RowQuery query{.table = std::string(kSettlementTable),
                        .provider = turn.envelope.institution,
                        .care = std::string(asked.text("insutype")) + "/" + std::string(asked.text("clr_type")),
                        .from = to_text(asked.day("stmt_begndate")),
                        .to = to_text(asked.day("stmt_enddate")),
                        .limit = 1000};
  const std::string wanted = !asked.has("refd_setl_flag") ? "" : asked.flag("refd_setl_flag") ? "refund" : "settled";
  query.state = wanted;
  do {
    const auto page = turn.caller.desk.store().rows(query);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      if (each.row.state == kReversed) continue;  // by 2601: it is as if it had never come
      json::Document document;
      const auto data = document.parse(each.row.data);
      if (!data) continue;
      totals.fee += signed_yuan(json::text_in(**data, "total"));
      totals.funds += signed_yuan(json::text_in(**data, "funds"));
      totals.account += signed_yuan(json::text_in(**data, "account"));
      ++totals.count;
    }
    query.after = page->next;
  } while (!query.after.empty());
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
  auto allowed =
      operations::may(turn.caller, Deed::see_feed, {.provider = turn.envelope.institution, .is_of_pool = false});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  if (asked.day("stmt_enddate") < asked.day("stmt_begndate")) {
    return std::unexpected(Error{ErrorCode::invalid_value,
                                 {"对账结束日期早于开始日期", "the last day lies before the first"},
                                 "$.input.data.stmt_enddate"});
  }
  const auto ours = totals_of(turn, asked);
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
