#include <algorithm>
#include <cerrno>

#include "cli/commands/books_commands.h"
#include "cli/interrupt.h"
#include "cli/line_stream.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "exchange/answer_text.h"
#include "operations/post.h"

namespace yidan::cli {
namespace {

// Reads askings, has them done a few thousand at a time, and prints the answers in order.
class Post {
 public:
  Post(const PostOptions& options, OpenBooks& books)
      : options_(options),
        books_(books),
        progress_(is_terminal(stderr) && !is_terminal(stdout), Unit::requests, options.language) {}

  int run() {
    const std::vector<std::string> standard_input{"-"};
    bool all_read = true;  // one file that cannot be read does not keep the others from being posted
    for (const std::string& name : options_.files.empty() ? standard_input : options_.files) {
      all_read = read(name) && all_read;
      if (stopped_ || interrupted()) break;
    }
    // What was read when an interruption came is left undone, and can be sent again with the rest.
    if (!stopped_ && !interrupted()) static_cast<void>(flush());
    if (stopped_) return kWrongUse;
    progress_.clear();
    say_sum();
    if (interrupted()) {
      return say_interrupted({"以上已记下，其余没有：可用同样的输入重发，已记下的不会再记",
                              "the above was written, the rest was not: send the same input again, nothing is written "
                              "twice"},
                             options_.language);
    }
    // All has been written and answered; sums that stay behind cost a trial balance its time, and nobody anything else.
    static_cast<void>(books_.store->sum_up());
    if (!all_read) return kWrongUse;
    return sum_.refused == 0 ? kAllSettled : kSomeRejected;
  }

 private:
  bool read(const std::string& name) {
    const auto input = LineStream::open(name);
    if (input == nullptr) return cannot_read(name, errno);
    if (options_.jsonl) {
      std::size_t number = 0;
      while (const auto line = input->next()) {
        if (++number == 1 && is_foreign(*line, name, options_.language)) return false;
        if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
        if (interrupted()) return true;
        if (!take(*line, number)) return false;
        if (input->will_block() && !flush()) return false;
      }
    } else if (const auto text = input->read_all(); text && !interrupted()) {
      if (!take(*text, 1)) return false;
    }
    if (input->too_long()) {
      complain({name + "：一个案例或请求超过 64 MiB，拒绝读取",
                name + ": a case or request is larger than 64 MiB and is not read"},
               options_.language);
      return false;
    }
    return input->read_error() == 0 || cannot_read(name, input->read_error());
  }

  bool cannot_read(const std::string& name, int error) const {
    complain_of_reading(name, error, options_.language);
    return false;
  }

  bool take(std::string_view text, std::size_t line) {
    constexpr std::size_t at_once = 8192;
    askings_.push_back(operations::read_asking(text, line, books_.policy));
    return askings_.size() < at_once || flush();
  }

  bool flush() {
    stopped_ = !post();
    return !stopped_;
  }

  bool post() {
    if (askings_.empty()) return true;
    std::string out;
    operations::Caller caller = caller_of(books_, options_);
    if (!options_.later_days) caller.today = beijing_day(store::wall_clock());
    const auto posted =
        operations::post(caller, std::move(askings_), options_.threads, options_.quiet, options_.language, out);
    askings_.clear();
    sum_.done += posted.done;
    sum_.again += posted.again;
    sum_.refused += posted.refused;
    sum_.changed += posted.changed;
    static_cast<void>(progress_.show(0, sum_.done + sum_.again + sum_.refused));
    if (is_text_) out = fitted_to(stdout, for_people(out));
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size() || std::fflush(stdout) != 0) return false;
    if (!posted.unavailable) return true;
    progress_.clear();
    say_sum();
    refuse(*posted.unavailable, options_.language);
    complain({"账册不能用，已停止：恢复后用同样的输入重发，已记下的不会再记",
              "the books cannot answer; stopped. Send the same input again when they can: what was written is not "
              "written twice"},
             options_.language);
    return false;
  }

  // The answers of a few thousand requests, one a line.
  [[nodiscard]] std::string for_people(std::string_view answers) const {
    std::string text;
    while (!answers.empty()) {
      const std::size_t end = std::min(answers.find('\n'), answers.size());
      text += exchange::describe_answer(answers.substr(0, end), options_.language);
      answers.remove_prefix(std::min(end + 1, answers.size()));
    }
    return text;
  }

  void say_sum() const {
    const std::string done = std::to_string(sum_.done);
    const std::string again = std::to_string(sum_.again);
    const std::string refused = std::to_string(sum_.refused);
    Text text{"记下 " + done + " 项，早已记下 " + again + " 项，拒绝 " + refused + " 项",
              done + " written, " + again + " known before, " + refused + " refused"};
    if (sum_.changed > 0) {
      const std::string changed = std::to_string(sum_.changed);
      text.zh += "；以前的结算改变 " + changed + " 笔，见各答复" + (is_text_ ? "" : "的 bills");
      text.en += "; " + changed + " earlier bills changed: see " + (is_text_ ? "" : "'bills' in ") + "the answers";
    }
    std::fprintf(stderr, "%s\n", text.in(options_.language).c_str());
  }

  const PostOptions& options_;
  OpenBooks& books_;
  Progress progress_;
  std::vector<operations::Asking> askings_;
  operations::Posted sum_;
  bool is_text_ = is_text_asked(options_.as);
  bool stopped_ = false;  // the books or the output cannot be used
};

}  // namespace

int books_post(const PostOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  return books == nullptr ? kWrongUse : Post(options, *books).run();
}

}  // namespace yidan::cli
