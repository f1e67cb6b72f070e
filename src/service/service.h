// The service: every request of HTTP on its way to a handler and back, with what holds for all of them.
//
// A request is matched to a route, its parameters and headers are checked, the handler answers or says why not, and
// what happened is counted and noted. A note says what was done, never to whom: it names the route, not the path.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "http/message.h"
#include "http/server.h"
#include "service/console.h"
#include "service/context.h"
#include "service/matching.h"

namespace yidan::service {

struct Setup {
  operations::Desk& desk;
  const policy::Policy& policy;
  std::function<Instant()> clock;
  bool has_server = false;                     // the books are kept by one: whoever reads them waits for it
  bool asks_who = true;                        // false: everybody may do everything, as who holds the books can
  std::function<void(std::string_view)> note;  // a line of JSON for each request; empty: nothing is noted
  const Console* console = nullptr;            // the browser's front end; null: there is none
};

class Service final : public http::Application {
 public:
  explicit Service(const Setup& setup);

  http::Answer answer(http::Request request) override;
  [[nodiscard]] bool is_quick(const http::Request& request) const override;
  [[nodiscard]] http::Answer refuse(http::Unread why) const override;

  void watch(const http::Server& server) { context_.metrics.watch(server); }

 private:
  struct Way;  // one request from its coming to its answer
  http::Answer answer_matched(Way& way, const http::Request& request);
  // Sees who asks. False when nobody does; then `refusal` says so.
  bool identify(Asked& asked, const Way& way, http::Answer& refusal);
  // Of an institution: by its headers. Errors: those of the signature; `forbidden`: it has to sign, and has not.
  Result<void> check_signature(Asked& asked);
  void finish(const Way& way, const http::Request& request, http::Answer& answer);

  Context context_;
  bool has_server_;
  bool asks_who_;
  std::function<void(std::string_view)> note_;
  const Console* console_;
  Matching matching_;
  std::string number_;  // how the numbers of requests begin
  std::atomic<std::uint64_t> count_{0};
};

}  // namespace yidan::service
