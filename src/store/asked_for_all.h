// Everything that a store is asked for, once each: for tests of how its databases go about it.
#pragma once

#include <gtest/gtest.h>

#include "store/test_support.h"

namespace yidan::store::testing {

inline void ask_for_all(Store& store) {
  const Subject subject{1, "P1"};
  for (const char* key : {"k1", "k2"}) {
    ASSERT_EQ(written(store, settlement(subject, key[1] - '1', key)), Written::done);
  }
  (void)store.load(subject);
  (void)store.find("k1");
  (void)store.events(subject);
  (void)store.history(subject);
  (void)store.rows(subject);
  (void)store.events_after(0, 10);
  ASSERT_TRUE(store.sum_up());
  ASSERT_TRUE(store.balances({.pool = 1, .known = {}}));
  ASSERT_TRUE(store.balances({.pool = 0, .known = 1}));
  ASSERT_TRUE(store.day_balances());
  ASSERT_TRUE(store.counts());
  ASSERT_TRUE(store.check());
  ASSERT_TRUE(store.each_subject([](const SubjectContents&) { return Result<void>{}; }));
  ASSERT_TRUE(store.each_posting([](const Found&) { return Result<void>{}; }));
  ASSERT_TRUE(store.each_backed_up([](const BackedUp&) { return Result<void>{}; }));
}

}  // namespace yidan::store::testing
