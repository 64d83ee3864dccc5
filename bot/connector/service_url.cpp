#include "bot/connector/service_url.hpp"

#include <algorithm>
#include <cctype>

namespace bot::connector {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return result;
}

}  // namespace

ServiceUrlPolicy::ServiceUrlPolicy(std::vector<std::string> hosts, bool allow_loopback)
    : hosts_(std::move(hosts)), allow_loopback_(allow_loopback) {
  for (std::string& host : hosts_) host = lower(host);
}

std::optional<http::Url> ServiceUrlPolicy::place_at(std::string_view service_url) const {
  if (service_url.find_first_of("?#") != std::string_view::npos) return std::nullopt;
  auto url = http::parse_url(service_url);
  if (!url) return std::nullopt;
  const bool listed = std::any_of(hosts_.begin(), hosts_.end(), [&](const std::string& allowed) {
    return url->host == allowed || (url->host.size() > allowed.size() && url->host.ends_with(allowed) &&
                                    url->host[url->host.size() - allowed.size() - 1] == '.');
  });
  const bool allowed =
      http::is_loopback_host(url->host) ? listed || allow_loopback_ : listed && url->scheme == "https";
  return allowed ? std::move(url) : std::nullopt;
}

const http::Url* ServicePlaces::find(std::string_view service_url) {
  if (!found_for_.empty() && service_url == found_for_) return &found_;
  auto place = policy_.place_at(service_url);
  if (!place) return nullptr;
  found_ = std::move(*place);
  found_for_ = service_url;
  return &found_;
}

std::string conversations_url(std::string_view service_url) {
  while (service_url.ends_with('/')) service_url.remove_suffix(1);
  return std::string(service_url) + "/v3/conversations";
}

std::string activities_url(std::string_view service_url, std::string_view conversation,
                           std::string_view activity) {
  std::string url = conversations_url(service_url);
  url += "/" + http::encode_path_segment(conversation) + "/activities";
  if (!activity.empty()) url += "/" + http::encode_path_segment(activity);
  return url;
}

}  // namespace bot::connector
