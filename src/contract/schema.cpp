#include "contract/schema.h"

#include <algorithm>

#include "contract/formats.h"
#include "contract/parts.h"

namespace yidan::contract {
namespace {

// Patterns end so: some readers of schemas let `$` stand before a last line end, too.
std::string whole(std::string_view pattern) { return "^" + std::string(pattern) + "$(?!\\n)"; }

constexpr std::string_view kYearPattern = "(?:19|2[01])[0-9]{2}";

std::string day_pattern() {
  return "(?:" + std::string(kYearPattern) +
         "-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
         "|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:(?:19|2[01])(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)";
}
std::string month_pattern() { return std::string(kYearPattern) + "-(?:0[1-9]|1[0-2])"; }

// The pattern of a kind that is text; empty when any text will do.
std::string pattern_of(const Field& field) {
  switch (field.kind) {
    case Kind::id:
      return "[^\\u0000-\\u001f\\u007f-\\u009f]+";
    case Kind::number_of_person:
      return "(?!(?:[0-9]{10,16}|[0-9]{18,})[0-9Xx]$)(?![0-9]+[Ee]1[0-9]$)[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?";
    case Kind::money:
      return "[0-9]+(?:\\.[0-9]{1,2})?";
    case Kind::signed_money:
      return "-?[0-9]+\\.[0-9]{2}";
    case Kind::rate:
      return "0*(?:100(?:\\.0{1,4})?|[0-9]{1,2}(?:\\.[0-9]{1,4})?)%";
    case Kind::decimal:
      return "[0-9]+(?:\\.[0-9]{1," + std::to_string(field.places) + "})?";
    case Kind::day:
    case Kind::end:
      return day_pattern();
    case Kind::month:
      return month_pattern();
    case Kind::month_or_day:
      return "(?:" + day_pattern() + "|" + month_pattern() + ")";
    case Kind::year_or_month:
      return std::string(kYearPattern) + "(?:-(?:0[1-9]|1[0-2]))?";
    case Kind::region:
      return "[1-9][0-9]{5}";
    default:
      return {};
  }
}

// What a pattern cannot say.
Gist limit_of(const Field& field) {
  switch (field.kind) {
    case Kind::number_of_person:
      return {"公民身份号码 18 位；其他证件只用字母、数字和连字符",
              "a citizen's number of 18 digits; of other certificates letters, digits and hyphens"};
    case Kind::money:
      return {"元，文本，至多 92233720368547758.07", "yuan as text, at most 92233720368547758.07"};
    case Kind::number:
    case Kind::count:
      return {"不带小数点和指数", "written without point and exponent"};
    default:
      return {};
  }
}

std::string both(Gist gist) { return std::string(gist.zh) + " / " + std::string(gist.en); }

class SchemaWriter {
 public:
  SchemaWriter(json::Writer& json, const Parts& parts, SchemaPlace place) : json_(json), parts_(parts), place_(place) {}

  void reference(const Object& object) {
    const std::string& name = parts_.name_of(object);
    if (place_ == SchemaPlace::components) return json_.text("$ref", "#/components/schemas/" + component_name(name));
    // A JSON pointer writes a slash in a name as "~1".
    std::string escaped;
    for (const char c : name) escaped += c == '/' ? std::string("~1") : std::string(1, c);
    json_.text("$ref", "#/$defs/" + escaped);
  }

  void one_of(std::span<const Object* const> objects) {
    json_.key("oneOf");
    json_.begin_array();
    for (const Object* each : objects) {
      json_.begin_object();
      reference(*each);
      json_.end_object();
    }
    json_.end_array();
  }

  void write(const Object& object) {
    json_.begin_object();
    json_.text("title", both(object.gist));
    if (!object.rules.empty()) {
      std::string rules;
      for (const Gist& rule : object.rules) rules += (rules.empty() ? "" : "; ") + both(rule);
      json_.text("description", rules);
    }
    json_.text("type", "object");
    json_.key("properties");
    json_.begin_object();
    for (const Field& field : object.fields) {
      json_.key(field.name);
      json_.begin_object();
      write(field, object.closed && field.presence != Presence::required);
      json_.end_object();
    }
    json_.end_object();
    write_required(object);
    if (object.closed) close();
    json_.end_object();
  }

  // A value of the field alone.
  void write_alone(const Field& field) { write_value(field, false); }

 private:
  // No other members but "x-…".
  void close() {
    json_.key("patternProperties");
    json_.begin_object();
    json_.key("^x-");
    json_.boolean(true);
    json_.end_object();
    json_.key("additionalProperties");
    json_.boolean(false);
  }

  void write_required(const Object& object) {
    if (std::ranges::none_of(object.fields, [](const Field& f) { return f.presence == Presence::required; })) return;
    json_.key("required");
    json_.begin_array();
    for (const Field& field : object.fields) {
      if (field.presence == Presence::required) json_.string(field.name);
    }
    json_.end_array();
  }

  void write(const Field& field, bool nullable) {
    std::string said = both(field.gist);
    if (const Gist limit = limit_of(field); !limit.zh.empty()) said += " (" + both(limit) + ")";
    json_.text("description", said);
    if (!field.otherwise.empty()) {
      json_.key("default");
      json_.raw(field.otherwise);
    }
    if (field.list) {
      type("array", nullable);
      if (field.items > 0) {
        json_.key("minItems");
        json_.number(field.items);
      }
      json_.key("items");
      json_.begin_object();
      write_value(field, false);
      json_.end_object();
    } else {
      write_value(field, nullable);
    }
  }

