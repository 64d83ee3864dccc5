#include "bot/http/connection.hpp"

#include "bot/http/body_share.hpp"
#include "bot/http/request_rules.hpp"
#include "config/log.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/core/demangle.hpp>

#include <algorithm>
#include <ctime>
#include <optional>
#include <typeinfo>

namespace bot::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;

namespace {

/// How long a peer may take to take note of a refusal and close, and how much of what it still sends is read
/// meanwhile: closing with unread data would make TCP throw the refusal away.
constexpr std::chrono::seconds farewell{2};
constexpr std::size_t farewell_bytes = 8 * 1024 * 1024;
constexpr std::size_t read_bytes = 4096;
/// Of a body that is longer: fewer reads, and not so much that twenty thousand senders fill the memory by it.
constexpr std::size_t most_read_bytes = 4 * read_bytes;
/// A body of this size is read whatever others send; activities have 1 to 6 KB.
constexpr std::size_t body_always = 8 * 1024;

void log_failure(std::string_view event, const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& e) {  // the type only: messages of parsers quote what people wrote
    config::log(config::Level::error, event, {{"type", boost::core::demangle(typeid(e).name())}});
  } catch (...) {
    config::log(config::Level::error, event);
  }
}

bool may_be_sent(const Response& response) {
  return response.status >= 200 && response.status <= 999 && is_header_value(response.content_type) &&
         std::all_of(response.headers.begin(), response.headers.end(),
                     [](const Header& h) { return is_token(h.first) && is_header_value(h.second); });
}

}  // namespace

const std::string& Hall::date() {
  const std::time_t now = std::time(nullptr);
  if (now != date_of_) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[64];
    date_.assign(text, std::strftime(text, sizeof(text), "%a, %d %b %Y %H:%M:%S GMT", &parts));
    date_of_ = now;
  }
  return date_;
}

Connection::Connection(std::shared_ptr<Hall> hall, asio::ip::tcp::socket socket,
                       std::shared_ptr<asio::ssl::context> context)
    : hall_(std::move(hall)),
      context_(std::move(context)),
      stream_(std::move(socket)),
      deadline_(stream_.socket().get_executor(), [this] { on_deadline(); }) {
  hall_->open.insert(this);
  ++hall_->counts.connections_total;
  hall_->counts.connections_open = hall_->open.size();
}

Connection::~Connection() {
  hall_->open.erase(this);
  hall_->counts.connections_open = hall_->open.size();
  if (hall_->open.empty() && hall_->stopping) {
    hall_->emptied.cancel();
  }
}

void Connection::finish() {
  if (phase_ == Phase::idle || phase_ == Phase::resting || phase_ == Phase::handshake) {
    stream_.close();
  }
}

void Connection::cut() {
  stream_.close();
}

void Connection::enter(Phase phase, std::chrono::steady_clock::duration patience) {
  phase_ = phase;
  deadline_.set(patience);
}

std::chrono::milliseconds Connection::warm_time() const {
  return std::min(hall_->limits.idle_timeout, hall_->limits.warm_time);
}

void Connection::on_deadline() {
  switch (phase_) {
    case Phase::reading:
      too_slow_ = true;
      stream_.cancel();
      return;
    case Phase::handling:
      abandoned_ = true;
      asio::co_spawn(stream_.socket().get_executor(), give_up(shared_from_this()),
                     [](std::exception_ptr failure) {
                       if (failure) {
                         log_failure("http_connection_failed", failure);
                       }
                     });
      return;
    case Phase::idle:
      stream_.rest();
      enter(Phase::resting, hall_->limits.idle_timeout - warm_time());
      return;
    case Phase::handshake:
    case Phase::resting:
    case Phase::writing:
    case Phase::closing:
      stream_.close();
  }
}

awaitable<void> Connection::run(std::shared_ptr<Connection> self) {
  if (self->context_) {
    self->stream_.make_tls(*self->context_);
    self->enter(Phase::handshake, self->hall_->limits.read_timeout);
    const auto [error] = co_await self->stream_.handshake(Side::server);
    if (error) {
      co_return;
    }
  }
  co_await self->serve();
  if (!self->abandoned_) {
    co_await self->close_politely();
  }
}

/// Waits for bytes and takes them into the buffer. False when there are none any more.
awaitable<bool> Connection::read_more(const Parser& parser) {
  const std::uint64_t rest = parser.is_header_done() ? parser.content_length_remaining().value_or(0) : 0;
  const std::size_t wanted = std::clamp<std::uint64_t>(rest, read_bytes, most_read_bytes);
  const auto [error, bytes] = co_await stream_.read_some(buffer_.prepare(wanted));
  buffer_.commit(bytes);
  co_return !error;
}

/// Reads one whole request. False: no request came. With a refusal (status not 200) the connection cannot go
/// on.
awaitable<bool> Connection::read_request(Parser& parser, BodyShare& share, Response& refusal) {
  bool promised = false;
  for (;;) {
    boost::system::error_code error;
    const bool starved = parser.feed(buffer_, error);
    if (promised && !share.hold(parser.body.size())) {
      refusal = error_response(503, "busy", "Too many requests are on their way. Send it again later.");
      co_return true;
    }
    if (error) {
      refusal = refusal_for(error, hall_->limits);
      co_return true;
    }
    if (!starved && parser.is_done()) {
      refusal = refusal_for_header(parser);
      co_return true;
    }
    if (parser.is_header_done() && !promised) {
      promised = true;
      parser.eager(true);
      refusal = refusal_for_header(parser);
      if (refusal.status != 200) {
        co_return true;
      }
      if (expects_continue(parser) && buffer_.size() == 0) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto [failed, sent] = co_await stream_.write(asio::buffer(go_on));
        if (failed && !too_slow_) {
          co_return false;
        }
      }
      continue;
    }
    const bool more = !too_slow_ && co_await read_more(parser);
    if (too_slow_) {
      refusal = error_response(408, "too_slow", "The request took too long to arrive.");
      co_return true;
    }
    if (!more) {
      co_return false;
    }
  }
}

