// One entry of the fold: an encounter, a credit or a use of the account, and what it comes to on what came before it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "benefit/past.h"
#include "books/decision.h"
#include "books/position.h"

namespace yidan::books {

using exchange::Content;

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

// REQUIRES: the content is an encounter, a credit or a use. Errors, with their place within the content (".amount"):
// `overflow`; `not_permitted` for a credit to somebody who has no account in that month, or of another amount than the
// rules give on the record.
[[nodiscard]] Result<Folded> fold(const policy::Pool& pool, const Case& facts, benefit::Past past,
                                  const Content& content);

// An error for an entry of a day before birth or after death, with its place within the content.
[[nodiscard]] Result<void> check_life(const Case& facts, const Content& content);

// What the entry says of the books; `told` is what the provider was told of it.
[[nodiscard]] Part part_of(const Folded& folded, const Content& content, const Payments& told,
                           const std::string& person);

// The day on which its rules are looked up.
[[nodiscard]] Date day_of(const Content& content);

// The name of an event that is unique in its file: no encounter twice, no month credited twice. Empty for others.
[[nodiscard]] std::string ref_of(const Content& content);

// The id of the row of an encounter whose event was given that name.
[[nodiscard]] std::string row_named(std::string_view ref);

// Whether it has to be decided with the whole file at hand, because it names other entries or may repeat one, or others
// depend on it.
[[nodiscard]] bool needs_whole_file(const Case& facts, const benefit::Past& past, const Content& content);

}  // namespace yidan::books
