// A case file: one situation in YAML, what is told and what must come of it. tests/cases/README.md has the forms; a
// case is told as a case of the contract ("case"), a standing as a record of events ("record").
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/json.h"
#include "exchange/session.h"
#include "policy/parse/yaml.h"
#include "testing/files.h"
#include "testing/packs.h"
#include "tests/support/yaml_json.h"

namespace yidan::testing {

struct CaseFile {
  std::string title;
  std::vector<std::string> clauses;
  std::string json;  // what is told, as the contract has it
  YamlNode expect;
};

// `told` is the member that holds what is told.
inline CaseFile read_case_file(const std::filesystem::path& path, std::string_view told = "case") {
  policy::Problems problems;
  const YamlNode root = policy::parse_yaml(read_file(path), path.filename().string(), problems);
  if (!problems.empty()) throw std::runtime_error(to_text(problems.sorted().front(), Language::en));
  CaseFile file;
  for (const auto& [key, value] : root.entries) {
    if (key.text == "title") {
      file.title = value.text;
    } else if (key.text == "clauses") {
      for (const YamlNode& clause : value.items) file.clauses.push_back(clause.text);
    } else if (key.text == told) {
      json::Writer writer(file.json, json::Writer::Style::compact);
      write_json(value, {}, writer);
    } else if (key.text == "expect") {
      file.expect = value;
    } else if (key.text != "why") {
      throw std::runtime_error(path.filename().string() + ":" + std::to_string(key.line) + ": unknown key '" +
                               key.text + "': a case file has title, clauses, why, " + std::string(told) + ", expect");
    }
  }
  return file;
}

inline std::string settle_text(std::string_view text, exchange::WriteOptions options = {}) {
  std::string out;
  exchange::Session(shipped_policy(), options, exchange::Form::json).settle(text, out);
  return out;
}

}  // namespace yidan::testing
