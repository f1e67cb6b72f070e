#include <algorithm>
#include <set>

#include "contract/formats.h"
#include "contract/parts.h"

namespace yidan::contract {
namespace {

std::string kind_of(const Field& field) {
  switch (field.kind) {
    case Kind::constant:
    case Kind::word:
      return "word";
    case Kind::id:
      return "id";
    case Kind::number_of_person:
      return "person's number";
    case Kind::text:
      return "text";
    case Kind::flag:
      return "true, false";
    case Kind::number:
      return field.most == INT64_MAX ? "number" : std::to_string(field.least) + " … " + std::to_string(field.most);
    case Kind::count:
      return std::to_string(field.least) + " … " + std::to_string(field.most) + ", or in quotes";
    case Kind::money:
    case Kind::signed_money:
      return "yuan";
    case Kind::rate:
      return "per cent";
    case Kind::decimal:
      return "number in quotes, " + std::to_string(field.places) + " decimals";
    case Kind::day:
    case Kind::end:
      return "day";
    case Kind::month:
      return "month";
    case Kind::month_or_day:
      return "month, or a day of it";
    case Kind::year_or_month:
      return "year or month";
    case Kind::instant:
      return "instant";
    case Kind::region:
      return "region";
    case Kind::years:
      return "year → counter → yuan";
    case Kind::amounts:
      return "name → yuan";
    case Kind::object:
    case Kind::variant:
    case Kind::any:
      break;
  }
  return "any";
}

class Page {
 public:
  std::string write() {
    for (const Format& format : formats()) parts_.add(format);
    for (const Part& part : parts_.list()) write(part);
    return std::move(out_);
  }

 private:
  void write(const Part& part) {
    const Object& object = *part.object;
    out_ += "### `" + part.name + "`\n\n" + both(object.gist) + "\n\n";
    if (!object.fields.empty()) out_ += "| member | is | must | 含义 meaning |\n|---|---|---|---|\n";
    for (const Field& field : object.fields) write(field);
    if (!object.fields.empty()) out_ += "\n";
    for (const Gist& rule : object.rules) out_ += "- " + both(rule) + "\n";
    if (!object.rules.empty()) out_ += "\n";
  }

  static std::string both(Gist gist) { return std::string(gist.zh) + " " + std::string(gist.en); }

  void write(const Field& field) {
    std::string kind = field.object != nullptr ? link(*field.object) : kind_of(field);
    if (!field.objects.empty()) {
      kind.clear();
      for (const Object* each : field.objects) kind += (kind.empty() ? "" : ", ") + link(*each);
    }
    if (field.list) kind = "list of " + kind;
    out_ += "| `" + std::string(field.name) + "` | " + kind + " | " + presence(field) + " | " + both(field.gist);
    if (!field.words.empty()) out_ += ": " + words(field.words);
    out_ += " |\n";
  }

  std::string link(const Object& object) const {
    std::string anchor;
    for (const char c : parts_.name_of(object)) {
      if (c != '.' && c != '/') anchor += c;
    }
    return "[" + parts_.name_of(object) + "](#" + anchor + ")";
  }

  static std::string presence(const Field& field) {
    if (field.presence == Presence::required) return "●";
    if (field.presence == Presence::depends) return "○";
    return field.otherwise.empty() ? "" : "`" + std::string(field.otherwise) + "`";
  }

  static std::string words(std::span<const Word> words) {
    std::string list;
    std::set<std::string_view> said;
    for (const Word& word : words) {
      if (!said.insert(word.code).second) continue;
      list += (list.empty() ? "`" : ", `") + std::string(word.code) + "`";
      if (!word.zh.empty()) list += " " + std::string(word.zh);
    }
    return list;
  }

  std::string out_;
  Parts parts_;
};

}  // namespace

std::string reference() { return Page().write(); }

std::string dictionary_of(const Format& format) {
  Parts parts;
  parts.add(format);
  std::set<std::string_view> texts;
  for (const Part& part : parts.list()) {
    for (const Field& field : part.object->fields) {
      texts.insert(field.name);
      for (const Word& word : field.words) texts.insert(word.code);
    }
  }
  std::string out =
      "# The names and words of " + std::string(format.name) + ": made by `yidan schema --as dictionary`.\n";
  for (const std::string_view text : texts) out += "\"\\\"" + std::string(text) + "\\\"\"\n";
  return out;
}

}  // namespace yidan::contract
