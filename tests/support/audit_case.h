// A case file of audits: changes that are laid over the shipped packs, and what an audit of them finds on some days.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "policy/load.h"
#include "policy/parse/yaml.h"
#include "testing/files.h"
#include "testing/packs.h"

namespace yidan::testing {

// One expectation: of the audit of a pool on a day, for one bound.
struct ExpectedFinding {
  std::string pool;
  std::string on;
  std::string id;
  std::map<std::string, std::string> members;  // "grade": "violation", "says": a part of the sentence
};

struct AuditCase {
  std::string name;
  std::string title;
  std::vector<ExpectedFinding> expected;
  std::shared_ptr<const policy::Policy> policy;
  audit::Experience experience;
};

inline std::string text_at(const policy::YamlNode& node, std::string_view key) {
  const policy::YamlNode* found = node.find(key);
  return found == nullptr ? std::string() : found->text;
}

// Writes the whole file, or something else in the place of each text that stands there.
inline void lay_over(policy::Source& packs, const policy::YamlNode& change) {
  const std::string file = text_at(change, "file");
  if (change.find("delete") != nullptr) {
    if (packs.files.erase(file) == 0) throw std::runtime_error("no file " + file);
    return;
  }
  if (change.find("content") != nullptr) {
    packs.files[file] = text_at(change, "content");
    return;
  }
  const auto found = packs.files.find(file);
  if (found == packs.files.end()) throw std::runtime_error("no file " + file);
  const std::string old = text_at(change, "instead_of");
  const std::string text = text_at(change, "write");
  std::size_t at = found->second.find(old);
  if (old.empty() || at == std::string::npos) throw std::runtime_error(file + " has no " + old);
  for (; at != std::string::npos; at = found->second.find(old, at + text.size())) {
    found->second.replace(at, old.size(), text);
  }
}

inline void read_bill(const policy::YamlNode& bill, audit::Experience& experience) {
  const auto money = [&](std::string_view key) { return parse_money(text_at(bill, key)).value(); };
  const std::string level = text_at(bill, "level");
  experience.add(text_at(bill, "benefit"), std::stoi(text_at(bill, "year")),
                 {level.empty() ? 0 : std::stoi(level), text_at(bill, "status") == "retired"}, money("base"),
                 money("paid"));
}

inline void read_expected(const policy::YamlNode& audit, AuditCase& into) {
  const policy::YamlNode* list = audit.find("expect");
  if (list == nullptr) throw std::runtime_error(into.name + ": an audit expects something");
  for (const policy::YamlNode& item : list->items) {
    ExpectedFinding expected{.pool = text_at(audit, "pool"), .on = text_at(audit, "on"), .id = text_at(item, "id")};
    for (const auto& [key, value] : item.entries) {
      if (key.text != "id") expected.members[key.text] = value.text;
    }
    into.expected.push_back(std::move(expected));
  }
}

inline AuditCase read_audit_case(const std::filesystem::path& path) {
  policy::Problems problems;
  const policy::YamlNode root = policy::parse_yaml(read_file(path), path.filename().string(), problems);
  if (!problems.empty()) throw std::runtime_error(to_text(problems.sorted().front(), Language::en));
  AuditCase read{.name = path.stem().string(), .title = text_at(root, "title")};
  policy::Source packs = shipped_packs();
  if (const auto* changes = root.find("changes")) {
    for (const policy::YamlNode& change : changes->items) lay_over(packs, change);
  }
  auto compiled = policy::load_policy(packs);
  if (!compiled) throw std::runtime_error(read.name + ": " + to_text(compiled.error().front(), Language::en));
  read.policy = std::make_shared<const policy::Policy>(std::move(*compiled));
  if (const auto* bills = root.find("bills")) {
    for (const policy::YamlNode& bill : bills->items) read_bill(bill, read.experience);
  }
  const auto* audits = root.find("audits");
  if (audits == nullptr) throw std::runtime_error(read.name + ": there are no audits");
  for (const policy::YamlNode& audit : audits->items) read_expected(audit, read);
  return read;
}

}  // namespace yidan::testing
