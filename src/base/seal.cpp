#include "base/seal.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <memory>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include "base/bytes.h"
#include "base/result.h"

namespace yidan {
namespace {

constexpr std::size_t kCipherKey = 16;

// Looked up once, as in base/digest.cpp.
EVP_CIPHER* counter_mode() {
  static const std::unique_ptr<EVP_CIPHER, decltype(&EVP_CIPHER_free)> found(
      EVP_CIPHER_fetch(nullptr, "SM4-CTR", nullptr), &EVP_CIPHER_free);
  ensure(found != nullptr, "the crypto library has SM4-CTR");
  return found.get();
}

EVP_MAC* keyed_hash() {
  static const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> found(EVP_MAC_fetch(nullptr, "HMAC", nullptr),
                                                                       &EVP_MAC_free);
  ensure(found != nullptr, "the crypto library has HMAC");
  return found.get();
}

std::string hmac_sm3(std::string_view key, std::initializer_list<std::string_view> parts) {
  const std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context(EVP_MAC_CTX_new(keyed_hash()),
                                                                          &EVP_MAC_CTX_free);
  std::string name = "SM3";
  const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), name.size()),
                                   OSSL_PARAM_construct_end()};
  ensure(context != nullptr && EVP_MAC_init(context.get(), unsigned_of(key), key.size(), parameters) == 1,
         "an HMAC begins");
  for (const std::string_view part : parts)
    ensure(EVP_MAC_update(context.get(), unsigned_of(part), part.size()) == 1, "an HMAC goes on");
  constexpr std::size_t size = 32;
  std::string made(size, '\0');
  std::size_t length = 0;
  ensure(EVP_MAC_final(context.get(), unsigned_of(made), &length, size) == 1 && length == size, "SM3 has 32 bytes");
  return made;
}

std::string random_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  ensure(RAND_bytes(unsigned_of(bytes), static_cast<int>(size)) == 1, "the system has random numbers");
  return bytes;
}

std::string length_bytes(std::uint64_t length) {
  std::string bytes;
  for (int i = 0; i < 8; ++i, length >>= 8U) bytes += static_cast<char>(length & 0xFFU);
  return bytes;
}

void forget(std::string& secret) { OPENSSL_cleanse(secret.data(), secret.size()); }

}  // namespace

SealKey::~SealKey() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

std::optional<SealKey> SealKey::parse(std::string_view hex) {
  std::string lower = small_digits(hex);
  auto bytes = bytes_of_hex(lower);
  if (!bytes || bytes->size() != kSize) return std::nullopt;
  SealKey key = of(*bytes);
  forget(*bytes);
  forget(lower);
  return key;
}

SealKey SealKey::of(std::string_view bytes) {
  ensure(bytes.size() == kSize, "a key has 32 bytes");
  SealKey key;
  std::ranges::copy(bytes, key.bytes_.begin());
  return key;
}

SealKey SealKey::random() {
  std::string bytes = random_bytes(kSize);
  SealKey key = of(bytes);
  forget(bytes);
  return key;
}

std::string SealKey::fingerprint() const {
  constexpr std::size_t size = 8;
  return hex_text(hmac_sm3(raw(), {"yidan.seal/1 fingerprint"}).substr(0, size));
}

Sealer::Sealer(const SealKey& key)
    : encrypt_(hmac_sm3(key.raw(), {"yidan.seal/1 encrypt"}).substr(0, kCipherKey)),
      authenticate_(hmac_sm3(key.raw(), {"yidan.seal/1 authenticate"})) {}

Sealer::~Sealer() {
  forget(encrypt_);
  forget(authenticate_);
}

std::string Sealer::sealed(std::string_view text, std::string_view associated) const {
  return sealed(text, associated, random_bytes(kNonce));
}

std::string Sealer::sealed(std::string_view text, std::string_view associated, std::string_view nonce) const {
  ensure(nonce.size() == kNonce, "a nonce has 16 bytes");
  std::string made(nonce);
  made += crypted(nonce, text);
  made += tag(associated, made);
  return made;
}

std::optional<std::string> Sealer::opened(std::string_view sealed, std::string_view associated) const {
  if (sealed.size() < kNonce + kTag) return std::nullopt;
  const std::string_view covered = sealed.substr(0, sealed.size() - kTag);
  const std::string expected = tag(associated, covered);
  // In the same time whichever byte differs.
  if (CRYPTO_memcmp(expected.data(), sealed.data() + covered.size(), kTag) != 0) return std::nullopt;
  return crypted(covered.substr(0, kNonce), covered.substr(kNonce));
}

std::string Sealer::sealed_text(std::string_view text, std::string_view associated) const {
  return std::string(kSealedText) + hex_text(sealed(text, associated));
}

std::optional<std::string> Sealer::opened_text(std::string_view sealed, std::string_view associated) const {
  if (!is_sealed_text(sealed)) return std::nullopt;
  const auto bytes = bytes_of_hex(sealed.substr(kSealedText.size()));
  return bytes ? opened(*bytes, associated) : std::nullopt;
}

// To and fro are the same in counter mode.
std::string Sealer::crypted(std::string_view nonce, std::string_view text) const {
  thread_local const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                             &EVP_CIPHER_CTX_free);
  std::string made(text.size(), '\0');
  int size = 0;
  ensure(context != nullptr && EVP_EncryptInit_ex2(context.get(), counter_mode(), unsigned_of(encrypt_),
                                                   unsigned_of(nonce), nullptr) == 1,
         "encryption begins");
  ensure(EVP_EncryptUpdate(context.get(), unsigned_of(made), &size, unsigned_of(text), static_cast<int>(text.size())) ==
                 1 &&
             static_cast<std::size_t>(size) == text.size(),
         "encryption goes on");
  return made;
}

std::string Sealer::tag(std::string_view associated, std::string_view nonce_and_ciphertext) const {
  const std::string length = length_bytes(associated.size());
  return hmac_sm3(authenticate_, {length, associated, nonce_and_ciphertext}).substr(0, kTag);
}

}  // namespace yidan
