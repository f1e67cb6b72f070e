// From the text of a record to the text of a standing: the whole of `yidan standing` but files and options.
#pragma once

#include <string>
#include <string_view>

#include "exchange/outcome.h"
#include "exchange/standing_writer.h"
#include "policy/policy.h"

namespace yidan::exchange {

class StandingSession {
 public:
  StandingSession(const policy::Policy& policy, StandingOptions options, Form form)
      : policy_(policy), options_(options), form_(form), writer_(options) {}

  // Derives the standing of the record in `text` and appends it, ending in a line end. Text that is no JSON, or a
  // record that is wrong, becomes a rejected answer with its place; `first_line` is the line of the file where it
  // begins.
  Outcome derive(std::string_view text, std::string& out, std::size_t first_line = 1);
  // The same, with nothing appended for what is wrong. Errors: those of such a record.
  Result<Outcome> answer(std::string_view text, std::string& out, std::size_t first_line = 1);

 private:
  [[nodiscard]] Result<Record> read(std::string_view text, std::size_t first_line);
  [[nodiscard]] Result<void> write(const Record& record, std::string& out);
  void reject(const Error& error, std::string& out) const;

  const policy::Policy& policy_;
  StandingOptions options_;
  Form form_;
  StandingWriter writer_;
  json::Document document_;
};

}  // namespace yidan::exchange
