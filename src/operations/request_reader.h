// What the readers of requests share: each operation's file in requests/ turns its part of a request into the content
// of an event.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "base/json.h"
#include "operations/request.h"

namespace yidan::operations {

// The members of a request; what an operation did not ask for is an error.
class RequestMembers {
 public:
  explicit RequestMembers(const json::Value& request) : request_(request) {}

  // Null when absent.
  [[nodiscard]] const json::Value* find(std::string_view key);
  [[nodiscard]] Result<const json::Value*> object(std::string_view key);
  [[nodiscard]] Result<std::string> text(std::string_view key);
  // The error of the first member that nobody asked for.
  [[nodiscard]] Result<void> finish() const;

 private:
  const json::Value& request_;
  std::vector<std::string_view> asked_;
};

[[nodiscard]] Error missing(std::string_view key);

// One line of the table of operations: the word of `do`, and who reads the rest.
struct Operation {
  std::string_view name;
  Result<void> (*read)(RequestMembers& members, Request& request);
};

// In requests/, one file each.
Result<void> read_settle(RequestMembers& members, Request& request);   // settle.cpp
Result<void> read_trial(RequestMembers& members, Request& request);    // settle.cpp
Result<void> read_correct(RequestMembers& members, Request& request);  // correct.cpp
Result<void> read_reverse(RequestMembers& members, Request& request);  // reverse.cpp
Result<void> read_facts(RequestMembers& members, Request& request);    // facts.cpp
Result<void> read_record(RequestMembers& members, Request& request);   // record.cpp
Result<void> read_enrol(RequestMembers& members, Request& request);    // enrol.cpp
Result<void> read_pay(RequestMembers& members, Request& request);      // pay.cpp
Result<void> read_grant(RequestMembers& members, Request& request);    // grant.cpp
Result<void> read_credit(RequestMembers& members, Request& request);   // credit.cpp
Result<void> read_use(RequestMembers& members, Request& request);      // use.cpp

// The content of a reversal of a bill; reverse.cpp.
[[nodiscard]] std::string reversal(std::string_view encounter);

// The canonical content of one member: {"encounter": …} becomes the encounter itself.
[[nodiscard]] Result<void> take_member(RequestMembers& members, std::string_view key, EventKind kind, Request& request);

// One event of the record, `event` in the contract's words, with the members of `key`.
[[nodiscard]] Result<void> take_event(RequestMembers& members, std::string_view key, std::string_view event,
                                      Request& request);

}  // namespace yidan::operations
