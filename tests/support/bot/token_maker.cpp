#include "tests/support/bot/token_maker.hpp"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <stdexcept>
#include <vector>

namespace support {
namespace {

void check(bool good) {
  if (!good) throw std::runtime_error("OpenSSL failed in a test");
}

std::string number(const EVP_PKEY* key, const char* name) {
  BIGNUM* value = nullptr;
  check(EVP_PKEY_get_bn_param(key, name, &value) == 1);
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(value)), '\0');
  BN_bn2bin(value, reinterpret_cast<unsigned char*>(bytes.data()));
  BN_free(value);
  return base64url(bytes);
}

}  // namespace

std::string base64url(std::string_view bytes) {
  std::vector<unsigned char> out(4 * ((bytes.size() + 2) / 3) + 1);
  const int length = EVP_EncodeBlock(out.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                                     static_cast<int>(bytes.size()));
  std::string text(out.begin(), out.begin() + length);
  while (text.ends_with('=')) text.pop_back();
  for (char& c : text) {
    if (c == '+') c = '-';
    if (c == '/') c = '_';
  }
  return text;
}

RsaPair::RsaPair(int bits) : key_(EVP_RSA_gen(static_cast<unsigned>(bits)), EVP_PKEY_free) {
  check(key_ != nullptr);
}

std::string RsaPair::n() const {
  return number(key_.get(), OSSL_PKEY_PARAM_RSA_N);
}

std::string RsaPair::e() const {
  return number(key_.get(), OSSL_PKEY_PARAM_RSA_E);
}

std::string RsaPair::public_pem() const {
  const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
  check(PEM_write_bio_PUBKEY(out.get(), key_.get()) == 1);
  char* data = nullptr;
  const long length = BIO_get_mem_data(out.get(), &data);
  return {data, static_cast<std::size_t>(length)};
}

std::string RsaPair::sign(std::string_view bytes, const char* digest, bool pss) const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_PKEY_CTX* padding = nullptr;
  check(EVP_DigestSignInit_ex(context.get(), &padding, digest, nullptr, nullptr, key_.get(), nullptr) == 1);
  if (pss) check(EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING) == 1);
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t length = 0;
  check(EVP_DigestSign(context.get(), nullptr, &length, data, bytes.size()) == 1);
  std::string signature(length, '\0');
  check(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, data,
                       bytes.size()) == 1);
  signature.resize(length);
  return signature;
}

std::string RsaPair::jwk(const std::string& kid, const std::string& more) const {
  return R"({"kty":"RSA","kid":")" + kid + R"(","n":")" + n() + R"(","e":")" + e() + '"' + more + '}';
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  std::string out(32, '\0');
  unsigned int length = 0;
  check(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
             reinterpret_cast<unsigned char*>(out.data()), &length) != nullptr);
  return out;
}

std::string make_token(const RsaPair& key, const std::string& header, const std::string& payload) {
  const std::string body = base64url(header) + '.' + base64url(payload);
  return body + '.' + base64url(key.sign(body));
}

}  // namespace support
