#pragma once
// Makes keys and tokens at run time, good ones and forged ones.
#include <openssl/types.h>

#include <memory>
#include <string>
#include <string_view>

namespace support {

std::string base64url(std::string_view bytes);

/// An RSA key pair made when the test runs.
class RsaPair {
 public:
  explicit RsaPair(int bits = 2048);

  std::string n() const;  ///< base64url
  std::string e() const;
  std::string public_pem() const;
  /// RSASSA-PKCS1-v1_5 with "SHA256", "SHA384", ... or, if `pss`, RSASSA-PSS.
  std::string sign(std::string_view bytes, const char* digest = "SHA256", bool pss = false) const;

  /// A key of a key set; `more` is further members, e.g. `,"use":"sig"`.
  std::string jwk(const std::string& kid, const std::string& more = "") const;

 private:
  std::shared_ptr<EVP_PKEY> key_;
};

std::string hmac_sha256(std::string_view key, std::string_view bytes);

/// header.payload.signature, RS256.
std::string make_token(const RsaPair&, const std::string& header, const std::string& payload);

}  // namespace support
