#pragma once
// So many at a time: the others wait, in the order of their coming.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstddef>
#include <deque>
#include <utility>

namespace bot::connector {

/// Lives on one event loop, and longer than whatever is held or waits.
class Slots {
 public:
  Slots(boost::asio::io_context& io, std::size_t most) : io_(io), free_(most) {}

  /// A slot, given back when it goes.
  class Held {
   public:
    Held() = default;
    explicit Held(Slots& slots) : slots_(&slots) {}
    Held(Held&& other) noexcept : slots_(std::exchange(other.slots_, nullptr)) {}
    Held& operator=(Held&& other) noexcept {
      std::swap(slots_, other.slots_);
      return *this;
    }
    ~Held() {
      if (slots_ != nullptr) slots_->give_back();
    }
    explicit operator bool() const { return slots_ != nullptr; }

   private:
    Slots* slots_ = nullptr;
  };

  /// Waits for a slot; after stop() there is none, for those who wait too.
  boost::asio::awaitable<Held> take();

  void stop();

 private:
  void give_back();

  boost::asio::io_context& io_;
  std::size_t free_;
  bool stopped_ = false;
  std::deque<boost::asio::steady_timer*> waiting_;
};

}  // namespace bot::connector
