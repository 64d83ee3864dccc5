#include "config/settings.hpp"

#include <algorithm>
#include <array>
#include <cctype>

extern char** environ;

namespace config {
namespace {

const std::array all_keys{
    Key{"server", "address", &Settings::server_address, "Address to listen on."},
    Key{"server", "port", &Settings::server_port, "Port to listen on; 0 takes any free one."},
    Key{"server", "certificate", &Settings::server_certificate,
        "PEM file with the certificate chain. Empty: plain HTTP, for use behind a proxy."},
    Key{"server", "key", &Settings::server_key, "PEM file with the certificate's private key."},
    Key{"server", "public_url", &Settings::server_public_url,
        "Address at which people's calendars reach the service (https). Empty: no calendar links."},
    Key{"bot", "app_id", &Settings::bot_app_id, "Application (client) id of the bot's registration."},
    Key{"bot", "tenant", &Settings::bot_tenant, "Directory (tenant) id of the registration."},
    Key{"bot", "secret_file", &Settings::bot_secret_file,
        "File that holds the client secret and nothing else. INDGANG_BOT_SECRET holds it directly."},
    Key{"bot", "allowed_tenants", &Settings::bot_allowed_tenants,
        "Tenants whose people may ask. Nobody gets in until one is named."},
    Key{"cloud", "openid_metadata", &Settings::cloud_openid_metadata,
        "Where Microsoft publishes its signing keys."},
    Key{"cloud", "token_endpoint", &Settings::cloud_token_endpoint,
        "Where the bot gets its own token. {tenant} stands for bot.tenant."},
    Key{"cloud", "service_hosts", &Settings::cloud_service_hosts,
        "The only hosts (suffixes) that replies go to."},
    Key{"cloud", "ca_file", &Settings::cloud_ca_file, "Trusted root certificates. Empty: the system's."},
    Key{"cloud", "requests_per_second", &Settings::cloud_requests_per_second,
        "The most messages a second that leave for one tenant (Teams allows 50); 0: no limit."},
    Key{"database", "file", &Settings::database_file, "The data file."},
    Key{"time", "zone", &Settings::time_zone, "The municipality's time zone (IANA name)."},
    Key{"time", "closing_days", &Settings::time_closing_days,
        "The municipality's own closing days (yyyy-mm-dd, or mm-dd for every year)."},
    Key{"time", "quiet_from", &Settings::time_quiet_from,
        "The hour from which nobody is written to unasked, until time.quiet_to."},
    Key{"time", "quiet_to", &Settings::time_quiet_to, "The hour at which that ends."},
    Key{"catalogue", "contact_point", &Settings::catalogue_contact_point,
        "Name of the contact point that is shown when nobody is found."},
    Key{"catalogue", "stale_after_months", &Settings::catalogue_stale_after_months,
        "An entry that nobody confirmed for so many months is marked."},
    Key{"catalogue", "confirm_every_months", &Settings::catalogue_confirm_every_months,
        "Every so many months people are asked whether their tasks are still right; 0 never asks."},
    Key{"catalogue", "owners", &Settings::catalogue_owners,
        "E-mails (or Entra object ids) of those who answer for the catalogue; \"e-mail=Unit\" for one unit."},
    Key{"roles", "administrators", &Settings::roles_administrators,
        "E-mails (or Entra object ids) of those who may change every network."},
    Key{"roles", "coordinators", &Settings::roles_coordinators,
        "Those who may create formal networks, beside administrators and leaders."},
    Key{"gatherings", "reminders", &Settings::gatherings_reminders,
        "When a new gathering reminds: working days (w), days (d) or hours (h) before it."},
    Key{"gatherings", "answer_working_days", &Settings::gatherings_answer_working_days,
        "How many working days before a new gathering the answers are due."},
    Key{"overviews", "managers", &Settings::overviews_managers,
        "weekly, monthly or off: overviews for managers, coordinators and owners who chose nothing."},
    Key{"privacy", "question_log_days", &Settings::privacy_question_log_days,
        "How many days the log of questions (no text, no names) is kept; 0 keeps none."},
    Key{"privacy", "leaver_days", &Settings::privacy_leaver_days,
        "How many days after somebody left their invitations, answers and decisions go."},
    Key{"package", "name", &Settings::package_name, "The bot's name in Teams, at most 30 characters."},
    Key{"package", "organisation", &Settings::package_organisation,
        "Who publishes it, at most 32 characters."},
    Key{"package", "website", &Settings::package_website, "A public page of the municipality (https)."},
    Key{"package", "privacy", &Settings::package_privacy,
        "The page about people's data. Empty: package.website."},
    Key{"package", "terms", &Settings::package_terms,
        "The page with the terms of use. Empty: package.website."},
    Key{"package", "version", &Settings::package_version, "Three numbers; must rise with each upload."},
    Key{"log", "level", &Settings::log_level, "debug, info, warn or error."},
    Key{"development", "allow_anonymous", &Settings::development_allow_anonymous,
        "Take activities without a token. Refused unless the address is loopback and bot.app_id is empty."},
};

}  // namespace

std::string Key::variable() const {
  std::string text = "INDGANG_" + std::string(section) + "_" + std::string(name);
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

std::span<const Key> keys() {
  return all_keys;
}

Environment process_environment() {
  Environment environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (const auto equals = text.find('='); equals != std::string_view::npos)
      environment.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return environment;
}

bool is_loopback_address(std::string_view address) {
  return address == "localhost" || address == "::1" || address == "[::1]" ||
         (address.starts_with("127.") && std::count(address.begin(), address.end(), '.') == 3 &&
          address.find_first_not_of("0123456789.") == std::string_view::npos);
}

}  // namespace config
