#include "base/digest.h"

#include <array>
#include <cstdint>
#include <memory>

#include <openssl/evp.h>

#include "base/result.h"

namespace yidan {
namespace {

// Looked up once: fetching an algorithm by name costs more than digesting a bill.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> found(EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                     &EVP_MD_free);
  ensure(found != nullptr, "the crypto library has SHA-256");
  return found.get();
}

void add_length(Digest& digest, std::uint64_t length) {
  std::array<char, 8> bytes{};
  for (char& byte : bytes) {
    byte = static_cast<char>(length & 0xFFU);
    length >>= 8U;
  }
  digest.add({bytes.data(), bytes.size()});
}

}  // namespace

struct Digest::Context {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> of_library{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Digest::Digest() : context_(std::make_unique<Context>()) {
  ensure(context_->of_library != nullptr && EVP_DigestInit_ex2(context_->of_library.get(), algorithm(), nullptr) == 1,
         "a digest begins");
}

Digest::~Digest() = default;

void Digest::add(std::string_view text) {
  ensure(EVP_DigestUpdate(context_->of_library.get(), text.data(), text.size()) == 1, "a digest goes on");
}

std::string Digest::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int size = 0;
  ensure(EVP_DigestFinal_ex(context_->of_library.get(), bytes.data(), &size) == 1, "a digest ends");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(std::size_t{2} * size);
  for (std::size_t i = 0; i < size; ++i) {
    text += digits[bytes[i] >> 4U];
    text += digits[bytes[i] & 15U];
  }
  return text;
}

std::string digest_of(std::initializer_list<std::string_view> parts) {
  Digest digest;
  for (const std::string_view part : parts) {
    add_length(digest, part.size());
    digest.add(part);
  }
  return digest.hex();
}

std::string sha256(std::string_view text) {
  Digest digest;
  digest.add(text);
  return digest.hex();
}

}  // namespace yidan
