// The system itself: whether it lives, whether it can work, what it does, how it is spoken to.

#include "operations/permission.h"
#include "service/metrics.h"
#include "service/openapi.h"
#include "service/problem.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

Result<http::Answer> alive(Context&, const Asked&) {
  return http::Answer{.type = "text/plain; charset=utf-8", .body = "ok\n"};
}

// Whether the books can be read.
Result<http::Answer> ready(Context& context, const Asked&) {
  if (const auto read = context.desk.store().setting(operations::kSettings.front()); !read) {
    return std::unexpected(read.error());
  }
  return http::Answer{.type = "text/plain; charset=utf-8", .body = "ready\n"};
}

Result<http::Answer> metrics(Context& context, const Asked& asked) {
  auto allowed = operations::may(context.caller(asked), Deed::see_operation, {.is_of_pool = false});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  return http::Answer{.type = "text/plain; version=0.0.4; charset=utf-8", .body = context.metrics.text()};
}

Result<http::Answer> openapi(Context& context, const Asked&) {
  static const std::string document = openapi_document(context.desk.engine());
  return http::Answer{.body = document};
}

Result<http::Answer> problem_explained(Context&, const Asked& asked) {
  std::string page = problem_page(asked.value("name"));
  if (page.empty()) {
    return std::unexpected(
        Error{ErrorCode::not_found, {"没有这种问题", "there is no such kind of problem"}, "path.name"});
  }
  return http::Answer{.type = "text/plain; charset=utf-8", .body = std::move(page)};
}

constexpr std::array kSystemRoutes{
    Route{.method = "GET",
          .path = "/healthz",
          .name = "alive",
          .gist = {"服务在运行", "the service runs"},
          .handler = alive,
          .gives = "text/plain",
          .is_open = true,
          .quick = true},
    Route{.method = "GET",
          .path = "/readyz",
          .name = "ready",
          .gist = {"服务可以办事：账册可读", "the service can work: the books can be read"},
          .handler = ready,
          .gives = "text/plain",
          .is_open = true},
    Route{.method = "GET",
          .path = "/metrics",
          .name = "metrics",
          .gist = {"运行指标（Prometheus）", "what it does, for Prometheus"},
          .handler = metrics,
          .gives = "text/plain",
          .quick = true},
    Route{.method = "GET",
          .path = "/openapi.json",
          .name = "openapi",
          .gist = {"接口描述（OpenAPI 3.1）", "the description of this interface (OpenAPI 3.1)"},
          .handler = openapi,
          .is_open = true,
          .quick = true},
    Route{.method = "GET",
          .path = "/problems/{name}",
          .name = "problem",
          .gist = {"一种问题的说明", "what a kind of problem is"},
          .handler = problem_explained,
          .gives = "text/plain",
          .is_open = true,
          .quick = true},
};

}  // namespace

std::span<const Route> system_routes() { return kSystemRoutes; }

}  // namespace yidan::service
