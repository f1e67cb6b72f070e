// Writes bills of the contract (`yidan.bill/1`) as JSON.
//
// Amounts are strings with two decimals. Sentences come in one language; leaving steps out changes nothing else.
#pragma once

#include <span>
#include <string>

#include "base/json_writer.h"
#include "benefit/bill.h"
#include "facts/case.h"

namespace yidan::exchange {

enum class StepDetail : unsigned char { none, ids, full };

struct WriteOptions {
  Language language = Language::zh;
  StepDetail steps = StepDetail::full;
  json::Writer::Style style = json::Writer::Style::compact;
  bool sentences = true;  // of a reason; without them the text is the same in every language
  bool doubts = true;     // what speaks against the person's number
  bool terms = false;     // of a text for people: what its words mean
};

// The bills of one case, as one JSON object.
void write_bills(std::string& out, const Case& facts, std::span<const benefit::Bill> bills,
                 const WriteOptions& options);

// One bill alone: the object that stands in the list of `bills`. `person` has the cover and gaps of its day.
void write_bill(std::string& out, const Person& person, const benefit::Bill& bill, const WriteOptions& options);

// The parts of a bill or of one of its lines, as one object.
void write_amounts(json::Writer& json, const benefit::ScopeAmounts& amounts);

// The answer to a case that is wrong as a whole.
void write_rejected_case(std::string& out, const Error& error, const WriteOptions& options);

}  // namespace yidan::exchange
