#include "bot/http/client_connection.hpp"

#include "bot/http/parser.hpp"
#include "bot/http/resolve.hpp"
#include "bot/http/tls.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <cerrno>
#include <sys/socket.h>

namespace bot::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using asio::ip::tcp;

namespace {
constexpr std::size_t header_bytes = 64 * 1024;
constexpr std::size_t read_bytes = 2 * 1024;  // the connector's answers are short
}  // namespace

ClientConnection::ClientConnection(asio::io_context& io, std::shared_ptr<asio::ssl::context> context)
    : io_(io), context_(std::move(context)), stream_(tcp::socket(io)), deadline_(io.get_executor(), [this] {
        too_slow_ = true;
        stream_.close();
      }) {}

std::string ClientConnection::reason(const boost::system::error_code& error) const {
  return too_slow_ ? "took too long" : error.message();
}

awaitable<std::string> ClientConnection::open(Url to, std::optional<Url> proxy, TimePoint deadline) {
  std::string error = co_await connect(proxy ? *proxy : to, deadline);
  if (!error.empty()) {
    co_return (proxy ? "the proxy: " : "") + error;
  }
  if (to.scheme != "https") {
    co_return std::string();
  }
  deadline_.set_at(deadline);
  if (proxy) {
    error = co_await open_tunnel(to);
    if (!error.empty()) {
      co_return error;
    }
  }
  stream_.make_tls(*context_);
  if (!expect_host(stream_.session(), to.host)) {
    co_return std::string("the host name cannot be used with TLS");
  }
  const auto [failed] = co_await stream_.handshake(Side::client);
  deadline_.clear();
  if (failed) {
    co_return "TLS failed: " + (too_slow_ ? reason(failed) : handshake_error(stream_.session(), failed));
  }
  co_return std::string();
}

awaitable<std::string> ClientConnection::connect(const Url& to, TimePoint deadline) {
  const Resolved resolved = co_await resolve(io_, to.host, to.port, deadline);
  std::string error = resolved.error;
  std::size_t left = resolved.endpoints.size();
  for (const tcp::endpoint& endpoint : resolved.endpoints) {
    // Each address gets its share of what time is left, so that a dead one doesn't use it up.
    const auto now = std::chrono::steady_clock::now();
    too_slow_ = false;
    stream_.close();
    deadline_.set_at(now + (deadline - now) / static_cast<int>(left--));
    const auto [failed] = co_await stream_.socket().async_connect(endpoint, nothrow);
    deadline_.clear();
    if (!failed) {
      boost::system::error_code ignored;
      stream_.socket().set_option(tcp::no_delay(true), ignored);
      co_return std::string();
    }
    error = "cannot connect: " + reason(failed);
  }
  co_return error;
}

/// RFC 9110 section 9.3.6.
awaitable<std::string> ClientConnection::open_tunnel(const Url& to) {
  const std::string authority = to.origin().substr(to.scheme.size() + 3);
  const std::string request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n";
  const auto [unsent, written] = co_await stream_.write(asio::buffer(request));
  if (unsent) {
    co_return "the proxy: " + reason(unsent);
  }
  MessageParser<false> parser(header_bytes, 0);
  parser.skip(true);
  for (;;) {
    boost::system::error_code error;
    if (!parser.feed(buffer_, error)) {
      if (error || parser.status / 100 != 2) {
        co_return error ? std::string("the proxy gave no valid answer")
                        : "the proxy refused with status " + std::to_string(parser.status);
      }
      co_return buffer_.size() == 0 ? "" : "the proxy sent more than its answer";
    }
    const auto [failed, bytes] = co_await stream_.read_some(buffer_.prepare(read_bytes));
    if (failed) {
      co_return "the proxy: " + reason(failed);
    }
    buffer_.commit(bytes);
  }
}

bool ClientConnection::is_quiet() {
  if (stream_.has_bytes()) return false;  // TLS reads ahead: the socket would not show them
  char byte = 0;
  // Asked of the system itself, which needs no call of its own to be told not to wait.
  const auto bytes = ::recv(stream_.socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  // 0 bytes: closed; 1: a goodbye, or an answer to nothing
  return bytes < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

awaitable<Exchange> ClientConnection::exchange(const std::string& bytes, bool is_head, std::size_t body_bytes,
                                               TimePoint deadline) {
  Exchange result;
  result.response.outcome = Outcome::uncertain;
  too_slow_ = false;
  deadline_.set_at(deadline);
  const auto [unsent, written] = co_await stream_.write(asio::buffer(bytes));
  if (unsent) {
    result.nothing_written = written == 0 && !too_slow_;
    result.response.error = "sending failed: " + reason(unsent);
    co_return result;
  }
  std::optional<MessageParser<false>> parser;
  const auto renew = [&] {
    parser.emplace(header_bytes, body_bytes);
    parser->skip(is_head);
  };
  renew();
  for (;;) {
    boost::system::error_code error;
    const bool starved = parser->feed(buffer_, error);
    if (error) {
      result.response.error = error == beast::http::error::body_limit
                                  ? "the answer is too large"
                                  : "the answer is not valid HTTP: " + error.message();
      co_return result;
    }
    if (!starved && parser->is_done()) {
      if (parser->status / 100 == 1 && parser->status != 101) {  // an interim answer; the real one follows
        renew();
        continue;
      }
      break;
    }
    if (!starved) {
      parser->eager(true);
      continue;
    }
    const auto [failed, count] = co_await stream_.read_some(buffer_.prepare(read_bytes));
    buffer_.commit(count);
    if (failed == asio::error::eof &&
        parser->is_header_done()) {  // fine if the answer ends with the connection
      parser->put_eof(error);
      if (!error) {
        break;
      }
    }
    if (failed) {
      result.response.error = failed == asio::error::eof
                                  ? "the connection closed before the answer was complete"
                                  : "no answer: " + reason(failed);
      co_return result;
    }
  }
  deadline_.clear();
  result.keep = parser->keep_alive() && buffer_.size() == 0 && parser->status != 101;
  result.response.outcome = Outcome::answered;
  result.response.status = parser->status;
  result.response.headers = std::move(parser->headers);
  result.response.body = std::move(parser->body);
  co_return result;
}

}  // namespace bot::http
