#include "sheets/zipped.h"

#include <algorithm>
#include <array>
#include <memory>

#include <zip.h>

namespace yidan::sheets {
namespace {

constexpr std::size_t kBlockOfFile = 64U << 10U;
constexpr std::time_t kNoTime = 1672502400;  // 2023-01-01 00:00:00 in Beijing: bytes do not depend on the clock

struct DiscardZip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

Error damaged_zip() {
  return {ErrorCode::syntax,
          {"不是完好的 ZIP 文件：应恰有一个文件，不加密", "this is no sound ZIP file: one file, without a password"},
          {}};
}

Error too_large(std::size_t most) {
  const std::string size = std::to_string(most >> 20U);
  return {ErrorCode::invalid_value,
          {"文件解压后超过 " + size + " MB：请分成几个文件", "unpacked it has more than " + size + " MB: split it"},
          {}};
}

}  // namespace

bool is_zipped(std::string_view bytes) { return bytes.starts_with("PK"); }

Result<std::string> unzipped(std::string_view bytes, std::size_t most) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return std::unexpected(damaged_zip());
  const std::unique_ptr<zip_t, DiscardZip> zip(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (zip == nullptr) {
    zip_source_free(source);
    return std::unexpected(damaged_zip());
  }
  if (zip_get_num_entries(zip.get(), 0) != 1) return std::unexpected(damaged_zip());
  const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(zip.get(), 0, 0));
  if (file == nullptr) return std::unexpected(damaged_zip());
  std::string text;
  std::array<char, kBlockOfFile> block{};
  while (true) {
    const zip_int64_t size = zip_fread(file.get(), block.data(), block.size());
    if (size < 0) return std::unexpected(damaged_zip());
    if (size == 0) return text;
    if (text.size() + static_cast<std::size_t>(size) > most) return std::unexpected(too_large(most));
    text.append(block.data(), static_cast<std::size_t>(size));
  }
}

std::string zipped(const std::string& name, std::string_view text) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, FreeSource> made(zip_source_buffer_create(nullptr, 0, 0, &error));
  ensure(made != nullptr, "memory can hold an archive");
  zip_source_keep(made.get());  // it outlives the archive that is closed into it
  zip_t* zip = zip_open_from_source(made.get(), ZIP_TRUNCATE, &error);
  ensure(zip != nullptr, "an archive can be made in memory");
  zip_source_t* content = zip_source_buffer(zip, text.data(), text.size(), 0);
  const zip_int64_t index = content == nullptr ? -1 : zip_file_add(zip, name.c_str(), content, ZIP_FL_ENC_UTF_8);
  ensure(index >= 0, "a file can be put into an archive");
  zip_file_set_mtime(zip, static_cast<zip_uint64_t>(index), kNoTime, 0);
  ensure(zip_close(zip) == 0, "an archive in memory can be closed");
  zip_stat_t about;
  ensure(zip_source_open(made.get()) == 0 && zip_source_stat(made.get(), &about) == 0, "what was made can be read");
  std::string bytes(about.size, '\0');
  const zip_int64_t read = zip_source_read(made.get(), bytes.data(), bytes.size());
  zip_source_close(made.get());
  ensure(read == static_cast<zip_int64_t>(bytes.size()), "all that was made is read");
  return bytes;
}

}  // namespace yidan::sheets
