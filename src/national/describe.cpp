#include "national/describe.h"

#include "base/json_writer.h"
#include "national/dictionaries.h"
#include "national/envelope_fields.h"
#include "national/statement_fields.h"
#include "national/transactions.h"

namespace yidan::national {
namespace {

std::string_view mark_code(Mark mark) {
  switch (mark) {
    case Mark::agreed:
      return "agreed";
    case Mark::stated:
      return "stated";
    case Mark::recalled:
      return "recalled";
    case Mark::inferred:
      return "inferred";
  }
  return "inferred";
}

// "C 30", "N 16,2", "D", "DT".
std::string type_of(const Field& field) {
  const std::string size = std::to_string(field.size);
  switch (field.kind) {
    case Kind::number:
      return "N " + size + (field.places == 0 ? "" : "," + std::to_string(field.places));
    case Kind::day:
      return "D";
    case Kind::instant:
      return "DT";
    default:
      return field.size == 0 ? "C" : "C " + size;
  }
}

void write_fields(json::Writer& json, std::span<const Field> fields) {
  json.key("fields");
  json.begin_array();
  for (const Field& each : fields) {
    json.begin_object();
    json.text("name", each.name);
    json.text("zh", each.zh);
    json.text("en", each.en);
    json.text("type", type_of(each));
    json.key("required");
    json.boolean(each.required);
    if (!each.dictionary.empty()) json.text("dictionary", each.dictionary);
    json.text("known", mark_code(each.mark));
    json.end_object();
  }
  json.end_array();
}

void write_nodes(json::Writer& json, std::string_view name, std::span<const Node> nodes) {
  json.key(name);
  json.begin_array();
  for (const Node& each : nodes) {
    json.begin_object();
    json.text("node", each.name);
    json.key("list");
    json.boolean(each.list);
    json.key("required");
    json.boolean(each.required);
    write_fields(json, each.fields);
    json.end_object();
  }
  json.end_array();
}

void write_transaction(json::Writer& json, const Transaction& transaction) {
  json.begin_object();
  json.text("infno", transaction.number);
  json.text("zh", transaction.zh);
  json.text("en", transaction.en);
  write_nodes(json, "takes", transaction.takes);
  write_nodes(json, "gives", transaction.gives);
  json.end_object();
}

void write_file(json::Writer& json, std::string_view name, std::span<const Field> columns) {
  json.begin_object();
  json.text("file", name);
  write_fields(json, columns);
  json.end_object();
}

void write_dictionary(json::Writer& json, const Dictionary& dictionary) {
  json.begin_object();
  json.text("name", dictionary.name);
  json.text("zh", dictionary.zh);
  json.key("codes");
  json.begin_array();
  for (const Code& each : dictionary.codes) {
    json.begin_object();
    json.text("code", each.code);
    json.text("zh", each.zh);
    json.text("known", mark_code(each.mark));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::string description() {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.national/1");
  json.key("envelope");
  json.begin_object();
  write_fields(json, kRequestFields);
  json.end_object();
  json.key("answer");
  json.begin_object();
  write_fields(json, kResponseFields);
  json.end_object();
  json.key("transactions");
  json.begin_array();
  for (const Transaction& each : transactions()) write_transaction(json, each);
  json.end_array();
  json.key("files");
  json.begin_array();
  write_file(json, "statement", kStatementFile);
  write_file(json, "result", kResultFile);
  json.end_array();
  json.key("dictionaries");
  json.begin_array();
  for (const Dictionary& each : kDictionaries) write_dictionary(json, each);
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace yidan::national
