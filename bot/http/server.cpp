#include "bot/http/server.hpp"

#include "bot/http/connection.hpp"
#include "bot/http/tls.hpp"
#include "config/log.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <stdexcept>
#include <utility>

namespace bot::http {

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;

class Server::Impl {
 public:
  Impl(asio::io_context& io, ServerOptions options, Handler handler)
      : io_(io),
        options_(std::move(options)),
        hall_(std::make_shared<Hall>(io, options_.limits, std::move(handler))),
        acceptor_(io),
        pause_(io) {
    if (!options_.certificate.empty()) {
      files_ = read_certificate(options_.certificate, options_.key);
      context_ = make_server_context(files_);
    }
    listen();
  }

  asio::io_context& io() { return io_; }
  std::uint16_t port() const { return port_; }
  const ServerCounts& counts() const { return hall_->counts; }

  std::string reload_certificate() {
    if (!context_) {
      return {};
    }
    try {
      CertificateFiles files = read_certificate(options_.certificate, options_.key);
      if (files != files_) {
        context_ = make_server_context(files);
        files_ = std::move(files);
      }
      return {};
    } catch (const std::runtime_error& e) {
      return e.what();
    }
  }

  static awaitable<void> accept_loop(std::shared_ptr<Impl> self) {
    bool refused = false;  // said once, until somebody comes in again
    while (self->acceptor_.is_open()) {
      auto [error, socket] = co_await self->acceptor_.async_accept(nothrow);
      if (error == asio::error::operation_aborted) {
        co_return;
      }
      if (error) {  // no file descriptors left, or the peer is gone already: others may still come
        if (!std::exchange(refused, true))
          config::log(config::Level::warn, "http_accept_failed",
                      {{"reason", error.message()}, {"open", self->hall_->open.size()}});
        self->pause_.expires_after(std::chrono::milliseconds(50));
        co_await self->pause_.async_wait(nothrow);
        continue;
      }
      refused = false;
      self->take(std::move(socket));
    }
  }

  static awaitable<void> stop(std::shared_ptr<Impl> self, std::chrono::milliseconds patience) {
    const std::shared_ptr<Hall> hall = self->hall_;
    if (!hall->stopping) {  // a second call waits for the first one's end
      hall->stopping = true;
      hall->emptied.expires_after(patience);
    }
    self->close();
    for (Connection* connection : hall->open) {
      connection->finish();
    }
    if (!hall->open.empty()) {
      co_await hall->emptied.async_wait(nothrow);
    }
    for (Connection* connection : hall->open) {
      connection->cut();
    }
  }

  void close() {
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
  }

  /// The server object goes: what is open is cut; running handlers keep what they need alive themselves.
  void abandon() {
    close();
    hall_->stopping = true;
    for (Connection* connection : hall_->open) {
      connection->cut();
    }
  }

 private:
  asio::io_context& io_;
  const ServerOptions options_;
  const std::shared_ptr<Hall> hall_;
  tcp::acceptor acceptor_;
  asio::steady_timer pause_;
  std::uint16_t port_ = 0;
  CertificateFiles files_;
  std::shared_ptr<asio::ssl::context> context_;  ///< for new connections; those that are open keep theirs

  void listen() {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options_.address, error);
    if (error) {
      throw std::runtime_error("server.address '" + options_.address +
                               "' is not an IP address; use for example 127.0.0.1 or 0.0.0.0.");
    }
    const tcp::endpoint endpoint(address, options_.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) {
      acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error) {
      acceptor_.bind(endpoint, error);
    }
    if (!error) {
      acceptor_.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
      throw std::runtime_error("cannot listen on server.address " + options_.address + ", server.port " +
                               std::to_string(options_.port) + ": " + error.message() +
                               ". Stop the program that uses it, or choose another port or address.");
    }
    port_ = acceptor_.local_endpoint().port();
  }

  void take(tcp::socket socket) {
    if (hall_->open.size() >= options_.limits.connections) {
      ++hall_->counts.refused_total;
      return;  // the socket closes
    }
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto connection = std::make_shared<Connection>(hall_, std::move(socket), context_);
    asio::co_spawn(io_, Connection::run(std::move(connection)), [](std::exception_ptr failure) {
      if (failure) {  // what Connection itself did not expect, such as no memory: that connection ends, the
                      // others go on
        config::log(config::Level::error, "http_connection_failed");
      }
    });
  }
};

Server::Server(asio::io_context& io, ServerOptions options, Handler handler)
    : impl_(std::make_shared<Impl>(io, std::move(options), std::move(handler))) {}

Server::~Server() {
  impl_->abandon();
}

std::uint16_t Server::port() const {
  return impl_->port();
}

const ServerCounts& Server::counts() const {
  return impl_->counts();
}

void Server::start() {
  asio::co_spawn(impl_->io(), Impl::accept_loop(impl_), [](std::exception_ptr failure) {
    if (failure) {  // without its door the service is of no use: let it end and be started anew
      std::rethrow_exception(failure);
    }
  });
}

std::string Server::reload_certificate() {
  return impl_->reload_certificate();
}

awaitable<void> Server::stop(std::chrono::milliseconds patience) {
  return Impl::stop(impl_, patience);
}

}  // namespace bot::http
