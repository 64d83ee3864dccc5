// A request as the server reads it, before anybody is known: any bytes, in pieces of any length, are a
// request within the limits or a refusal, and the pieces make no difference.
#include "bot/http/parser.hpp"
#include "bot/http/request_rules.hpp"
#include "tests/fuzz/target.hpp"

#include <boost/beast/core/flat_buffer.hpp>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

namespace {

using bot::http::Request;

void check(bool holds) {
  if (!holds) std::abort();
}

struct Taken {
  Request request;
  std::size_t rest = 0;  ///< bytes that came behind it
};

/// The request at the beginning of the bytes; nothing if it is refused or not complete.
std::optional<Taken> read(std::string_view bytes, std::size_t piece, const bot::http::ServerLimits& limits) {
  bot::http::MessageParser<true> parser(limits.header_bytes, limits.body_bytes);
  boost::beast::flat_buffer buffer;
  bool promised = false;
  while (!parser.is_done()) {
    boost::system::error_code error;
    const bool starved = parser.feed(buffer, error);
    check(parser.body.size() <= limits.body_bytes);
    if (error) {
      check(refusal_for(error, limits).status >= 400);
      return std::nullopt;
    }
    if (parser.is_header_done() && !promised) {
      promised = true;
      parser.eager(true);
      if (refusal_for_header(parser).status != 200) return std::nullopt;
      continue;
    }
    if (!starved) continue;
    const std::size_t next = std::min(piece, bytes.size());
    if (next == 0) return std::nullopt;
    std::copy_n(bytes.data(), next, static_cast<char*>(buffer.prepare(next).data()));
    buffer.commit(next);
    bytes.remove_prefix(next);
  }
  if (refusal_for_header(parser).status != 200) return std::nullopt;
  Taken taken;
  taken.request.method = std::move(parser.method);
  taken.request.target = bot::http::origin_form(std::move(parser.target));
  taken.request.headers = std::move(parser.headers);
  taken.request.body = std::move(parser.body);
  taken.rest = buffer.size() + bytes.size();
  return taken;
}

/// What the rest of the program relies on, and what a proxy before us must not see otherwise.
void check_rules(const Request& request, const bot::http::ServerLimits& limits) {
  check(bot::http::is_token(request.method));
  check(request.target == "*" || request.target.starts_with('/'));
  check(request.target.find_first_of("\r\n ") == std::string::npos);
  check(request.path().find('?') == std::string_view::npos);
  check(request.header_count("Host") <= 1);
  check(request.header_count("Content-Length") + request.header_count("Transfer-Encoding") <= 1);
  std::size_t size = request.method.size();
  for (const auto& [name, value] : request.headers) {
    check(bot::http::is_token(name) && bot::http::is_header_value(value));
    check(request.header_count(name) >= 1);
    size += name.size() + value.size();
  }
  check(size <= limits.header_bytes);
  check(request.headers.size() <= bot::http::headers_max);
  if (const auto length = request.header("Content-Length"); !length.empty())
    check(std::stoull(std::string(length)) == request.body.size());
}

bool same(const std::optional<Taken>& a, const std::optional<Taken>& b) {
  if (!a || !b) return !a && !b;
  return a->request.method == b->request.method && a->request.target == b->request.target &&
         a->request.headers == b->request.headers && a->request.body == b->request.body && a->rest == b->rest;
}

void run_within(std::string_view input, std::size_t piece, const bot::http::ServerLimits& limits) {
  const auto whole = read(input, input.size(), limits);
  if (whole) check_rules(whole->request, limits);
  check(same(whole, read(input, piece, limits)));
}

/// The first byte says how long the pieces are.
void run(std::string_view input) {
  if (input.empty()) return;
  const std::size_t piece = 1 + static_cast<unsigned char>(input.front());
  input.remove_prefix(1);
  bot::http::ServerLimits narrow;  // so that short inputs reach them
  narrow.header_bytes = 300;
  narrow.body_bytes = 100;
  run_within(input, piece, {});
  run_within(input, piece, narrow);
}

const fuzz::Registration registration{"http", run};

}  // namespace
