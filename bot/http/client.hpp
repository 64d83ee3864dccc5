#pragma once
// Requests to others: verified TLS, kept connections, a deadline on everything, a proxy if the settings name
// one.
#include "bot/http/message.hpp"
#include "bot/http/url.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace bot::http {

/// How a request ended, seen from the one who must decide whether it may be repeated.
enum class Outcome {
  answered,  ///< there is a status
  not_sent,  ///< nothing reached the other side (bad URL, name not found, refused, TLS failed): safe to
             ///< repeat
  uncertain  ///< written at least in part, and no complete answer: it may have taken effect
};

struct ClientRequest {
  std::string method = "GET";
  Url url;  ///< one without a host is answered with "the URL is not valid"
  std::vector<Header> headers;
  std::string body;
  std::string content_type;
};

struct ClientResponse {
  Outcome outcome = Outcome::not_sent;
  int status = 0;
  std::vector<Header> headers;
  std::string body;
  std::string error;  ///< when not answered: one short sentence without secrets

  std::string_view header(std::string_view name) const;
};

struct ClientOptions {
  /// Looking up the name, connecting, the proxy's word, the TLS handshake.
  std::chrono::milliseconds connect_timeout{5'000};
  /// All of it: waiting for a free connection, connecting, sending, the whole answer.
  std::chrono::milliseconds request_timeout{15'000};
  /// A kept connection unused for longer is closed.
  std::chrono::milliseconds idle_timeout{50'000};
  std::size_t connections_per_origin = 32;  ///< further requests wait their turn
  std::size_t body_bytes = 1024 * 1024;     ///< a longer answer is an error
  std::string proxy;     ///< "http://host:port"; https goes through CONNECT, loopback goes directly
  std::string no_proxy;  ///< NO_PROXY: hosts or suffixes, separated by commas
  std::string ca_file;   ///< trusted roots; empty: the system's
};

/// Lives on one event loop. The constructor throws std::runtime_error with one sentence when the proxy's
/// address or ca_file is of no use. Certificates and host names are always verified. Redirects are not
/// followed. A kept connection that the other side closed before anything of the answer came is replaced by a
/// new one, once, only if nothing of the request can have been handled (no byte of it was taken by the
/// network, or the close was already there to be read).
class Client {
 public:
  Client(boost::asio::io_context&, ClientOptions);
  ~Client();

  /// Never throws for what the network does.
  boost::asio::awaitable<ClientResponse> request(ClientRequest);

  /// Closes kept connections, for good: those in use now, and those that a later request opens, are closed
  /// when their answer has come.
  void close();

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace bot::http
