#include "exchange/standing_session.h"

#include "exchange/display.h"
#include "exchange/record_reader.h"
#include "exchange/standing_text.h"

namespace yidan::exchange {

Result<Record> StandingSession::read(std::string_view text, std::size_t first_line) {
  const auto value = parse(document_, text, first_line);
  if (!value) return std::unexpected(value.error());
  return read_record(**value, policy_);
}

Result<void> StandingSession::write(const Record& record, std::string& out) {
  const policy::Pool& pool = *policy_.find(record.pool);
  const auto standing = standing::derive(pool, record, standing::as_of(record));
  if (!standing) return std::unexpected(standing.error());
  if (form_ == Form::json) {
    writer_.write(out, pool, record, *standing);
    out += '\n';
    return {};
  }
  const auto page = describe(pool, record, *standing, options_);
  if (!page) return std::unexpected(page.error());
  out += *page;
  return {};
}

void StandingSession::reject(const Error& error, std::string& out) const {
  if (form_ == Form::json) {
    write_rejected_record(out, error, options_);
    out += '\n';
  } else {
    out += describe_rejected(error, options_.language);
  }
}

Outcome StandingSession::derive(std::string_view text, std::string& out, std::size_t first_line) {
  const Result<Outcome> outcome = answer(text, out, first_line);
  if (!outcome) reject(outcome.error(), out);
  return outcome.value_or(Outcome::rejected);
}

Result<Outcome> StandingSession::answer(std::string_view text, std::string& out, std::size_t first_line) {
  const Result<Record> record = read(text, first_line);
  if (!record) return std::unexpected(record.error());
  if (auto written = write(*record, out); !written) return std::unexpected(std::move(written.error()));
  return Outcome::settled;
}

}  // namespace yidan::exchange
