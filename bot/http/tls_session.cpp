#include "bot/http/tls_session.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <climits>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <sys/socket.h>
#include <utility>

namespace bot::http {

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;

/// OpenSSL's own functions for sockets would wait in a blocking one, raise SIGPIPE, and keep the number of a
/// descriptor that somebody else may have by then.
struct WireFunctions {
  static int read(BIO* bio, char* into, int size) {
    auto& wire = *static_cast<TlsSession::Wire*>(BIO_get_data(bio));
    ssize_t bytes = -1;
    errno = EAGAIN;
    if (std::exchange(wire.may_read, false))
      bytes = ::recv(wire.socket.native_handle(), into, static_cast<std::size_t>(size), MSG_DONTWAIT);
    return ended(bio, wire, bytes, BIO_FLAGS_READ);
  }

  static int write(BIO* bio, const char* from, int size) {
    auto& wire = *static_cast<TlsSession::Wire*>(BIO_get_data(bio));
    const auto bytes = ::send(wire.socket.native_handle(), from, static_cast<std::size_t>(size),
                              MSG_DONTWAIT | MSG_NOSIGNAL);
    return ended(bio, wire, bytes, BIO_FLAGS_WRITE);
  }

  static int ended(BIO* bio, TlsSession::Wire& wire, ssize_t bytes, int direction) {
    BIO_clear_retry_flags(bio);
    wire.error = bytes < 0 ? errno : 0;
    if (wire.error == EAGAIN || wire.error == EWOULDBLOCK || wire.error == EINTR)
      BIO_set_flags(bio, direction | BIO_FLAGS_SHOULD_RETRY);
    return static_cast<int>(bytes);
  }

  static long control(BIO*, int command, long, void*) { return command == BIO_CTRL_FLUSH ? 1 : 0; }

  static const BIO_METHOD* method() {
    static const std::unique_ptr<BIO_METHOD, decltype(&BIO_meth_free)> functions(
        [] {
          BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket of Asio");
          if (made == nullptr) throw std::bad_alloc();
          BIO_meth_set_read(made, read);
          BIO_meth_set_write(made, write);
          BIO_meth_set_ctrl(made, control);
          return made;
        }(),
        &BIO_meth_free);
    return functions.get();
  }
};

TlsSession::TlsSession(tcp::socket& socket, asio::ssl::context& context)
    : wire_{socket}, ssl_(SSL_new(context.native_handle()), &SSL_free) {
  BIO* bio = ssl_ == nullptr ? nullptr : BIO_new(WireFunctions::method());
  if (bio == nullptr) throw std::bad_alloc();
  BIO_set_data(bio, &wire_);
  BIO_set_init(bio, 1);
  SSL_set_bio(ssl_.get(), bio, bio);
  SSL_set_mode(ssl_.get(), SSL_MODE_ENABLE_PARTIAL_WRITE);
}

/// `kind` is what SSL_get_error() said.
boost::system::error_code TlsSession::failure(int kind) const {
  const unsigned long reason = ERR_get_error();
  if (kind == SSL_ERROR_ZERO_RETURN) return asio::error::eof;
  if (kind == SSL_ERROR_SSL && ERR_GET_REASON(reason) != SSL_R_UNEXPECTED_EOF_WHILE_READING)
    return {static_cast<int>(reason), asio::error::get_ssl_category()};
  if (wire_.error != 0) return {wire_.error, boost::system::system_category()};
  return asio::ssl::error::stream_truncated;
}

/// Repeats the step for as long as OpenSSL waits for the network.
template <class Step>
awaitable<DoneBytes> TlsSession::run(Step step) {
  for (;;) {
    if (ERR_peek_error() != 0) ERR_clear_error();  // what others left would pass for ours
    const int result = step();
    if (result > 0) co_return DoneBytes({}, static_cast<std::size_t>(result));
    const int kind = SSL_get_error(ssl_.get(), result);
    if (kind != SSL_ERROR_WANT_READ && kind != SSL_ERROR_WANT_WRITE) co_return DoneBytes(failure(kind), 0);
    const auto event = kind == SSL_ERROR_WANT_READ ? tcp::socket::wait_read : tcp::socket::wait_write;
    const auto [error] = co_await wire_.socket.async_wait(event, nothrow);
    if (error) co_return DoneBytes(error, 0);
    if (kind == SSL_ERROR_WANT_READ) wire_.may_read = true;
  }
}

awaitable<Done> TlsSession::handshake(Side side) {
  if (side == Side::server) {
    SSL_set_accept_state(ssl_.get());
    // Whoever connects and says nothing costs no room for records.
    const auto [error] = co_await wire_.socket.async_wait(tcp::socket::wait_read, nothrow);
    if (error) co_return Done(error);
    wire_.may_read = true;
  } else {
    SSL_set_connect_state(ssl_.get());
  }
  const auto [error, ignored] = co_await run([this] { return SSL_do_handshake(ssl_.get()); });
  co_return Done(error);
}

awaitable<DoneBytes> TlsSession::read_some(asio::mutable_buffer buffer) {
  if (!wire_.may_read && !has_bytes()) {  // a read would come back with nothing
    const auto [error] = co_await wire_.socket.async_wait(tcp::socket::wait_read, nothrow);
    if (error) co_return DoneBytes(error, 0);
    wire_.may_read = true;
  }
  const int size = static_cast<int>(std::min<std::size_t>(buffer.size(), INT_MAX));
  co_return co_await run([this, buffer, size] { return SSL_read(ssl_.get(), buffer.data(), size); });
}

awaitable<DoneBytes> TlsSession::write(asio::const_buffer buffer) {
  std::size_t written = 0;
  while (buffer.size() != 0) {
    const int size = static_cast<int>(std::min<std::size_t>(buffer.size(), INT_MAX));
    const auto [error, bytes] =
        co_await run([this, buffer, size] { return SSL_write(ssl_.get(), buffer.data(), size); });
    if (error) co_return DoneBytes(error, written);
    written += bytes;
    buffer += bytes;
  }
  co_return DoneBytes({}, written);
}

awaitable<Done> TlsSession::shutdown() {
  const auto [error, ignored] = co_await run([this] {
    const int result = SSL_shutdown(ssl_.get());
    return result == 0 ? SSL_shutdown(ssl_.get()) : result;  // 0: said, not yet heard
  });
  co_return Done(error);
}

bool TlsSession::has_bytes() const {
  return SSL_has_pending(ssl_.get()) == 1;
}

void TlsSession::rest() {
  SSL_free_buffers(ssl_.get());
}

}  // namespace bot::http