/// Requests and their answers until the connection is to be closed. One loop: a coroutine for each request
/// would be made and destroyed with each.
awaitable<void> Connection::serve() {
  for (;;) {
    if (buffer_.size() == 0) {
      if (hall_->stopping) {
        co_return;
      }
      if (stream_.is_tls()) {
        enter(Phase::idle, warm_time());
      } else {
        enter(Phase::resting, hall_->limits.idle_timeout);
      }
      const auto [error, bytes] = co_await stream_.read_some(buffer_.prepare(read_bytes));
      if (error) {
        stream_.close();
        co_return;
      }
      buffer_.commit(bytes);
    } else {  // hundreds of requests may have come at once: others have their turn between them
      co_await asio::post(stream_.socket().get_executor(), asio::use_awaitable);
    }
    enter(Phase::reading, hall_->limits.read_timeout);
    Parser parser(hall_->limits.header_bytes, hall_->limits.body_bytes);
    BodyShare share(hall_->bodies, hall_->limits.bodies_bytes, body_always);  // until the handler is done
    Response response;
    if (!co_await read_request(parser, share, response)) {
      co_return;
    }
    if (response.status != 200) {
      ++hall_->counts.refused_total;
      // The status tells why (see the README); of what came nothing is repeated.
      config::log(config::Level::warn, "http_refused", {{"status", response.status}});
      co_await send(std::move(response), false, false, false);
      co_return;
    }
    if (buffer_.capacity() > 2 * read_bytes) {
      buffer_.shrink_to_fit();  // a request that waits should not sit on room for a long one
    }
    const bool keep = parser.keep_alive();
    const bool old_version = parser.version == 10;
    const bool head = parser.method == "HEAD";
    Request request;
    request.method = std::move(parser.method);
    request.target = origin_form(std::move(parser.target));
    request.headers = std::move(parser.headers);
    request.body = std::move(parser.body);
    ++hall_->counts.requests_total;
    enter(Phase::handling, hall_->limits.handler_timeout);
    response = co_await handle(std::move(request));
    if (abandoned_) {
      co_return;
    }
    if (!co_await send(std::move(response), head, old_version, keep && !hall_->stopping)) {
      co_return;
    }
  }
}

awaitable<Response> Connection::handle(Request request) {
  try {
    Response response = co_await hall_->handler(std::move(request));
    if (may_be_sent(response)) {
      co_return response;
    }
    config::log(config::Level::error, "http_handler_failed", {{"type", "bad response header"}});
  } catch (...) {
    log_failure("http_handler_failed", std::current_exception());
  }
  co_return error_response(500, "internal_error", "Something went wrong on our side; it is in the log.");
}

/// Header and body leave in one write. False when the connection is to be closed.
awaitable<bool> Connection::send(Response response, bool head, bool old_version, bool keep) {
  enter(Phase::writing, hall_->limits.read_timeout);
  const auto reason =
      beast::http::obsolete_reason(beast::http::int_to_status(static_cast<unsigned>(response.status)));
  output_.clear();
  output_.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  output_.append(reason.data(), reason.size()).append("\r\nDate: ").append(hall_->date()).append("\r\n");
  const auto add = [this](std::string_view name, std::string_view value) {
    output_.append(name).append(": ").append(value).append("\r\n");
  };
  const bool may_have_body = response.status != 204 && response.status != 304;
  if (!response.content_type.empty()) {
    add("Content-Type", response.content_type);
  }
  if (may_have_body) {
    add("Content-Length", std::to_string(response.body.size()));
  }
  for (const auto& [name, value] : response.headers) {
    add(name, value);
  }
  if (!keep) {
    add("Connection", "close");
  } else if (old_version) {
    add("Connection", "keep-alive");
  }
  output_.append("\r\n");
  if (may_have_body && !head) {
    output_.append(response.body);
  }
  const auto [error, bytes] = co_await stream_.write(asio::buffer(output_));
  if (output_.capacity() > 16 * read_bytes) {
    output_ = std::string();  // an idle connection should not sit on its largest answer
  }
  if (error) {
    stream_.close();
  }
  co_return keep && !error;
}

awaitable<void> Connection::close_politely() {
  if (!stream_.socket().is_open()) {
    co_return;
  }
  enter(Phase::closing, farewell);
  if (stream_.is_tls()) {
    co_await stream_.shutdown_tls();
  }
  boost::system::error_code error;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
  for (std::size_t read = 0; !error && read < farewell_bytes;) {
    const auto [failed, bytes] =
        co_await stream_.socket().async_read_some(asio::buffer(hall_->thrown_away), nothrow);
    error = failed;
    read += bytes;
  }
  stream_.close();
}

awaitable<void> Connection::give_up(std::shared_ptr<Connection> self) {
  co_await self->send(error_response(503, "too_slow", "The answer takes too long; please try again later."),
                      false, false, false);
  co_await self->close_politely();
}

}  // namespace bot::http
