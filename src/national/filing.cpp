#include "national/filing.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/json_canonical.h"
#include "base/json_writer.h"

namespace yidan::national {
namespace {

struct FilingWords {
  std::string_view name;
  std::string_view list;
};
// By kind.
constexpr std::array<FilingWords, 3> kFilingWords{{{"referral", "residence"}, {"chronic", "diseases"}, {"chosen", ""}}};

// The facts of a list, each in canonical form.
std::vector<std::string> facts_in(std::string_view text, std::string_view list) {
  std::vector<std::string> facts;
  json::Document document;
  const auto parsed = document.parse(text);
  const json::Value* person = parsed ? json::find(**parsed, "person") : nullptr;
  const json::Value* found = person == nullptr ? nullptr : json::find(*person, list);
  if (found == nullptr) return facts;
  for (const json::Value& each : found->items()) facts.push_back(json::canonical(each));
  return facts;
}

std::string array_of(const std::vector<std::string>& facts) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_array();
  for (const std::string& each : facts) {
    json.value();
    text += each;
  }
  json.end_array();
  return text;
}

}  // namespace

std::string_view name_of(FilingKind kind) { return kFilingWords.at(static_cast<std::size_t>(kind)).name; }
std::string_view list_of(FilingKind kind) { return kFilingWords.at(static_cast<std::size_t>(kind)).list; }

std::string text_of(const KeptFiling& filing) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("kind", name_of(filing.kind));
  json.text("institution", filing.institution);
  json.text("person", filing.person);
  json.text("fact", filing.fact);
  json.text("from", to_text(filing.from));
  json.key("taken_back");
  json.boolean(filing.is_taken_back);
  json.text("reason", filing.reason);
  json.end_object();
  return text;
}

Result<KeptFiling> read_filing(std::string_view text) {
  json::Document document;
  const auto parsed = document.parse(text);
  const auto from = parsed ? parse_date(json::text_in(**parsed, "from")) : std::unexpected(Error{});
  if (!from) {
    return std::unexpected(
        Error{ErrorCode::damaged, {"备案记录无法读出", "the record of a filing cannot be read"}, {}});
  }
  const json::Value& value = **parsed;
  KeptFiling filing{.institution = std::string(json::text_in(value, "institution")),
                    .person = std::string(json::text_in(value, "person")),
                    .fact = std::string(json::text_in(value, "fact")),
                    .from = *from,
                    .reason = std::string(json::text_in(value, "reason"))};
  for (std::size_t i = 0; i < kFilingWords.size(); ++i) {
    if (kFilingWords[i].name == json::text_in(value, "kind")) filing.kind = static_cast<FilingKind>(i);
  }
  const json::Value* taken_back = json::find(value, "taken_back");
  filing.is_taken_back = taken_back != nullptr && taken_back->truth;
  return filing;
}

std::string list_with(std::string_view facts, std::string_view list, std::string_view fact) {
  std::vector<std::string> all = facts_in(facts, list);
  all.emplace_back(fact);
  return array_of(all);
}

Result<std::string> list_without(std::string_view facts, std::string_view list, std::string_view fact) {
  std::vector<std::string> all = facts_in(facts, list);
  const auto found = std::ranges::find(all, fact);
  if (found == all.end()) {
    return std::unexpected(
        Error{ErrorCode::not_found,
              {"备案已由经办机构改动：请与经办机构核对", "the agency has changed what was filed: ask the agency"},
              {}});
  }
  all.erase(found);
  return array_of(all);
}

}  // namespace yidan::national
