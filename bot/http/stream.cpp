#include "bot/http/stream.hpp"

#include <cerrno>
#include <sys/socket.h>

namespace bot::http {

namespace asio = boost::asio;

void Stream::make_tls(asio::ssl::context& context) {
  tls_ = std::make_unique<TlsSession>(socket_, context);
}

asio::awaitable<Done> Stream::handshake(Side side) {
  return tls_->handshake(side);
}

asio::awaitable<DoneBytes> Stream::read_some(asio::mutable_buffer buffer) {
  return tls_ ? tls_->read_some(buffer) : socket_.async_read_some(buffer, nothrow);
}

asio::awaitable<DoneBytes> Stream::write(asio::const_buffer buffer) {
  return tls_ ? tls_->write(buffer) : write_plain(buffer);
}

/// The network nearly always takes it at once: then there is nothing to wait for, and no event to be told of.
asio::awaitable<DoneBytes> Stream::write_plain(asio::const_buffer buffer) {
  std::size_t written = 0;
  while (written < buffer.size()) {
    const asio::const_buffer rest = buffer + written;
    const auto bytes = ::send(socket_.native_handle(), rest.data(), rest.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (bytes >= 0) {
      written += static_cast<std::size_t>(bytes);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      const auto [error] = co_await socket_.async_wait(asio::ip::tcp::socket::wait_write, nothrow);
      if (error) co_return DoneBytes(error, written);
    } else if (errno != EINTR) {
      co_return DoneBytes({errno, boost::system::system_category()}, written);
    }
  }
  co_return DoneBytes({}, written);
}

asio::awaitable<Done> Stream::shutdown_tls() {
  return tls_->shutdown();
}

void Stream::rest() {
  if (tls_) tls_->rest();
}

void Stream::cancel() {
  boost::system::error_code ignored;
  socket_.cancel(ignored);
}

void Stream::close() {
  boost::system::error_code ignored;
  socket_.close(ignored);
}

}  // namespace bot::http
