#include "exchange/user_request.h"

#include "exchange/read_object.h"
#include "policy/find_pool.h"

namespace yidan::exchange {

Result<LoginAsked> read_login(std::string_view text) {
  return read_object(text, [](ObjectReader& reader) {
    std::string user(reader.require_text("user"));
    return LoginAsked{std::move(user), std::string(reader.require_text("password"))};
  });
}

Result<std::string> read_password(std::string_view text) {
  return read_object(text, [](ObjectReader& reader) { return std::string(reader.require_text("password")); });
}

Result<RevealAsked> read_reveal_asked(std::string_view text) {
  return read_object(text, [](ObjectReader& reader) {
    std::string person(reader.require_text("person"));
    return RevealAsked{std::move(person), std::string(reader.require_text("reason"))};
  });
}

Result<Date> read_token_asked(std::string_view text) {
  return read_object(text, [](ObjectReader& reader) { return reader.require_date("until"); });
}

Result<SigningKeyTold> read_signing_key(std::string_view text) {
  return read_object(text, [](ObjectReader& reader) {
    SigningKeyTold told{.key = std::string(reader.require_text("key")), .from = reader.require_date("from")};
    if (reader.find("until") != nullptr) told.until = reader.require_date("until");
    return told;
  });
}

Result<bool> read_signing(std::string_view text) {
  return read_object(text, [](ObjectReader& reader) {
    const json::Value& value = reader.require("required");
    return contract::flag_of(value, reader.path_of("required"));
  });
}

Result<access::Rights> read_rights(std::string_view text, std::string user, const policy::Policy& policy) {
  return read_object(text, [&](ObjectReader& reader) {
    access::Rights rights{.user = std::move(user)};
    const auto roles = reader.require_list("roles");
    for (std::size_t i = 0; i < roles.size(); ++i) {
      const Path list = reader.path_of("roles");
      const Path path = list.item(i);
      rights.roles.insert(ObjectReader::read_word<Role>(contract::text_of(roles[i], path), path));
    }
    const auto pools = reader.list("pools");
    for (std::size_t i = 0; i < pools.size(); ++i) {
      const Path list = reader.path_of("pools");
      const Path path = list.item(i);
      const auto pool = policy::find_pool(policy, contract::text_of(pools[i], path));
      if (!pool) fail(pool.error(), path);
      rights.pools.push_back((*pool)->region.code());
    }
    rights.provider = reader.text("provider").value_or("");
    if (reader.find("person") != nullptr) rights.person = reader.require_number("person");
    return rights;
  });
}

}  // namespace yidan::exchange
