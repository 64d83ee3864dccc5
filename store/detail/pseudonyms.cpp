#include "store/detail/pseudonyms.hpp"

#include "store/error.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <cstddef>

namespace store::detail {

namespace {

constexpr std::size_t bytes_kept = 16;

const unsigned char* bytes_of(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

EVP_MAC_CTX* keyed(const std::string& secret) {
  EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  EVP_MAC_CTX* const context = EVP_MAC_CTX_new(algorithm);
  EVP_MAC_free(algorithm);  // the context holds it
  std::string digest = "SHA256";
  const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
                              OSSL_PARAM_construct_end()};
  if (context != nullptr && EVP_MAC_init(context, bytes_of(secret), secret.size(), parameters.data()) == 1)
    return context;
  EVP_MAC_CTX_free(context);
  return nullptr;
}

}  // namespace

void Pseudonyms::Free::operator()(evp_mac_ctx_st* context) const {
  EVP_MAC_CTX_free(context);
}

std::string Pseudonyms::make(const std::string& asker, const std::string& secret) {
  if (!context_ || secret != secret_) {
    context_.reset(keyed(secret));
    secret_ = secret;
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  std::size_t length = 0;
  // Without a key: begins anew with the one it has.
  if (!context_ || EVP_MAC_init(context_.get(), nullptr, 0, nullptr) != 1 ||
      EVP_MAC_update(context_.get(), bytes_of(asker), asker.size()) != 1 ||
      EVP_MAC_final(context_.get(), bytes.data(), &length, bytes.size()) != 1 || length < bytes_kept) {
    context_.reset();
    throw StoreError("The question log cannot make a pseudonym: OpenSSL has no HMAC.");
  }
  std::string text;
  text.reserve(2 * bytes_kept);
  for (std::size_t i = 0; i < bytes_kept; ++i) {
    text += "0123456789abcdef"[bytes[i] >> 4];
    text += "0123456789abcdef"[bytes[i] & 15];
  }
  return text;
}

}  // namespace store::detail
