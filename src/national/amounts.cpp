#include "national/amounts.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "base/json_canonical.h"
#include "terms/terms.h"

namespace yidan::national {
namespace {

Money yuan_in(const json::Value& object, std::string_view name) {
  return parse_money(json::text_in(object, name)).value_or(Money());
}

// A fund of ours: its code there, and the column in which what it paid stands.
struct FundColumn {
  Fund fund;
  std::string_view type;
  std::string_view name;
  Money Amounts::* column;
};
constexpr std::array kColumns{
    FundColumn{Fund::employee_pooled, "310100", "职工基本医疗保险统筹基金", &Amounts::basic},
    FundColumn{Fund::resident_pooled, "390100", "城乡居民基本医疗保险基金", &Amounts::basic},
    FundColumn{Fund::employee_large_amount, "330100", "大额医疗费用补助基金", &Amounts::large_amount},
    FundColumn{Fund::civil_servant, "320100", "公务员医疗补助基金", &Amounts::civil_servant},
    FundColumn{Fund::resident_catastrophic, "390200", "城乡居民大病医疗保险基金", &Amounts::catastrophic},
    FundColumn{Fund::assistance, "610100", "医疗救助基金", &Amounts::assistance},
};
constexpr std::string_view kAccountName = "职工基本医疗保险个人账户基金";

void add_layer(const json::Value& layer, Amounts& amounts) {
  const auto fund = parse_word<Fund>(json::text_in(layer, "fund"));
  const auto* column = fund ? std::ranges::find(kColumns, *fund, &FundColumn::fund) : kColumns.end();
  ensure(column != kColumns.end(), "every fund that pays a layer has a column");
  const Money paid = yuan_in(layer, "paid");
  amounts.*(column->column) += paid;
  amounts.deductible += yuan_in(layer, "deductible") + yuan_in(layer, "first_self_pay");
  if (paid.is_zero()) return;
  const auto same = std::ranges::find(amounts.paid, column->type, &FundPaid::type);
  if (same == amounts.paid.end()) {
    amounts.paid.push_back({column->type, column->name, yuan_in(layer, "base"), paid});
  } else {
    same->paid += paid;  // assistance, and assistance again
  }
}

struct Column {
  json::Key key;
  Money Amounts::* amount;
};
template <json::KeyText kName>
constexpr json::Key named{kName};

constexpr std::array kWritten{
    Column{named<"medfee_sumamt">, &Amounts::total},
    Column{named<"fulamt_ownpay_amt">, &Amounts::outside},
    Column{named<"overlmt_selfpay">, &Amounts::over_limit},
    Column{named<"preselfpay_amt">, &Amounts::first},
    Column{named<"inscp_scp_amt">, &Amounts::scope},
    Column{named<"act_pay_dedc">, &Amounts::deductible},
    Column{named<"hifp_pay">, &Amounts::basic},
    Column{named<"cvlserv_pay">, &Amounts::civil_servant},
    Column{named<"hifes_pay">, &Amounts::enterprise},
    Column{named<"hifmi_pay">, &Amounts::catastrophic},
    Column{named<"hifob_pay">, &Amounts::large_amount},
    Column{named<"maf_pay">, &Amounts::assistance},
    Column{named<"fund_pay_sumamt">, &Amounts::funds},
    Column{named<"psn_part_amt">, &Amounts::person},
    Column{named<"acct_pay">, &Amounts::account},
    Column{named<"psn_cash_pay">, &Amounts::cash},
    Column{named<"acct_mulaid_pay">, &Amounts::family_account},
};

// "0.5500": what the pooled fund paid of the policy scope, cut off behind four decimals.
std::int64_t pooled_share(const Amounts& amounts) {
  constexpr std::int64_t places = 10'000;
  if (amounts.scope.is_zero()) return 0;
  return static_cast<std::int64_t>(static_cast<decimal::Wide>(amounts.basic.in_fen()) * places /
                                   amounts.scope.in_fen());
}

}  // namespace

std::string_view fund_pay_type(Fund fund) {
  const auto* column = std::ranges::find(kColumns, fund, &FundColumn::fund);
  return column == kColumns.end() ? "999997" : column->type;
}

Amounts amounts_of(const json::Value& bill) {
  Amounts amounts;
  if (const json::Value* parts = json::find(bill, "amounts")) {
    amounts.total = yuan_in(*parts, "total");
    amounts.outside = yuan_in(*parts, "outside_catalogue") + yuan_in(*parts, "not_payable");
    amounts.over_limit = yuan_in(*parts, "over_limit");
    amounts.first = yuan_in(*parts, "self_pay_first");
    amounts.scope = yuan_in(*parts, "policy_scope");
  }
  if (const json::Value* layers = json::find(bill, "layers")) {
    for (const json::Value& each : layers->items()) add_layer(each, amounts);
  }
  amounts.enterprise = yuan_in(bill, "enterprise_supplement");
  amounts.funds = yuan_in(bill, "fund_total") + amounts.enterprise;
  amounts.account = yuan_in(bill, "account");
  amounts.cash = yuan_in(bill, "cash");
  amounts.person = amounts.account + amounts.cash;
  if (const json::Value* owners = json::find(bill, "account_by_owner")) {
    for (const json::Member& each : owners->members()) {
      if (each.key != code(AccountOwner::self)) amounts.family_account += yuan_in(*owners, each.key);
    }
  }
  if (!amounts.account.is_zero()) {
    amounts.paid.push_back({kAccountPayType, kAccountName, amounts.scope, amounts.account});
  }
  return amounts;
}

Amounts read_amounts(const json::Value& output) {
  Amounts amounts;
  if (const json::Value* info = json::find(output, "setlinfo")) {
    for (const Column& each : kWritten) amounts.*(each.amount) = yuan_in(*info, each.key.name());
  }
  if (const json::Value* rows = json::find(output, "setldetail")) {
    for (const json::Value& each : rows->items()) {
      const std::string_view type = json::text_in(each, "fund_pay_type");
      const auto* column = std::ranges::find(kColumns, type, &FundColumn::type);
      const bool is_fund = column != kColumns.end();
      amounts.paid.push_back({is_fund ? column->type : kAccountPayType, is_fund ? column->name : kAccountName,
                              yuan_in(each, "inscp_scp_amt"), yuan_in(each, "fund_payamt")});
    }
  }
  return amounts;
}

Amounts negated(Amounts amounts) {
  for (const Column& each : kWritten) amounts.*(each.amount) = Money() - amounts.*(each.amount);
  for (FundPaid& each : amounts.paid) {
    each.scope = Money() - each.scope;
    each.paid = Money() - each.paid;
  }
  return amounts;
}

void write_amounts(json::Writer& json, const Amounts& amounts) {
  for (const Column& each : kWritten) json.fixed(each.key, (amounts.*(each.amount)).in_fen(), 2);
  json.fixed(named<"pool_prop_selfpay">, pooled_share(amounts), 4);
  json.fixed(named<"oth_pay">, 0, 2);
  json.fixed(named<"hosp_part_amt">, 0, 2);
}

void write_funds(json::Writer& json, const Amounts& amounts) {
  json.key("setldetail");
  json.begin_array();
  for (const FundPaid& each : amounts.paid) {
    json.begin_object();
    json.text("fund_pay_type", each.type);
    json.text("fund_pay_type_name", each.name);
    json.fixed(named<"inscp_scp_amt">, each.scope.in_fen(), 2);
    json.fixed(named<"crt_payb_lmt_amt">, each.paid.in_fen(), 2);
    json.fixed(named<"fund_payamt">, each.paid.in_fen(), 2);
    json.end_object();
  }
  json.end_array();
}

}  // namespace yidan::national
