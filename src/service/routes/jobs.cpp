// Jobs: what takes longer than a request is asked for, asked about, cancelled; its result is fetched.

#include "contract/jobs.h"

#include "exchange/job_request.h"
#include "operations/jobs.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

using operations::Job;
using operations::Whom;

std::string job_id(const Asked& asked) { return std::string(asked.value("job")); }

http::Answer told(Context& context, Job job, const Asked& asked) {
  context.jobs.freshen(job);
  return {.body = job_json(job, asked.language)};
}

// The job is in the books before anybody begins to work on it.
Result<http::Answer> begin(Context& context, const Asked& asked, JobKind kind, const Whom& whom, Work work) {
  if (auto room = context.jobs.has_room(); !room) return std::unexpected(std::move(room.error()));
  auto job = ask_for_job(context.caller(asked), kind, whom, exchange::canonical_asked(asked.request->body), asked.key,
                         context.clock());
  if (!job) return std::unexpected(std::move(job.error()));
  if (!job->again) context.jobs.take(job->job, std::move(work));
  http::Answer answer = told(context, std::move(job->job), asked);
  answer.status = 202;
  if (job->again) answer.headers.push_back({"Idempotency-Replayed", "true"});
  return answer;
}

Result<http::Answer> audit_job(Context& context, const Asked& asked) {
  const auto read = exchange::read_audit_asked(asked.request->body, context.policy);
  if (!read) return std::unexpected(read.error());
  std::vector<const policy::Pool*> pools{read->pool};
  if (read->pool == nullptr) {
    pools.clear();
    for (const policy::Pool& each : context.policy.pools) pools.push_back(&each);
  }
  const std::int32_t pool = read->pool == nullptr ? 0 : read->pool->region.code();
  // The policy is everybody's, what bills come to is the pool's.
  const Whom whom{.pool = pool, .is_of_pool = read->with_bills};
  return begin(context, asked, JobKind::audit, whom,
               audit_work(context.caller(asked), context.policy, std::move(pools), read->on.value_or(context.today()),
                          read->with_bills));
}

Result<http::Answer> proof_job(Context& context, const Asked& asked) {
  const auto read = exchange::read_proof_asked(asked.request->body, context.policy);
  if (!read) return std::unexpected(read.error());
  const Whom whom{.pool = read->pool->region.code(), .is_of_pool = false};
  return begin(context, asked, JobKind::proof, whom,
               proof_work(context.policy, *read, read->on.value_or(context.today()), context.clock));
}

