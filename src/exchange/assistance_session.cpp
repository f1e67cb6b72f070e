#include "exchange/assistance_session.h"

#include "benefit/settle.h"
#include "exchange/case_reader.h"
#include "exchange/case_standing.h"
#include "exchange/display.h"
#include "exchange/record_reader.h"

namespace yidan::exchange {
namespace {

Error no_application() {
  return {ErrorCode::missing,
          {"案例中没有救助申请：请在 record.events 中加入 {\"event\": \"apply\", \"on\": …, \"recognised\": …}",
           "the case has no application: add {\"event\": \"apply\", \"on\": …, \"recognised\": …} to record.events"},
          "$.record.events"};
}

}  // namespace

Result<Case> AssistanceSession::read(std::string_view text, std::size_t first_line) {
  const auto value = parse(document_, text, first_line);
  if (!value) return std::unexpected(value.error());
  Result<Case> facts = read_case(**value, policy_);
  if (facts) facts = with_standing(*policy_.find(facts->pool), std::move(*facts));
  if (facts && !(facts->record && has_application(*facts->record))) return std::unexpected(no_application());
  // A bill that cannot be read might have counted: nothing is decided without it.
  if (facts) {
    for (const CaseEntry& entry : facts->entries) {
      if (!entry.encounter) return std::unexpected(entry.encounter.error());
    }
  }
  return facts;
}

Result<void> AssistanceSession::write(const Case& facts, std::string& out) const {
  const policy::Pool& pool = *policy_.find(facts.pool);
  const auto bills = benefit::settle_case(pool, facts, benefit::Recording::none);
  const auto applications = assistance::decide(pool, *facts.record, facts, bills);
  if (!applications) return std::unexpected(applications.error());
  if (form_ == Form::json) {
    write_assistance(out, pool, facts, *applications, options_);
    out += '\n';
  } else {
    out += describe(pool, facts, *applications, options_);
  }
  return {};
}

void AssistanceSession::reject(const Error& error, std::string& out) const {
  if (form_ == Form::json) {
    write_rejected_assistance(out, error, options_);
    out += '\n';
  } else {
    out += describe_rejected(error, options_.language);
  }
}

Outcome AssistanceSession::assist(std::string_view text, std::string& out, std::size_t first_line) {
  const Result<Outcome> outcome = answer(text, out, first_line);
  if (!outcome) reject(outcome.error(), out);
  return outcome.value_or(Outcome::rejected);
}

Result<Outcome> AssistanceSession::answer(std::string_view text, std::string& out, std::size_t first_line) {
  const Result<Case> facts = read(text, first_line);
  if (!facts) return std::unexpected(facts.error());
  if (auto written = write(*facts, out); !written) return std::unexpected(std::move(written.error()));
  return Outcome::settled;
}

}  // namespace yidan::exchange
