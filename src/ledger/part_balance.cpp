#include "ledger/part_balance.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/visible.h"
#include "terms/say.h"

namespace yidan::ledger {
namespace {

// Figures stand before names, as in the trial balance: aligned in either language.
class PartText : private Speaker {
 public:
  PartText(const PartBalance& balance, const PoolNames& names, Language language)
      : Speaker(language), balance_(balance), names_(names) {
    widths_ = language == Language::zh ? std::array<std::size_t, 3>{10, 10, 4} : std::array<std::size_t, 3>{6, 7, 7};
    for (const auto& [key, turnover] : balance.rows) {
      const auto figures = figures_of(turnover);
      for (std::size_t i = 0; i < figures.size(); ++i) widths_.at(i) = std::max(widths_.at(i), figures.at(i).size());
    }
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
  void title() {
    out_ += balance_.by == PartBy::provider
                ? say("与医疗机构的往来（元；余额为借方减贷方，负数为应付）\n",
                      "Balances with providers (yuan; debits less credits, negative is owed to them)\n")
                : say("各月发生额（元；按记账的月份）\n", "What each month moved (yuan; by the month of booking)\n");
    const std::array<std::string, 3> headings{say("借方发生额", "debits"), say("贷方发生额", "credits"),
                                              say("余额", "balance")};
    const std::array<std::size_t, 3> taken =
        language() == Language::zh ? std::array<std::size_t, 3>{10, 10, 4} : std::array<std::size_t, 3>{6, 7, 7};
    out_ += "  ";
    for (std::size_t i = 0; i < headings.size(); ++i) {
      out_ += std::string(2 + widths_.at(i) - taken.at(i), ' ') + headings.at(i);
    }
    out_ += "\n";
  }

  void pool(std::int32_t code) {
    const auto name = names_.find(code);
    out_ += "\n" + std::to_string(code) + (name == names_.end() ? "" : " " + name->second.in(language())) + "\n";
  }

  void row(const PartKey& key, const Turnover& turnover) {
    const auto figures = figures_of(turnover);
    out_ += "  ";
    for (std::size_t i = 0; i < figures.size(); ++i) {
      out_ += std::string(2 + widths_.at(i) - figures.at(i).size(), ' ') + figures.at(i);
    }
    out_ += "  " + say(key.fund);
    if (balance_.by == PartBy::month) out_ += say(" · ", " · ") + say(key.account);
    out_ += "\n";
  }

  const PartBalance& balance_;
  const PoolNames& names_;
  std::array<std::size_t, 3> widths_{};
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
