#pragma once
// The door: HTTP/1.1 over TCP or TLS, with limits, keep-alive and a graceful stop.
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include "bot/http/message.hpp"

namespace bot::http {

struct ServerLimits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 1024 * 1024;      ///< more is 413
  std::chrono::seconds read_timeout{15};     ///< for a whole request, from its first byte; more is 408
  std::chrono::seconds idle_timeout{120};    ///< between requests on a kept connection; then closed without a word
  std::chrono::seconds handler_timeout{30};  ///< for the handler; more is 503
  std::size_t connections = 20'000;          ///< more are closed at once
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 3978;           ///< 0: any free one, see Server::port()
  std::filesystem::path certificate;   ///< PEM chain; empty: plain HTTP
  std::filesystem::path key;
  ServerLimits limits;
};

/// What the server counts, for /metrics. Read on the event loop's thread.
struct ServerCounts {
  std::uint64_t connections_open = 0;
  std::uint64_t connections_total = 0;
  std::uint64_t requests_total = 0;
  std::uint64_t refused_total = 0;  ///< 400, 408, 413, 431 given by the server itself, and connections over the limit
};

/// Lives on one event loop (one thread). HTTP errors that the server answers itself: 400 malformed, 408 too slow, 413 body
/// too large, 431 header too large, 417 for an unknown expectation, 505 for another HTTP version; each with a reason in JSON.
class Server {
 public:
  /// Binds and listens at once. Throws std::runtime_error with one sentence (address in use, certificate unreadable, key
  /// doesn't fit) that names the setting and the remedy.
  Server(boost::asio::io_context&, ServerOptions, Handler);
  ~Server();

  std::uint16_t port() const;
  const ServerCounts& counts() const;

  /// Starts accepting.
  void start();

  /// Reads certificate and key again if their files changed; connections made from now on get the new one. With a broken
  /// new file the old certificate stays and the reason is returned; empty when all is well. Called every minute and on SIGHUP.
  std::string reload_certificate();

  /// Stops accepting, lets requests in progress end (at most `patience`), closes idle connections; then returns.
  boost::asio::awaitable<void> stop(std::chrono::seconds patience);

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace bot::http
