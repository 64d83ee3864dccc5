#include "config/settings.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using config::Environment;
using config::load_settings;
using config::Settings;
using config::SettingsError;

/// A folder of its own for each test, removed afterwards.
class Folder {
 public:
  Folder() {
    char name[] = "/tmp/indgang-settings-XXXXXX";
    path_ = ::mkdtemp(name);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    ::chmod((path_ / name).c_str(), 0600);
    return path_ / name;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string fault(const std::string& toml, const Environment& environment = {}) {
  const Folder folder;
  try {
    load_settings(folder.write("indgang.toml", toml), environment);
  } catch (const SettingsError& error) {
    return error.what();
  }
  return "no fault";
}

constexpr const char* guid = "11111111-1111-4111-8111-111111111111";

}  // namespace

TEST_CASE("settings: without a file everything has a default, and nobody may come in", "[config]") {
  const Settings settings = load_settings({}, {});
  CHECK(settings.server_address == "127.0.0.1");
  CHECK(settings.server_port == 3978);
  CHECK(settings.bot_allowed_tenants.empty());
  CHECK_FALSE(settings.development_allow_anonymous);
  CHECK(settings.time_zone == "Europe/Copenhagen");
}

TEST_CASE("settings: a file sets every kind of value, and its paths count from its folder", "[config]") {
  const Folder folder;
  const auto file = folder.write("indgang.toml", R"([server]
port = 8443
[bot]
app_id = "11111111-1111-4111-8111-111111111111"
tenant = "sundkoebing.example"
allowed_tenants = ["22222222-2222-4222-8222-222222222222"]
[database]
file = "data/indgang.db"
)");
  const Settings settings = load_settings(file, {});
  CHECK(settings.server_port == 8443);
  CHECK(settings.bot_allowed_tenants == std::vector<std::string>{"22222222-2222-4222-8222-222222222222"});
  CHECK(settings.database_file == (folder.path() / "data/indgang.db").string());
}

TEST_CASE("settings: the environment wins over the file", "[config]") {
  const Folder folder;
  const auto file = folder.write("indgang.toml", "[server]\nport = 1\n");
  const Settings settings = load_settings(file, {{"INDGANG_SERVER_PORT", "8080"},
                                                 {"INDGANG_CLOUD_SERVICE_HOSTS", "a.example, b.example"},
                                                 {"PATH", "/bin"}});
  CHECK(settings.server_port == 8080);
  CHECK(settings.cloud_service_hosts == std::vector<std::string>{"a.example", "b.example"});
}

TEST_CASE("settings: a fault names the file, the line and the remedy", "[config]") {
  CHECK_THAT(fault("[server]\nport = \"x\"\n"),
             Catch::Contains("indgang.toml:2:8: server.port must be a whole number"));
  CHECK_THAT(fault("[server]\nprot = 1\n"), Catch::Contains(":2:8: there is no key server.prot") &&
                                                Catch::Contains("address, port, certificate, key"));
  CHECK_THAT(fault("[sever]\nport = 1\n"),
             Catch::Contains("there is no section [sever]") && Catch::Contains("server"));
  CHECK_THAT(fault("port = 1\n"), Catch::Contains("there is no section [port]"));
  CHECK_THAT(fault("[server\n"), Catch::Contains("indgang.toml:1:"));
  CHECK_THAT(fault("[bot]\nallowed_tenants = [1]\n"), Catch::Contains("a list of texts"));
  CHECK_THAT(fault("[development]\nallow_anonymous = 1\n"), Catch::Contains("true or false"));
  CHECK_THAT(fault("[bot]\nsecret = \"hunter2\"\n"),
             Catch::Contains("bot.secret_file") && !Catch::Contains("hunter2"));
}

TEST_CASE("settings: a fault in the environment names the variable", "[config]") {
  CHECK_THAT(fault("", {{"INDGANG_SERVER_PROT", "1"}}), Catch::Contains("INDGANG_SERVER_PROT is no setting"));
  CHECK_THAT(fault("", {{"INDGANG_SERVER_PORT", "12x"}}),
             Catch::Contains("INDGANG_SERVER_PORT must be a whole number"));
  CHECK_THAT(fault("", {{"INDGANG_DEVELOPMENT_ALLOW_ANONYMOUS", "yes"}}), Catch::Contains("true or false"));
}

TEST_CASE("settings: a variable of no section is noted and ignored", "[config]") {
  const Settings settings = load_settings({}, {{"INDGANG_COLOUR", "green"}});
  REQUIRE(settings.notes.size() == 1);
  CHECK_THAT(settings.notes.front(), Catch::Contains("INDGANG_COLOUR"));
}

TEST_CASE("settings: anonymous access is refused but on loopback without an app id", "[config]") {
  CHECK_THAT(fault("[development]\nallow_anonymous = true\n[server]\naddress = \"0.0.0.0\"\n"),
             Catch::Contains("server.address must be 127.0.0.1"));
  CHECK_THAT(fault("[development]\nallow_anonymous = true\n[bot]\ntenant=\"x.example\"\napp_id = \"" +
                   std::string(guid) + "\"\n"),
             Catch::Contains("cannot stand beside bot.app_id"));
  CHECK(fault("[development]\nallow_anonymous = true\n") == "no fault");
  CHECK(fault("[development]\nallow_anonymous = true\n[server]\naddress = \"::1\"\n") == "no fault");
}

TEST_CASE("settings: values that cannot be right are refused with the remedy", "[config]") {
  CHECK_THAT(fault("[server]\nport = 70000\n"), Catch::Contains("at most 65535"));
  CHECK_THAT(fault("[server]\ncertificate = \"a.pem\"\n"), Catch::Contains("belong together"));
  CHECK_THAT(fault("[privacy]\nquestion_log_days = 4000\n"), Catch::Contains("from 0 (keep no log) to 3650"));
  CHECK_THAT(fault("[catalogue]\nconfirm_every_months = 61\n"), Catch::Contains("from 0 (never ask) to 60"));
  CHECK_THAT(fault("[catalogue]\nconfirm_every_months = 61\n"), Catch::Contains("from 0 (never ask) to 60"));
  CHECK(fault("[catalogue]\nconfirm_every_months = 0\n") == "no fault");
  CHECK(load_settings({}, {}).catalogue_confirm_every_months == 6);
  CHECK_THAT(fault("[bot]\napp_id = \"bot\"\n"), Catch::Contains("bot.app_id must be the application id"));
  CHECK_THAT(fault("[bot]\napp_id = \"" + std::string(guid) + "\"\n"),
             Catch::Contains("bot.tenant is missing"));
  CHECK_THAT(fault("[bot]\nallowed_tenants = [\"all\"]\n"), Catch::Contains("no directory id"));
  CHECK_THAT(fault("[cloud]\ntoken_endpoint = \"http://login.example/token\"\n"),
             Catch::Contains("must begin with https://"));
  CHECK_THAT(fault("[cloud]\nopenid_metadata = \"http://127.0.0.1.evil.example/\"\n"),
             Catch::Contains("https://"));
  CHECK_THAT(fault("[cloud]\nservice_hosts = [\"https://smba.example\"]\n"), Catch::Contains("no host name"));
  CHECK_THAT(fault("[time]\nclosing_days = [\"24/12\"]\n"), Catch::Contains("2026-12-24"));
  CHECK_THAT(fault("[time]\nclosing_days = [\"2026-02-30\"]\n"), Catch::Contains("no date"));
  CHECK_THAT(fault("[time]\nclosing_days = [\"02-29\"]\n"), Catch::Contains("12-24 for every year"));
  CHECK_THAT(fault("[time]\nclosing_days = [\"13-01\"]\n"), Catch::Contains("no date"));
  CHECK_THAT(fault("[catalogue]\nowners = [\"Mette\"]\n"), Catch::Contains("catalogue.owners: \"Mette\""));
  CHECK_THAT(fault("[catalogue]\nowners = [\"m@x.example=\"]\n"), Catch::Contains("catalogue.owners"));
  CHECK(fault("[catalogue]\nowners = [\"m@x.example\", \"n@x.example=Plan og Byg\"]\n") == "no fault");
  CHECK_THAT(fault("[log]\nlevel = \"loud\"\n"), Catch::Contains("debug, info, warn or error"));
  CHECK(fault("[cloud]\ntoken_endpoint = \"http://127.0.0.1:99/token\"\n") == "no fault");
}

TEST_CASE("settings: what gatherings need has defaults, and can be set", "[config]") {
  const Folder folder;
  const auto file = folder.write("indgang.toml", R"([server]
public_url = "https://indgang.example/bot/"
[time]
closing_days = ["12-24", "2026-05-15"]
quiet_from = 20
quiet_to = 0
[roles]
administrators = ["m@x.example", "11111111-1111-4111-8111-111111111111"]
coordinators = ["n@x.example"]
[gatherings]
reminders = "-10w@09:00  -1d@12:30 -2h"
answer_working_days = 0
)");
  const Settings settings = load_settings(file, {});
  CHECK(settings.server_public_url == "https://indgang.example/bot/");
  CHECK(settings.time_closing_days.size() == 2);
  CHECK(settings.time_quiet_from == 20);
  CHECK(settings.time_quiet_to == 0);
  CHECK(settings.roles_administrators.size() == 2);
  CHECK(settings.roles_coordinators.size() == 1);
  CHECK(settings.gatherings_reminders == "-10w@09:00  -1d@12:30 -2h");
  CHECK(settings.gatherings_answer_working_days == 0);
  CHECK(load_settings({}, {}).server_public_url.empty());
  CHECK(load_settings({}, {}).gatherings_reminders == "-10w@09:00 -3w@09:00");
  CHECK(fault("[gatherings]\nreminders = \"\"\n") == "no fault");
}

TEST_CASE("settings: what gatherings need is checked", "[config]") {
  for (const char* rule : {"3w@09:00", "-3w", "-3w@9:00", "-3w@24:00", "-3w@09:60", "-w@09:00", "-2h@09:00",
                           "-3x@09:00", "-99999d@09:00", "-3w@09:000"}) {
    CAPTURE(rule);
    CHECK_THAT(fault("[gatherings]\nreminders = \"" + std::string(rule) + "\"\n"),
               Catch::Contains("is no rule"));
  }
  CHECK_THAT(fault("[gatherings]\nanswer_working_days = 101\n"), Catch::Contains("at most 100"));
  CHECK_THAT(fault("[time]\nquiet_from = 24\n"), Catch::Contains("from 0 to 23"));
  CHECK_THAT(fault("[time]\nquiet_to = 24\n"), Catch::Contains("from 0 to 23"));
  CHECK_THAT(fault("[roles]\nadministrators = [\"Mette\"]\n"),
             Catch::Contains("roles.administrators: \"Mette\""));
  CHECK_THAT(fault("[roles]\ncoordinators = [\"a b@x.example\"]\n"), Catch::Contains("roles.coordinators"));
  CHECK_THAT(fault("[server]\npublic_url = \"http://indgang.example\"\n"), Catch::Contains("https://"));
  CHECK_THAT(fault("[server]\npublic_url = \"https://indgang.example/?a\"\n"), Catch::Contains("without ?"));
  CHECK(fault("[server]\npublic_url = \"http://127.0.0.1:3978\"\n") == "no fault");
}

TEST_CASE("settings: a missing settings file is named", "[config]") {
  CHECK_THROWS_WITH(load_settings("/nowhere/indgang.toml", {}), Catch::Contains("/nowhere/indgang.toml"));
}

TEST_CASE("settings: the secret comes from its file or the environment, without its line break", "[config]") {
  const Folder folder;
  folder.write("secret", "s3cret~value\n");
  const auto file = folder.write("indgang.toml", "[bot]\nsecret_file = \"secret\"\n");
  CHECK(load_settings(file, {}).secret.reveal() == "s3cret~value");
  CHECK(load_settings(file, {{"INDGANG_BOT_SECRET", "other"}}).secret.reveal() == "other");
}

TEST_CASE("settings: a secret that others can read is noted, an unusable one is refused", "[config]") {
  const Folder folder;
  const auto file = folder.write("indgang.toml", "[bot]\nsecret_file = \"secret\"\n");
  CHECK_THROWS_WITH(load_settings(file, {}), Catch::Contains("cannot be read"));
  const auto secret = folder.write("secret", "");
  CHECK_THROWS_WITH(load_settings(file, {}), Catch::Contains("is empty"));
  folder.write("secret", "two words");
  CHECK_THROWS_WITH(load_settings(file, {}),
                    Catch::Contains("nothing else") && !Catch::Contains("two words"));
  folder.write("secret", "fine");
  ::chmod(secret.c_str(), 0644);
  CHECK(load_settings(file, {}).notes.size() == 1);
}

TEST_CASE("settings: what counts as this machine", "[config]") {
  CHECK(config::is_loopback_address("127.0.0.1"));
  CHECK(config::is_loopback_address("127.8.9.1"));
  CHECK(config::is_loopback_address("localhost"));
  CHECK_FALSE(config::is_loopback_address("127.0.0.1.evil.example"));
  CHECK_FALSE(config::is_loopback_address("10.0.0.1"));
  CHECK_FALSE(config::is_loopback_address("0.0.0.0"));
}

TEST_CASE("settings: every key is explained in the folder's README with its variable", "[config]") {
  std::ifstream stream(INDGANG_SOURCE_DIR "/config/README.md");
  const std::string readme{std::istreambuf_iterator<char>(stream), {}};
  for (const config::Key& key : config::keys()) {
    CAPTURE(key.dotted());
    CHECK_THAT(readme, Catch::Contains("`" + key.dotted() + "`"));
  }
}

TEST_CASE("settings: the example file loads", "[config]") {
  const Settings settings =
      load_settings(INDGANG_SOURCE_DIR "/config/indgang.example.toml", {{"INDGANG_BOT_SECRET", "x"}});
  CHECK(settings.bot_app_id.size() == 36);
}

TEST_CASE("settings: the pace of overviews is one of three", "[config]") {
  CHECK(load_settings({}, {}).overviews_managers == "weekly");
  CHECK(fault("[overviews]\nmanagers = \"monthly\"\n") == "no fault");
  CHECK(fault("[overviews]\nmanagers = \"off\"\n") == "no fault");
  CHECK_THAT(fault("[overviews]\nmanagers = \"daily\"\n"), Catch::Contains("weekly, monthly or off"));
}
