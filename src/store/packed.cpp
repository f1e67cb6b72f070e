#include "store/packed.h"

#include <charconv>

#include "base/json.h"
#include "base/json_writer.h"

namespace yidan::store {
namespace {

std::optional<std::int64_t> integer(const json::Value& value) {
  std::int64_t number = 0;
  const char* start = value.text.data();
  const char* end = start + value.text.size();
  if (value.kind != json::Kind::number) return std::nullopt;
  const auto [read_to, fault] = std::from_chars(start, end, number);
  if (read_to != end || fault != std::errc{}) return std::nullopt;
  return number;
}

// The rows of a list of lists, each with so many members of which all but the last are text, the last a number.
template <class T, class Make>
std::optional<std::vector<T>> rows_of(std::string_view text, std::size_t members, const Make& make) {
  std::vector<T> rows;
  if (text.empty()) return rows;
  thread_local json::Document document;
  const auto parsed = document.parse(text);
  if (!parsed || (*parsed)->kind != json::Kind::array) return std::nullopt;
  rows.reserve((*parsed)->size);
  for (const json::Value& row : (*parsed)->items()) {
    if (row.kind != json::Kind::array || row.size != members) return std::nullopt;
    const auto number = integer(row.items().back());
    if (!number) return std::nullopt;
    for (const json::Value& word : row.items().first(members - 1)) {
      if (word.kind != json::Kind::string) return std::nullopt;
    }
    rows.push_back(make(row.items(), *number));
  }
  return rows;
}

}  // namespace

Packed packed(std::span<const Document> documents, std::span<const Entry> entries) {
  Packed packed;
  if (!entries.empty()) {
    json::Writer json(packed.entries, json::Writer::Style::compact);
    json.begin_array();
    for (const Entry& entry : entries) {
      json.begin_array();
      for (const std::string* text : {&entry.fund, &entry.account, &entry.party, &entry.route}) json.string(*text);
      json.number(entry.amount);
      json.end_array();
    }
    json.end_array();
  }
  if (documents.empty()) return packed;
  json::Writer json(packed.documents, json::Writer::Style::compact);
  json.begin_array();
  for (const Document& document : documents) {
    json.begin_array();
    json.string(document.name);
    json.number(static_cast<long long>(document.text.size()));
    json.end_array();
    packed.texts += document.text;
  }
  json.end_array();
  return packed;
}

std::optional<std::vector<Entry>> unpacked_entries(std::string_view entries) {
  constexpr std::size_t members = 5;
  return rows_of<Entry>(entries, members, [](std::span<const json::Value> row, std::int64_t amount) {
    return Entry{std::string(row[0].text), std::string(row[1].text), std::string(row[2].text), std::string(row[3].text),
                 amount};
  });
}

std::optional<std::vector<Document>> unpacked_documents(std::string_view documents, std::string_view texts) {
  constexpr std::size_t members = 2;
  std::size_t from = 0;
  bool fits = true;
  auto all = rows_of<Document>(documents, members, [&](std::span<const json::Value> row, std::int64_t size) {
    fits = fits && size >= 0 && static_cast<std::size_t>(size) <= texts.size() - from;
    Document document{.name = std::string(row[0].text)};
    if (fits) document.text = texts.substr(from, static_cast<std::size_t>(size));
    from += document.text.size();
    return document;
  });
  if (!fits || from != texts.size()) return std::nullopt;
  return all;
}

}  // namespace yidan::store
