// One person in the books of a pool: what is told and settled, and what the books say of it.

#include "contract/bill.h"
#include "operations/person_file.h"
#include "operations/standing.h"
#include "operations/supplements.h"
#include "operations/year.h"
#include "service/routes/all.h"
#include "statement/statement.h"

namespace yidan::service {
namespace {

Result<operations::PersonQuery> person_asked(const Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  auto person = person_of(asked);
  if (!person) return std::unexpected(std::move(person.error()));
  return operations::PersonQuery{(*pool)->region.code(), std::move(*person), asked.instant("known")};
}

Result<http::Answer> standing_now(Context& context, const Asked& asked) {
  const auto query = person_asked(context, asked);
  if (!query) return std::unexpected(query.error());
  const Date day = asked.day("on").value_or(context.today());
  const auto standing = operations::standing_of(context.caller(asked), *query, day);
  if (!standing) return std::unexpected(standing.error());
  return json_answer(context, standing_json(*standing, asked.language));
}

Result<http::Answer> bills(Context& context, const Asked& asked) {
  const auto query = person_asked(context, asked);
  if (!query) return std::unexpected(query.error());
  const auto year = operations::year_of(context.caller(asked), *query, static_cast<int>(asked.number("year", 0)));
  if (!year) return std::unexpected(year.error());
  return json_answer(context, year_json(*year));
}

Result<operations::Explanation> bill_asked(Context& context, const Asked& asked) {
  const auto query = person_asked(context, asked);
  if (!query) return std::unexpected(query.error());
  return explanation_of(context.caller(asked), *query,
                        {std::string(asked.value("encounter")), std::string(asked.value("provider"))});
}

Result<http::Answer> bill(Context& context, const Asked& asked) {
  const auto bill = bill_asked(context, asked);
  if (!bill) return std::unexpected(bill.error());
  return json_answer(context, explanation_json(*bill, asked.language));
}

Result<http::Answer> bill_explained(Context& context, const Asked& asked) {
  const auto bill = bill_asked(context, asked);
  if (!bill) return std::unexpected(bill.error());
  return json_answer(context, explained_json(*bill, asked.language));
}

Result<http::Answer> trial_explained(Context& context, const Asked& asked) {
  const auto trial = explained_trial(context, asked);
  if (!trial) return std::unexpected(trial.error());
  return json_answer(context, explained_json(*trial, asked.language));
}

Result<http::Answer> bill_page(Context& context, const Asked& asked) {
  const auto bill = bill_asked(context, asked);
  if (!bill) return std::unexpected(bill.error());
  const statement::Settled settled{bill->facts.person, *bill->facts.entries.back().encounter, bill->bill};
  auto pdf = statement::draw({&settled, 1}, {.language = asked.language, .terms = asked.flag("terms")});
  if (!pdf) return std::unexpected(std::move(pdf.error()));
  return http::Answer{.type = "application/pdf", .body = std::move(*pdf)};
}

Result<http::Answer> supplements(Context& context, const Asked& asked) {
  const auto query = person_asked(context, asked);
  if (!query) return std::unexpected(query.error());
  const auto found = supplements_of(context.caller(asked), *query, asked.day("on").value_or(context.today()));
  if (!found) return std::unexpected(found.error());
  return json_answer(context, supplements_json(*found, asked.language));
}

constexpr std::array kDayAndKnown{on_day(), as_known()};
constexpr std::array kYearAndKnown{contract::year_count("year", "年度；默认全部", "the year; all when not given"),
                                   as_known()};
constexpr std::array kBillQuery{of_provider(), as_known()};
constexpr std::array kBillPageQuery{of_provider(), as_known(),
                                    contract::flag("terms", "附用语解释", "say what the words mean")};

// What is told of a person: the word of `do` is the body's.
constexpr Route told(std::string_view path, std::string_view name, std::string_view said, Gist gist,
                     std::string_view gives) {
  return {.method = "POST",
          .path = path,
          .name = name,
          .part = Part::persons,
          .gist = gist,
          .handler = change,
          .takes = said,
          .gives = gives,
          .changes = true};
}

constexpr std::string_view kDone = "yidan.done/1";
constexpr std::array kPersonRoutes{
    Route{.method = "POST",
          .path = "/v1/pools/{pool}/persons/{person}/trials",
          .name = "trial",
          .part = Part::persons,
          .gist = {"预结算：会是多少，不记账", "what a settlement would come to; nothing is written"},
          .handler = change,
          .takes = "trial",
          .gives = "yidan.trial/1",
          .reads_little = true},
    Route{.method = "POST",
          .path = "/v1/pools/{pool}/persons/{person}/explanations",
          .name = "explained-trial",
          .part = Part::persons,
          .gist = {"预结算，逐行逐步说明；不记账",
                   "a trial explained, line by line and step by step; nothing is written"},
          .handler = trial_explained,
          .takes = "trial",
          .gives = "yidan.explained/1"},
    told("/v1/pools/{pool}/persons/{person}/settlements", "settlement", "settle",
         {"结算一次就诊并记账", "settle an encounter"}, "yidan.settled/1"),
    told("/v1/pools/{pool}/persons/{person}/corrections", "correction", "correct",
         {"更正一次就诊的费用", "the encounter of that id as it really was"}, kDone),
    told("/v1/pools/{pool}/persons/{person}/reversals", "reversal", "reverse", {"冲正", "as if it never was"}, kDone),
    told("/v1/pools/{pool}/persons/{person}/facts", "facts", "facts", {"登记事实", "tell facts"}, kDone),
    told("/v1/pools/{pool}/persons/{person}/events", "events", "record", {"登记档案事件", "tell events of the record"},
         kDone),
    told("/v1/pools/{pool}/persons/{person}/enrolments", "enrolment", "enrol", {"参保登记", "enrol"}, kDone),
    told("/v1/pools/{pool}/persons/{person}/payments", "payment", "pay", {"缴费", "pay"}, kDone),
    told("/v1/pools/{pool}/persons/{person}/applications", "application", "grant",
         {"依申请救助", "assistance on application"}, kDone),
    told("/v1/pools/{pool}/persons/{person}/account/credits", "account-credit", "credit",
         {"划入个人账户", "credit the account"}, kDone),
    told("/v1/pools/{pool}/persons/{person}/account/uses", "account-use", "use", {"使用个人账户", "use the account"},
         kDone),
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/persons/{person}/standing",
          .name = "person-standing",
          .part = Part::persons,
          .gist = {"参保状态：待遇与断档、应缴、账户、年限", "cover and gaps, dues, account, years"},
          .handler = standing_now,
          .query = kDayAndKnown,
          .gives = "yidan.standing/1",
          .reads_little = true},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/persons/{person}/bills",
          .name = "person-bills",
          .part = Part::persons,
          .gist = {"账单，现在的或按某时刻所知", "the bills, now or as they were known"},
          .handler = bills,
          .query = kYearAndKnown,
          .gives = "yidan.year/1"},
    Route{
        .method = "GET",
        .path = "/v1/pools/{pool}/persons/{person}/supplements",
        .name = "person-supplements",
        .part = Part::persons,
        .gist = {"基金以外的帮扶：已付多少，可申请哪些", "help beside the funds: what was paid, what may be asked for"},
        .handler = supplements,
        .query = kDayAndKnown,
        .gives = "yidan.supplements/1"},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/persons/{person}/bills/{encounter}",
          .name = "person-bill",
          .part = Part::persons,
          .gist = {"一笔账单，附逐步说明", "one bill, explained step by step"},
          .handler = bill,
          .query = kBillQuery,
          .gives_part = &contract::kBill},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/persons/{person}/bills/{encounter}/explanation",
          .name = "explained-bill",
          .part = Part::persons,
          .gist = {"一笔账单，连同就诊与逐行的组成", "one bill with its encounter and the parts of each line"},
          .handler = bill_explained,
          .query = kBillQuery,
          .gives = "yidan.explained/1"},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/persons/{person}/bills/{encounter}/statement.pdf",
          .name = "person-statement",
          .part = Part::persons,
          .gist = {"一笔账单的打印件（A4）", "one bill on paper (A4)"},
          .handler = bill_page,
          .query = kBillPageQuery,
          .gives = "application/pdf"},
};

}  // namespace

std::span<const Route> person_routes() { return kPersonRoutes; }

}  // namespace yidan::service
