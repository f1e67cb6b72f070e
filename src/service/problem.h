// An error on its way out: problem details (RFC 9457) with a code for programs, the place, and whether to try again.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"
#include "policy/register.h"

namespace yidan::service {

// To whom it is told.
struct Told {
  Language language = Language::zh;
  std::string request;  // the number of the request
  // Those that messages name are listed; null: none are known.
  const policy::ClauseRegister* clauses = nullptr;
};

[[nodiscard]] http::Answer problem(const Error& error, const Told& told);

// One of the way to the service (contract::kWayWords).
[[nodiscard]] http::Answer way_problem(int status, std::string_view code, const Text& detail, const Told& told,
                                       std::string_view where = {});

[[nodiscard]] int status_of(ErrorCode code);

// What is said of a code, as a page; empty for a code that there is not.
[[nodiscard]] std::string problem_page(std::string_view code);

}  // namespace yidan::service
