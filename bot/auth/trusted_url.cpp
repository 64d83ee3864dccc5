#include "bot/auth/trusted_url.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/system/error_code.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace bot::auth {
namespace urls = boost::urls;

namespace {

bool is_loopback(const std::string& host) {
  if (host == "localhost") return true;
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(host, error);
  return !error && address.is_loopback();
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
  const auto parsed = urls::parse_uri(urls::string_view(url.data(), url.size()));
  if (!parsed || !parsed->has_authority() || parsed->has_userinfo()) return place;
  // Boost.URL 1.81 takes "http://127.0.0.1.example.org" for host 127.0.0.1 with path ".example.org".
  if (!parsed->encoded_path().empty() && !parsed->encoded_path().starts_with('/')) return place;
  const bool https = parsed->scheme_id() == urls::scheme::https;
  if (!https && parsed->scheme_id() != urls::scheme::http) return place;
  place.https = https;
  place.host = parsed->host_address();
  for (char& letter : place.host) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  place.loopback = is_loopback(place.host);
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
  boost::system::error_code error;
  boost::asio::ip::make_address(metadata.host, error);
  if (!error) return false;  // the 'parent' of a numeric address means nothing
  const std::string domain = parent_domain(metadata.host);
  return !domain.empty() && (keys.host == domain || is_below(keys.host, domain));
}

}  // namespace bot::auth
