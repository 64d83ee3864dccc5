#include "handlers/public_link.hpp"

namespace handlers {

std::string public_link(const Policy& policy, const char* path, const std::string& token,
                        const char* ending) {
  if (policy.public_url.empty() || token.empty()) {
    return "";
  }
  auto url = policy.public_url;
  while (url.ends_with('/')) {
    url.pop_back();
  }
  return url + path + token + ending;
}

}  // namespace handlers
