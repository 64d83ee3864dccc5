#include "bot/http/server.hpp"

#include "bot/http/body_share.hpp"
#include "tests/support/bot/raw_peer.hpp"
#include "tests/support/bot/run_coro.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <catch2/catch.hpp>

#include <stdexcept>
#include <vector>

using boost::asio::awaitable;
using bot::http::Request;
using bot::http::Response;
using bot::http::ServerOptions;
using Catch::Contains;
using Catch::EndsWith;
using Catch::StartsWith;
using namespace std::chrono_literals;

namespace {

/// Answers "METHOD TARGET BODY"; waits at /gate until it is opened; throws at /throw.
struct Echo {
  support::EventLoop loop;
  boost::asio::steady_timer gate{loop.io(), boost::asio::steady_timer::time_point::max()};
  int handled = 0;  ///< handlers that ran to their end
  bot::http::Server server;

  explicit Echo(bot::http::ServerLimits limits = {}) : server(loop.io(), options(limits), handler()) {
    server.start();
  }

  static ServerOptions options(bot::http::ServerLimits limits) {
    ServerOptions options;
    options.port = 0;
    options.limits = limits;
    return options;
  }

  bot::http::Handler handler() {
    return [this](Request request) { return answer(*this, std::move(request)); };
  }

  static awaitable<Response> answer(Echo& self, Request request) {
    if (request.target == "/throw") {
      throw std::runtime_error("secret");
    }
    if (request.target == "/gate") {
      boost::system::error_code opened;
      co_await self.gate.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, opened));
    }
    ++self.handled;
    Response response;
    response.content_type = "text/plain";
    response.body = request.method + " " + request.target + " " + request.body;
    if (request.target == "/split") {
      response.headers.emplace_back("X-Note", "a\r\nSet-Cookie: b");
    }
    co_return response;
  }

  /// Sends the bytes on a new connection and returns all that comes until the server closes.
  std::string exchange(std::string bytes) { return loop.run(exchange_on(*this, std::move(bytes))); }

  static awaitable<std::string> exchange_on(Echo& self, std::string bytes) {
    support::RawPeer peer = co_await support::RawPeer::connect(self.loop.io(), self.server.port());
    co_await peer.send(std::move(bytes));
    co_return co_await peer.receive_all();
  }
};

std::string get(std::string_view target, std::string_view more = "") {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(more) + "\r\n";
}

std::string post(std::string_view headers, std::string_view body) {
  return "POST /p HTTP/1.1\r\nHost: a\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

}  // namespace

TEST_CASE("http server: answers requests on one connection in order, also when they come at once") {
  Echo echo;
  const std::string answers =
      echo.exchange(get("/1") + post("Content-Length: 3\r\n", "abc") + get("/3", "Connection: close\r\n"));
  CHECK_THAT(answers, StartsWith("HTTP/1.1 200 OK\r\nDate: "));
  const std::size_t first = answers.find("GET /1 ");
  const std::size_t second = answers.find("POST /p abc");
  const std::size_t third = answers.find("GET /3 ");
  CHECK(first < second);
  CHECK(second < third);
  CHECK(third != std::string::npos);
  CHECK(answers.find("Connection: close") > second);
  CHECK(echo.server.counts().requests_total == 3);
  CHECK(echo.server.counts().connections_total == 1);
}

TEST_CASE("http server: between requests that came at once others have their turn") {
  Echo echo;
  std::string all;
  for (int i = 0; i < 100; ++i) all += get("/x");
  boost::asio::co_spawn(echo.loop.io(), Echo::exchange_on(echo, all), [](std::exception_ptr, std::string) {});
  while (echo.handled < 100) {
    const int before = echo.handled;
    REQUIRE(echo.loop.io().run_one() == 1);
    CHECK(echo.handled - before <= 1);
  }
}

TEST_CASE("http server: reads a request that comes byte by byte, and a chunked body") {
  // In the second one no chunk stands before the last, so that less of it is there when its trailer begins.
  const auto [chunks, body] = GENERATE(
      table<std::string, std::string>({{"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Trailer: t\r\n\r\n", "abcde"},
                                       {"0\r\nX-Trailer: t\r\n\r\n", ""}}));
  Echo echo;
  const std::string request = post("Transfer-Encoding: chunked\r\nConnection: close\r\n", chunks);
  const std::string answer = echo.loop.run([](Echo& e, std::string bytes) -> awaitable<std::string> {
    support::RawPeer peer = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    for (const char byte : bytes) {
      co_await peer.send(std::string(1, byte));
    }
    co_return co_await peer.receive_all();
  }(echo, request));
  CHECK_THAT(answer, EndsWith("POST /p " + body));
}

