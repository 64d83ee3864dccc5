#pragma once
// One run of a piece of work at a time, however many wait for it.
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <memory>

namespace bot::auth {

/// Lives on one event loop. The work is a coroutine of its own: it goes on when the request that started it
/// is given up.
class SingleFlight {
 public:
  SingleFlight();

  bool running() const;

  /// Starts the work; not to be called while one is running. The coroutine must keep alive what it uses and
  /// must catch its own exceptions: one that escapes ends the event loop.
  void start(boost::asio::any_io_executor, boost::asio::awaitable<void> work);

  /// Returns when nothing is running.
  boost::asio::awaitable<void> finished();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace bot::auth
