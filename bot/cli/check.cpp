// indgang check: everything that must be right before Teams can be answered, one line each.
#include "bot/cli/commands.hpp"
#include "bot/http/date_header.hpp"
#include "bot/network.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"
#include "store/restored_copy.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <chrono>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <optional>

namespace bot {
namespace {

constexpr std::chrono::seconds clock_tolerance{300};

struct Finding {
  enum class State { ok, note, wrong };
  State state = State::ok;
  std::string text;  ///< what is so; when wrong, with the remedy
};

Finding ok(std::string text) {
  return {Finding::State::ok, std::move(text)};
}
Finding note(std::string text) {
  return {Finding::State::note, std::move(text)};
}
Finding wrong(std::string text) {
  return {Finding::State::wrong, std::move(text)};
}

/// Runs a coroutine to its end.
template <class Result>
Result await(boost::asio::io_context& io, boost::asio::awaitable<Result> task) {
  auto future = boost::asio::co_spawn(io, std::move(task), boost::asio::use_future);
  io.restart();
  // Not io.run(): kept connections wait for their peer, and it would wait with them.
  while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready && io.run_one() != 0) {
  }
  return future.get();
}

class Checks {
 public:
  Checks(const config::Settings& settings, const store::Clock& clock)
      : settings_(settings), clock_(clock), client_(io_, client_options(settings)) {}

  Finding settings() const {
    if (settings_.development_allow_anonymous)
      return note(
          "development.allow_anonymous is on: everybody on this machine gets in. Not for use with Teams.");
    if (settings_.bot_app_id.empty())
      return wrong("bot.app_id is missing: the application id of the bot's registration.");
    if (settings_.bot_allowed_tenants.empty())
      return wrong(
          "bot.allowed_tenants is empty, so nobody gets in. Name the municipality's tenant (directory id).");
    return ok("the bot is " + settings_.bot_app_id);
  }

  Finding calendar_links() const {
    if (settings_.server_public_url.empty())
      return note(
          "none: server.public_url is not set. Name the https address at which people's calendars reach this "
          "service, and let /calendar/ through the proxy.");
    return ok("they lead to " + settings_.server_public_url + "/calendar/");
  }

  Finding secret() const {
    if (settings_.development_allow_anonymous) return ok("none is needed");
    if (settings_.secret.empty())
      return wrong("bot.secret_file is not set. Write the client secret into a file and name it there.");
    return ok("there is one");
  }

  Finding time_zone() const {
    try {
      handlers::local_day(clock_.now(), settings_.time_zone);
      return ok(settings_.time_zone);
    } catch (const std::exception&) {
      return wrong("time.zone: this machine knows no zone \"" + settings_.time_zone +
                   "\". Install the package tzdata, or correct the name.");
    }
  }

  Finding certificate() const {
    if (settings_.server_certificate.empty())
      return note("none: plain HTTP. Teams needs https, so a proxy in front must provide it.");
    for (const std::string& file : {settings_.server_certificate, settings_.server_key})
      if (!std::ifstream(file))
        return wrong(file + " cannot be read. Correct server.certificate and server.key.");
    try {
      const http::Server server(
          io_, port_zero(),
          [](http::Request) -> boost::asio::awaitable<http::Response> { co_return http::Response{}; });
      return ok(settings_.server_certificate);
    } catch (const std::exception& error) {
      return wrong(error.what());
    }
  }

  Finding database() {
    if (!std::filesystem::exists(settings_.database_file))
      return wrong(settings_.database_file + " does not exist. Make it with: indgang import catalogue FILE.");
    try {
      store::Database database(settings_.database_file, store::Database::Create::no,
                               store::Database::Older::leave);
      if (const std::string problems = database.problems(); !problems.empty())
        return wrong(settings_.database_file + " is damaged (" + problems + "). Restore the latest backup.");
      if (database.version() != store::Database::newest_version())
        return note(
            settings_.database_file + " has data version " + std::to_string(database.version()) +
            ". The service updates it to " + std::to_string(store::Database::newest_version()) +
            " when it starts, and there is no way back: make a copy first, with: indgang backup FILE.");
      tasks_ = store::load_catalogue(database)->task_count();
      if (const auto made = store::copied_at(database))
        return note(settings_.database_file + " is a copy of " +
                    handlers::to_string(handlers::local_day(*made, settings_.time_zone)) +
                    ". Reminders of meetings that were due since may have been sent: the service leaves them "
                    "out when it starts, and tells the coordinators.");
      return ok(settings_.database_file);
    } catch (const std::exception& error) {
      return wrong(error.what());
    }
  }

