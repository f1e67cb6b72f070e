#include "tests/crash/child.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

#include <sys/prctl.h>

#include "operations/perform.h"
#include "operations/post.h"
#include "testing/packs.h"
#include "tests/crash/power.h"
#include "tests/crash/stopwatch.h"

namespace yidan::crash {
namespace {

std::atomic<bool> told_to_end{false};

class Loading {
 public:
  Loading(const Child& child, const policy::Policy& policy, Acknowledged& known, Teller& teller)
      : child_(child), policy_(policy), known_(known), teller_(teller) {}

  [[noreturn]] void run() {
    if (child_.power_fails) PowerDisk::use();
    open();
    teller_.tell(Tells::opened);
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < child_.threads; ++i) threads.emplace_back([this, i] { work(i); });
    }
    teller_.tell(Tells::closing);
    desk_.reset();
    store_.reset();
    if (child_.life == Life::until_told) ::_exit(0);
    while (true) ::pause();
  }

 private:
  void open() {
    auto store = store::open(child_.url, store::Access::create, store::wall_clock);
    if (!store) fail("open: " + store.error().message.en);
    store_ = std::move(*store);
    auto desk =
        operations::Desk::open(*store_, policy_, testing::shipped_packs(), "crash", operations::Desk::Purpose::writing);
    if (!desk) fail("desk: " + desk.error().message.en);
    desk_ = std::move(*desk);
    if (const auto set = desk_->let_drafts_move_money(true); !set) fail("drafts: " + set.error().message.en);
    if (const auto set = desk_->remove_gate(); !set) fail("gate: " + set.error().message.en);
  }

  [[noreturn]] void fail(const std::string& why) {
    teller_.tell(Tells::failed, {}, why);
    ::_exit(5);
  }

  [[nodiscard]] bool goes_on() const {
    if (told_to_end) return false;
    return child_.loading_for == 0 || stopwatch_.passed() < child_.loading_for;
  }

  void work(std::size_t thread) {
    Workload workload(policy_, child_.round, thread, child_.seed * 1'000 + thread, child_.first_person);
    for (std::size_t i = thread; i < Workload::kPersons && goes_on(); i += child_.threads) {
      const std::size_t person = child_.first_person + i;
      if (!known_.knows(person)) ask_for(Workload::facts(policy_, person));
    }
    while (goes_on()) {
      testing::Choices& choices = workload.choices();
      const Asked earlier = choices.one_in(10) ? known_.any(choices) : Asked{};
      if (earlier.key.empty()) {
        ask_for(workload.next(known_));
      } else if (choices.one_in(4)) {
        must_conflict(Workload::other_content(earlier));
      } else {
        ask_for(earlier);
      }
    }
  }

  Result<operations::Answer> performed(const Asked& asked) {
    const auto asking = operations::read_asking(asked.text, 1, policy_);
    if (!asking.requests) fail("no request: " + asked.text);
    return operations::perform(*desk_, asking.requests->front());
  }

  void ask_for(const Asked& asked) {
    teller_.tell(Tells::sent, asked.key, asked.text);
    const auto answer = performed(asked);
    if (answer) {
      teller_.tell(Tells::answered, asked.key, answer->text);
      known_.add(asked);
      return;
    }
    const Error& error = answer.error();
    const bool uncertain = error.code == ErrorCode::unavailable;
    if (error.code == ErrorCode::damaged) fail("damaged: " + error.message.en);
    teller_.tell(uncertain ? Tells::unavailable : Tells::refused, asked.key, error.message.en);
    if (uncertain) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

  void must_conflict(const Asked& asked) {
    const auto answer = performed(asked);
    const bool conflict = !answer && answer.error().code == ErrorCode::conflict;
    const bool unknown = !answer && answer.error().code == ErrorCode::unavailable;
    if (!conflict && !unknown) fail("a key with other content was not refused: " + asked.text);
  }

  const Child& child_;
  const policy::Policy& policy_;
  Acknowledged& known_;
  Teller& teller_;
  Stopwatch stopwatch_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<operations::Desk> desk_;
};

}  // namespace

pid_t start(const Child& child, const policy::Policy& policy, Acknowledged& known, int telling) {
  const pid_t parent = ::getpid();
  const pid_t id = ::fork();
  if (id != 0) return id;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(3);
  ::signal(SIGTERM, [](int) { told_to_end = true; });
  Teller teller(telling);
  Loading(child, policy, known, teller).run();
}

}  // namespace yidan::crash
