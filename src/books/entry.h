// One entry of the fold: an encounter, a credit or a use of the account, and what it comes to on what came before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "benefit/past.h"
#include "books/asked.h"
#include "books/position.h"
#include "exchange/file_reader.h"

namespace yidan::books {

using Content = std::variant<Encounter, exchange::AccountCredit, exchange::AccountAsk>;

// The content of an entry. REQUIRES: `kind` is settle, correct, credit or use.
[[nodiscard]] Result<Content> read_content(EventKind kind, std::string_view text, Region pool);

// What an entry comes to; `past` is what it leaves behind.
struct Folded {
  benefit::Past past;
  std::optional<benefit::Bill> bill;  // of an encounter
  Person person;                      // with the cover of its day; of an encounter
  Money credited;
  Money own;  // of the credit: from the person's own contributions; the rest is the pooled fund's
  Money used;
  std::optional<AccountRefusal> refusal;  // of a use
};

// Errors: `overflow`; `not_permitted` for a credit to somebody who has no account in that month, or of another amount
// than the rules give on the record.
[[nodiscard]] Result<Folded> fold(const policy::Pool& pool, const Case& facts, benefit::Past past,
                                  const Content& content);

// What the entry moves; `told` is what the provider was told of it.
[[nodiscard]] ledger::Position position_of(const Folded& folded, const Content& content, const Payments& told,
                                           const std::string& person);

// The day on which its rules are looked up.
[[nodiscard]] Date day_of(const Content& content);

// The name of an event that is unique in its file: no encounter twice, no month credited twice.
[[nodiscard]] std::string ref_of(const Content& content);

// Whether it has to be decided with the whole file at hand, because it names other entries or others depend on it.
[[nodiscard]] bool needs_whole_file(const Case& facts, const Content& content);

}  // namespace yidan::books
