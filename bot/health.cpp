#include "bot/health.hpp"

#include <nlohmann/json.hpp>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

namespace bot {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

class Report {
 public:
  void counter(const char* name, const char* help, double value) {
    ClientMetric metric;
    metric.counter.value = value;
    add(name, help, MetricType::Counter, metric);
  }
  void gauge(const char* name, const char* help, double value) {
    ClientMetric metric;
    metric.gauge.value = value;
    add(name, help, MetricType::Gauge, metric);
  }
  std::string text() const { return prometheus::TextSerializer().Serialize(families_); }

 private:
  void add(const char* name, const char* help, MetricType type, ClientMetric metric) {
    families_.push_back(MetricFamily{name, help, type, {std::move(metric)}});
  }
  std::vector<MetricFamily> families_;
};

double unix_seconds(store::Instant instant) {
  return static_cast<double>(instant.time_since_epoch().count());
}

http::Response json_response(int status, const nlohmann::json& body) {
  http::Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = body.dump() + "\n";
  return response;
}

}  // namespace

http::Response live() {
  http::Response response;
  response.content_type = "application/json";
  response.body = "{\"status\":\"live\"}\n";  // asked for all the time, and always the same
  return response;
}

http::Response ready(const Watched& watched) {
  auto reasons = nlohmann::json::array();
  if (!watched.anonymous && !watched.verifier.keys_age()) reasons.push_back("no_signing_keys");
  if (watched.writer.counts().tasks == 0) reasons.push_back("catalogue_empty");
  if (!watched.writer.counts().writable) reasons.push_back("database_not_writable");
  const bool ready = reasons.empty();
  const nlohmann::json reminders = {{"planned", watched.scheduler.counts().planned},
                                    {"late_seconds", watched.scheduler.lateness().count()}};
  return json_response(
      ready ? 200 : 503,
      {{"status", ready ? "ready" : "not_ready"}, {"reasons", reasons}, {"reminders", reminders}});
}

http::Response metrics(const Watched& watched) {
  Report report;
  const auto& turns = watched.endpoint.counts();
  report.counter("indgang_turns_total", "Activities that were handled.", static_cast<double>(turns.turns));
  report.counter("indgang_turns_duplicate_total", "Repeated deliveries.",
                 static_cast<double>(turns.duplicates));
  report.counter("indgang_turns_failed_total", "Turns that ended in an apology.",
                 static_cast<double>(turns.failed));
  report.counter("indgang_refused_unauthorized_total", "Requests without a valid token.",
                 static_cast<double>(turns.unauthorized));
  report.counter("indgang_refused_forbidden_total", "Valid tokens that may not come in.",
                 static_cast<double>(turns.forbidden));
  report.counter("indgang_refused_malformed_total", "Bodies that are no Activity.",
                 static_cast<double>(turns.malformed));
  report.gauge("indgang_last_inbound_timestamp_seconds", "When the last activity came.",
               unix_seconds(turns.last_inbound));
  const auto& sender = watched.sender.counts();
  report.counter("indgang_outbox_sent_total", "Messages delivered.", static_cast<double>(sender.sent));
  report.counter("indgang_outbox_retried_total", "Attempts that will be repeated.",
                 static_cast<double>(sender.retried));
  report.counter("indgang_outbox_given_up_total", "Messages given up.", static_cast<double>(sender.given_up));
  report.counter("indgang_outbox_uncertain_total", "Messages whose delivery is unknown.",
                 static_cast<double>(sender.uncertain));
  report.gauge("indgang_outbox_waiting", "Messages that wait to be sent.",
               static_cast<double>(sender.waiting));
  report.gauge("indgang_last_sent_timestamp_seconds", "When the last message was delivered.",
               unix_seconds(sender.last_sent));
  const auto& scheduler = watched.scheduler.counts();
  report.gauge("indgang_reminders_planned", "Reminders and the like that are planned.",
               static_cast<double>(scheduler.planned));
  report.gauge("indgang_reminder_late_seconds", "How long the earliest planned reminder has been due.",
               static_cast<double>(watched.scheduler.lateness().count()));
  report.counter("indgang_due_batches_total", "Batches of due work done.",
                 static_cast<double>(scheduler.batches));
  report.counter("indgang_reminders_put_off_total", "Reminders that failed and are tried later, or skipped.",
                 static_cast<double>(scheduler.put_off));
  const auto writer = watched.writer.counts();
  report.counter("indgang_writer_jobs_total", "Jobs committed.", static_cast<double>(writer.jobs));
  report.counter("indgang_writer_groups_total", "Transactions committed.",
                 static_cast<double>(writer.groups));
  report.gauge("indgang_catalogue_tasks", "Tasks in the catalogue.", static_cast<double>(writer.tasks));
  report.gauge("indgang_connections", "Open connections.",
               static_cast<double>(watched.server.connections_open));
  report.counter("indgang_requests_total", "HTTP requests.",
                 static_cast<double>(watched.server.requests_total));
  report.counter("indgang_requests_refused_total",
                 "HTTP requests and connections refused by the server itself.",
                 static_cast<double>(watched.server.refused_total));
  if (const auto age = watched.verifier.keys_age())
    report.gauge("indgang_signing_keys_age_seconds", "Age of Microsoft's signing keys.",
                 static_cast<double>(age->count()));
  http::Response response;
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = report.text();
  return response;
}

}  // namespace bot
