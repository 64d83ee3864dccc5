#include "bot/app_package.hpp"
#include "bot/cli/commands.hpp"

#include <fstream>
#include <iostream>

namespace bot {

int app_package(const config::Settings& settings, const std::filesystem::path& out) {
  if (settings.bot_app_id.empty())
    throw std::runtime_error(
        "bot.app_id is missing: the package needs the application id of the bot's registration. Set it in "
        "the settings "
        "file, or in INDGANG_BOT_APP_ID.");
  PackageFacts facts;
  facts.app_id = settings.bot_app_id;
  facts.name = settings.package_name;
  facts.organisation = settings.package_organisation;
  facts.website = settings.package_website;
  facts.privacy = settings.package_privacy.empty() ? settings.package_website : settings.package_privacy;
  facts.terms = settings.package_terms.empty() ? settings.package_website : settings.package_terms;
  facts.version = settings.package_version;
  const std::string bytes = make_package(facts);
  std::ofstream file(out, std::ios::binary | std::ios::trunc);
  file << bytes;
  file.close();
  if (!file)
    throw std::runtime_error("The app package cannot be written to " + out.string() +
                             ". Name a file in a folder that exists and that you may write to.");
  if (settings.package_website == config::Settings{}.package_website)
    std::cerr << "package.website is not set, so the package names " << facts.website
              << ". Set it to the municipality's own page before you upload the package.\n";
  std::cerr << "The app package is " << out.string() << ".\n";
  return 0;
}

}  // namespace bot
