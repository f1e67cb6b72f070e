#include "ledger/figure_columns.h"

#include <algorithm>
#include <string_view>

namespace yidan::ledger {
namespace {

// A column of figures; `zh_columns` is what the Chinese heading takes on a terminal.
struct Column {
  std::string_view zh;
  std::size_t zh_columns;
  std::string_view en;

  [[nodiscard]] std::string_view heading(Language language) const { return language == Language::zh ? zh : en; }
  [[nodiscard]] std::size_t width(Language language) const { return language == Language::zh ? zh_columns : en.size(); }
};
constexpr std::array<Column, 3> kColumns{
    {{"借方发生额", 10, "debits"}, {"贷方发生额", 10, "credits"}, {"余额", 4, "balance"}}};

std::array<std::string, kColumns.size()> figures_of(const Turnover& turnover) {
  return {to_grouped_text(turnover.debit), to_grouped_text(turnover.credit), to_grouped_text(turnover.balance())};
}

}  // namespace

FigureColumns::FigureColumns(Language language) : language_(language) {
  for (std::size_t i = 0; i < kColumns.size(); ++i) widths_.at(i) = kColumns.at(i).width(language);
}

void FigureColumns::fit(const Turnover& turnover) {
  const auto figures = figures_of(turnover);
  for (std::size_t i = 0; i < figures.size(); ++i) widths_.at(i) = std::max(widths_.at(i), figures.at(i).size());
}

std::string FigureColumns::heading() const {
  std::string line = "  ";
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    line += std::string(2 + widths_.at(i) - kColumns.at(i).width(language_), ' ');
    line += kColumns.at(i).heading(language_);
  }
  return line + "\n";
}

std::string FigureColumns::row(const Turnover& turnover, const std::string& name) const {
  const auto figures = figures_of(turnover);
  std::string line = "  ";
  for (std::size_t i = 0; i < figures.size(); ++i) {
    line += std::string(2 + widths_.at(i) - figures.at(i).size(), ' ') + figures.at(i);
  }
  return line + "  " + name + "\n";
}

}  // namespace yidan::ledger
