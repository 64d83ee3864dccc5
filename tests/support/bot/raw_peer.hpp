#pragma once
// The other end of a connection, byte by byte: for what a well-behaved library would not send or do.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace support {

class RawPeer {
 public:
  explicit RawPeer(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}

  static boost::asio::awaitable<RawPeer> connect(boost::asio::io_context& io, std::uint16_t port);

  boost::asio::awaitable<void> send(std::string text);
  /// Reads until these bytes have come; returns everything up to and with them. Throws if the peer closes
  /// before.
  boost::asio::awaitable<std::string> receive_until(std::string end);
  /// One HTTP message with its Content-Length body (none for `head`).
  boost::asio::awaitable<std::string> receive_message(bool head = false);
  /// Whatever comes next; empty when the peer has closed.
  boost::asio::awaitable<std::string> receive_some();
  /// Everything until the peer closes or resets.
  boost::asio::awaitable<std::string> receive_all();
  void half_close();
  void close();
  /// Closes with a reset instead of a goodbye.
  void reset();

 private:
  boost::asio::ip::tcp::socket socket_;
  std::string buffer_;
};

/// Listens on a free port of loopback.
class RawListener {
 public:
  explicit RawListener(boost::asio::io_context& io);
  std::uint16_t port() const;
  boost::asio::awaitable<RawPeer> accept();
  void close();

 private:
  boost::asio::ip::tcp::acceptor acceptor_;
};

}  // namespace support
