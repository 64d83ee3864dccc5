#include "bot/http/client.hpp"

#include "bot/http/server.hpp"
#include "tests/support/bot/client_pair.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <catch2/catch.hpp>

#include <optional>

using boost::asio::awaitable;
using bot::http::Client;
using bot::http::ClientOptions;
using bot::http::ClientRequest;
using bot::http::ClientResponse;
using bot::http::Outcome;
using bot::http::parse_url;
using Catch::Contains;
using Catch::StartsWith;
using support::ok;
using support::Pair;
using support::quick;
using support::RawListener;
using support::RawPeer;
using namespace std::chrono_literals;

TEST_CASE("http client: sends what it is told and returns the whole answer") {
  Pair pair;
  std::optional<ClientResponse> response;
  ClientRequest request = pair.post("/v3/a%3Ab?c=d");
  request.headers.emplace_back("Authorization", "Bearer t");
  pair.begin(request, response);
  pair.loop.run([](Pair& p) -> awaitable<void> {
    RawPeer peer = co_await p.listener.accept();
    const std::string received = co_await peer.receive_until("{}");
    CHECK(received ==
          "POST /v3/a%3Ab?c=d HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(p.listener.port()) +
              "\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    co_await peer.send("HTTP/1.1 103 Early Hints\r\nX: early\r\n\r\nHTTP/1.1 429 Slow\r\nRetry-After: 7\r\n");
    co_await peer.send("Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
  }(pair));
  const ClientResponse answer = pair.loop.run(Pair::wait_for(pair, response));
  CHECK(answer.outcome == Outcome::answered);
  CHECK(answer.status == 429);
  CHECK(answer.header("retry-after") == "7");
  CHECK(answer.header("X") == "");
  CHECK(answer.body == "abc");
}

TEST_CASE("http client: talks to our server over one connection") {
  support::EventLoop loop;
  bot::http::ServerOptions options;
  options.port = 0;
  bot::http::Server server(loop.io(), options,
                           [](bot::http::Request request) -> awaitable<bot::http::Response> {
                             bot::http::Response response;
                             response.body = request.method + request.target + request.body;
                             response.status = request.target == "/away" ? 302 : 200;
                             response.headers.emplace_back("Location", "/elsewhere");
                             co_return response;
                           });
  server.start();
  Client client(loop.io(), quick());
  ClientRequest request;
  request.url = parse_url("http://127.0.0.1:" + std::to_string(server.port()) + "/away").value();
  CHECK(loop.run(client.request(request)).status == 302);
  request.method = "HEAD";
  CHECK(loop.run(client.request(request)).body == "");
  request.method = "DELETE";
  CHECK(loop.run(client.request(request)).body == "DELETE/away");
  request.method = "PUT";
  request.body = std::string(900, 'x');
  CHECK(loop.run(client.request(request)).body == "PUT/away" + request.body);
  CHECK(server.counts().connections_total == 1);
  client.close();
  loop.run(server.stop(5s));
}

TEST_CASE("http client: a request that ends after close() leaves no connection behind") {
  Pair pair;
  std::optional<ClientResponse> answer;
  pair.begin(pair.post("/1"), answer);
  const auto answer_after_close = [](Pair& self) -> awaitable<std::string> {
    RawPeer peer = co_await self.listener.accept();
    co_await peer.receive_until("{}");
    self.client.close();
    co_await peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    co_return co_await peer.receive_all();
  };
  CHECK(pair.loop.run(answer_after_close(pair)).empty());
  CHECK(pair.loop.run(Pair::wait_for(pair, answer)).status == 200);
}

TEST_CASE("http client: a request that begins after close() leaves no connection behind") {
  Pair pair;
  pair.client.close();
  std::optional<ClientResponse> answer;
  pair.begin(pair.post("/1"), answer);
  const auto answer_and_read_on = [](Pair& self) -> awaitable<std::string> {
    RawPeer peer = co_await self.listener.accept();
    co_await peer.receive_until("{}");
    co_await peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    co_return co_await peer.receive_all();
  };
  CHECK(pair.loop.run(answer_and_read_on(pair)).empty());
  CHECK(pair.loop.run(Pair::wait_for(pair, answer)).status == 200);
}

TEST_CASE("http client: what cannot be put on a wire is not sent") {
  Pair pair;
  std::vector<ClientRequest> wrong;
  const auto add = [&](auto change) { change(wrong.emplace_back(pair.post("/x"))); };
  add([](ClientRequest& r) { r.url = {}; });
  for (const char* target : {"", "x", "/a b", "/\r\nX: y", "/å"}) {
    add([&](ClientRequest& r) { r.url.target = target; });
  }
  for (const char* method : {"", "GET /\r\n", "CONNECT"}) {
    add([&](ClientRequest& r) { r.method = method; });
  }
  for (const char* framing : {"content-length", "Transfer-Encoding", "HOST", "Connection"}) {
    add([&](ClientRequest& r) { r.headers.emplace_back(framing, "1"); });
  }
  add([](ClientRequest& r) { r.headers.emplace_back("Authorization", "Bearer a\r\nX: y"); });
  add([](ClientRequest& r) { r.headers.emplace_back("Authorization", std::string("a\0b", 3)); });
  add([](ClientRequest& r) { r.headers.emplace_back("X: y\r\nZ", "a"); });
  add([](ClientRequest& r) { r.content_type = "text/plain\nX: y"; });
  for (const ClientRequest& request : wrong) {
    INFO(request.method << " " << request.url.target);
    const ClientResponse answer = pair.ask(request);
    CHECK(answer.outcome == Outcome::not_sent);
    CHECK(answer.error != "");
  }
}

TEST_CASE("http client: nobody there means not sent") {
  Pair pair;
  const ClientRequest request = pair.post("/x");
  pair.listener.close();
  const ClientResponse refused = pair.ask(request);
  CHECK(refused.outcome == Outcome::not_sent);
  CHECK_THAT(refused.error, Contains("Connection refused"));
  ClientRequest unknown = request;
  unknown.url.host = std::string(64, 'a') + ".example";  // a label may have 63 letters: nobody is asked
  const ClientResponse not_found = pair.ask(unknown);
  CHECK(not_found.outcome == Outcome::not_sent);
  CHECK_THAT(not_found.error, Contains("name not found"));
}

TEST_CASE("http client: a TLS handshake that fails or never ends means not sent") {
  ClientOptions options = quick();
  options.connect_timeout = 30ms;
  Pair pair(options);
  ClientRequest request = pair.post("/x");
  request.url.scheme = "https";
  const ClientResponse slow = pair.ask(request);
  CHECK(slow.outcome == Outcome::not_sent);
  CHECK_THAT(slow.error, Contains("took too long"));
  std::optional<ClientResponse> response;
  pair.begin(request, response);
  pair.loop.run([](Pair& p) -> awaitable<void> {
    RawPeer first = co_await p.listener.accept();
    RawPeer peer = co_await p.listener.accept();
    co_await peer.send("HTTP/1.1 400 This is no TLS\r\n\r\n");
  }(pair));
  const ClientResponse plain = pair.loop.run(Pair::wait_for(pair, response));
  CHECK(plain.outcome == Outcome::not_sent);
  CHECK_THAT(plain.error, StartsWith("TLS failed"));
}

TEST_CASE("http client: a request that was written and has no complete valid answer is uncertain") {
  Pair pair;
  const std::string header = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
  const std::string bytes = GENERATE_COPY(
      std::string(), std::string("HTTP/1.1 20"), header, header + "ab", std::string("nonsense\r\n\r\n"),
      std::string("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"),
      std::string("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
      std::string("HTTP/1.1 100 Continue\r\n\r\n"));
  const bool reset = GENERATE(false, true);
  INFO(bytes);
  const ClientResponse answer = pair.answered_with(bytes, reset);
  CHECK(answer.outcome == Outcome::uncertain);
  CHECK(answer.error != "");
}

TEST_CASE("http client: an answer over the limit is an error") {
  Pair pair;
  const std::string long_body(1001, 'x');
  const std::string bytes =
      GENERATE_COPY("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + long_body,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + long_body,
                    "HTTP/1.1 200 OK\r\n\r\n" + long_body);
  const ClientResponse answer = pair.answered_with(bytes);
  CHECK(answer.outcome == Outcome::uncertain);
  CHECK(answer.error == "the answer is too large");
}

TEST_CASE("http client: an answer may end with its connection") {
  Pair pair;
  const ClientResponse answer = pair.answered_with("HTTP/1.0 200 OK\r\n\r\nall of it");
  CHECK(answer.outcome == Outcome::answered);
  CHECK(answer.body == "all of it");
}

TEST_CASE("http client: no answer in time is uncertain") {
  ClientOptions options = quick();
  options.request_timeout = 30ms;
  Pair pair(options);
  const ClientResponse answer = pair.ask(pair.post("/x"));
  CHECK(answer.outcome == Outcome::uncertain);
  CHECK_THAT(answer.error, Contains("took too long"));
}

TEST_CASE("http client: plain http goes to the proxy in absolute form, loopback goes directly") {
  ClientOptions options = quick();
  support::EventLoop loop;
  RawListener proxy(loop.io());
  options.proxy = "http://127.0.0.1:" + std::to_string(proxy.port());
  Client client(loop.io(), options);
  loop.run([](support::EventLoop& l, RawListener& door, Client& c) -> awaitable<void> {
    ClientRequest request;
    request.url = parse_url("http://teams.example/a?b").value();
    bool done = false;
    boost::asio::co_spawn(l.io(), c.request(request),
                          [&](std::exception_ptr, ClientResponse r) { done = r.status == 200; });
    RawPeer peer = co_await door.accept();
    CHECK_THAT(co_await peer.receive_until("\r\n\r\n"),
               StartsWith("GET http://teams.example/a?b HTTP/1.1\r\nHost: teams.example\r\n"));
    co_await peer.send(ok);
    while (!done) {
      co_await boost::asio::post(l.io(), boost::asio::use_awaitable);
    }
    RawListener direct(l.io());
    request.url = parse_url("http://localhost:" + std::to_string(direct.port()) + "/").value();
    done = false;
    boost::asio::co_spawn(l.io(), c.request(request),
                          [&](std::exception_ptr, ClientResponse r) { done = r.status == 200; });
    RawPeer other = co_await direct.accept();
    CHECK_THAT(co_await other.receive_until("\r\n\r\n"), StartsWith("GET / HTTP/1.1\r\n"));
    co_await other.send(ok);
    while (!done) {
      co_await boost::asio::post(l.io(), boost::asio::use_awaitable);
    }
  }(loop, proxy, client));
}

TEST_CASE("http client: a proxy that does not open the tunnel means not sent") {
  struct Case {
    std::string answer, error;
  };
  const auto proxy_says = GENERATE(values<Case>({
      {"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 3\r\n\r\nno!", "status 407"},
      {"HTTP/1.1 502 Bad Gateway\r\n\r\n", "status 502"},
      {"nonsense\r\n\r\n", "no valid answer"},
      {"", "the proxy: "},
      {"HTTP/1.1 200 OK\r\n\r\nmore", "more than its answer"},
  }));
  ClientOptions options = quick();
  support::EventLoop loop;
  RawListener proxy(loop.io());
  options.proxy = "http://127.0.0.1:" + std::to_string(proxy.port());
  Client client(loop.io(), options);
  std::optional<ClientResponse> response;
  ClientRequest request;
  request.url = parse_url("https://teams.example/x").value();
  bool done = false;
  boost::asio::co_spawn(loop.io(), client.request(request), [&](std::exception_ptr, ClientResponse r) {
    response = std::move(r);
    done = true;
  });
  loop.run([](RawListener& door, std::string answer) -> awaitable<void> {
    RawPeer peer = co_await door.accept();
    CHECK(co_await peer.receive_until("\r\n\r\n") ==
          "CONNECT teams.example:443 HTTP/1.1\r\nHost: teams.example:443\r\n\r\n");
    co_await peer.send(std::move(answer));
  }(proxy, proxy_says.answer));
  loop.run_until(done);
  CHECK(response->outcome == Outcome::not_sent);
  CHECK_THAT(response->error, Contains(proxy_says.error));
}

TEST_CASE("http client: settings that are of no use are refused with a sentence") {
  support::EventLoop loop;
  ClientOptions options;
  options.proxy =
      GENERATE("proxy:8080", "https://proxy:8080", "http://user:secret@proxy:8080", "http://proxy/path");
  CHECK_THROWS_WITH(Client(loop.io(), options),
                    StartsWith("the proxy is not an address") && !Contains("secret"));
  options.proxy.clear();
  options.ca_file = "/nonexistent.pem";
  CHECK_THROWS_WITH(Client(loop.io(), options), Contains("/nonexistent.pem"));
}
