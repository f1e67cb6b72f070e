#include "cli/answer_files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "cli/line_stream.h"
#include "cli/progress.h"
#include "cli/terminal.h"

namespace yidan::cli {
namespace {

using exchange::Form;
using exchange::Outcome;

class Run {
 public:
  Run(const AnswerOptions& options, const Answer& answer) : options_(options), answer_(answer) {}

  int run() {
    const std::vector<std::string> standard_input{"-"};
    for (const std::string& name : options_.files.empty() ? standard_input : options_.files) {
      const auto input = LineStream::open(name);
      if (!input) {
        complain_of_reading(name, errno, options_.language);
        return kWrongUse;
      }
      const bool done = options_.jsonl ? answer_lines(*input, name) : answer_whole(*input);
      if (input->read_error() != 0) complain_of_reading(name, input->read_error(), options_.language);
      if (!done) return kWrongUse;
    }
    return any_rejected_ ? kSomeRejected : kAllSettled;
  }

 private:
  bool answer_whole(LineStream& input) {
    const auto text = input.read_all();
    if (!text) return input.too_long() && refuse_size();
    note(answer_(*text, out_, 1));
    return flush();
  }

  bool answer_lines(LineStream& input, const std::string& name) {
    Progress progress(is_terminal(stderr) && !is_terminal(stdout), 0, options_.language);
    std::size_t number = 0;
    std::size_t answers = 0;
    while (const auto line = input.next()) {
      if (++number == 1 && is_foreign(*line, name, options_.language)) return false;
      if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
      note(answer_(*line, out_, number));
      progress.show(0, ++answers);
      if ((input.will_block() || out_.size() >= kFlushSize) && !flush()) return false;
    }
    if (input.too_long()) return flush() && refuse_size();
    return flush() && input.read_error() == 0;
  }

  bool refuse_size() const {
    complain({"一个案例或档案超过 64 MiB，拒绝读取", "a case or record is larger than 64 MiB and is not read"},
             options_.language);
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
  const AnswerOptions& options_;
  const Answer& answer_;
  std::string out_;
  bool any_rejected_ = false;
};

}  // namespace

Form form_of(const AnswerOptions& options) {
  if (options.as == "text") return Form::text;
  if (options.as == "json" || options.jsonl) return Form::json;
  return is_terminal(stdout) ? Form::text : Form::json;
}

json::Writer::Style style_of(const AnswerOptions& options) {
  const bool several = options.jsonl || options.files.size() > 1;
  return options.pretty || !several ? json::Writer::Style::pretty : json::Writer::Style::compact;
}

int answer_files(const AnswerOptions& options, const Answer& answer) { return Run(options, answer).run(); }

}  // namespace yidan::cli