TEST_CASE("http server: HEAD gets the length and no body") {
  Echo echo;
  const std::string answer = echo.exchange("HEAD /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  CHECK_THAT(answer, Contains("Content-Length: 8\r\n"));
  CHECK_THAT(answer, EndsWith("\r\n\r\n"));
}

TEST_CASE("http server: speaks HTTP/1.0, closing unless asked to keep the connection") {
  Echo echo;
  CHECK_THAT(echo.exchange("GET /old HTTP/1.0\r\n\r\n"), EndsWith("GET /old "));
  const std::string kept =
      echo.exchange("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /2 HTTP/1.0\r\n\r\n");
  CHECK_THAT(kept, Contains("Connection: keep-alive"));
  CHECK_THAT(kept, EndsWith("GET /2 "));
}

TEST_CASE("http server: takes the absolute form of a target") {
  Echo echo;
  CHECK_THAT(echo.exchange(get("http://a/b?c", "Connection: close\r\n")), EndsWith("GET /b?c "));
  CHECK_THAT(echo.exchange(get("http://a", "Connection: close\r\n")), EndsWith("GET / "));
}

TEST_CASE("http server: refuses what is wrong with a status and a reason, and closes") {
  bot::http::ServerLimits limits;
  limits.header_bytes = 200;
  limits.body_bytes = 10;
  Echo echo(limits);
  struct Case {
    std::string request;
    std::string status;
  };
  const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
  const auto wrong = GENERATE_COPY(values<Case>({
      {"nonsense\r\n\r\n", "400"},
      {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 a TLS greeting", "400"},
      {"GET /\r\n\r\n", "400"},
      {"GET / HTTP/2.0\r\n\r\n", "505"},
      {"GET / HTTP/1.1\r\n\r\n", "400"},
      {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"},
      {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", "400"},
      {"GET noslash HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
      {get("/", "X: " + std::string(300, 'x') + "\r\n"), "431"},
      {"GET /" + std::string(300, 'x'), "431"},
      {get("/", "X: " + std::string(140, 'x') + "\r\nY: " + std::string(140, 'y')), "431"},
      {post("Content-Length: 11\r\n", "12345678901"), "413"},
      {post("Content-Length: 11\r\n", ""), "413"},
      {post("Content-Length: 99999999999999999999\r\n", ""), "400"},
      {post("Content-Length: -1\r\n", ""), "400"},
      {post("Transfer-Encoding: chunked\r\n", "b\r\n12345678901\r\n0\r\n\r\n"), "413"},
      {post("Transfer-Encoding: chunked\r\n", "6\r\n123456\r\n6\r\n123456\r\n0\r\n\r\n"), "413"},
      {post("Transfer-Encoding: chunked\r\n", "zz\r\n"), "400"},
      {post("Transfer-Encoding: chunked\r\n", "1;" + std::string(300, 'x')), "431"},
      {post("Transfer-Encoding: chunked\r\n", "0\r\nX: " + std::string(300, 'x')), "431"},
      {post("Content-Length: 3\r\nContent-Length: 4\r\n", "abc" + smuggled), "400"},
      {post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc" + smuggled), "400"},
      {post("Content-Length: 3, 3\r\n", "abc" + smuggled), "400"},
      {post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled), "400"},
      {post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n" + smuggled), "400"},
      {post("Transfer-Encoding: identity\r\n", "abc" + smuggled), "400"},
      {post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + smuggled), "400"},
      {post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + smuggled), "400"},
      {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, "400"},
      {post("Content-Length: 1\r\nExpect: miracles\r\n", ""), "417"},
  }));
  INFO(wrong.request);
  const std::string answer = echo.exchange(wrong.request);
  CHECK_THAT(answer, StartsWith("HTTP/1.1 " + wrong.status + " "));
  CHECK_THAT(answer, Contains("Connection: close\r\n") && Contains("{\"error\":{\"code\":"));
  CHECK(echo.handled == 0);
  CHECK(echo.server.counts().refused_total == 1);
}

TEST_CASE("http server: a refusal arrives although the body is still being sent") {
  bot::http::ServerLimits limits;
  limits.body_bytes = 1000;
  Echo echo(limits);
  CHECK_THAT(echo.exchange(post("Content-Length: 3000000\r\n", std::string(3'000'000, 'x'))),
             StartsWith("HTTP/1.1 413 "));
}

TEST_CASE("http server: where there is no room for large bodies, small ones are read all the same") {
  bot::http::ServerLimits limits;
  limits.bodies_bytes = 0;
  Echo echo(limits);
  const auto length = [](int n) {
    return "Content-Length: " + std::to_string(n) + "\r\nConnection: close\r\n";
  };
  CHECK_THAT(echo.exchange(post(length(8'192), std::string(8'192, 'x'))), StartsWith("HTTP/1.1 200 "));
  CHECK_THAT(echo.exchange(post(length(8'193), std::string(8'193, 'x'))), StartsWith("HTTP/1.1 503 "));
  CHECK_THAT(echo.exchange(get("/x", "Connection: close\r\n")), StartsWith("HTTP/1.1 200 "));
  CHECK(echo.server.counts().refused_total == 1);
}

TEST_CASE("http server: a large body holds its room until its handler is done") {
  bot::http::ServerLimits limits;
  limits.bodies_bytes = 100'000;
  Echo echo(limits);
  const std::string large = "Content-Length: 70000\r\nConnection: close\r\n\r\n" + std::string(70'000, 'x');
  std::string first;
  bool done = false;
  boost::asio::co_spawn(echo.loop.io(), Echo::exchange_on(echo, "POST /gate HTTP/1.1\r\nHost: a\r\n" + large),
                        [&](std::exception_ptr, std::string answer) { first = answer, done = true; });
  while (echo.server.counts().requests_total == 0) echo.loop.io().run_one();
  const std::string second = "POST /p HTTP/1.1\r\nHost: a\r\n" + large;
  CHECK_THAT(echo.exchange(second), StartsWith("HTTP/1.1 503 "));
  echo.gate.cancel();
  echo.loop.run_until(done);
  CHECK_THAT(first, StartsWith("HTTP/1.1 200 "));
  CHECK_THAT(echo.exchange(second), StartsWith("HTTP/1.1 200 "));
}

TEST_CASE("http server: many who never end a body of middling size get 503 while an honest one is answered") {
  bot::http::ServerLimits limits;
  limits.bodies_bytes = 100'000;
  Echo echo(limits);
  echo.loop.run([](Echo& e) -> awaitable<void> {
    std::vector<support::RawPeer> slow;
    for (int i = 0; i < 20; ++i) {
      slow.push_back(co_await support::RawPeer::connect(e.loop.io(), e.server.port()));
      co_await slow.back().send(post("Content-Length: 60000\r\n", std::string(10'000, 'x')));
    }
    while (e.server.counts().refused_total < 10) {
      support::RawPeer honest = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
      co_await honest.send(post("Content-Length: 2\r\n", "ab"));
      CHECK_THAT(co_await honest.receive_message(), EndsWith("POST /p ab"));
    }
  }(echo));
  CHECK(echo.server.counts().refused_total >= 10);  // the others hold what there is room for
}

TEST_CASE("http server: what the bodies on their way hold is one sum") {
  std::size_t used = 0;
  {
    bot::http::BodyShare first(used, 100, 10);
    CHECK(first.hold(90));
    bot::http::BodyShare second(used, 100, 10);
    CHECK(second.hold(10));
    CHECK_FALSE(second.hold(11));
    CHECK(first.hold(80));
    CHECK(second.hold(20));
    CHECK(used == 100);
  }
  CHECK(used == 0);
}

TEST_CASE("http server: a sender that never pauses and never ends gets 408, too") {
  bot::http::ServerLimits limits;
  limits.read_timeout = 20ms;
  Echo echo(limits);
  const std::string answer = echo.loop.run([](Echo& e) -> awaitable<std::string> {
    support::RawPeer peer = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    co_await peer.send(post("Transfer-Encoding: chunked\r\n", ""));
    while (e.server.counts().refused_total == 0) {
      co_await peer.send("1\r\nx\r\n");
    }
    co_return co_await peer.receive_all();
  }(echo));
  CHECK_THAT(answer, StartsWith("HTTP/1.1 408 "));
}

TEST_CASE("http server: tells a waiting sender to go on") {
  Echo echo;
  const std::string answers = echo.loop.run([](Echo& e) -> awaitable<std::string> {
    support::RawPeer peer = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    co_await peer.send(post("Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n", ""));
    std::string all = co_await peer.receive_until("\r\n\r\n");
    co_await peer.send("ab");
    co_return all + co_await peer.receive_all();
  }(echo));
  CHECK_THAT(answers, StartsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"));
  CHECK_THAT(answers, EndsWith("POST /p ab"));
}

TEST_CASE(
    "http server: a request that takes too long gets 408, an idle connection is closed without a word") {
  bot::http::ServerLimits limits;
  limits.read_timeout = 20ms;
  limits.idle_timeout = 20ms;
  Echo echo(limits);
  CHECK_THAT(echo.exchange("GET / HT"), StartsWith("HTTP/1.1 408 "));
  CHECK_THAT(echo.exchange(post("Content-Length: 5\r\n", "abc")), StartsWith("HTTP/1.1 408 "));
  CHECK(echo.server.counts().refused_total == 2);
  CHECK(echo.exchange("") == "");
  CHECK_THAT(echo.exchange(get("/x")), EndsWith("GET /x "));
}

TEST_CASE("http server: an exception or a forged header in a handler becomes 500 without details") {
  Echo echo;
  const auto target = GENERATE("/throw", "/split");
  const std::string answers = echo.exchange(get(target) + get("/next", "Connection: close\r\n"));
  CHECK_THAT(answers, StartsWith("HTTP/1.1 500 Internal Server Error\r\n"));
  CHECK_THAT(answers, !Contains("secret") && !Contains("Set-Cookie") && EndsWith("GET /next "));
}

TEST_CASE("http server: a handler that takes too long gets 503 and runs to its end all the same") {
  bot::http::ServerLimits limits;
  limits.handler_timeout = 20ms;
  Echo echo(limits);
  CHECK_THAT(echo.exchange(get("/gate")), StartsWith("HTTP/1.1 503 "));
  CHECK(echo.handled == 0);
  CHECK(echo.server.counts().connections_open == 1);
  echo.gate.cancel();
  echo.loop.run(echo.server.stop(5s));
  CHECK(echo.handled == 1);
  CHECK(echo.server.counts().connections_open == 0);
}

TEST_CASE("http server: a handler runs to its end when the peer leaves") {
  Echo echo;
  echo.loop.run([](Echo& e) -> awaitable<void> {
    support::RawPeer peer = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    co_await peer.send(get("/gate"));
    support::RawPeer other = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    co_await other.send(get("/"));
    co_await other.receive_message();
    peer.reset();
    e.gate.cancel();
  }(echo));
  echo.loop.run(echo.server.stop(5s));
  CHECK(echo.handled == 2);
}

TEST_CASE("http server: connections over the limit are closed at once") {
  bot::http::ServerLimits limits;
  limits.connections = 1;
  Echo echo(limits);
  echo.loop.run([](Echo& e) -> awaitable<void> {
    support::RawPeer first = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    co_await first.send(get("/1"));
    co_await first.receive_message();
    support::RawPeer second = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    CHECK(co_await second.receive_all() == "");
    co_await first.send(get("/2"));
    CHECK_THAT(co_await first.receive_message(), EndsWith("GET /2 "));
  }(echo));
  CHECK(echo.server.counts().refused_total == 1);
}

TEST_CASE("http server: stopping lets a request end, closes idle connections and takes no new ones") {
  Echo echo;
  bool stopped = false;
  echo.loop.run([](Echo& e, bool& stopped) -> awaitable<void> {
    support::RawPeer busy = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    co_await busy.send(get("/gate"));
    support::RawPeer idle = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    co_await idle.send(get("/"));
    co_await idle.receive_message();
    boost::asio::co_spawn(e.loop.io(), e.server.stop(5s), [&](std::exception_ptr) { stopped = true; });
    CHECK(co_await idle.receive_all() == "");
    CHECK_FALSE(stopped);
    CHECK_THROWS(co_await support::RawPeer::connect(e.loop.io(), e.server.port()));
    e.gate.cancel();
    CHECK_THAT(co_await busy.receive_all(), Contains("Connection: close\r\n") && EndsWith("GET /gate "));
  }(echo, stopped));
  echo.loop.run_until(stopped);
  CHECK(echo.server.counts().connections_open == 0);
}

TEST_CASE("http server: stopping cuts what does not end in time") {
  Echo echo;
  echo.loop.run([](Echo& e) -> awaitable<void> {
    support::RawPeer slow = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    co_await slow.send("GET / HT");
    support::RawPeer other = co_await support::RawPeer::connect(e.loop.io(), e.server.port());
    co_await other.send(get("/"));
    co_await other.receive_message();
    co_await e.server.stop(10ms);
    CHECK(co_await slow.receive_all() == "");
  }(echo));
}

TEST_CASE("http server: an address that cannot be used gives a sentence with the setting") {
  Echo echo;
  ServerOptions options;
  options.port = echo.server.port();
  CHECK_THROWS_WITH(bot::http::Server(echo.loop.io(), options, echo.handler()),
                    Contains("server.port") && Contains("Address already in use"));
  options.address = "localhost";
  CHECK_THROWS_WITH(bot::http::Server(echo.loop.io(), options, echo.handler()),
                    Contains("server.address 'localhost' is not an IP address"));
}
