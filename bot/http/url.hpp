#pragma once
// Absolute http and https addresses, and which of them stay on this machine.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bot::http {

struct Url {
  std::string scheme;  ///< "http" or "https"
  std::string host;    ///< lower case; an IPv6 address without its brackets
  std::uint16_t port = 0;
  std::string target;  ///< path and query as written, at least "/"

  /// "https://host:port": what connections are kept for.
  std::string origin() const;
  /// Host as it stands in URLs and in the Host header: in brackets if IPv6, with the port unless it is the
  /// scheme's own.
  std::string authority() const;
};

/// Nothing if it is not an absolute http or https URL with a host, or carries a user name, or is not written
/// in RFC 3986's characters (a space, a line break, a letter like å must be percent-encoded). A fragment is
/// dropped.
std::optional<Url> parse_url(std::string_view text);

/// One segment of a path, whatever it contains: all but unreserved characters (RFC 3986 section 2.3)
/// percent-encoded.
std::string encode_path_segment(std::string_view segment);

/// "localhost" and names under it, 127.0.0.0/8, ::1.
bool is_loopback_host(std::string_view host);

/// NO_PROXY as curl reads it: names separated by commas or spaces, each covering itself and all below; a
/// leading dot or "*." is ignored; "*" is everything; addresses match as written. Ports in it are not
/// supported.
bool is_excluded_from_proxy(std::string_view host, std::string_view no_proxy);

}  // namespace bot::http
