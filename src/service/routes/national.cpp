// The national interface: its messages, answered with infcode 0 or -1 in its own form.

#include "national/describe.h"
#include "national/gate.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

constexpr std::string_view kFileType = "application/zip";

Result<http::Answer> national_message(Context& context, const Asked& asked) {
  if (auto current = context.desk_is_current(); !current) return std::unexpected(std::move(current.error()));
  const operations::Caller caller = context.caller(asked);
  auto answered = national::answer({.caller = caller,
                                    .policy = context.policy,
                                    .now = context.clock(),
                                    .number = asked.value("infno"),
                                    .text = asked.request->body,
                                    .signer = asked.signer.get(),
                                    .is_signed = asked.is_signed});
  http::Answer answer{.body = std::move(answered.text)};
  if (answered.is_file) answer.type = kFileType;
  return answer;
}

Result<http::Answer> national_description(Context&, const Asked&) {
  static const std::string text = national::description();
  return http::Answer{.body = text};
}

constexpr Route message(std::string_view path, std::string_view name, Gist gist) {
  return {.method = "POST",
          .path = path,
          .name = name,
          .part = Part::national,
          .gist = gist,
          .handler = national_message,
          .takes = "application/json",
          .streams = kFileType};
}

constexpr std::array kNationalRoutes{
    Route{.method = "GET",
          .path = "/v1/national",
          .name = "national-description",
          .part = Part::national,
          .gist = {"国家接口的交易、字段、字典，及各项的确知程度",
                   "the transactions, fields and dictionaries of the national interface, and how well each is known"},
          .handler = national_description,
          .is_open = true,
          .quick = true},
    message("/fsi/api", "national", {"交易报文，编号在报文中", "a message, its number within"}),
    message("/fsi/api/{infno}", "national-by-number", {"交易报文，编号在路径中", "a message, its number in the path"}),
};

}  // namespace

std::span<const Route> national_routes() { return kNationalRoutes; }

}  // namespace yidan::service
