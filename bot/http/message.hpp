#pragma once
// An HTTP request and its response as plain values: no Beast type reaches the endpoints.
#include <boost/asio/awaitable.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bot::http {

/// A header as it was received; names compare without case.
using Header = std::pair<std::string, std::string>;

struct Request {
  std::string method;  ///< "GET", "POST", ...
  std::string target;  ///< path and query as sent
  std::vector<Header> headers;
  std::string body;

  /// The first header of that name (any case); empty if there is none.
  std::string_view header(std::string_view name) const;
  /// How many headers of that name there are: a second Authorization header is an attack.
  int header_count(std::string_view name) const;
  /// The target without its query.
  std::string_view path() const;
};

struct Response {
  int status = 200;
  std::string content_type;  ///< empty for an empty body
  std::string body;
  std::vector<Header> headers;
};

/// Answers one request. Runs on the event loop's thread; an exception becomes a 500 with no details.
using Handler = std::function<boost::asio::awaitable<Response>(Request)>;

/// `{"error":{"code":"...","message":"..."}}` with the status: how every refusal looks.
Response error_response(int status, std::string_view code, std::string_view message);

/// Whether these are letters that a header's name or a method may have (RFC 9110 section 5.6.2), at least
/// one.
bool is_token(std::string_view);
/// Whether this can be a header's value: no control characters but tab, so that nobody can smuggle in a
/// second header.
bool is_header_value(std::string_view);
/// Whether this can be a request's target: a path, and nothing in it that would end the line or a word of it.
bool is_target(std::string_view);
/// The first header of that name (any case); empty if there is none.
std::string_view find_header(const std::vector<Header>&, std::string_view name);

}  // namespace bot::http
