// What every operation works with: the store, the packs in force, what the operator has set, and the queue at the
// counter (requests about one person wait for each other, those about different persons do not).
#pragma once

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "books/asked.h"
#include "ledger/check.h"
#include "store/store.h"

namespace yidan::policy {
struct Source;
}

namespace yidan::operations {

// The names of what an operator can set; a backup keeps them.
inline constexpr std::array<std::string_view, 1> kSettings{"drafts"};

class Desk {
 public:
  // A desk that only reads leaves the store as it is; `perform` is not for it.
  enum class Purpose : std::uint8_t { reading, writing };

  // Keeps the packs from which `policy` was compiled in the store. `policy` and `store` outlive the desk. `engine` is
  // the program's version.
  [[nodiscard]] static Result<std::unique_ptr<Desk>> open(store::Store& store, const policy::Policy& policy,
                                                          const policy::Source& packs, std::string engine,
                                                          Purpose purpose);

  [[nodiscard]] store::Store& store() { return store_; }
  [[nodiscard]] const books::PolicyInUse& packs() const { return packs_; }
  [[nodiscard]] const std::string& engine() const { return engine_; }
  // Packs of earlier events too; they are compiled when first asked for. Valid as long as the desk.
  [[nodiscard]] books::PolicyOf policy_of();

  // Whether rules that are not in force yet may move money (B9).
  [[nodiscard]] bool drafts_move_money() const { return drafts_; }
  [[nodiscard]] Result<void> let_drafts_move_money(bool allowed);

  // The permitted routes between funds of a pool on a day (K2).
  [[nodiscard]] ledger::Routes routes(std::int32_t pool, Date day) const;

  // Held while a request about this file is decided and written.
  [[nodiscard]] std::unique_lock<std::mutex> turn(const store::Subject& file);

 private:
  Desk(store::Store& store, std::string engine) : store_(store), engine_(std::move(engine)) {}
  Result<books::PolicyInUse> earlier(std::int64_t number);

  struct Earlier {
    policy::Policy policy;
    std::string digest;
  };

  store::Store& store_;
  std::string engine_;
  books::PolicyInUse packs_;
  std::atomic<bool> drafts_{false};
  std::mutex earlier_mutex_;
  std::map<std::int64_t, std::unique_ptr<Earlier>> earlier_;
  std::set<std::int64_t> same_;  // numbers under which the packs in force are kept
  std::array<std::mutex, 1024> turns_;
};

}  // namespace yidan::operations
