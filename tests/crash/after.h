// What must hold of the books after a crash, and what was told before it.
//
//   - What was answered is what `ask` answers, byte for byte.
//   - What was sent and not answered is there as a whole or unknown; sent again, it is there once.
//   - What was refused is not there.
//   - No file has a gap; every fund's trial balance is zero; in full, the books are verified, and hold no key but those
//     that were sent.
#pragma once

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/result.h"
#include "operations/desk.h"
#include "tests/crash/wire.h"
#include "tests/crash/workload.h"

namespace yidan::crash {

class Failure : public std::runtime_error {
 public:
  Failure(const std::string& zh, const std::string& en) : std::runtime_error(zh + "\n" + en) {}
};

struct Totals {
  std::size_t rounds = 0;
  std::size_t kills = 0;
  std::size_t servers_killed = 0;
  std::size_t acknowledged = 0;  // answers
  std::size_t again = 0;         // of them, to requests answered before
  std::size_t refused = 0;
  std::size_t unavailable = 0;
  std::size_t open_there = 0;  // sent, not answered, and there
  std::size_t open_not_there = 0;
  std::size_t verified = 0;  // in full
};

class Afterwards {
 public:
  Afterwards(const policy::Policy& policy, Acknowledged& known, Totals& totals)
      : policy_(policy), known_(known), totals_(totals) {}

  // Of the round under way.
  void hear(const Told& told);
  [[nodiscard]] std::size_t heard_answers() const { return answers_heard_; }
  // After the round: looks at what it touched, at some of the rest, and in full at everything. Throws `Failure`.
  void check(const std::string& url, bool full);

 private:
  struct OpenBooks;
  void check_answers(operations::Desk& desk, bool all);
  void check_refused(operations::Desk& desk);
  void settle_open(operations::Desk& desk);
  void settle_open(operations::Desk& desk, const Asked& asked);
  void check_balance(store::Store& store);
  void check_everything(operations::Desk& desk);
  void check_answer(operations::Desk& desk, const std::string& key, const std::string& digest);

  const policy::Policy& policy_;
  Acknowledged& known_;
  Totals& totals_;
  std::map<std::string, std::string> answers_;  // by key, the digest
  std::map<std::string, std::string> open_;     // of this round: sent and not answered
  std::set<std::string> answered_now_;
  std::set<std::string> refused_now_;
  std::size_t answers_heard_ = 0;
};

}  // namespace yidan::crash
