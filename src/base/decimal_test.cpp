#include "base/decimal.h"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace yidan::decimal {
namespace {

struct Reading {
  std::string_view text;
  int places;
  std::expected<std::int64_t, Fault> read;
};

const std::vector<Reading> kReadings{
    {"0", 0, 0},
    {"0", 2, 0},
    {"00012", 0, 12},
    {"12", 2, 1200},
    {"12.3", 2, 1230},
    {"12.34", 2, 1234},
    {"12.340", 3, 12340},
    {"0.000000001", 9, 1},
    {"9223372036854775807", 0, INT64_MAX},
    {"92233720368547758.07", 2, INT64_MAX},
    {"0009223372036854775807", 0, INT64_MAX},
    {"9223372036854775808", 0, std::unexpected(Fault::overflow)},
    {"92233720368547758.08", 2, std::unexpected(Fault::overflow)},
    {"92233720368547759", 2, std::unexpected(Fault::overflow)},
    {"99999999999999999999999999", 2, std::unexpected(Fault::overflow)},
    {"12.345", 2, std::unexpected(Fault::too_many_places)},
    {"12.340", 2, std::unexpected(Fault::too_many_places)},
    {"12.0", 0, std::unexpected(Fault::too_many_places)},
    {"", 2, std::unexpected(Fault::not_a_number)},
    {".", 2, std::unexpected(Fault::not_a_number)},
    {".5", 2, std::unexpected(Fault::not_a_number)},
    {"5.", 2, std::unexpected(Fault::not_a_number)},
    {"1.2.3", 2, std::unexpected(Fault::not_a_number)},
    {"-1", 2, std::unexpected(Fault::not_a_number)},
    {"+1", 2, std::unexpected(Fault::not_a_number)},
    {"1e3", 2, std::unexpected(Fault::not_a_number)},
    {" 1", 2, std::unexpected(Fault::not_a_number)},
    {"1 ", 2, std::unexpected(Fault::not_a_number)},
    {"1,000", 2, std::unexpected(Fault::not_a_number)},
    {"0x10", 2, std::unexpected(Fault::not_a_number)},
    {"１２", 2, std::unexpected(Fault::not_a_number)},
    {std::string_view("1\0", 2), 2, std::unexpected(Fault::not_a_number)},
    // What is no number at all is not called too large or too long.
    {"99999999999999999999x", 2, std::unexpected(Fault::not_a_number)},
    {"1.2345x", 2, std::unexpected(Fault::not_a_number)},
};

TEST(Decimal, IsReadExactlyOrNotAtAll) {
  for (const Reading& each : kReadings) {
    EXPECT_EQ(parse(each.text, each.places), each.read) << '"' << each.text << "\" with " << each.places << " places";
  }
}

struct Writing {
  std::int64_t scaled;
  int places;
  std::string_view text;
};

const std::vector<Writing> kWritings{
    {0, 0, "0"},
    {0, 2, "0.00"},
    {5, 2, "0.05"},
    {-5, 2, "-0.05"},
    {1234, 0, "1234"},
    {1234, 2, "12.34"},
    {-1200, 2, "-12.00"},
    {1, 9, "0.000000001"},
    {INT64_MAX, 2, "92233720368547758.07"},
    {INT64_MIN, 2, "-92233720368547758.08"},
    {INT64_MIN, 9, "-9223372036.854775808"},
};

TEST(Decimal, IsWrittenWithAllItsPlaces) {
  for (const Writing& each : kWritings) {
    std::string out = "=";
    append(out, each.scaled, each.places);
    EXPECT_EQ(out, "=" + std::string(each.text));
  }
}

TEST(Decimal, ReadsBackWhatItWrote) {
  for (const int places : {0, 2, 4, 6, 9}) {
    for (const std::int64_t scaled : {std::int64_t{0}, std::int64_t{1}, std::int64_t{999'999'999}, INT64_MAX}) {
      std::string text;
      append(text, scaled, places);
      EXPECT_EQ(parse(text, places), scaled) << text;
    }
  }
}

}  // namespace
}  // namespace yidan::decimal
