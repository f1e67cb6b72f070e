#include "cli/batch_files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/visible.h"
#include "cli/interrupt.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/system_reason.h"
#include "cli/terminal.h"

namespace yidan::cli {
namespace {

namespace fs = std::filesystem;
using batch::Format;
using batch::Refusal;
using batch::Row;

constexpr std::size_t kBlock = 1U << 18U;

const char* name_of_input(const BatchOptions& options) {
  return options.file == "-" ? "<stdin>" : options.file.c_str();
}

class Input {
 public:
  ~Input() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  Input() = default;
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  bool open(const std::string& name) {
    descriptor_ = name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    return descriptor_ >= 0;
  }
  // 0 when it is not known.
  [[nodiscard]] std::uint64_t size() const {
    struct stat found{};
    const bool known = ::fstat(descriptor_, &found) == 0 && S_ISREG(found.st_mode);
    return known ? static_cast<std::uint64_t>(found.st_size) : 0;
  }
  // The next block, empty at the end; absent when it cannot be read, and errno says why.
  std::optional<std::string_view> read() {
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, block_.data(), block_.size());
    } while (got < 0 && errno == EINTR && !interrupted());
    if (got < 0) return std::nullopt;
    return std::string_view(block_).substr(0, static_cast<std::size_t>(got));
  }

 private:
  int descriptor_ = -1;
  std::string block_ = std::string(kBlock, '\0');
};

// Where refused rows go: a file, or the first of them to standard error.
class Refusals {
 public:
  Refusals(const BatchOptions& options, Progress& progress) : options_(options), progress_(progress) {
    if (!options.refused.empty()) sheet_.heading();
  }

  void take(const Row& row, const Refusal& refusal) {
    if (!options_.refused.empty()) return write_refusal(sheet_, row, refusal, options_.language);
    constexpr std::uint64_t shown = 20;
    if (++taken_ > shown) return;
    progress_.clear();
    std::string reason = (refusal.column.empty() ? "" : refusal.column + ": ") + refusal.message.in(options_.language);
    for (const std::string_view clause : refusal.clauses) reason += " [" + std::string(clause) + "]";
    std::fprintf(stderr, "%s:%zu: %s\n", name_of_input(options_), row.line, harmless(reason).c_str());
    if (taken_ < shown) return;
    const Text more{"以后的不再逐条显示：用 --refused 文件 可得到全部",
                    "no more are shown: --refused FILE keeps them all"};
    complain(more, options_.language);
  }

  std::string text;  // not yet written

 private:
  const BatchOptions& options_;
  Progress& progress_;
  batch::Sheet sheet_{options_.jsonl ? Format::jsonl : Format::csv, batch::refusal_columns(), text};
  std::uint64_t taken_ = 0;
};

class Batch {
 public:
  Batch(const BatchOptions& options, batch::Job& job) : options_(options), job_(job) {}

  int run(const Summaries& summaries) {
    if (!check_names()) return kWrongUse;
    if (!input_.open(options_.file)) {
      complain_of_reading(errno);
      return kWrongUse;
    }
    if (!open(answers_) || (refused_ && !open(*refused_)) || (summary_ && !open(*summary_))) return kWrongUse;
    if (!write_marks()) return kWrongUse;
    if (const Refusal* obstacle = job_.obstacle()) complain(obstacle->message, options_.language);
    const bool answers_shown = options_.out == "-" && is_terminal(stdout);
    Progress progress(is_terminal(stderr) && !answers_shown, Unit::rows, options_.language, input_.size());
    Refusals refusals(options_, progress);
    batch::Run run(job_, options_.jsonl ? Format::jsonl : Format::csv,
                   [&refusals](const Row& row, const Refusal& refusal) { refusals.take(row, refusal); });
    if (!work(run, refusals, progress)) return interrupted() ? say_stopped() : kWrongUse;
    progress.clear();
    if (summary_ && !write(*summary_, summaries.json(run.counts()))) return kWrongUse;
    if (!commit(answers_) || (refused_ && !commit(*refused_)) || (summary_ && !commit(*summary_))) return kWrongUse;
    if (!summary_) std::fputs(fitted_to(stderr, summaries.text(run.counts())).c_str(), stderr);
    return run.counts().refused == 0 ? kAllSettled : kSomeRejected;
  }

