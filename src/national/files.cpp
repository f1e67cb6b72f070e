#include "national/files.h"

#include "base/base64.h"
#include "base/digest.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "sheets/zipped.h"

namespace yidan::national {
namespace {

constexpr std::string_view kFileKind = "national/file";
constexpr std::int64_t kDaysKept = 30;  // that are told; the books keep it as long as they live
constexpr Instant kDay = 86'400'000'000;

store::Subject file_subject(std::string_view number) {
  return {.id = std::string(number), .kind = std::string(kFileKind)};
}

std::string text_of_kept(const KeptFile& file) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("institution", file.institution);
  json.text("name", file.name);
  json.text("bytes", to_base64(file.bytes));
  json.end_object();
  return text;
}

std::string described_file(const Turn& turn, std::string_view number, std::string_view name) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("file_qury_no", number);
  json.text("filename", name);
  json.text("dld_endtime", to_instant_text(turn.now + kDaysKept * kDay).substr(0, 19));
  json.end_object();
  return text;
}

}  // namespace

Result<std::string> keep_file(const Turn& turn, std::string_view name, std::string_view bytes) {
  const std::string number = number_of('F', turn);
  const std::string kept = text_of_kept({turn.envelope.institution, std::string(name), std::string(bytes)});
  store::Part part{.subject = file_subject(number), .past = kept};
  part.facts = "{}";
  part.documents.push_back({"state", kept});
  part.event = {.seq = 1,
                .kind = "file",
                .key = turn.key + "/file",
                .ref = "#1",
                .actor = turn.caller.actor,
                .content = R"({"digest":")" + sha256(bytes) + R"("})",
                .answer = described_file(turn, number, name),
                .policy = turn.caller.desk.packs().number,
                .engine = turn.caller.desk.engine()};
  const auto written = turn.caller.desk.store().write(part);
  if (!written) return std::unexpected(written.error());
  if (*written == store::Written::done) return part.event.answer;
  const auto events = turn.caller.desk.store().events(part.subject);  // the message came before
  if (!events) return std::unexpected(events.error());
  if (events->empty()) return std::unexpected(busy_visit());
  return events->front().answer;
}

Result<KeptFile> file_of_institution(const Turn& turn, std::string_view number, const std::string& place) {
  const Error none{ErrorCode::not_found,
                   {"没有文件 " + std::string(number) + "：请先以 9101 上传",
                    "there is no file " + std::string(number) + ": upload it with 9101 first"},
                   place};
  const auto state = turn.caller.desk.store().load(file_subject(number));
  if (!state) return std::unexpected(state.error());
  if (state->seq == 0) return std::unexpected(none);
  json::Document document;
  const auto parsed = document.parse(state->past);
  auto bytes = parsed ? from_base64(json::text_in(**parsed, "bytes")) : std::nullopt;
  if (!bytes) {
    return std::unexpected(Error{ErrorCode::damaged, {"文件无法读出", "a file that was kept cannot be read"}, {}});
  }
  KeptFile file{.institution = std::string(json::text_in(**parsed, "institution")),
                .name = std::string(json::text_in(**parsed, "name")),
                .bytes = std::move(*bytes)};
  if (file.institution != turn.envelope.institution) return std::unexpected(none);  // it is no business of theirs
  return file;
}

Result<std::string> text_of_file(const KeptFile& file) {
  if (!sheets::is_zipped(file.bytes)) return file.bytes;
  return sheets::unzipped(file.bytes, kLargestUnpacked);
}

}  // namespace yidan::national
