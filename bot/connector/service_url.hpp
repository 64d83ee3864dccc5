#pragma once
// Which places replies may go to: whoever gets a reply also gets our token.
#include "bot/http/url.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bot::connector {

/// The allow-list of cloud.service_hosts.
class ServiceUrlPolicy {
 public:
  /// `hosts` are host names or their endings at a dot ("botframework.com" also allows "x.botframework.com").
  /// `allow_loopback`: plain http to this machine, for development without tokens.
  ServiceUrlPolicy(std::vector<std::string> hosts, bool allow_loopback);

  /// The place, if it may be sent to: https to a listed host without user information, or plain http to a
  /// listed or allowed loopback address.
  std::optional<http::Url> place_at(std::string_view service_url) const;

 private:
  std::vector<std::string> hosts_;
  bool allow_loopback_;
};

/// The policy's last good answer: nearly every turn asks for the same place. Lives on one event loop.
class ServicePlaces {
 public:
  explicit ServicePlaces(ServiceUrlPolicy policy) : policy_(std::move(policy)) {}

  /// nullptr if the policy allows no such place. Valid until the next call.
  const http::Url* find(std::string_view service_url);

 private:
  ServiceUrlPolicy policy_;
  std::string found_for_;
  http::Url found_;
};

/// `<service URL>/v3/conversations`; also of the path of a service URL alone.
std::string conversations_url(std::string_view service_url);

/// `<service URL>/v3/conversations/<id>/activities[/<activity>]`, every segment percent-encoded (ids hold
/// ':', '@', ';', '='); also of the path of a service URL alone.
std::string activities_url(std::string_view service_url, std::string_view conversation,
                           std::string_view activity = {});

}  // namespace bot::connector
