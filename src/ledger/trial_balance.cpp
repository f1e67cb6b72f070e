#include "ledger/trial_balance.h"

#include <algorithm>

#include "ledger/figure_columns.h"

namespace yidan::ledger {
namespace {

void add(Turnover& sum, const Turnover& turnover) {
  sum.debit += turnover.debit;
  sum.credit += turnover.credit;
}

class BalanceText {
 public:
  BalanceText(const TrialBalance& balance, const PoolNames& names, Language language)
      : names_(names), language_(language), columns_(language) {
    for (const PoolBalance& pool : balance) {
      for (const FundBalance& fund : pool.funds) widen(fund);
    }
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

  void title() {
    out_ += say("试算平衡表（元；余额为借方减贷方）\n", "Trial balance (yuan; a balance is debits less credits)\n");
  }

  void pool(const PoolBalance& pool) {
    const auto name = names_.find(pool.pool);
    out_ += "\n" + std::to_string(pool.pool);
    if (name != names_.end()) out_ += " " + name->second.in(language_);
    out_ += "\n";
    for (const FundBalance& fund : pool.funds) write(fund);
  }

  // The funds that are not balanced, or that there are none.
  void verdict(const TrialBalance& balance) {
    if (is_balanced(balance)) {
      out_ += say("\n各基金均平\n", "\nevery fund is balanced\n");
      return;
    }
    out_ += say("\n不平的基金：\n", "\nnot balanced:\n");
    for (const PoolBalance& pool : balance) {
      for (const FundBalance& fund : pool.funds) {
        if (fund.balanced()) continue;
        out_ += "  " + std::to_string(pool.pool) + " " + named(fund.fund) + say("：", ": ") + excess_of(fund) + "\n";
      }
    }
  }

 private:
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return std::string(language_ == Language::zh ? zh : en);
  }
  template <class E>
  [[nodiscard]] std::string named(E value) const {
    return say(word(value).zh, word(value).en);
  }

  void widen(const FundBalance& fund) {
    columns_.fit(fund.total);
    for (const auto& [account, turnover] : fund.accounts) columns_.fit(turnover);
  }

  void write(const FundBalance& fund) {
    out_ += "  " + named(fund.fund) + "\n" + columns_.heading();
    for (const auto& [account, turnover] : fund.accounts) out_ += columns_.row(turnover, named(account));
    const std::string verdict =
        fund.balanced() ? say("平", "balanced") : say("不平：", "not balanced: ") + excess_of(fund);
    out_ += columns_.row(fund.total, say("合计  ", "total  ") + verdict);
  }

  // By how much and on which side a fund is not balanced.
  [[nodiscard]] std::string excess_of(const FundBalance& fund) const {
    const Money balance = fund.total.balance();
    const bool debit = balance > Money{};
    const std::string excess = to_grouped_text(debit ? balance : Money{} - balance);
    return debit ? say("借方多 ", "debits exceed credits by ") + excess
                 : say("贷方多 ", "credits exceed debits by ") + excess;
  }

  const PoolNames& names_;
  Language language_;
  FigureColumns columns_;
  std::string out_;
};

class BalanceJson {
 public:
  BalanceJson(std::string& out, json::Writer::Style style) : json_(out, style) {}

  void write(const TrialBalance& balance) {
    json_.begin_object();
    json_.text("format", "yidan.balance/1");
    flag("balanced", is_balanced(balance));
    list("pools", balance, [this](const PoolBalance& pool) {
      json_.text("pool", std::to_string(pool.pool));
      list("funds", pool.funds, [this](const FundBalance& fund) { write(fund); });
    });
    json_.end_object();
  }

 private:
  void write(const FundBalance& fund) {
    json_.text("fund", code(fund.fund));
    list("accounts", fund.accounts, [this](const auto& line) {
      json_.text("account", code(line.first));
      write(line.second);
    });
    write(fund.total);
    flag("balanced", fund.balanced());
  }

  void write(const Turnover& turnover) {
    json_.text("debit", to_text(turnover.debit));
    json_.text("credit", to_text(turnover.credit));
    json_.text("balance", to_text(turnover.balance()));
  }

  // A list of objects.
  template <class Items, class Members>
  void list(std::string_view key, const Items& items, Members write_members) {
    json_.key(key);
    json_.begin_array();
    for (const auto& item : items) {
      json_.begin_object();
      write_members(item);
      json_.end_object();
    }
    json_.end_array();
  }
  void flag(std::string_view key, bool truth) {
    json_.key(key);
    json_.boolean(truth);
  }

  json::Writer json_;
};

}  // namespace

TrialBalance trial_balance(std::span<const BalanceRow> rows) {
  std::map<std::int32_t, std::map<Fund, FundBalance>> sorted;
  for (const BalanceRow& row : rows) {
    FundBalance& fund = sorted[row.pool][row.fund];
    fund.fund = row.fund;
    add(fund.accounts[row.account], row.turnover);
    add(fund.total, row.turnover);
  }
  TrialBalance balance;
  for (auto& [pool, funds] : sorted) {
    PoolBalance& each = balance.emplace_back(pool);
    for (auto& [fund, lines] : funds) each.funds.push_back(std::move(lines));
  }
  return balance;
}

void keep(TrialBalance& balance, std::int32_t pool, Fund fund) {
  auto books = std::ranges::lower_bound(balance, pool, {}, &PoolBalance::pool);
  if (books == balance.end() || books->pool != pool) books = balance.insert(books, PoolBalance{.pool = pool});
  const auto place = std::ranges::lower_bound(books->funds, fund, {}, &FundBalance::fund);
  if (place == books->funds.end() || place->fund != fund) books->funds.insert(place, FundBalance{.fund = fund});
}

bool is_balanced(const TrialBalance& balance) {
  return std::ranges::all_of(
      balance, [](const PoolBalance& pool) { return std::ranges::all_of(pool.funds, &FundBalance::balanced); });
}

std::string trial_balance_text(const TrialBalance& balance, const PoolNames& names, Language language) {
  BalanceText text(balance, names, language);
  text.title();
  for (const PoolBalance& pool : balance) text.pool(pool);
  text.verdict(balance);
  return text.take();
}

std::string trial_balance_json(const TrialBalance& balance, json::Writer::Style style) {
  std::string out;
  BalanceJson(out, style).write(balance);
  return out + "\n";
}

}  // namespace yidan::ledger
