#include "base/digest.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include "base/bytes.h"
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

std::array<char, 8> bytes_of(std::uint64_t length) {
  std::array<char, 8> bytes{};
  for (char& byte : bytes) {
    byte = static_cast<char>(length & 0xFFU);
    length >>= 8U;
  }
  return bytes;
}

void add_length(Digest& digest, std::uint64_t length) {
  const auto bytes = bytes_of(length);
  digest.add({bytes.data(), bytes.size()});
}

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Context begun() {
  Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  ensure(context != nullptr && EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1, "a digest begins");
  return context;
}

void add(EVP_MD_CTX* context, std::string_view bytes) {
  ensure(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1, "a digest goes on");
}

constexpr std::size_t kBlock = 64;

// A digest that has taken the key already, each byte combined with `pad`.
Context keyed(std::string_view key, unsigned char pad) {
  std::string block(kBlock, static_cast<char>(pad));
  for (std::size_t i = 0; i < key.size(); ++i) block[i] = static_cast<char>(block[i] ^ key[i]);
  Context context = begun();
  add(context.get(), block);
  return context;
}

std::string hex_of(const unsigned char* bytes, std::size_t size) {
  return hex_text({reinterpret_cast<const char*>(bytes), size});
}

const EVP_MD* sm3_algorithm() {
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> found(EVP_MD_fetch(nullptr, "SM3", nullptr),
                                                                     &EVP_MD_free);
  ensure(found != nullptr, "the crypto library has SM3");
  return found.get();
}

}  // namespace

std::string sm3(std::string_view text) {
  std::array<unsigned char, 32> bytes{};
  unsigned size = 0;
  const int made = EVP_Digest(text.data(), text.size(), bytes.data(), &size, sm3_algorithm(), nullptr);
  ensure(made == 1 && size == bytes.size(), "SM3 has 32 bytes");
  return hex_of(bytes.data(), size);
}

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
  return hex_of(bytes.data(), size);
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

// The two digests of an HMAC (RFC 2104), begun once for all.
struct KeyedDigest::State {
  Context inner;
  Context outer;
};

KeyedDigest::KeyedDigest(std::string_view key) {
  ensure(!key.empty() && key.size() <= kBlock, "a key of one block");
  constexpr unsigned char inner_pad = 0x36;
  constexpr unsigned char outer_pad = 0x5C;
  state_ = std::make_unique<State>(State{keyed(key, inner_pad), keyed(key, outer_pad)});
}

KeyedDigest::~KeyedDigest() = default;
KeyedDigest::KeyedDigest(KeyedDigest&&) noexcept = default;
KeyedDigest& KeyedDigest::operator=(KeyedDigest&&) noexcept = default;

KeyedDigest::Bytes KeyedDigest::of(std::initializer_list<std::string_view> parts) const {
  thread_local const Context work = begun();
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int size = 0;
  ensure(EVP_MD_CTX_copy_ex(work.get(), state_->inner.get()) == 1, "a digest is copied");
  for (const std::string_view part : parts) {
    const auto length = bytes_of(part.size());
    add(work.get(), {length.data(), length.size()});
    add(work.get(), part);
  }
  ensure(EVP_DigestFinal_ex(work.get(), bytes.data(), &size) == 1, "a digest ends");
  ensure(EVP_MD_CTX_copy_ex(work.get(), state_->outer.get()) == 1, "a digest is copied");
  add(work.get(), {reinterpret_cast<const char*>(bytes.data()), size});
  ensure(EVP_DigestFinal_ex(work.get(), bytes.data(), &size) == 1, "a digest ends");
  Bytes cut{};
  std::copy_n(bytes.begin(), cut.size(), cut.begin());
  return cut;
}

std::string random_key() {
  constexpr std::size_t size = 32;
  std::array<unsigned char, size> bytes{};
  ensure(RAND_bytes(bytes.data(), static_cast<int>(size)) == 1, "the system has random numbers");
  return hex_of(bytes.data(), bytes.size());
}

}  // namespace yidan
