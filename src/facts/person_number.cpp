#include "facts/person_number.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "base/visible.h"

namespace yidan {
namespace {

constexpr std::size_t kLength = 18;
constexpr std::size_t kOldLength = 15;
constexpr std::size_t kLongestOther = 10;  // of digits alone: permits and passports, never a citizen's number

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_x(char c) { return c == 'x' || c == 'X'; }

std::unexpected<Error> refused(std::string zh, std::string en) {
  return std::unexpected(
      Error{ErrorCode::invalid_value, {"人员编号" + std::move(zh), "the person's number " + std::move(en)}, {}});
}

// What a spreadsheet writes in the place of a value; the whole cell is lost.
std::optional<std::unexpected<Error>> fault_of_spreadsheet(std::string_view written) {
  const auto has_only = [written](std::string_view some) {
    return written.find_first_not_of(some) == std::string_view::npos;
  };
  if (written.front() == '#') {
    return refused(
        "是电子表格的错误值，或列太窄显示成的“####”：请填写证件上的号码",
        "is an error of a spreadsheet, or '####' of a column that is too narrow: write it as it stands on the "
        "certificate");
  }
  const std::size_t exponent = written.find_first_of("eE");
  const bool is_power =
      exponent != std::string_view::npos && exponent > 0 && has_only("0123456789.+eE") &&
      (written.find('+') == exponent + 1 || (written.size() == exponent + 3 && written[exponent + 1] == '1'));
  if (is_power) {
    return refused(
        "被电子表格改成了科学计数法（E+），已失真：请把该列设为“文本”，再填写证件上的号码",
        "was turned into a power of ten (E+) by a spreadsheet and is lost: make the column text and write the "
        "number as it stands on the certificate");
  }
  if (has_only("0123456789.xX") && written.find('.') != std::string_view::npos) {
    return refused(
        "含小数点，是被当作数值处理过的：请把该列设为“文本”，再填写证件上的号码",
        "has a decimal point, as if it were an amount: make the column text and write the number as it stands "
        "on the certificate");
  }
  if (written.front() == '=' || written.front() == '+' || written.front() == '@') {
    return refused("以“" + std::string(1, written.front()) + "”开头，是电子表格的公式：请填写证件上的号码",
                   "begins with '" + std::string(1, written.front()) +
                       "', as a formula does: write it as it stands on the certificate");
  }
  return std::nullopt;
}

// The first character that no number has.
std::unexpected<Error> fault_of_character(std::string_view written) {
  std::size_t place = 1;
  std::string_view rest = written;
  while (is_digit(rest.front()) || is_letter(rest.front()) || rest.front() == '-') {
    rest.remove_prefix(1);
    ++place;
  }
  const Character wrong = first_character(rest);
  const std::string at_zh = "的第 " + std::to_string(place) + " 个字符";
  const std::string at_en = " at character " + std::to_string(place);
  const std::string name = wrong.size == 0 ? std::string("U+FFFD") : name_of_character(wrong.code);
  if (wrong.code == ' ') return refused(at_zh + "是空格：请删去", "has a blank" + at_en + ": delete it");
  if (is_invisible(wrong.code)) {
    return refused(
        at_zh + "看不见（" + name + "，如换行、不间断空格）：请删去后重新填写",
        "has an invisible character" + at_en + " (" + name + ", such as a line break or a no-break space): delete it");
  }
  const std::string seen = shown(rest.substr(0, std::max<std::size_t>(wrong.size, 1)));
  const bool is_wide = wrong.code >= 0xFF10 && wrong.code <= 0xFF5A;
  if (is_wide) {
    return refused(at_zh + "“" + seen + "”是全角字符（" + name + "）：请改为半角",
                   "has the wide form '" + seen + "' (" + name + ")" + at_en + ": write it in half width");
  }
  return refused(at_zh + "是“" + seen + "”（" + name + "）：只用字母、数字和连字符",
                 "has '" + seen + "' (" + name + ")" + at_en + ": use letters, digits and hyphens alone");
}

std::unexpected<Error> fault_of_length(std::size_t length) {
  if (length == kOldLength) {
    return refused("是 15 位的旧号码：请改为 18 位公民身份号码",
                   "is an old one of 15 digits: write the citizen's number of 18 digits");
  }
  const std::string count = std::to_string(length);
  return refused(
      "有 " + count + " 位数字，公民身份号码是 18 位（末位可为 X）：请按证件核对",
      "has " + count + " digits, and a citizen's number 18 (the last may be X): compare it with the certificate");
}

// What a number is made of.
struct Parts {
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t hyphens = 0;
  bool has_others = false;
  bool ends_in_x = false;  // behind digits, the one letter

