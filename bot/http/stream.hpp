#pragma once
// A connection with or without TLS, as one type. For the sources of this folder only.
#include "bot/http/tls_session.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <utility>

namespace bot::http {

/// Stays where it is made. Deadlines are the owner's business: it closes or cancels the socket.
class Stream {
 public:
  explicit Stream(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  boost::asio::ip::tcp::socket& socket() { return socket_; }
  /// The TLS session; nullptr before make_tls().
  SSL* session() { return tls_ ? tls_->native_handle() : nullptr; }
  /// From here on everything is TLS; a handshake comes next.
  void make_tls(boost::asio::ssl::context& context);

  boost::asio::awaitable<Done> handshake(Side side);
  boost::asio::awaitable<DoneBytes> read_some(boost::asio::mutable_buffer);
  boost::asio::awaitable<DoneBytes> write(boost::asio::const_buffer);
  /// Says goodbye in TLS; nothing to do without it.
  boost::asio::awaitable<Done> shutdown_tls();
  bool is_tls() const { return tls_ != nullptr; }
  /// Whether bytes of the peer were taken from the socket that nobody has read yet.
  bool has_bytes() const { return tls_ && tls_->has_bytes(); }
  /// Nothing is said for a while: gives back the memory that only a busy connection needs.
  void rest();

  /// Pending operations end with operation_aborted; what was read stays good.
  void cancel();
  void close();

 private:
  boost::asio::awaitable<DoneBytes> write_plain(boost::asio::const_buffer);

  boost::asio::ip::tcp::socket socket_;
  std::unique_ptr<TlsSession> tls_;
};

}  // namespace bot::http
