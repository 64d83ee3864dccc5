#pragma once
// A connection with or without TLS, as one type. For the sources of this folder only: it brings in Asio's
// TLS.
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>
#include <tuple>

namespace bot::http {

/// Completion token: errors come back as values.
inline constexpr auto nothrow = boost::asio::as_tuple(boost::asio::use_awaitable);

using Done = std::tuple<boost::system::error_code>;
using DoneBytes = std::tuple<boost::system::error_code, std::size_t>;

/// Deadlines are the owner's business: it closes or cancels the socket.
class Stream {
 public:
  explicit Stream(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}

  boost::asio::ip::tcp::socket& socket() { return socket_; }
  /// The TLS session; nullptr before make_tls().
  SSL* session() { return tls_ ? tls_->native_handle() : nullptr; }
  /// From here on everything is TLS; a handshake comes next.
  void make_tls(boost::asio::ssl::context& context);

  boost::asio::awaitable<Done> handshake(boost::asio::ssl::stream_base::handshake_type);
  boost::asio::awaitable<DoneBytes> read_some(boost::asio::mutable_buffer);
  boost::asio::awaitable<DoneBytes> write(boost::asio::const_buffer);
  /// Says goodbye in TLS; nothing to do without it.
  boost::asio::awaitable<Done> shutdown_tls();
  bool is_tls() const { return tls_ != nullptr; }

  /// Pending operations end with operation_aborted; what was read stays good.
  void cancel();
  void close();

 private:
  boost::asio::ip::tcp::socket socket_;
  std::unique_ptr<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> tls_;
};

}  // namespace bot::http
