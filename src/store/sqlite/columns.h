// The values made of the columns of subjects, events and rows.
#pragma once

#include <utility>

#include "store/database.h"
#include "store/fault.h"
#include "store/packed.h"
#include "store/sql_columns.h"
#include "store/sqlite/connection.h"
#include "store/store.h"

namespace yidan::store::sqlite {

#define YIDAN_SUBJECT_COLUMNS_OF_SQLITE YIDAN_SUBJECT_COLUMNS ", subject.stand_in"

// `first` is the first of the columns.
[[nodiscard]] inline Subject read_subject(const Rows& rows, int first = 0) {
  return {.pool = static_cast<std::int32_t>(rows.integer(first)),
          .id = number_from(rows.text(first + 1), [&] { return rows.text(first + 3); }),
          .kind = rows.text(first + 2)};
}
inline constexpr int kSubjectColumns = 4;

[[nodiscard]] inline Event read_event(const Rows& rows, int first = 0) {
  return {.seq = rows.integer(first),
          .kind = rows.text(first + 1),
          .key = rows.text(first + 2),
          .ref = rows.text(first + 3),
          .actor = rows.text(first + 4),
          .content = rows.text(first + 5),
          .answer = rows.text(first + 6),
          .policy = rows.integer(first + 7),
          .engine = rows.text(first + 8),
          .recorded = rows.integer(first + 9)};
}
inline constexpr int kEventColumns = 10;

// Of the columns of an event and what is packed. Errors: `damaged`.
[[nodiscard]] inline Result<Recorded> read_recorded(const Rows& rows, int first = 0) {
  auto entries = unpacked_entries(rows.text(first + kEventColumns));
  auto documents = unpacked_documents(rows.text(first + kEventColumns + 1), rows.text(first + kEventColumns + 2));
  if (!entries || !documents)
    return std::unexpected(damaged(rows.name(), "an event has entries or documents cut short"));
  return Recorded{read_event(rows, first), std::move(*documents), std::move(*entries)};
}

[[nodiscard]] inline Row read_row(const Rows& rows, int first = 0) {
  return {.table = rows.text(first),
          .id = rows.text(first + 1),
          .provider = rows.text(first + 2),
          .day = rows.text(first + 3),
          .care = rows.text(first + 4),
          .state = rows.text(first + 5),
          .due = rows.text(first + 6),
          .data = rows.text(first + 7)};
}
inline constexpr int kRowColumns = 8;

// All rows of a statement, each given to `take`, which may say that it is none.
template <class Take, class... Values>
[[nodiscard]] Result<void> each_row(Statement& statement, const Take& take, const Values&... values) {
  Rows rows(statement, values...);
  while (true) {
    const auto more = rows.next();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
    if (auto taken = take(std::as_const(rows)); !taken) return taken;
  }
}

// All rows of a statement, each made a value by `read`.
template <class Read, class... Values>
[[nodiscard]] auto read_all(Statement& statement, const Read& read, const Values&... values)
    -> Result<std::vector<decltype(read(std::declval<const Rows&>()))>> {
  std::vector<decltype(read(std::declval<const Rows&>()))> all;
  const auto take = [&](const Rows& rows) -> Result<void> {
    all.push_back(read(rows));
    return {};
  };
  if (auto taken = each_row(statement, take, values...); !taken) return std::unexpected(taken.error());
  return all;
}

// The same where reading may fail.
template <class... Values>
[[nodiscard]] Result<std::vector<Recorded>> read_history(Statement& statement, const Values&... values) {
  std::vector<Recorded> all;
  const auto take = [&](const Rows& rows) -> Result<void> {
    auto recorded = read_recorded(rows);
    if (!recorded) return std::unexpected(std::move(recorded.error()));
    all.push_back(std::move(*recorded));
    return {};
  };
  if (auto taken = each_row(statement, take, values...); !taken) return std::unexpected(taken.error());
  return all;
}

}  // namespace yidan::store::sqlite
