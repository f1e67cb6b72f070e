#include "base/json_writer.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"

namespace yidan::json {
namespace {

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_escaped(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      out += "\\u00";
      out += hex[static_cast<unsigned char>(c) >> 4];
      out += hex[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void Writer::new_line() {
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void Writer::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  if (pretty_ && depth_ > 0) new_line();
  first_ = false;
}

void Writer::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void Writer::close(char bracket) {
  --depth_;
  if (pretty_ && !first_) new_line();
  out_ += bracket;
  first_ = false;
}

void Writer::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += pretty_ ? "\": " : "\":";
  after_key_ = true;
}

void Writer::foreign_key(std::string_view name) {
  string(name);
  out_ += pretty_ ? ": " : ":";
  after_key_ = true;
}

void Writer::string(std::string_view text) {
  separate();
  out_ += '"';
  while (!text.empty()) {
    const auto special = std::find_if_not(text.begin(), text.end(), is_plain);
    out_.append(text.begin(), special);
    text.remove_prefix(static_cast<std::size_t>(special - text.begin()));
    if (text.empty()) break;
    append_escaped(out_, text.front());
    text.remove_prefix(1);
  }
  out_ += '"';
}

void Writer::text(std::string_view name, std::string_view value) {
  if (!pretty_ && std::ranges::all_of(value, is_plain)) return member(name, value);
  key(name);
  string(value);
}

void Writer::fixed(std::string_view name, std::int64_t scaled, int places) {
  std::array<char, decimal::kLongest> digits;
  const std::string_view written = decimal::write(digits, scaled, places);
  if (!pretty_) return member(name, written);
  key(name);
  plain(written);
}

void Writer::key(Key key) {
  if (pretty_) return this->key(key.name());
  out_ += first_ ? key.written().substr(1) : key.written();
  first_ = false;
  after_key_ = true;
}

void Writer::text(Key key, std::string_view value) {
  if (std::ranges::all_of(value, is_plain)) return plain(key, value);
  this->key(key);
  string(value);
}

void Writer::long_member(Key key, std::string_view value) {
  this->key(key);
  plain(value);
}

void Writer::plain(std::string_view value) {
  separate();
  out_ += '"';
  out_ += value;
  out_ += '"';
}

void Writer::member(std::string_view name, std::string_view value) {
  append({first_ ? std::string_view("\"") : std::string_view(",\""), name, "\":\"", value, "\""});
  first_ = false;
}

// One addition to the text a member, not five: most of what is written are
// short members.
void Writer::append(std::initializer_list<std::string_view> parts) {
  constexpr std::size_t most = 160;
  std::size_t size = 0;
  for (const std::string_view part : parts) size += part.size();
  if (size > most) {
    for (const std::string_view part : parts) out_ += part;
    return;
  }
  std::array<char, most> member;
  char* at = member.data();
  for (const std::string_view part : parts) at = std::ranges::copy(part, at).out;
  out_.append(member.data(), size);
}

void Writer::number(long long value) { raw(std::to_string(value)); }

void Writer::raw(std::string_view text) {
  separate();
  out_ += text;
}

}  // namespace yidan::json
