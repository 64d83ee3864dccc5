#include "bot/auth/rsa_key.hpp"

#include "bot/auth/jwt.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <string>

namespace bot::auth {
namespace {

constexpr int bits_min = 2048;
constexpr int bits_max = 4096;
constexpr int exponent_bits_max = 32;

template <auto Free>
struct Freer {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};

using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using ParamBuild = std::unique_ptr<OSSL_PARAM_BLD, Freer<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freer<OSSL_PARAM_free>>;
using Pkey = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;

Number to_number(std::string_view base64url) {
  const auto bytes = decode_base64url(base64url);
  if (!bytes || bytes->empty() || bytes->size() > bits_max / 8 + 1) return nullptr;
  return Number(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes->data()),
                          static_cast<int>(bytes->size()), nullptr));
}

Pkey make_key(const BIGNUM* n, const BIGNUM* e) {
  const ParamBuild build(OSSL_PARAM_BLD_new());
  if (!build || OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_N, n) != 1 ||
      OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_E, e) != 1) {
    return nullptr;
  }
  const Params params(OSSL_PARAM_BLD_to_param(build.get()));
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  EVP_PKEY* key = nullptr;
  if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) {
    return nullptr;
  }
  return Pkey(key);
}

}  // namespace

struct RsaKey::Key {
  Pkey pkey;
};

std::optional<RsaKey> RsaKey::from_jwk(std::string_view n, std::string_view e) {
  const Number modulus = to_number(n);
  const Number exponent = to_number(e);
  if (!modulus || !exponent) return std::nullopt;
  const int bits = BN_num_bits(modulus.get());
  if (bits < bits_min || bits > bits_max || !BN_is_odd(modulus.get())) return std::nullopt;
  if (!BN_is_odd(exponent.get()) || BN_is_one(exponent.get()) ||
      BN_num_bits(exponent.get()) > exponent_bits_max) {
    return std::nullopt;
  }
  Pkey pkey = make_key(modulus.get(), exponent.get());
  ERR_clear_error();
  if (!pkey) return std::nullopt;
  RsaKey key;
  key.key_ = std::make_shared<const Key>(Key{std::move(pkey)});
  return key;
}

bool RsaKey::verify_rs256(std::string_view bytes, std::string_view signature) const {
  const DigestContext context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* padding = nullptr;  // belongs to the digest context
  const bool good = context &&
                    EVP_DigestVerifyInit_ex(context.get(), &padding, "SHA256", nullptr, nullptr,
                                            key_->pkey.get(), nullptr) == 1 &&
                    EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PADDING) == 1 &&
                    EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                                     signature.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                                     bytes.size()) == 1;
  ERR_clear_error();  // a forged token must not leave an error behind that a TLS connection of this thread
                      // would find
  return good;
}

}  // namespace bot::auth
