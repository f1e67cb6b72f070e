// From the text of a case to the text of its bills: the whole of `yidan settle` but files and options.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "benefit/bill.h"
#include "exchange/bill_writer.h"
#include "exchange/outcome.h"
#include "policy/policy.h"

namespace yidan::exchange {

// A case as read, and what became of its encounters, in their order.
struct SettledCase {
  Case facts;
  std::vector<benefit::Bill> bills;
};

class Session {
 public:
  Session(const policy::Policy& policy, WriteOptions options, Form form)
      : policy_(policy), options_(options), form_(form) {}

  // Settles the case in `text` and appends its bills, ending in a line end. Text that is no JSON, or a case that is
  // wrong as a whole, becomes a rejected answer with its place; `first_line` is the line of the file where it begins.
  Outcome settle(std::string_view text, std::string& out, std::size_t first_line = 1);
  // The same, with nothing appended for a case that is wrong as a whole. Errors: those of such a case.
  Result<Outcome> answer(std::string_view text, std::string& out, std::size_t first_line = 1);
  // The same as values, with steps unless they are not wanted. Errors: those of a case that is wrong as a whole.
  [[nodiscard]] Result<SettledCase> settled(std::string_view text, std::size_t first_line = 1);

 private:
  [[nodiscard]] Result<Case> read(std::string_view text, std::size_t first_line);
  void reject(const Error& error, std::string& out) const;

  const policy::Policy& policy_;
  WriteOptions options_;
  Form form_;
  json::Document document_;
};

}  // namespace yidan::exchange
