#include "bot/http/resolve.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>

namespace bot::http {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// What the lookup and the one who waits for it share; whoever is last lets it go.
struct Lookup {
  explicit Lookup(asio::io_context& io) : resolver(io), done(io) {}
  tcp::resolver resolver;
  asio::steady_timer done;
  bool is_done = false;
  boost::system::error_code error;
  std::vector<tcp::endpoint> endpoints;
};

}  // namespace

asio::awaitable<Resolved> resolve(asio::io_context& io, std::string host, std::uint16_t port,
                                  std::chrono::steady_clock::time_point deadline) {
  Resolved resolved;
  boost::system::error_code not_an_address;
  const auto address = asio::ip::make_address(host, not_an_address);
  if (!not_an_address) {
    resolved.endpoints.emplace_back(address, port);
    co_return resolved;
  }
  if (host == "localhost") {
    // Always this machine (RFC 6761 §6.3), also where no hosts file and no name server says so.
    resolved.endpoints.emplace_back(asio::ip::address_v4::loopback(), port);
    resolved.endpoints.emplace_back(asio::ip::address_v6::loopback(), port);
    co_return resolved;
  }
  auto lookup = std::make_shared<Lookup>(io);
  lookup->done.expires_at(deadline);
  lookup->resolver.async_resolve(host, std::to_string(port), tcp::resolver::numeric_service,
                                 [lookup](const boost::system::error_code& error, const auto& results) {
                                   lookup->is_done = true;
                                   lookup->error = error;
                                   for (const auto& result : results) {
                                     lookup->endpoints.push_back(result.endpoint());
                                   }
                                   lookup->done.cancel();
                                 });
  co_await lookup->done.async_wait(asio::as_tuple(asio::use_awaitable));
  if (!lookup->is_done) {
    resolved.error = "looking up the name took too long";
  } else if (lookup->error || lookup->endpoints.empty()) {
    resolved.error = "name not found (" + lookup->error.message() + ")";
  } else {
    resolved.endpoints = std::move(lookup->endpoints);
  }
  co_return resolved;
}

}  // namespace bot::http
