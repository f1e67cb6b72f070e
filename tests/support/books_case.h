// A case of the books: requests of one or more persons, one after another, and what each must come to. The form is
// described in tests/cases/README.md; here it is read, and each step becomes a request of the contract.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/register_request.h"
#include "policy/parse/yaml.h"
#include "testing/files.h"
#include "tests/support/register_case.h"
#include "tests/support/request_text.h"
#include "tests/support/yaml_json.h"

namespace yidan::testing {

struct BooksStep {
  std::string at;         // "reversal.yaml:12", for messages
  std::string operation;  // of the request, or "drafts"
  YamlNode said;          // its content, with the shorthands written out
  std::string key;
  std::string pool;
  std::string person;
  std::string as_in_trial;  // the key of an earlier trial, or a digest
  YamlNode then;
};

struct BooksCase {
  std::string title;
  std::vector<std::string> clauses;
  std::vector<std::string> semantics;
  std::vector<BooksStep> steps;
};

// The request of a step; `trial` is the digest that it repeats, if it does.
inline std::string request_of(const BooksStep& step, const std::string& trial) {
  if (exchange::is_register_act(step.operation)) {
    return request_of(RegisterStep{.act = step.operation, .said = step.said, .pool = step.pool}, step.key, 1);
  }
  return request_text({step.key, step.pool, step.person, step.operation}, [&](json::Writer& json) {
    if (step.operation == "reverse") {  // of an encounter, or of a request: it names which
      for (const auto& [name, value] : step.said.entries) json.text(name.text, value.text);
    } else {
      const bool bill = step.operation == "settle" || step.operation == "trial" || step.operation == "correct";
      const std::string member = bill                         ? "encounter"
                                 : step.operation == "record" ? "events"
                                 : step.operation == "grant"  ? "application"
                                                              : step.operation;
      json.key(member);
      write_json(step.said, member, json);
    }
    if (!trial.empty()) json.text("as_in_trial", trial);
  });
}

class BooksCaseReader {
 public:
  explicit BooksCaseReader(const std::filesystem::path& path) : name_(path.filename().string()) {
    policy::Problems problems;
    const YamlNode root = policy::parse_yaml(read_file(path), name_, problems);
    if (!problems.empty()) throw std::runtime_error(to_text(problems.sorted().front(), Language::en));
    for (const auto& [key, value] : root.entries) read(key, value);
    if (const YamlNode* steps = root.find("steps")) {
      for (const YamlNode& step : steps->items) read_step(step);
    }
  }

  [[nodiscard]] BooksCase take() && { return std::move(case_); }

 private:
  [[noreturn]] void refuse(const YamlNode& node, const std::string& what) const {
    throw std::runtime_error(place(node) + ": " + what);
  }
  [[nodiscard]] std::string place(const YamlNode& node) const { return name_ + ":" + std::to_string(node.line); }

  static std::vector<std::string> words(const YamlNode& list) {
    std::vector<std::string> words;
    for (const YamlNode& word : list.items) words.push_back(word.text);
    return words;
  }

  void read(const YamlNode& key, const YamlNode& value) {
    if (key.text == "title") {
      case_.title = value.text;
    } else if (key.text == "clauses") {
      case_.clauses = words(value);
    } else if (key.text == "semantics") {
      case_.semantics = words(value);
    } else if (key.text == "pool") {
      pool_ = value.text;
    } else if (key.text == "person") {
      person_ = value.text;
    } else if (key.text == "providers") {
      providers_ = value;
    } else if (key.text != "why" && key.text != "steps") {
      refuse(key, "unknown key '" + key.text +
                      "': a case of the books has title, semantics, clauses, why, pool, person, providers, steps");
    }
  }

  void read_step(const YamlNode& node) {
    BooksStep step{.at = place(node),
                   .operation = {},
                   .said = {},
                   .key = "k" + std::to_string(case_.steps.size() + 1),
                   .pool = pool_,
                   .person = person_,
                   .as_in_trial = {},
                   .then = {}};
    for (const auto& [key, value] : node.entries) {
      if (key.text == "key") {
        step.key = value.text;
      } else if (key.text == "pool") {
        step.pool = value.text;
      } else if (key.text == "person") {
        step.person = value.text;
      } else if (key.text == "as_in_trial") {
        step.as_in_trial = value.text;
      } else if (key.text == "then") {
        step.then = value;
      } else if (step.operation.empty()) {
        step.operation = key.text;
        step.said = written_out(key.text, value);
      } else {
        refuse(key, "a second request '" + key.text + "' in the step of '" + step.operation + "'");
      }
    }
    if (step.operation.empty()) refuse(node, "a step without a request");
    case_.steps.push_back(std::move(step));
  }

  // An encounter names its provider, and one line of class A by its amount.
  [[nodiscard]] YamlNode written_out(std::string_view operation, const YamlNode& node) const {
    static constexpr std::array<std::string_view, 3> of_encounters{"settle", "trial", "correct"};
    YamlNode said = node;
    if (std::ranges::find(of_encounters, operation) == of_encounters.end()) return said;
    for (auto& [key, value] : said.entries) {
      if (key.text == "provider" && value.kind == YamlNode::Kind::scalar) {
        const YamlNode* provider = providers_.find(value.text);
        if (provider == nullptr) refuse(value, "no provider '" + value.text + "' in providers");
        const YamlNode id = value;
        value = *provider;
        value.entries.insert(value.entries.begin(), {text_node("id"), id});
      } else if (key.text == "amount") {
        key.text = "lines";
        YamlNode line{.kind = YamlNode::Kind::map};
        line.entries = {{text_node("class"), text_node("A")}, {text_node("amount"), value}};
        value = YamlNode{.kind = YamlNode::Kind::list};
        value.items = {line};
      }
    }
    return said;
  }
  static YamlNode text_node(std::string text) { return {.kind = YamlNode::Kind::scalar, .text = std::move(text)}; }

  std::string name_;
  std::string pool_;
  std::string person_;
  YamlNode providers_;
  BooksCase case_;
};

inline BooksCase read_books_case(const std::filesystem::path& path) { return BooksCaseReader(path).take(); }

}  // namespace yidan::testing
