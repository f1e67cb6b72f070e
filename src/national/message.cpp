#include "national/message.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/decimal.h"
#include "base/json_canonical.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "national/dictionaries.h"
#include "national/envelope_fields.h"

namespace yidan::national {
namespace {

// Ours first, then another that is in use.
struct Spelling {
  std::string_view ours;
  std::string_view other;
};
constexpr std::array kSpellings{
    Spelling{"mdtrtarea_admvs", "mdtrtarea_admdvs"}, Spelling{"insuplc_admdvs", "insuplc_admvs"},
    Spelling{"exp_content", "expContent"},           Spelling{"dscgTime", "dscgtime"},
    Spelling{"psn_cash_pay", "pdn_cash_pay"},        Spelling{"psn_part_amt", "psn_pay"},
    Spelling{"feedetail", "feedetail_list"},         Spelling{"overlmt_selfpay", "overlmt_amt"},
};

// A number as programs write it: with a sign, and with noughts behind the places that count. Absent: it is none.
std::optional<std::int64_t> parse_number(std::string_view text, int places) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
    const std::size_t most = point + 1 + static_cast<std::size_t>(places);
    while (text.size() > most && text.back() == '0') text.remove_suffix(1);
    if (text.back() == '.') text.remove_suffix(1);
  }
  const auto read = decimal::parse(text, places);
  if (!read) return std::nullopt;
  return is_negative ? -*read : *read;
}

bool is_there(const json::Value* value) {
  return value != nullptr && value->kind != json::Kind::null &&
         (value->kind != json::Kind::string || !value->text.empty());
}

class FieldCheck {
 public:
  FieldCheck(const Field& field, const json::Value& value, const std::string& place, std::vector<Error>& faults)
      : field_(field), value_(value), place_(place), faults_(faults) {}

  void run() {
    if (field_.kind == Kind::list) return;
    const bool is_number = value_.kind == json::Kind::number;
    if (value_.kind != json::Kind::string && !is_number) {
      if (field_.name != "input") fail(ErrorCode::wrong_type, "应为文字或数字", "is text or a number");
      return;
    }
    switch (field_.kind) {
      case Kind::number:
        return check_number();
      case Kind::day:
        return check_day(value_.text, value_.text.size() == 10);
      case Kind::instant:
        return check_day(value_.text, parse_instant(value_.text).has_value());
      default:
        return check_text();
    }
  }

 private:
  void fail(ErrorCode code, const std::string& zh, const std::string& en) {
    const std::string name(field_.name);
    faults_.push_back(
        {code,
         {std::string(field_.zh) + "（" + name + "）" + zh, name + " (" + std::string(field_.en) + ") " + en},
         place_});
  }

  void check_text() {
    const auto size = static_cast<std::size_t>(field_.size);
    if (!is_utf8(value_.text)) return fail(ErrorCode::invalid_value, "不是 UTF-8 文字", "is no UTF-8 text");
    if (size > 0 && count_characters(value_.text) > size) {
      const std::string most = std::to_string(size);
      return fail(ErrorCode::invalid_value, "至多 " + most + " 个字符", "has at most " + most + " characters");
    }
    if (field_.dictionary.empty()) return;
    const Dictionary* dictionary = find_dictionary(field_.dictionary);
    if (dictionary == nullptr || find_code(*dictionary, value_.text) != nullptr) return;
    std::string codes;
    for (const Code& each : dictionary->codes) {
      codes += (codes.empty() ? "" : "、") + std::string(each.code) + " " + std::string(each.zh);
    }
    fail(ErrorCode::invalid_value, "没有代码“" + shown(value_.text) + "”（有：" + codes + "）",
         "has no code '" + shown(value_.text) + "' (there are: " + codes + ")");
  }

  void check_number() {
    const auto read = parse_number(value_.text, field_.places);
    const std::string form = "N " + std::to_string(field_.size) + "," + std::to_string(field_.places);
    if (!read) {
      return fail(ErrorCode::invalid_value, "应为数字 " + form + "，不带指数",
                  "is a number " + form + ", without an exponent");
    }
    std::size_t digits = 0;
    for (const char each : value_.text) digits += each >= '0' && each <= '9' ? 1 : 0;
    if (digits > static_cast<std::size_t>(field_.size)) {
      fail(ErrorCode::invalid_value, "超出 " + form, "does not fit " + form);
    }
  }

