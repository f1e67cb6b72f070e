#include "store/envelope.h"

#include "store/fault.h"

namespace yidan::store {
namespace {

constexpr std::string_view kForm = "yidan.seal/1 ";
constexpr std::size_t kFingerprint = 16;

std::string wrap(const SealKey& data_key, const SealKey& master) {
  const std::string fingerprint = master.fingerprint();
  return std::string(kForm) + fingerprint + " " + Sealer(master).sealed_text(data_key.raw(), fingerprint);
}

}  // namespace

std::string_view fingerprint_of(std::string_view wrapped) {
  const bool is_one = wrapped.starts_with(kForm) && wrapped.size() > kForm.size() + kFingerprint &&
                      wrapped[kForm.size() + kFingerprint] == ' ';
  return is_one ? wrapped.substr(kForm.size(), kFingerprint) : std::string_view();
}

Envelope Envelope::made(const SealKey& master) {
  const SealKey data_key = SealKey::random();
  return {data_key, wrap(data_key, master)};
}

Result<Envelope> Envelope::opened(std::string_view wrapped, const std::optional<SealKey>& master,
                                  std::string_view database) {
  const std::string_view fingerprint = fingerprint_of(wrapped);
  if (fingerprint.empty()) return std::unexpected(damaged(database, "the wrapped data key is none"));
  if (!master) return std::unexpected(key_needed(database, fingerprint));
  if (master->fingerprint() != fingerprint)
    return std::unexpected(other_key(database, fingerprint, master->fingerprint()));
  const auto data_key =
      Sealer(*master).opened_text(wrapped.substr(kForm.size() + kFingerprint + 1), master->fingerprint());
  if (!data_key || data_key->size() != SealKey::kSize)
    return std::unexpected(damaged(database, "the wrapped data key was changed"));
  return Envelope(SealKey::of(*data_key), std::string(wrapped));
}

std::string Envelope::wrapped_by(const SealKey& master) const { return wrap(data_key_, master); }

}  // namespace yidan::store
