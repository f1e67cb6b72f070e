// A list of entries as text, JSON, CSV or XLSX, written as the entries come.
#pragma once

#include <memory>
#include <string>

#include "cli/commands/registers.h"
#include "exchange/entry_writer.h"

namespace yidan::cli {

class ListOutput {
 public:
  ListOutput() = default;
  virtual ~ListOutput() = default;
  ListOutput(const ListOutput&) = delete;
  ListOutput& operator=(const ListOutput&) = delete;

  virtual void take(const exchange::EntryAnswer& answer) = 0;
  // Errors: it cannot be written.
  [[nodiscard]] virtual Result<void> finish() = 0;
};

struct ListHead {
  const policy::RegisterDefinition* definition = nullptr;
  Date on;
  bool ungated = false;
};

// In the form of `--as`, to `--out` or standard output. Errors: the file cannot be opened.
[[nodiscard]] Result<std::unique_ptr<ListOutput>> list_output(const RegisterOptions& options, const ListHead& head);

}  // namespace yidan::cli
