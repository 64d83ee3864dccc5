#include "bot/auth/trusted_url.hpp"

#include "bot/http/url.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/system/error_code.hpp>

#include <algorithm>
#include <utility>

namespace bot::auth {
namespace {

bool is_numeric(const std::string& host) {
  boost::system::error_code error;
  boost::asio::ip::make_address(host, error);
  return !error;
}

/// "login.botframework.com" -> "botframework.com"; a host of two labels or fewer has no parent that only its
/// owner controls.
std::string parent_domain(const std::string& host) {
  if (std::count(host.begin(), host.end(), '.') < 2) return {};
  return host.substr(host.find('.') + 1);
}

bool is_below(const std::string& host, const std::string& domain) {
  return host.size() > domain.size() + 1 && host.ends_with(domain) &&
         host[host.size() - domain.size() - 1] == '.';
}

}  // namespace

UrlPlace place_of(std::string_view url) {
  UrlPlace place;
  auto parsed = http::parse_url(url);
  if (!parsed) return place;
  place.https = parsed->scheme == "https";
  place.loopback = http::is_loopback_host(parsed->host);
  place.host = std::move(parsed->host);
  return place;
}

bool is_confidential(const UrlPlace& place) {
  return !place.host.empty() && (place.https || place.loopback);
}

bool may_name_keys(std::string_view metadata_url, std::string_view keys_url) {
  const UrlPlace metadata = place_of(metadata_url);
  const UrlPlace keys = place_of(keys_url);
  if (!is_confidential(metadata) || !is_confidential(keys)) return false;
  if (metadata.loopback || keys.loopback) return metadata.loopback && keys.loopback;
  if (metadata.host == keys.host) return true;
  if (is_numeric(metadata.host)) return false;  // the 'parent' of a numeric address means nothing
  const std::string domain = parent_domain(metadata.host);
  return !domain.empty() && (keys.host == domain || is_below(keys.host, domain));
}

}  // namespace bot::auth
