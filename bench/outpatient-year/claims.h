// One year of Yantai employees' general outpatient claims: 125,000 persons, 1,000,000 claims, made from a seed.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace yidan::bench {

struct OutpatientClaim {
  std::uint32_t person;
  std::uint16_t day;       // of 2023, counted from 0
  std::uint8_t level;      // 1, 2, 3
  std::uint8_t temporary;  // 1: temporarily elsewhere, 10 % first
  std::uint8_t retired;
  std::int64_t scope;  // policy-scope fen
};

inline constexpr std::uint32_t kPersons = 125'000;
inline constexpr std::size_t kClaims = 1'000'000;

// In the order of settlement: by day, persons mixed.
inline std::vector<OutpatientClaim> outpatient_year() {
  std::mt19937_64 random(20230101);
  std::vector<OutpatientClaim> claims(kClaims);
  for (std::size_t i = 0; i < kClaims; ++i) {
    const auto person = static_cast<std::uint32_t>(random() % kPersons);
    const std::uint64_t dice = random();
    claims[i] = {person,
                 static_cast<std::uint16_t>(i * 365 / kClaims),
                 static_cast<std::uint8_t>(1 + dice % 3),
                 static_cast<std::uint8_t>((dice >> 8) % 12 == 0),
                 static_cast<std::uint8_t>(person % 10 < 3),
                 static_cast<std::int64_t>(1'000 + (dice >> 16) % 89'000)};
  }
  return claims;
}

}  // namespace yidan::bench
