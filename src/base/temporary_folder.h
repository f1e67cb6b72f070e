// A folder of one's own below TMPDIR, removed with everything in it when its user is done.
#pragma once

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace yidan {

class TemporaryFolder {
 public:
  // Throws std::filesystem::filesystem_error when it cannot be made.
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "yidan-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
      const std::error_code reason(errno, std::generic_category());
      throw std::filesystem::filesystem_error("cannot make a temporary folder", name, reason);
    }
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string in(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace yidan
