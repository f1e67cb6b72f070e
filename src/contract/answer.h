// Objects that are written and not read have a table of fields alone; their writers name each member by it, so that a
// name that the table does not have is not compiled.
#pragma once

#include "base/json_writer.h"
#include "contract/field.h"
#include "terms/terms.h"

namespace yidan::contract {

// The key of the member kName of a list of fields, made when the program is compiled.
template <const auto& kFields, json::KeyText kName>
  requires(std::ranges::find(kFields, kName.name(), &Field::name) != kFields.end())
inline constexpr json::Key kKey{kName};

constexpr Field clauses() { return text("clauses", "依据的条款", "the clauses behind it").many(); }
constexpr Field basis() { return word<Basis>("basis", "依据", "where its figures come from; the weakest counts"); }
constexpr Field unfiled() {
  return flag("unfiled", "依据须先备案后实施，而其首日之前未见备案；其余情形不写",
              "its rule holds only once it was filed, and was not by its first day; else absent");
}
constexpr Field policy_status() {
  return word<PolicyStatus>("policy_status", "政策状态：draft 表示用到征求意见稿", "draft: a draft's rule worked");
}
constexpr Field sentence() { return text("text", "说明文字（所选语言）", "the sentence, in the language asked for"); }
constexpr Field pool() { return region("pool", "统筹区代码", "the pool"); }
constexpr Field first_day() { return day("from", "起始日（含）", "first day"); }
constexpr Field end_day() { return day("to", "终止日（不含）；空缺为未定", "end, not included; open when absent"); }

// The text of a `format`.
template <json::KeyText kName>
inline constexpr std::array<Word, 1> kFormatWord{{{kName.name(), "", ""}}};
template <json::KeyText kName>
constexpr Field format() {
  return constant(kFormatWord<kName>, "format", "格式", "the format").required();
}

// Codes of `ErrorCode`, in its order.
inline constexpr std::array<Word, 18> kErrorWords{{
    {"syntax", "不是有效的文本", "the text is not JSON"},
    {"unknown-key", "未知的键", "a key that the contract does not have"},
    {"duplicate-key", "键重复", "a key twice in one object"},
    {"missing", "缺少必填项", "something required is absent"},
    {"wrong-type", "类型不符", "a number where text is required, and the like"},
    {"invalid-value", "值不允许", "not one of the allowed values"},
    {"contradiction", "相互矛盾", "two statements that cannot both hold"},
    {"duplicate-id", "编号已用", "an id used before: of an encounter, a fee line, a person of a batch"},
    {"overflow", "数额过大", "does not fit 64 bits of fen"},
    {"not-found", "没有找到", "a file, a pool, a bill that is not there"},
    {"conflict", "与先前不符", "the same key with other content, not as in the trial"},
    {"not-permitted", "不允许", "a draft that moves money, a route that is not on the list"},
    {"unavailable", "账册暂不可用", "the store cannot answer now"},
    {"damaged", "账册受损", "what the store holds is not what was written"},
    {"duplicate-claim", "疑似重复申报", "alike a claim settled before, where the packs refuse it"},
    {"overlapping-stay", "住院日期重叠", "shares nights with another stay, where the packs refuse it"},
    {"two-places", "同时在两处就医", "care at two places at one time, where the packs refuse it"},
    {"forbidden", "无权办理", "whoever asks may not do this"},
}};
constexpr Field error_code() {
  Field field = plain(Kind::word, "code", "错误代码", "the code");
  field.words = kErrorWords;
  return field.required();
}
inline constexpr std::array kErrorFields{
    error_code(),
    text("message", "说明：何处、为何、怎么办", "what, why, what to do").required(),
    text("where", "位置（JSON 路径，或行:列）", "the place: a JSON path, or line:column").required(),
};
inline constexpr Object kError{"error", {"错误", "an error"}, kErrorFields, {}, false};

}  // namespace yidan::contract
