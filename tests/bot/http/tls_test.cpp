#include "bot/http/client.hpp"
#include "bot/http/server.hpp"
#include "tests/store/temporary_folder.hpp"
#include "tests/support/bot/certificates.hpp"
#include "tests/support/bot/raw_peer.hpp"
#include "tests/support/bot/run_coro.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <catch2/catch.hpp>

#include <optional>

namespace asio = boost::asio;
using asio::awaitable;
using bot::http::Client;
using bot::http::ClientOptions;
using bot::http::ClientRequest;
using bot::http::ClientResponse;
using bot::http::Outcome;
using Catch::Contains;
using Catch::StartsWith;
using support::CertificateAuthority;
using support::RawListener;
using support::RawPeer;
using namespace std::chrono_literals;

namespace {

/// A server with a certificate; tells its connections' TLS by answering.
struct Guarded {
  tests::TemporaryFolder folder;
  support::EventLoop loop;
  CertificateAuthority authority;
  std::optional<bot::http::Server> server;

  explicit Guarded(const std::string& names = "DNS:localhost,IP:127.0.0.1", int days = 1) {
    folder.write("root.pem", authority.root());
    install(authority.issue(names, days));
    server.emplace(loop.io(), options(), &Guarded::answer);
    server->start();
  }

  void install(const support::CertifiedKey& files) {
    folder.write("cert.pem", files.certificate);
    folder.write("key.pem", files.key);
  }

  bot::http::ServerOptions options() {
    bot::http::ServerOptions result;
    result.port = 0;
    result.certificate = folder / "cert.pem";
    result.key = folder / "key.pem";
    return result;
  }

  static awaitable<bot::http::Response> answer(bot::http::Request request) {
    bot::http::Response response;
    response.body = request.target + " " + std::to_string(request.body.size());
    co_return response;
  }

  ClientOptions trusting(const std::string& root = "root.pem") const {
    ClientOptions result;
    result.ca_file = (folder / root).string();
    return result;
  }

