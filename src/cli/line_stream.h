// Reads a file or standard input in large blocks, whole or line by line; memory is bound by the longest line. An
// interruption ends the input.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace yidan::cli {

class LineStream {
 public:
  static constexpr std::size_t kLongest = 64U << 20U;  // bytes of one case

  // "-" is standard input. Null when the file cannot be opened; errno says why.
  [[nodiscard]] static std::unique_ptr<LineStream> open(const std::string& name);
  explicit LineStream(int descriptor) : descriptor_(descriptor) {}
  ~LineStream();
  LineStream(const LineStream&) = delete;
  LineStream& operator=(const LineStream&) = delete;

  // The next line without its end, valid until the next call; absent at the end or when it is too long.
  [[nodiscard]] std::optional<std::string_view> next();
  // Everything that is left; absent when it is too long or cannot be read.
  [[nodiscard]] std::optional<std::string_view> read_all();
  // Whether `next` would have to wait for more input: the moment to hand over what was made of it.
  [[nodiscard]] bool will_block() const { return buffer_.find('\n', start_) == std::string::npos; }
  [[nodiscard]] bool too_long() const { return too_long_; }
  // The errno of a failed read, else 0.
  [[nodiscard]] int read_error() const { return read_error_; }

 private:
  bool fill();  // false at the end of the input

  int descriptor_;
  std::string buffer_;
  std::size_t start_ = 0;
  bool too_long_ = false;
  int read_error_ = 0;
  bool ended_ = false;
};

}  // namespace yidan::cli
