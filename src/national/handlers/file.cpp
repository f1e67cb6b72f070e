// 9101, 9102, 3202: a statement goes up as a file, is compared line by line, and what came of it is fetched.

#include <charconv>

#include "base/base64.h"
#include "base/json_writer.h"
#include "national/files.h"
#include "national/statement.h"
#include "national/transactions.h"
#include "operations/permission.h"
#include "sheets/zipped.h"

namespace yidan::national {
namespace {

using reconciliation::Entry;

Error no_bytes() {
  return {ErrorCode::wrong_type,
          {"文件内容（in）应为字节数组（0 至 255，或 -128 至 127），或 base64 文字，不超过 16 MB",
           "`in` is a list of bytes (0 to 255, or -128 to 127) or base64 text, of 16 MB at most"},
          "$.input.fsUploadIn.in"};
}

// Bytes as programs write them, some of which have bytes with a sign.
Result<std::string> bytes_of(const json::Value& value) {
  if (value.kind == json::Kind::string) {
    auto bytes = from_base64(value.text);
    if (!bytes || bytes->size() > kLargestFile) return std::unexpected(no_bytes());
    return std::move(*bytes);
  }
  if (value.kind != json::Kind::array || value.items().size() > kLargestFile) return std::unexpected(no_bytes());
  std::string bytes;
  bytes.reserve(value.items().size());
  for (const json::Value& each : value.items()) {
    int byte = 256;
    const char* end = each.text.data() + each.text.size();
    const auto read = std::from_chars(each.text.data(), end, byte);
    if (each.kind != json::Kind::number || read.ptr != end || byte < -128 || byte > 255) {
      return std::unexpected(no_bytes());
    }
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

Result<void> check_institution_of_file(const Turn& turn, const Reader& asked, const std::string& node) {
  if (asked.text("fixmedins_code") == turn.envelope.institution) return {};
  return std::unexpected(Error{ErrorCode::contradiction,
                               {"文件的机构编号与报文不同", "the institution of the file is not that of the message"},
                               "$.input." + node + ".fixmedins_code"});
}

// What a line adds to the totals that are declared. A line that is marked as taken back may have either sign.
struct Sums {
  Money fee;
  Money funds;

  bool operator==(const Sums&) const = default;
};
Sums sums_of(const std::vector<Entry>& lines, bool as_told) {
  Sums sums;
  for (const Entry& each : lines) {
    const Money fee = each.columns.of(StatementColumn::total);
    const Money funds = each.columns.of(StatementColumn::funds);
    const bool turned = !as_told && each.state == EntryState::taken_back && fee > Money();
    sums.fee += turned ? Money() - fee : fee;
    sums.funds += turned ? Money() - funds : funds;
  }
  return sums;
}

Result<void> check_declared(const std::vector<Entry>& lines, const Reader& asked) {
  const Sums declared{asked.money("medfee_sumamt"), asked.money("fund_pay_sumamt")};
  const auto count = static_cast<std::int64_t>(lines.size());
  const std::int64_t declared_count = asked.number("fixmedins_setl_cnt", 0);
  const Sums sums = sums_of(lines, true);
  const bool is_same = declared == sums || declared == sums_of(lines, false);
  if (is_same && declared_count == count) return {};
  const std::string place = declared_count != count    ? "fixmedins_setl_cnt"
                            : declared.fee != sums.fee ? "medfee_sumamt"
                                                       : "fund_pay_sumamt";
  const std::string told =
      std::to_string(declared_count) + "、" + to_text(declared.fee) + "、" + to_text(declared.funds);
  const std::string made = std::to_string(count) + "、" + to_text(sums.fee) + "、" + to_text(sums.funds);
  return std::unexpected(
      Error{ErrorCode::contradiction,
            {"合计与文件不符：笔数、费用总额、基金支付 申报 " + told + "，文件合计 " + made,
             "the totals are not those of the file: number, fees, funds declared " + told + ", the file has " + made},
            "$.input.data." + place});
}

Result<std::vector<Entry>> lines_of_file(const Turn& turn, const Reader& asked) {
  const std::string place = "$.input.data.file_qury_no";
  const auto file = file_of_institution(turn, asked.text("file_qury_no"), place);
  if (!file) return std::unexpected(file.error());
  auto text = text_of_file(*file);
  if (!text) {
    text.error().where = place;
    return std::unexpected(std::move(text.error()));
  }
  auto lines = read_statement_file(*text);
  if (!lines) return lines;
  if (auto declared = check_declared(*lines, asked); !declared) return std::unexpected(std::move(declared.error()));
  return lines;
}

Result<std::string> with_file_info(Result<std::string> file) {
  if (!file) return file;
  return R"({"fileinfo":)" + *file + "}";
}

}  // namespace

Result<std::string> upload_file(const Turn& turn, const json::Value& input) {
  const json::Value& node = *member(input, "fsUploadIn");
  const Reader told(node);
  if (auto own = check_institution_of_file(turn, told, "fsUploadIn"); !own)
    return std::unexpected(std::move(own.error()));
  auto allowed =
      operations::may(turn.caller, Deed::reconcile, {.provider = turn.envelope.institution, .is_of_pool = false});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  const auto bytes = bytes_of(*member(node, "in"));
  if (!bytes) return std::unexpected(bytes.error());
  return with_file_info(keep_file(turn, told.text("filename"), *bytes));
}

Result<std::string> download_file(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "fsDownloadIn"));
  auto own = check_institution_of_file(turn, asked, "fsDownloadIn");
  if (!own) return std::unexpected(std::move(own.error()));
  auto allowed = operations::may(turn.caller, Deed::see_reconciliation,
                                 {.provider = turn.envelope.institution, .is_of_pool = false});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  auto file = file_of_institution(turn, asked.text("file_qury_no"), "$.input.fsDownloadIn.file_qury_no");
  if (!file) return std::unexpected(std::move(file.error()));
  return std::move(file->bytes);
}

Result<std::string> compare_details(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto pool = settling_pool(turn, asked);
  if (!pool) return std::unexpected(pool.error());
  if (asked.day("stmt_enddate") < asked.day("stmt_begndate")) return std::unexpected(days_in_wrong_order());
  auto lines = lines_of_file(turn, asked);
  if (!lines) return std::unexpected(std::move(lines.error()));
  exchange::StatementRequest request{.scope = {.pool = *pool,
                                               .provider = turn.envelope.institution,
                                               .from = asked.day("stmt_begndate"),
                                               .to = asked.day("stmt_enddate"),
                                               .clearing = std::string(asked.text("clr_type"))},
                                     .lines = std::move(*lines),
                                     .key = turn.key};
  request.content = exchange::content_of(request);
  const auto told = operations::perform(turn.caller, request);
  if (!told) return std::unexpected(told.error());
  const auto compared = operations::compare(turn.caller, request.scope);
  if (!compared) return std::unexpected(compared.error());
  const std::string name = "result-" + turn.envelope.msgid + ".txt";
  return with_file_info(keep_file(turn, name + ".zip", sheets::zipped(name, result_file(*compared))));
}

}  // namespace yidan::national