  ClientResponse ask(Client& client, const std::string& host = "127.0.0.1", std::size_t body = 0) {
    ClientRequest request;
    request.method = "POST";
    request.url =
        bot::http::parse_url("https://" + host + ":" + std::to_string(server->port()) + "/x").value();
    request.body.assign(body, 'x');
    return loop.run(client.request(std::move(request)));
  }
};

/// A handshake with no TLS version above this one; whether it worked.
awaitable<bool> shake(asio::io_context& io, std::uint16_t port, int version) {
  asio::ssl::context context(asio::ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(context.native_handle(), version);
  SSL_CTX_set_security_level(context.native_handle(), 0);
  asio::ssl::stream<asio::ip::tcp::socket> stream(io, context);
  const asio::ip::tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
  co_await stream.next_layer().async_connect(endpoint, asio::use_awaitable);
  try {
    co_await stream.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
  } catch (const boost::system::system_error&) {
    co_return false;
  }
  co_return true;
}

/// Makes a connection of TLS 1.2, and asks for another handshake on it; whether there was one.
awaitable<bool> shake_again(asio::io_context& io, std::uint16_t port) {
  asio::ssl::context context(asio::ssl::context::tls_client);
  SSL_CTX_set_max_proto_version(context.native_handle(), TLS1_2_VERSION);
  asio::ssl::stream<asio::ip::tcp::socket> stream(io, context);
  const asio::ip::tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
  co_await stream.next_layer().async_connect(endpoint, asio::use_awaitable);
  co_await stream.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
  REQUIRE(SSL_renegotiate(stream.native_handle()) == 1);
  try {
    co_await stream.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
  } catch (const boost::system::system_error&) {
    co_return false;
  }
  co_return true;
}

/// Carries bytes one way until the sender closes.
awaitable<void> carry(std::shared_ptr<RawPeer> from, std::shared_ptr<RawPeer> to) {
  for (std::string bytes = co_await from->receive_some(); !bytes.empty();
       bytes = co_await from->receive_some()) {
    co_await to->send(std::move(bytes));
  }
  to->close();
}

}  // namespace

TEST_CASE("http tls: client and server talk over one verified connection, large bodies too") {
  Guarded guarded;
  Client client(guarded.loop.io(), guarded.trusting());
  const std::string host = GENERATE("127.0.0.1", "localhost");
  CHECK(guarded.ask(client, host).body == "/x 0");
  CHECK(guarded.ask(client, host, 500'000).body == "/x 500000");
  CHECK(guarded.server->counts().connections_total == 1);
}

TEST_CASE("http tls: an idle connection rests, and serves on") {
  Guarded guarded;
  bot::http::ServerOptions options = guarded.options();
  options.limits.warm_time = 0ms;
  guarded.server.emplace(guarded.loop.io(), options, &Guarded::answer);
  guarded.server->start();
  Client client(guarded.loop.io(), guarded.trusting());
  for (int i = 0; i < 3; ++i) CHECK(guarded.ask(client).body == "/x 0");
  CHECK(guarded.server->counts().connections_total == 1);
}

TEST_CASE("http tls: a certificate that proves nothing stops the request before it is sent") {
  SECTION("another host's") {
    Guarded guarded("DNS:other.example,IP:127.0.0.2");
    Client client(guarded.loop.io(), guarded.trusting());
    CHECK_THAT(guarded.ask(client).error, Contains("certificate: IP address mismatch"));
    const ClientResponse answer = guarded.ask(client, "localhost");
    CHECK(answer.outcome == Outcome::not_sent);
    CHECK_THAT(answer.error, Contains("certificate: hostname mismatch"));
    CHECK(guarded.server->counts().requests_total == 0);
  }
  SECTION("expired") {
    Guarded guarded("IP:127.0.0.1", -1);
    Client client(guarded.loop.io(), guarded.trusting());
    const ClientResponse answer = guarded.ask(client);
    CHECK(answer.outcome == Outcome::not_sent);
    CHECK_THAT(answer.error, Contains("certificate has expired"));
  }
  SECTION("not yet valid") {
    Guarded guarded("IP:127.0.0.1", 9);
    Client client(guarded.loop.io(), guarded.trusting());
    CHECK(guarded.ask(client).outcome == Outcome::not_sent);
  }
  SECTION("from a root that nobody trusts") {
    Guarded guarded;
    ClientOptions options = guarded.trusting("other.pem");
    guarded.folder.write("other.pem", CertificateAuthority().root());
    Client stranger(guarded.loop.io(), options);
    CHECK(guarded.ask(stranger).outcome == Outcome::not_sent);
    Client system(guarded.loop.io(), ClientOptions());
    const ClientResponse answer = guarded.ask(system);
    CHECK(answer.outcome == Outcome::not_sent);
    CHECK_THAT(answer.error, StartsWith("TLS failed: certificate: "));
    CHECK(guarded.server->counts().requests_total == 0);
  }
}

TEST_CASE("http tls: a new certificate serves new connections, open ones go on") {
  Guarded guarded;
  Client old_friend(guarded.loop.io(), guarded.trusting());
  CHECK(guarded.ask(old_friend).status == 200);
  CHECK(guarded.server->reload_certificate() == "");
  const CertificateAuthority next;
  guarded.folder.write("next.pem", next.root());
  guarded.install(next.issue("IP:127.0.0.1"));
  Client new_friend(guarded.loop.io(), guarded.trusting("next.pem"));
  CHECK(guarded.ask(new_friend).outcome == Outcome::not_sent);
  CHECK(guarded.server->reload_certificate() == "");
  CHECK(guarded.ask(new_friend).status == 200);
  CHECK(guarded.ask(old_friend).status == 200);
  old_friend.close();
  CHECK(guarded.ask(old_friend).outcome == Outcome::not_sent);
}

TEST_CASE("http tls: a broken new certificate leaves the old one in place and says why") {
  Guarded guarded;
  support::CertifiedKey files = guarded.authority.issue("IP:127.0.0.1");
  std::string expected;
  SECTION("no PEM") {
    files.certificate = "nonsense";
    expected = "server.certificate holds no readable PEM certificate";
  }
  SECTION("another key") {
    files.key = guarded.authority.issue("IP:127.0.0.1").key;
    expected = "server.key is not the key of server.certificate";
  }
  SECTION("empty") {
    files.certificate = "";
    expected = "server.certificate: cannot read";
  }
  guarded.install(files);
  CHECK_THAT(guarded.server->reload_certificate(), StartsWith(expected));
  Client client(guarded.loop.io(), guarded.trusting());
  CHECK(guarded.ask(client).status == 200);
  CHECK_THROWS_WITH(bot::http::Server(guarded.loop.io(), guarded.options(), &Guarded::answer),
                    StartsWith(expected));
}

TEST_CASE("http tls: a certificate without a key is refused with a sentence") {
  Guarded guarded;
  bot::http::ServerOptions options = guarded.options();
  options.key.clear();
  CHECK_THROWS_WITH(bot::http::Server(guarded.loop.io(), options, &Guarded::answer),
                    StartsWith("server.key is empty"));
}

TEST_CASE("http tls: TLS 1.2 and 1.3 are spoken, older ones and plain HTTP are not") {
  Guarded guarded;
  const std::uint16_t port = guarded.server->port();
  CHECK(guarded.loop.run(shake(guarded.loop.io(), port, TLS1_3_VERSION)));
  CHECK(guarded.loop.run(shake(guarded.loop.io(), port, TLS1_2_VERSION)));
  CHECK_FALSE(guarded.loop.run(shake(guarded.loop.io(), port, TLS1_1_VERSION)));
  CHECK_FALSE(guarded.loop.run(shake(guarded.loop.io(), port, TLS1_VERSION)));
  const std::string answer = guarded.loop.run([](Guarded& g) -> awaitable<std::string> {
    RawPeer peer = co_await RawPeer::connect(g.loop.io(), g.server->port());
    co_await peer.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    co_return co_await peer.receive_all();
  }(guarded));
  CHECK_THAT(answer, !Contains("HTTP/1.1"));
  CHECK(guarded.server->counts().requests_total == 0);
}

TEST_CASE("http tls: a client that asks for another handshake gets none, and others are served") {
  Guarded guarded;
  CHECK_FALSE(guarded.loop.run(shake_again(guarded.loop.io(), guarded.server->port())));
  Client client(guarded.loop.io(), guarded.trusting());
  CHECK(guarded.ask(client).status == 200);
}

TEST_CASE("http tls: a handshake that does not go on is closed in time") {
  Guarded guarded;
  bot::http::ServerOptions options = guarded.options();
  options.limits.read_timeout = 20ms;
  guarded.server.emplace(guarded.loop.io(), options, &Guarded::answer);
  guarded.server->start();
  const std::string opening = GENERATE(std::string(), std::string("\x16\x03\x01\x02", 4));
  const std::string heard = guarded.loop.run([](Guarded& g, std::string bytes) -> awaitable<std::string> {
    RawPeer peer = co_await RawPeer::connect(g.loop.io(), g.server->port());
    co_await peer.send(std::move(bytes));
    co_return co_await peer.receive_all();
  }(guarded, opening));
  CHECK(heard.empty());
}

TEST_CASE("http tls: through a proxy's tunnel the far end is verified, by its own name") {
  const bool right = GENERATE(true, false);
  Guarded guarded(right ? "DNS:teams.example" : "DNS:proxy.example,IP:127.0.0.1");
  RawListener proxy(guarded.loop.io());
  ClientOptions options = guarded.trusting();
  options.proxy = "http://127.0.0.1:" + std::to_string(proxy.port());
  Client client(guarded.loop.io(), options);
  ClientRequest request;
  request.url = bot::http::parse_url("https://teams.example/x").value();
  std::optional<ClientResponse> response;
  bool done = false;
  asio::co_spawn(guarded.loop.io(), client.request(request), [&](std::exception_ptr, ClientResponse r) {
    response = std::move(r);
    done = true;
  });
  guarded.loop.run([](Guarded& g, RawListener& door) -> awaitable<void> {
    auto near = std::make_shared<RawPeer>(co_await door.accept());
    co_await near->receive_until("\r\n\r\n");
    auto far = std::make_shared<RawPeer>(co_await RawPeer::connect(g.loop.io(), g.server->port()));
    co_await near->send("HTTP/1.1 200 Connection established\r\n\r\n");
    const auto ignore = [](std::exception_ptr) {};  // the tunnel breaks when the test ends
    asio::co_spawn(g.loop.io(), carry(near, far), ignore);
    asio::co_spawn(g.loop.io(), carry(far, near), ignore);
  }(guarded, proxy));
  guarded.loop.run_until(done);
  CHECK(response->outcome == (right ? Outcome::answered : Outcome::not_sent));
  CHECK(guarded.server->counts().requests_total == (right ? 1 : 0));
}
