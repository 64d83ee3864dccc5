#include "bot/http/request_rules.hpp"

#include <boost/beast/core/string.hpp>

#include <algorithm>

namespace bot::http {

namespace beast = boost::beast;

Response refusal_for(const boost::system::error_code& error, const ServerLimits& limits) {
  if (error == beast::http::error::header_limit) {
    return error_response(431, "header_too_large",
                          "The header is longer than " + std::to_string(limits.header_bytes) +
                              " bytes, or has more than " + std::to_string(headers_max) + " lines.");
  }
  if (error == beast::http::error::body_limit) {
    return error_response(413, "body_too_large",
                          "The body is longer than " + std::to_string(limits.body_bytes) + " bytes.");
  }
  if (error == beast::http::error::bad_version) {
    return error_response(505, "version_not_supported", "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
  }
  return error_response(400, "malformed_request",
                        "This is not a valid HTTP request: " + error.message() + ".");
}

bool expects_continue(const MessageParser<true>& parser) {
  return parser.version == 11 && !find_header(parser.headers, "Expect").empty();
}

Response refusal_for_header(const MessageParser<true>& parser) {
  const auto hosts = std::count_if(parser.headers.begin(), parser.headers.end(),
                                   [](const Header& h) { return beast::iequals(h.first, "Host"); });
  if (hosts > 1 || (hosts == 0 && parser.version == 11)) {  // RFC 9112 section 3.2
    return error_response(400, "malformed_request", "There must be exactly one Host header.");
  }
  const bool absolute = parser.target.starts_with("http://") || parser.target.starts_with("https://");
  if (!parser.target.starts_with('/') && !absolute && parser.target != "*") {
    return error_response(400, "malformed_request",
                          "The request target must be a path that starts with '/'.");
  }
  const std::string_view expectation = find_header(parser.headers, "Expect");
  if (expects_continue(parser) && !beast::iequals({expectation.data(), expectation.size()}, "100-continue")) {
    return error_response(417, "expectation_failed", "The only expectation that can be met is 100-continue.");
  }
  return {};
}

std::string origin_form(std::string target) {
  if (target.starts_with("http")) {
    const std::size_t path = target.find_first_of("/?", target.find("//") + 2);
    target.erase(0, path);  // npos: all of it
    if (!target.starts_with('/')) {
      target.insert(0, 1, '/');
    }
  }
  return target;
}

}  // namespace bot::http
