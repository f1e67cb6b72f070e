// Another master key for sealed books: of two at the same time one is told, and whoever is killed leaves the old or the
// new one.
#include <chrono>
#include <csignal>
#include <optional>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/sealing.h"
#include "store/test_support.h"

namespace yidan::store::testing {
namespace {

class Rotation : public ::testing::TestWithParam<Kind> {
 protected:
  [[nodiscard]] Result<std::unique_ptr<Store>> open(const SealKey& key) const {
    return store::open(place_.url(), Access::create, place_.clock().clock(), key);
  }
  // Sealed books with a person in them.
  void begin() {
    const auto store = open(key_);
    ASSERT_TRUE(store);
    ASSERT_EQ(written(**store, settlement(person_, 0, "first")), Written::done);
  }
  void expect_whole(const SealKey& key) const {
    const auto store = open(key);
    ASSERT_TRUE(store) << store.error().message.en;
    EXPECT_EQ((*store)->find("first").value()->subject, person_);
    EXPECT_TRUE((*store)->check());
  }

  const Subject person_{370600, "370602199001011234"};
  Place place_{GetParam()};
  const SealKey key_ = SealKey::random();
  const SealKey other_ = SealKey::random();
};
INSTANTIATE_TEST_SUITE_P(Store, Rotation, ::testing::Values(Kind::sqlite, Kind::postgres),
                         [](const auto& kind) { return name_of(kind.param); });

TEST_P(Rotation, OfTwoWhoReplaceTheMasterKeyAtTheSameTimeOneIsTold) {
  begin();
  SealKey master = key_;
  for (int round = 0; round < 5; ++round) {
    constexpr int rivals = 4;
    std::vector<SealKey> wanted;
    for (int i = 0; i < rivals; ++i) wanted.push_back(SealKey::random());
    std::vector<Result<SealStatus>> ends(rivals, SealStatus{});
    on_threads(rivals, [&](int thread) {
      const auto at = static_cast<std::size_t>(thread);
      ends[at] = rotate_master_key(place_.url(), master, wanted[at]);
    });
    std::optional<SealKey> won;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i]) {
        EXPECT_FALSE(won) << "two were told that theirs was taken";
        won = wanted[i];
      } else {  // it came later, or too late even to open the envelope
        const ErrorCode code = ends[i].error().code;
        EXPECT_TRUE(code == ErrorCode::conflict || code == ErrorCode::unavailable) << ends[i].error().message.en;
      }
    }
    ASSERT_TRUE(won);
    EXPECT_EQ(seal_status(place_.url())->fingerprint, won->fingerprint());
    expect_whole(*won);
    master = *won;
  }
}

TEST_P(Rotation, WhoeverReplacesTheMasterKeyMayBeKilledAtAnyMoment) {
  begin();
  SealKey master = key_;
  for (int round = 0; round < 12; ++round) {
    const SealKey next = SealKey::random();
    const pid_t child = ::fork();
    if (child == 0) ::_exit(rotate_master_key(place_.url(), master, next) ? 0 : 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(3 * round));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const auto status = seal_status(place_.url());
    ASSERT_TRUE(status);
    const bool is_next = status->fingerprint == next.fingerprint();
    ASSERT_TRUE(is_next || status->fingerprint == master.fingerprint()) << "neither the old key nor the new one";
    EXPECT_FALSE(open(is_next ? master : next));
    if (is_next) master = next;
    expect_whole(master);
  }
  ASSERT_TRUE(rotate_master_key(place_.url(), master, other_));
  expect_whole(other_);
}

}  // namespace
}  // namespace yidan::store::testing
