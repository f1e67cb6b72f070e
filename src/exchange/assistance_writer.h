// Writes what applications for assistance come to (`yidan.assistance/1`), as JSON or as text for people.
//
// Amounts are strings with two decimals. Every application says its window, the figures in force in its month, which
// bills count and why others do not, and the amount.
#pragma once

#include <span>
#include <string>

#include "assistance/assist.h"
#include "base/json_writer.h"

namespace yidan::exchange {

struct AssistanceOptions {
  Language language = Language::zh;
  json::Writer::Style style = json::Writer::Style::compact;
};

void write_assistance(std::string& out, const policy::Pool& pool, const Case& facts,
                      std::span<const assistance::Application> applications, const AssistanceOptions& options);

[[nodiscard]] std::string describe(const policy::Pool& pool, const Case& facts,
                                   std::span<const assistance::Application> applications,
                                   const AssistanceOptions& options);

// The answer to a case that is wrong as a whole.
void write_rejected_assistance(std::string& out, const Error& error, const AssistanceOptions& options);

}  // namespace yidan::exchange
