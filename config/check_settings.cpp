// What must hold between settings, whatever their source.
#include "config/settings.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>

namespace config {
namespace {

[[noreturn]] void fail(const std::string& sentence) {
  throw SettingsError(sentence);
}

/// Microsoft's ids: eight, four, four, four and twelve hexadecimal digits.
bool is_guid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !std::isxdigit(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

/// https anywhere, plain http to this machine only: a token or a key must not cross a network unprotected.
void check_url(std::string_view key, std::string_view url) {
  if (url.starts_with("https://") && url.size() > 8) return;
  if (url.starts_with("http://")) {
    const std::string_view host = url.substr(7, url.substr(7).find_first_of(":/"));
    if (is_loopback_address(host)) return;
  }
  fail(std::string(key) + " must begin with https:// (http:// only to 127.0.0.1); it is \"" +
       std::string(url) + "\".");
}

/// The digits as a number; -1 if anything else is among them.
int number(std::string_view digits) {
  int value = digits.empty() ? -1 : 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// "2026-12-24", or "12-24" for every year.
bool is_day(std::string_view text) {
  if (text.size() == 5) {
    const std::string in_leap_year = "2024-" + std::string(text);
    return text != "02-29" && is_day(in_leap_year);
  }
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  return year >= 1900 && month >= 1 && day >= 1 &&
         std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
             .ok();
}

/// "-3w@09:00", "-1d@12:30", "-2h".
bool is_reminder_rule(std::string_view rule) {
  const auto unit = rule.find_first_of("wdh");
  if (!rule.starts_with('-') || unit == std::string_view::npos || unit > 4) return false;
  if (number(rule.substr(1, unit - 1)) < 0) return false;
  const std::string_view time = rule.substr(unit + 1);
  if (rule[unit] == 'h') return time.empty();
  const bool shape = time.size() == 6 && time[0] == '@' && time[3] == ':';
  const int hour = shape ? number(time.substr(1, 2)) : -1;
  const int minute = shape ? number(time.substr(4, 2)) : -1;
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
}

bool names_a_person(std::string_view who) {
  return is_guid(who) ||
         (who.find('@') != std::string_view::npos && who.find_first_of(" \t") == std::string_view::npos);
}

void check_people(std::string_view key, const std::vector<std::string>& people) {
  for (const std::string& who : people)
    if (!names_a_person(who))
      fail(std::string(key) + ": \"" + who + "\" is neither an e-mail nor an Entra object id.");
}

void check_gatherings(const Settings& s) {
  std::string_view rules = s.gatherings_reminders;
  while (!rules.empty()) {
    const std::string_view rule = rules.substr(0, rules.find(' '));
    rules.remove_prefix(std::min(rule.size() + 1, rules.size()));
    if (!rule.empty() && !is_reminder_rule(rule))
      fail("gatherings.reminders: \"" + std::string(rule) +
           "\" is no rule. Write them like -10w@09:00 (working days), -1d@12:00 (days) or -2h (hours).");
  }
  if (s.gatherings_answer_working_days > 100) fail("gatherings.answer_working_days must be at most 100.");
  if (s.time_quiet_from > 23 || s.time_quiet_to > 23)
    fail("time.quiet_from and time.quiet_to are hours from 0 to 23.");
  if (s.server_public_url.empty()) return;
  check_url("server.public_url", s.server_public_url);
  if (s.server_public_url.find_first_of("?# ") != std::string::npos)
    fail("server.public_url is an address without ? and #, such as https://indgang.kommune.example.");
}

void check_bot(const Settings& s) {
  if (s.development_allow_anonymous) {
    if (!is_loopback_address(s.server_address))
      fail("development.allow_anonymous lets everybody in, so server.address must be 127.0.0.1; it is \"" +
           s.server_address + "\". Change the address, or turn development.allow_anonymous off.");
    if (!s.bot_app_id.empty())
      fail(
          "development.allow_anonymous lets everybody in, so it cannot stand beside bot.app_id. Remove one "
          "of the two.");
    return;
  }
  if (!s.bot_app_id.empty() && !is_guid(s.bot_app_id))
    fail(
        "bot.app_id must be the application id of the registration (a GUID such as "
        "12345678-90ab-cdef-1234-567890abcdef).");
  if (!s.bot_app_id.empty() && s.bot_tenant.empty())
    fail("bot.tenant is missing: the directory id of the registration.");
  if (!s.bot_tenant.empty() && !is_guid(s.bot_tenant) && s.bot_tenant.find('.') == std::string::npos)
    fail("bot.tenant must be a directory id (a GUID) or a domain such as kommune.onmicrosoft.com.");
  for (const std::string& tenant : s.bot_allowed_tenants)
    if (!is_guid(tenant)) fail("bot.allowed_tenants: \"" + tenant + "\" is no directory id (a GUID).");
}

void check_owners(const Settings& s) {
  for (const std::string& owner : s.catalogue_owners) {
    const auto equals = owner.find('=');
    const std::string_view who = std::string_view(owner).substr(0, equals);
    if (!names_a_person(who) || equals + 1 == owner.size())
      fail("catalogue.owners: \"" + owner +
           "\" is neither an e-mail nor an e-mail and a unit. Write it like birthe@kommune.example or "
           "birthe@kommune.example=Plan og Byg.");
  }
}

}  // namespace

void check_settings(const Settings& s) {
  if (s.server_port > 65535)
    fail("server.port must be at most 65535; it is " + std::to_string(s.server_port) + ".");
  if (s.server_address.empty())
    fail("server.address is empty. 127.0.0.1 is this machine alone, 0.0.0.0 every address.");
  if (s.server_certificate.empty() != s.server_key.empty())
    fail("server.certificate and server.key belong together: give both, or neither for plain HTTP.");
  check_bot(s);
  check_url("cloud.openid_metadata", s.cloud_openid_metadata);
  check_url("cloud.token_endpoint", s.cloud_token_endpoint);
  for (const std::string& host : s.cloud_service_hosts)
    if (host.empty() || host.find_first_of("/:*@ ") != std::string::npos)
      fail("cloud.service_hosts: \"" + host + "\" is no host name. Write it without https:// and without *.");
  if (s.database_file.empty()) fail("database.file is empty. Name the data file, e.g. \"indgang.db\".");
  for (const std::string& day : s.time_closing_days)
    if (!is_day(day))
      fail("time.closing_days: \"" + day + "\" is no date of the form 2026-12-24, or 12-24 for every year.");
  if (s.catalogue_stale_after_months < 1) fail("catalogue.stale_after_months must be at least 1.");
  if (s.catalogue_confirm_every_months < 0 || s.catalogue_confirm_every_months > 60)
    fail("catalogue.confirm_every_months must be from 0 (never ask) to 60.");
  if (s.privacy_question_log_days < 0 || s.privacy_question_log_days > 3650)
    fail("privacy.question_log_days must be from 0 (keep no log) to 3650.");
  if (s.overviews_managers != "weekly" && s.overviews_managers != "monthly" && s.overviews_managers != "off")
    fail("overviews.managers must be weekly, monthly or off; it is \"" + s.overviews_managers + "\".");
  if (s.privacy_leaver_days < 0 || s.privacy_leaver_days > 3650)
    fail("privacy.leaver_days must be from 0 to 3650.");
  check_owners(s);
  check_people("roles.administrators", s.roles_administrators);
  check_people("roles.coordinators", s.roles_coordinators);
  check_gatherings(s);
  constexpr std::string_view levels[] = {"debug", "info", "warn", "error"};
  if (std::find(std::begin(levels), std::end(levels), s.log_level) == std::end(levels))
    fail("log.level must be debug, info, warn or error; it is \"" + s.log_level + "\".");
}

}  // namespace config
