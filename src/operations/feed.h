// What happened since a position, over all subjects of a pool or of an institution: for whoever keeps books of their
// own.
#pragma once

#include <string>
#include <vector>

#include "base/json_writer.h"
#include "operations/caller.h"

namespace yidan::operations {

struct FeedQuery {
  std::int64_t after = 0;  // a position; 0: from the beginning
  std::size_t limit = 100;
  std::int32_t pool = 0;   // 0: all
  std::string provider{};  // empty: all
};

struct Happened {
  std::int64_t position = 0;
  store::Instant recorded = 0;
  std::int32_t pool = 0;
  std::string kind;  // of the subject
  std::string id;    // of a person a pseudonym
  std::string did;
  std::string of;        // the encounter, "#7" of another event
  std::string provider;  // empty: of none
  std::string key;       // empty, but for the institution whose event it is
};

struct FeedPage {
  std::vector<Happened> events;
  std::int64_t next = 0;  // after which nothing was looked at
};

// Errors: `forbidden`; those of the store. Users, tokens and the trail are no part of it.
[[nodiscard]] Result<FeedPage> feed_after(const Caller& caller, const FeedQuery& query);

void write_happened(json::Writer& json, const Happened& happened);
// `yidan.feed/1`, one line.
[[nodiscard]] std::string feed_json(const FeedPage& page);

}  // namespace yidan::operations
