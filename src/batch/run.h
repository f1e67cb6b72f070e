// Runs a job over an input that comes in blocks; rows that have no answer are handed over one by one and stop nothing.
#pragma once

#include <functional>
#include <map>

#include "batch/job.h"
#include "batch/source.h"

namespace yidan::batch {

struct Counts {
  std::uint64_t rows = 0;
  std::uint64_t answered = 0;
  std::uint64_t refused = 0;
  std::map<std::string, std::uint64_t, std::less<>> refused_by_code;
};

// Takes a row that has no answer.
using TakeRefusal = std::function<void(const Row& row, const Refusal& refusal)>;

class Run {
 public:
  // REQUIRES: the job lives as long as the run.
  Run(Job& job, Format format, TakeRefusal refused);

  // Works through the rows of a block and appends their answers to `out`, the first time after a heading; false when
  // the input as a whole cannot be used, which `fault` explains.
  [[nodiscard]] bool push(std::string_view block, std::string& out);
  // No more blocks: the last row.
  [[nodiscard]] bool finish(std::string& out);

  [[nodiscard]] const std::optional<Error>& fault() const { return source_->fault(); }
  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  bool work(std::string& out);
  void refuse(const Row& row, const Refusal& refusal);

  Job& job_;
  Format format_;
  TakeRefusal refused_;
  std::unique_ptr<Source> source_;
  Counts counts_;
  bool begun_ = false;
  bool finished_ = false;
};

// The columns of a file of refusals.
[[nodiscard]] std::span<const std::string_view> refusal_columns();
// A row as it was written, with its line, and why it has no answer.
void write_refusal(Sheet& sheet, const Row& row, const Refusal& refusal, Language language);

}  // namespace yidan::batch
