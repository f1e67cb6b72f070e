// JSON text in, a read-only tree out; the one place that knows the JSON library.
//
// The tree keeps what the contract has to judge: every member of an object in order, duplicates included, and the text
// of numbers. All of it lives in the document's own memory, which is reused from one `parse` to the next.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::json {

enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

struct Member;

class Value {
 public:
  Kind kind = Kind::null;
  bool truth = false;               // of a boolean
  std::string_view text;            // of a string or a number
  const Value* elements = nullptr;  // of an array
  const Member* fields = nullptr;   // of an object
  std::size_t size = 0;

  [[nodiscard]] std::span<const Value> items() const { return {elements, kind == Kind::array ? size : 0}; }
  [[nodiscard]] inline std::span<const Member> members() const;
};

struct Member {
  std::string_view key;
  Value value;
};

inline std::span<const Member> Value::members() const { return {fields, kind == Kind::object ? size : 0}; }

// Where the text stops being JSON: line and column count from 1, columns in bytes.
struct SyntaxError {
  std::size_t line = 1;
  std::size_t column = 1;
  Text reason;
};

class Document {
 public:
  Document();
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  // The value of `text`, valid until the next parse. Depth is limited to 32 levels.
  [[nodiscard]] std::expected<const Value*, SyntaxError> parse(std::string_view text);

 private:
  class Builder;
  std::unique_ptr<Builder> builder_;
};

}  // namespace yidan::json
