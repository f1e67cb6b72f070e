// The console: the files of the browser's front end, read once when the service starts and answered from memory.
//
// What a path may name is settled by then, so no request reaches a file. Pages of the front end have paths of its own
// ("/window/bills"): whoever opens one is given index.html, which finds the page. Files whose names carry a digest are
// kept by browsers for ever, index.html is asked for anew each time.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"
#include "http/target.h"

namespace yidan::service {

class Console {
 public:
  // All files of the folder; beside "x.js" its compressed forms "x.js.br" and "x.js.gz", where they are. Errors:
  // `not_found`: there is no index.html; `unavailable`: a file cannot be read.
  [[nodiscard]] static Result<Console> read(const std::filesystem::path& folder);

  // Of what no route takes. Absent when it is none of the console's: another method than GET, a file that is not there.
  [[nodiscard]] std::optional<http::Answer> answer(const http::Request& request, const http::Target& target) const;

 private:
  struct File {
    std::string_view type;
    std::string tag;  // ETag
    bool is_kept = false;
    std::string plain;
    std::string brotli;
    std::string gzip;
  };
  [[nodiscard]] const File* find(const http::Request& request, const http::Target& target) const;

  std::map<std::string, File, std::less<>> files_;  // by path: "assets/index-9f2c41ab.js"
};

}  // namespace yidan::service
