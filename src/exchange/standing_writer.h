// Writes a standing of the contract (`yidan.standing/1`) as JSON.
//
// Amounts are strings with two decimals; an open end is absent. Sentences come in one language; leaving them out
// changes nothing else.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "standing/standing.h"

namespace yidan::exchange {

struct StandingOptions {
  Language language = Language::zh;
  bool sentences = true;
  json::Writer::Style style = json::Writer::Style::compact;
};

// REQUIRES: the standing is the record's, derived by the pool's rules.
void write_standing(std::string& out, const policy::Pool& pool, const Record& record,
                    const standing::Standing& standing, const StandingOptions& options);

// The answer to a record that is wrong.
void write_rejected_record(std::string& out, const Error& error, const StandingOptions& options);

}  // namespace yidan::exchange
