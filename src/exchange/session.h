// From the text of a case to the text of its bills: the whole of `yidan settle` but files and options.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "exchange/bill_writer.h"
#include "exchange/outcome.h"
#include "policy/policy.h"

namespace yidan::exchange {

class Session {
 public:
  Session(const policy::Policy& policy, WriteOptions options, Form form)
      : policy_(policy), options_(options), form_(form) {}

  // Settles the case in `text` and appends its bills, ending in a line end. Text that is no JSON, or a case that is
  // wrong as a whole, becomes a rejected answer with its place; `first_line` is the line of the file where it begins.
  Outcome settle(std::string_view text, std::string& out, std::size_t first_line = 1);

 private:
  [[nodiscard]] Result<Case> read(std::string_view text, std::size_t first_line);
  void reject(const Error& error, std::string& out) const;

  const policy::Policy& policy_;
  WriteOptions options_;
  Form form_;
  json::Document document_;
};

}  // namespace yidan::exchange
