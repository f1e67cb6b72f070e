#include "store/sqlite/numbers.h"

#include "store/fault.h"
#include "store/sqlite/columns.h"

namespace yidan::store::sqlite {
namespace {

// As `is_sealed_text` has it.
#define YIDAN_PLAIN_NUMBER "kind = 'person' and number not glob 'sealed1:*'"
constexpr std::string_view kPlain = "select stand_in, number from subject where " YIDAN_PLAIN_NUMBER " limit ?";
constexpr std::string_view kCountPlain = "select count(*) from subject where " YIDAN_PLAIN_NUMBER;
constexpr auto kRefusePlain =
    "begin immediate;"
    "create trigger if not exists subject_is_sealed before insert on subject"
    " when new.kind = 'person' and new.number not glob 'sealed1:*'"
    " begin select raise(abort, 'the numbers of persons are sealed in these books'); end;"
    "create trigger if not exists subject_stays_sealed before update on subject"
    " when new.kind = 'person' and new.number not glob 'sealed1:*'"
    " begin select raise(abort, 'the numbers of persons are sealed in these books'); end;"
    "commit";
#undef YIDAN_PLAIN_NUMBER

Result<void> put_all(Connection& connection, std::span<const KeptNumber> numbers) {
  if (auto begun = connection.execute("begin immediate"); !begun) return begun;
  auto put = connection.prepare("update subject set number = ?2 where stand_in = ?1");
  if (!put) return std::unexpected(put.error());
  for (const KeptNumber& each : numbers) {
    const std::string letters = to_text(each.stand_in);
    if (auto done = run(*put, letters, each.number); !done) return done;
  }
  return connection.execute("commit");
}

}  // namespace

Result<void> refuse_plain_numbers(Connection& connection) {
  auto refused = connection.execute(kRefusePlain);
  connection.roll_back();
  return refused;
}

Result<std::vector<KeptNumber>> plain_numbers(Connection& connection, std::size_t limit) {
  auto plain = connection.prepare(kPlain);
  if (!plain) return std::unexpected(plain.error());
  std::vector<KeptNumber> numbers;
  const auto take = [&numbers](const Rows& rows) -> Result<void> {
    const auto stand_in = parse_stand_in(rows.text(0));
    if (!stand_in) return std::unexpected(damaged(rows.name(), "a subject has no stand-in"));
    numbers.push_back({*stand_in, rows.text(1)});
    return {};
  };
  if (auto taken = each_row(*plain, take, static_cast<std::int64_t>(limit)); !taken)
    return std::unexpected(taken.error());
  return numbers;
}

Result<std::int64_t> count_plain_numbers(Connection& connection) { return connection.integer(kCountPlain); }

Result<void> put_numbers(Connection& connection, std::span<const KeptNumber> numbers) {
  auto put = put_all(connection, numbers);
  connection.roll_back();
  return put;
}

Result<void> forget_earlier_content(Connection& connection) {
  if (auto written = connection.execute("vacuum"); !written) return written;
  const auto busy = connection.integer("pragma wal_checkpoint(truncate)");
  if (!busy) return std::unexpected(busy.error());
  if (*busy != 0) return std::unexpected(locked(connection.path(), "the log is in use"));
  return {};
}

}  // namespace yidan::store::sqlite
