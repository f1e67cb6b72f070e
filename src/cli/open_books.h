// Opens the books for a command: the store, the packs, and the desk between them.
#pragma once

#include <memory>
#include <string>

#include "operations/desk.h"
#include "policy/policy.h"
#include "store/store.h"

namespace yidan::cli {

// What every command on books takes.
struct BooksOptions {
  std::string db;
  std::string packs;
  Language language = Language::zh;
};

struct OpenBooks {
  policy::Policy policy;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<operations::Desk> desk;
};

// Null when they cannot be opened; why was said on standard error.
[[nodiscard]] std::unique_ptr<OpenBooks> open_books(const BooksOptions& options, store::Access access);

// The store alone, for commands that need no rules.
[[nodiscard]] std::unique_ptr<store::Store> open_store(const BooksOptions& options, store::Access access);

// Says an error on standard error; the exit status that goes with it: 1 for a request that is refused, 2 for the rest.
int refuse(const Error& error, Language language);

// The pool of a code or a name; said on standard error when there is none.
[[nodiscard]] std::optional<std::int32_t> pool_asked(const OpenBooks& books, const std::string& pool,
                                                     Language language);

}  // namespace yidan::cli
