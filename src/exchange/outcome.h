// What sessions of every kind share: the form of an answer, what became of a question, and its text as JSON.
#pragma once

#include <string_view>

#include "base/json.h"
#include "base/json_writer.h"
#include "base/result.h"

namespace yidan::exchange {

enum class Form : unsigned char { json, text };

// What became of a case or a record, for the exit status: `settled` when every question in it has its answer.
enum class Outcome : unsigned char { settled, rejected };

// The member `error` of an object: code, message in one language, place.
void write_error(json::Writer& json, const Error& error, Language language);

// The JSON of `text`, valid until the document parses again; an error names line and column. `first_line` is the line
// of the file where the text begins.
[[nodiscard]] Result<const json::Value*> parse(json::Document& document, std::string_view text, std::size_t first_line);

}  // namespace yidan::exchange
