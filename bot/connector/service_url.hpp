#pragma once
// Which places replies may go to: whoever gets a reply also gets our token.
#include <string>
#include <string_view>
#include <vector>

namespace bot::connector {

/// The allow-list of cloud.service_hosts.
class ServiceUrlPolicy {
 public:
  /// `hosts` are host names or their endings at a dot ("botframework.com" also allows "x.botframework.com").
  /// `allow_loopback`: plain http to this machine, for development without tokens.
  ServiceUrlPolicy(std::vector<std::string> hosts, bool allow_loopback);

  /// True for https to a listed host without user information, or plain http to a listed or allowed loopback
  /// address.
  bool allows(std::string_view service_url);

 private:
  bool leads_to_listed_host(std::string_view service_url) const;

  std::vector<std::string> hosts_;
  bool allow_loopback_;
  std::string allowed_last_;  ///< nearly every turn asks for the same one
};

/// `<service URL>/v3/conversations`
std::string conversations_url(std::string_view service_url);

/// `<service URL>/v3/conversations/<id>/activities[/<activity>]`, every segment percent-encoded (ids hold
/// ':', '@', ';', '=').
std::string activities_url(std::string_view service_url, std::string_view conversation,
                           std::string_view activity = {});

}  // namespace bot::connector
