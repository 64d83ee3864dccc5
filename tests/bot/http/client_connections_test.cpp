// The client's connections: kept, replaced, limited in number, closed in time.
#include "bot/http/client.hpp"
#include "bot/http/tls.hpp"
#include "bot/http/tls_session.hpp"
#include "tests/store/temporary_folder.hpp"
#include "tests/support/bot/certificates.hpp"
#include "tests/support/bot/client_pair.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <tuple>
#include <vector>

using boost::asio::awaitable;
using bot::http::ClientOptions;
using bot::http::ClientResponse;
using bot::http::Outcome;
using Catch::StartsWith;
using support::ok;
using support::Pair;
using support::quick;
using support::RawPeer;
using namespace std::chrono_literals;

namespace {

/// Takes a connection with TLS, reads a request, and says each of these in a record of its own.
awaitable<void> answer_one(boost::asio::ip::tcp::acceptor& acceptor, boost::asio::ssl::context& context,
                           std::vector<std::string> answers) {
  auto socket = co_await acceptor.async_accept(boost::asio::use_awaitable);
  bot::http::TlsSession tls(socket, context);
  CHECK_FALSE(std::get<0>(co_await tls.handshake(bot::http::Side::server)));
  std::string request(1000, ' ');
  co_await tls.read_some(boost::asio::buffer(request));
  for (const std::string& answer : answers) co_await tls.write(boost::asio::buffer(answer));
  co_await tls.read_some(boost::asio::buffer(request));  // until it is closed
}

}  // namespace

TEST_CASE("http client: a kept connection that was closed meanwhile is replaced, and nothing is sent twice") {
  Pair pair;
  const bool closes = GENERATE(true, false);  // or says something unasked
  std::optional<ClientResponse> first;
  std::optional<ClientResponse> second;
  pair.begin(pair.post("/1"), first);
  pair.loop.run([](Pair& p, bool close, std::optional<ClientResponse>& one,
                   std::optional<ClientResponse>& two) -> awaitable<void> {
    RawPeer old = co_await p.listener.accept();
    co_await old.receive_until("{}");
    co_await old.send(ok);
    CHECK((co_await Pair::wait_for(p, one)).status == 200);
    close ? old.close() : co_await old.send("HTTP/1.1 408 Too slow\r\nContent-Length: 0\r\n\r\n");
    p.begin(p.post("/2"), two);
    RawPeer fresh = co_await p.listener.accept();
    CHECK_THAT(co_await fresh.receive_until("{}"), StartsWith("POST /2 "));
    co_await fresh.send(ok);
    CHECK((co_await Pair::wait_for(p, two)).status == 200);
    if (!close) {
      CHECK(co_await old.receive_all() == "");
    }
  }(pair, closes, first, second));
}

TEST_CASE(
    "http client: a kept connection that takes the request and closes is uncertain; nothing is repeated") {
  Pair pair;
  const bool reset = GENERATE(false, true);
  std::optional<ClientResponse> first;
  std::optional<ClientResponse> second;
  pair.begin(pair.post("/1"), first);
  pair.loop.run([](Pair& p, bool hard, std::optional<ClientResponse>& one,
                   std::optional<ClientResponse>& two) -> awaitable<void> {
    RawPeer peer = co_await p.listener.accept();
    co_await peer.receive_until("{}");
    co_await peer.send(ok);
    co_await Pair::wait_for(p, one);
    p.begin(p.post("/2"), two);
    co_await peer.receive_until("{}");
    hard ? peer.reset() : peer.close();
    CHECK((co_await Pair::wait_for(p, two)).outcome == Outcome::uncertain);
    std::optional<ClientResponse> third;  // the next connection brings the next request, not the lost one
    p.begin(p.post("/3"), third);
    RawPeer next = co_await p.listener.accept();
    CHECK_THAT(co_await next.receive_until("{}"), StartsWith("POST /3 "));
    co_await next.send(ok);
    CHECK((co_await Pair::wait_for(p, third)).status == 200);
  }(pair, reset, first, second));
}

