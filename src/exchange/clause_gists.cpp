#include "exchange/clause_gists.h"

#include <algorithm>
#include <cctype>

#include "exchange/display.h"

namespace yidan::exchange {
namespace {

constexpr std::size_t kIndent = 5;

bool is_of_an_id(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.'; }

}  // namespace

std::set<std::string_view> clauses_named_in(std::string_view text, const policy::ClauseRegister& clauses) {
  std::set<std::string_view> named;
  while (!text.empty()) {
    const auto start = std::ranges::find_if(text, is_of_an_id);
    text.remove_prefix(static_cast<std::size_t>(start - text.begin()));
    const auto end = std::ranges::find_if_not(text, is_of_an_id);
    const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    if (const auto found = clauses.find(word); found != clauses.end()) named.insert(found->first);
    text.remove_prefix(word.size());
  }
  return named;
}

std::string describe_clauses(std::string_view page, const policy::ClauseRegister& clauses, Language language) {
  const auto named = clauses_named_in(page, clauses);
  if (named.empty()) return {};
  std::string text = language == Language::zh ? "条款大意：\n" : "what the clauses say:\n";
  std::size_t widest = 0;
  for (const std::string_view id : named) widest = std::max(widest, id.size());
  for (const std::string_view id : named) {
    const policy::Clause& clause = clauses.find(id)->second;
    std::string start = std::string(kIndent, ' ') + left_aligned(id, widest + 2);
    for (const std::string& line : wrapped(clause.gist.in(language), kPageColumns - start.size())) {
      text += start + line + "\n";
      start.assign(start.size(), ' ');
    }
  }
  return text + "\n";
}

}  // namespace yidan::exchange
