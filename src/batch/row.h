// A row of a batch: what it is made of, and why it could not be answered.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace yidan::batch {

enum class Format : std::uint8_t { csv, jsonl };

// A column that an input may have; in JSON lines a key of each object.
struct Column {
  std::string_view name;
  bool required = false;           // the input as a whole is wrong without it
  bool is_truth = false;           // yes or no; in JSON also true or false
  std::string_view headings = {};  // the names in Chinese under which a sheet may have it, with blanks between them
};
using Columns = std::span<const Column>;

inline constexpr std::string_view kNumberHeadings =
    "公民身份号码 身份证号码 身份证号 身份证 证件号码 证件号 社会保障号码 社会保障号 人员编号";

// Why a row has no answer: a mistake in it, or what the law says of it.
struct Refusal {
  std::string_view code;  // of an ErrorCode, or a word of its own: "no-account", "no-rule"
  std::string column;     // empty: the row as a whole
  Text message;
  std::vector<std::string_view> clauses;  // of a lawful refusal
};

struct Row {
  std::size_t line = 0;                      // of the input, where the row begins; from 1
  std::string_view raw;                      // as written
  std::span<const std::string_view> values;  // by column; empty where there is none
  std::optional<Refusal> refusal;            // it cannot be read
};

}  // namespace yidan::batch
