#include "bot/app.hpp"

#include "bot/health.hpp"
#include "bot/housekeeping.hpp"
#include "bot/links_endpoint.hpp"
#include "bot/messages_endpoint.hpp"
#include "bot/network.hpp"
#include "bot/scheduler.hpp"
#include "bot/start_pages.hpp"
#include "bot/status_refresher.hpp"
#include "config/log.hpp"
#include "handlers/duties.hpp"
#include "handlers/texts/texts.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/understanding/understand.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>
#include <future>
#include <optional>

namespace bot {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using config::Level;

constexpr std::chrono::seconds stop_patience = 10s;
constexpr std::chrono::minutes certificate_check = 1min;
constexpr std::chrono::hours housekeeping_interval = 1h;
constexpr std::size_t heap_of_a_start = 8UL << 20;  // bytes; less than what a catalogue of 10,000 tasks takes

/// Without zone data every date would be wrong. Throws with one sentence.
void require_time_zone(const std::string& zone) {
  try {
    handlers::local_day(store::Instant{}, zone);
  } catch (const std::exception&) {
    throw std::runtime_error("time.zone: this machine knows no zone \"" + zone +
                             "\". Install the package tzdata, or correct the name.");
  }
}

/// The parts, in the order in which they depend on each other; destroyed in the opposite order.
class App {
 public:
  App(const config::Settings& settings, const store::Clock& clock)
      : settings_(settings),
        clock_(clock),
        client_(io_, client_options(settings)),
        verifier_(client_, clock, verifier_options(settings)),
        token_(client_, clock, access_token_options(settings)),
        writer_(io_, settings.database_file),
        sender_(io_, client_, token_, writer_, clock, service_url_policy(settings),
                settings.cloud_requests_per_second),
        policy_(handler_policy(settings)),
        scheduler_(io_, writer_, sender_, policy_, clock),
        refresher_(io_, writer_, sender_, policy_, clock),
        runner_(writer_, sender_, policy_, [this] { scheduler_.wake(); }),
        endpoint_(verifier_, service_url_policy(settings), runner_, clock),
        links_(writer_, policy_, clock),
        server_(io_, server_options(settings),
                [this](http::Request request) { return route(std::move(request)); }),
        certificate_timer_(io_),
        housekeeping_timer_(io_),
        watched_{endpoint_,
                 sender_,
                 verifier_,
                 writer_,
                 scheduler_,
                 server_.counts(),
                 settings.development_allow_anonymous} {
    sender_.watch([this](std::int64_t gathering) { refresher_.touched(gathering); });
  }

  /// False if a task failed that the service cannot do without.
  bool run() {
    spawn(start(), "start");
    spawn(handle_signals(), "signals");
    spawn(watch_certificate(), "certificate");
    spawn(keep_house(), "housekeeping");
    io_.run();
    writer_.stop();
    config::log(Level::info, "stopped");
    return !failed_;
  }

 private:
  void spawn(asio::awaitable<void> task, const char* name) {
    asio::co_spawn(io_, std::move(task), [this, name](std::exception_ptr failure) {
      if (!failure) return;
      try {
        std::rethrow_exception(failure);
      } catch (const std::exception& error) {
        config::log(Level::error, "task_failed", {{"task", name}, {"reason", error.what()}});
      }
      failed_ = true;
      io_.stop();
    });
  }

  asio::awaitable<http::Response> route(http::Request request) {
    const std::string_view path = request.path();
    const bool get = request.method == "GET" || request.method == "HEAD";
    const bool link = is_link(path);
    const bool known_get = link || path == "/health/live" || path == "/health/ready" || path == "/metrics";
    if (path == "/api/messages" || path == "/api/messages/") {
      if (request.method == "POST") return endpoint_.handle(std::move(request));
      return at_once(not_allowed("POST"));
    }
    if (!known_get)
      return at_once(
          http::error_response(404, "NotFound", "There is nothing here. Teams posts to /api/messages."));
    if (!get) return at_once(not_allowed("GET, HEAD"));
    if (link) return links_.get(std::string(path));
    if (path == "/health/live") return at_once(live());
    return at_once(path == "/metrics" ? metrics(watched_) : ready(watched_));
  }

  static asio::awaitable<http::Response> at_once(http::Response response) { co_return response; }

  static http::Response not_allowed(const char* methods) {
    http::Response response = http::error_response(405, "MethodNotAllowed",
                                                   std::string("This address takes ") + methods + " only.");
    response.headers.emplace_back("Allow", methods);
    return response;
  }

