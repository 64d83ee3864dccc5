#include "tests/support/bot/raw_peer.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <charconv>
#include <stdexcept>

namespace support {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

namespace {

tcp::endpoint loopback(std::uint16_t port) {
  return {asio::ip::address_v4::loopback(), port};
}

std::size_t content_length(const std::string& header) {
  constexpr std::string_view name = "Content-Length: ";
  const std::size_t at = header.find(name);
  std::size_t length = 0;
  if (at != std::string::npos) {
    std::from_chars(header.data() + at + name.size(), header.data() + header.size(), length);
  }
  return length;
}

}  // namespace

awaitable<RawPeer> RawPeer::connect(asio::io_context& io, std::uint16_t port) {
  tcp::socket socket(io);
  co_await socket.async_connect(loopback(port), use_awaitable);
  co_return RawPeer(std::move(socket));
}

awaitable<void> RawPeer::send(std::string text) {
  co_await asio::async_write(socket_, asio::buffer(text), use_awaitable);
}

awaitable<std::string> RawPeer::receive_until(std::string end) {
  const std::size_t length =
      co_await asio::async_read_until(socket_, asio::dynamic_buffer(buffer_), end, use_awaitable);
  std::string text = buffer_.substr(0, length);
  buffer_.erase(0, length);
  co_return text;
}

awaitable<std::string> RawPeer::receive_message(bool head) {
  std::string message = co_await receive_until("\r\n\r\n");
  const std::size_t length = head ? 0 : content_length(message);
  if (buffer_.size() < length) {
    co_await asio::async_read(socket_, asio::dynamic_buffer(buffer_),
                              asio::transfer_at_least(length - buffer_.size()), use_awaitable);
  }
  message += buffer_.substr(0, length);
  buffer_.erase(0, length);
  co_return message;
}

awaitable<std::string> RawPeer::receive_some() {
  std::string bytes(16 * 1024, '\0');
  const auto [error, size] =
      co_await socket_.async_read_some(asio::buffer(bytes), asio::as_tuple(use_awaitable));
  bytes.resize(size);
  co_return bytes;
}

awaitable<std::string> RawPeer::receive_all() {
  co_await asio::async_read(socket_, asio::dynamic_buffer(buffer_), asio::as_tuple(use_awaitable));
  co_return std::exchange(buffer_, {});
}

void RawPeer::half_close() {
  socket_.shutdown(tcp::socket::shutdown_send);
}

void RawPeer::close() {
  socket_.close();
}

void RawPeer::reset() {
  socket_.set_option(asio::socket_base::linger(true, 0));
  socket_.close();
}

RawListener::RawListener(asio::io_context& io) : acceptor_(io, loopback(0)) {}

std::uint16_t RawListener::port() const {
  return acceptor_.local_endpoint().port();
}

awaitable<RawPeer> RawListener::accept() {
  tcp::socket socket = co_await acceptor_.async_accept(use_awaitable);
  co_return RawPeer(std::move(socket));
}

void RawListener::close() {
  acceptor_.close();
}

}  // namespace support
