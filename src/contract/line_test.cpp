#include "contract/line.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan::contract {
namespace {

// The lines of a JSON list, or the error of the first that is wrong.
Result<std::vector<FeeLine>> read(const std::string& list) {
  json::Document document;
  const Path root;
  Reading reading;
  try {
    const json::Value& value = **document.parse(list);
    const Path path = root.member("lines");
    std::vector<FeeLine> lines;
    for (std::size_t i = 0; i < value.size; ++i)
      lines.push_back(contract::read<kLine>(value.items()[i], path.item(i), reading));
    return lines;
  } catch (const Fault& fault) {
    return std::unexpected(fault.error);
  }
}

struct Priced {
  const char* line;  // beside class A
  std::int64_t price;
  std::int64_t over_limit;
};

const std::vector<Priced> kPriced{
    {R"("amount": "1000.00")", 100'000, 0},
    {R"("amount": "0")", 0, 0},
    {R"("amount": "92233720368547758.07")", INT64_MAX, 0},
    {R"("amount": "100.00", "payment_standard": "60.00")", 10'000, 4'000},
    {R"("amount": "60.00", "payment_standard": "60.00")", 6'000, 0},
    {R"("amount": "50.00", "payment_standard": "60.00")", 5'000, 0},
    {R"("quantity": "2", "unit_price": "80.00")", 16'000, 0},
    {R"("quantity": "2", "unit_price": "80.00", "payment_standard": "60.00")", 16'000, 4'000},
    {R"("quantity": "2", "unit_price": "80.00", "payment_standard": "90.00")", 16'000, 0},
    {R"("quantity": "2", "unit_price": "80.00", "amount": "160.00")", 16'000, 0},
    {R"("quantity": "0", "unit_price": "80.00", "payment_standard": "60.00")", 0, 0},
    {R"("quantity": "10000000000000000", "unit_price": "1.00")", 1'000'000'000'000'000'000, 0},
    {R"("quantity": "0.0001", "unit_price": "922337203685477580700.00")", INT64_MAX, 0},
    // Half up to the fen, once.
    {R"("quantity": "1", "unit_price": "0.004999")", 0, 0},
    {R"("quantity": "1", "unit_price": "0.005")", 1, 0},
    {R"("quantity": "3", "unit_price": "0.333333")", 100, 0},
    {R"("quantity": "0.5", "unit_price": "0.01")", 1, 0},
    {R"("quantity": "0.0001", "unit_price": "49.999999")", 0, 0},
    {R"("quantity": "0.0001", "unit_price": "50.00")", 1, 0},
    {R"("quantity": "3", "unit_price": "1.005", "payment_standard": "1.00")", 302, 2},
    {R"("quantity": "1", "unit_price": "1.004999", "payment_standard": "1.00")", 100, 0},
    {R"("quantity": "10000", "unit_price": "922337203685.47758", "payment_standard": "0")", 922'337'203'685'477'580,
     922'337'203'685'477'580},
};

TEST(Line, HasAPriceAndAnOverLimitPartRoundedOnce) {
  for (const Priced& each : kPriced) {
    const auto lines = read(std::string(R"([{"class": "A", )") + each.line + "}]");
    ASSERT_TRUE(lines) << each.line << ": " << lines.error().message.en;
    EXPECT_EQ(lines->front().price.in_fen(), each.price) << each.line;
    EXPECT_EQ(lines->front().over_limit.in_fen(), each.over_limit) << each.line;
    EXPECT_LE(lines->front().over_limit, lines->front().price) << each.line;
  }
}

TEST(Line, OfEachClassHasItsShare) {
  const auto lines = read(R"([
    {"class": "A", "amount": "1.00"},
    {"class": "A", "amount": "1.00", "self_pay_first": "0%"},
    {"class": "B", "amount": "1.00", "self_pay_first": "10%"},
    {"class": "B", "amount": "1.00", "self_pay_first": "0%"},
    {"class": "C", "amount": "1.00"},
    {"class": "C", "amount": "1.00", "self_pay_first": "100%"}])");
  ASSERT_TRUE(lines) << lines.error().message.en;
  std::vector<Rate> shares;
  for (const FeeLine& line : *lines) shares.push_back(line.self_pay_first);
  EXPECT_EQ(shares, (std::vector<Rate>{{}, {}, Rate::percent(10), {}, kWhole, kWhole}));
}

TEST(Line, OfClassCIsNeverOverTheLimit) {
  const auto lines = read(R"([{"class": "C", "amount": "100.00", "payment_standard": "60.00"}])");
  ASSERT_TRUE(lines);
  EXPECT_EQ(lines->front().over_limit, Money{});
}

TEST(Line, MayHaveACauseOfItsOwnAndNames) {
  const auto lines = read(
      R"([{"id": "1", "code": "X1", "name": "体检", "class": "A", "amount": "1.00", "cause": "check-up", "x-note": 1}])");
  ASSERT_TRUE(lines);
  EXPECT_EQ(lines->front().cause, Cause::check_up);
  EXPECT_EQ(read(R"([{"class": "A", "amount": "1.00"}])")->front().cause, Cause::illness);
}

TEST(Lines, MayBeNone) { EXPECT_TRUE(read("[]")->empty()); }

struct Refusal {
  const char* line;
  ErrorCode code;
  const char* where;  // below the line
};

const std::vector<Refusal> kRefusals{
    {R"("amount": "1.00")", ErrorCode::missing, ".class"},
    {R"("class": "D", "amount": "1.00")", ErrorCode::invalid_value, ".class"},
    {R"("class": "a", "amount": "1.00")", ErrorCode::invalid_value, ".class"},
    {R"("class": "A")", ErrorCode::missing, ".amount"},
    {R"("class": "A", "amount": 1.00)", ErrorCode::wrong_type, ".amount"},
    {R"("class": "A", "amount": "-1.00")", ErrorCode::invalid_value, ".amount"},
    {R"("class": "A", "quantity": "2")", ErrorCode::missing, ".unit_price"},
    {R"("class": "A", "unit_price": "2.00", "amount": "2.00")", ErrorCode::missing, ".quantity"},
    {R"("class": "A", "quantity": 2, "unit_price": "1.00")", ErrorCode::wrong_type, ".quantity"},
    {R"("class": "A", "quantity": "2.00005", "unit_price": "1.00")", ErrorCode::invalid_value, ".quantity"},
    {R"("class": "A", "quantity": "-2", "unit_price": "1.00")", ErrorCode::invalid_value, ".quantity"},
    {R"("class": "A", "quantity": "2", "unit_price": "1.0000005")", ErrorCode::invalid_value, ".unit_price"},
    {R"("class": "A", "quantity": "2", "unit_price": "1.00", "amount": "2.01")", ErrorCode::contradiction, ".amount"},
    {R"("class": "A", "quantity": "1000000000000000000000000000000000000000", "unit_price": "1.00")",
     ErrorCode::overflow, ".quantity"},
    {R"("class": "A", "quantity": "100000000000000000", "unit_price": "1.00")", ErrorCode::overflow, ".unit_price"},
    {R"("class": "A", "quantity": "10000000000000000000000000000000", "unit_price": "9999999999.00")",
     ErrorCode::overflow, ".unit_price"},
    {R"("class": "A", "quantity": "100000000", "unit_price": "9223372036854.775807")", ErrorCode::overflow,
     ".unit_price"},
    {R"("class": "A", "amount": "1.00", "self_pay_first": "10%")", ErrorCode::contradiction, ".self_pay_first"},
    {R"("class": "B", "amount": "1.00")", ErrorCode::missing, ".self_pay_first"},
    {R"("class": "B", "amount": "1.00", "self_pay_first": "100.1%")", ErrorCode::invalid_value, ".self_pay_first"},
    {R"("class": "B", "amount": "1.00", "self_pay_first": 0.1)", ErrorCode::wrong_type, ".self_pay_first"},
    {R"("class": "C", "amount": "1.00", "self_pay_first": "99%")", ErrorCode::contradiction, ".self_pay_first"},
    {R"("class": "A", "amount": "1.00", "cause": "accident")", ErrorCode::invalid_value, ".cause"},
    {R"("class": "A", "amount": "1.00", "amuont": "1.00")", ErrorCode::unknown_key, ".amuont"},
    {R"("class": "A", "amount": "1.00", "amount": "1.00")", ErrorCode::duplicate_key, ".amount"},
};

TEST(Line, ThatIsWrongSaysWhereInTheList) {
  for (const Refusal& each : kRefusals) {
    const auto lines = read(std::string(R"([{"class": "A", "amount": "1.00"}, {)") + each.line + "}]");
    ASSERT_FALSE(lines) << each.line;
    EXPECT_EQ(lines.error().code, each.code) << each.line;
    EXPECT_EQ(lines.error().where, std::string("$.lines[1]") + each.where) << each.line;
  }
}

TEST(Line, SettlesWhateverFitsAndRefusesOneFenMore) {
  EXPECT_EQ(read(R"([{"class": "A", "quantity": "100000", "unit_price": "922337203685.477580"}])")->front().price,
            Money::fen(9'223'372'036'854'775'800));
  EXPECT_EQ(read(R"([{"class": "A", "quantity": "100000", "unit_price": "922337203685.477581"}])").error().code,
            ErrorCode::overflow);
}

}  // namespace
}  // namespace yidan::contract
