#include "registers/bill_seen.h"

#include "base/visible.h"

namespace yidan::registers {

std::string to_text(const BillName& name) {
  return name.provider + "/" + name.encounter + "/" + yidan::to_text(name.day);
}

Result<BillName> parse_bill_name(std::string_view text) {
  const std::size_t first = text.find('/');
  const std::size_t last = text.rfind('/');
  const bool has_parts = first != std::string_view::npos && last != first;
  const auto day = has_parts ? parse_date(text.substr(last + 1)) : std::unexpected(Error{});
  if (!day || first == 0 || last == first + 1) {
    const std::string written = shown(text);
    return std::unexpected(
        Error{ErrorCode::invalid_value,
              {"“" + written + "”不是结算单：请写“机构编号/就诊编号/日期”，如 H1/E1/2023-03-05",
               "'" + written + "' names no bill: write institution/encounter/day, for example H1/E1/2023-03-05"},
              {}});
  }
  return BillName{std::string(text.substr(0, first)), std::string(text.substr(first + 1, last - first - 1)), *day};
}

}  // namespace yidan::registers