  Finding catalogue() const {
    if (!tasks_) return note("not read: see the database");
    if (tasks_ == 0U) return wrong("there are no tasks. Import them with: indgang import catalogue FILE.");
    return ok(std::to_string(*tasks_) + " tasks");
  }

  Finding keys() {
    if (settings_.development_allow_anonymous) return ok("none are needed");
    const http::ClientResponse response = get(settings_.cloud_openid_metadata);
    if (response.outcome != http::Outcome::answered)
      return wrong("cloud.openid_metadata: " + settings_.cloud_openid_metadata + " cannot be reached (" +
                   response.error + "). Let this machine reach it, or set HTTPS_PROXY.");
    server_time_ = http::parse_http_date(response.header("Date"));
    if (response.status != 200)
      return wrong("cloud.openid_metadata answers with status " + std::to_string(response.status) +
                   ". Correct the address.");
    auth::TokenVerifier verifier(client_, clock_, verifier_options(settings_));
    if (!await(io_, verifier.warm_up()))
      return wrong("the signing keys cannot be read. Correct cloud.openid_metadata.");
    return ok("Microsoft's signing keys can be fetched");
  }

  Finding clock() const {
    if (!server_time_) return note("nothing to compare it with");
    const auto difference = std::chrono::abs(clock_.now() - *server_time_);
    if (difference > clock_tolerance)
      return wrong("this machine's clock is " + std::to_string(difference.count()) +
                   " seconds off, so valid tokens look expired. Turn on time synchronisation (e.g. "
                   "systemd-timesyncd).");
    return ok("right to within five minutes");
  }

  Finding token() {
    if (settings_.development_allow_anonymous) return ok("none is needed");
    if (settings_.bot_app_id.empty() || settings_.secret.empty())
      return wrong("cannot be fetched without app id and secret");
    auth::AccessToken token(client_, clock_, access_token_options(settings_));
    const auth::AccessTokenResult result = await(io_, token.get());
    return result.error.empty() ? ok("the bot can sign in") : wrong(result.error);
  }

 private:
  http::ServerOptions port_zero() const {
    http::ServerOptions options = server_options(settings_);
    options.port = 0;
    return options;
  }

  http::ClientResponse get(const std::string& url) {
    http::ClientRequest request;
    request.url = http::parse_url(url).value_or(http::Url());
    return await(io_, client_.request(std::move(request)));
  }

  const config::Settings& settings_;
  const store::Clock& clock_;
  mutable boost::asio::io_context io_;
  http::Client client_;
  std::optional<std::size_t> tasks_;  // none when they could not be read
  std::optional<store::Instant> server_time_;
};

}  // namespace

int check(const config::Settings& settings, const store::Clock& clock) {
  Checks checks(settings, clock);
  bool all_well = true;
  const auto show = [&](const char* name, const Finding& finding) {
    const char* state = finding.state == Finding::State::ok     ? "ok    "
                        : finding.state == Finding::State::note ? "note  "
                                                                : "WRONG ";
    std::cout << state << name << ": " << finding.text << "\n";
    all_well = all_well && finding.state != Finding::State::wrong;
  };
  for (const std::string& text : settings.notes) show("settings", note(text));
  show("settings", checks.settings());
  show("secret", checks.secret());
  show("calendar links", checks.calendar_links());
  show("time zone", checks.time_zone());
  show("certificate", checks.certificate());
  show("database", checks.database());
  show("catalogue", checks.catalogue());
  show("signing keys", checks.keys());
  show("clock", checks.clock());
  show("token", checks.token());
  return all_well ? 0 : 1;
}

}  // namespace bot
