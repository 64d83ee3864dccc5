#pragma once
// One connection of the server: its requests, one after the other. For the sources of this folder only.
#include "bot/http/deadline.hpp"
#include "bot/http/parser.hpp"
#include "bot/http/server.hpp"
#include "bot/http/stream.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <unordered_set>

namespace bot::http {

class BodyShare;
class Connection;

/// What the connections of a server share. Lives as long as the last of them.
struct Hall {
  Hall(boost::asio::io_context& io, ServerLimits l, Handler h)
      : limits(l), handler(std::move(h)), emptied(io, boost::asio::steady_timer::time_point::max()) {}

  const ServerLimits limits;
  const Handler handler;
  ServerCounts counts;
  std::unordered_set<Connection*> open;
  std::size_t bodies = 0;                   ///< bytes that the bodies on their way hold
  std::array<char, 16 * 1024> thrown_away;  ///< where all who are refused are read on
  bool stopping = false;
  boost::asio::steady_timer emptied;  ///< cancelled when the last connection is gone

  /// An HTTP date (RFC 9110 section 5.6.7) of now; made anew once a second.
  const std::string& date();

 private:
  std::time_t date_of_ = 0;
  std::string date_;
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(std::shared_ptr<Hall>, boost::asio::ip::tcp::socket, std::shared_ptr<boost::asio::ssl::context>);
  ~Connection();

  /// Serves until either side closes. The pointer keeps the connection alive.
  static boost::asio::awaitable<void> run(std::shared_ptr<Connection>);

  /// The server stops: closes if there is no request, otherwise after its answer.
  void finish();
  /// Closes at once.
  void cut();

 private:
  /// `resting` is idle without what only a busy connection needs.
  enum class Phase { handshake, idle, resting, reading, handling, writing, closing };
  using Parser = MessageParser<true>;

  const std::shared_ptr<Hall> hall_;
  const std::shared_ptr<boost::asio::ssl::context> context_;
  Stream stream_;
  Deadline deadline_;
  Phase phase_ = Phase::handshake;
  bool too_slow_ = false;   ///< the request's time is over
  bool abandoned_ = false;  ///< the handler's time is over: the 503 is on its way without it
  boost::beast::flat_buffer buffer_;
  std::string output_;

  void enter(Phase, std::chrono::steady_clock::duration patience);
  void on_deadline();
  std::chrono::milliseconds warm_time() const;
  boost::asio::awaitable<void> serve();
  boost::asio::awaitable<bool> read_more(const Parser&);
  boost::asio::awaitable<bool> read_request(Parser&, BodyShare&, Response& refusal);
  boost::asio::awaitable<Response> handle(Request);
  boost::asio::awaitable<bool> send(Response, bool head, bool old_version, bool keep);
  boost::asio::awaitable<void> close_politely();
  static boost::asio::awaitable<void> give_up(std::shared_ptr<Connection>);
};

}  // namespace bot::http
