#include "service/sessions.h"

#include "access/password.h"
#include "operations/users.h"

namespace yidan::service {
namespace {

constexpr Instant kRemembered = 5'000'000;  // microseconds
constexpr std::size_t kMostKnown = 20'000;  // beyond them all are asked for again

}  // namespace

Result<std::shared_ptr<const access::Rights>> Sessions::rights_of(std::string_view token, Instant now) {
  const std::string name = access::name_of_token(token);
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(name);
    if (found != known_.end() && now - found->second.read < kRemembered) return found->second.rights;
  }
  auto rights = operations::rights_of_token(desk_, token, now);
  if (!rights) return std::unexpected(std::move(rights.error()));
  Known known{.rights = nullptr, .read = now};
  if (*rights) known.rights = std::make_shared<const access::Rights>(std::move(**rights));
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMostKnown) known_.clear();
  known_[name] = known;
  return known.rights;
}

Result<std::shared_ptr<const operations::Signer>> Sessions::signer_of(const std::string& provider, Instant now) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = signers_.find(provider);
    if (found != signers_.end() && now - found->second.read < kRemembered) return found->second.signer;
  }
  auto signer = operations::load_signer(desk_, provider);
  if (!signer) return std::unexpected(std::move(signer.error()));
  auto kept = std::make_shared<const operations::Signer>(std::move(*signer));
  const std::lock_guard lock(mutex_);
  signers_[provider] = {kept, now};
  return kept;
}

void Sessions::forget() {
  const std::lock_guard lock(mutex_);
  signers_.clear();
  known_.clear();
}

}  // namespace yidan::service
