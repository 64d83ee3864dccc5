#include "bot/cli/cli.hpp"

#include "bot/app.hpp"
#include "bot/cli/chat.hpp"
#include "bot/cli/commands.hpp"
#include "config/log.hpp"
#include "config/settings.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

namespace bot {
namespace {

constexpr int usage_error = 2;

/// What the arguments say; the command to run is `command`.
struct Arguments {
  std::string settings_file;
  std::string database;
  ChatOptions chat;
  AskOptions ask;
  ImportCommand import;
  std::string export_what;
  std::string export_format = "csv";
  PersonCommand person;
  std::filesystem::path out;
  std::filesystem::path backup_to;
  std::string outbox_state;
  int outbox_limit = 50;
};

CLI::App* add_command(CLI::App& cli, Arguments& arguments, const char* name, const char* help) {
  CLI::App* command = cli.add_subcommand(name, help);
  command->add_option("--settings", arguments.settings_file, "Settings file (TOML)");
  command->add_option("--database", arguments.database, "Data file, instead of the settings' database.file");
  return command;
}

void define_person(CLI::App& cli, Arguments& a) {
  auto* person = add_command(cli, a, "person", "Hand over or erase what is held about one person");
  person->require_subcommand(1);
  auto* show =
      add_command(*person, a, "export", "Write all that is held about the person to standard output");
  show->add_option("--format", a.person.format, "json or csv")->check(CLI::IsMember({"csv", "json"}));
  auto* erase =
      add_command(*person, a, "erase", "Tell what would be erased and what stays and why; with --yes, erase");
  erase->add_flag("--yes", a.person.yes, "Erase it");
  for (auto* command : {show, erase})
    command->add_option("email", a.person.email, "E-mail or Entra object id")->required();
}

void define(CLI::App& cli, Arguments& a) {
  add_command(cli, a, "serve", "Run the service");
  auto* chat = add_command(cli, a, "chat", "Talk to a running service from the terminal");
  chat->add_option("--say", a.chat.say, "Ask this, print the answer and end; may be given several times")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  chat->add_option("--as", a.chat.as, "E-mail of the one who asks");
  chat->add_option("--url", a.chat.url, "Address of the service");
  auto* ask = add_command(cli, a, "ask", "Answer from the database without Teams");
  ask->add_option("--as", a.ask.as, "E-mail of the one who asks");
  ask->add_option("--at", a.ask.at, "Answer as of this local time, e.g. 2026-03-25T10:00");
  auto* json = ask->add_flag("--json", a.ask.json, "One JSON object a line");
  ask->add_flag("--explain", a.ask.explain, "Say which words led to each answer")->needs(json);
  ask->add_option("text", a.ask.text, "The question; without it one question a line from standard input");
  auto* import = add_command(cli, a, "import", "Import a file");
  import->add_option("what", a.import.what, "catalogue, people, networks, roles or kle")
      ->required()
      ->check(CLI::IsMember({"catalogue", "people", "networks", "roles", "kle"}));
  import->add_option("file", a.import.file, "CSV file or .xlsx workbook; the KLE-Emneplan as XML")
      ->required();
  import->add_flag("--dry-run", a.import.dry_run, "Tell what would change, change nothing");
  import->add_flag(
      "--allow-mass-deletion", a.import.allow_mass_deletion,
      "Go on although more than a fifth of the people, tasks, networks or roles, or half of the KLE numbers, "
      "would disappear");
  auto* export_command = add_command(
      cli, a, "export", "Write what import takes, or what the catalogue lacks, to standard output");
  export_command->add_option("what", a.export_what, "catalogue, people, networks, roles or gaps")
      ->required()
      ->check(CLI::IsMember({"catalogue", "people", "networks", "roles", "gaps"}));
  export_command->add_option("--format", a.export_format, "csv or json")
      ->check(CLI::IsMember({"csv", "json"}));
  define_person(cli, a);
  add_command(cli, a, "check", "Tell what is right and what is not, with the remedy");
  add_command(cli, a, "app-package", "Make the Teams app package")
      ->add_option("--out", a.out, "The zip file to write")
      ->required();
  add_command(cli, a, "backup", "Copy the database while it is in use")
      ->add_option("file", a.backup_to, "The copy")
      ->required();
  auto* outbox = add_command(cli, a, "outbox", "Show what was sent, what waits and what was not delivered");
  outbox->add_option("--state", a.outbox_state, "Only these")
      ->check(CLI::IsMember({"pending", "sending", "sent", "given_up", "uncertain"}));
  outbox->add_option("--limit", a.outbox_limit, "At most so many rows")->check(CLI::Range(1, 1'000'000));
}

/// `action` is the word behind the command, if it has one.
int run_command(const std::string& name, const std::string& action, Arguments& a) {
  config::Settings settings = config::load_settings(a.settings_file, config::process_environment());
  if (!a.database.empty()) settings.database_file = a.database;
  config::set_log_level(settings.log_level);
  const store::SystemClock clock;
  if (name == "serve") return serve(settings, clock);
  if (name == "chat") return chat(settings, a.chat);
  if (name == "ask") return ask(settings, clock, a.ask);
  if (name == "import") return import_file(settings, clock, a.import);
  if (name == "export") return export_data(settings, clock, a.export_what, a.export_format);
  if (name == "person" && action == "export") return person_export(settings, a.person);
  if (name == "person") return person_erase(settings, clock, a.person);
  if (name == "check") return check(settings, clock);
  if (name == "app-package") return app_package(settings, a.out);
  if (name == "backup") return backup(settings, clock, a.backup_to);
  return outbox(settings, a.outbox_state, a.outbox_limit);
}

/// The first word, if it should be a command and is none.
std::string unknown_command(const CLI::App& cli, int argc, char** argv) {
  const std::string word = argc > 1 ? argv[1] : "";
  const auto same = [&](const CLI::App* command) { return command->get_name() == word; };
  if (word.empty() || word.front() == '-' || !cli.get_subcommands(same).empty()) return {};
  return word;
}

}  // namespace

int run_cli(int argc, char** argv) {
  CLI::App cli{"Indgang: ask the municipality who does what.", "indgang"};
  cli.set_version_flag("--version", "indgang " INDGANG_VERSION);
  cli.require_subcommand(1);
  Arguments arguments;
  define(cli, arguments);
  try {
    cli.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return cli.exit(success);
  } catch (const CLI::ParseError& error) {
    if (const std::string unknown = unknown_command(cli, argc, argv); !unknown.empty()) {
      std::cerr << "indgang: there is no command \"" << unknown << "\". See indgang --help.\n";
      return usage_error;
    }
    std::cerr << "indgang: " << error.what() << ". See indgang --help.\n";
    return usage_error;
  }
  try {
    const auto* command = cli.get_subcommands().front();
    const auto actions = command->get_subcommands();
    return run_command(command->get_name(), actions.empty() ? std::string() : actions.front()->get_name(),
                       arguments);
  } catch (const UsageError& error) {
    std::cerr << "indgang: " << error.what() << "\n";
    return usage_error;
  } catch (const std::exception& error) {
    std::cerr << "indgang: " << error.what() << "\n";
    return 1;
  }
}

}  // namespace bot
