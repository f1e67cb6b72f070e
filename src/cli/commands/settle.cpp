#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

#include <unistd.h>

#include "cli/commands/commands.h"
#include "cli/line_stream.h"
#include "cli/load.h"
#include "cli/terminal.h"

namespace yidan::cli {
namespace {

using exchange::Form;
using exchange::Outcome;
using exchange::StepDetail;

StepDetail detail_of(const std::string& word) {
  if (word == "none") return StepDetail::none;
  return word == "ids" ? StepDetail::ids : StepDetail::full;
}

Form form_of(const SettleOptions& options) {
  if (options.as == "text") return Form::text;
  if (options.as == "json" || options.jsonl) return Form::json;
  return is_terminal(stdout) ? Form::text : Form::json;
}

// One case stands alone and is indented; several are one a line.
json::Writer::Style style_of(const SettleOptions& options) {
  const bool several = options.jsonl || options.files.size() > 1;
  return options.pretty || !several ? json::Writer::Style::pretty : json::Writer::Style::compact;
}

// Counts settled lines on a terminal, a few times a second.
class Progress {
 public:
  explicit Progress(bool shown) : shown_(shown) {}
  ~Progress() {
    if (shown_ && printed_) std::fputs("\r\033[K", stderr);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void count(std::size_t cases) {
    if (!shown_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::milliseconds(250)) return;
    last_ = now;
    printed_ = true;
    std::fprintf(stderr, "\r\033[K%zu", cases);
  }

 private:
  bool shown_;
  bool printed_ = false;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

class SettleRun {
 public:
  SettleRun(const policy::Policy& policy, const SettleOptions& options)
      : options_(options),
        session_(policy, {options.language, detail_of(options.steps), style_of(options)}, form_of(options)) {}

  int run() {
    const std::vector<std::string> standard_input{"-"};
    for (const std::string& name : options_.files.empty() ? standard_input : options_.files) {
      const auto input = LineStream::open(name);
      if (!input) {
        complain_of_reading(name, errno);
        return kWrongUse;
      }
      const bool done = options_.jsonl ? settle_lines(*input) : settle_whole(*input);
      if (input->read_error() != 0) complain_of_reading(name, input->read_error());
      if (!done) return kWrongUse;
    }
    return any_rejected_ ? kSomeRejected : kAllSettled;
  }

 private:
  void complain_of_reading(const std::string& name, int error) const {
    complain({"无法读取“" + name + "”：" + std::strerror(error), "cannot read '" + name + "': " + std::strerror(error)},
             options_.language);
  }

  bool settle_whole(LineStream& input) {
    const auto text = input.read_all();
    if (!text) return input.too_long() && refuse_size();
    note(session_.settle(*text, out_));
    return flush();
  }

  bool settle_lines(LineStream& input) {
    Progress progress(is_terminal(stderr) && !is_terminal(stdout));
    std::size_t number = 0;
    std::size_t cases = 0;
    while (const auto line = input.next()) {
      ++number;
      if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
      note(session_.settle(*line, out_, number));
      progress.count(++cases);
      if ((input.will_block() || out_.size() >= kFlushSize) && !flush()) return false;
    }
    if (input.too_long()) return flush() && refuse_size();
    return flush() && input.read_error() == 0;
  }

  bool refuse_size() const {
    complain({"一个案例超过 64 MiB，拒绝读取", "a case is larger than 64 MiB and is not read"}, options_.language);
    return false;
  }

  void note(Outcome outcome) { any_rejected_ = any_rejected_ || outcome == Outcome::rejected; }

  bool flush() {
    const bool written = std::fwrite(out_.data(), 1, out_.size(), stdout) == out_.size() && std::fflush(stdout) == 0;
    out_.clear();
    if (!written) {
      complain(
          {std::string("无法写出结果：") + std::strerror(errno), std::string("cannot write: ") + std::strerror(errno)},
          options_.language);
    }
    return written;
  }

  static constexpr std::size_t kFlushSize = 1U << 18U;
  const SettleOptions& options_;
  exchange::Session session_;
  std::string out_;
  bool any_rejected_ = false;
};

}  // namespace

int settle(const SettleOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  return SettleRun(*policy, options).run();
}

}  // namespace yidan::cli
