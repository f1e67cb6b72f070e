// Rows of an input that comes in blocks, as CSV or as JSON lines. Memory is bound by a block and the longest row.
#pragma once

#include <memory>

#include "batch/row.h"

namespace yidan::batch {

class Source {
 public:
  Source() = default;
  virtual ~Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  virtual void push(std::string_view block) = 0;
  // No more blocks.
  virtual void finish() = 0;
  // The next row, valid until the next call; absent when it has not ended yet, at the end, and after a fault.
  [[nodiscard]] virtual std::optional<Row> next() = 0;
  // Why the input as a whole cannot be used: its heading is missing or wrong.
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

 protected:
  // By the first bytes: whether it is text at all.
  void judge(std::string_view block);

  std::optional<Error> fault_;
  std::string head_;
};

// REQUIRES: what `columns` refers to lives as long as the source.
[[nodiscard]] std::unique_ptr<Source> open_source(Format format, Columns columns);

}  // namespace yidan::batch
