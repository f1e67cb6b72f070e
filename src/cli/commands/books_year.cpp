#include "cli/commands/books_commands.h"
#include "cli/terminal.h"
#include "exchange/clause_gists.h"
#include "facts/person_number.h"
#include "operations/year.h"

namespace yidan::cli {
namespace {

int say_bill(const operations::Caller& caller, const operations::PersonQuery& query,
             const policy::ClauseRegister& clauses, const YearOptions& options) {
  const auto bill = operations::explanation_of(caller, query, {options.bill, options.provider});
  if (!bill) return refuse(bill.error(), options.language);
  if (options.as == "json") {
    print_answer(operations::explanation_json(*bill, options.language));
    return kAllSettled;
  }
  const std::string page = operations::explanation_text(*bill, options.language, options.terms);
  print_page(options.clauses ? page + exchange::describe_clauses(page, clauses, options.language) : page);
  return kAllSettled;
}

}  // namespace

int books_year(const YearOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.pool, options.language);
  if (!pool) return kWrongUse;
  const auto known = known_asked(options.known);
  if (!known) return wrong_use(known.error(), options.language);
  const auto person = read_person_number(options.person);
  if (!person) return wrong_use(person.error(), options.language);
  const auto asked = options.year.empty() ? Result<int>(0) : parse_year(options.year);
  if (!asked) return wrong_use(asked.error(), options.language);
  const operations::Caller caller = caller_of(*books, options);
  const operations::PersonQuery query{*pool, *person, *known};
  if (!options.bill.empty()) return say_bill(caller, query, books->policy.clauses, options);
  const auto year = operations::year_of(caller, query, *asked);
  if (!year) return refuse(year.error(), options.language);
  if (is_text_asked(options.as)) {
    print_page(operations::year_text(*year, options.language));
  } else {
    print_answer(as_answered(*books, operations::year_json(*year)));
  }
  return kAllSettled;
}

}  // namespace yidan::cli
