#include "exchange/settled_bills.h"

#include <algorithm>

#include "base/json_canonical.h"
#include "base/visible.h"
#include "contract/bill.h"
#include "money/money.h"
#include "terms/region.h"

namespace yidan::exchange {
namespace {

using json::find;
using json::text_in;

Money money_in(const json::Value& object, std::string_view name) {
  return parse_money(text_in(object, name)).value_or(Money{});
}

Error wrong(const std::string& zh, const std::string& en) { return {ErrorCode::invalid_value, {zh, en}, {}}; }

// Whether the benefit has paid all that it pays in a year: the counters that its cap limits have reached it.
bool has_reached_its_cap(const json::Value& bill, const policy::Pool& pool, const policy::Benefit& benefit, Date day) {
  const json::Value* counters = find(bill, "counters");
  if (counters == nullptr || benefit.counters.cap.empty()) return false;
  Money paid;
  for (const policy::CounterId counter : benefit.counters.cap) {
    paid += money_in(*counters, pool.counter_names[static_cast<std::size_t>(counter)]);
  }
  std::optional<Money> cap;
  benefit.cap.for_each([&](const policy::Key&, const Period& period, const policy::Cell& cell) {
    if (!period.contains(day) || cell.kind != policy::Cell::Kind::amount) return;
    if (!cap || cell.money() < *cap) cap = cell.money();
  });
  return cap && paid >= *cap;
}

void add_layer(const json::Value& bill, const json::Value& layer, Money scope, const policy::Pool& pool, Date day,
               audit::Experience& experience) {
  const std::string_view name = text_in(layer, "benefit");
  const auto benefit = std::ranges::find(pool.benefits, name, &policy::Benefit::id);
  if (benefit == pool.benefits.end() || has_reached_its_cap(bill, pool, *benefit, day)) return;
  const Money base = above(scope, money_in(layer, "deductible"));
  if (!base.is_zero()) experience.add(name, day.year(), {}, base, money_in(layer, "paid"));
}

}  // namespace

void add_bill(const json::Value& bill, const policy::Pool& pool, audit::Experience& experience) {
  const json::Value* amounts = find(bill, "amounts");
  const json::Value* layers = find(bill, "layers");
  const auto day = parse_date(text_in(bill, "rule_date"));
  if (text_in(bill, "status") != code(BillStatus::settled) || amounts == nullptr || layers == nullptr || !day) return;
  for (const json::Value& layer : layers->items()) {
    if (text_in(layer, "layer") != code(Layer::basic)) continue;
    add_layer(bill, layer, money_in(*amounts, "policy_scope"), pool, *day, experience);
  }
}

Result<void> add_bills(std::string_view text, const policy::Pool& pool, audit::Experience& experience) {
  json::Document document;
  const auto parsed = document.parse(text);
  if (!parsed)
    return std::unexpected(wrong("不是 JSON：" + parsed.error().reason.zh, "no JSON: " + parsed.error().reason.en));
  const std::string_view format = text_in(**parsed, "format");
  if (format != contract::kBills.name) {
    const std::string found = shown(format);
    return std::unexpected(
        wrong("格式“" + found + "”不是 yidan.bill/1：请用 yidan settle --jsonl 的输出",
              "the format '" + found + "' is not yidan.bill/1: give what yidan settle --jsonl writes"));
  }
  const std::string_view of = text_in(**parsed, "pool");
  if (!of.empty() && of != to_text(pool.region)) {
    const std::string other = shown(of);
    return std::unexpected(
        wrong("是统筹区 " + other + " 的结算单，而非 " + to_text(pool.region) + "：请只给该统筹区的",
              "bills of pool " + other + ", not of " + to_text(pool.region) + ": give those of this pool alone"));
  }
  const json::Value* bills = find(**parsed, "bills");
  if (bills == nullptr) return {};
  for (const json::Value& bill : bills->items()) add_bill(bill, pool, experience);
  return {};
}

}  // namespace yidan::exchange
