// What the service answers when it cannot do what was asked: problem details (RFC 9457), with what programs need of
// them.
#pragma once

#include "contract/answer.h"

namespace yidan::contract {

// Of the way to the service, beside the codes of errors.
inline constexpr std::array<Word, 9> kWayWords{{
    {"no-such-route", "没有此路径", "there is no such path"},
    {"method-not-allowed", "此路径不接受该方法", "the path does not take this method"},
    {"unsupported-media-type", "内容类型不受理", "the body is of a type that is not taken"},
    {"malformed-request", "不是有效的 HTTP 请求", "the request is no HTTP"},
    {"too-large", "内容过长", "the body is longer than the service takes"},
    {"header-too-large", "请求行或首部过长", "the request line or its headers are too long"},
    {"busy", "服务繁忙", "the service has its hands full"},
    {"unauthenticated", "未登录，或凭证无效", "nobody is logged in, or the credential is not valid"},
    {"too-many-attempts", "尝试过多", "too many attempts to log in"},
}};

inline constexpr auto kProblemWords = [] {
  std::array<Word, kErrorWords.size() + kWayWords.size()> words{};
  std::ranges::copy(kWayWords, std::ranges::copy(kErrorWords, words.begin()).out);
  return words;
}();
constexpr Field problem_code() {
  Field field = plain(Kind::word, "code", "代码，供程序判断", "the code, for programs");
  field.words = kProblemWords;
  return field.required();
}

inline constexpr std::array kProblemFields{
    text("type", "问题类型的说明页", "a page that explains this kind of problem").required(),
    text("title", "问题类型", "the kind of problem").required(),
    number(400, 599, "status", "HTTP 状态码", "the status of the answer").required(),
    text("detail", "何处、为何、怎么办", "what, why, and what to do").required(),
    problem_code(),
    text("where", "位置：内容为 JSON 路径，或行:列；参数为 query.名称、path.名称、header.名称",
         "the place: in a body a JSON path or line:column; of a parameter query.NAME, path.NAME, header.NAME"),
    clauses(),
    flag("retryable", "原样重发可能成功；改变账册的请求须用同一键",
         "the same request may succeed later; one that changes something with the same key")
        .required(),
    text("request", "本次请求的编号，报告问题时请附上", "the number of this request, to name when it is reported")
        .required(),
};
inline constexpr Object kProblem{"problem", {"问题", "a problem"}, kProblemFields, {}, false};

}  // namespace yidan::contract
