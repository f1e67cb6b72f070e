#include "service/matching.h"

#include <algorithm>

#include "calendar/instant.h"
#include "contract/value_reader.h"
#include "terms/nearest.h"

namespace yidan::service {
namespace {

using Values = std::vector<std::pair<std::string_view, std::string>>;

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

// "pool" of "{pool}", "key" of "{key...}".
std::string_view name_of_parameter(std::string_view segment) {
  segment.remove_prefix(1);
  return segment.substr(0, segment.find_first_of(".}"));
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (path.size() > 1) {
    path.remove_prefix(1);
    segments.push_back(path.substr(0, path.find('/')));
    path.remove_prefix(segments.back().size());
  }
  return segments;
}

Error unknown_parameter(const Route& route, std::string_view name) {
  std::vector<std::string_view> known;
  for (const Field& each : route.query) known.push_back(each.name);
  const Text meant =
      known.empty() ? Text{"：此处不接受参数", ": none is taken here"} : did_you_mean_or_all(name, known);
  const std::string shown(name.substr(0, 60));
  return {ErrorCode::unknown_key,
          {"没有参数“" + shown + "”" + meant.zh, "there is no parameter '" + shown + "'" + meant.en},
          "query." + shown};
}

// Whether the text is what the field says. Throws Fault.
void check_parameter(const Field& field, const std::string& text, const contract::Path& path) {
  json::Value value;
  value.kind = json::Kind::string;
  value.text = text;
  switch (field.kind) {
    case contract::Kind::day:
      (void)contract::day_of(value, path);
      break;
    case contract::Kind::instant:
      if (const auto read = parse_instant(text); !read) contract::fail(read.error(), path);
      break;
    case contract::Kind::region:
      (void)contract::region_of(value, path);
      break;
    case contract::Kind::count:
      (void)contract::count_of_value(value, path, field.least, field.most);
      break;
    case contract::Kind::flag:
      if (text != "true" && text != "false") {
        contract::fail(ErrorCode::invalid_value, path, "应为 true 或 false", "it is true or false");
      }
      break;
    case contract::Kind::word:
      if (std::ranges::find(field.words, text, &Word::code) == field.words.end()) {
        contract::fail_unknown_word(path, text, contract::codes_of(field.words));
      }
      break;
    default:
      (void)contract::id_of(value, path, field.gist);
  }
}

Result<void> checked_parameter(const Field& field, const std::string& text) {
  try {
    check_parameter(field, text, contract::Path{}.member(field.name));
  } catch (contract::Fault& fault) {
    fault.error.where = "query." + std::string(field.name);
    return std::unexpected(std::move(fault.error));
  }
  return {};
}

}  // namespace

Matching::Matching(std::span<const Route> routes) {
  for (const Route& each : routes) {
    Pattern pattern{&each, segments_of(each.path)};
    pattern.takes_rest = each.path.ends_with("...}");
    patterns_.push_back(std::move(pattern));
  }
}

Matching::Found Matching::find(std::string_view method, const http::Target& target) const {
  Found found;
  const auto& asked = target.segments;
  for (const Pattern& each : patterns_) {
    const std::size_t size = each.segments.size();
    if (asked.size() < size || (asked.size() > size && !each.takes_rest)) continue;
    const auto fits = [&](std::size_t i) {
      return is_parameter(each.segments[i]) ? !asked[i].empty() : each.segments[i] == asked[i];
    };
    std::size_t same = 0;
    while (same < size && fits(same)) ++same;
    if (same < size) continue;
    if (each.route->method != method && !(method == "HEAD" && each.route->method == "GET")) {
      found.methods.push_back(each.route->method);
      continue;
    }
    found.route = each.route;
    for (std::size_t i = 0; i < size; ++i) {
      if (is_parameter(each.segments[i])) found.values.emplace_back(name_of_parameter(each.segments[i]), asked[i]);
    }
    for (std::size_t i = size; i < asked.size(); ++i) found.values.back().second += "/" + asked[i];
    return found;
  }
  return found;
}

Result<void> read_query(const Route& route, const http::Target& target, Values& values) {
  for (const auto& [name, text] : target.query) {
    const auto field = std::ranges::find(route.query, name, &Field::name);
    if (field == route.query.end()) return std::unexpected(unknown_parameter(route, name));
    const auto same = [&](const auto& each) { return each.first == field->name; };
    if (std::ranges::any_of(values, same)) {
      return std::unexpected(Error{
          ErrorCode::duplicate_key, {"参数重复：" + name, "the parameter stands twice: " + name}, "query." + name});
    }
    if (text.empty()) continue;  // as if it did not stand there: forms send what nobody filled in
    if (auto right = checked_parameter(*field, text); !right) return right;
    values.emplace_back(field->name, text);
  }
  for (const Field& each : route.query) {
    const auto same = [&](const auto& value) { return value.first == each.name; };
    if (each.presence == contract::Presence::required && std::ranges::none_of(values, same)) {
      const std::string name(each.name);
      return std::unexpected(
          Error{ErrorCode::missing, {"缺少参数 " + name, "the parameter " + name + " is missing"}, "query." + name});
    }
  }
  return {};
}

std::vector<std::string_view> path_parameters(std::string_view path) {
  std::vector<std::string_view> names;
  for (const std::string_view each : segments_of(path)) {
    if (is_parameter(each)) names.push_back(name_of_parameter(each));
  }
  return names;
}

}  // namespace yidan::service
