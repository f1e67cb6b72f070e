#include "operations/signers.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/digest.h"
#include "base/json.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "base/sm2.h"
#include "base/text.h"
#include "operations/kept.h"
#include "operations/permission.h"
#include "operations/users.h"

namespace yidan::operations {
namespace {

constexpr std::size_t kMostKeys = 8;  // that hold at once: each may have to be tried

std::string text_of_signer(const Signer& signer) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("provider", signer.provider);
  json.key("required");
  json.boolean(signer.required);
  json.key("keys");
  json.begin_array();
  for (const SigningKey& each : signer.keys) {
    json.begin_object();
    json.text("name", each.name);
    json.text("key", each.hex);
    json.text("from", to_text(each.from));
    if (each.until) json.text("until", to_text(*each.until));
    if (each.revoked) json.text("revoked", std::to_string(*each.revoked));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text;
}

Error damaged_signer(const std::string& provider) {
  return {ErrorCode::damaged,
          {"机构 " + provider + " 的签名公钥无法读出", "the signing keys of " + provider + " cannot be read"},
          {}};
}

std::optional<SigningKey> read_signing_key(const json::Value& value) {
  SigningKey key{.name = std::string(json::text_in(value, "name")), .hex = std::string(json::text_in(value, "key"))};
  const auto from = parse_date(json::text_in(value, "from"));
  if (!from) return std::nullopt;
  key.from = *from;
  if (const auto until = parse_date(json::text_in(value, "until"))) key.until = *until;
  const std::string_view revoked = json::text_in(value, "revoked");
  Instant at = 0;
  std::from_chars(revoked.data(), revoked.data() + revoked.size(), at);
  if (!revoked.empty()) key.revoked = at;
  return key;
}

Result<Signer> read_signer(const std::string& text, const std::string& provider) {
  json::Document document;
  const auto value = document.parse(text);
  const json::Value* keys = value ? json::find(**value, "keys") : nullptr;
  if (keys == nullptr) return std::unexpected(damaged_signer(provider));
  const json::Value* required = json::find(**value, "required");
  Signer signer{.provider = provider, .required = required != nullptr && required->truth};
  for (const json::Value& each : keys->items()) {
    auto key = read_signing_key(each);
    if (!key) return std::unexpected(damaged_signer(provider));
    signer.keys.push_back(std::move(*key));
  }
  return signer;
}

struct LoadedSigner {
  std::int64_t seq = 0;
  Signer signer;
};

store::Subject signer_subject(const std::string& provider) {
  return {.id = provider, .kind = std::string(kSignerKind)};
}

Result<LoadedSigner> load(Desk& desk, const std::string& provider) {
  const auto state = desk.store().load(signer_subject(provider));
  if (!state) return std::unexpected(state.error());
  if (state->seq == 0) return LoadedSigner{.signer = {.provider = provider}};
  auto signer = read_signer(state->past, provider);
  if (!signer) return std::unexpected(std::move(signer.error()));
  return LoadedSigner{state->seq, std::move(*signer)};
}

Result<LoadedSigner> load_to_change(const Caller& caller, const std::string& provider) {
  if (auto allowed = may(caller, Deed::keep_users, {.provider = provider, .is_of_pool = false}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  return load(caller.desk, provider);
}

Result<void> keep(const Caller& caller, LoadedSigner changed, std::string_view did) {
  const auto written = write_whole(caller.desk, caller.actor,
                                   {.subject = signer_subject(changed.signer.provider),
                                    .seq = changed.seq,
                                    .did = did,
                                    .text = text_of_signer(changed.signer),
                                    .row = {.state = changed.signer.required ? "required" : "free", .data = "{}"}});
  if (!written) return std::unexpected(written.error());
  if (*written == store::Written::done) return {};
  return std::unexpected(
      Error{ErrorCode::unavailable,
            {"该机构的公钥正由他人办理：请重试", "somebody else is at work on these keys: try again"},
            {}});
}

std::size_t count_holding(const Signer& signer, Date day) {
  return static_cast<std::size_t>(
      std::ranges::count_if(signer.keys, [day](const SigningKey& each) { return each.holds_on(day); }));
}

bool is_name(std::string_view text) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  return !text.empty() && text.size() <= 60 && text.find_first_not_of(plain) == std::string_view::npos;
}

Error wrong_key(Text text, std::string where) { return {ErrorCode::invalid_value, std::move(text), std::move(where)}; }

std::string names_of_keys(const Signer& signer, Date day) {
  std::vector<std::string> names;
  for (const SigningKey& each : signer.keys) {
    if (each.holds_on(day)) names.push_back(each.name);
  }
  return joined(names, ", ");
}

Error clocks_differ(const SignedMessage& message, Instant now) {
  const std::string ours = to_instant_text(now).substr(0, 19);
  const std::string theirs = to_instant_text(message.at).substr(0, 19);
  return {ErrorCode::forbidden,
          {"签名时间 " + theirs + " 与本系统时间 " + ours + "（北京时间）相差超过 5 分钟：请校时后重新签名",
           "signed at " + theirs + ", and here it is " + ours +
               " (Beijing time): more than 5 minutes apart; set the "
               "clock, and sign again"},
          message.place_of_time};
}

Error no_key_holds(const Signer& signer, const std::string& place) {
  return {ErrorCode::forbidden,
          {"机构 " + signer.provider + " 没有有效的签名公钥：请管理员登记（yidan signer key）",
           "no signing key of " + signer.provider + " holds: have the administrator register one (yidan signer key)"},
          place};
}

// Whoever signed by a key that no longer holds hears so.
Error signed_by_old_key(const SigningKey& key, const std::string& place) {
  const std::string zh = key.revoked ? "已撤销" : "不在有效期内";
  const std::string en = key.revoked ? "was revoked" : "does not hold today";
  return {ErrorCode::forbidden,
          {"签名正确，但所用公钥 " + key.name + " " + zh, "the signature is right, but its key " + key.name + " " + en},
          place};
}

Error other_bytes(const Signer& signer, const SignedMessage& message, Date day) {
  const std::string length = std::to_string(message.bytes.size());
  const std::string digest = sm3(message.bytes);
  const std::string names = names_of_keys(signer, day);
  const std::string user(kSm2User);
  return {ErrorCode::forbidden,
          {"签名不符。本系统验签的内容共 " + length + " 字节，其 SM3 为 " + digest + "；用户标识 " + user +
               "；试过的公钥：" + names + "。请与本方待签内容逐字节比较（docs/how-to/sign.md）",
           "the signature is of other bytes, or of another key. " + length + " bytes were checked, their SM3 is " +
               digest + "; user id " + user + "; keys tried: " + names +
               ". Compare with what you signed, byte for byte (docs/how-to/sign.md)"},
          message.place_of_signature};
}

}  // namespace

Result<void> add_signing_key(const Caller& caller, const std::string& provider, SigningKey key) {
  auto loaded = load_to_change(caller, provider);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  if (!is_name(key.name)) {
    return std::unexpected(wrong_key(
        {"公钥名为 1 至 60 个字母、数字或 - _ .", "a key's name is 1 to 60 letters, digits or - _ ."}, "$.name"));
  }
  const auto read = Sm2Key::parse(key.hex);
  if (!read) {
    return std::unexpected(wrong_key({"不是 SM2 公钥：应为 PEM，或 04 开头的 130 个十六进制数字",
                                      "no public key of SM2: PEM, or 130 hexadecimal digits that begin with 04"},
                                     "$.key"));
  }
  if (key.until && *key.until < key.from) {
    return std::unexpected(wrong_key({"有效期止于开始之前", "it would end before it begins"}, "$.until"));
  }
  auto& keys = loaded->signer.keys;
  if (std::ranges::find(keys, key.name, &SigningKey::name) != keys.end()) {
    return std::unexpected(
        Error{ErrorCode::duplicate_id,
              {"已有名为 " + key.name + " 的公钥：请另取名称", "there is a key of the name " + key.name + " already"},
              "$.name"});
  }
  if (count_holding(loaded->signer, key.from) >= kMostKeys) {
    return std::unexpected(Error{
        ErrorCode::not_permitted,
        {"同时有效的公钥最多 8 个：请先撤销不用的", "at most 8 keys hold at once: revoke those that are not used"},
        {}});
  }
  key.hex = read->hex();
  keys.push_back(std::move(key));
  return keep(caller, std::move(*loaded), "key");
}

Result<void> revoke_signing_key(const Caller& caller, const std::string& provider, std::string_view name, Instant now) {
  auto loaded = load_to_change(caller, provider);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  auto& keys = loaded->signer.keys;
  const auto found = std::ranges::find(keys, name, &SigningKey::name);
  if (found == keys.end()) {
    const std::string which(name);
    return std::unexpected(
        Error{ErrorCode::not_found, {"没有名为 " + which + " 的公钥", "there is no key of the name " + which}, {}});
  }
  if (found->revoked) return {};
  found->revoked = now;
  if (loaded->signer.required && count_holding(loaded->signer, beijing_day(now)) == 0) {
    return std::unexpected(Error{ErrorCode::not_permitted,
                                 {"这是最后一个有效公钥，而该机构须签名：请先登记新公钥，或先取消须签名",
                                  "it is the last key that holds, and signatures are required: register another one "
                                  "first, or require none"},
                                 {}});
  }
  return keep(caller, std::move(*loaded), "revoke");
}

Result<void> require_signatures(const Caller& caller, const std::string& provider, bool required, Instant now) {
  auto loaded = load_to_change(caller, provider);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  if (required && count_holding(loaded->signer, beijing_day(now)) == 0) {
    auto error = no_key_holds(loaded->signer, {});
    error.code = ErrorCode::not_permitted;
    return std::unexpected(std::move(error));
  }
  if (loaded->signer.required == required) return {};
  loaded->signer.required = required;
  return keep(caller, std::move(*loaded), required ? "require" : "release");
}

Result<Signer> signer_of(const Caller& caller, const std::string& provider) {
  auto loaded = load_to_change(caller, provider);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  return std::move(loaded->signer);
}

Result<Signer> load_signer(Desk& desk, const std::string& provider) {
  auto loaded = load(desk, provider);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  return std::move(loaded->signer);
}

Result<void> check_signature(const Signer& signer, const SignedMessage& message, Instant now) {
  if (!is_signature(message.signature)) {
    return std::unexpected(
        Error{ErrorCode::invalid_value,
              {"签名应为 SM2 签名值（r‖s 共 64 字节）的 base64", "a signature is base64 of the 64 bytes r‖s of SM2"},
              message.place_of_signature});
  }
  if (message.at < now - kClockSkew || message.at > now + kClockSkew) {
    return std::unexpected(clocks_differ(message, now));
  }
  const Date day = beijing_day(now);
  if (count_holding(signer, day) == 0) return std::unexpected(no_key_holds(signer, message.place_of_signature));
  const SigningKey* old = nullptr;
  for (const SigningKey& each : signer.keys) {
    const auto key = Sm2Key::parse(each.hex);
    if (!key || !key->has_signed(message.bytes, message.signature)) continue;
    if (each.holds_on(day)) return {};
    old = &each;
  }
  if (old != nullptr) return std::unexpected(signed_by_old_key(*old, message.place_of_signature));
  return std::unexpected(other_bytes(signer, message, day));
}

Error unsigned_message(const Signer& signer, std::string place) {
  return {ErrorCode::forbidden,
          {"机构 " + signer.provider + " 的报文须签名：请以已登记的 SM2 私钥签名（docs/how-to/sign.md）",
           "what " + signer.provider + " sends has to be signed by a registered SM2 key (docs/how-to/sign.md)"},
          std::move(place)};
}

}  // namespace yidan::operations
