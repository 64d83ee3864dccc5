#pragma once
// Certificates made when the test runs: a root of its own, good and bad ones below it.
#include <openssl/types.h>

#include <memory>
#include <string>

namespace support {

struct CertifiedKey {
  std::string certificate;  ///< PEM
  std::string key;          ///< PEM
};

class CertificateAuthority {
 public:
  CertificateAuthority();

  /// `names` as OpenSSL writes them, e.g. "DNS:localhost,IP:127.0.0.1". Valid from `days` - 2 to `days` days
  /// from now.
  CertifiedKey issue(const std::string& names, int days = 1) const;
  /// The root itself, PEM.
  std::string root() const;

 private:
  std::shared_ptr<EVP_PKEY> key_;
  std::shared_ptr<X509> certificate_;
};

}  // namespace support
