// A case of decisions: acts one after another, with requests about persons between them, and what each must come to.
// The form is described in tests/cases/README.md.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "policy/parse/yaml.h"
#include "policy/source.h"
#include "tests/support/audit_case.h"
#include "tests/support/request_text.h"
#include "tests/support/yaml_json.h"

namespace yidan::testing {

struct DecisionStep {
  std::string at;   // "RZ-2.1-b.yaml:12", for messages
  std::string act;  // "decide", "settle", "adopt" …
  YamlNode said;
  std::string key;
  std::string pool;
  YamlNode then;
};

struct DecisionCase {
  std::string title;
  std::vector<std::string> ids;  // of the rows that it proves
  std::vector<DecisionStep> steps;
};

// The files of a draft: each whole, or the shipped one with something else in the place of a text.
inline void write_draft(const YamlNode& changes, json::Writer& json) {
  policy::Source packs = shipped_packs();
  for (const YamlNode& change : changes.items) lay_over(packs, change);
  json.begin_object();
  for (const auto& [path, text] : packs.files) {
    const auto before = shipped_packs().files.find(path);
    if (before == shipped_packs().files.end() || before->second != text) json.text(path, text);
  }
  json.end_object();
}

// The request of a step. Beside what an act tells stands `decision`; beside what is told of a person, `of` whom.
inline std::string request_of(const DecisionStep& step) {
  static const std::map<std::string, std::string> members{
      {"decide", "decision"},     {"file", "filing"},      {"approve", "approval"}, {"activate", "activation"},
      {"withdraw", "withdrawal"}, {"settle", "encounter"}, {"facts", "facts"}};
  const auto member = members.find(step.act);
  if (member == members.end()) throw std::runtime_error(step.at + ": there is no act '" + step.act + "'");
  const bool of_person = step.act == "facts" || step.act == "settle";
  const std::string_view beside = of_person ? "of" : "decision";
  const YamlNode* named = step.said.find(beside);
  const std::string person = of_person && named != nullptr ? named->text : "";
  return request_text({step.key, step.pool, person, step.act}, [&](json::Writer& json) {
    if (!of_person && named != nullptr) json.text("decision", named->text);
    json.key(member->second);
    json.begin_object();
    for (const auto& [name, value] : step.said.entries) {
      if (name.text == beside) continue;
      json.key(name.text);
      if (name.text == "draft") {
        write_draft(value, json);
      } else {
        write_json(value, name.text, json);
      }
    }
    json.end_object();
  });
}

inline DecisionCase read_decision_case(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  policy::Problems problems;
  const YamlNode root = policy::parse_yaml(read_file(path), name, problems);
  if (!problems.empty()) throw std::runtime_error(to_text(problems.sorted().front(), Language::en));
  DecisionCase read{.title = text_at(root, "title")};
  if (const YamlNode* ids = root.find("ids")) {
    for (const YamlNode& id : ids->items) read.ids.push_back(id.text);
  }
  const std::string pool = text_at(root, "pool");
  const YamlNode* steps = root.find("steps");
  if (steps == nullptr) throw std::runtime_error(name + ": there are no steps");
  for (const YamlNode& node : steps->items) {
    DecisionStep step{
        .at = name + ":" + std::to_string(node.line), .key = "k" + std::to_string(read.steps.size() + 1), .pool = pool};
    for (const auto& [key, value] : node.entries) {
      if (key.text == "key") {
        step.key = value.text;
      } else if (key.text == "pool") {
        step.pool = value.text;
      } else if (key.text == "then") {
        step.then = value;
      } else {
        step.act = key.text;
        step.said = value;
      }
    }
    read.steps.push_back(std::move(step));
  }
  return read;
}

}  // namespace yidan::testing
