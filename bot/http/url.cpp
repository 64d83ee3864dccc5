#include "bot/http/url.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>
#include <charconv>

namespace bot::http {

namespace urls = boost::urls;

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

std::string bracketed(const std::string& host) {
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

std::uint16_t default_port(std::string_view scheme) {
  return scheme == "https" ? 443 : 80;
}

/// Whether `host` is `domain` or lies below it.
bool is_within(std::string_view host, std::string_view domain) {
  return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                            host[host.size() - domain.size() - 1] == '.');
}

/// A percent-encoded host could hide anything, and Boost 1.81 lets a wrong port pass as a part of the name.
bool is_plain_name(std::string_view host) {
  return std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  });
}

}  // namespace

std::string Url::origin() const {
  return scheme + "://" + bracketed(host) + ":" + std::to_string(port);
}

std::string Url::authority() const {
  const std::string name = bracketed(host);
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
  const bool v6 = parsed->host_type() == urls::host_type::ipv6;
  url.host = lower({parsed->encoded_host_address().data(), parsed->encoded_host_address().size()});
  if (url.host.empty() || (!v6 && !is_plain_name(url.host))) {
    return std::nullopt;
  }
  const std::string_view port(parsed->port().data(), parsed->port().size());
  url.port = default_port(url.scheme);
  if (!port.empty()) {  // read here: Boost 1.81 takes ports that are no 16-bit numbers
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), url.port);
    if (error != std::errc() || end != port.data() + port.size() || url.port == 0) {
      return std::nullopt;
    }
  }
  url.target = std::string(parsed->encoded_path().data(), parsed->encoded_path().size());
  // Boost.URL 1.81 takes "http://127.0.0.1.example.org" for host 127.0.0.1 with path ".example.org".
  if (!url.target.empty() && url.target.front() != '/') {
    return std::nullopt;
  }
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
