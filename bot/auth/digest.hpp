#pragma once
// SHA-256, for keys of caches: what is secret is looked up by its digest and not kept.
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace bot::auth {

using Digest = std::array<unsigned char, 32>;

/// SHA-256 of the bytes. Throws std::runtime_error if OpenSSL cannot (out of memory).
Digest sha256(std::string_view bytes);

/// Lower-case hexadecimal.
std::string to_hex(const Digest&);

/// For hash tables: a digest is evenly spread already.
struct DigestHash {
  std::size_t operator()(const Digest& digest) const {
    std::size_t first = 0;
    std::memcpy(&first, digest.data(), sizeof first);
    return first;
  }
};

}  // namespace bot::auth
