// Any bytes as what somebody shows to be let in: a header with a token, a login, a password, rights, a key that seals
// or signs, a signature. Never a crash; nobody's token opens anything, and a fault in what was sent has its place.

#include <cstdint>
#include <string>
#include <string_view>

#include "access/password.h"
#include "base/seal.h"
#include "base/sm2.h"
#include "exchange/user_request.h"
#include "fuzz/office.h"
#include "operations/users.h"
#include "service/bearer.h"

namespace {

using namespace yidan;  // NOLINT
using fuzz::require;

// Of the example of GB/T 32918.5.
constexpr std::string_view kSigner =
    "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
    "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

template <class Read>
void check_place(const Result<Read>& read) {
  if (!read) require(!read.error().where.empty() && !read.error().message.zh.empty());
}

struct Door {
  fuzz::Office office;
  std::string token;

  Door() {
    access::Rights clerk{.user = "clerk", .roles = {Role::window}, .pools = {370600}};
    const operations::Caller caller(office.desk());
    require(operations::keep_user(caller, clerk).has_value());
    const auto issued = operations::issue_token(caller, "clerk", office.next_instant() + 86'400'000'000);
    require(issued.has_value());
    token = issued->text;
  }
};

void check_token(std::string_view text) {
  static Door door;
  const http::Request request{.headers = {{"Authorization", std::string(text)}}};
  const std::string_view token = service::bearer_token(request);
  const auto rights = operations::rights_of_token(door.office.desk(), token, door.office.next_instant());
  require(rights.has_value() && rights->has_value() == (token == door.token));
  require(operations::rights_of_token(door.office.desk(), door.token, door.office.next_instant())->has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_token(text);
  check_place(exchange::read_login(text));
  check_place(exchange::read_password(text));
  check_place(exchange::read_token_asked(text));
  const auto rights = exchange::read_rights(text, "clerk", testing::shipped_policy());
  check_place(rights);
  if (rights) (void)access::check_rights(*rights);
  check_place(access::check_password("clerk", text));
  if (const auto key = SealKey::parse(text)) require(SealKey::parse(text)->raw() == key->raw());
  if (const auto key = Sm2Key::parse(text)) require(Sm2Key::parse(key->hex())->hex() == key->hex());
  static const auto signer = Sm2Key::parse(kSigner);
  require(signer && !signer->has_signed("what nobody has signed", text));
  return 0;
}
