#include "policy/people.h"

#include <gtest/gtest.h>

namespace yidan::policy {
namespace {

TEST(CellForAge, IsThatOfTheBandInWhichTheAgeLies) {
  const Bands bands{{0, {.value = 1}}, {35, {.value = 2}}, {45, {.value = 3}}};
  EXPECT_EQ(cell_for_age(bands, 0).value, 1);
  EXPECT_EQ(cell_for_age(bands, 34).value, 1);
  EXPECT_EQ(cell_for_age(bands, 35).value, 2);
  EXPECT_EQ(cell_for_age(bands, 44).value, 2);
  EXPECT_EQ(cell_for_age(bands, 45).value, 3);
  EXPECT_EQ(cell_for_age(bands, 120).value, 3);
  EXPECT_EQ(cell_for_age({{0, {.value = 9}}}, 70).value, 9);
}

}  // namespace
}  // namespace yidan::policy
