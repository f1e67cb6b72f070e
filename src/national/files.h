// Files that are moved by 9101 and 9102: kept as subjects of the books, each for the institution that sent it or for
// whom it was made.
#pragma once

#include <string>
#include <string_view>

#include "national/turn.h"

namespace yidan::national {

inline constexpr std::size_t kLargestFile = 16U << 20U;       // as it is sent
inline constexpr std::size_t kLargestUnpacked = 128U << 20U;  // a million lines

struct KeptFile {
  std::string institution;
  std::string name;
  std::string bytes;
};

// Keeps a file under a number that follows from the message: the same message has one file. The members of an open
// object are written: number, name, until when it can be had. Errors: those of the store.
[[nodiscard]] Result<std::string> keep_file(const Turn& turn, std::string_view name, std::string_view bytes);

// Errors, at `place`: `not_found`: this institution has no file of that number.
[[nodiscard]] Result<KeptFile> file_of_institution(const Turn& turn, std::string_view number, const std::string& place);

// The text of a file, unpacked where it is zipped. Errors: those of sheets/zipped.h.
[[nodiscard]] Result<std::string> text_of_file(const KeptFile& file);

}  // namespace yidan::national
