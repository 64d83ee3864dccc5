#pragma once
// An event loop for tests: run one coroutine to its end, with a deadline against hanging.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace support {

/// One io_context on the calling thread. Everything else that lives on it (servers, clients) makes progress
/// only inside run(). Declare it before them, so that it is destroyed after them.
class EventLoop {
 public:
  boost::asio::io_context& io() { return io_; }

  /// Runs the coroutine to its end: returns its value, passes its exception on. Throws if it hangs (20 s).
  template <class T>
  T run(boost::asio::awaitable<T> body) {
    using Value = std::conditional_t<std::is_void_v<T>, char, T>;
    std::exception_ptr failure;
    std::optional<Value> value;
    bool done = false;
    if constexpr (std::is_void_v<T>) {
      boost::asio::co_spawn(io_, std::move(body), [&](std::exception_ptr e) { failure = e, done = true; });
    } else {
      boost::asio::co_spawn(io_, std::move(body), [&](std::exception_ptr e, T v) {
        failure = e, done = true;
        if (!e) {
          value.emplace(std::move(v));
        }
      });
    }
    run_until(done);
    if (failure) {
      std::rethrow_exception(failure);
    }
    if constexpr (!std::is_void_v<T>) {
      return std::move(*value);
    }
  }

  /// Runs whatever is on the loop until `done` is true. Throws if that takes 20 s.
  void run_until(const bool& done) {
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!done) {
      io_.restart();
      if (io_.run_one_until(limit) == 0 && !done) {
        throw std::runtime_error("the coroutine hangs: no work left, or 20 seconds are over");
      }
    }
  }

 private:
  boost::asio::io_context io_{1};
};

}  // namespace support
