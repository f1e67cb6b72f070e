// Settling without books: a case, a record or an application in, what it comes to out. Nothing is kept.

#include "exchange/assistance_session.h"
#include "exchange/session.h"
#include "exchange/standing_session.h"
#include "operations/permission.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

using exchange::Form;
using exchange::StepDetail;

StepDetail steps_asked(const Asked& asked) {
  const std::string_view steps = asked.value("steps");
  return steps == "none" ? StepDetail::none : steps == "ids" ? StepDetail::ids : StepDetail::full;
}

// What a session makes of the body.
template <class Session>
Result<http::Answer> answer_of_session(const Context& context, Session session, const Asked& asked) {
  auto allowed = operations::may(context.caller(asked), Deed::try_case, {.is_of_pool = false});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  http::Answer answer;
  if (auto outcome = session.answer(asked.request->body, answer.body); !outcome) {
    return std::unexpected(std::move(outcome.error()));
  }
  return answer;
}

Result<http::Answer> settle(Context& context, const Asked& asked) {
  const exchange::WriteOptions options{.language = asked.language, .steps = steps_asked(asked)};
  return answer_of_session(context, exchange::Session(context.policy, options, Form::json), asked);
}

Result<http::Answer> standing(Context& context, const Asked& asked) {
  return answer_of_session(context, exchange::StandingSession(context.policy, {.language = asked.language}, Form::json),
                           asked);
}

Result<http::Answer> assist(Context& context, const Asked& asked) {
  return answer_of_session(
      context, exchange::AssistanceSession(context.policy, {.language = asked.language}, Form::json), asked);
}

constexpr std::array<Word, 3> kStepWords{
    {{"full", "全部", "in full"}, {"ids", "只写编号", "ids alone"}, {"none", "不写", "none"}}};
constexpr std::array kSettleQuery{[] {
  Field field = contract::plain(contract::Kind::word, "steps", "步骤", "the steps");
  field.words = kStepWords;
  return field.or_else("\"full\"");
}()};

constexpr std::array kSettlementRoutes{
    Route{.method = "POST",
          .path = "/v1/settle",
          .name = "settle",
          .part = Part::settlement,
          .gist = {"结算案例，不记账", "settle a case; nothing is kept"},
          .handler = settle,
          .query = kSettleQuery,
          .takes = "yidan.case/1",
          .gives = "yidan.bill/1",
          .quick = true},
    Route{.method = "POST",
          .path = "/v1/standing",
          .name = "standing",
          .part = Part::settlement,
          .gist = {"由档案推定参保状态", "what a record means for a person"},
          .handler = standing,
          .takes = "yidan.record/1",
          .gives = "yidan.standing/1",
          .quick = true},
    Route{.method = "POST",
          .path = "/v1/assist",
          .name = "assist",
          .part = Part::settlement,
          .gist = {"依申请医疗救助", "assistance on application"},
          .handler = assist,
          .takes = "yidan.case/1",
          .gives = "yidan.assistance/1",
          .quick = true},
};

}  // namespace

std::span<const Route> settlement_routes() { return kSettlementRoutes; }

}  // namespace yidan::service
