// Jobs: work that takes longer than a request, kept in the books from the moment somebody asks for it to its result.
//
// A job is a subject of the books like any other: whoever asked finds it again after the service was started anew, and
// its result is there for good. Who works on it says so now and then; where nobody does any more it is broken off, and
// can be asked for again. What the work is stands elsewhere (service/jobs).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/caller.h"
#include "operations/permission.h"
#include "terms/jobs.h"

namespace yidan::operations {

inline constexpr std::string_view kJobKind = "job";  // of subjects

struct Job {
  std::string id;
  JobKind kind = JobKind::audit;
  std::int32_t pool = 0;  // 0: all
  std::string user;       // who asked; empty: whoever holds the books
  std::string asked;      // what for: canonical JSON
  store::Instant since = 0;
  JobState state = JobState::waiting;
  std::int64_t done = 0;         // of what its kind counts
  std::int64_t of = 0;           // how many there are; 0: nobody knows
  std::optional<Error> error{};  // why it failed
  std::int64_t seq = 0;          // of its last event
  store::Instant touched = 0;    // when somebody last said how far it is

  [[nodiscard]] bool has_ended() const { return traits(state); }
};

// How often who works on a job says so; three times as long without a word, and it counts as broken off.
inline constexpr store::Instant kJobBeat = 60LL * 1'000'000;

// Whether somebody may ask for such a job. Errors: `forbidden`.
[[nodiscard]] Result<void> may_ask_for_job(const Caller& caller, JobKind kind, const Whom& whom);

struct AskedJob {
  Job job;
  bool again = false;  // it was asked for before, under the same key
};
// Keeps what is asked for. A key is the user's own: the same key with the same question is the same job. Errors:
// `forbidden`; `conflict`: the key stands for another question; those of the store.
[[nodiscard]] Result<AskedJob> ask_for_job(const Caller& caller, JobKind kind, const Whom& whom, std::string asked,
                                           std::string_view key, store::Instant now);

// Of one's own, or of all for who may see how the system does. Errors: `not_found`, of others too; those of the store.
[[nodiscard]] Result<Job> job_of(const Caller& caller, const std::string& id, store::Instant now);
// What came of one's own. Errors: `not_found`; `not_permitted`: it is not done.
[[nodiscard]] Result<std::string> result_of_job(const Caller& caller, const std::string& id, store::Instant now);
// Since a day, the latest first. Errors: `forbidden`; those of the store.
[[nodiscard]] Result<std::vector<Job>> jobs_since(const Caller& caller, Date day, store::Instant now);

// Writes how far a job is, or that it has ended and with what result. False: it was cancelled meanwhile. Errors: those
// of the store.
[[nodiscard]] Result<bool> write_job(Desk& desk, Job& job, std::string result, store::Instant now);
// One that has ended stays as it is. Errors: `not_found`, of others too; those of the store.
[[nodiscard]] Result<Job> cancel_job(const Caller& caller, const std::string& id, store::Instant now);

// `yidan.job/1`, `yidan.jobs/1`.
[[nodiscard]] std::string job_json(const Job& job, Language language);
[[nodiscard]] std::string jobs_json(const std::vector<Job>& jobs, Language language);

}  // namespace yidan::operations
