#include "store/sealed_backup.h"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>

#include "base/digest.h"
#include "store/fault.h"

namespace yidan::store {
namespace {

constexpr std::string_view kSealedHeading = "yidan.backup-sealed/1 ";
constexpr std::size_t kLengthBytes = 4;

std::string associated_with(std::string_view digits, std::int64_t part) {
  return "backup " + std::string(digits) + " " + std::to_string(part);
}

// The text within, a part at a time.
class UnsealedParts final : public std::streambuf {
 public:
  UnsealedParts(std::istream& in, Envelope envelope, std::string digits)
      : in_(in), envelope_(std::move(envelope)), digits_(std::move(digits)) {}

 protected:
  int_type underflow() override {
    while (gptr() == egptr()) {
      auto part = next_part();
      if (!part) return traits_type::eof();
      text_ = std::move(*part);
      setg(text_.data(), text_.data(), text_.data() + text_.size());
    }
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::optional<std::string> next_part() {
    const std::string length = bytes(kLengthBytes);
    if (length.size() != kLengthBytes) return std::nullopt;
    std::size_t size = 0;
    for (const char byte : length) size = (size << 8U) | static_cast<unsigned char>(byte);
    const auto text = envelope_.sealer().opened(bytes(size), associated_with(digits_, parts_));
    ++parts_;
    return text;
  }

  // Fewer where the stream ends. In pieces: a length that is a lie asks for no more memory than there are bytes.
  std::string bytes(std::size_t size) {
    constexpr std::size_t at_once = 1U << 20U;
    std::string read;
    while (read.size() < size && in_) {
      const std::size_t from = read.size();
      read.resize(std::min(size, from + at_once));
      in_.read(read.data() + from, static_cast<std::streamsize>(read.size() - from));
      read.resize(from + static_cast<std::size_t>(in_.gcount()));
    }
    return read;
  }

  std::istream& in_;
  const Envelope envelope_;
  const std::string digits_;
  std::int64_t parts_ = 0;
  std::string text_;
};

class UnsealedBackup final : public std::istream {
 public:
  UnsealedBackup(std::istream& file, Envelope envelope, std::string digits)
      : std::istream(nullptr), parts_(file, std::move(envelope), std::move(digits)) {
    rdbuf(&parts_);
  }

 private:
  UnsealedParts parts_;
};

}  // namespace

SealingSink::SealingSink(const Envelope& envelope, const Sink& sink)
    : envelope_(envelope), sink_(sink), digits_(random_key()) {}

Result<void> SealingSink::take(std::string_view part) {
  const std::string sealed = envelope_.sealer().sealed(part, associated_with(digits_, parts_));
  std::string text;
  if (parts_ == 0) text = std::string(kSealedHeading) + digits_ + "\n" + envelope_.wrapped() + "\n";
  for (std::size_t i = kLengthBytes; i > 0; --i) text += static_cast<char>((sealed.size() >> (8U * (i - 1))) & 0xFFU);
  ++parts_;
  return sink_(text + sealed);
}

Result<std::unique_ptr<std::istream>> unsealed(std::istream& backup, const std::optional<SealKey>& master,
                                               std::string_view name) {
  const auto start = backup.tellg();
  std::string heading(kSealedHeading.size(), '\0');
  backup.read(heading.data(), static_cast<std::streamsize>(heading.size()));
  if (!backup || heading != kSealedHeading) {
    backup.clear();
    backup.seekg(start);
    return nullptr;
  }
  std::string digits;
  std::string wrapped;
  std::getline(backup, digits);
  std::getline(backup, wrapped);
  auto envelope = Envelope::opened(wrapped, master, name);
  if (!envelope && envelope.error().code == ErrorCode::damaged) return std::unexpected(damaged_backup());
  if (!envelope) return std::unexpected(std::move(envelope.error()));
  return std::make_unique<UnsealedBackup>(backup, std::move(*envelope), std::move(digits));
}

}  // namespace yidan::store
