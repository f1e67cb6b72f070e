// Books with a desk, and the files of persons in them.
#pragma once

#include <memory>
#include <string>

#include "bench/books/clients.h"
#include "bench/books/workload.h"
#include "operations/post.h"
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

inline constexpr std::size_t kClients = 32;

// The files of persons who have no bill yet.
inline void make_files(operations::Desk& desk, const Kind& kind, std::uint32_t persons) {
  const auto client_of = [](std::size_t person) { return person % kClients; };
  (void)run_clients(kClients, persons, client_of, [&](std::size_t person) {
    (void)answer_to(desk, case_text(kind, static_cast<std::uint32_t>(person), 0));
  });
}

}  // namespace yidan::bench
