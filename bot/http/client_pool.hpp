#pragma once
// The connections to one origin: how many there may be, those that wait for work, those who wait for one.
// For the sources of this folder only.
#include "bot/http/client_connection.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

namespace bot::http {

class Pool {
 public:
  using TimePoint = ClientConnection::TimePoint;

  Pool(boost::asio::io_context& io, std::size_t limit) : io_(io), limit_(limit) {}

  /// The right to use one connection, if it can be had at once.
  bool try_acquire();
  /// Waits for it, first come first served. False when the deadline passed before.
  boost::asio::awaitable<bool> acquire(TimePoint deadline);
  /// Gives that right back; the next in line gets it.
  void release();

  /// The connection used last that is still good; nullptr if there is none.
  std::unique_ptr<ClientConnection> take_kept(TimePoint idle_before);
  void keep(std::unique_ptr<ClientConnection>);
  /// Closes kept connections that have been idle since before this.
  void close_idle(TimePoint idle_before);
  std::size_t kept() const { return kept_.size(); }
  bool is_unused() const { return used_ == 0 && kept_.empty(); }

 private:
  struct Waiter {
    explicit Waiter(boost::asio::io_context& io, TimePoint deadline) : turn(io, deadline) {}
    boost::asio::steady_timer turn;
    bool granted = false;
  };

  boost::asio::io_context& io_;
  std::size_t limit_;
  std::size_t used_ = 0;
  std::deque<std::shared_ptr<Waiter>> waiters_;
  std::vector<std::unique_ptr<ClientConnection>> kept_;  ///< the one idle longest first
};

/// Holds the right to use one connection, and gives it back whatever happens.
class Turn {
 public:
  explicit Turn(Pool& pool) : pool_(pool) {}
  ~Turn() { pool_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  Pool& pool_;
};

}  // namespace bot::http
