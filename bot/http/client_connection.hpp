#pragma once
// One outgoing connection: set up (directly or through a proxy), then one exchange after the other.
// For the sources of this folder only.
#include "bot/http/client.hpp"
#include "bot/http/deadline.hpp"
#include "bot/http/stream.hpp"
#include "bot/http/url.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <chrono>
#include <memory>
#include <string>

namespace bot::http {

/// How an exchange went, for the pool.
struct Exchange {
  ClientResponse response;
  bool keep = false;             ///< the connection can take another request
  bool nothing_written = false;  ///< the network took no byte of the request
};

class ClientConnection {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  ClientConnection(boost::asio::io_context&, std::shared_ptr<boost::asio::ssl::context>);

  /// Resolves, connects, asks the proxy (if there is one) and shakes hands. Empty when connected, otherwise
  /// why not.
  boost::asio::awaitable<std::string> open(Url to, std::optional<Url> proxy, TimePoint deadline);

  /// Sends `head` and `body` in one write, and reads the answer.
  boost::asio::awaitable<Exchange> exchange(const std::string& bytes, bool is_head, std::size_t body_bytes,
                                            TimePoint deadline);

  /// Whether a kept connection looks alive: the other side has neither closed it nor said anything unasked.
  bool is_quiet();
  void close() { stream_.close(); }

  TimePoint idle_since;  ///< kept by the pool

 private:
  boost::asio::io_context& io_;
  std::shared_ptr<boost::asio::ssl::context> context_;
  Stream stream_;
  Deadline deadline_;
  bool too_slow_ = false;
  boost::beast::flat_buffer buffer_;

  boost::asio::awaitable<std::string> connect(const Url& to, TimePoint deadline);
  boost::asio::awaitable<std::string> open_tunnel(const Url& to);
  std::string reason(const boost::system::error_code&) const;
};

}  // namespace bot::http