  void type(std::string_view name, bool nullable) {
    json_.key("type");
    if (!nullable) return json_.string(name);
    json_.begin_array();
    json_.string(name);
    json_.string("null");
    json_.end_array();
  }

  void write_value(const Field& field, bool nullable) {
    switch (field.kind) {
      case Kind::constant:
      case Kind::word:
        return words(field.words, nullable);
      case Kind::flag:
        return type("boolean", nullable);
      case Kind::number:
        return number(field, nullable);
      case Kind::count:
        return count(field, nullable);
      case Kind::object:
      case Kind::variant:
        return within(field, nullable);
      case Kind::years:
        return years(nullable);
      case Kind::amounts:
        return amounts(nullable);
      case Kind::any:
        return;
      default:
        type("string", nullable);
        if (const std::string pattern = pattern_of(field); !pattern.empty()) json_.text("pattern", whole(pattern));
    }
  }

  void words(std::span<const Word> words, bool nullable) {
    json_.key("enum");
    json_.begin_array();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto same = [&](const Word& word) { return word.code == words[i].code; };
      if (std::ranges::none_of(words.first(i), same)) json_.string(words[i].code);
    }
    if (nullable) json_.raw("null");
    json_.end_array();
  }

  void number(const Field& field, bool nullable) {
    type("integer", nullable);
    json_.key("minimum");
    json_.number(field.least);
    if (field.most == INT64_MAX) return;
    json_.key("maximum");
    json_.number(field.most);
  }

  // The alternatives of a value, each written by a function.
  template <class... Write>
  void any_of(bool nullable, Write... write) {
    json_.key("anyOf");
    json_.begin_array();
    const auto one = [this](auto& each) {
      json_.begin_object();
      each();
      json_.end_object();
    };
    (one(write), ...);
    const auto null = [this] { type("null", false); };
    if (nullable) one(null);
    json_.end_array();
  }

  void count(const Field& field, bool nullable) {
    any_of(
        nullable, [&] { number(field, false); },
        [&] {
          type("string", false);
          json_.text("pattern", whole(field.digits));
        });
  }

  void within(const Field& field, bool nullable) {
    const auto one = [&] {
      if (field.object != nullptr) {
        reference(*field.object);
      } else {
        one_of(field.objects);
      }
    };
    if (!nullable) return one();
    any_of(true, one);
  }

  void amounts(bool nullable) {
    type("object", nullable);
    json_.key("additionalProperties");
    json_.begin_object();
    write_value({.name = {}, .kind = Kind::money}, nullable);
    json_.end_object();
  }

  void years(bool nullable) {
    type("object", nullable);
    json_.key("patternProperties");
    json_.begin_object();
    json_.key("^x-");
    json_.boolean(true);
    json_.key(whole(kYearPattern));
    json_.begin_object();
    type("object", true);
    json_.key("patternProperties");
    json_.begin_object();
    json_.key("^x-");
    json_.boolean(true);
    json_.key("^(?!x-)");
    json_.begin_object();
    write_value({.name = {}, .kind = Kind::money}, true);
    json_.end_object();
    json_.end_object();
    json_.end_object();
    json_.end_object();
    json_.key("additionalProperties");
    json_.boolean(false);
  }

  json::Writer& json_;
  const Parts& parts_;
  SchemaPlace place_;
};

}  // namespace

std::string component_name(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '/', '.');
  return text;
}

void write_schemas(json::Writer& json, const Parts& parts, SchemaPlace place) {
  for (const Part& part : parts.list()) {
    json.key(place == SchemaPlace::components ? component_name(part.name) : part.name);
    SchemaWriter(json, parts, place).write(*part.object);
  }
}

void write_reference(json::Writer& json, const Parts& parts, SchemaPlace place,
                     std::span<const Object* const> objects) {
  SchemaWriter writer(json, parts, place);
  if (objects.size() == 1) return writer.reference(*objects.front());
  writer.one_of(objects);
}

void write_schema(json::Writer& json, const Field& field) {
  const Parts none;
  json.begin_object();
  SchemaWriter(json, none, SchemaPlace::components).write_alone(field);
  json.end_object();
}

std::string schema_of(const Format& format) {
  Parts parts;
  parts.add(format);
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  json.begin_object();
  json.text("$schema", "https://json-schema.org/draft/2020-12/schema");
  json.text("$id", "urn:yidan:" + std::string(format.name));
  json.text("title", std::string(format.name));
  json.text("description", both(format.gist));
  write_reference(json, parts, SchemaPlace::definitions, format.objects);
  json.key("$defs");
  json.begin_object();
  write_schemas(json, parts, SchemaPlace::definitions);
  json.end_object();
  json.end_object();
  return out + "\n";
}

std::string all_schemas() {
  std::string out;
  json::Writer json(out, json::Writer::Style::compact);
  json.begin_object();
  for (const Format& format : formats()) {
    json.key(format.name);
    std::string schema = schema_of(format);
    schema.pop_back();
    json.raw(schema);
  }
  json.end_object();
  return out + "\n";
}

}  // namespace yidan::contract
