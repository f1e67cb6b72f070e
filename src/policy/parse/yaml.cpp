#include "policy/parse/yaml.h"

#include <optional>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "policy/parse/yaml_mistake.h"

namespace yidan::policy {
namespace {

constexpr std::size_t kDeepest = 16;

// YAML that is valid and yet refused.
struct Reason {
  std::string_view zh;
  std::string_view en;
};
constexpr Reason kNoAliases{"政策包不用锚点和别名：请直接写出其值",
                            "packs use no anchors and aliases: write the value itself here"};
constexpr Reason kTooDeep{"嵌套过深：请减少层次", "this is nested too deeply: packs need a few levels only"};

class Refusal final : public YAML::ParserException {
 public:
  Refusal(const YAML::Mark& at, const Reason& why) : YAML::ParserException(at, std::string(why.en)), reason(why) {}
  Reason reason;
};

// Builds the tree from the library's events. A node under construction is on the stack; in a map, keys and values
// alternate.
class TreeBuilder final : public YAML::EventHandler {
 public:
  YamlNode root;

  // An anchor is refused when all is read, because the alias that uses it is the better place to name.
  void finish() const {
    if (anchor_) throw Refusal(*anchor_, kNoAliases);
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    note_anchor(mark, anchor);
    add(node(YamlNode::Kind::null, mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { throw Refusal(mark, kNoAliases); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string& text) override {
    note_anchor(mark, anchor);
    YamlNode scalar = node(YamlNode::Kind::scalar, mark);
    scalar.text = text;
    add(std::move(scalar));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    note_anchor(mark, anchor);
    open(node(YamlNode::Kind::list, mark), mark);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    note_anchor(mark, anchor);
    open(node(YamlNode::Kind::map, mark), mark);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    bool has_key = false;
    YamlNode key;
  };

  void note_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0 && !anchor_) anchor_ = mark;
  }
  static YamlNode node(YamlNode::Kind kind, const YAML::Mark& mark) {
    YamlNode made;
    made.kind = kind;
    made.line = mark.line + 1;
    made.column = mark.column + 1;
    return made;
  }
  void open(YamlNode made, const YAML::Mark& mark) {
    if (stack_.size() >= kDeepest) throw Refusal(mark, kTooDeep);
    stack_.push_back({.node = std::move(made), .has_key = false, .key = {}});
  }
  void close() {
    YamlNode finished = std::move(stack_.back().node);
    stack_.pop_back();
    add(std::move(finished));
  }
  void add(YamlNode finished) {
    if (stack_.empty()) {
      root = std::move(finished);
      return;
    }
    Open& parent = stack_.back();
    if (parent.node.kind == YamlNode::Kind::list) {
      parent.node.items.push_back(std::move(finished));
    } else if (!parent.has_key) {
      parent.key = std::move(finished);
      parent.has_key = true;
    } else {
      parent.node.entries.push_back({std::move(parent.key), std::move(finished)});
      parent.has_key = false;
    }
  }

  std::vector<Open> stack_;
  std::optional<YAML::Mark> anchor_;
};

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

std::string written(const YamlNode& node) {
  std::string parts;
  for (const YamlNode& item : node.items) parts += (parts.empty() ? "" : ", ") + written(item);
  for (const auto& [key, value] : node.entries) {
    parts += (parts.empty() ? "" : ", ") + written(key) + ": " + written(value);
  }
  if (node.kind == YamlNode::Kind::list) return "[" + parts + "]";
  if (node.kind == YamlNode::Kind::map) return "{" + parts + "}";
  return node.text;
}

YamlNode parse_yaml(const std::string& text, const std::string& file, Problems& problems) {
  std::istringstream stream(text);
  TreeBuilder builder;
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    builder.finish();
    TreeBuilder second;
    if (parser.HandleNextDocument(second)) {
      problems.add({file, second.root.line, second.root.column}, "一个文件只能有一份 YAML 文档：请删去“---”之后的内容",
                   "a file holds one YAML document: delete what follows '---'");
    }
  } catch (const Refusal& refusal) {
    problems.add({file, refusal.mark.line + 1, refusal.mark.column + 1}, std::string(refusal.reason.zh),
                 std::string(refusal.reason.en));
    return {};
  } catch (const YAML::Exception& failure) {
    const Text mistake = yaml_mistake(text, failure.mark.line, failure.msg);
    problems.add({file, failure.mark.line + 1, failure.mark.column + 1}, "不是有效的 YAML：" + mistake.zh,
                 "not valid YAML: " + mistake.en);
    return {};
  }
  return std::move(builder.root);
}

}  // namespace yidan::policy
