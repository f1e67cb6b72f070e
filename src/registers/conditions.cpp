#include "registers/conditions.h"

#include <algorithm>

namespace yidan::registers {

using policy::FieldCondition;
using policy::RegisterDefinition;

const std::vector<std::string>& values_of(const View& view, std::string_view field) {
  const auto found = view.fields.find(field);
  static const std::vector<std::string> nothing;
  return found == view.fields.end() ? nothing : found->second;
}

bool is_such(const View& view, const std::vector<FieldCondition>& conditions) {
  return std::ranges::all_of(conditions, [&](const FieldCondition& each) {
    const auto& values = values_of(view, each.field);
    return std::ranges::any_of(
        values, [&](const auto& value) { return std::ranges::find(each.words, value) != each.words.end(); });
  });
}

bool stands(const RegisterDefinition& definition, const std::vector<std::string>& states, const View& view) {
  if (view.state == policy::kNotRegistered) return false;
  if (states.empty()) return !definition.is_final(view.state);
  return std::ranges::find(states, view.state) != states.end();
}

std::string list_of(const std::vector<std::string>& names, Language language) {
  std::string list;
  for (const std::string& each : names) list += (list.empty() ? "" : language == Language::zh ? "、" : ", ") + each;
  return list;
}

Text titles_of(const RegisterDefinition& definition, const std::vector<std::string>& fields) {
  std::vector<std::string> zh;
  std::vector<std::string> en;
  for (const std::string& each : fields) {
    const policy::FieldDefinition* field = definition.field(each);
    zh.push_back(field == nullptr ? each : field->title.zh);
    en.push_back(field == nullptr ? each : field->title.en);
  }
  return {list_of(zh, Language::zh), list_of(en, Language::en)};
}

}  // namespace yidan::registers
