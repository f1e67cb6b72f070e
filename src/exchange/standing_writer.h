// Writes a standing of the contract (`yidan.standing/1`) as JSON.
//
// Amounts are strings with two decimals; an open end is absent. Sentences come in one language; leaving them out
// changes nothing else.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "exchange/grounds.h"
#include "standing/standing.h"

namespace yidan::exchange {

struct StandingOptions {
  Language language = Language::zh;
  bool sentences = true;
  json::Writer::Style style = json::Writer::Style::compact;
};

// Writes standings one after the other. What a finding says of its rules (clauses, basis, status) is the same words
// every time and is kept.
class StandingWriter {
 public:
  explicit StandingWriter(StandingOptions options) : options_(options) {}

  // REQUIRES: the standing is the record's, derived by the rules of the pool, which outlives this writer.
  void write(std::string& out, const policy::Pool& pool, const Record& record, const standing::Standing& standing);

 private:
  StandingOptions options_;
  KnownGrounds known_;
};

// The answer to a record that is wrong.
void write_rejected_record(std::string& out, const Error& error, const StandingOptions& options);

}  // namespace yidan::exchange
