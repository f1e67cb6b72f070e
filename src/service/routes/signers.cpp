// The keys by which institutions sign, and whether they have to.

#include "operations/signers.h"

#include "base/json_writer.h"
#include "contract/users.h"
#include "exchange/user_request.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

template <json::KeyText kName>
constexpr json::Key signing_key_member = contract::kKey<contract::kSigningKeyFields, kName>;

std::string provider_of(const Asked& asked) { return std::string(asked.value("provider")); }

http::Answer signer_answer(const operations::Signer& signer) {
  http::Answer answer;
  json::Writer json(answer.body, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.signer/1");
  json.text("provider", signer.provider);
  json.key("required");
  json.boolean(signer.required);
  json.key("keys");
  json.begin_array();
  for (const operations::SigningKey& each : signer.keys) {
    json.begin_object();
    json.text(signing_key_member<"name">, each.name);
    json.text(signing_key_member<"key">, each.hex);
    json.text(signing_key_member<"from">, to_text(each.from));
    if (each.until) json.text(signing_key_member<"until">, to_text(*each.until));
    if (each.revoked) json.text(signing_key_member<"revoked">, to_instant_text(*each.revoked));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return answer;
}

// What was done; whoever checks signatures asks for the keys anew.
Result<http::Answer> signer_changed(Context& context, Result<void> done) {
  if (!done) return std::unexpected(std::move(done.error()));
  context.sessions.forget();
  return http::Answer{.status = 204, .type = ""};
}

Result<http::Answer> see_signer(Context& context, const Asked& asked) {
  const auto signer = operations::signer_of(context.caller(asked), provider_of(asked));
  if (!signer) return std::unexpected(signer.error());
  return signer_answer(*signer);
}

Result<http::Answer> put_signing(Context& context, const Asked& asked) {
  const auto required = exchange::read_signing(asked.request->body);
  if (!required) return std::unexpected(required.error());
  return signer_changed(
      context, operations::require_signatures(context.caller(asked), provider_of(asked), *required, context.clock()));
}

Result<http::Answer> put_signing_key(Context& context, const Asked& asked) {
  auto told = exchange::read_signing_key(asked.request->body);
  if (!told) return std::unexpected(std::move(told.error()));
  operations::SigningKey key{
      .name = std::string(asked.value("name")), .hex = std::move(told->key), .from = told->from, .until = told->until};
  return signer_changed(context,
                        operations::add_signing_key(context.caller(asked), provider_of(asked), std::move(key)));
}

Result<http::Answer> delete_signing_key(Context& context, const Asked& asked) {
  return signer_changed(context, operations::revoke_signing_key(context.caller(asked), provider_of(asked),
                                                                asked.value("name"), context.clock()));
}

constexpr Route of_signers(std::string_view method, std::string_view path, std::string_view name, Gist gist,
                           Handler handler) {
  return {.method = method, .path = path, .name = name, .part = Part::users, .gist = gist, .handler = handler};
}

constexpr std::array kSignerRoutes{
    of_signers("GET", "/v1/signers/{provider}", "signer",
               {"机构的签名公钥与要求", "the keys by which an institution signs, and whether it has to"}, see_signer)
        .giving("yidan.signer/1"),
    of_signers("PUT", "/v1/signers/{provider}", "put-signing",
               {"机构的报文是否须签名", "whether an institution has to sign"}, put_signing)
        .taking(contract::kSigningTold)
        .giving_nothing(),
    of_signers("PUT", "/v1/signers/{provider}/keys/{name}", "put-signing-key",
               {"登记机构的 SM2 公钥", "register a public key of SM2"}, put_signing_key)
        .taking(contract::kSigningKeyTold)
        .giving_nothing(),
    of_signers("DELETE", "/v1/signers/{provider}/keys/{name}", "delete-signing-key", {"撤销公钥", "revoke a key"},
               delete_signing_key)
        .giving_nothing(),
};

}  // namespace

std::span<const Route> signer_routes() { return kSignerRoutes; }

}  // namespace yidan::service
