#pragma once
// The commands that work on the database and end. Each returns the exit status and throws std::runtime_error
// with one sentence when it cannot do its work.
#include "config/settings.hpp"
#include "store/clock.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>

namespace bot {

/// The command line's own words are wrong: exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct AskOptions {
  std::string as;  ///< e-mail of the one who asks
  std::string at;  ///< local time, e.g. 2026-03-25T10:00; empty: now
  bool json = false;
  bool explain = false;  ///< with json: which words led to each answer
  std::string text;      ///< empty: one question a line from standard input
};
int ask(const config::Settings&, const store::Clock&, const AskOptions&);

struct ImportCommand {
  std::string what;  ///< catalogue, people, networks, roles or kle
  std::filesystem::path file;
  bool dry_run = false;
  bool allow_mass_deletion = false;
};
int import_file(const config::Settings&, const store::Clock&, const ImportCommand&);
/// The same for the KLE-Emneplan, an XML file.
int import_kle(const config::Settings&, const store::Clock&, const ImportCommand&);

/// `what`: catalogue, people, networks, roles or gaps; `format`: csv or json. Writes to standard output.
int export_data(const config::Settings&, const store::Clock&, const std::string& what,
                const std::string& format);

struct PersonCommand {
  std::string email;  ///< or Entra object id
  std::string format = "json";
  bool yes = false;  ///< erase, and don't only tell what would be
};
/// All that is held about one person, to standard output.
int person_export(const config::Settings&, const PersonCommand&);
/// Tells what would be erased, and what stays and why; with `yes` it is erased.
int person_erase(const config::Settings&, const store::Clock&, const PersonCommand&);

/// One line for each thing that must be right: settings, secret, clock, time zones, TLS, database, catalogue.
/// Status 1 if any is not.
int check(const config::Settings&, const store::Clock&);

/// Writes the Teams app package (manifest, icons, languages).
int app_package(const config::Settings&, const std::filesystem::path& out);

int backup(const config::Settings&, const store::Clock&, const std::filesystem::path& to);

/// The delivery ledger, newest first; `state` narrows (pending, sending, sent, given_up, uncertain).
int outbox(const config::Settings&, const std::string& state, int limit);

}  // namespace bot
