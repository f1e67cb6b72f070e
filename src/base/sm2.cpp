#include "base/sm2.h"

#include <array>
#include <cstddef>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "base/base64.h"
#include "base/bytes.h"

namespace yidan {
namespace {

constexpr std::size_t kCoordinate = 32;                  // bytes of x, y, r, s
constexpr std::size_t kPointSize = 1 + 2 * kCoordinate;  // 04, x, y
constexpr std::size_t kLongestKey = 4096;                // of a text that could be a key or a signature

template <class T, void (*kFree)(T*)>
struct Freed {
  void operator()(T* thing) const { kFree(thing); }
};
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using EvpKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using TwoNumbers = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG, ECDSA_SIG_free>>;

// The library keeps what went wrong for whoever asks; nobody does.
struct Forgotten {
  ~Forgotten() { ERR_clear_error(); }
};

EvpKey key_of_point(const std::string& point) {
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
  std::string group = "SM2";
  std::string copy = point;
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, copy.data(), copy.size()), OSSL_PARAM_construct_end()};
  EVP_PKEY* made = nullptr;
  if (context == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  if (EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, const_cast<OSSL_PARAM*>(parameters)) != 1) {
    return nullptr;
  }
  return EvpKey(made);
}

// The point of a key in PEM, uncompressed; none when it is of another curve.
std::optional<std::string> point_of_pem(std::string_view text) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> file(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())),
                                                       &BIO_free);
  if (file == nullptr) return std::nullopt;
  const EvpKey key(PEM_read_bio_PUBKEY(file.get(), nullptr, nullptr, nullptr));
  if (key == nullptr) return std::nullopt;
  std::array<char, 16> group{};
  std::size_t length = 0;
  if (EVP_PKEY_get_group_name(key.get(), group.data(), group.size(), &length) != 1) return std::nullopt;
  if (std::string_view(group.data(), length) != "SM2") return std::nullopt;
  std::array<std::unique_ptr<BIGNUM, decltype(&BN_free)>, 2> half{{{nullptr, &BN_free}, {nullptr, &BN_free}}};
  std::string point(1, '\4');
  for (std::size_t i = 0; i < half.size(); ++i) {
    BIGNUM* number = nullptr;
    const char* name = i == 0 ? OSSL_PKEY_PARAM_EC_PUB_X : OSSL_PKEY_PARAM_EC_PUB_Y;
    if (EVP_PKEY_get_bn_param(key.get(), name, &number) != 1) return std::nullopt;
    half.at(i).reset(number);
    std::string bytes(kCoordinate, '\0');
    if (BN_bn2binpad(number, unsigned_of(bytes), kCoordinate) != kCoordinate) return std::nullopt;
    point += bytes;
  }
  return point;
}

std::optional<std::string> point_of(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
  if (text.size() > kLongestKey) return std::nullopt;
  if (text.starts_with("-----BEGIN")) return point_of_pem(text);
  auto bytes = bytes_of_hex(small_digits(text));
  if (bytes && bytes->size() == 2 * kCoordinate) bytes->insert(bytes->begin(), '\4');
  if (!bytes || bytes->size() != kPointSize || bytes->front() != '\4') return std::nullopt;
  return bytes;
}

// As the library takes it. Absent when it is no signature.
std::optional<std::string> der_of(const std::string& signature) {
  TwoNumbers both;
  if (signature.size() == 2 * kCoordinate) {
    both.reset(ECDSA_SIG_new());
    BIGNUM* r = BN_bin2bn(unsigned_of(signature), kCoordinate, nullptr);
    BIGNUM* s = BN_bin2bn(unsigned_of(signature) + kCoordinate, kCoordinate, nullptr);
    if (both == nullptr || r == nullptr || s == nullptr || ECDSA_SIG_set0(both.get(), r, s) != 1) {
      BN_free(r);
      BN_free(s);
      return std::nullopt;
    }
  } else {
    const unsigned char* at = unsigned_of(signature);
    both.reset(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(signature.size())));
    if (both == nullptr || at != unsigned_of(signature) + signature.size()) return std::nullopt;
  }
  const int size = i2d_ECDSA_SIG(both.get(), nullptr);
  if (size <= 0) return std::nullopt;
  std::string der(static_cast<std::size_t>(size), '\0');
  unsigned char* to = unsigned_of(der);
  (void)i2d_ECDSA_SIG(both.get(), &to);
  return der;
}

std::optional<std::string> der_of_text(std::string_view signature) {
  if (signature.size() > kLongestKey) return std::nullopt;
  const auto bytes = from_base64(signature);
  return bytes ? der_of(*bytes) : std::nullopt;
}

}  // namespace

struct Sm2Key::Handle {
  std::shared_ptr<EVP_PKEY> key;
};

Sm2Key::Sm2Key(std::shared_ptr<const Handle> handle) : handle_(std::move(handle)) {}

std::optional<Sm2Key> Sm2Key::parse(std::string_view text) {
  const Forgotten errors;
  const auto point = point_of(text);
  if (!point) return std::nullopt;
  auto handle = std::make_shared<Handle>(Handle{std::shared_ptr<EVP_PKEY>(key_of_point(*point))});
  if (handle->key == nullptr) return std::nullopt;
  Sm2Key key(std::move(handle));
  key.hex_ = hex_text(*point);
  return key;
}

bool Sm2Key::has_signed(std::string_view bytes, std::string_view signature, std::string_view user) const {
  const Forgotten errors;
  const auto der = der_of_text(signature);
  if (!der) return false;
  EVP_PKEY* key = handle_->key.get();
  const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));  // the digest uses it to its end
  const std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>> digest(EVP_MD_CTX_new());
  if (digest == nullptr || context == nullptr) return false;
  if (EVP_PKEY_CTX_set1_id(context.get(), user.data(), static_cast<int>(user.size())) != 1) return false;
  EVP_MD_CTX_set_pkey_ctx(digest.get(), context.get());
  if (EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sm3(), nullptr, key) != 1) return false;
  return EVP_DigestVerify(digest.get(), unsigned_of(*der), der->size(), unsigned_of(bytes), bytes.size()) == 1;
}

bool is_signature(std::string_view text) {
  const Forgotten errors;
  return der_of_text(text).has_value();
}

}  // namespace yidan
