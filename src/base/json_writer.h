// Writes JSON text straight into a string: compact on one line, or indented for
// people.
//
// The caller opens and closes what it writes, in order; commas, quotes and
// escapes are the writer's.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace yidan::json {

// A member's name as it stands behind another member, `,"name":`, made when the
// program is compiled.
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
  explicit constexpr Key(const KeyText<kSize>& text) : written_(text.written, kSize + 3) {
    static_assert(kSize + 3 <= 40, "Writer::kLongestKey");
  }

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
  // A name that somebody else chose, with what escapes it needs.
  void foreign_key(std::string_view name);
  void string(std::string_view text);
  void boolean(bool truth) { raw(truth ? "true" : "false"); }
  void number(long long value);
  // Already valid JSON: digits, or a quoted amount.
  void raw(std::string_view text);
  // A member of an object: a string, or a number of so many decimals as a
  // quoted string ("1234.50").
  void text(std::string_view name, std::string_view value);
  void fixed(std::string_view name, std::int64_t scaled, int places);
  // The same with names made beforehand; `plain` is text that needs no escape:
  // our own words, days, numbers.
  void key(Key key);
  void text(Key key, std::string_view value);
  void plain(Key key, std::string_view value) {
    if (pretty_ || value.size() > kShort) return long_member(key, value);
    quoted(key, [value](char* at) {
      std::memcpy(at, value.data(), value.size());
      return value.size();
    });
  }
  void fixed(Key key, std::int64_t scaled, int places) {
    // Twice as long as any number, so that the digits can be copied by a fixed
    // count from where they begin.
    std::array<char, 2 * decimal::kLongest> digits{};
    const auto written = decimal::write(std::span(digits).first<decimal::kLongest>(), scaled, places);
    if (pretty_) return long_member(key, written);
    quoted(key, [written](char* at) {
      std::memcpy(at, written.data(), decimal::kLongest);
      return written.size();
    });
  }
  void plain(std::string_view value);
  // Place for one value: writes the comma before it; the caller appends to
  // `out` directly.
  void value() { separate(); }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void new_line();
  // The member in one piece, added to the text at once; fill(at) writes the
  // value and says how long it is. Here, so that a key is copied as the
  // constant that it is.
  template <class Fill>
  void quoted(Key key, Fill fill) {
    std::array<char, kLongestKey + kShort + 2> piece;
    const std::string_view name = key.written();
    std::memcpy(piece.data(), name.data(), name.size());
    std::size_t size = name.size();
    piece[size++] = '"';
    size += fill(piece.data() + size);
    piece[size++] = '"';
    const std::size_t comma = first_ ? 1 : 0;
    first_ = false;
    out_.append(piece.data() + comma, size - comma);
  }
  void long_member(Key key, std::string_view value);
  void member(std::string_view name, std::string_view value);
  void append(std::initializer_list<std::string_view> parts);

  static constexpr std::size_t kShort = 48;       // of a value that is put together with its key
  static constexpr std::size_t kLongestKey = 40;  // of one made beforehand

  std::string& out_;
  bool pretty_;
  bool first_ = true;       // nothing written yet inside the innermost bracket
  bool after_key_ = false;  // a key waits for its value
  int depth_ = 0;
};

}  // namespace yidan::json
