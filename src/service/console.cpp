#include "service/console.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/digest.h"
#include "base/text.h"

namespace yidan::service {
namespace {

constexpr std::string_view kIndex = "index.html";
constexpr std::string_view kKeptFolder = "assets/";  // of files whose names carry a digest
constexpr std::string_view kForEver = "public, max-age=31536000, immutable";

// Scripts, styles and everything else from here alone, and nothing inline; nobody may show it within a page of theirs.
constexpr std::string_view kContentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
}};

// Empty for what is no file of a front end.
std::string_view type_of(std::string_view path) {
  const auto* found = std::ranges::find_if(kTypes, [&](const auto& each) { return path.ends_with(each.first); });
  return found == kTypes.end() ? std::string_view() : found->second;
}

Error cannot_read(const std::filesystem::path& file) {
  const std::string name = file.string();
  return {ErrorCode::unavailable,
          {"无法读取控制台的文件“" + name + "”", "cannot read the console's file '" + name + "'"},
          {}};
}

Result<std::string> text_of_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) return std::unexpected(cannot_read(file));
  return text;
}

// Empty where there is no such form.
Result<std::string> compressed(std::filesystem::path file, std::string_view ending) {
  file += ending;
  return std::filesystem::is_regular_file(file) ? text_of_file(file) : Result<std::string>(std::string());
}

std::string_view without_spaces(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "gzip, br;q=0" takes gzip alone.
bool takes(const http::Request& request, std::string_view coding) {
  std::string_view rest = request.header("Accept-Encoding");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view each = without_spaces(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t weight = each.find(';');
    if (without_spaces(each.substr(0, weight)) != coding) continue;
    return weight == std::string_view::npos || !each.substr(weight).contains("q=0") || each.contains("q=0.");
  }
  return false;
}

void add_safeguards(http::Answer& answer) {
  answer.headers.push_back({"Content-Security-Policy", std::string(kContentPolicy)});
  answer.headers.push_back({"X-Frame-Options", "DENY"});
  answer.headers.push_back({"Referrer-Policy", "no-referrer"});
  answer.headers.push_back({"Cross-Origin-Opener-Policy", "same-origin"});
  answer.headers.push_back({"Cross-Origin-Resource-Policy", "same-origin"});
}

}  // namespace

Result<Console> Console::read(const std::filesystem::path& folder) {
  Console console;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator each(folder, error), end; !error && each != end;
       each.increment(error)) {
    const std::string path = each->path().lexically_relative(folder).generic_string();
    const std::string_view type = type_of(path);
    if (type.empty() || !each->is_regular_file()) continue;
    auto plain = text_of_file(each->path());
    if (!plain) return std::unexpected(std::move(plain.error()));
    auto brotli = compressed(each->path(), ".br");
    if (!brotli) return std::unexpected(std::move(brotli.error()));
    auto gzip = compressed(each->path(), ".gz");
    if (!gzip) return std::unexpected(std::move(gzip.error()));
    console.files_.emplace(path, File{.type = type,
                                      .tag = "\"" + digest_of({*plain}).substr(0, 16) + "\"",
                                      .is_kept = path.starts_with(kKeptFolder),
                                      .plain = std::move(*plain),
                                      .brotli = std::move(*brotli),
                                      .gzip = std::move(*gzip)});
  }
  if (!error && console.files_.contains(kIndex)) return console;
  const std::string name = folder.string();
  return std::unexpected(Error{ErrorCode::not_found,
                               {"“" + name + "”中没有控制台（index.html）：先构建（console/README.md）",
                                "there is no console (index.html) in '" + name + "': build it (console/README.md)"},
                               {}});
}

// A page of the front end is asked for by people, whose browsers want HTML; programs are told that there is no such
// path.
const Console::File* Console::find(const http::Request& request, const http::Target& target) const {
  const std::string path = joined(target.segments, "/");
  const auto found = files_.find(path.empty() ? kIndex : std::string_view(path));
  if (found != files_.end()) return &found->second;
  const bool is_page = request.header("Accept").contains("text/html") && !target.segments.back().contains('.');
  return is_page ? &files_.find(kIndex)->second : nullptr;
}

std::optional<http::Answer> Console::answer(const http::Request& request, const http::Target& target) const {
  if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
  const File* file = find(request, target);
  if (file == nullptr) return std::nullopt;
  http::Answer answer{.type = std::string(file->type)};
  answer.headers.push_back({"Cache-Control", std::string(file->is_kept ? kForEver : "no-cache")});
  answer.headers.push_back({"ETag", file->tag});
  answer.headers.push_back({"Vary", "Accept-Encoding"});
  add_safeguards(answer);
  if (request.header("If-None-Match") == file->tag) {
    answer.status = 304;
    answer.type.clear();
    return answer;
  }
  if (!file->brotli.empty() && takes(request, "br")) {
    answer.headers.push_back({"Content-Encoding", "br"});
    answer.body = file->brotli;
  } else if (!file->gzip.empty() && takes(request, "gzip")) {
    answer.headers.push_back({"Content-Encoding", "gzip"});
    answer.body = file->gzip;
  } else {
    answer.body = file->plain;
  }
  return answer;
}

}  // namespace yidan::service
