// Opens the books for a command: the store, the packs, and the desk between them.
#pragma once

#include <memory>
#include <string>

#include "calendar/instant.h"
#include "operations/caller.h"
#include "policy/policy.h"
#include "store/store.h"

namespace yidan::cli {

// What every command on books takes.
struct BooksOptions {
  std::string db;
  std::string packs;
  std::string actor;                         // who asks; empty: whoever is at the terminal
  std::optional<Date> known = std::nullopt;  // the packs as they were known on that day
  Language language = Language::zh;
};

struct OpenBooks {
  policy::Policy policy;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<operations::Desk> desk;
  std::shared_ptr<const access::Rights> rights;  // of the token in YIDAN_TOKEN; null: there is none, and no limit
};

// Null when they cannot be opened, or the token in YIDAN_TOKEN is not valid; why was said on standard error.
[[nodiscard]] std::unique_ptr<OpenBooks> open_books(const BooksOptions& options, store::Access access);

// Who asks, and at which desk: the user of the token, else who is named, else the user of the machine.
[[nodiscard]] operations::Caller caller_of(const OpenBooks& books, const BooksOptions& options);

// The store alone, for commands that need no rules.
[[nodiscard]] std::unique_ptr<store::Store> open_store(const BooksOptions& options, store::Access access);

// Says an error on standard error; the exit status that goes with it: 1 for a request that is refused, 2 for the rest.
int refuse(const Error& error, Language language);
// The same of a value on the command line that is none: 2.
int wrong_use(const Error& error, Language language);

// Says that no books were named; 2.
int complain_of_no_books(Language language);

// The pool of a code or a name; said on standard error when there is none.
[[nodiscard]] std::optional<std::int32_t> pool_asked(const OpenBooks& books, const std::string& pool,
                                                     Language language);

// The instant of `--known`; absent when it was not given.
[[nodiscard]] Result<std::optional<Instant>> known_asked(const std::string& known);

// Whether an answer is wanted as text for people: as `as` says, else on a terminal.
[[nodiscard]] bool is_text_asked(const std::string& as);

// An answer of these books, which is JSON: it says when they have no gate.
[[nodiscard]] std::string as_answered(const OpenBooks& books, std::string answer);

// Prints an answer to standard output, with one line end.
void print_answer(const std::string& text);
// The same of a page for people, fitted to the terminal.
void print_page(std::string page);
// The same of an answer of the books, which is JSON: for people as text.
void print_as_asked(const std::string& answer, const std::string& as, Language language);

}  // namespace yidan::cli
