#include "base/json_writer.h"

#include <algorithm>

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
  key(name);
  string(value);
}

void Writer::fixed(std::string_view name, std::int64_t scaled, int places) {
  key(name);
  separate();
  out_ += '"';
  decimal::append(out_, scaled, places);
  out_ += '"';
}

void Writer::number(long long value) { raw(std::to_string(value)); }

void Writer::raw(std::string_view text) {
  separate();
  out_ += text;
}

}  // namespace yidan::json
