#pragma once
// TLS on a socket: OpenSSL reads from it and writes to it without buffers in between.
// For the sources of this folder only.
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <openssl/ssl.h>

#include <memory>
#include <tuple>

namespace bot::http {

/// Completion token: errors come back as values.
inline constexpr auto nothrow = boost::asio::as_tuple(boost::asio::use_awaitable);

using Done = std::tuple<boost::system::error_code>;
using DoneBytes = std::tuple<boost::system::error_code, std::size_t>;

enum class Side { client, server };

/// One operation at a time. The socket outlives it and stays where it is; when it is closed or cancelled,
/// what is pending ends with an error. A peer that closes without saying goodbye in TLS is
/// `stream_truncated`, one that says it is `eof`.
class TlsSession {
 public:
  /// Throws std::bad_alloc.
  TlsSession(boost::asio::ip::tcp::socket& socket, boost::asio::ssl::context& context);
  TlsSession(const TlsSession&) = delete;
  TlsSession& operator=(const TlsSession&) = delete;

  SSL* native_handle() { return ssl_.get(); }

  boost::asio::awaitable<Done> handshake(Side side);
  boost::asio::awaitable<DoneBytes> read_some(boost::asio::mutable_buffer buffer);
  /// Writes all. With an error the bytes are those of whole records that the network took before.
  boost::asio::awaitable<DoneBytes> write(boost::asio::const_buffer buffer);
  /// Says goodbye and waits for the other's.
  boost::asio::awaitable<Done> shutdown();

  /// Whether bytes of the peer lie here, read from the socket and not yet asked for.
  bool has_bytes() const;

  /// Gives the room for records back (33 KB), if nothing is in it; the next one brings it again.
  void rest();

 private:
  /// What OpenSSL sees of the socket.
  struct Wire {
    boost::asio::ip::tcp::socket& socket;
    int error = 0;  ///< errno of what failed last; 0 if it was the peer's end
    /// Set by each wait for bytes, used up by one read: whoever sends without pause (many small records, many
    /// requests at once, new keys again and again) has one buffer of it read before others have their turn.
    bool may_read = false;
  };
  friend struct WireFunctions;

  template <class Step>
  boost::asio::awaitable<DoneBytes> run(Step step);
  boost::system::error_code failure(int kind) const;

  Wire wire_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
};

}  // namespace bot::http
