// From the text of a case with applications to what they come to: the whole of `yidan assist` but files and options.
#pragma once

#include <string>
#include <string_view>

#include "exchange/assistance_writer.h"
#include "exchange/outcome.h"

namespace yidan::exchange {

class AssistanceSession {
 public:
  AssistanceSession(const policy::Policy& policy, AssistanceOptions options, Form form)
      : policy_(policy), options_(options), form_(form) {}

  // Settles the encounters of the case, decides its applications and appends the answer, ending in a line end. A case
  // without an application is an error.
  Outcome assist(std::string_view text, std::string& out, std::size_t first_line = 1);
  // The same, with nothing appended for what is wrong. Errors: those of such a case.
  Result<Outcome> answer(std::string_view text, std::string& out, std::size_t first_line = 1);

 private:
  [[nodiscard]] Result<Case> read(std::string_view text, std::size_t first_line);
  [[nodiscard]] Result<void> write(const Case& facts, std::string& out) const;
  void reject(const Error& error, std::string& out) const;

  const policy::Policy& policy_;
  AssistanceOptions options_;
  Form form_;
  json::Document document_;
};

}  // namespace yidan::exchange
