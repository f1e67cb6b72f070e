// The envelope of sealed books: a data key of their own, wrapped by the master key, which the books never hold.
//
// Numbers, the key of stand-ins and backups are sealed under the data key; the books keep it as the setting `seal`:
//
//     yidan.seal/1 FINGERPRINT sealed1:…
//
// the fingerprint of the master key, and the data key sealed under it (base/seal.h) with that fingerprint as associated
// data. So another master key is another text in one row.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/seal.h"

namespace yidan::store {

// The settings by which books are sealed: the wrapped data key; whether all that was plain has been sealed.
inline constexpr std::string_view kSealSetting = "seal";
inline constexpr std::string_view kSealedSetting = "sealed";
inline constexpr std::string_view kAllSealed = "finished";

class Envelope {
 public:
  // Of books that are sealed from now on.
  [[nodiscard]] static Envelope made(const SealKey& master);
  // Errors: `unavailable`, when there is no master key or it is another; `damaged`. `database` is for their message.
  [[nodiscard]] static Result<Envelope> opened(std::string_view wrapped, const std::optional<SealKey>& master,
                                               std::string_view database);

  // The same data key under another master key.
  [[nodiscard]] std::string wrapped_by(const SealKey& master) const;
  // The same, as it is wrapped elsewhere.
  [[nodiscard]] Envelope rewrapped(std::string_view wrapped) const { return {data_key_, std::string(wrapped)}; }
  [[nodiscard]] const std::string& wrapped() const { return wrapped_; }
  [[nodiscard]] const Sealer& sealer() const { return sealer_; }

 private:
  Envelope(const SealKey& data_key, std::string wrapped)
      : data_key_(data_key), sealer_(data_key), wrapped_(std::move(wrapped)) {}

  SealKey data_key_;
  Sealer sealer_;
  std::string wrapped_;
};

// The fingerprint of the master key that wrapped it; empty when the text is none.
[[nodiscard]] std::string_view fingerprint_of(std::string_view wrapped);

}  // namespace yidan::store
