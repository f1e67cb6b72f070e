// A case of registers: acts on entries one after another, with looks at entries, lists and checks between them. The
// form is described in tests/cases/README.md.
#pragma once

#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "policy/parse/yaml.h"
#include "testing/files.h"
#include "tests/support/audit_case.h"
#include "tests/support/request_text.h"
#include "tests/support/yaml_json.h"

namespace yidan::testing {

struct RegisterStep {
  std::string at;   // "institutions.yaml:12", for messages
  std::string act;  // "open", "amend", "move", "look"; of a person "facts", "settle", "trial", "correct", "reverse"
  YamlNode said;
  YamlNode then;
  std::string pool;
};

struct RegisterCase {
  std::string title;
  std::vector<std::string> clauses;
  std::vector<std::string> proves;  // checks: "agreement/accepted-at-once"
  std::vector<RegisterStep> steps;
};

// "E{1..997}" as the numbered values that it stands for; any other text as it is.
inline std::vector<std::string> series_of(const std::string& text) {
  const std::size_t open = text.find('{');
  const std::size_t dots = text.find("..");
  const std::size_t close = text.find('}');
  if (open == std::string::npos || dots == std::string::npos || close == std::string::npos) return {text};
  std::vector<std::string> values;
  const int last = std::stoi(text.substr(dots + 2));
  for (int n = std::stoi(text.substr(open + 1)); n <= last; ++n) {
    values.push_back(text.substr(0, open) + std::to_string(n) + text.substr(close + 1));
  }
  return values;
}

inline bool is_of_person(const std::string& act) {
  static const std::set<std::string, std::less<>> acts{"facts", "settle", "trial", "correct", "reverse"};
  return acts.contains(act);
}

// The request about a person that a step stands for: an encounter may have one `amount`, which is a line of class A.
inline std::string person_request_of(const RegisterStep& step, const std::string& key, int n) {
  std::string person;
  YamlNode rest = step.said;
  std::erase_if(rest.entries, [&](const policy::YamlEntry& entry) {
    if (entry.key.text == "person") person = entry.value.text;
    return entry.key.text == "person" || entry.key.text == "times";
  });
  std::string text = request_text({key, step.pool, person, step.act}, [&](json::Writer& json) {
    if (step.act == "reverse") {
      for (const auto& [name, value] : rest.entries) json.text(name.text, value.text);
      return;
    }
    json.key(step.act == "facts" ? "facts" : "encounter");
    json.begin_object();
    if (step.act == "facts") json.key("person");
    if (step.act == "facts") json.begin_object();
    for (const auto& [name, value] : rest.entries) {
      if (name.text != "amount") {
        json.key(name.text);
        write_json(value, name.text, json);
        continue;
      }
      json.key("lines");
      json.raw(R"([{"class":"A","amount":")" + value.text + R"("}])");
    }
    if (step.act == "facts") json.end_object();
    json.end_object();
  });
  for (std::size_t mark = text.find("{n}"); mark != std::string::npos; mark = text.find("{n}")) {
    text.replace(mark, 3, std::to_string(n));
  }
  return text;
}

// The request of a step for its n-th time: "{n}" in its values is the number.
inline std::string request_of(const RegisterStep& step, const std::string& key, int n) {
  const auto numbered = [n](std::string text) {
    const std::size_t mark = text.find("{n}");
    return mark == std::string::npos ? text : text.replace(mark, 3, std::to_string(n));
  };
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.request/1");
  json.text("key", key);
  json.text("pool", step.pool);
  json.text("do", step.act);
  for (const auto& [name, value] : step.said.entries) {
    if (name.text == "times") continue;
    if (name.text != "fields") {
      json.text(name.text, numbered(value.text));
      continue;
    }
    json.key("fields");
    json.begin_object();
    for (const auto& [field, values] : value.entries) {
      json.key(field.text);
      if (values.kind == YamlNode::Kind::list) {
        json.begin_array();
        for (const YamlNode& each : values.items) {
          for (const std::string& one : series_of(each.text)) json.string(numbered(one));
        }
        json.end_array();
      } else if (values.kind == YamlNode::Kind::null) {
        json.raw("null");
      } else {
        json.string(numbered(values.text));
      }
    }
    json.end_object();
  }
  json.end_object();
  return text;
}

inline RegisterCase read_register_case(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  policy::Problems problems;
  const YamlNode root = policy::parse_yaml(read_file(path), name, problems);
  if (!problems.empty()) throw std::runtime_error(to_text(problems.sorted().front(), Language::en));
  RegisterCase read{.title = text_at(root, "title")};
  for (const auto& [list, into] : {std::pair{"clauses", &read.clauses}, std::pair{"proves", &read.proves}}) {
    if (const YamlNode* ids = root.find(list)) {
      for (const YamlNode& id : ids->items) into->push_back(id.text);
    }
  }
  const std::string pool = text_at(root, "pool");
  const YamlNode* steps = root.find("steps");
  if (steps == nullptr) throw std::runtime_error(name + ": there are no steps");
  for (const YamlNode& node : steps->items) {
    RegisterStep step{.at = name + ":" + std::to_string(node.line), .pool = pool};
    for (const auto& [key, value] : node.entries) {
      if (key.text == "then") {
        step.then = value;
      } else if (key.text == "pool") {
        step.pool = value.text;
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
