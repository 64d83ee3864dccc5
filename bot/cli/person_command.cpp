// person export, person erase.
#include "bot/cli/commands.hpp"
#include "handlers/time/zone.hpp"
#include "store/database.hpp"
#include "store/person_data.hpp"

#include <iomanip>
#include <iostream>

namespace bot {
namespace {

const char* why_kept(store::Fate fate) {
  switch (fate) {
    case store::Fate::erased:
      return "";
    case store::Fate::stays_in_register:
      return "the employer's register: goes when no file names the person any more";
    case store::Fate::stays_as_history:
      return "what others rely on: goes privacy.leaver_days after the person has left";
    case store::Fate::passes:
      return "the ledger of deliveries: goes by itself within days; its texts are erased";
  }
  return "";
}

store::PersonIds known(store::Database& database, const std::string& email) {
  auto who = store::identify(database, email);
  if (!who.known())
    throw std::runtime_error("Nobody is known by " + email +
                             ": give the e-mail as in the people file, or the Entra object id.");
  return who;
}

void show(const std::vector<store::Erased>& kinds) {
  std::cout << std::left << std::setw(20) << "kind" << std::setw(8) << "erased" << std::setw(8) << "kept"
            << "why\n";
  for (const store::Erased& kind : kinds)
    std::cout << std::setw(20) << kind.kind << std::setw(8) << kind.erased << std::setw(8) << kind.kept
              << (kind.kept > 0 ? why_kept(kind.fate) : "") << "\n";
}

}  // namespace

int person_export(const config::Settings& settings, const PersonCommand& command) {
  store::Database database(settings.database_file, store::Database::Create::no);
  const auto format = command.format == "csv" ? store::ExportFormat::csv : store::ExportFormat::json;
  store::write_person_data(store::person_data(database, known(database, command.email)), std::cout, format);
  std::cout.flush();
  return std::cout ? 0 : 1;
}

int person_erase(const config::Settings& settings, const store::Clock& clock, const PersonCommand& command) {
  store::Database database(settings.database_file, store::Database::Create::no);
  const auto who = known(database, command.email);
  const auto now = clock.now();
  const auto before =
      handlers::local_day(now, settings.time_zone) - std::chrono::days(settings.privacy_leaver_days);
  store::Transaction transaction(database);
  show(store::erase_person(transaction, who, {before, now}));
  if (!command.yes) {
    std::cerr << "Nothing was erased yet. If that is right, run it again with --yes. What can be handed over "
                 "first: "
                 "indgang person export "
              << command.email << "\n";
    return 0;
  }
  transaction.commit();
  database.flush();
  std::cerr << "Erased. Copies made with `indgang backup` still have it: see to them.\n";
  return 0;
}

}  // namespace bot
