#pragma once
#include "handlers/policy.hpp"

#include <string>

namespace handlers {

/// Where something is fetched from us: public URL, path, token, ending. Empty if the policy has no public URL
/// or there is no token.
std::string public_link(const Policy&, const char* path, const std::string& token, const char* ending);

}  // namespace handlers
