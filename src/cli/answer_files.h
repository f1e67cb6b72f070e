// The reading loop of every command that answers cases or records: files or standard input in, answers out in the same
// order, whole or a line at a time.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "base/result.h"
#include "exchange/outcome.h"
#include "policy/register.h"

namespace yidan::cli {

// What such commands have in common.
struct AnswerOptions {
  std::string packs;
  std::vector<std::string> files;  // "-" is standard input; none: standard input
  bool jsonl = false;
  bool pretty = false;
  std::string as;  // "", "json", "text"
  Language language = Language::zh;
};

// Text for people on a terminal, JSON elsewhere and for lines, unless asked otherwise.
[[nodiscard]] exchange::Form form_of(const AnswerOptions& options);
// One answer stands alone and is indented; several are one a line.
[[nodiscard]] json::Writer::Style style_of(const AnswerOptions& options);

// Appends the answer to `text`, which begins in line `first_line` of its file.
using Answer = std::function<exchange::Outcome(std::string_view text, std::string& out, std::size_t first_line)>;

// The same, and behind an answer for people what the clauses say that it cites, if `asked`. `clauses` outlives it.
[[nodiscard]] Answer with_clauses(const AnswerOptions& options, bool asked, const policy::ClauseRegister& clauses,
                                  Answer answer);

// Answers everything and writes it to standard output; the exit status. What cannot be read or written is said on
// standard error.
[[nodiscard]] int answer_files(const AnswerOptions& options, const Answer& answer);

}  // namespace yidan::cli
