#include "bot/http/stream.hpp"

#include <boost/asio/write.hpp>

namespace bot::http {

namespace asio = boost::asio;

void Stream::make_tls(asio::ssl::context& context) {
  tls_ = std::make_unique<asio::ssl::stream<asio::ip::tcp::socket&>>(socket_, context);
}

asio::awaitable<Done> Stream::handshake(asio::ssl::stream_base::handshake_type type) {
  return tls_->async_handshake(type, nothrow);
}

asio::awaitable<DoneBytes> Stream::read_some(asio::mutable_buffer buffer) {
  return tls_ ? tls_->async_read_some(buffer, nothrow) : socket_.async_read_some(buffer, nothrow);
}

asio::awaitable<DoneBytes> Stream::write(asio::const_buffer buffer) {
  return tls_ ? asio::async_write(*tls_, buffer, nothrow) : asio::async_write(socket_, buffer, nothrow);
}

asio::awaitable<Done> Stream::shutdown_tls() {
  return tls_->async_shutdown(nothrow);
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
