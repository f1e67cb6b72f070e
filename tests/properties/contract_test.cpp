// What is written by the tables of the contract is read by them as it was, over random cases and records.

#include <gtest/gtest.h>

#include "benefit/settle.h"
#include "contract/case.h"
#include "exchange/bill_writer.h"
#include "exchange/case_reader.h"
#include "exchange/record_reader.h"
#include "testing/packs.h"
#include "testing/random_case.h"
#include "tests/support/random_record.h"

namespace yidan {
namespace {

template <class T>
std::string written(const T& value, void (*write)(json::Writer&, const T&)) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  write(json, value);
  return text;
}

std::string bills_of(const policy::Pool& pool, const Case& facts) {
  std::string text;
  exchange::write_bills(text, facts, benefit::settle_case(pool, facts, benefit::Recording::none),
                        {.steps = exchange::StepDetail::none});
  return text;
}

TEST(Contract, CasesAreReadAsTheyWereWritten) {
  const auto& policy = testing::shipped_policy();
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    testing::Choices choices(seed);
    const policy::Pool& pool = policy.pools[choices.pick(policy.pools.size())];
    Case facts = testing::random_case(choices, Region(pool.region));
    for (CaseEntry& entry : facts.entries) {
      auto& lines = entry.encounter->lines;
      if (lines.empty()) lines.emplace_back();
      for (FeeLine& line : lines) {
        line.id = std::to_string(&line - lines.data());
        line.code = "X\"1";
        line.name = "检查";
      }
    }
    const std::string text = written(facts, contract::write_case);
    json::Document document;
    const auto again = exchange::read_case(**document.parse(text), policy);
    ASSERT_TRUE(again) << "seed " << seed << ": " << again.error().message.en << " " << again.error().where << text;
    EXPECT_EQ(written(*again, contract::write_case), text) << "seed " << seed;
    EXPECT_EQ(bills_of(pool, *again), bills_of(pool, facts)) << "seed " << seed;
  }
}

// Some random records say what a text may not: more months than lie between two others. They are refused, and no more.
TEST(Contract, RecordsAreReadAsTheyWereWritten) {
  const auto& policy = testing::shipped_policy();
  std::size_t read = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    testing::Choices choices(seed);
    const policy::Pool& pool = policy.pools[choices.pick(policy.pools.size())];
    Record record = testing::random_record(choices, Region(pool.region), testing::Kind::any);
    if (record.events.empty()) record.as_of = record.born;  // a record says something
    const std::string text = written(record, contract::write_record);
    json::Document document;
    const auto again = exchange::read_record(**document.parse(text), policy);
    if (!again) {
      EXPECT_EQ(again.error().code, ErrorCode::contradiction) << again.error().message.en << " " << text;
      continue;
    }
    ++read;
    EXPECT_EQ(written(*again, contract::write_record), text) << "seed " << seed;
  }
  EXPECT_GT(read, 700U);
}

}  // namespace
}  // namespace yidan
