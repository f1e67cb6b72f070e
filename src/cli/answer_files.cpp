#include "cli/answer_files.h"

#include <cerrno>
#include <cstdio>
#include <utility>

#include "cli/interrupt.h"
#include "cli/line_stream.h"
#include "cli/progress.h"
#include "cli/system_reason.h"
#include "cli/terminal.h"
#include "exchange/clause_gists.h"

namespace yidan::cli {
namespace {

using exchange::Form;
using exchange::Outcome;

class Run {
 public:
  Run(const AnswerOptions& options, const Answer& answer) : options_(options), answer_(answer) {}

  int run() {
    const std::vector<std::string> standard_input{"-"};
    // One file that cannot be read does not keep the others from being answered.
    for (const std::string& name : options_.files.empty() ? standard_input : options_.files) {
      all_read_ = answer_file(name) && all_read_;
      if (!can_write_) return kWrongUse;
      if (interrupted()) return say_stopped();
    }
    if (!all_read_) return kWrongUse;
    return any_rejected_ ? kSomeRejected : kAllSettled;
  }

 private:
  bool answer_file(const std::string& name) {
    const auto input = LineStream::open(name);
    if (!input) {
      complain_of_reading(name, errno, options_.language);
      return false;
    }
    const bool done = options_.jsonl ? answer_lines(*input, name) : answer_whole(*input, name);
    if (input->read_error() != 0) complain_of_reading(name, input->read_error(), options_.language);
    return done;
  }

  bool answer_whole(LineStream& input, const std::string& name) {
    const auto text = input.read_all();
    if (!text) return input.too_long() && refuse_size(name);
    note(answer_(*text, out_, 1), name, 0);
    return flush();
  }

  bool answer_lines(LineStream& input, const std::string& name) {
    Progress progress(is_terminal(stderr) && !is_terminal(stdout), Unit::answers, options_.language);
    std::size_t number = 0;
    while (const auto line = input.next()) {
      if (interrupted()) return flush();
      if (++number == 1 && is_foreign(*line, name, options_.language)) return false;
      if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
      note(answer_(*line, out_, number), name, number);
      if (!progress.show(0, ++answers_)) return flush();
      if ((input.will_block() || out_.size() >= kFlushSize) && !flush()) return false;
    }
    if (input.too_long()) return flush() && refuse_size(name);
    return flush() && input.read_error() == 0;
  }

  // What was answered was written; the rest can be asked again.
  [[nodiscard]] int say_stopped() const {
    const std::string count = std::to_string(answers_);
    return say_interrupted(
        {"已答复 " + count + " 份并写出，其余没有", count + " were answered and written, the rest was not"},
        options_.language);
  }

  bool refuse_size(const std::string& name) const {
    complain({name + "：一个案例或档案超过 64 MiB，拒绝读取",
              name + ": a case or record is larger than 64 MiB and is not read"},
             options_.language);
    return false;
  }

  // Of several files it is said which one has what was rejected; why stands in the answer. `line` 0: the whole file.
  void note(Outcome outcome, const std::string& name, std::size_t line) {
    if (outcome != Outcome::rejected) return;
    any_rejected_ = true;
    if (options_.files.size() < 2) return;
    const std::string place = name + (line == 0 ? "" : ":" + std::to_string(line));
    complain({place + "：有未受理的，原因见结果", place + ": something was rejected; the answer says why"},
             options_.language);
  }

  bool flush() {
    if (form_of(options_) == Form::text) out_ = fitted_to(stdout, std::move(out_));
    const bool written = std::fwrite(out_.data(), 1, out_.size(), stdout) == out_.size() && std::fflush(stdout) == 0;
    out_.clear();
    can_write_ = written;
    if (!written) {
      const Text why = system_reason(errno);
      complain({"无法写出结果：" + why.zh, "cannot write: " + why.en}, options_.language);
    }
    return written;
  }

  static constexpr std::size_t kFlushSize = 1U << 18U;
  const AnswerOptions& options_;
  const Answer& answer_;
  std::string out_;
  std::size_t answers_ = 0;  // to lines
  bool any_rejected_ = false;
  bool all_read_ = true;
  bool can_write_ = true;
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

Answer with_clauses(const AnswerOptions& options, bool asked, const policy::ClauseRegister& clauses, Answer answer) {
  if (!asked || form_of(options) != Form::text) return answer;
  return [&clauses, language = options.language, answer = std::move(answer)](std::string_view text, std::string& out,
                                                                             std::size_t first_line) {
    const std::size_t before = out.size();
    const Outcome outcome = answer(text, out, first_line);
    out += exchange::describe_clauses(std::string_view(out).substr(before), clauses, language);
    return outcome;
  };
}

int answer_files(const AnswerOptions& options, const Answer& answer) { return Run(options, answer).run(); }

}  // namespace yidan::cli
