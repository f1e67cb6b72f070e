#include "exchange/file_reader.h"

#include "contract/encounter.h"
#include "exchange/heading_reader.h"
#include "exchange/object_reader.h"

namespace yidan::exchange {
namespace {

template <class Read>
auto caught(Read read) -> Result<decltype(read())> {
  try {
    return read();
  } catch (Fault& fault) {
    return std::unexpected(std::move(fault.error));
  }
}

void require_all_named_once(const json::Value& value, const Path& path) {
  if (value.kind == json::Kind::object) {
    require_named_once(value.members(), path);
    for (const json::Member& member : value.members()) require_all_named_once(member.value, path.member(member.key));
  } else if (value.kind == json::Kind::array) {
    for (std::size_t i = 0; i < value.items().size(); ++i) require_all_named_once(value.items()[i], path.item(i));
  }
}

Money require_positive(ObjectReader& reader, Money amount) {
  if (amount > Money{}) return amount;
  fail(ErrorCode::invalid_value, reader.path_of("amount"), "金额应大于零", "the amount must be more than zero");
}

Month require_month(ObjectReader& reader) {
  auto month = parse_month(reader.require_text("month"));
  if (!month) fail(std::move(month.error()), reader.path_of("month"));
  return *month;
}

}  // namespace

Result<Region> read_pool_of(const json::Value& value, const policy::Policy& policy) {
  return caught([&] {
    const Path root;
    ObjectReader reader(value, root);
    Region region;
    (void)read_pool(reader, policy, region);
    return region;
  });
}

Result<void> check_named_once(const json::Value& value) {
  try {
    require_all_named_once(value, Path{});
    return {};
  } catch (Fault& fault) {
    return std::unexpected(std::move(fault.error));
  }
}

Result<Encounter> read_encounter_of_request(const json::Value& value, Region pool) {
  return caught([&] {
    const Path root;
    return contract::read_encounter(value, root.member("encounter"), pool);
  });
}

Result<AccountCredit> read_credit(const json::Value& value) {
  return caught([&] {
    const Path root;
    ObjectReader reader(value, root);
    AccountCredit credit{.month = require_month(reader), .amount = reader.money("amount")};
    if (credit.amount) (void)require_positive(reader, *credit.amount);
    reader.finish();
    return credit;
  });
}

Result<AccountAsk> read_use(const json::Value& value) {
  return caught([&] {
    const Path root;
    ObjectReader reader(value, root);
    AccountAsk ask;
    ask.on = reader.require_date("on");
    ask.use.use = reader.require_word<AccountUse>("use");
    ask.use.beneficiary = reader.word<Beneficiary>("for").value_or(Beneficiary::self);
    const auto amount = reader.money("amount");
    if (!amount) {
      reader.fail_missing("amount", "缺少金额“amount”，如 \"58.00\"", "the 'amount' is missing, for example \"58.00\"");
    }
    ask.use.amount = require_positive(reader, *amount);
    reader.finish();
    return ask;
  });
}

}  // namespace yidan::exchange
