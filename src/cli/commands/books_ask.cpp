#include "cli/commands/books_commands.h"
#include "cli/terminal.h"
#include "operations/perform.h"

namespace yidan::cli {

int books_ask(const AskOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto answer = operations::ask(*books->desk, options.key);
  if (!answer) return refuse(answer.error(), options.language);
  std::printf("%s\n", answer->c_str());
  return kAllSettled;
}

int books_reverse(const ReverseOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.pool, options.language);
  if (!pool) return kWrongUse;
  const auto request = operations::reversal_of({*pool, options.person}, options.encounter, options.key);
  const auto answer = operations::perform(*books->desk, request);
  if (!answer) return refuse(answer.error(), options.language);
  std::printf("%s\n", answer->text.c_str());
  return kAllSettled;
}

}  // namespace yidan::cli
