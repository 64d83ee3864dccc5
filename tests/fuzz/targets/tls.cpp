// A session with TLS as the server has it, and a client that says things, renews its keys, breaks off, in
// pieces of any length: what was said is heard, all of it, and nothing else.
#include "bot/http/tls.hpp"

#include "bot/http/tls_session.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/bot/certificates.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using bot::http::TlsSession;

void check(bool holds) {
  if (!holds) std::abort();
}

asio::ssl::context& server_context() {
  static const std::shared_ptr<asio::ssl::context> context = [] {
    const support::CertifiedKey files = support::CertificateAuthority().issue("IP:127.0.0.1");
    return bot::http::make_server_context({files.certificate, files.key});
  }();
  return *context;
}

/// OpenSSL without a socket: what it says is carried by hand.
class ByHand {
 public:
  explicit ByHand(int version) : context_(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free) {
    SSL_CTX_set_max_proto_version(context_.get(), version);
    ssl_.reset(SSL_new(context_.get()));
    SSL_set_bio(ssl_.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    SSL_set_connect_state(ssl_.get());
  }

  bool shake() {
    ERR_clear_error();
    return SSL_do_handshake(ssl_.get()) == 1;
  }
  void say(const std::string& text) {
    check(SSL_write(ssl_.get(), text.data(), static_cast<int>(text.size())) > 0);
  }
  void renew_keys(bool both) {
    if (SSL_version(ssl_.get()) != TLS1_3_VERSION) return;
    check(SSL_key_update(ssl_.get(), both ? SSL_KEY_UPDATE_REQUESTED : SSL_KEY_UPDATE_NOT_REQUESTED) == 1);
    check(SSL_do_handshake(ssl_.get()) == 1);
  }
  void say_goodbye() { check(SSL_shutdown(ssl_.get()) == 0); }
  std::string hear() {
    std::string text(1000, ' ');
    ERR_clear_error();
    const int size = SSL_read(ssl_.get(), text.data(), static_cast<int>(text.size()));
    return text.substr(0, static_cast<std::size_t>(std::max(size, 0)));
  }

  std::string take() {
    std::string bytes(BIO_ctrl_pending(SSL_get_wbio(ssl_.get())), ' ');
    if (!bytes.empty()) BIO_read(SSL_get_wbio(ssl_.get()), bytes.data(), static_cast<int>(bytes.size()));
    return bytes;
  }
  void give(std::string_view bytes) {
    BIO_write(SSL_get_rbio(ssl_.get()), bytes.data(), static_cast<int>(bytes.size()));
  }

 private:
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_{nullptr, &SSL_free};
};

class Talk {
 public:
  Talk(int version, std::size_t room) : client_(version), room_(room, ' ') {
    int ends[2];
    check(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    socket_.assign(tcp::v4(), ends[0]);
    wire_ = ends[1];
    server_.emplace(socket_, server_context());
    asio::co_spawn(io_, shake_and_listen(*this), asio::detached);
    for (int round = 0; !client_.shake(); ++round) {
      check(round < 10);
      exchange();
    }
    exchange();
  }
  ~Talk() {
    leave();
    poll();
  }

  void say(std::size_t bytes) {
    std::string text(bytes, ' ');
    for (char& letter : text)
      letter = static_cast<char>('a' + said_.size() % 26 + (&letter - text.data()) % 5);
    client_.say(text);
    said_ += text;
    underway_ += client_.take();
  }
  void renew_keys(bool both) {
    client_.renew_keys(both);
    underway_ += client_.take();
  }
  void say_goodbye() {
    client_.say_goodbye();
    underway_ += client_.take();
  }
  void add(std::string_view garbage) { underway_ += garbage; }
  void carry(std::size_t bytes) {
    const std::size_t some = std::min(bytes, underway_.size());
    const ssize_t sent = ::send(wire_, underway_.data(), some, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0) underway_.erase(0, static_cast<std::size_t>(sent));
    poll();
  }
  void rest() { server_->rest(); }

  /// Carries what is left, and closes.
  void end(bool broken, bool goodbye) {
    while (!underway_.empty() && !ended_) carry(underway_.size());
    if (goodbye && !broken) answer();
    leave();
    poll();
    check(ended_.has_value());
    check(heard_ == said_);
    if (!broken)
      check(*ended_ == (goodbye ? asio::error::make_error_code(asio::error::eof)
                                : make_error_code(asio::ssl::error::stream_truncated)));
  }

 private:
  asio::io_context io_{1};
  tcp::socket socket_{io_};
  int wire_ = -1;  ///< the client's end
  ByHand client_;
  std::optional<TlsSession> server_;
  std::string room_;
  std::string said_;
  std::string heard_;
  std::string underway_;
  std::optional<boost::system::error_code> ended_;

  static asio::awaitable<void> shake_and_listen(Talk& self) {
    const auto [failed] = co_await self.server_->handshake(bot::http::Side::server);
    check(!failed);
    while (!self.ended_) {
      const auto [error, bytes] = co_await self.server_->read_some(asio::buffer(self.room_));
      self.heard_ += self.room_.substr(0, bytes);
      if (error) self.ended_ = error;
    }
  }

  static asio::awaitable<void> speak(TlsSession& server) {
    static const std::string answer = "answer";
    const auto [error, bytes] = co_await server.write(asio::buffer(answer));
    check(!error && bytes == answer.size());
  }

  void poll() {
    io_.restart();
    io_.poll();
  }

  void exchange() {
    underway_ += client_.take();
    carry(underway_.size());
    std::string bytes(20'000, ' ');
    const ssize_t size = ::recv(wire_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (size > 0) client_.give({bytes.data(), static_cast<std::size_t>(size)});
  }

  /// Who has said goodbye may still be answered.
  void answer() {
    asio::co_spawn(io_, speak(*server_), asio::detached);
    exchange();
    check(client_.hear() == "answer");
  }

  void leave() {
    if (wire_ < 0) return;
    char unread[4096];  // a socket that is closed with something in it resets the connection
    while (::recv(wire_, unread, sizeof(unread), MSG_DONTWAIT) > 0) continue;
    ::close(std::exchange(wire_, -1));
  }
};

/// The first bytes say which version, and how much is read at once; then two a step.
void run(std::string_view input) {
  if (input.size() < 2) return;
  input = input.substr(0, 4096);
  constexpr std::size_t said_at_most = 100'000;
  Talk talk(input[0] % 2 == 0 ? TLS1_3_VERSION : TLS1_2_VERSION,
            1 + static_cast<unsigned char>(input[1]) * 8U);
  bool broken = false;
  bool goodbye = false;
  std::size_t said = 0;
  for (std::size_t at = 2; at + 1 < input.size(); at += 2) {
    const unsigned step = static_cast<unsigned char>(input[at]) % 8;
    const std::size_t size = 1 + static_cast<unsigned char>(input[at + 1]);
    const bool may_speak = !broken && !goodbye;
    const std::size_t bytes = step == 0 ? size : 64 * size;
    if (step <= 1 && may_speak && said + bytes <= said_at_most) {
      talk.say(bytes);
      said += bytes;
    }
    if (step == 2) talk.carry(size);
    if (step == 3) talk.carry(64 * size);
    if (step == 4) talk.rest();
    if (step == 5 && may_speak) talk.renew_keys(size % 2 == 0);
    if (step == 6 && size == 7 && may_speak) {
      talk.say_goodbye();
      goodbye = true;
    }
    if (step == 7 && size == 7) {
      talk.add(input.substr(at));
      broken = true;
    }
  }
  talk.end(broken, goodbye);
}

const fuzz::Registration registration{"tls", run};

}  // namespace
