#include "contract/fault.h"

#include "base/visible.h"
#include "terms/nearest.h"

namespace yidan::contract {

std::string Path::text() const {
  if (parent == nullptr) return "$";
  std::string text = parent->text();
  if (is_index) return text + "[" + std::to_string(index) + "]";
  return text + "." + shown(key);
}

void fail(ErrorCode code, const Path& path, std::string zh, std::string en) {
  throw Fault{{code, {std::move(zh), std::move(en)}, path.text()}};
}

void fail(Error error, const Path& path) {
  error.where = path.text();
  throw Fault{std::move(error)};
}

void fail_unknown_word(const Path& path, std::string_view text, std::string_view allowed) {
  const auto words = split_words(allowed);
  const Text meant = did_you_mean(text, words);
  const std::string quoted = shown(text);
  const std::string all(allowed);
  fail(ErrorCode::invalid_value, path, "未知的值“" + quoted + "”" + meant.zh + "（可用：" + all + "）",
       "unknown value '" + quoted + "'" + meant.en + " (allowed: " + all + ")");
}

void fail_unknown_key(const Path& object, std::string_view written, std::string_view nearest_key) {
  const std::string key = shown(written);
  const Text meant = did_you_mean(nearest_key, Text{"（自定义键请以 x- 开头）", " (keys of your own begin with 'x-')"});
  fail(ErrorCode::unknown_key, object.member(key), "未知的键“" + key + "”" + meant.zh,
       "unknown key '" + key + "'" + meant.en);
}

}  // namespace yidan::contract
