#include "operations/jobs.h"

#include <algorithm>
#include <charconv>

#include "base/digest.h"
#include "base/json.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "calendar/instant.h"
#include "contract/jobs.h"
#include "operations/kept.h"

namespace yidan::operations {
namespace {

using store::Instant;

template <json::KeyText kName>
constexpr json::Key job_key = contract::kKey<contract::kJobFields, kName>;

store::Subject job_subject(const std::string& id) { return {.id = id, .kind = std::string(kJobKind)}; }

// The name under which the result of a job is kept with its last event.
constexpr std::string_view kResult = "result";

std::string id_of(std::string_view user, std::string_view key) { return digest_of({"job", user, key}).substr(0, 24); }

Error no_such_job(const std::string& id) {
  return {ErrorCode::not_found, {"没有作业“" + id + "”", "there is no job '" + id + "'"}, "path.job"};
}

Error damaged_job(const std::string& id) {
  return {
      ErrorCode::damaged, {"作业“" + id + "”的记录无法读出", "the record of the job '" + id + "' cannot be read"}, {}};
}

void write_counts(json::Writer& json, const Job& job) {
  json.key("done");
  json.number(job.done);
  if (job.of != 0) {
    json.key("of");
    json.number(job.of);
  }
}

std::string kept_text(const Job& job) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("kind", code(job.kind));
  json.key("pool");
  json.number(job.pool);
  json.text("user", job.user);
  json.text("asked", job.asked);
  json.text("since", std::to_string(job.since));
  json.text("state", code(job.state));
  write_counts(json, job);
  json.text("touched", std::to_string(job.touched));
  if (job.error) {
    json.text("code", code_of(job.error->code));
    json.text("zh", job.error->message.zh);
    json.text("en", job.error->message.en);
    json.text("where", job.error->where);
  }
  json.end_object();
  return text;
}

std::int64_t whole_in(const json::Value& object, std::string_view name) {
  const json::Value* found = json::find(object, name);
  std::int64_t number = 0;
  if (found != nullptr) std::from_chars(found->text.data(), found->text.data() + found->text.size(), number);
  return number;
}

std::string string_in(const json::Value& object, std::string_view name) {
  return std::string(json::text_in(object, name));
}

// Absent: the text is no job's.
std::optional<Job> read_job(const std::string& id, const store::State& state) {
  json::Document document;
  const auto parsed = document.parse(state.past);
  if (!parsed || (*parsed)->kind != json::Kind::object) return std::nullopt;
  const json::Value& value = **parsed;
  const auto kind = parse_word<JobKind>(json::text_in(value, "kind"));
  const auto where = parse_word<JobState>(json::text_in(value, "state"));
  if (!kind || !where) return std::nullopt;
  Job job{.id = id,
          .kind = *kind,
          .pool = static_cast<std::int32_t>(whole_in(value, "pool")),
          .user = string_in(value, "user"),
          .asked = string_in(value, "asked"),
          .since = whole_in(value, "since"),
          .state = *where,
          .done = whole_in(value, "done"),
          .of = whole_in(value, "of"),
          .seq = state.seq,
          .touched = whole_in(value, "touched")};
  const auto* why = std::ranges::find(contract::kErrorWords, json::text_in(value, "code"), &Word::code);
  if (why != contract::kErrorWords.end()) {
    job.error = Error{static_cast<ErrorCode>(why - contract::kErrorWords.begin()),
                      {string_in(value, "zh"), string_in(value, "en")},
                      string_in(value, "where")};
  }
  return job;
}

// Absent: there is none. One that nobody works on any more is broken off.
Result<std::optional<Job>> load_job(Desk& desk, const std::string& id, Instant now) {
  const auto state = desk.store().load(job_subject(id));
  if (!state) return std::unexpected(state.error());
  if (state->seq == 0) return std::nullopt;
  auto job = read_job(id, *state);
  if (!job) return std::unexpected(damaged_job(id));
  if (!job->has_ended() && now - job->touched > 3 * kJobBeat) job->state = JobState::broken_off;
  return job;
}

bool is_own(const Caller& caller, const Job& job) { return !caller.rights || caller.rights->user == job.user; }

bool may_see_all(const Caller& caller) {
  Caller unnoted = caller;  // that it was looked whether they may is nothing that was done
  unnoted.trail = nullptr;
  return may(unnoted, Deed::see_operation, {.is_of_pool = false}).has_value();
}

Result<store::Written> write_kept_job(Desk& desk, const Job& job, std::string_view did, std::string result) {
  KeptWhole kept{.subject = job_subject(job.id),
                 .seq = job.seq,
                 .did = did,
                 .text = kept_text(job),
                 .row = {.day = to_text(beijing_day(job.since)), .state = std::string(code(job.state)), .data = "{}"}};
  if (!result.empty()) kept.documents.push_back({std::string(kResult), std::move(result)});
  return write_whole(desk, job.user, std::move(kept));
}

// The same question again, or another one under its key.
Result<AskedJob> asked_before(Job&& earlier, const Job& now) {
  if (earlier.kind == now.kind && earlier.asked == now.asked) return AskedJob{std::move(earlier), true};
  return std::unexpected(
      Error{ErrorCode::conflict,
            {"该键已用于另一项作业：请换一个键", "this key stands for another job: take another one"},
            "header.Idempotency-Key"});
}

void write_members(json::Writer& json, const Job& job, Language language) {
  json.begin_object();
  json.text(job_key<"format">, "yidan.job/1");
  json.text(job_key<"job">, job.id);
  json.text(job_key<"kind">, code(job.kind));
  if (job.pool != 0) json.text(job_key<"pool">, to_text(Region(job.pool)));
  if (!job.user.empty()) json.text(job_key<"user">, job.user);
  json.key(job_key<"asked">);
  json.raw(job.asked);
  json.text(job_key<"since">, to_instant_text(job.since));
  json.text(job_key<"state">, code(job.state));
  write_counts(json, job);
  json.text(job_key<"unit">, code(traits(job.kind).counts));
  if (job.error) {
    json.key(job_key<"error">);
    json.begin_object();
    json.text("code", code_of(job.error->code));
    json.text("message", job.error->message.in(language));
    json.text("where", job.error->where);
    json.end_object();
  }
  if (job.state == JobState::done) json.text(job_key<"result">, "/v1/jobs/" + job.id + "/result");
  json.end_object();
}

}  // namespace