  void check_day(std::string_view text, bool has_form) {
    if (has_form && parse_date(text.substr(0, 10))) return;
    const bool is_day = field_.kind == Kind::day;
    fail(ErrorCode::invalid_value, is_day ? "应为日期，如 2023-03-05" : "应为时间，如 2023-03-05 10:00:00",
         is_day ? "is a day: 2023-03-05" : "is an instant: 2023-03-05 10:00:00");
  }

  const Field& field_;
  const json::Value& value_;
  const std::string& place_;
  std::vector<Error>& faults_;
};

Error missing(std::string_view zh, std::string_view name, const std::string& place) {
  return {ErrorCode::missing,
          {"缺少" + std::string(zh) + "（" + std::string(name) + "）", std::string(name) + " is missing"},
          place};
}

}  // namespace

const json::Value* member(const json::Value& object, std::string_view name) {
  const json::Value* found = json::find(object, name);
  if (is_there(found)) return found;
  for (const Spelling& each : kSpellings) {
    if (each.ours != name) continue;
    found = json::find(object, each.other);
    if (is_there(found)) return found;
  }
  return nullptr;
}

void check_fields(const json::Value& object, std::span<const Field> fields, const std::string& path,
                  std::vector<Error>& faults) {
  for (const Field& field : fields) {
    const std::string place = path + "." + std::string(field.name);
    const json::Value* value = member(object, field.name);
    if (value != nullptr) {
      FieldCheck(field, *value, place, faults).run();
    } else if (field.required) {
      faults.push_back(missing(field.zh, field.name, place));
    }
  }
}

void check_node(const json::Value& parent, const Node& node, const std::string& path, std::vector<Error>& faults) {
  const std::string place = path + "." + std::string(node.name);
  const json::Value* value = member(parent, node.name);
  if (value == nullptr) {
    if (node.required) faults.push_back(missing("节点", node.name, place));
    return;
  }
  const json::Kind wanted = node.list ? json::Kind::array : json::Kind::object;
  // A list of one is sent as the one by some programs.
  if (node.list && value->kind == json::Kind::object) return check_fields(*value, node.fields, place, faults);
  if (value->kind != wanted) {
    faults.push_back(
        {ErrorCode::wrong_type,
         node.list ? Text{"节点应为数组", "the node is a list"} : Text{"节点应为对象", "the node is an object"},
         place});
    return;
  }
  if (!node.list) return check_fields(*value, node.fields, place, faults);
  const auto items = value->items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    check_fields(items[i], node.fields, place + "[" + std::to_string(i) + "]", faults);
  }
}

std::string_view Reader::text(std::string_view name) const {
  const json::Value* value = member(*object_, name);
  return value == nullptr ? std::string_view() : value->text;
}

Money Reader::money(std::string_view name) const { return Money::fen(number(name, 2)); }

std::int64_t Reader::number(std::string_view name, int places) const {
  const json::Value* value = member(*object_, name);
  return value == nullptr ? 0 : parse_number(value->text, places).value_or(0);
}

Date Reader::day(std::string_view name) const { return parse_date(text(name).substr(0, 10)).value_or(Date()); }

std::span<const json::Value> Reader::list(std::string_view name) const {
  const json::Value* value = member(*object_, name);
  if (value == nullptr) return {};
  return value->kind == json::Kind::array ? value->items() : std::span(value, 1);
}

Envelope read_envelope(const json::Value& message, std::string_view path_number, std::vector<Error>& faults) {
  check_fields(message, kRequestFields, "$", faults);
  const Reader reader(message);
  Envelope envelope{.infno = std::string(reader.has("infno") ? reader.text("infno") : path_number),
                    .msgid = std::string(reader.text("msgid")),
                    .institution = std::string(reader.text("fixmedins_code")),
                    .institution_name = std::string(reader.text("fixmedins_name")),
                    .division = std::string(reader.text("mdtrtarea_admvs")),
                    .home = std::string(reader.text("insuplc_admdvs")),
                    .operator_name = std::string(reader.text("opter")),
                    .input = member(message, "input")};
  if (!path_number.empty()) {
    std::erase_if(faults, [](const Error& each) { return each.code == ErrorCode::missing && each.where == "$.infno"; });
    if (envelope.infno != path_number) {
      faults.push_back({ErrorCode::contradiction,
                        {"交易编号与路径不同", "the number of the transaction is not the one of the path"},
                        "$.infno"});
    }
  }
  if (envelope.input != nullptr && envelope.input->kind != json::Kind::object) {
    faults.push_back({ErrorCode::wrong_type, {"交易输入应为对象", "the input is an object"}, "$.input"});
  }
  return envelope;
}

}  // namespace yidan::national
