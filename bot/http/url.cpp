#include "bot/http/url.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>

namespace bot::http {

namespace urls = boost::urls;

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

std::uint16_t default_port(std::string_view scheme) {
  return scheme == "https" ? 443 : 80;
}

/// Whether `host` is `domain` or lies below it.
bool is_within(std::string_view host, std::string_view domain) {
  return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                            host[host.size() - domain.size() - 1] == '.');
}

}  // namespace

std::string Url::origin() const {
  const bool v6 = host.find(':') != std::string::npos;
  return scheme + "://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::string Url::authority() const {
  const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
  return port == default_port(scheme) ? name : name + ":" + std::to_string(port);
}

std::optional<Url> parse_url(std::string_view text) {
  const auto parsed = urls::parse_uri({text.data(), text.size()});
  if (!parsed || !parsed->has_authority() || parsed->has_userinfo()) {
    return std::nullopt;
  }
  Url url;
  url.scheme = lower({parsed->scheme().data(), parsed->scheme().size()});
  if ((url.scheme != "http" && url.scheme != "https") || parsed->host_type() == urls::host_type::ipvfuture) {
    return std::nullopt;
  }
  url.host = lower(parsed->host_address());
  const bool plain_name = std::all_of(url.host.begin(), url.host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == ':';
  });
  if (!plain_name || url.host.empty()) {  // a percent-encoded host could hide anything
    return std::nullopt;
  }
  url.port = default_port(url.scheme);
  if (parsed->has_port() && !parsed->port().empty()) {
    url.port = parsed->port_number();
    if (url.port == 0) {
      return std::nullopt;
    }
  }
  url.target = std::string(parsed->encoded_path().data(), parsed->encoded_path().size());
  if (url.target.empty()) {
    url.target = "/";
  }
  if (parsed->has_query()) {
    url.target.append("?").append(parsed->encoded_query().data(), parsed->encoded_query().size());
  }
  return url;
}

std::string encode_path_segment(std::string_view segment) {
  // "." and ".." would be resolved away by whoever normalises the path, so their dots are encoded too.
  if (segment == "." || segment == "..") {
    return segment == "." ? "%2E" : "%2E%2E";
  }
  return urls::encode({segment.data(), segment.size()}, urls::unreserved_chars);
}

bool is_loopback_host(std::string_view host) {
  const std::string name = lower(host);
  boost::system::error_code not_an_address;
  const auto address = boost::asio::ip::make_address(name, not_an_address);
  return not_an_address ? is_within(name, "localhost") : address.is_loopback();
}

bool is_excluded_from_proxy(std::string_view host, std::string_view no_proxy) {
  const std::string name = lower(host);
  const std::string list = lower(no_proxy);
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find_first_of(", ", at), list.size());
    std::string_view entry = std::string_view(list).substr(at, end - at);
    at = end + 1;
    if (entry == "*") {
      return true;
    }
    entry.remove_prefix(entry.starts_with("*.") ? 2 : entry.starts_with('.') ? 1 : 0);
    if (!entry.empty() && is_within(name, entry)) {
      return true;
    }
  }
  return false;
}

}  // namespace bot::http
