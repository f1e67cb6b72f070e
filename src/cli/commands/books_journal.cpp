#include "cli/commands/books_commands.h"
#include "cli/interrupt.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "operations/journal.h"

namespace yidan::cli {

int books_journal(const JournalOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  std::int32_t only = 0;
  if (!options.pool.empty()) {
    const auto pool = pool_asked(*books, options.pool, options.language);
    if (!pool) return kWrongUse;
    only = *pool;
  }
  OutputFile file(options.out, options.force);
  if (!file.open()) return refuse(cannot_write(file), options.language);
  Progress progress(is_terminal(stderr) && options.out != "-", Unit::postings, options.language);
  const auto written = operations::write_journal(
      caller_of(*books, options), only, options.persons ? ledger::Persons::named : ledger::Persons::left_out,
      [&](std::string_view part) -> Result<void> {
        if (file.write(part)) return {};
        return std::unexpected(cannot_write(file));
      },
      progress.go_on());
  progress.clear();
  if (!written && interrupted()) {
    return say_interrupted(
        {"日记账没有写完，输出文件保持原样", "the journal is not complete; a file named is as it was"},
        options.language);
  }
  if (!written) return refuse(written.error(), options.language);
  if (!file.commit()) return refuse(cannot_write(file), options.language);
  return kAllSettled;
}

}  // namespace yidan::cli
