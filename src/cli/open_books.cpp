#include "cli/open_books.h"

#include <cstdlib>

#include "cli/load.h"
#include "cli/master_key.h"
#include "cli/terminal.h"
#include "exchange/answer_text.h"
#include "operations/perform.h"
#include "operations/users.h"
#include "store/backup.h"

namespace yidan::cli {

std::unique_ptr<store::Store> open_store(const BooksOptions& options, store::Access access) {
  const auto master = master_key();
  if (!master) {
    wrong_use(master.error(), options.language);
    return nullptr;
  }
  auto store = store::open(options.db, access, store::wall_clock, *master);
  if (!store) {
    refuse(store.error(), options.language);
    return nullptr;
  }
  if (const auto restored = store::check_restored(**store); !restored) {
    refuse(restored.error(), options.language);
    return nullptr;
  }
  return std::move(*store);
}

namespace {

void say_ungated(Language language) {
  complain(
      {"注意：此账册未设关口（init --ungated），所用政策包未经核查启用，只供示例和试算",
       "note: these books have no gate (init --ungated): their packs were not put into force; for examples and trials"},
      language);
}

// Whoever has a token in the environment may do what its user may, and no more.
bool take_token(OpenBooks& books, Language language) {
  const char* token = std::getenv("YIDAN_TOKEN");  // NOLINT(concurrency-mt-unsafe): no thread has begun
  if (token == nullptr || *token == '\0') return true;
  auto rights = operations::rights_of_token(*books.desk, token, store::wall_clock());
  if (!rights) {
    refuse(rights.error(), language);
    return false;
  }
  if (!*rights) {
    complain({"YIDAN_TOKEN 中的凭证无效或已过期", "the token in YIDAN_TOKEN is not valid, or no longer"}, language);
    return false;
  }
  books.rights = std::make_shared<const access::Rights>(std::move(**rights));
  return true;
}

}  // namespace

std::unique_ptr<OpenBooks> open_books(const BooksOptions& options, store::Access access) {
  const auto packs = read_packs(options.packs, options.language);
  if (!packs) return nullptr;
  auto policy = compile(*packs, options.language, options.known);
  if (!policy) return nullptr;
  auto books = std::make_unique<OpenBooks>(OpenBooks{.policy = std::move(*policy)});
  books->store = open_store(options, access);
  if (books->store == nullptr) return nullptr;
  auto desk = operations::Desk::open(
      *books->store, books->policy, *packs, YIDAN_VERSION,
      access == store::Access::read_only ? operations::Desk::Purpose::reading : operations::Desk::Purpose::writing);
  if (!desk) {
    refuse(desk.error(), options.language);
    return nullptr;
  }
  books->desk = std::move(*desk);
  if (!take_token(*books, options.language)) return nullptr;
  if (books->desk->is_ungated()) say_ungated(options.language);
  return books;
}

int refuse(const Error& error, Language language) {
  Text message = error.message;
  if (!error.where.empty() && error.where != "$") {  // the whole of it is no place
    message.zh += "（" + error.where + "）";
    message.en += " (" + error.where + ")";
  }
  complain(message, language);
  const bool of_the_store = error.code == ErrorCode::unavailable || error.code == ErrorCode::damaged;
  return of_the_store ? kWrongUse : kSomeRejected;
}

operations::Caller caller_of(const OpenBooks& books, const BooksOptions& options) {
  operations::Caller caller(*books.desk, options.actor.empty() ? user_of_the_machine() : options.actor);
  caller.rights = books.rights;
  if (books.rights) caller.actor = books.rights->user;
  return caller;
}

int wrong_use(const Error& error, Language language) {
  complain(error.message, language);
  return kWrongUse;
}

int complain_of_no_books(Language language) {
  complain({"未指明账册：请写 --db 文件或 YIDAN_DB；没有账册时，请给文件",
            "no books are named: give --db FILE or YIDAN_DB; without books, give a file"},
           language);
  return kWrongUse;
}

Result<std::optional<Instant>> known_asked(const std::string& known) {
  if (known.empty()) return std::nullopt;
  auto instant = parse_instant(known);
  if (!instant) return std::unexpected(std::move(instant.error()));
  return *instant;
}

std::string as_answered(const OpenBooks& books, std::string answer) {
  if (books.desk->is_ungated()) operations::mark_ungated(answer);
  return answer;
}

bool is_text_asked(const std::string& as) { return as.empty() ? is_terminal(stdout) : as == "text"; }

void print_answer(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (text.empty() || text.back() != '\n') std::putchar('\n');
}

void print_page(std::string page) { print_answer(fitted_to(stdout, std::move(page))); }

void print_as_asked(const std::string& answer, const std::string& as, Language language) {
  if (!is_text_asked(as)) return print_answer(answer);
  print_page(exchange::describe_answer(answer, language));
}

std::optional<std::int32_t> pool_asked(const OpenBooks& books, const std::string& pool, Language language) {
  const policy::Pool* found = find_pool(books.policy, pool, language);
  return found == nullptr ? std::nullopt : std::optional(found->region.code());
}

}  // namespace yidan::cli
