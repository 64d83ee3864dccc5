#include "bot/http/client.hpp"

#include "bot/http/client_pool.hpp"
#include "bot/http/tls.hpp"

#include <boost/beast/core/string.hpp>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace bot::http {

namespace asio = boost::asio;
using asio::awaitable;

namespace {

using Clock = std::chrono::steady_clock;

ClientResponse not_sent(std::string error) {
  ClientResponse response;
  response.error = std::move(error);
  return response;
}

bool has_header(const std::vector<Header>& headers, std::string_view name) {
  return std::any_of(headers.begin(), headers.end(), [&](const Header& h) {
    return boost::beast::iequals(h.first, {name.data(), name.size()});
  });
}

/// Why this request cannot be put on a wire; empty if it can. A line break in a value would be a header of
/// its own.
std::string fault(const ClientRequest& request) {
  if (!is_target(request.url.target) || request.url.host.empty()) {
    return "the URL is not valid";
  }
  if (!is_token(request.method) || request.method == "CONNECT") {
    return "the method is not valid";
  }
  for (const std::string_view framing : {"Host", "Content-Length", "Transfer-Encoding", "Connection"}) {
    if (has_header(request.headers, framing)) {
      return "the header " + std::string(framing) + " is set by the client itself";
    }
  }
  for (const auto& [name, value] : request.headers) {
    if (!is_token(name) || !is_header_value(value)) {
      return "a header holds characters that are not allowed";
    }
  }
  return is_header_value(request.content_type) ? ""
                                               : "the content type holds characters that are not allowed";
}

std::string serialize(const ClientRequest& request, bool absolute_form) {
  const Url& url = request.url;
  std::string text;
  text.reserve(2048 + request.body.size());  // a token has a kilobyte or more
  text.append(request.method).append(" ");
  text.append(absolute_form ? url.scheme + "://" + url.authority() : "")
      .append(url.target)
      .append(" HTTP/1.1\r\n");
  const auto add = [&](std::string_view name, std::string_view value) {
    text.append(name).append(": ").append(value).append("\r\n");
  };
  add("Host", url.authority());
  for (const auto& [name, value] : request.headers) {
    add(name, value);
  }
  if (!request.content_type.empty()) {
    add("Content-Type", request.content_type);
  }
  if (!request.body.empty() || (request.method != "GET" && request.method != "HEAD")) {
    add("Content-Length", std::to_string(request.body.size()));
  }
  return text.append("\r\n").append(request.body);
}

}  // namespace

std::string_view ClientResponse::header(std::string_view name) const {
  return find_header(headers, name);
}

class Client::Impl {
 public:
  Impl(asio::io_context& io, ClientOptions options)
      : io_(io), options_(std::move(options)), sweep_(io.get_executor(), [this] { sweep(); }) {
    if (!options_.ca_file.empty()) {
      context_ = make_client_context(options_.ca_file);
    }
    if (!options_.proxy.empty()) {
      proxy_ = parse_url(options_.proxy);
      if (!proxy_ || proxy_->scheme != "http" || proxy_->target != "/") {
        throw std::runtime_error(
            "the proxy is not an address like http://proxy.example:8080 (https and passwords are not "
            "supported).");
      }
    }
  }

