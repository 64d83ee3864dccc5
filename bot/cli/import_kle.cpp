// import kle.
#include "bot/cli/commands.hpp"
#include "bot/cli/kle_report.hpp"
#include "bot/cli/progress_line.hpp"
#include "store/database.hpp"
#include "store/kle_import.hpp"

#include <iostream>

namespace bot {

int import_kle(const config::Settings& settings, const store::Clock& clock, const ImportCommand& command) {
  store::Database database(settings.database_file, store::Database::Create::yes);
  store::ImportOptions options;
  options.dry_run = command.dry_run;
  options.allow_mass_deletion = command.allow_mass_deletion;
  const store::KleReport report = store::import_kle(database, command.file, options, clock.now(),
                                                    progress_line(command.file.filename().string()));
  std::cerr << text_of(report);
  if (report.refused_too_few) {
    std::cerr << "Nothing was changed: the file has less than half of the numbers that are known. If that is "
                 "right, "
                 "import again with --allow-mass-deletion.\n";
    return 1;
  }
  if (command.dry_run) std::cerr << "A dry run: nothing was changed.\n";
  return 0;
}

}  // namespace bot
