// The values made of the columns of subjects, events and rows.
#pragma once

#include "store/database.h"
#include "store/fault.h"
#include "store/packed.h"
#include "store/postgres/values.h"
#include "store/sql_columns.h"
#include "store/store.h"

namespace yidan::store::postgres {

#define YIDAN_SUBJECT_COLUMNS_OF_POSTGRES YIDAN_SUBJECT_COLUMNS ", subject.subject"

// `first` is the first of the columns.
[[nodiscard]] inline Subject read_subject(const Rows& rows, int row, int first) {
  return {.pool = static_cast<std::int32_t>(rows.integer(row, first)),
          .id = number_from(rows.text(row, first + 1), [&] { return to_text(rows.stand_in(row, first + 3)); }),
          .kind = rows.text(row, first + 2)};
}
inline constexpr int kSubjectColumns = 4;

[[nodiscard]] inline Event read_event(const Rows& rows, int row, int first) {
  return {.seq = rows.integer(row, first),
          .kind = rows.text(row, first + 1),
          .key = rows.text(row, first + 2),
          .ref = rows.text(row, first + 3),
          .actor = rows.text(row, first + 4),
          .content = rows.text(row, first + 5),
          .answer = rows.text(row, first + 6),
          .policy = rows.integer(row, first + 7),
          .engine = rows.text(row, first + 8),
          .recorded = rows.integer(row, first + 9)};
}
inline constexpr int kEventColumns = 10;

// Of the columns of an event and what is packed; absent when that is not as it was written.
[[nodiscard]] inline std::optional<Recorded> read_recorded(const Rows& rows, int row, int first) {
  constexpr int packed = kEventColumns;
  auto entries = unpacked_entries(rows.text(row, first + packed));
  auto documents = unpacked_documents(rows.text(row, first + packed + 1), rows.text(row, first + packed + 2));
  if (!entries || !documents) return std::nullopt;
  return Recorded{read_event(rows, row, first), std::move(*documents), std::move(*entries)};
}
[[nodiscard]] inline Error cut_short(const std::string& database) {
  return damaged(database, "an event has entries or documents cut short");
}

[[nodiscard]] inline Row read_row(const Rows& rows, int row, int first) {
  return {.table = rows.text(row, first),
          .id = rows.text(row, first + 1),
          .provider = rows.text(row, first + 2),
          .day = rows.text(row, first + 3),
          .care = rows.text(row, first + 4),
          .state = rows.text(row, first + 5),
          .due = rows.text(row, first + 6),
          .data = rows.text(row, first + 7)};
}
inline constexpr int kRowColumns = 8;

// Which of those asked for a row belongs to: its first column counts them from 1.
[[nodiscard]] inline std::size_t asked(const Rows& rows, int row) {
  return static_cast<std::size_t>(rows.integer(row, 0) - 1);
}

}  // namespace yidan::store::postgres
