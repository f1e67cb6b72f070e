// The audit trail: who did what to whom, or was turned away, in a chain of SM3 digests.
//
// Notes are written a few at a time, one event a batch, in a stream a day; each batch names the digest of the one
// before it, over all days. Whoever changes, removes or adds a byte of it later must change every batch that follows;
// whoever noted the last digest elsewhere sees even that.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "calendar/instant.h"
#include "operations/permission.h"

namespace yidan::operations {

inline constexpr std::string_view kTrailKind = "trail";

// A note with its instant.
struct Trace {
  Instant at = 0;
  std::string request;  // the number of the request in the service; empty: none
  Trail::Noted noted;
};

// Appends a batch to the trail. Called by one thread of a program; others may append to the same books. Errors: those
// of the store.
[[nodiscard]] Result<void> append_traces(Desk& desk, const std::vector<Trace>& traces);

struct VerifiedTrail {
  std::size_t batches = 0;
  std::size_t traces = 0;
  std::string last;                  // the digest of the last batch; empty: there is none
  std::optional<Text> difference{};  // the first thing that is not as it was written
};
// Goes through the whole trail. Errors: `forbidden`; those of the store.
[[nodiscard]] Result<VerifiedTrail> verify_trail(const Caller& caller);

// Which traces are wanted; what is not given is any.
struct TraceQuery {
  std::optional<Date> on{};  // absent: of all days
  std::string user{};
  std::int32_t pool = 0;
  std::string person{};  // by number, with its pool
};
[[nodiscard]] Result<std::vector<Trace>> traces(const Caller& caller, const TraceQuery& query);

// "2026-11-28 …  u1  see-bills  370600  H1  allowed": lines for people; JSON for programs (`yidan.trail/1`).
[[nodiscard]] std::string traces_text(const std::vector<Trace>& traces, Language language);
[[nodiscard]] std::string traces_json(const std::vector<Trace>& traces);

}  // namespace yidan::operations
