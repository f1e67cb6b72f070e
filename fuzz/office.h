// An office to attack: books in memory with the registers of a city and a person (office.jsonl), the same each time it
// is opened.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/instant.h"
#include "operations/post.h"
#include "testing/files.h"
#include "testing/packs.h"

namespace yidan::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

class Office {
 public:
  Office() {
    auto opened = store::open("memory:", store::Access::create, [this] { return now_ += 1'000; });
    require(opened.has_value());
    store_ = std::move(*opened);
    require(store_->set("identity", std::string(64, '1')).has_value());  // pseudonyms are the same each time
    auto desk = operations::Desk::open(*store_, testing::shipped_policy(), testing::shipped_packs(), "fuzz",
                                       operations::Desk::Purpose::writing);
    require(desk && (*desk)->remove_gate());
    desk_ = std::move(*desk);
    furnish();
    while (has_changed()) ++furnished_;
  }

  [[nodiscard]] operations::Desk& desk() { return *desk_; }
  // Goes on by itself, so that instants differ.
  [[nodiscard]] Instant next_instant() { return now_ += 1'000; }

  // Whether anything was written since it was opened.
  [[nodiscard]] bool has_changed() { return !store_->events_after(furnished_, 1).value().empty(); }

 private:
  void furnish() {
    static const std::string lines = testing::read_file(testing::in_repository("fuzz/office.jsonl"));
    for (const std::string& line : testing::split_lines(lines)) {
      std::vector<operations::Asking> askings;
      askings.push_back(operations::read_asking(line, 1, testing::shipped_policy()));
      std::string answer;
      const auto posted =
          operations::post(operations::Caller(*desk_), std::move(askings), 1, false, Language::en, answer);
      if (posted.done != 1) std::fputs(answer.c_str(), stderr);
      require(posted.done == 1);
    }
  }

  std::atomic<Instant> now_{1'700'000'000'000'000};  // 2023-11-15
  std::int64_t furnished_ = 0;                       // the last position of its furniture
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<operations::Desk> desk_;
};

}  // namespace yidan::fuzz
