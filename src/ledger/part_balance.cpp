#include "ledger/part_balance.h"

#include "base/visible.h"
#include "ledger/figure_columns.h"

namespace yidan::ledger {
namespace {

class PartText {
 public:
  PartText(const PartBalance& balance, const PoolNames& names, Language language)
      : balance_(balance), names_(names), language_(language), columns_(language) {
    for (const auto& [key, turnover] : balance.rows) columns_.fit(turnover);
  }

  std::string text() && {
    title();
    const PartKey* last = nullptr;
    for (const auto& [key, turnover] : balance_.rows) {
      if (last == nullptr || last->pool != key.pool) pool(key.pool);
      if (last == nullptr || last->pool != key.pool || last->part != key.part) out_ += "  " + shown(key.part) + "\n";
      row(key, turnover);
      last = &key;
    }
    if (last == nullptr) out_ += say("\n没有\n", "\nnothing\n");
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return std::string(language_ == Language::zh ? zh : en);
  }
  template <class E>
  [[nodiscard]] std::string named(E value) const {
    return say(word(value).zh, word(value).en);
  }

  void title() {
    out_ += balance_.by == PartBy::provider
                ? say("与医疗机构的往来（元；余额为借方减贷方，负数为应付）\n",
                      "Balances with providers (yuan; debits less credits, negative is owed to them)\n")
                : say("各月发生额（元；按记账的月份）\n", "What each month moved (yuan; by the month of booking)\n");
    out_ += columns_.heading();
  }

  void pool(std::int32_t code) {
    const auto name = names_.find(code);
    out_ += "\n" + std::to_string(code) + (name == names_.end() ? "" : " " + name->second.in(language_)) + "\n";
  }

  void row(const PartKey& key, const Turnover& turnover) {
    std::string name = named(key.fund);
    if (balance_.by == PartBy::month) name += " · " + named(key.account);
    out_ += columns_.row(turnover, name);
  }

  const PartBalance& balance_;
  const PoolNames& names_;
  Language language_;
  FigureColumns columns_;
  std::string out_;
};

}  // namespace

void PartBalance::add(const PartKey& key, Money amount) {
  Turnover& turnover = rows[key];
  if (amount > Money{}) {
    turnover.debit += amount;
  } else {
    turnover.credit += Money{} - amount;
  }
}

std::string part_balance_text(const PartBalance& balance, const PoolNames& names, Language language) {
  return PartText(balance, names, language).text();
}

std::string part_balance_json(const PartBalance& balance, json::Writer::Style style) {
  std::string out;
  json::Writer json(out, style);
  json.begin_object();
  json.text("format", "yidan.balance-by/1");
  json.text("by", balance.by == PartBy::provider ? "provider" : "month");
  json.key("rows");
  json.begin_array();
  for (const auto& [key, turnover] : balance.rows) {
    json.begin_object();
    json.text("pool", std::to_string(key.pool));
    json.text(balance.by == PartBy::provider ? "provider" : "month", key.part);
    json.text("fund", code(key.fund));
    json.text("account", code(key.account));
    json.text("debit", to_text(turnover.debit));
    json.text("credit", to_text(turnover.credit));
    json.text("balance", to_text(turnover.balance()));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out + "\n";
}

}  // namespace yidan::ledger
