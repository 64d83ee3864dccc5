#pragma once
// Pseudonyms of people. For store/*.cpp only.
#include <memory>
#include <string>

struct evp_mac_ctx_st;

namespace store::detail {

/// HMAC-SHA-256 (RFC 2104) by OpenSSL, cut to 128 bits, in hexadecimal. Keeps OpenSSL's context with the
/// secret that was used last: to find the algorithm and to take in the secret costs five times the rest.
class Pseudonyms {
 public:
  /// Throws StoreError if OpenSSL has no HMAC.
  std::string make(const std::string& asker, const std::string& secret);

 private:
  struct Free {
    void operator()(evp_mac_ctx_st*) const;
  };

  std::unique_ptr<evp_mac_ctx_st, Free> context_;
  std::string secret_;  ///< that is in the context
};

}  // namespace store::detail
