#include "base/digest.h"
#include "calendar/instant.h"
#include "cli/commands/books_commands.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "ledger/journal.h"

namespace yidan::cli {
namespace {

Error unknown_word(const std::string& word) {
  return {ErrorCode::damaged,
          {"账册中有本程序不认识的词：“" + word + "”",
           "the books have a word that this program does not know: '" + word + "'"},
          {}};
}

Result<ledger::Recorded> recorded_of(const store::JournalPosting& posting, bool persons) {
  const auto kind = parse_word<EventKind>(posting.kind);
  if (!kind) return std::unexpected(unknown_word(posting.kind));
  constexpr std::size_t short_digest = 16;
  ledger::Recorded recorded{
      .pool = posting.file.pool,
      .on = beijing_day(posting.recorded),
      .kind = *kind,
      .reference = persons ? posting.key : sha256(posting.key).substr(0, short_digest),  // a key may name a person
  };
  if (const auto day = parse_date(posting.rule_date)) recorded.rule_date = *day;
  for (const store::Entry& entry : posting.entries) {
    const auto fund = parse_word<Fund>(entry.fund);
    const auto account = parse_word<LedgerAccount>(entry.account);
    const auto route = parse_word<Route>(entry.route);
    if (!fund) return std::unexpected(unknown_word(entry.fund));
    if (!account) return std::unexpected(unknown_word(entry.account));
    if (!route && !entry.route.empty()) return std::unexpected(unknown_word(entry.route));
    recorded.posting.add({*fund, *account, entry.party, route}, Money::fen(entry.amount));
  }
  return recorded;
}

}  // namespace

int books_journal(const JournalOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  std::int32_t only = 0;
  if (!options.pool.empty()) {
    const auto pool = pool_asked(*books, options.pool, options.language);
    if (!pool) return kWrongUse;
    only = *pool;
  }
  OutputFile file(options.out);
  if (!file.open()) return refuse(cannot_write(file), options.language);
  std::string text;
  ledger::Journal journal(text, options.persons ? ledger::Persons::named : ledger::Persons::left_out);
  constexpr std::size_t enough = 1U << 16U;
  const auto walked = books->store->each_posting([&](const store::JournalPosting& posting) -> Result<void> {
    if ((only != 0 && posting.file.pool != only) || posting.entries.empty()) return {};
    const auto recorded = recorded_of(posting, options.persons);
    if (!recorded) return std::unexpected(recorded.error());
    journal.write(*recorded);
    if (text.size() < enough) return {};
    if (!file.write(text)) return std::unexpected(cannot_write(file));
    text.clear();
    return {};
  });
  if (!walked) return refuse(walked.error(), options.language);
  if (!file.write(text) || !file.commit()) return refuse(cannot_write(file), options.language);
  return kAllSettled;
}

}  // namespace yidan::cli
