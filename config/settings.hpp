#pragma once
// Every setting of the program: from the settings file (TOML), then from the environment. config/README.md
// explains each.
#include "config/secret.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace config {

/// A setting is wrong. `what()` is one sentence with the place (file, line, key or variable) and the remedy.
class SettingsError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Values after defaults, file and environment. Names: section_key. Relative paths count from the settings
/// file's folder, or from the working folder for values from the environment and the command line.
struct Settings {
  std::string server_address = "127.0.0.1";
  int server_port = 3978;
  std::string server_certificate;
  std::string server_key;
  std::string server_public_url;  ///< where people reach the service, "https://..."; empty: no calendar links

  std::string bot_app_id;
  std::string bot_tenant;
  std::string bot_secret_file;
  std::vector<std::string> bot_allowed_tenants;

  std::string cloud_openid_metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";
  std::string cloud_token_endpoint = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token";
  std::vector<std::string> cloud_service_hosts = {"smba.trafficmanager.net", "botframework.com",
                                                  "teams.microsoft.com"};
  std::string cloud_ca_file;
  int cloud_requests_per_second = 50;

  std::string database_file = "indgang.db";

  std::string time_zone = "Europe/Copenhagen";
  std::vector<std::string> time_closing_days;  ///< "2026-05-15", or "12-24" for every year
  int time_quiet_from = 18;                    ///< local hours, 0 .. 23; the same twice: none
  int time_quiet_to = 7;

  std::string catalogue_contact_point = "Én indgang";
  int catalogue_stale_after_months = 12;
  int catalogue_confirm_every_months = 6;     ///< 0 .. 60; 0: never
  std::vector<std::string> catalogue_owners;  ///< "e-mail" or "e-mail=unit"

  std::vector<std::string> roles_administrators;
  std::vector<std::string> roles_coordinators;

  std::string gatherings_reminders = "-10w@09:00 -3w@09:00";
  int gatherings_answer_working_days = 5;

  std::string overviews_managers = "weekly";  ///< "weekly", "monthly" or "off"

  int privacy_question_log_days = 90;
  int privacy_leaver_days = 365;

  std::string package_name = "Indgang";
  std::string package_organisation = "Indgang";
  std::string package_website = "https://indgang.example";
  std::string package_privacy;
  std::string package_terms;
  std::string package_version = "1.0.0";

  std::string log_level = "info";

  bool development_allow_anonymous = false;

  Secret secret;                   ///< the bot's client secret, from bot.secret_file or INDGANG_BOT_SECRET
  std::vector<std::string> notes;  ///< what looks odd but stops nothing, one sentence each
};

/// One row of the table of settings.
struct Key {
  std::string_view section;
  std::string_view name;
  std::variant<std::string Settings::*, int Settings::*, bool Settings::*,
               std::vector<std::string> Settings::*>
      target;
  std::string_view help;

  std::string dotted() const { return std::string(section) + "." + std::string(name); }
  /// INDGANG_SECTION_KEY
  std::string variable() const;
};

/// All keys, in the order of the documentation.
std::span<const Key> keys();

/// The environment as the program got it: name to value.
using Environment = std::map<std::string, std::string>;
Environment process_environment();

/// Defaults, then `file` (none if empty), then the environment; then every check. Throws SettingsError at the
/// first fault.
Settings load_settings(const std::filesystem::path& file, const Environment&);

/// The checks that need no file or network, e.g. that anonymous access is only allowed on loopback. Throws
/// SettingsError.
void check_settings(const Settings&);

/// True for 127.0.0.0/8, ::1 and localhost.
bool is_loopback_address(std::string_view address);

}  // namespace config
