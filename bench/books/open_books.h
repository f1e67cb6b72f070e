// Books with a desk, and the files of persons in them.
#pragma once

#include <memory>
#include <string>

#include "bench/books/clients.h"
#include "bench/books/workload.h"
#include "operations/decisions.h"
#include "operations/post.h"
#include "operations/registers.h"
#include "store/store.h"
#include "testing/packs.h"

namespace yidan::bench {

inline void require(const auto& result, const char* what)
  requires requires { result.error().message.en; }
{
  if (result) return;
  std::fprintf(stderr, "%s: %s (%s)\n", what, result.error().message.en.c_str(), result.error().where.c_str());
  std::exit(1);
}

struct OpenBooks {
  std::unique_ptr<store::Store> store;
  std::unique_ptr<operations::Desk> desk;
};

inline OpenBooks open_books(const std::string& url, const policy::Policy& policy, store::Access access) {
  auto store = store::open(url, access, store::wall_clock);
  require(store, "the books cannot be opened");
  auto desk =
      operations::Desk::open(**store, policy, testing::shipped_packs(), "bench", operations::Desk::Purpose::writing);
  require(desk, "no desk");
  require((*desk)->let_drafts_move_money(true), "drafts");
  for (const operations::Adopted& each : operations::adopt_all(**desk, *Date::of(2024, 1, 1))) {
    require(each.answer, "the packs are not put into force");
  }
  return {std::move(*store), std::move(*desk)};
}

// From the text of a request or a case to the text of its last answer.
inline std::string answer_to(operations::Desk& desk, const std::string& text) {
  const auto asking = operations::read_asking(text, 1, *desk.packs().policy);
  require(asking.requests, "a request cannot be read");
  std::string answer;
  for (const operations::Request& request : *asking.requests) {
    auto performed = operations::perform(desk, request);
    require(performed, "a request is refused");
    require(!performed->again, "a request was known");
    answer = std::move(performed->text);
  }
  return answer;
}

// Whether the books have a register of institutions, and whether encounters say what it has.
enum class Registered : std::uint8_t { no, said, silent };

// The three institutions of a kind with agreements, and in Yantai with the designation for pooling.
inline void open_institutions(operations::Desk& desk, const Kind& kind) {
  const std::string pool = kind.pool;
  const auto perform = [&](const std::string& act, const std::string& entry, const std::string& more) {
    static int number = 0;
    const std::string text = R"({"format":"yidan.request/1","key":"r)" + std::to_string(++number) + R"(","pool":")" +
                             pool + R"(","do":")" + act + R"(","entry":")" + entry + R"(","on":"2022-07-01",)" + more +
                             "}}";
    const auto asking = operations::read_asking(text, 1, *desk.packs().policy);
    require(asking.requests, "an entry cannot be read");
    require(operations::perform(desk, *asking.entry), "an entry is refused");
  };
  for (const char level : {'1', '2', '3'}) {
    const std::string id = "H" + pool.substr(0, 5) + level;
    const std::string by = R"("by":"designation","fields":{)";
    perform("open", id,
            R"("register":"institution",)" + by + R"("name":"H","kind":"hospital","region":")" + pool +
                R"(","level":")" + level + "\"");
    const std::string agreement = R"("register":"agreement",)";
    const std::string name = "A" + id;
    perform("open", name, agreement + by + R"("provider":")" + id + R"(","received":"2022-07-01")");
    perform("move", name, agreement + R"("move":"accept",)" + by + R"("accepted":"2022-07-01")");
    perform("move", name, agreement + R"("move":"pass",)" + by + R"("assessed":"2022-07-01","result":"passed")");
    perform("move", name,
            agreement + R"("move":"sign",)" + by +
                R"("signed":"2022-07-01","from":"2022-07-01","until":"2032-07-01","cares":["outpatient","inpatient"],)"
                R"("responsible":"W","outpatient_section":"-")");
    if (pool != "370600") continue;
    perform("open", "D" + id,
            R"("register":"designation","by":"policy","fields":{"provider":")" + id +
                R"(","decided_by":"B","from":"2022-07-01")");
  }
}

// Takes from a request what its encounter says of the institution, but the id.
inline void leave_to_registers(std::string& request) {
  const std::size_t from = request.find(R"(,"region":)");
  request.erase(from, request.find("]}", from) + 1 - from);
}

inline constexpr std::size_t kClients = 32;

// The files of persons who have no bill yet.
inline void make_files(operations::Desk& desk, const Kind& kind, std::uint32_t persons) {
  const auto client_of = [](std::size_t person) { return person % kClients; };
  (void)run_clients(kClients, persons, client_of, [&](std::size_t person) {
    (void)answer_to(desk, case_text(kind, static_cast<std::uint32_t>(person), 0));
  });
}

}  // namespace yidan::bench
