#include "cli/progress.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "cli/interrupt.h"
#include "cli/terminal.h"

namespace yidan::cli {
namespace {

std::string grouped(std::uint64_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3; text.insert(at -= 3, 1, ',')) continue;
  return text;
}

// "行", "rows".
std::string name_of(Unit unit, Language language) {
  static constexpr std::array<std::array<const char*, 2>, 7> names{{{"行", "rows"},
                                                                    {"份", "answers"},
                                                                    {"项", "requests"},
                                                                    {"人", "persons"},
                                                                    {"笔", "postings"},
                                                                    {"种情形", "situations"},
                                                                    {"份对账单", "statements"}}};
  return names.at(static_cast<std::size_t>(unit)).at(language == Language::zh ? 0 : 1);
}

std::string clock_text(std::uint64_t seconds) {
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

// "[=====>    ]" of so many columns inside.
std::string bar(std::uint64_t percent, std::size_t inside) {
  const std::size_t full = inside * percent / 100;
  std::string text(inside, ' ');
  std::fill_n(text.begin(), full, '=');
  if (full < inside) text[full] = '>';
  return "[" + text + "] ";
}

}  // namespace

std::string progress_line(const Moment& moment, std::size_t columns, Language language) {
  const bool zh = language == Language::zh;
  const std::uint64_t elapsed = std::max<std::uint64_t>(moment.milliseconds, 1);
  const std::string rate = grouped(moment.rows * 1000 / elapsed);
  const std::string unit = " " + name_of(moment.unit, language);
  std::string text = grouped(moment.rows) + unit + "  " + rate + unit + (zh ? "/秒" : "/s");
  if (moment.of_bytes == 0) return text;
  const std::uint64_t bytes = std::min(moment.bytes, moment.of_bytes);
  const std::uint64_t percent = bytes * 100 / moment.of_bytes;
  const std::string share = std::to_string(percent) + "%  ";
  if (bytes > 0) {
    const std::uint64_t seconds_left = elapsed * (moment.of_bytes - bytes) / bytes / 1000;
    text += (zh ? "  剩余 " : "  left ") + clock_text(seconds_left);
  }
  text = share + text;
  constexpr std::size_t frame = 4;
  constexpr std::size_t least = 10;
  constexpr std::size_t most = 30;
  const std::size_t free = columns > text.size() + frame ? columns - text.size() - frame : 0;
  return free < least ? text : bar(percent, std::min(free, most)) + text;
}

Progress::Progress(bool shown, Unit unit, Language language, std::uint64_t of_bytes)
    : shown_(shown), unit_(unit), language_(language), of_bytes_(of_bytes) {
  heed_interruptions();
}

bool Progress::show(std::uint64_t bytes, std::uint64_t rows) {
  if (interrupted()) {
    clear();
    return false;
  }
  const auto now = Clock::now();
  if (!shown_ || now - last_ < std::chrono::milliseconds(100)) return true;
  last_ = now;
  printed_ = true;
  const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(now - started_).count();
  const Moment moment{bytes, of_bytes_, rows, static_cast<std::uint64_t>(since), unit_};
  std::fprintf(stderr, "\r\033[K%s", progress_line(moment, columns_of(stderr), language_).c_str());
  return true;
}

GoOn Progress::go_on() {
  return [this](std::int64_t done) -> Result<void> {
    if (show(0, static_cast<std::uint64_t>(done))) return {};
    return std::unexpected(interruption());
  };
}

void Progress::clear() {
  if (printed_) std::fputs("\r\033[K", stderr);
  printed_ = false;
}

}  // namespace yidan::cli
