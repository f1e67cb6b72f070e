// Sums of days in a SQLite file: where they come from, and how they move on.
#pragma once

#include "store/sqlite/connection.h"
#include "store/sums.h"

namespace yidan::store::sqlite {

// REQUIRES: the connection is in a transaction for as long as this is used.
class Sums final : public SumSource {
 public:
  explicit Sums(Connection& connection) : connection_(connection) {}

  Result<std::int64_t> summed() override;
  Result<void> closed(std::int32_t pool, std::int64_t day, bool together, DaySums& sums) override;
  Result<DaySums::Range> range(std::int64_t day) override;
  Result<void> each(std::int64_t after, std::int64_t up_to, const Visitor<Summand>& visit) override;

 private:
  Connection& connection_;
};

// Moves the sums on, over some ten thousand events; whether there may be more. REQUIRES: a transaction that writes.
[[nodiscard]] Result<bool> sum_up(Connection& connection);

}  // namespace yidan::store::sqlite