Result<http::Answer> cost_job(Context& context, const Asked& asked) {
  const auto read = exchange::read_cost_asked(asked.request->body, context.policy);
  if (!read) return std::unexpected(read.error());
  const Whom whom{.pool = read->pool->region.code()};
  // Before the draft is compiled, which takes a while.
  if (auto allowed = may_ask_for_job(context.caller(asked), JobKind::cost, whom); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  auto work = cost_work(context.caller(asked), *read, read->on.value_or(context.today()));
  if (!work) return std::unexpected(std::move(work.error()));
  return begin(context, asked, JobKind::cost, whom, std::move(*work));
}

Result<http::Answer> elsewhere_job(Context& context, const Asked& asked) {
  const auto read = exchange::read_elsewhere_asked(asked.request->body, context.policy);
  if (!read) return std::unexpected(read.error());
  return begin(context, asked, JobKind::elsewhere, {.pool = read->pool->region.code()},
               elsewhere_work(context.caller(asked), *read));
}

Result<http::Answer> reconciliation_job(Context& context, const Asked& asked) {
  const auto read = exchange::read_reconciliation_asked(asked.request->body, context.policy);
  if (!read) return std::unexpected(read.error());
  return begin(context, asked, JobKind::reconciliation, {.pool = read->pool->region.code()},
               reconciliation_work(context.caller(asked), *read));
}

Result<http::Answer> verification_job(Context& context, const Asked& asked) {
  if (auto read = exchange::read_nothing_asked(asked.request->body); !read) {
    return std::unexpected(std::move(read.error()));
  }
  return begin(context, asked, JobKind::verification, {.is_of_pool = false},
               verification_work(context.caller(asked), asked.language));
}

Result<http::Answer> jobs(Context& context, const Asked& asked) {
  constexpr int month = 30;
  const Date since = asked.day("since").value_or(Date::from_days(context.today().days() - month));
  auto list = jobs_since(context.caller(asked), since, context.clock());
  if (!list) return std::unexpected(std::move(list.error()));
  for (Job& each : *list) context.jobs.freshen(each);
  return http::Answer{.body = jobs_json(*list, asked.language)};
}

Result<http::Answer> job(Context& context, const Asked& asked) {
  auto found = job_of(context.caller(asked), job_id(asked), context.clock());
  if (!found) return std::unexpected(std::move(found.error()));
  return told(context, std::move(*found), asked);
}

Result<http::Answer> job_result(Context& context, const Asked& asked) {
  auto result = result_of_job(context.caller(asked), job_id(asked), context.clock());
  if (!result) return std::unexpected(std::move(result.error()));
  return http::Answer{.body = std::move(*result)};
}

Result<http::Answer> cancel(Context& context, const Asked& asked) {
  auto cancelled = cancel_job(context.caller(asked), job_id(asked), context.clock());
  if (!cancelled) return std::unexpected(std::move(cancelled.error()));
  context.jobs.stop(cancelled->id);
  return http::Answer{.body = job_json(*cancelled, asked.language)};
}

constexpr std::array kSinceQuery{contract::day("since", "自此日起申请的；默认三十日内",
                                               "asked for since this day; within thirty days when not given")};

constexpr Route of_jobs(std::string_view method, std::string_view path, std::string_view name, Gist gist,
                        Handler handler) {
  return {.method = method, .path = path, .name = name, .part = Part::jobs, .gist = gist, .handler = handler};
}

// Asks for one.
constexpr Route asking_for(std::string_view path, std::string_view name, Gist gist, Handler handler,
                           const contract::Object& body) {
  Route route = of_jobs("POST", path, name, gist, handler).taking(body).giving("yidan.job/1");
  route.changes = true;
  route.is_accepted = true;
  return route;
}

constexpr std::array kJobRoutes{
    asking_for("/v1/jobs/audit", "audit-job", {"作业：全部或一个统筹区与省清单核对", "a job: pools against the bounds"},
               audit_job, contract::kAuditAsked),
    asking_for("/v1/jobs/proof", "proof-job", {"作业：证明政策的性质", "a job: prove properties of the policy"},
               proof_job, contract::kProofAsked),
    asking_for("/v1/jobs/cost", "cost-job", {"作业：草案的基金影响", "a job: what a draft would cost"}, cost_job,
               contract::kCostAsked),
    asking_for("/v1/jobs/elsewhere", "elsewhere-job",
               {"作业：账册中的异地就医，哪些救助对象没有备案",
                "a job: care elsewhere in the books, and which targets have not filed"},
               elsewhere_job, contract::kElsewhereAsked),
    asking_for("/v1/jobs/reconciliation", "reconciliation-job",
               {"作业：日终对账，各机构的差异，哪些结算没有对账单",
                "a job: the close of a day, the differences of all institutions, and what none of them told"},
               reconciliation_job, contract::kReconciliationAsked),
    asking_for("/v1/jobs/verification", "verification-job",
               {"作业：按事项重算全部账册并核对", "a job: make the books again from their events, and compare"},
               verification_job, contract::kVerificationAsked),
    of_jobs("GET", "/v1/jobs", "jobs",
            {"本人的作业；管理员和审计见全部", "one's own jobs; administrators and auditors see all"}, jobs)
        .asking(kSinceQuery)
        .giving("yidan.jobs/1"),
    of_jobs("GET", "/v1/jobs/{job}", "job", {"一项作业的进度", "how far a job is"}, job).giving("yidan.job/1"),
    of_jobs("GET", "/v1/jobs/{job}/result", "job-result",
            {"作业的结果：核查为 yidan.audit/1 的列表，其余为 yidan.proof/1、yidan.cost/1 等，与作业同名",
             "its result: of an audit a list of yidan.audit/1, else yidan.proof/1, yidan.cost/1 and so on, by the job"},
            job_result),
    of_jobs("POST", "/v1/jobs/{job}/cancel", "cancel-job", {"取消作业", "cancel a job"}, cancel).giving("yidan.job/1"),
};

}  // namespace

std::span<const Route> job_routes() { return kJobRoutes; }

}  // namespace yidan::service
