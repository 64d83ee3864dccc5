#pragma once
// Which URLs may be given a secret, or believed for keys.
#include <string>
#include <string_view>

namespace bot::auth {

/// Where a URL leads. Empty host: the URL cannot be used (not absolute http(s), or with user information in
/// it).
struct UrlPlace {
  std::string host;  ///< lower case, without port and brackets
  bool https = false;
  bool loopback = false;  ///< as http::is_loopback_host says; no name is looked up
};

UrlPlace place_of(std::string_view url);

/// https, or plain http to this machine itself.
bool is_confidential(const UrlPlace&);

/// Whether metadata read from `metadata_url` may send us to `keys_url` for the keys: both confidential; on
/// loopback only from loopback; and otherwise on the same host or under the same parent domain
/// ("login.botframework.com" may name "keys.botframework.com").
bool may_name_keys(std::string_view metadata_url, std::string_view keys_url);

}  // namespace bot::auth
