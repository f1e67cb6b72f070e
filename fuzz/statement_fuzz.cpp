// Any bytes as a statement that goes up with 9101, zipped or plain: never a crash; what is read differs from itself in
// nothing, and says nothing twice.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "national/statement.h"
#include "sheets/zipped.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yidan;  // NOLINT
  constexpr std::size_t largest = 1U << 20U;
  std::string text(reinterpret_cast<const char*>(data), size);
  if (sheets::is_zipped(text)) {
    auto unpacked = sheets::unzipped(text, largest);
    if (!unpacked) return 0;
    if (unpacked->size() > largest) std::abort();
    text = std::move(*unpacked);
  }
  auto lines = national::read_statement_file(text);
  if (!lines) return 0;
  if (reconciliation::repeated(*lines)) std::abort();
  auto same = *lines;
  if (!reconciliation::differences(*lines, same).empty()) std::abort();
  return 0;
}
