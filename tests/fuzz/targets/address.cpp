// Addresses that come from outside: where replies go is decided by the host that is connected to, and by
// nothing else.
#include "bot/connector/service_url.hpp"
#include "bot/http/url.hpp"
#include "tests/fuzz/target.hpp"

#include <cstdlib>
#include <string>

namespace {

bool is_ours(const std::string& host) {
  return host == "botframework.com" || host.ends_with(".botframework.com");
}

void run(std::string_view input) {
  static const bot::connector::ServiceUrlPolicy policy({"botframework.com"}, false);
  const std::string text(input);
  const auto url = bot::http::parse_url(text);
  const auto place = policy.place_at(text);
  if (place && (place->scheme != "https" || !is_ours(place->host))) std::abort();
  if (url && url->target.find_first_of("\r\n ") != std::string::npos) std::abort();
  const std::string segment = bot::http::encode_path_segment(text);
  if (segment.find_first_of("/?#\r\n ") != std::string::npos) std::abort();
  bot::http::is_loopback_host(text);
  bot::http::is_excluded_from_proxy("botframework.com", text);
}

const fuzz::Registration registration{"address", run};

}  // namespace
