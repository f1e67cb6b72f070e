// Many bills in one SQLite file: the memory it takes to write them, and what can be asked of them afterwards.
#pragma once

#include <sys/resource.h>
#include <sys/wait.h>

#include "base/side_by_side.h"
#include "bench/books/open_books.h"
#include "bench/books/scratch.h"
#include "operations/journal.h"
#include "operations/verify.h"
#include "testing/packs.h"

namespace yidan::bench {

struct LargeBooks {
  std::string path;
  std::uint32_t bills = 0;
};
inline constexpr std::uint32_t kBillsEach = 8;

inline void fill(const LargeBooks& books) {
  const policy::Policy& policy = testing::shipped_policy();
  const OpenBooks open = open_books(books.path, policy, store::Access::create);
  const std::uint32_t persons = books.bills / kBillsEach;
  make_files(*open.desk, kOutpatient, persons);
  side_by_side(kClients, books.bills, [&](std::size_t i) {
    const auto bill = static_cast<std::uint32_t>(i);
    (void)answer_to(*open.desk, settle_request(kOutpatient, {bill % persons, bill / persons}));
  });
  require(open.store->sum_up(), "sums of days");
}

// Fills the books in a process of its own and says how much memory that took. Call it before there are threads.
inline void fill_apart(const LargeBooks& books) {
  std::fflush(stdout);
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  require(child >= 0, "no process");
  if (child == 0) {
    fill(books);
    ::_exit(0);
  }
  int status = 0;
  rusage used{};
  require(::wait4(child, &status, 0, &used) == child && status == 0, "the books could not be filled");
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%9u bills written by %zu clients: %.1f s, CPU %.0f us a bill, peak memory %.0f MB, %.0f bytes a bill\n",
              books.bills, kClients, seconds, cpu_seconds(used) * 1e6 / books.bills,
              static_cast<double>(used.ru_maxrss) / 1e3, bytes_of_file(books.path) / books.bills);
}

template <class Work>
double seconds_of(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// From a closed file that no cache holds to the first answers.
inline void open_cold(const LargeBooks& books, const policy::Policy& policy) {
  forget_pages(books.path);
  OpenBooks open;
  const std::string asked = person_id(kOutpatient, 77) + "/3";
  const double opened = seconds_of([&] { open = open_books(books.path, policy, store::Access::read_write); });
  const double found = seconds_of([&] { require(operations::ask(*open.desk, asked), "an answer"); });
  const double settled =
      seconds_of([&] { (void)answer_to(*open.desk, settle_request(kOutpatient, {88, kBillsEach})); });
  std::printf("%9u bills, cold: opened in %.1f ms, an earlier answer %.1f ms, a new bill %.1f ms\n", books.bills,
              opened * 1e3, found * 1e3, settled * 1e3);
}

// The whole journal; its bytes.
inline std::size_t export_journal(operations::Desk& desk) {
  std::size_t bytes = 0;
  const auto written = operations::write_journal(
      desk, 0, ledger::Persons::left_out,
      [&bytes](std::string_view part) -> Result<void> {
        bytes += part.size();
        return {};
      },
      always);
  require(written, "the journal");
  return bytes;
}

inline void audit(const LargeBooks& books, const policy::Policy& policy) {
  const OpenBooks open = open_books(books.path, policy, store::Access::read_write);
  const double balance = seconds_of([&] { require(open.store->balances({}), "no balances"); });
  const store::Instant noon = open.store->events_after(books.bills / 2, 1)->front().recorded.event.recorded;
  const double earlier = seconds_of([&] { require(open.store->balances({.known = noon}), "no balances"); });
  std::size_t bytes = 0;
  const double journal = seconds_of([&] { bytes = export_journal(*open.desk); });
  const double verified = seconds_of([&] {
    const auto result = operations::verify(*open.desk, always);
    require(result, "verify");
    require(!result->difference, "the books are not as they should be");
  });
  const double bills = books.bills;
  std::printf(
      "%9u bills: trial balance %.4f s, of an earlier instant %.3f s; journal %.1f s, %.0f bills/s, %.0f MB;"
      " verify %.1f s, %.0f bills/s\n",
      books.bills, balance, earlier, journal, bills / journal, static_cast<double>(bytes) / 1e6, verified,
      bills / verified);
}

}  // namespace yidan::bench
