#include "exchange/session.h"

#include <algorithm>

#include "benefit/settle.h"
#include "exchange/bill_text.h"
#include "exchange/case_reader.h"

namespace yidan::exchange {
namespace {

Error syntax_error(const json::SyntaxError& found, std::size_t first_line) {
  const std::string where = std::to_string(first_line + found.line - 1) + ":" + std::to_string(found.column);
  return {ErrorCode::syntax,
          {"不是有效的 JSON（第 " + std::to_string(first_line + found.line - 1) + " 行第 " +
               std::to_string(found.column) + " 列）：" + found.reason.zh,
           "not valid JSON (line " + std::to_string(first_line + found.line - 1) + ", column " +
               std::to_string(found.column) + "): " + found.reason.en},
          where};
}

bool any_rejected(const std::vector<benefit::Bill>& bills) {
  return std::ranges::any_of(bills, [](const benefit::Bill& bill) { return bill.status == BillStatus::rejected; });
}

}  // namespace

void Session::reject(const Error& error, std::string& out) const {
  if (form_ == Form::json) {
    write_rejected_case(out, error, options_);
    out += '\n';
  } else {
    out += describe_rejected_case(error, options_.language);
  }
}

Outcome Session::settle(std::string_view text, std::string& out, std::size_t first_line) {
  const auto parsed = document_.parse(text);
  if (!parsed) {
    reject(syntax_error(parsed.error(), first_line), out);
    return Outcome::rejected;
  }
  const Result<Case> facts = read_case(**parsed, policy_);
  if (!facts) {
    reject(facts.error(), out);
    return Outcome::rejected;
  }
  const bool wants_steps = form_ == Form::text || options_.steps != StepDetail::none;
  const auto recording = wants_steps ? benefit::Recording::steps : benefit::Recording::none;
  const auto bills = benefit::settle_case(*policy_.find(facts->pool.code()), *facts, recording);
  if (form_ == Form::json) {
    write_bills(out, *facts, bills, options_);
    out += '\n';
  } else {
    for (const benefit::Bill& bill : bills) out += describe(*facts, bill, options_);
  }
  return any_rejected(bills) ? Outcome::rejected : Outcome::settled;
}

}  // namespace yidan::exchange
