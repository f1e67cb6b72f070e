#include "operations/journal.h"

#include "base/digest.h"
#include "books/stored_bill.h"
#include "calendar/instant.h"
#include "operations/permission.h"

namespace yidan::operations {
namespace {

Error unknown_word(const std::string& word) {
  return {ErrorCode::damaged,
          {"账册中有本程序不认识的词：“" + word + "”",
           "the books have a word that this program does not know: '" + word + "'"},
          {}};
}

Result<ledger::Recorded> recorded_of(const store::Found& posting, ledger::Persons persons) {
  const store::Event& event = posting.recorded.event;
  const auto kind = parse_word<EventKind>(event.kind);
  if (!kind) return std::unexpected(unknown_word(event.kind));
  constexpr std::size_t short_digest = 16;
  const bool named = persons == ledger::Persons::named;
  ledger::Recorded recorded{
      .pool = posting.subject.pool,
      .on = beijing_day(event.recorded),
      .kind = *kind,
      .reference = named ? event.key : sha256(event.key).substr(0, short_digest),  // a key may name a person
  };
  if (const auto day = parse_date(books::rule_date_in(posting.recorded.documents))) recorded.rule_date = *day;
  for (const store::Entry& entry : posting.recorded.entries) {
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

Result<void> write_journal(const Caller& caller, std::int32_t pool, ledger::Persons persons,
                           const std::function<Result<void>(std::string_view)>& write, const GoOn& go_on) {
  if (auto allowed = may(caller, Deed::see_books, {.pool = pool}); !allowed) return allowed;
  std::string text;
  ledger::Journal journal(text, persons);
  std::int64_t postings = 0;
  constexpr std::size_t enough = 1U << 16U;
  const auto walked = caller.desk.store().each_posting([&](const store::Found& posting) -> Result<void> {
    if ((pool != 0 && posting.subject.pool != pool) || posting.recorded.entries.empty()) return {};
    const auto recorded = recorded_of(posting, persons);
    if (!recorded) return std::unexpected(recorded.error());
    journal.write(*recorded);
    if (auto goes_on = go_on(++postings); !goes_on) return goes_on;
    if (text.size() < enough) return {};
    const auto written = write(text);
    text.clear();
    return written;
  });
  if (!walked) return walked;
  return write(text);
}

}  // namespace yidan::operations
