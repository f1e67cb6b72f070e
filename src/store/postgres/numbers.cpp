#include "store/postgres/numbers.h"

#include "store/postgres/values.h"

namespace yidan::store::postgres {
namespace {

// As `is_sealed_text` has it.
#define YIDAN_PLAIN_NUMBER "kind = 'person' and not starts_with(number, 'sealed1:')"
constexpr Query kPlain{"plain", "select subject, number from yidan.subject where " YIDAN_PLAIN_NUMBER " limit $1"};
constexpr Query kCountPlain{"count_plain", "select count(*) from yidan.subject where " YIDAN_PLAIN_NUMBER};
constexpr Query kPutNumbers{"put_numbers",
                            "update yidan.subject set number = new.number"
                            " from unnest($1, $2) as new (subject, number) where subject.subject = new.subject"};
// It holds for what is written from now on; what is there is sealed after it. Two who begin wait for each other.
constexpr auto kRefusePlain =
    "begin; lock table yidan.subject in access exclusive mode;"
    "alter table yidan.subject drop constraint if exists subject_is_sealed;"
    "alter table yidan.subject add constraint subject_is_sealed"
    " check (not (" YIDAN_PLAIN_NUMBER ")) not valid; commit";
#undef YIDAN_PLAIN_NUMBER

}  // namespace

Result<void> refuse_plain_numbers(Connection& connection) {
  auto refused = connection.execute(kRefusePlain);
  connection.roll_back();
  return refused;
}

Result<std::vector<KeptNumber>> plain_numbers(Connection& connection, std::size_t limit) {
  const auto rows = connection.run(kPlain, Parameters(static_cast<std::int64_t>(limit)));
  if (!rows) return std::unexpected(rows.error());
  std::vector<KeptNumber> numbers;
  for (int row = 0; row < rows->size(); ++row) numbers.push_back({rows->stand_in(row, 0), rows->text(row, 1)});
  return numbers;
}

Result<std::int64_t> count_plain_numbers(Connection& connection) {
  const auto rows = connection.run(kCountPlain);
  if (!rows) return std::unexpected(rows.error());
  return rows->integer(0, 0);
}

Result<void> put_numbers(Connection& connection, std::span<const KeptNumber> numbers) {
  std::vector<StandIn> subjects;
  std::vector<std::string_view> texts;
  for (const KeptNumber& each : numbers) {
    subjects.push_back(each.stand_in);
    texts.push_back(each.number);
  }
  const auto put = connection.run(kPutNumbers, Parameters(subjects, texts));
  if (!put) return std::unexpected(put.error());
  return {};
}

Result<void> forget_earlier_content(Connection& connection) {
  for (const char* sql : {"alter table yidan.subject validate constraint subject_is_sealed",
                          "vacuum (full, analyze) yidan.subject", "vacuum (full, analyze) yidan.setting"}) {
    if (auto done = connection.execute(sql); !done) return done;
  }
  return {};
}

}  // namespace yidan::store::postgres
