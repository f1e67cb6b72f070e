// Reads the fields of one YAML mapping: each is asked for by name, and what was not asked for is an unknown key.
//
// Every complaint goes to the collected problems with its file, line and column; a getter that fails returns nothing
// and the reading goes on, so that one run finds everything.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "policy/parse/yaml.h"
#include "policy/register.h"
#include "terms/terms.h"

namespace yidan::policy {

// What reading a file needs to know: its name, where problems go, the vocabulary of citations.
struct FileContext {
  std::string file;
  Problems& problems;
  const ClauseRegister& clauses;  // empty: could not be read, citations are not checked
  bool knows_groups = true;       // false: the groups could not be read, identities are not checked
  Judging judging = Judging::now;

  [[nodiscard]] Position at(const YamlNode& node) const { return {file, node.line, node.column}; }
  void problem(const YamlNode& node, std::string zh, std::string en) const {
    problems.add(at(node), std::move(zh), std::move(en));
  }
};

class MapReader {
 public:
  MapReader(const YamlNode& map, const FileContext& context);

  [[nodiscard]] const FileContext& context() const { return context_; }
  [[nodiscard]] Position at() const { return context_.at(map_); }
  [[nodiscard]] const YamlNode& node() const { return map_; }

  // The value of a key, or null; a required key that is absent is a problem, which finish() reports.
  const YamlNode* optional(std::string_view key);
  const YamlNode* required(std::string_view key);
  // Whether a key that is there was probably meant to be this one; finish() says so.
  [[nodiscard]] bool misspells(std::string_view key) const;
  // Complains when the key is absent or its list empty.
  void demand(std::string_view key);

  std::optional<std::string> text(std::string_view key);
  std::optional<std::string> required_text(std::string_view key);
  std::optional<Date> date(std::string_view key);
  bool flag(std::string_view key);
  // {zh: …, en: …}
  Text title(std::string_view key);
  // The same, or one text for both languages.
  std::optional<Text> saying(std::string_view key);
  // A list of scalars; a lone scalar counts as a list of one.
  std::vector<const YamlNode*> list(std::string_view key);
  // The mappings of a list; whatever else stands there is a problem.
  std::vector<const YamlNode*> rows(std::string_view key);

  template <class E>
  std::optional<E> word(std::string_view key);
  template <class E>
  WordSet<E> words(std::string_view key);
  // At least one of them.
  template <class E>
  WordSet<E> required_words(std::string_view key);

  // Complains about every key that was not asked for and every required one that is absent; about both in one sentence
  // where one is written like the other. REQUIRES: called last.
  void finish() const;

 private:
  const YamlNode& map_;
  const FileContext& context_;
  std::vector<std::string_view> asked_;
  std::vector<std::string_view> missing_;
};

// Reports that `node` holds none of the allowed words, with the nearest of them.
void report_unknown_word(const FileContext& context, const YamlNode& node, std::string_view allowed);

template <class E>
std::optional<E> parse_scalar_word(const FileContext& context, const YamlNode& node) {
  const auto parsed = parse_word<E>(node.text);
  if (!parsed) report_unknown_word(context, node, codes_of<E>());
  return parsed;
}

template <class E>
std::optional<E> MapReader::word(std::string_view key) {
  const YamlNode* node = required(key);
  return node == nullptr ? std::nullopt : parse_scalar_word<E>(context_, *node);
}

template <class E>
WordSet<E> MapReader::required_words(std::string_view key) {
  demand(key);
  return words<E>(key);
}

template <class E>
WordSet<E> MapReader::words(std::string_view key) {
  WordSet<E> set;
  for (const YamlNode* node : list(key)) {
    if (const auto member = parse_scalar_word<E>(context_, *node)) set.insert(*member);
  }
  return set;
}

}  // namespace yidan::policy
