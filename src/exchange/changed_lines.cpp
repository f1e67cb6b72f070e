#include "exchange/changed_lines.h"

#include <algorithm>
#include <vector>

namespace yidan::exchange {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_heading(std::string_view line) { return !line.empty() && line.front() != ' '; }

// How many lines the rests of both pages have in common, for every two places: pages are short.
class Common {
 public:
  Common(const Lines& before, const Lines& after)
      : columns_(after.size() + 1), length_((before.size() + 1) * columns_, 0) {
    for (std::size_t i = before.size(); i-- > 0;) {
      for (std::size_t j = after.size(); j-- > 0;) {
        at(i, j) = before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  [[nodiscard]] std::size_t& at(std::size_t before, std::size_t after) { return length_[before * columns_ + after]; }

 private:
  std::size_t columns_;
  std::vector<std::size_t> length_;
};

class Writer {
 public:
  void same(std::string_view line) {
    if (is_heading(line)) heading_ = line;
  }
  void changed(std::string_view sign, std::string_view line) {
    if (line.empty()) return;
    if (is_heading(line)) {
      heading_ = {};
    } else if (!heading_.empty()) {
      out_ += "  " + std::string(heading_) + "\n";
      heading_ = {};
    }
    out_ += std::string(sign) + std::string(line) + "\n";
  }
  [[nodiscard]] std::string text() && { return std::move(out_); }

 private:
  std::string_view heading_;  // unchanged, and not written yet
  std::string out_;
};

}  // namespace

std::string changed_lines(std::string_view before, std::string_view after) {
  const Lines old = lines_of(before);
  const Lines now = lines_of(after);
  Common common(old, now);
  Writer writer;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < old.size() || j < now.size()) {
    if (i < old.size() && j < now.size() && old[i] == now[j]) {
      writer.same(old[i]);
      ++i;
      ++j;
    } else if (j == now.size() || (i < old.size() && common.at(i + 1, j) >= common.at(i, j + 1))) {
      writer.changed("- ", old[i++]);
    } else {
      writer.changed("+ ", now[j++]);
    }
  }
  return std::move(writer).text();
}

}  // namespace yidan::exchange
