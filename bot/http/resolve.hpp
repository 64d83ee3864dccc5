#pragma once
// Names to addresses, with a deadline that holds although the system's lookup cannot be interrupted.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace bot::http {

struct Resolved {
  std::vector<boost::asio::ip::tcp::endpoint> endpoints;
  std::string error;  ///< empty if there is at least one endpoint
};

/// Addresses as they stand are not looked up.
boost::asio::awaitable<Resolved> resolve(boost::asio::io_context&, std::string host, std::uint16_t port,
                                         std::chrono::steady_clock::time_point deadline);

}  // namespace bot::http
