// The form of a backup: a heading, then fields, each a length in decimal, ":", as many bytes, a line end. The first
// field of a record is its kind, from which follows what comes after it. The last record is a digest of everything
// before it.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "store/backup.h"

namespace yidan::store {

inline constexpr std::string_view kPolicyRecord = "policy";
inline constexpr std::string_view kSettingRecord = "setting";
inline constexpr std::string_view kEventRecord = "event";
inline constexpr std::string_view kFileRecord = "file";  // of the first form

class BackupWriter {
 public:
  explicit BackupWriter(const Sink& sink);

  void field(std::string_view text);
  void field(std::int64_t number) { field(std::string_view(std::to_string(number))); }
  template <class... Fields>
  void record(std::string_view kind, const Fields&... fields) {
    field(kind);
    (field(fields), ...);
  }
  void event(const BackedUp& one);

  Result<void> flush_if_long();
  // Hands over what has gathered, and the digest of all of it.
  Result<void> finish();

 private:
  Result<void> flush();

  const Sink& sink_;
  std::string text_;
  Digest digest_;
};

// Reads the fields of a backup one after the other; what is none ends the reading with `Damage`, which leaves the files
// of the backup no further than store/backup.cpp.
class BackupReader {
 public:
  struct Damage {};

  explicit BackupReader(std::istream& in);

  [[nodiscard]] std::int64_t number();
  [[nodiscard]] std::string text();
  // The kind of the next record; absent at the end, whose digest has then been found right.
  [[nodiscard]] std::optional<std::string> next_record();
  [[nodiscard]] BackedUp event();
  [[nodiscard]] first_form::File file();

 private:
  std::string field();
  char get();
  std::string bytes(std::size_t size);
  void read(char* into, std::size_t size);

  std::istream& in_;
  Digest digest_;
  std::string written_;  // the last field, as it stands in the file
};

}  // namespace yidan::store
