#include "operations/standing.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/commands/commands.h"
#include "cli/load.h"
#include "cli/open_books.h"
#include "cli/terminal.h"
#include "exchange/clause_gists.h"
#include "exchange/standing_session.h"
#include "facts/person_number.h"
#include "operations/perform.h"

namespace yidan::cli {
namespace {

// A pool and a person, as against two files.
bool is_of_the_books(const StandingOptions& options) {
  std::error_code ignored;
  return options.files.size() == 2 && std::ranges::none_of(options.files, [&ignored](const std::string& name) {
           return name == "-" || std::filesystem::exists(name, ignored);
         });
}

bool needs_books(const StandingOptions& options) { return !options.on.empty() || !options.suppose.empty(); }

// A page for people, with what the clauses say where that was asked.
int print_text(const Result<std::string>& page, const policy::Policy& policy, const StandingOptions& options) {
  if (!page) return refuse(page.error(), options.language);
  print_page(options.clauses ? *page + exchange::describe_clauses(*page, policy.clauses, options.language) : *page);
  return kAllSettled;
}

int print_json(const operations::PersonStanding& standing, bool ungated, Language language) {
  std::string answer = standing_json(standing, language);
  if (ungated) operations::mark_ungated(answer);
  print_answer(answer);
  return kAllSettled;
}

int say_supposed(const operations::Caller& caller, const operations::PersonQuery& query, Date day,
                 const policy::Policy& policy, const StandingOptions& options) {
  auto request = operations::supposition(query, options.suppose, policy);
  if (!request) return wrong_use(request.error(), options.language);
  const auto supposed = operations::supposed(caller, query, day, std::move(*request));
  if (!supposed) return refuse(supposed.error(), options.language);
  if (is_text_asked(options.as)) return print_text(supposition_text(*supposed, options.language), policy, options);
  return print_json(supposed->after, caller.desk.is_ungated(), options.language);
}

int standing_of_person(const StandingOptions& options) {
  const auto known = known_asked(options.known);
  if (!known) return wrong_use(known.error(), options.language);
  const BooksOptions access{.db = options.db,
                            .packs = options.packs,
                            .actor = {},
                            .known = *known ? std::optional(beijing_day(**known)) : std::nullopt,
                            .language = options.language};
  if (access.db.empty()) return complain_of_no_books(options.language);
  const auto books = open_books(access, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.files[0], options.language);
  if (!pool) return kWrongUse;
  const auto person = read_person_number(options.files[1]);
  if (!person) return wrong_use(person.error(), options.language);
  const auto day = options.on.empty() ? Result<Date>(beijing_day(store::wall_clock())) : parse_date(options.on);
  if (!day) return wrong_use(day.error(), options.language);
  const operations::Caller caller = caller_of(*books, access);
  const operations::PersonQuery query{*pool, *person, *known};
  if (!options.suppose.empty()) return say_supposed(caller, query, *day, books->policy, options);
  const auto standing = operations::standing_of(caller, query, *day);
  if (!standing) return refuse(standing.error(), options.language);
  if (is_text_asked(options.as)) return print_text(standing_text(*standing, options.language), books->policy, options);
  return print_json(*standing, books->desk->is_ungated(), options.language);
}

}  // namespace

int standing(const StandingOptions& options) {
  if (is_of_the_books(options)) return standing_of_person(options);
  if (needs_books(options)) {
    complain({"--on、--if 只用于账册中的人：请写统筹区与人员编号",
              "--on and --if are of a person in the books: name the pool and the person"},
             options.language);
    return kWrongUse;
  }
  const auto known = options.known.empty() ? Result<Date>(Date::never()) : parse_date(options.known);
  if (!known) return wrong_use(known.error(), options.language);
  const auto policy = load(options.packs, options.language, *known);
  if (!policy) return kWrongUse;
  exchange::StandingSession session(*policy, {options.language, options.sentences, style_of(options)},
                                    form_of(options));
  return answer_files(options, with_clauses(options, options.clauses, policy->clauses,
                                            [&session](std::string_view text, std::string& out, std::size_t line) {
                                              return session.derive(text, out, line);
                                            }));
}

}  // namespace yidan::cli
