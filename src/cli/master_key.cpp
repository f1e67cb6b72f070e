#include "cli/master_key.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>

#include <sys/stat.h>

#include "cli/system_reason.h"

namespace yidan::cli {
namespace {

constexpr const char* kMakeOne = "(umask 077; openssl rand -hex 32 > yidan.key)";

Error not_a_key(const std::string& where) {
  return {.code = ErrorCode::invalid_value,
          .message = {where + "：主密钥应为 64 个十六进制数字。可以这样生成：" + kMakeOne,
                      where + ": a master key has 64 hexadecimal digits. Make one with " + kMakeOne},
          .where = {}};
}

Error not_readable(const std::string& path, int reason) {
  const Text why = system_reason(reason);
  return {.code = ErrorCode::not_found,
          .message = {"密钥文件 " + path + "：无法读取（" + why.zh + "）。请检查名称和权限",
                      "key file " + path + ": cannot be read (" + why.en + "). Check its name and its rights"},
          .where = {}};
}

Error open_to_others(const std::string& path) {
  return {.code = ErrorCode::invalid_value,
          .message = {"密钥文件 " + path + "：其他用户也能读取，因此未使用。请运行 chmod 600 " + path,
                      "key file " + path + ": others may read it, so it was not used. Run chmod 600 " + path},
          .where = {}};
}

Error named_twice() {
  return {.code = ErrorCode::invalid_value,
          .message = {"YIDAN_KEY_FILE 和 YIDAN_KEY 都有值：请只留一个",
                      "YIDAN_KEY_FILE and YIDAN_KEY are both set: keep one of them"},
          .where = {}};
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): no thread has begun
  return value == nullptr ? "" : value;
}

}  // namespace

Result<SealKey> read_key_file(const std::string& path) {
  struct ::stat kept{};
  if (::stat(path.c_str(), &kept) != 0) return std::unexpected(not_readable(path, errno));
  if (!S_ISREG(kept.st_mode)) return std::unexpected(not_a_key(path));
  if ((kept.st_mode & (S_IRWXG | S_IRWXO)) != 0) return std::unexpected(open_to_others(path));
  std::ifstream file(path);
  if (!file) return std::unexpected(not_readable(path, errno));
  std::string text(2 * SealKey::kSize + 2, '\0');  // one line end, and a byte that would be too much
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.ends_with('\n')) text.pop_back();
  auto key = SealKey::parse(text);
  if (!key) return std::unexpected(not_a_key(path));
  return *key;
}

Result<std::optional<SealKey>> master_key() {
  const std::string file = variable("YIDAN_KEY_FILE");
  const std::string digits = variable("YIDAN_KEY");
  if (!file.empty() && !digits.empty()) return std::unexpected(named_twice());
  if (!file.empty()) {
    auto key = read_key_file(file);
    if (!key) return std::unexpected(std::move(key.error()));
    return *key;
  }
  if (digits.empty()) return std::nullopt;
  auto key = SealKey::parse(digits);
  if (!key) return std::unexpected(not_a_key("YIDAN_KEY"));
  return key;
}

}  // namespace yidan::cli