Result<void> may_ask_for_job(const Caller& caller, JobKind kind, const Whom& whom) {
  if (auto allowed = may(caller, Deed::run_jobs, whom); !allowed) return allowed;
  return may(caller, traits(kind).deed, whom);
}

Result<AskedJob> ask_for_job(const Caller& caller, JobKind kind, const Whom& whom, std::string asked,
                             std::string_view key, Instant now) {
  if (auto allowed = may_ask_for_job(caller, kind, whom); !allowed) return std::unexpected(std::move(allowed.error()));
  const std::string user = caller.rights ? caller.rights->user : std::string();
  Job job{
      .id = id_of(user, key), .kind = kind, .pool = whom.pool, .user = user, .asked = std::move(asked), .since = now};
  job.touched = now;
  auto earlier = load_job(caller.desk, job.id, now);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (*earlier) return asked_before(std::move(**earlier), job);
  const auto written = write_kept_job(caller.desk, job, "ask", {});
  if (!written) return std::unexpected(written.error());
  if (*written == store::Written::done) {
    job.seq = 1;
    return AskedJob{std::move(job), false};
  }
  earlier = load_job(caller.desk, job.id, now);  // somebody was quicker
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (!*earlier) return std::unexpected(no_such_job(job.id));
  return asked_before(std::move(**earlier), job);
}

Result<Job> job_of(const Caller& caller, const std::string& id, Instant now) {
  if (auto allowed = may(caller, Deed::run_jobs, {.is_of_pool = false}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  auto job = load_job(caller.desk, id, now);
  if (!job) return std::unexpected(std::move(job.error()));
  if (!*job || !(is_own(caller, **job) || may_see_all(caller))) return std::unexpected(no_such_job(id));
  return std::move(**job);
}

Result<std::string> result_of_job(const Caller& caller, const std::string& id, Instant now) {
  const auto job = job_of(caller, id, now);
  if (!job) return std::unexpected(job.error());
  if (!is_own(caller, *job)) return std::unexpected(no_such_job(id));
  if (job->state != JobState::done) {
    const Word& state = word(job->state);
    return std::unexpected(Error{
        ErrorCode::not_permitted,
        {"作业没有完成，状态为：" + std::string(state.zh), "the job is not done, it is: " + std::string(state.code)},
        "path.job"});
  }
  auto history = caller.desk.store().history(job_subject(id));
  if (!history) return std::unexpected(history.error());
  for (store::Document& each : history->back().documents) {
    if (each.name == kResult) return std::move(each.text);
  }
  return std::unexpected(damaged_job(id));
}

Result<std::vector<Job>> jobs_since(const Caller& caller, Date day, Instant now) {
  if (auto allowed = may(caller, Deed::run_jobs, {.is_of_pool = false}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  const bool sees_all = may_see_all(caller);
  std::vector<Job> jobs;
  store::RowQuery query{.table = std::string(kJobKind), .from = to_text(day)};
  do {
    const auto page = caller.desk.store().rows(query);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      auto job = load_job(caller.desk, each.row.id, now);
      if (!job) return std::unexpected(std::move(job.error()));
      if (*job && (sees_all || is_own(caller, **job))) jobs.push_back(std::move(**job));
    }
    query.after = page->next;
  } while (!query.after.empty());
  std::ranges::sort(jobs, [](const Job& one, const Job& other) { return one.since > other.since; });
  return jobs;
}

Result<bool> write_job(Desk& desk, Job& job, std::string result, Instant now) {
  job.touched = now;
  const auto written = write_kept_job(desk, job, code(job.state), std::move(result));
  if (!written) return std::unexpected(written.error());
  if (*written != store::Written::done) return false;
  ++job.seq;
  return true;
}

Result<Job> cancel_job(const Caller& caller, const std::string& id, Instant now) {
  constexpr int most_attempts = 5;  // who works on it writes once a minute
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    auto job = job_of(caller, id, now);
    if (!job || job->has_ended()) return job;
    job->state = JobState::cancelled;
    const auto written = write_job(caller.desk, *job, {}, now);
    if (!written) return std::unexpected(written.error());
    if (*written) return job;
  }
  return std::unexpected(
      Error{ErrorCode::unavailable, {"该作业正在变动：请重试", "this job is changing: try again"}, {}});
}

std::string job_json(const Job& job, Language language) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  write_members(json, job, language);
  return text;
}

std::string jobs_json(const std::vector<Job>& jobs, Language language) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.jobs/1");
  json.key("jobs");
  json.begin_array();
  for (const Job& each : jobs) write_members(json, each, language);
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace yidan::operations
