#include "bot/connector/service_url.hpp"

#include "bot/http/url.hpp"

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

bool ServiceUrlPolicy::allows(std::string_view service_url) {
  if (!service_url.empty() && service_url == allowed_last_) return true;
  if (!leads_to_listed_host(service_url)) return false;
  allowed_last_ = service_url;
  return true;
}

bool ServiceUrlPolicy::leads_to_listed_host(std::string_view service_url) const {
  if (service_url.find_first_of("?#") != std::string_view::npos) return false;
  const auto url = http::parse_url(service_url);
  if (!url) return false;
  const bool listed = std::any_of(hosts_.begin(), hosts_.end(), [&](const std::string& allowed) {
    return url->host == allowed || (url->host.size() > allowed.size() && url->host.ends_with(allowed) &&
                                    url->host[url->host.size() - allowed.size() - 1] == '.');
  });
  if (http::is_loopback_host(url->host)) return listed || allow_loopback_;
  return listed && url->scheme == "https";
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
