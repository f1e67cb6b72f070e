// The routes by file; each file has the handlers of its part.
#pragma once

#include "operations/year.h"
#include "service/context.h"
#include "service/route.h"

namespace yidan::service {

[[nodiscard]] std::span<const Route> settlement_routes();
[[nodiscard]] std::span<const Route> person_routes();
[[nodiscard]] std::span<const Route> request_routes();
[[nodiscard]] std::span<const Route> book_routes();
[[nodiscard]] std::span<const Route> policy_routes();
[[nodiscard]] std::span<const Route> register_routes();
[[nodiscard]] std::span<const Route> decision_routes();
[[nodiscard]] std::span<const Route> job_routes();
[[nodiscard]] std::span<const Route> reconciliation_routes();
[[nodiscard]] std::span<const Route> national_routes();
[[nodiscard]] std::span<const Route> user_routes();
[[nodiscard]] std::span<const Route> signer_routes();
[[nodiscard]] std::span<const Route> system_routes();

// The handler of every route that changes one thing: the members of the path, the body's and the key are a request of
// the contract, which the desk performs.
[[nodiscard]] Result<http::Answer> change(Context& context, const Asked& asked);

// A trial asked for by the path and the body, with its steps.
[[nodiscard]] Result<operations::Explanation> explained_trial(Context& context, const Asked& asked);

// Parameters that several routes take.
constexpr Field on_day() { return contract::day("on", "日期；默认今天", "the day; today when not given"); }
constexpr Field as_known() {
  return contract::plain(contract::Kind::instant, "known", "按当时所知：2026-11-22 10:00:00 或日期",
                         "as it was known then: 2026-11-22 10:00:00, or a day");
}
inline constexpr std::int64_t kUsualPage = 100;
constexpr Field page_limit() {
  Field field = contract::number(1, 1000, "limit", "至多多少件；默认 100", "how many at most; 100 when not given");
  field.kind = contract::Kind::count;
  field.digits = "(?:[1-9][0-9]{0,2}|1000)";
  return field;
}
constexpr Field of_provider() {
  return contract::id("provider", "机构编号：两家机构的就诊编号相同时须写",
                      "the provider's id, where two gave that number");
}

}  // namespace yidan::service
