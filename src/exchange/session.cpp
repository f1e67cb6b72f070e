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

Outcome Session::settle(std::string_view text, std::string& out, std::size_t first_line) {
  const Result<Case> facts = read(text, first_line);
  if (!facts) {
    reject(facts.error(), out);
    return Outcome::rejected;
  }
  const bool wants_steps = form_ == Form::text || options_.steps != StepDetail::none;
  const auto recording = wants_steps ? benefit::Recording::steps : benefit::Recording::none;
  const auto bills = benefit::settle_case(*policy_.find(facts->pool), *facts, recording);
  if (form_ == Form::json) {
    write_bills(out, *facts, bills, options_);
    out += '\n';
  } else {
    for (const benefit::Bill& bill : bills) out += describe(*facts, bill, options_);
  }
  return any_rejected(bills) ? Outcome::rejected : Outcome::settled;
}

}  // namespace yidan::exchange
