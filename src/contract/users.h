// Users of the system: what is told of them, logging in, and what the trail keeps.
#pragma once

#include "contract/answer.h"
#include "terms/access.h"
#include "terms/registers.h"

namespace yidan::contract {

constexpr Field user_name() { return text("user", "用户名", "the user's name").required(); }
constexpr Field password_field() { return text("password", "密码", "the password").required(); }

inline constexpr std::array kLoginAskedFields{user_name(), password_field()};
inline constexpr Object kLoginAsked{"login", {"登录", "logging in"}, kLoginAskedFields};

inline constexpr std::array kPasswordToldFields{password_field()};
inline constexpr Object kPasswordTold{"password", {"新密码", "a new password"}, kPasswordToldFields};

constexpr Field roles_field() { return word<Role>("roles", "岗位", "the roles").many().required(); }
constexpr Field pools_field() { return region("pools", "统筹区；空为全部", "the pools; none: all").many(); }
constexpr Field provider_field() { return id("provider", "医药机构的用户：机构编号", "of an institution, its number"); }

inline constexpr std::array kUserToldFields{
    roles_field(),
    pools_field(),
    provider_field(),
    number_of_person("person", "参保人的用户：人员编号", "of a citizen, their number"),
};
inline constexpr Object kUserTold{
    "user-told", {"用户的岗位和范围", "what a user may do, and to whom"}, kUserToldFields};

inline constexpr std::array kTokenAskedFields{
    day("until", "有效至（含）", "the last day on which it holds").required(),
};
inline constexpr Object kTokenAsked{"token-asked", {"签发凭证", "asking for a token"}, kTokenAskedFields};

inline constexpr std::array kLoginFields{
    format<"yidan.login/1">(),
    text("token", "凭证，写在 Authorization: Bearer 之后；只告知一次",
         "the token, for Authorization: Bearer; told once")
        .required(),
    plain(Kind::instant, "until", "有效至", "until when it holds").required(),
    user_name(),
    roles_field(),
    pools_field().required(),
    provider_field(),
};
inline constexpr Object kLogin{"yidan.login/1", {"登录的答复", "the answer to logging in"}, kLoginFields, {}, false};

inline constexpr std::array kUserFields{
    user_name(),
    roles_field(),
    pools_field().required(),
    provider_field(),
    flag("closed", "已停用", "closed").required(),
    flag("password", "设有密码", "has a password").required(),
};
inline constexpr Object kUser{"user", {"一个用户", "a user"}, kUserFields, {}, false};

inline constexpr std::array kUsersFields{
    format<"yidan.users/1">(),
    object(kUser, "users", "用户", "the users").many().required(),
};
inline constexpr Object kUsers{"yidan.users/1", {"全部用户", "all users"}, kUsersFields, {}, false};

constexpr Field signing_key_field() {
  return text("key", "SM2 公钥：PEM，或 04 开头的 130 个十六进制数字",
              "a public key of SM2: PEM, or 130 hexadecimal digits that begin with 04")
      .required();
}
constexpr Field signing_from() { return day("from", "有效期起（含）", "the first day on which it holds").required(); }
constexpr Field signing_until() { return day("until", "有效期止（含）", "the last day on which it holds"); }
constexpr Field signing_required() {
  return flag("required", "未签名的报文一律拒绝", "what is not signed is refused").required();
}

inline constexpr std::array kSigningKeyToldFields{signing_key_field(), signing_from(), signing_until()};
inline constexpr Object kSigningKeyTold{
    "signing-key-told", {"机构的签名公钥", "a key by which an institution signs"}, kSigningKeyToldFields};

inline constexpr std::array kSigningToldFields{signing_required()};
inline constexpr Object kSigningTold{
    "signing-told", {"机构的报文是否须签名", "whether an institution has to sign"}, kSigningToldFields};

inline constexpr std::array kSigningKeyFields{
    text("name", "公钥名", "the key's name").required(),
    signing_key_field(),
    signing_from(),
    signing_until(),
    plain(Kind::instant, "revoked", "撤销时间", "when it was revoked"),
};
inline constexpr Object kSigningKey{"signing-key", {"签名公钥", "a signing key"}, kSigningKeyFields, {}, false};

inline constexpr std::array kSignerFields{
    format<"yidan.signer/1">(),
    id("provider", "机构编号", "the institution").required(),
    signing_required(),
    object(kSigningKey, "keys", "公钥，含已撤销的", "the keys, revoked ones too").many().required(),
};
inline constexpr Object kSigner{
    "yidan.signer/1", {"机构的签名公钥与要求", "how an institution signs"}, kSignerFields, {}, false};

inline constexpr std::array kTraceFields{
    plain(Kind::instant, "at", "时间", "when").required(),
    text("user", "用户", "who").required(),
    word<Deed>("deed", "所做的事", "what was done").required(),
    pool(),
    text("person", "人员的化名", "the person, by a pseudonym"),
    text("provider", "机构编号", "the institution"),
    text("request", "服务请求的编号", "the number of the request"),
    flag("allowed", "准予", "whether it was allowed").required(),
    text("reason", "查看证件号码的理由", "why a number was looked at"),
};
inline constexpr Object kTrace{"trace", {"一条轨迹", "a trace"}, kTraceFields, {}, false};

inline constexpr std::array kRevealAskedFields{
    text("person", "人员的化名", "the person's pseudonym").required(),
    text("reason", "理由，记入审计轨迹", "why: it is noted in the trail").required(),
};
inline constexpr Object kRevealAsked{
    "reveal-asked", {"查看证件号码", "asking for the number behind a pseudonym"}, kRevealAskedFields};
inline constexpr std::array kRevealedFields{
    format<"yidan.revealed/1">(),
    pool().required(),
    text("person", "人员编号", "the person's number").required(),
};
inline constexpr Object kRevealed{"yidan.revealed/1", {"化名的人员", "who it is"}, kRevealedFields, {}, false};

inline constexpr std::array kTrailFields{
    format<"yidan.trail/1">(),
    object(kTrace, "traces", "轨迹", "the traces").many().required(),
};
inline constexpr Object kTrail{"yidan.trail/1", {"审计轨迹", "the audit trail"}, kTrailFields, {}, false};

}  // namespace yidan::contract
