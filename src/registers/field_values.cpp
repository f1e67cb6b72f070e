#include "registers/field_values.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "base/visible.h"
#include "calendar/instant.h"
#include "money/money.h"
#include "money/rate.h"
#include "registers/bill_seen.h"
#include "terms/nearest.h"

namespace yidan::registers {
namespace {

using policy::FieldDefinition;

constexpr std::size_t kLongestText = 2000;
constexpr std::array<std::string_view, 4> kYes{"true", "yes", "是", "1"};
constexpr std::array<std::string_view, 4> kNo{"false", "no", "否", "0"};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Error wrong(std::string zh, std::string en) { return {ErrorCode::invalid_value, {std::move(zh), std::move(en)}, {}}; }

Result<std::string> text_value(const std::string& written) {
  if (written.size() > kLongestText) {
    return std::unexpected(wrong("文字不超过 2000 字节：请缩短", "a text has at most 2000 bytes: shorten it"));
  }
  if (std::ranges::any_of(written, [](char each) { return static_cast<unsigned char>(each) < 0x20 || each == 0x7f; })) {
    return std::unexpected(wrong("含控制字符：只用可见的文字", "it has control characters: use visible text alone"));
  }
  return written;
}

Result<std::string> number_value(const std::string& written) {
  constexpr std::size_t most_digits = 15;
  if (is_digits(written) && written.size() <= most_digits) {
    const std::size_t first = std::min(written.find_first_not_of('0'), written.size() - 1);
    return written.substr(first);
  }
  return std::unexpected(wrong("“" + yidan::shown(written) + "”不是整数：请写如 120",
                               "'" + yidan::shown(written) + "' is no whole number: write for example 120"));
}

Result<std::string> word_value(const FieldDefinition& field, const std::string& written) {
  for (const policy::NamedWord& each : field.words) {
    if (each.code == written || each.name.zh == written) return each.code;
  }
  std::vector<std::string_view> known;
  for (const policy::NamedWord& each : field.words) known.push_back(each.code);
  const Text meant = did_you_mean_or_all(written, known);
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"没有“" + yidan::shown(written) + "”这一项" + meant.zh,
                                "'" + yidan::shown(written) + "' is none of its words" + meant.en},
                               {}});
}

Result<std::string> flag_value(const std::string& written) {
  if (std::ranges::find(kYes, written) != kYes.end()) return "true";
  if (std::ranges::find(kNo, written) != kNo.end()) return "false";
  return std::unexpected(
      wrong("“" + yidan::shown(written) + "”应为“是”或“否”", "'" + yidan::shown(written) + "' should be yes or no"));
}

Result<std::string> region_value(const std::string& written) {
  constexpr std::array<std::size_t, 3> lengths{6, 9, 12};  // county and above, township, village
  const bool length = std::ranges::find(lengths, written.size()) != lengths.end();
  if (length && is_digits(written) && written.front() != '0') return written;
  return std::unexpected(wrong("区划代码应为六位数字（乡镇九位，村十二位）",
                               "a region is a code of six digits (a township nine, a village twelve)"));
}

template <class T>
Result<std::string> spelled(const Result<T>& read) {
  if (!read) return std::unexpected(read.error());
  return to_text(*read);
}

// "2022-03-02 08:30:00", to the second.
Result<std::string> time_value(const std::string& written) {
  constexpr std::size_t to_the_second = 19;
  const bool has_time = written.size() > std::string_view("2022-03-02").size();
  const auto instant = has_time ? parse_instant(written) : std::unexpected(Error{});
  if (instant) return to_instant_text(*instant).substr(0, to_the_second);
  return std::unexpected(wrong("“" + yidan::shown(written) + "”不是时刻：请写如 2022-03-02 08:30:00",
                               "'" + yidan::shown(written) + "' is no time: write for example 2022-03-02 08:30:00"));
}

Result<std::string> value_of(const FieldDefinition& field, const std::string& written) {
  switch (field.type.value_or(FieldType::text)) {
    case FieldType::number:
      return number_value(written);
    case FieldType::money:
      return spelled(parse_money(written));
    case FieldType::rate:
      return spelled(parse_rate(written));
    case FieldType::day:
      return spelled(parse_sheet_date(written));
    case FieldType::flag:
      return flag_value(written);
    case FieldType::word:
      return word_value(field, written);
    case FieldType::region:
      return region_value(written);
    case FieldType::bill:
      return spelled(parse_bill_name(written));
    case FieldType::time:
      return time_value(written);
    case FieldType::text:
    case FieldType::clause:
    case FieldType::document:
    case FieldType::entry:
      break;
  }
  return text_value(written);
}

Error no_such_field(const policy::RegisterDefinition& definition, const std::string& name) {
  std::vector<std::string_view> known;
  for (const FieldDefinition& each : definition.fields) known.push_back(each.name);
  const Text meant = did_you_mean_or_all(name, known);
  return {
      ErrorCode::unknown_key,
      {"没有字段“" + yidan::shown(name) + "”" + meant.zh, "there is no field '" + yidan::shown(name) + "'" + meant.en},
      "$.fields"};
}

}  // namespace

Result<Fields> read_fields(const policy::RegisterDefinition& definition, const Written& written) {
  Fields fields;
  for (const auto& [name, values] : written) {
    const FieldDefinition* field = definition.field(name);
    if (field == nullptr) return std::unexpected(no_such_field(definition, name));
    const std::string where = "$.fields." + name;
    std::vector<std::string> read;
    for (const std::string& each : values) {
      auto value = value_of(*field, each);
      if (!value) {
        value.error().where = where;
        return std::unexpected(std::move(value.error()));
      }
      if (std::ranges::find(read, *value) == read.end()) read.push_back(std::move(*value));
    }
    if (read.size() > 1 && !field->many) {
      return std::unexpected(Error{ErrorCode::invalid_value, {"此字段只有一个值", "this field has one value"}, where});
    }
    std::ranges::sort(read);
    if (!fields.emplace(name, std::move(read)).second) {
      return std::unexpected(Error{ErrorCode::duplicate_key, {"字段重复：只留一个", "the field stands twice"}, where});
    }
  }
  return fields;
}

std::vector<std::string> values_in_cell(std::string_view cell, bool many) {
  constexpr std::array<std::string_view, 6> between{"、", "；", "，", ";", ",", "|"};
  std::vector<std::string> values;
  std::string value;
  const auto end_value = [&] {
    const std::size_t first = value.find_first_not_of(' ');
    if (first != std::string::npos) values.push_back(value.substr(first, value.find_last_not_of(' ') - first + 1));
    value.clear();
  };
  while (!cell.empty()) {
    const auto mark = std::ranges::find_if(between, [&](std::string_view each) { return cell.starts_with(each); });
    if (many && mark != between.end()) {
      end_value();
      cell.remove_prefix(mark->size());
    } else {
      value += cell.front();
      cell.remove_prefix(1);
    }
  }
  end_value();
  return values;
}

std::string value_shown(const FieldDefinition& field, const std::string& value, Language language) {
  if (field.type == FieldType::flag) {
    const bool yes = value == "true";
    return language == Language::zh ? (yes ? "是" : "否") : (yes ? "yes" : "no");
  }
  const policy::NamedWord* word = field.word(value);
  return word == nullptr ? value : word->name.in(language);
}

}  // namespace yidan::registers
