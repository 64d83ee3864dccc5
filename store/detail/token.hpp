#pragma once
// What nobody can guess. For store/*.cpp only.
#include <string>

namespace store::detail {

/// 128 bits from OpenSSL's random generator as 32 hexadecimal digits. Throws StoreError if it has none.
std::string random_token();

}  // namespace store::detail