TEST_CASE(
    "http client: a connection is not kept when the answer says close or brings more than it announced") {
  Pair pair;
  const std::string bytes =
      GENERATE_COPY(std::string("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"),
                    ok + ok, std::string("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok"));
  std::optional<ClientResponse> response;
  pair.begin(pair.post("/1"), response);
  pair.loop.run([](Pair& p, std::string answer, std::optional<ClientResponse>& to) -> awaitable<void> {
    RawPeer peer = co_await p.listener.accept();
    co_await peer.receive_until("{}");
    co_await peer.send(std::move(answer));
    CHECK((co_await Pair::wait_for(p, to)).body == "ok");
    CHECK(co_await peer.receive_all() == "");
  }(pair, bytes, response));
}

TEST_CASE("http client: what TLS has read ahead was said unasked, too") {
  support::EventLoop loop;
  const support::CertificateAuthority authority;
  tests::TemporaryFolder folder;
  folder.write("root.pem", authority.root());
  const support::CertifiedKey files = authority.issue("IP:127.0.0.1");
  const auto context = bot::http::make_server_context({files.certificate, files.key});
  boost::asio::ip::tcp::acceptor acceptor(loop.io(), {boost::asio::ip::address_v4::loopback(), 0});
  ClientOptions options = quick();
  options.ca_file = (folder / "root.pem").string();
  bot::http::Client client(loop.io(), options);
  bot::http::ClientRequest request;
  request.url =
      bot::http::parse_url("https://127.0.0.1:" + std::to_string(acceptor.local_endpoint().port()) + "/")
          .value();
  const auto ignore = [](std::exception_ptr) {};
  const std::string forged = "HTTP/1.1 203 Forged\r\nContent-Length: 0\r\n\r\n";
  boost::asio::co_spawn(loop.io(), answer_one(acceptor, *context, {ok, forged}), ignore);
  CHECK(loop.run(client.request(request)).status == 200);
  boost::asio::co_spawn(loop.io(), answer_one(acceptor, *context, {ok}), ignore);
  CHECK(loop.run(client.request(request)).status == 200);
}

TEST_CASE("http client: an idle connection is closed after its time, or when told") {
  ClientOptions options = quick();
  const bool told = GENERATE(false, true);
  options.idle_timeout = told ? 60'000ms : 20ms;
  Pair pair(options);
  std::optional<ClientResponse> response;
  pair.begin(pair.post("/1"), response);
  pair.loop.run([](Pair& p, bool close, std::optional<ClientResponse>& to) -> awaitable<void> {
    RawPeer peer = co_await p.listener.accept();
    co_await peer.receive_until("{}");
    co_await peer.send(ok);
    co_await Pair::wait_for(p, to);
    if (close) {
      p.client.close();
    }
    CHECK(co_await peer.receive_all() == "");
  }(pair, told, response));
  pair.listener.close();
  pair.loop.io().restart();
  pair.loop.io().run_for(5s);
  CHECK(pair.loop.io().stopped());  // nothing is left that keeps the loop at work
}

TEST_CASE("http client: requests over the limit of connections wait their turn") {
  ClientOptions options = quick();
  options.connections_per_origin = 1;
  Pair pair(options);
  std::optional<ClientResponse> answers[3];
  for (int i = 0; i < 3; ++i) {
    pair.begin(pair.post("/" + std::to_string(i)), answers[i]);
  }
  pair.loop.run([](Pair& p) -> awaitable<void> {
    RawPeer peer = co_await p.listener.accept();
    for (int i = 0; i < 3; ++i) {
      CHECK_THAT(co_await peer.receive_until("{}"), StartsWith("POST /" + std::to_string(i)));
      co_await peer.send(ok);
    }
  }(pair));
  for (auto& answer : answers) {
    CHECK(pair.loop.run(Pair::wait_for(pair, answer)).status == 200);
  }
}

TEST_CASE("http client: one who waits in vain for a connection has not sent; the turn goes on to the next") {
  ClientOptions options = quick();
  options.connections_per_origin = 1;
  options.request_timeout = 50ms;
  Pair pair(options);
  std::optional<ClientResponse> first;
  std::optional<ClientResponse> second;
  pair.begin(pair.post("/1"), first);
  pair.begin(pair.post("/2"), second);
  CHECK(pair.loop.run(Pair::wait_for(pair, first)).outcome == Outcome::uncertain);
  const ClientResponse waited = pair.loop.run(Pair::wait_for(pair, second));
  // Both deadlines pass together: the second got its turn at the last moment or not at all.
  CHECK(waited.outcome != Outcome::answered);
  CHECK(pair.ask(pair.post("/3")).outcome == Outcome::uncertain);
}
