#include "exchange/session.h"

#include <algorithm>

#include "benefit/settle.h"
#include "exchange/bill_text.h"
#include "exchange/case_reader.h"
#include "exchange/case_standing.h"
#include "exchange/display.h"

namespace yidan::exchange {
namespace {

bool any_rejected(const std::vector<benefit::Bill>& bills) {
  return std::ranges::any_of(bills, [](const benefit::Bill& bill) { return bill.status == BillStatus::rejected; });
}

}  // namespace

void Session::reject(const Error& error, std::string& out) const {
  if (form_ == Form::json) {
    write_rejected_case(out, error, options_);
    out += '\n';
  } else {
    out += describe_rejected(error, options_.language);
  }
}

Result<Case> Session::read(std::string_view text, std::size_t first_line) {
  const auto value = parse(document_, text, first_line);
  if (!value) return std::unexpected(value.error());
  auto facts = read_case(**value, policy_);
  return facts ? with_standing(*policy_.find(facts->pool), std::move(*facts)) : facts;
}

Result<SettledCase> Session::settled(std::string_view text, std::size_t first_line) {
  Result<Case> facts = read(text, first_line);
  if (!facts) return std::unexpected(std::move(facts.error()));
  const bool wants_steps = form_ == Form::text || options_.steps != StepDetail::none;
  const auto recording = wants_steps ? benefit::Recording::steps : benefit::Recording::none;
  auto bills = benefit::settle_case(*policy_.find(facts->pool), *facts, recording);
  return SettledCase{std::move(*facts), std::move(bills)};
}

Outcome Session::settle(std::string_view text, std::string& out, std::size_t first_line) {
  const Result<Outcome> outcome = answer(text, out, first_line);
  if (!outcome) reject(outcome.error(), out);
  return outcome.value_or(Outcome::rejected);
}

Result<Outcome> Session::answer(std::string_view text, std::string& out, std::size_t first_line) {
  const Result<SettledCase> settled = this->settled(text, first_line);
  if (!settled) return std::unexpected(settled.error());
  const auto& [facts, bills] = *settled;
  if (form_ == Form::json) {
    write_bills(out, facts, bills, options_);
    out += '\n';
  } else {
    for (std::size_t i = 0; i < bills.size(); ++i) {
      const auto& encounter = facts.entries[i].encounter;
      out += describe(facts.person, encounter ? &*encounter : nullptr, bills[i], options_);
    }
  }
  return any_rejected(bills) ? Outcome::rejected : Outcome::settled;
}

}  // namespace yidan::exchange