  static awaitable<ClientResponse> request(std::shared_ptr<Impl> self, ClientRequest request) {
    if (std::string wrong = fault(request); !wrong.empty()) {
      co_return not_sent(std::move(wrong));
    }
    const auto deadline = Clock::now() + self->options_.request_timeout;
    // A shared pointer: the pool may be dropped from the map while somebody waits in it.
    const std::shared_ptr<Pool> pool = self->pool_of(request.url);
    if (!pool->try_acquire() && !co_await pool->acquire(deadline)) {
      co_return not_sent("all connections were busy for too long");
    }
    const Turn turn(*pool);
    const std::optional<Url> proxy = self->proxy_for(request.url);
    const std::string bytes = serialize(request, proxy && request.url.scheme == "http");
    request.body = std::string();  // it stands in the bytes
    std::unique_ptr<ClientConnection> connection =
        pool->take_kept(Clock::now() - self->options_.idle_timeout);
    bool kept = connection != nullptr;
    for (;;) {
      if (!connection) {
        std::string error = co_await self->open(request.url, proxy, deadline, connection);
        if (!error.empty()) co_return not_sent(std::move(error));
      }
      Exchange exchange =
          co_await connection->exchange(bytes, request.method == "HEAD", self->options_.body_bytes, deadline);
      if (exchange.nothing_written &&
          kept) {  // it was closed since its last use; a new one knows nothing of that
        connection.reset();
        kept = false;
        continue;
      }
      if (exchange.nothing_written) {
        exchange.response.outcome = Outcome::not_sent;
      }
      if (exchange.keep && !self->closed_) {
        self->keep(*pool, std::move(connection));
      }
      co_return std::move(exchange.response);
    }
  }

  /// What is in progress or begins later is not kept either, so that an event loop that only waits for its
  /// end does end.
  void close() {
    closed_ = true;
    sweep_.cancel();
    sweeping_ = false;
    for (auto& [origin, pool] : pools_) {
      pool->close_idle(Clock::time_point::max());
    }
  }

 private:
  asio::io_context& io_;
  const ClientOptions options_;
  std::shared_ptr<asio::ssl::context> context_;
  std::optional<Url> proxy_;
  std::map<std::string, std::shared_ptr<Pool>> pools_;
  Deadline sweep_;
  bool sweeping_ = false;
  bool closed_ = false;

  /// A new connection; why there is none, in one sentence. Apart from request(): nearly every one finds a
  /// kept connection, and what it holds while it waits should be small.
  awaitable<std::string> open(const Url& to, const std::optional<Url>& proxy, Clock::time_point deadline,
                              std::unique_ptr<ClientConnection>& connection) {
    connection = std::make_unique<ClientConnection>(io_, to.scheme == "https" ? context() : nullptr);
    co_return co_await connection->open(to, proxy,
                                        std::min(deadline, Clock::now() + options_.connect_timeout));
  }

  /// The system's roots are read when first needed: that takes longer than all else at the start.
  std::shared_ptr<asio::ssl::context> context() {
    if (!context_) {
      context_ = make_client_context(options_.ca_file);
    }
    return context_;
  }

  std::shared_ptr<Pool> pool_of(const Url& url) {
    std::shared_ptr<Pool>& pool = pools_[url.origin()];
    if (!pool) {
      pool = std::make_shared<Pool>(io_, options_.connections_per_origin);
    }
    return pool;
  }

  std::optional<Url> proxy_for(const Url& url) const {
    const bool direct =
        !proxy_ || is_loopback_host(url.host) || is_excluded_from_proxy(url.host, options_.no_proxy);
    return direct ? std::nullopt : proxy_;
  }

  void keep(Pool& pool, std::unique_ptr<ClientConnection> connection) {
    pool.keep(std::move(connection));
    if (!sweeping_) {
      sweeping_ = true;
      sweep_.set(options_.idle_timeout);
    }
  }

  /// Closes what was idle for too long, and looks again later if something is left.
  void sweep() {
    sweeping_ = false;
    std::size_t kept = 0;
    for (auto pool = pools_.begin(); pool != pools_.end();) {
      pool->second->close_idle(Clock::now() - options_.idle_timeout);
      kept += pool->second->kept();
      pool = pool->second->is_unused() ? pools_.erase(pool) : std::next(pool);
    }
    if (kept != 0) {
      sweeping_ = true;
      sweep_.set(options_.idle_timeout / 2);
    }
  }
};

Client::Client(asio::io_context& io, ClientOptions options)
    : impl_(std::make_shared<Impl>(io, std::move(options))) {}

Client::~Client() {
  impl_->close();
}

awaitable<ClientResponse> Client::request(ClientRequest request) {
  return Impl::request(impl_, std::move(request));
}

void Client::close() {
  impl_->close();
}

}  // namespace bot::http
