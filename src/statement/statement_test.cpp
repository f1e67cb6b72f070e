#include "statement/statement.h"

#include <gtest/gtest.h>

#include "benefit/settle.h"
#include "testing/encounters.h"
#include "testing/packs.h"

namespace yidan::statement {
namespace {

class Statement : public ::testing::Test {
 protected:
  Case facts_ = testing::case_of(testing::retired(), {testing::visit()});
  std::vector<benefit::Bill> bills_ = benefit::settle_case(testing::shipped_pool(370600), facts_);

  [[nodiscard]] std::string drawn(const Options& options) const {
    const Settled settled{facts_.person, *facts_.entries.front().encounter, bills_.front()};
    return draw({&settled, 1}, options).value_or("");
  }
};

TEST_F(Statement, IsAPdf) {
  EXPECT_TRUE(drawn({}).starts_with("%PDF-"));
  EXPECT_TRUE(drawn({.language = Language::en}).starts_with("%PDF-"));
}

TEST_F(Statement, OfTheSameBillIsTheSameBytes) {
  const std::string first = drawn({});
  EXPECT_EQ(first, drawn({}));
  EXPECT_NE(first, drawn({.language = Language::en}));
}

TEST_F(Statement, MasksThePersonsNumberUnlessItIsAskedFor) {
  facts_.person.id = "370600195003010028";
  EXPECT_NE(drawn({}), drawn({.full_id = true}));
}

}  // namespace
}  // namespace yidan::statement
