// Writes JSON text straight into a string: compact on one line, or indented for people.
//
// The caller opens and closes what it writes, in order; commas, quotes and escapes are the writer's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yidan::json {

class Writer {
 public:
  enum class Style : unsigned char { compact, pretty };
  Writer(std::string& out, Style style) : out_(out), pretty_(style == Style::pretty) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  // REQUIRES: the name needs no escape; keys are our own words.
  void key(std::string_view name);
  void string(std::string_view text);
  void boolean(bool truth) { raw(truth ? "true" : "false"); }
  void number(long long value);
  // Already valid JSON: digits, or a quoted amount.
  void raw(std::string_view text);
  // A member of an object: a string, or a number of so many decimals as a quoted string ("1234.50").
  void text(std::string_view name, std::string_view value);
  void fixed(std::string_view name, std::int64_t scaled, int places);
  // Place for one value: writes the comma before it; the caller appends to `out` directly.
  void value() { separate(); }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void new_line();

  std::string& out_;
  bool pretty_;
  bool first_ = true;       // nothing written yet inside the innermost bracket
  bool after_key_ = false;  // a key waits for its value
  int depth_ = 0;
};

}  // namespace yidan::json
