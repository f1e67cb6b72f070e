#include "cli/commands/books_commands.h"
#include "cli/terminal.h"
#include "facts/person_number.h"
#include "operations/perform.h"

namespace yidan::cli {

int books_ask(const AskOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto answer = operations::ask(caller_of(*books, options), options.key);
  if (!answer) return refuse(answer.error(), options.language);
  print_as_asked(*answer, options.as, options.language);
  return kAllSettled;
}

int books_reverse(const ReverseOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.pool, options.language);
  if (!pool) return kWrongUse;
  const auto person = read_person_number(options.person);
  if (!person) return wrong_use(person.error(), options.language);
  const auto request =
      exchange::reversal_of(Region(*pool), *person, {options.encounter, options.provider}, options.key);
  const auto answer = operations::perform(caller_of(*books, options), request);
  if (!answer) return refuse(answer.error(), options.language);
  print_as_asked(answer->text, options.as, options.language);
  return kAllSettled;
}

}  // namespace yidan::cli
