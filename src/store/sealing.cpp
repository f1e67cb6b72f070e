#include "store/sealing.h"

#include "store/fault.h"
#include "store/open_database.h"
#include "store/sealed_database.h"

namespace yidan::store {
namespace {

Result<SealStatus> status_of(Database& database) {
  const auto wrapped = database.setting(kSealSetting);
  const auto finished = database.setting(kSealedSetting);
  const auto plain = database.count_plain_numbers();
  if (!wrapped) return std::unexpected(wrapped.error());
  if (!finished) return std::unexpected(finished.error());
  if (!plain) return std::unexpected(plain.error());
  return SealStatus{.sealed = wrapped->has_value(),
                    .finished = *finished == kAllSealed,
                    .fingerprint = *wrapped ? std::string(fingerprint_of(**wrapped)) : std::string(),
                    .plain = *plain};
}

Result<void> seal_plain_numbers(Database& database, const Envelope& envelope, const GoOn& go_on) {
  constexpr std::size_t at_once = 1'000;
  for (std::int64_t done = 0;;) {
    auto numbers = database.plain_numbers(at_once);
    if (!numbers) return std::unexpected(std::move(numbers.error()));
    if (numbers->empty()) return {};
    for (KeptNumber& each : *numbers) each.number = sealed_number(envelope, each.stand_in, each.number);
    if (auto put = database.put_numbers(*numbers); !put) return put;
    done += static_cast<std::int64_t>(numbers->size());
    if (auto goes_on = go_on(done); !goes_on) return goes_on;
  }
}

}  // namespace

Result<SealStatus> seal_status(std::string_view url) {
  const auto database = open_database(url, Access::read_only, wall_clock);
  if (!database) return std::unexpected(database.error());
  return status_of(**database);
}

Result<SealStatus> seal(std::string_view url, const SealKey& master, const GoOn& go_on) {
  const auto database = open_database(url, Access::read_write, wall_clock);
  if (!database) return std::unexpected(database.error());
  if (const auto wrapped = (*database)->setting(kSealSetting); wrapped && *wrapped) {
    const auto opened = Envelope::opened(**wrapped, master, (*database)->name());
    if (!opened) return std::unexpected(opened.error());
    const auto before = status_of(**database);
    if (!before || (before->finished && before->plain == 0)) return before;
  }
  const auto envelope = begin_sealing(**database, master);
  if (!envelope) return std::unexpected(envelope.error());
  if (auto sealed = seal_plain_numbers(**database, *envelope, go_on); !sealed)
    return std::unexpected(std::move(sealed.error()));
  if (auto forgotten = (*database)->forget_earlier_content(); !forgotten)
    return std::unexpected(std::move(forgotten.error()));
  if (auto set = (*database)->set(kSealedSetting, kAllSealed); !set) return std::unexpected(std::move(set.error()));
  return status_of(**database);
}

Result<SealStatus> rotate_master_key(std::string_view url, const std::optional<SealKey>& master, const SealKey& next) {
  const auto database = open_database(url, Access::read_write, wall_clock);
  if (!database) return std::unexpected(database.error());
  const auto wrapped = (*database)->setting(kSealSetting);
  if (!wrapped) return std::unexpected(wrapped.error());
  if (!*wrapped) return std::unexpected(not_sealed((*database)->name()));
  const auto envelope = Envelope::opened(**wrapped, master, (*database)->name());
  if (!envelope) return std::unexpected(envelope.error());
  const std::string wanted = envelope->wrapped_by(next);
  const auto now = (*database)->replace(kSealSetting, **wrapped, wanted);
  if (!now) return std::unexpected(now.error());
  if (*now != wanted) return std::unexpected(rotated_meanwhile((*database)->name(), fingerprint_of(*now)));
  return status_of(**database);
}

}  // namespace yidan::store
