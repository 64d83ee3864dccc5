#include "bot/network.hpp"

#include "config/log.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <sys/resource.h>
#include <utility>

namespace bot {
namespace {

std::string from_environment(const char* name, const char* other_name) {
  for (const char* variable : {name, other_name})
    if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
  return {};
}

// For the database, the log, and the connections to Teams (`connections_per_origin` and some more).
constexpr std::size_t descriptors_kept = 48;
constexpr std::size_t connections_min = 16;

/// As many descriptors as the system lets this program have; the usual soft limit (1,024) is for programs
/// with few connections.
std::size_t descriptors() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? static_cast<std::size_t>(limit.rlim_cur) : 1024;
}

/// Strangers who hold connections open must not take those to Teams and the database.
std::size_t connections_max(std::size_t wanted) {
  const std::size_t all = descriptors();
  return std::min(wanted,
                  all > descriptors_kept + connections_min ? all - descriptors_kept : connections_min);
}

}  // namespace

http::ServerOptions server_options(const config::Settings& settings) {
  http::ServerOptions options;
  options.address = settings.server_address == "localhost" ? "127.0.0.1" : settings.server_address;
  options.port = static_cast<std::uint16_t>(settings.server_port);
  options.certificate = settings.server_certificate;
  options.key = settings.server_key;
  options.limits.connections = connections_max(options.limits.connections);
  return options;
}

http::ClientOptions client_options(const config::Settings& settings) {
  http::ClientOptions options;
  options.proxy = from_environment("HTTPS_PROXY", "https_proxy");
  options.no_proxy = from_environment("NO_PROXY", "no_proxy");
  options.ca_file = settings.cloud_ca_file;
  return options;
}

auth::VerifierOptions verifier_options(const config::Settings& settings) {
  auth::VerifierOptions options;
  options.app_id = settings.bot_app_id;
  options.openid_metadata = settings.cloud_openid_metadata;
  options.allowed_tenants = settings.bot_allowed_tenants;
  options.allow_anonymous = settings.development_allow_anonymous;
  options.event = [](std::string_view event) {
    const bool failed = event.find("failed") != std::string_view::npos;
    config::log(failed ? config::Level::warn : config::Level::info, "signing_keys", {{"what", event}});
  };
  return options;
}

auth::AccessTokenOptions access_token_options(const config::Settings& settings) {
  auth::AccessTokenOptions options;
  options.app_id = settings.bot_app_id;
  options.secret = settings.secret.reveal();
  options.token_endpoint = settings.cloud_token_endpoint;
  constexpr std::string_view placeholder = "{tenant}";
  if (const auto at = options.token_endpoint.find(placeholder); at != std::string::npos)
    options.token_endpoint.replace(at, placeholder.size(), settings.bot_tenant);
  return options;
}

connector::ServiceUrlPolicy service_url_policy(const config::Settings& settings) {
  return connector::ServiceUrlPolicy(settings.cloud_service_hosts, settings.development_allow_anonymous);
}

handlers::Policy handler_policy(const config::Settings& settings) {
  handlers::Policy policy;
  policy.zone = settings.time_zone;
  policy.contact_point = settings.catalogue_contact_point;
  policy.stale_after_months = settings.catalogue_stale_after_months;
  policy.confirm_every_months = settings.catalogue_confirm_every_months;
  policy.question_log_days = settings.privacy_question_log_days;
  policy.leaver_days = settings.privacy_leaver_days;
  std::string bad;
  if (auto calendar = handlers::WorkCalendar::make(settings.time_closing_days, &bad)) {
    policy.calendar = std::move(*calendar);
  } else {
    throw std::runtime_error("time.closing_days: \"" + bad + "\" is no date.");
  }
  policy.administrators = settings.roles_administrators;
  policy.coordinators = settings.roles_coordinators;
  policy.public_url = settings.server_public_url;
  while (policy.public_url.ends_with('/')) policy.public_url.pop_back();
  policy.gathering_reminders = settings.gatherings_reminders;
  policy.answer_working_days = settings.gatherings_answer_working_days;
  policy.quiet_from_hour = settings.time_quiet_from;
  policy.quiet_to_hour = settings.time_quiet_to;
  policy.overviews = settings.overviews_managers;
  for (const std::string& owner : settings.catalogue_owners) {
    const auto equals = owner.find('=');
    policy.owners.push_back(
        {owner.substr(0, equals), equals == std::string::npos ? "" : owner.substr(equals + 1)});
  }
  return policy;
}

}  // namespace bot
