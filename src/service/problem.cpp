#include "service/problem.h"

#include <algorithm>

#include "base/json_writer.h"
#include "contract/problem.h"
#include "exchange/clause_gists.h"

namespace yidan::service {
namespace {

template <json::KeyText kName>
constexpr json::Key problem_key = contract::kKey<contract::kProblemFields, kName>;

struct Facts {
  int status = 500;
  std::string_view code;
  std::string_view detail;
  std::string_view where;
  bool retryable = false;
};

const Word& word_of_code(std::string_view code) {
  const auto* found = std::ranges::find(contract::kProblemWords, code, &Word::code);
  ensure(found != contract::kProblemWords.end(), "every problem has a code of the contract");
  return *found;
}

// On which clauses it rests: those that it names.
void write_clauses(json::Writer& json, std::string_view detail, const policy::ClauseRegister& clauses) {
  const auto named = exchange::clauses_named_in(detail, clauses);
  if (named.empty()) return;
  json.key(problem_key<"clauses">);
  json.begin_array();
  for (const std::string_view each : named) json.string(each);
  json.end_array();
}

http::Answer write_problem(const Facts& facts, const Told& told) {
  http::Answer answer{.status = facts.status, .type = "application/problem+json"};
  const Word& word = word_of_code(facts.code);
  json::Writer json(answer.body, json::Writer::Style::compact);
  json.begin_object();
  json.text(problem_key<"type">, "/problems/" + std::string(facts.code));
  json.text(problem_key<"title">, told.language == Language::zh ? word.zh : word.en);
  json.key(problem_key<"status">);
  json.number(facts.status);
  json.text(problem_key<"detail">, facts.detail);
  json.text(problem_key<"code">, facts.code);
  if (!facts.where.empty()) json.text(problem_key<"where">, facts.where);
  if (told.clauses != nullptr) write_clauses(json, facts.detail, *told.clauses);
  json.key(problem_key<"retryable">);
  json.boolean(facts.retryable);
  json.text(problem_key<"request">, told.request);
  json.end_object();
  if (facts.status == 503) answer.headers.push_back({"Retry-After", "1"});
  return answer;
}

}  // namespace

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::syntax:
      return 400;
    case ErrorCode::forbidden:
      return 403;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::duplicate_id:
    case ErrorCode::conflict:
    case ErrorCode::not_permitted:
    case ErrorCode::duplicate_claim:
    case ErrorCode::overlapping_stay:
    case ErrorCode::two_places:
      return 409;
    case ErrorCode::damaged:
      return 500;
    case ErrorCode::unavailable:
      return 503;
    default:
      return 422;
  }
}

http::Answer problem(const Error& error, const Told& told) {
  return write_problem({.status = status_of(error.code),
                        .code = code_of(error.code),
                        .detail = error.message.in(told.language),
                        .where = error.where,
                        .retryable = error.code == ErrorCode::unavailable},
                       told);
}

http::Answer way_problem(int status, std::string_view code, const Text& detail, const Told& told,
                         std::string_view where) {
  return write_problem(
      {.status = status, .code = code, .detail = detail.in(told.language), .where = where, .retryable = status == 503},
      told);
}

std::string problem_page(std::string_view code) {
  const auto* found = std::ranges::find(contract::kProblemWords, code, &Word::code);
  if (found == contract::kProblemWords.end()) return {};
  return std::string(found->code) + "\n" + std::string(found->zh) + "\n" + std::string(found->en) + "\n";
}

}  // namespace yidan::service