  explicit Parts(std::string_view text) {
    for (const char c : text) {
      digits += is_digit(c) ? 1U : 0U;
      letters += is_letter(c) ? 1U : 0U;
      hyphens += c == '-' ? 1U : 0U;
    }
    has_others = digits + letters + hyphens != text.size();
    ends_in_x = letters == 1 && is_x(text.back());
  }
  [[nodiscard]] bool counts_up() const { return letters == 0 || ends_in_x; }
  [[nodiscard]] std::size_t length() const { return digits + letters; }
};

// Of a number of letters, digits and hyphens that is no citizen's as it stands: whether it was meant as one.
std::optional<std::unexpected<Error>> fault_of_form(std::string_view written, const Parts& parts) {
  if (written.front() == '-' || written.back() == '-') {
    return refused("以连字符开头或结尾：请按证件核对", "begins or ends with a hyphen: compare it with the certificate");
  }
  const bool as_long = parts.length() == kLength || parts.length() == kOldLength;
  if (parts.counts_up() && parts.hyphens > 0 && as_long) {
    return refused("中间有连字符：公民身份号码连写，请删去连字符",
                   "has hyphens: a citizen's number is written without them, delete them");
  }
  if (parts.counts_up() && parts.hyphens == 0 && parts.length() > kLongestOther) return fault_of_length(parts.length());
  if (!parts.counts_up() && parts.hyphens == 0 && parts.length() == kLength && parts.letters <= 2) {
    return refused(
        "像公民身份号码而夹有字母（如以 O 代 0）：除末位 X 外只能是数字",
        "looks like a citizen's number and has letters in it (such as O for 0): but for a last X it is digits");
  }
  return std::nullopt;
}

int value_of(char c) { return is_digit(c) ? c - '0' : 10; }

// GB 11643: the weighted sum of all digits leaves 1 when it is divided by 11.
bool is_check_digit_right(std::string_view number) {
  constexpr std::array<int, kLength> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
  int sum = 0;
  for (std::size_t i = 0; i < kLength; ++i) sum += weights[i] * value_of(number[i]);
  return sum % 11 == 1;
}

std::optional<Date> birth_in(std::string_view number) {
  const auto count = [number](std::size_t from, std::size_t digits) {
    int value = 0;
    for (const char c : number.substr(from, digits)) value = value * 10 + value_of(c);
    return value;
  };
  return Date::of(count(6, 4), static_cast<unsigned>(count(10, 2)), static_cast<unsigned>(count(12, 2)));
}

Sex sex_in(std::string_view number) {
  constexpr std::size_t place = 16;
  return value_of(number[place]) % 2 == 1 ? Sex::male : Sex::female;
}

}  // namespace

bool is_citizens_number(std::string_view number) {
  return number.size() == kLength && std::ranges::all_of(number.substr(0, kLength - 1), is_digit) &&
         (is_digit(number.back()) || is_x(number.back()));
}

Result<std::string> read_person_number(std::string_view written) {
  if (is_citizens_number(written)) {
    std::string number(written);
    if (number.back() == 'x') number.back() = 'X';
    return number;
  }
  if (written.empty()) return refused("为空：请填写证件上的号码", "is empty: write it as it stands on the certificate");
  if (auto fault = fault_of_spreadsheet(written)) return *fault;
  const Parts parts(written);
  if (parts.has_others) return fault_of_character(written);
  if (auto fault = fault_of_form(written, parts)) return *fault;
  return std::string(written);
}

WordSet<NumberDoubt> doubts_of(std::string_view number, std::optional<Date> born, std::optional<Sex> sex) {
  WordSet<NumberDoubt> doubts;
  if (!is_citizens_number(number)) return doubts;
  const auto birth = birth_in(number);
  if (!is_check_digit_right(number)) doubts.insert(NumberDoubt::number_check_digit);
  if (!birth || (born && *born != *birth)) doubts.insert(NumberDoubt::number_birth);
  if (sex && *sex != sex_in(number)) doubts.insert(NumberDoubt::number_sex);
  return doubts;
}

}  // namespace yidan