  /// What the service does by itself is planned before anybody can ask for more.
  asio::awaitable<void> begin_duties() {
    const auto now = clock_.now();
    const auto& policy = policy_;
    co_await writer_.run([now, &policy](WriterContext& context) {
      handlers::begin_duties(context.transaction, policy, now);
      return true;
    });
  }

  asio::awaitable<void> start() {
    co_await sender_.resume();
    co_await begin_duties();
    server_.start();
    const char* scheme = settings_.server_certificate.empty() ? "http" : "https";
    const bool v6 = settings_.server_address.find(':') != std::string::npos;
    const std::string host = v6 ? "[" + settings_.server_address + "]" : settings_.server_address;
    config::log(Level::info, "ready",
                {{"url", std::string(scheme) + "://" + host + ":" + std::to_string(server_.port())},
                 {"tasks", writer_.counts().tasks},
                 {"anonymous", settings_.development_allow_anonymous}});
    spawn(scheduler_.run(), "scheduler");
    if (!settings_.development_allow_anonymous) co_await verifier_.warm_up();
    forget_start_pages();
  }

  asio::awaitable<void> handle_signals() {
    asio::signal_set signals(io_, SIGTERM, SIGINT, SIGHUP);
    for (;;) {
      const int signal = co_await signals.async_wait(asio::use_awaitable);
      if (signal != SIGHUP) break;
      reload_certificate();
    }
    config::log(Level::info, "stopping");
    certificate_timer_.cancel();
    housekeeping_timer_.cancel();
    stopping_ = true;
    scheduler_.stop();
    refresher_.stop();
    co_await server_.stop(stop_patience);
    co_await sender_.stop(stop_patience);
    client_.close();
  }

  void reload_certificate() {
    const std::string problem = server_.reload_certificate();
    if (!problem.empty()) config::log(Level::error, "certificate_not_reloaded", {{"reason", problem}});
  }

  asio::awaitable<void> watch_certificate() {
    while (!settings_.server_certificate.empty() && co_await wait(certificate_timer_, certificate_check))
      reload_certificate();
  }

  asio::awaitable<void> keep_house() {
    while (co_await wait(housekeeping_timer_, housekeeping_interval)) {
      const auto now = clock_.now();
      try {
        const auto today = handlers::local_day(now, settings_.time_zone);
        const Retention retention{settings_.privacy_question_log_days, settings_.privacy_leaver_days};
        co_await forget_what_is_old(writer_, retention, today, now);
        co_await sender_.take_up();
      } catch (const std::exception& error) {
        config::log(Level::error, "housekeeping_failed", {{"reason", error.what()}});
      }
      sender_.tidy();
      if (!settings_.development_allow_anonymous) co_await verifier_.warm_up();
    }
  }

  /// False when the service is being stopped.
  asio::awaitable<bool> wait(asio::steady_timer& timer, std::chrono::steady_clock::duration duration) {
    if (stopping_) co_return false;
    timer.expires_after(duration);
    boost::system::error_code ignored;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    co_return !stopping_;
  }

  const config::Settings& settings_;
  const store::Clock& clock_;
  asio::io_context io_{1};
  http::Client client_;
  auth::TokenVerifier verifier_;
  auth::AccessToken token_;
  Writer writer_;
  connector::OutboxSender sender_;
  handlers::Policy policy_;
  Scheduler scheduler_;
  StatusRefresher refresher_;
  TurnRunner runner_;
  MessagesEndpoint endpoint_;
  LinksEndpoint links_;
  http::Server server_;
  asio::steady_timer certificate_timer_;
  asio::steady_timer housekeeping_timer_;
  Watched watched_;
  bool stopping_ = false;
  bool failed_ = false;
};

}  // namespace

int serve(const config::Settings& settings, const store::Clock& clock) {
  for (const std::string& note : settings.notes) config::log(Level::warn, "setting", {{"note", note}});
  if (!settings.development_allow_anonymous && settings.bot_allowed_tenants.empty())
    config::log(Level::warn, "nobody_allowed", {{"remedy", "name your tenant in bot.allowed_tenants"}});
  populate_heap(heap_of_a_start);
  // Read on another core while the catalogue is: whoever asks first needs both.
  auto words = std::async(std::launch::async, [&settings] {
    require_time_zone(settings.time_zone);
    handlers::Texts::in(handlers::Language::danish);
    handlers::prepare_to_understand();
  });
  App app(settings, clock);
  words.get();
  return app.run() ? 0 : 1;
}

}  // namespace bot
