// Any bytes as a sealed backup, and any change to one that is whole: never a crash, and nothing opens but what was
// sealed.
//
// An input is either such a backup ("yidan.backup-sealed/1 …"), or changes to one of ours, six bytes each: where
// (four), what is done (overwrite, insert, cut), a byte.

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

#include "fuzz/office.h"
#include "store/backup.h"
#include "store/sealed_backup.h"

namespace {

using namespace yidan;  // NOLINT
using fuzz::require;

SealKey master() { return *SealKey::parse(std::string(2 * SealKey::kSize, '7')); }

struct Whole {
  std::string plain;
  std::string sealed;
};

const Whole& whole() {
  static const Whole both = [] {
    constexpr std::size_t part = 100;
    Whole made{.plain = testing::read_file(testing::in_repository("fuzz/corpus/backup/small"))};
    const store::Envelope envelope = store::Envelope::made(master());
    const store::Sink keep = [&made](std::string_view text) -> Result<void> {
      made.sealed += text;
      return {};
    };
    store::SealingSink sealing(envelope, keep);
    for (std::size_t at = 0; at < made.plain.size(); at += part) {
      require(sealing.take(std::string_view(made.plain).substr(at, part)).has_value());
    }
    return made;
  }();
  return both;
}

std::string changed(std::string_view script) {
  std::string text = whole().sealed;
  constexpr std::size_t step = 6;
  for (; script.size() >= step && !text.empty(); script.remove_prefix(step)) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < 4; ++i) at = (at << 8U) | static_cast<unsigned char>(script[i]);
    at %= text.size();
    switch (static_cast<unsigned char>(script[4]) % 3U) {
      case 0:
        text[at] = script[5];
        break;
      case 1:
        text.insert(at, 1, script[5]);
        break;
      default:
        text.erase(at, static_cast<unsigned char>(script[5]) + std::size_t{1});
    }
  }
  return text;
}

// Absent where it does not open as a whole.
std::optional<std::string> opened(const std::string& sealed) {
  std::istringstream file(sealed);
  const auto within = store::unsealed(file, master(), "fuzz");
  if (!within || *within == nullptr || !store::check_backup(**within)) return std::nullopt;
  std::istringstream second(sealed);
  const auto again = store::unsealed(second, master(), "fuzz");
  require(again && *again != nullptr);
  return std::string{std::istreambuf_iterator<char>(**again), {}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const bool is_backup = input.starts_with("yidan.");
  const std::string sealed = is_backup ? std::string(input) : changed(input);
  const auto text = opened(sealed);
  if (text) require(*text == whole().plain);
  if (sealed == whole().sealed) require(text.has_value());
  return 0;
}
