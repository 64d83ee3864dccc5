#pragma once
// Our HTTP client and somebody it talks to.
#include "bot/http/client.hpp"
#include "tests/support/bot/raw_peer.hpp"
#include "tests/support/bot/run_coro.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace support {

/// Settings with which nothing takes long.
inline bot::http::ClientOptions quick() {
  bot::http::ClientOptions options;
  options.connect_timeout = std::chrono::seconds(5);
  options.request_timeout = std::chrono::seconds(5);
  options.body_bytes = 1000;
  return options;
}

/// A client, and one whom it talks to who does exactly what the test says.
struct Pair {
  EventLoop loop;
  RawListener listener{loop.io()};
  bot::http::Client client;

  explicit Pair(bot::http::ClientOptions options = quick()) : client(loop.io(), std::move(options)) {}

  std::string url(std::string_view target) const {
    return "http://127.0.0.1:" + std::to_string(listener.port()) + std::string(target);
  }

  bot::http::ClientRequest post(std::string_view target) const {
    bot::http::ClientRequest request;
    request.method = "POST";
    request.url = bot::http::parse_url(url(target)).value();
    request.body = "{}";
    request.content_type = "application/json";
    return request;
  }

  bot::http::ClientResponse ask(bot::http::ClientRequest request) {
    return loop.run(client.request(std::move(request)));
  }

  /// Sends a request off; its answer lands in `to`.
  void begin(bot::http::ClientRequest request, std::optional<bot::http::ClientResponse>& to) {
    boost::asio::co_spawn(loop.io(), client.request(std::move(request)),
                          [&to](std::exception_ptr failure, bot::http::ClientResponse r) {
                            if (!failure) {
                              to = std::move(r);
                            }
                          });
  }

  /// One request to a peer that reads it, sends these bytes and closes.
  bot::http::ClientResponse answered_with(std::string bytes, bool reset = false) {
    std::optional<bot::http::ClientResponse> response;
    begin(post("/x"), response);
    loop.run(answer_and_close(*this, std::move(bytes), reset));
    return loop.run(wait_for(*this, response));
  }

  static boost::asio::awaitable<void> answer_and_close(Pair& self, std::string bytes, bool reset) {
    RawPeer peer = co_await self.listener.accept();
    co_await peer.receive_until("{}");
    co_await peer.send(std::move(bytes));
    reset ? peer.reset() : peer.close();
  }

  static boost::asio::awaitable<bot::http::ClientResponse> wait_for(
      Pair& self, std::optional<bot::http::ClientResponse>& response) {
    while (!response) {
      co_await boost::asio::post(self.loop.io(), boost::asio::use_awaitable);
    }
    co_return std::move(*response);
  }
};

inline const std::string ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

}  // namespace support
