// Writes JSON text straight into a string: compact on one line, or indented for people.
//
// The caller opens and closes what it writes, in order; commas, quotes and escapes are the writer's.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace yidan::json {

// A member's name as it stands behind another member, `,"name":`, made when the program is compiled.
template <std::size_t kSize>
struct KeyText {
  char written[kSize + 3];  // NOLINT(modernize-avoid-c-arrays): a template argument

  // REQUIRES: the name needs no escape.
  explicit(false) consteval KeyText(const char (&name)[kSize]) : written{} {  // NOLINT
    written[0] = ',';
    written[1] = '"';
    for (std::size_t i = 0; i + 1 < kSize; ++i) written[i + 2] = name[i];
    written[kSize + 1] = '"';
    written[kSize + 2] = ':';
  }
  [[nodiscard]] constexpr std::string_view name() const { return {written + 2, kSize - 1}; }
  bool operator==(const KeyText&) const = default;
};

// The name, which lives in a template argument.
class Key {
 public:
  template <std::size_t kSize>
  explicit constexpr Key(const KeyText<kSize>& text) : written_(text.written, kSize + 3) {}

  [[nodiscard]] constexpr std::string_view name() const { return written_.substr(2, written_.size() - 4); }
  [[nodiscard]] constexpr std::string_view written() const { return written_; }

 private:
  std::string_view written_;
};

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
  // The same with names made beforehand; `plain` is text that needs no escape: our own words, days, numbers.
  void key(Key key);
  void text(Key key, std::string_view value);
  void plain(Key key, std::string_view value);
  void fixed(Key key, std::int64_t scaled, int places);
  void plain(std::string_view value);
  // Place for one value: writes the comma before it; the caller appends to `out` directly.
  void value() { separate(); }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void new_line();
  void quoted(Key key, std::string_view value);
  void member(std::string_view name, std::string_view value);
  void append(std::initializer_list<std::string_view> parts);

  std::string& out_;
  bool pretty_;
  bool first_ = true;       // nothing written yet inside the innermost bracket
  bool after_key_ = false;  // a key waits for its value
  int depth_ = 0;
};

}  // namespace yidan::json
