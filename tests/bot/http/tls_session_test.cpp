#include "bot/http/tls_session.hpp"

#include "bot/http/tls.hpp"
#include "tests/support/bot/certificates.hpp"
#include "tests/support/bot/run_coro.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>
#include <openssl/err.h>

#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;
using bot::http::Side;
using bot::http::TlsSession;

namespace {

struct End {
  explicit End(tcp::socket made, asio::ssl::context& context)
      : socket(std::move(made)), tls(socket, context) {}
  tcp::socket socket;
  TlsSession tls;
};

/// Two ends of one connection, their handshake done.
struct Ends {
  support::EventLoop loop;
  std::shared_ptr<asio::ssl::context> server_context;
  asio::ssl::context client_context{asio::ssl::context::tls_client};
  std::unique_ptr<End> server;
  std::unique_ptr<End> client;

  Ends() {
    const support::CertifiedKey files = support::CertificateAuthority().issue("IP:127.0.0.1");
    server_context = bot::http::make_server_context({files.certificate, files.key});
    tcp::acceptor acceptor(loop.io(), tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    tcp::socket socket(loop.io());
    socket.connect(acceptor.local_endpoint());
    client = std::make_unique<End>(std::move(socket), client_context);
    server = std::make_unique<End>(acceptor.accept(), *server_context);
    asio::co_spawn(loop.io(), client->tls.handshake(Side::client), asio::detached);
    const auto [error] = loop.run(server->tls.handshake(Side::server));
    REQUIRE_FALSE(error);
    // So that what TLS 1.3 says after the handshake has come, too.
    say(*server, "hello");
    CHECK(hear(*client) == "hello");
  }

  void say(End& end, const std::string& text) {
    const auto [error, bytes] = loop.run(end.tls.write(asio::buffer(text)));
    CHECK_FALSE(error);
    CHECK(bytes == text.size());
  }

  std::string hear(End& end, std::size_t room = 100) {
    std::string text(room, ' ');
    const auto [error, bytes] = loop.run(end.tls.read_some(asio::buffer(text)));
    CHECK_FALSE(error);
    return text.substr(0, bytes);
  }

  boost::system::error_code fail_to_hear(End& end) {
    char byte = 0;
    const auto [error, bytes] = loop.run(end.tls.read_some(asio::buffer(&byte, 1)));
    CHECK(bytes == 0);
    return error;
  }
};

/// The record in which this end would say it; the network gets nothing.
std::string record_of(End& end, const std::string& text) {
  SSL* ssl = end.tls.native_handle();
  BIO* socket = SSL_get_wbio(ssl);
  BIO_up_ref(socket);
  SSL_set0_wbio(ssl, BIO_new(BIO_s_mem()));
  REQUIRE(SSL_write(ssl, text.data(), static_cast<int>(text.size())) == static_cast<int>(text.size()));
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(SSL_get_wbio(ssl), &bytes);
  const std::string record(bytes, static_cast<std::size_t>(size));
  SSL_set0_wbio(ssl, socket);
  return record;
}

awaitable<void> hear_all(TlsSession& tls, std::string& heard, std::size_t bytes) {
  std::string text(1000, ' ');
  while (heard.size() < bytes) {
    const auto [error, count] = co_await tls.read_some(asio::buffer(text));
    if (error) co_return;
    heard += text.substr(0, count);
  }
}

awaitable<void> send_all(TlsSession& tls, const std::string& text, bool& done) {
  const auto [error, bytes] = co_await tls.write(asio::buffer(text));
  done = !error && bytes == text.size();
}

}  // namespace

TEST_CASE("tls session: what is said is heard, in pieces, after a rest, and whatever errors others left") {
  Ends ends;
  ends.say(*ends.client, "one");
  CHECK(ends.hear(*ends.server, 2) == "on");
  ends.server->tls.rest();  // a byte is still in there: it stays
  CHECK(ends.hear(*ends.server) == "e");
  for (int i = 0; i < 3; ++i) {
    ends.server->tls.rest();
    ends.client->tls.rest();
    ERR_put_error(ERR_LIB_USER, 0, 1, __FILE__, __LINE__);
    ends.say(*ends.client, "two" + std::to_string(i));
    CHECK(ends.hear(*ends.server) == "two" + std::to_string(i));
    ends.say(*ends.server, "three");
    CHECK(ends.hear(*ends.client) == "three");
  }
}

TEST_CASE("tls session: more than the network takes at once waits for the reader") {
  Ends ends;
  std::string text;
  while (text.size() < 20'000'000) text += std::to_string(text.size());
  bool done = false;
  asio::co_spawn(ends.loop.io(), send_all(ends.server->tls, text, done), asio::detached);
  ends.loop.io().restart();
  ends.loop.io().poll();
  CHECK_FALSE(done);
  std::string heard;
  while (heard.size() < text.size()) heard += ends.hear(*ends.client, 100'000);
  CHECK(heard == text);
  CHECK(done);
}

TEST_CASE("tls session: a record that comes in two parts is whole, though there was a rest between them") {
  Ends ends;
  // The length at its head is the fifth byte: OpenSSL has read a record's head before it waits for the rest.
  const std::size_t cut = GENERATE(1, 4, 5, 6, 1000);
  for (int i = 0; i < 2; ++i) {
    const std::string text = std::string(2000, 'x') + std::to_string(i);
    const std::string record = record_of(*ends.client, text);
    std::string heard;
    asio::co_spawn(ends.loop.io(), hear_all(ends.server->tls, heard, text.size()), asio::detached);
    asio::write(ends.client->socket, asio::buffer(record.substr(0, cut)));
    ends.loop.io().restart();
    ends.loop.io().poll();
    ends.server->tls.rest();
    asio::write(ends.client->socket, asio::buffer(record.substr(cut)));
    while (heard.size() < text.size()) REQUIRE(ends.loop.io().run_one() == 1);
    CHECK(heard == text);
  }
}

TEST_CASE("tls session: who sends without pause is read a buffer at a time, so that others have their turn") {
  Ends ends;
  SSL* client = ends.client->tls.native_handle();
  const bool texts = GENERATE(true, false);
  for (int i = 0; i < 3000; ++i) {
    if (texts) {
      ends.say(*ends.client, "x");
    } else {  // new keys: nothing that a reader would get to see
      REQUIRE(SSL_key_update(client, SSL_KEY_UPDATE_NOT_REQUESTED) == 1);
      REQUIRE(SSL_do_handshake(client) == 1);
    }
  }
  if (!texts) ends.say(*ends.client, "the end");
  const std::size_t expected = texts ? 3000 : 7;
  const auto waiting = [&] { return ends.server->socket.available(); };
  std::string heard;
  asio::co_spawn(ends.loop.io(), hear_all(ends.server->tls, heard, expected), asio::detached);
  ends.loop.io().restart();
  while (heard.size() < expected) {
    const std::size_t before = waiting();
    REQUIRE(ends.loop.io().run_one() == 1);
    CHECK(before <= waiting() + 17 * 1024);
  }
  CHECK(waiting() == 0);
}

TEST_CASE("tls session: a goodbye is an end, without one the connection was cut") {
  {
    Ends ends;
    asio::co_spawn(ends.loop.io(), ends.client->tls.shutdown(), asio::detached);
    CHECK(ends.fail_to_hear(*ends.server) == asio::error::eof);
    const auto [error] = ends.loop.run(ends.server->tls.shutdown());
    CHECK_FALSE(error);
  }
  Ends ends;
  ends.client->socket.close();
  CHECK(ends.fail_to_hear(*ends.server) == asio::ssl::error::stream_truncated);
}

TEST_CASE("tls session: bytes that are no record are an error of TLS") {
  Ends ends;
  asio::write(ends.client->socket, asio::buffer(std::string(100, 'x')));
  CHECK(ends.fail_to_hear(*ends.server).category() == asio::error::get_ssl_category());
}

TEST_CASE("tls session: on a socket that was closed nothing is read or written, whoever has its number now") {
  Ends ends;
  const int number = ends.server->socket.native_handle();
  ends.server->socket.close();
  std::vector<tcp::socket> others;  // the system gives the lowest free number
  do others.emplace_back(ends.loop.io(), tcp::v4());
  while (others.back().native_handle() < number);
  REQUIRE(others.back().native_handle() == number);
  const auto [error, bytes] = ends.loop.run(ends.server->tls.write(asio::buffer("x", 1)));
  CHECK(error == boost::system::errc::bad_file_descriptor);
  CHECK(bytes == 0);
  CHECK(ends.fail_to_hear(*ends.server) == boost::system::errc::bad_file_descriptor);
}

TEST_CASE("tls session: a peer that is gone is an error, and no signal ends the program") {
  Ends ends;
  ends.client->socket.set_option(asio::socket_base::linger(true, 0));
  ends.client->socket.close();
  boost::system::error_code error;
  for (int i = 0; i < 2 && !error; ++i)
    std::tie(error, std::ignore) = ends.loop.run(ends.server->tls.write(asio::buffer("x", 1)));
  CHECK((error == boost::system::errc::connection_reset || error == boost::system::errc::broken_pipe));
}
