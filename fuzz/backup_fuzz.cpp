// Any bytes as a backup: never a crash. What is found whole can be restored, unless an event contradicts another, and
// its backup can be restored again.

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "books/stored_bill.h"
#include "store/backup.h"

namespace {

using namespace yidan;  // NOLINT

std::unique_ptr<store::Store> empty_store() {
  auto opened = store::open("memory:", store::Access::create, [] { return store::Instant{1}; });
  if (!opened) std::abort();
  return std::move(*opened);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream backup(std::string(reinterpret_cast<const char*>(data), size));
  if (!store::check_backup(backup)) return 0;
  backup.clear();
  backup.seekg(0);
  const auto store = empty_store();
  if (!store::restore(*store, backup, books::upgraded, always)) return 0;
  std::string again;
  const auto sink = [&again](std::string_view part) -> Result<void> {
    again += part;
    return {};
  };
  if (!store::back_up(*store, {}, sink, always)) std::abort();
  std::istringstream second(again);
  if (!store::check_backup(second)) std::abort();
  return 0;
}
