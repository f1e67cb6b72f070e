#include "policy/parse/reader.h"

#include <algorithm>

#include "terms/nearest.h"

namespace yidan::policy {
namespace {

// "basis" of "basis:cited" or "basis：cited": without a plain colon and a space, YAML takes all of it for a key.
std::string_view before_colon(std::string_view key) { return key.substr(0, std::min(key.find(':'), key.find("："))); }

}  // namespace

MapReader::MapReader(const YamlNode& map, const FileContext& context) : map_(map), context_(context) {
  if (map.kind != YamlNode::Kind::map) {
    context.problem(map, "此处应为映射（键: 值）", "a mapping (key: value) is expected here");
  }
  for (std::size_t i = 0; i < map.entries.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (map.entries[i].key.text != map.entries[j].key.text) continue;
      context.problem(map.entries[i].key, "键“" + map.entries[i].key.text + "”重复：只保留一个",
                      "key '" + map.entries[i].key.text + "' stands twice: keep one of them");
    }
  }
}

const YamlNode* MapReader::optional(std::string_view key) {
  asked_.push_back(key);
  const YamlNode* node = map_.find(key);
  return node == nullptr || node->kind == YamlNode::Kind::null ? nullptr : node;
}

const YamlNode* MapReader::required(std::string_view key) {
  const YamlNode* node = optional(key);
  if (node == nullptr && map_.kind == YamlNode::Kind::map && std::ranges::find(missing_, key) == missing_.end()) {
    missing_.push_back(key);
  }
  return node;
}

bool MapReader::misspells(std::string_view key) const {
  return std::ranges::any_of(map_.entries, [&](const YamlEntry& entry) {
    return entry.key.text != key && !nearest(entry.key.text, std::span(&key, 1)).empty();
  });
}

void MapReader::demand(std::string_view key) {
  const YamlNode* node = required(key);
  if (node == nullptr || node->kind != YamlNode::Kind::list || !node->items.empty()) return;
  context_.problem(*node, "“" + std::string(key) + "”是空的：请至少写一项",
                   "'" + std::string(key) + "' is empty: it needs at least one item");
}

std::optional<std::string> MapReader::text(std::string_view key) {
  const YamlNode* node = optional(key);
  if (node == nullptr) return std::nullopt;
  if (node->kind == YamlNode::Kind::scalar) return node->text;
  context_.problem(*node, "“" + std::string(key) + "”应为一个文本，而非“" + written(*node) + "”",
                   "'" + std::string(key) + "' must be one text, not '" + written(*node) + "'");
  return std::nullopt;
}

std::optional<std::string> MapReader::required_text(std::string_view key) {
  return required(key) == nullptr ? std::nullopt : text(key);
}

std::optional<Date> MapReader::date(std::string_view key) {
  const YamlNode* node = optional(key);
  if (node == nullptr) return std::nullopt;
  const auto parsed = parse_date(written(*node));
  if (parsed) return *parsed;
  context_.problem(*node, parsed.error().message.zh, parsed.error().message.en);
  return std::nullopt;
}

bool MapReader::flag(std::string_view key) {
  const YamlNode* node = optional(key);
  if (node == nullptr || node->text == "false") return false;
  if (node->text != "true") {
    context_.problem(*node, "“" + std::string(key) + "”只能是 true 或 false",
                     "'" + std::string(key) + "' is either true or false");
  }
  return true;
}

Text MapReader::title(std::string_view key) {
  const YamlNode* node = required(key);
  if (node == nullptr) return {};
  MapReader names(*node, context_);
  Text title{names.required_text("zh").value_or(""), names.required_text("en").value_or("")};
  names.finish();
  return title;
}

std::optional<Text> MapReader::saying(std::string_view key) {
  const YamlNode* node = optional(key);
  if (node != nullptr && node->kind == YamlNode::Kind::map) return title(key);
  const auto said = text(key);
  return said ? std::optional(Text{*said, *said}) : std::nullopt;
}

std::vector<const YamlNode*> MapReader::list(std::string_view key) {
  const YamlNode* node = optional(key);
  std::vector<const YamlNode*> found;
  if (node == nullptr) return found;
  if (node->kind == YamlNode::Kind::scalar) return {node};
  if (node->kind != YamlNode::Kind::list) {
    context_.problem(*node, "“" + std::string(key) + "”应为列表：请写成 [甲, 乙]",
                     "'" + std::string(key) + "' must be a list: write [one, another]");
    return found;
  }
  for (const YamlNode& item : node->items) {
    if (item.kind == YamlNode::Kind::scalar) {
      found.push_back(&item);
    } else {
      context_.problem(item, "列表的每一项应为一个词，而非“" + written(item) + "”",
                       "each item of this list must be one word, not '" + written(item) + "'");
    }
  }
  return found;
}

std::vector<const YamlNode*> MapReader::rows(std::string_view key) {
  const YamlNode* node = optional(key);
  std::vector<const YamlNode*> found;
  if (node == nullptr) return found;
  if (node->kind != YamlNode::Kind::list) {
    context_.problem(*node, "“" + std::string(key) + "”应为行的列表：每行写成“- {键: 值}”",
                     "'" + std::string(key) + "' must be a list of rows: write each as '- {key: value}'");
    return found;
  }
  for (const YamlNode& item : node->items) {
    if (item.kind == YamlNode::Kind::map) {
      found.push_back(&item);
    } else {
      context_.problem(item, "“" + std::string(key) + "”的每一行应为映射：请写成“- {键: 值}”",
                       "each row of '" + std::string(key) + "' must be a mapping: write '- {key: value}'");
    }
  }
  return found;
}

void MapReader::finish() const {
  std::vector<std::string_view> missing = missing_;
  for (const auto& [key, value] : map_.entries) {
    if (std::ranges::find(asked_, key.text) != asked_.end()) continue;
    if (const std::string_view name = before_colon(key.text); std::erase(missing, name) != 0) {
      context_.problem(key, "“" + key.text + "”不是键：请用半角冒号，其后空一格，如“" + std::string(name) + ": …”",
                       "'" + key.text + "' is no key: write '" + std::string(name) + ": …', a plain colon and a space");
      continue;
    }
    std::erase(missing, nearest(key.text, asked_));
    const Text meant = did_you_mean(key.text, asked_, {"：请删去或改正", ": delete or correct it"});
    context_.problem(key, "未知的键“" + written(key) + "”" + meant.zh, "unknown key '" + written(key) + "'" + meant.en);
  }
  for (const std::string_view key : missing) {
    context_.problem(map_, "缺少“" + std::string(key) + "”：请补上", "'" + std::string(key) + "' is missing: add it");
  }
}

void report_unknown_word(const FileContext& context, const YamlNode& node, std::string_view allowed) {
  const auto words = split_words(allowed);
  const Text meant = did_you_mean(node.text, words);
  const std::string all(allowed);
  context.problem(node, "未知的词“" + written(node) + "”" + meant.zh + "（可用：" + all + "）",
                  "unknown word '" + written(node) + "'" + meant.en + " (allowed: " + all + ")");
}

}  // namespace yidan::policy