 private:
  bool work(batch::Run& run, Refusals& refusals, Progress& progress) {
    std::string out;
    std::uint64_t bytes = 0;
    while (true) {
      const auto block = input_.read();
      if (interrupted()) return false;
      if (!block) {
        const int error = errno;
        progress.clear();
        complain_of_reading(error);
        return false;
      }
      bytes += block->size();
      const bool ended = block->empty();
      const bool usable = ended ? run.finish(out) : run.push(*block, out);
      if (!progress.show(bytes, run.counts().rows)) return false;
      if (!usable) {
        progress.clear();
        complain_of_input(*run.fault());
        return false;
      }
      if (!write(answers_, out) || (refused_ && !write(*refused_, refusals.text))) return false;
      out.clear();
      refusals.text.clear();
      if (ended) return true;
    }
  }

  // Nothing is committed: a named file is as it was, what has gone to standard output is not all.
  [[nodiscard]] int say_stopped() const {
    return say_interrupted({"结果不完整，各输出文件保持原样；请重新运行",
                            "the answers are not complete, and the files named are as they were; run it again"},
                           options_.language);
  }

  bool write_marks() {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (!options_.mark || options_.jsonl) return true;
    return write(answers_, mark) && (!refused_ || write(*refused_, mark));
  }

  // No two of them may be one file, nor any of them the input.
  bool check_names() {
    std::vector<std::string> outputs{options_.out};
    if (refused_) outputs.push_back(options_.refused);
    if (summary_) outputs.push_back(options_.summary);
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      std::error_code ignored;
      bool twice = options_.file != "-" && fs::is_regular_file(outputs[i], ignored) &&
                   fs::equivalent(outputs[i], options_.file, ignored);
      for (std::size_t j = 0; j < i; ++j) twice = twice || outputs[i] == outputs[j];
      if (!twice) continue;
      complain({"“" + outputs[i] + "”用了两次：输入与各输出应是不同的文件",
                "'" + outputs[i] + "' is used twice: the input and each output are files of their own"},
               options_.language);
      return false;
    }
    return true;
  }

  bool open(OutputFile& file) const { return file.open() || complain_of_writing(file); }
  bool write(OutputFile& file, std::string_view text) const { return file.write(text) || complain_of_writing(file); }
  bool commit(OutputFile& file) const { return file.commit() || complain_of_writing(file); }

  bool complain_of_writing(const OutputFile& file) const {
    if (file.error() == EEXIST) {
      complain(cannot_write(file).message, options_.language);
      return false;
    }
    const Text why = system_reason(file.error());
    const bool standard = file.name() == "-";
    complain(
        {"无法写入" + (standard ? "标准输出" : "“" + file.name() + "”") + "：" + why.zh + "；结果不完整，请重新运行",
         "cannot write " + (standard ? "standard output" : "'" + file.name() + "'") + ": " + why.en +
             "; the answers are not complete, run it again"},
        options_.language);
    return false;
  }

  void complain_of_reading(int error) const {
    cli::complain_of_reading(name_of_input(options_), error, options_.language);
  }

  void complain_of_input(const Error& error) const {
    const std::string where = name_of_input(options_) + std::string(":1: ");
    complain({where + error.message.zh, where + error.message.en}, options_.language);
  }

  const BatchOptions& options_;
  batch::Job& job_;
  Input input_;
  std::unique_ptr<OutputFile> file_if_named(const std::string& name) const {
    return name.empty() ? nullptr : std::make_unique<OutputFile>(name, options_.force);
  }

  OutputFile answers_{options_.out, options_.force};
  std::unique_ptr<OutputFile> refused_ = file_if_named(options_.refused);
  std::unique_ptr<OutputFile> summary_ = file_if_named(options_.summary);
};

}  // namespace

int run_batch(const BatchOptions& options, batch::Job& job, const Summaries& summaries) {
  return Batch(options, job).run(summaries);
}

}  // namespace yidan::cli
