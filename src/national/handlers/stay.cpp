// 2301, 2302, 2401 to 2405: a stay begins, has fee lines, ends; and each of it taken back or changed.

#include <algorithm>

#include "base/json_writer.h"
#include "national/line_reader.h"
#include "national/transactions.h"
#include "operations/permission.h"

namespace yidan::national {
namespace {

constexpr std::string_view kAllLines = "0000";

std::string admitted_output(const Visit& visit) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("result");
  json.begin_object();
  json.text("mdtrt_id", visit.id);
  json.end_object();
  json.end_object();
  return text;
}

// Changes the visit that a node names, with an output that says nothing.
template <class Change>
Result<std::string> change_silently(const Turn& turn, const Reader& asked, std::string_view did, Change change) {
  return change_visit(turn, asked.text("mdtrt_id"), std::string(asked.text("psn_no")), did,
                      [&](Visit& visit) -> Result<std::string> {
                        if (Result<void> changed = change(visit); !changed) {
                          return std::unexpected(std::move(changed.error()));
                        }
                        return "{}";
                      });
}

}  // namespace

Result<std::string> admit(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "mdtrtinfo"));
  return begin_visit(turn,
                     {.id = number_of('M', turn),
                      .person = std::string(asked.text("psn_no")),
                      .institution = turn.envelope.institution,
                      .insurance = std::string(asked.text("insutype")),
                      .number = std::string(asked.text("ipt_no")),
                      .care = std::string(asked.text("med_type")),
                      .disease = std::string(asked.text("dise_codg")),
                      .begin = asked.day("begntime"),
                      .is_stay = true},
                     "$.input.mdtrtinfo", admitted_output);
}

Result<std::string> discharge(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "dscginfo"));
  return change_silently(turn, asked, "discharge", [&](Visit& visit) -> Result<void> {
    if (asked.day("endtime") < visit.begin) {
      return std::unexpected(Error{ErrorCode::invalid_value,
                                   {"出院早于入院", "the discharge lies before the admission"},
                                   "$.input.dscginfo.endtime"});
    }
    visit.end = asked.day("endtime");
    return {};
  });
}

Result<std::string> change_stay(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "adminfo"));
  return change_silently(turn, asked, "change-stay", [&](Visit& visit) -> Result<void> {
    visit.begin = asked.day("begntime");
    visit.care = asked.text("med_type");
    visit.disease = asked.text("dise_codg");
    return {};
  });
}

Result<std::string> take_admission_back(const Turn& turn, const json::Value& input) {
  return change_silently(turn, Reader(*member(input, "data")), "close", [](Visit& visit) -> Result<void> {
    visit.is_closed = true;
    return {};
  });
}

Result<std::string> take_discharge_back(const Turn& turn, const json::Value& input) {
  return change_silently(turn, Reader(*member(input, "data")), "discharge-taken-back",
                         [](Visit& visit) -> Result<void> {
                           visit.end.reset();
                           return {};
                         });
}

Result<std::string> take_stay_lines_back(const Turn& turn, const json::Value& input) {
  const auto told = Reader(input).list("data");
  if (told.empty()) {
    return std::unexpected(Error{ErrorCode::missing, {"没有费用明细", "there is no fee line"}, "$.input.data"});
  }
  return change_silently(turn, Reader(told.front()), "take-lines-back", [&](Visit& visit) -> Result<void> {
    for (std::size_t i = 0; i < told.size(); ++i) {
      const std::string number{Reader(told[i]).text("feedetl_sn")};
      // What gives something back goes with the line of which it does.
      const std::size_t removed = std::erase_if(visit.lines, [&](const FeeDetail& each) {
        const bool is_meant = number == kAllLines || each.number == number || each.returns == number;
        return each.settlement.empty() && is_meant;
      });
      if (removed > 0) continue;
      return std::unexpected(Error{ErrorCode::not_found,
                                   {"没有未结算的费用明细 " + number, "no fee line " + number + " is open"},
                                   "$.input.data[" + std::to_string(i) + "].feedetl_sn"});
    }
    return {};
  });
}

}  // namespace yidan::national
