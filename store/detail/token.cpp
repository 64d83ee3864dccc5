#include "store/detail/token.hpp"

#include "store/error.hpp"

#include <openssl/rand.h>

#include <array>

namespace store::detail {

std::string random_token() {
  constexpr char digits[] = "0123456789abcdef";
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw StoreError("This machine gives no random numbers: check that its random device can be read.");
  std::string token;
  for (const unsigned char byte : bytes) {
    token += digits[byte >> 4];
    token += digits[byte & 15];
  }
  return token;
}

}  // namespace store::detail
