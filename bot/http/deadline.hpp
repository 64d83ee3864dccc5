#pragma once
// A deadline that is moved with every step of a connection, at the cost of reading the clock: the timer
// beneath is only touched when it would ring too late, and looks again when it rings too early.
#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <functional>
#include <memory>

namespace bot::http {

class Deadline {
 public:
  /// `passed` runs on the event loop, once for each deadline that passes; never after this object is gone.
  Deadline(const boost::asio::any_io_executor&, std::function<void()> passed);
  ~Deadline();
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  void set(std::chrono::steady_clock::duration from_now);
  void set_at(std::chrono::steady_clock::time_point);
  /// No deadline for now; the timer may run on beneath.
  void clear();
  /// No deadline, and no timer that keeps the event loop at work.
  void cancel();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace bot::http
