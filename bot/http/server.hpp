#pragma once
// The door: HTTP/1.1 over TCP or TLS, with limits, keep-alive and a graceful stop.
#include "bot/http/message.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace bot::http {

struct ServerLimits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 1024 * 1024;  ///< more is 413
  /// What all bodies that are on their way may hold; beyond it, one over 8 KB is 503.
  std::size_t bodies_bytes = 64 * 1024 * 1024;
  /// For a whole request, from its first byte; more is 408. Also for a TLS handshake and for writing an
  /// answer: then closed.
  std::chrono::milliseconds read_timeout{15'000};
  /// Before and between requests on a connection; then closed without a word.
  std::chrono::milliseconds idle_timeout{120'000};
  /// The next request often follows at once: TLS keeps its room for records for so long after an answer.
  std::chrono::milliseconds warm_time{1'000};
  /// For the handler; more is 503. The handler runs on to its end all the same: what it does counts, its
  /// answer is dropped.
  std::chrono::milliseconds handler_timeout{30'000};
  std::size_t connections = 20'000;  ///< more are closed at once
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 3978;          ///< 0: any free one, see Server::port()
  std::filesystem::path certificate;  ///< PEM chain; empty: plain HTTP
  std::filesystem::path key;
  ServerLimits limits;
};

/// What the server counts, for /metrics. Read on the event loop's thread.
struct ServerCounts {
  std::uint64_t connections_open = 0;
  std::uint64_t connections_total = 0;
  std::uint64_t requests_total = 0;
  std::uint64_t refused_total =
      0;  ///< 400, 408, 413, 431, 503 given by the server itself, and connections over the limit
};

/// Lives on one event loop (one thread). HTTP errors that the server answers itself: 400 malformed, 408 too
/// slow, 413 body too large, 431 header too large, 417 for an unknown expectation, 505 for another HTTP
/// version; each with a reason in JSON.
class Server {
 public:
  /// Binds and listens at once. Throws std::runtime_error with one sentence (address in use, certificate
  /// unreadable, key doesn't fit) that names the setting and the remedy.
  Server(boost::asio::io_context&, ServerOptions, Handler);
  ~Server();

  std::uint16_t port() const;
  const ServerCounts& counts() const;

  /// Starts accepting.
  void start();

  /// Reads certificate and key again if their files changed; connections made from now on get the new one.
  /// With a broken new file the old certificate stays and the reason is returned; empty when all is well.
  /// Called every minute and on SIGHUP.
  std::string reload_certificate();

  /// Stops accepting, closes idle connections, lets requests in progress end (their answers say `Connection:
  /// close`), and returns when the last connection is closed, at the latest after `patience`; what is open
  /// then is cut.
  boost::asio::awaitable<void> stop(std::chrono::milliseconds patience);

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace bot::http
