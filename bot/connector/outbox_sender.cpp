#include "bot/connector/outbox_sender.hpp"

#include "config/log.hpp"
#include "store/conversations.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <nlohmann/json.hpp>

#include <charconv>

namespace bot::connector {
namespace {

namespace asio = boost::asio;
using config::Level;
using namespace std::chrono_literals;
using store::OutboxState;

// What an earlier run left behind is taken up in steps of this many messages.
constexpr int take_up_step = 1000;
// A message that an earlier run put off waits at most so long after a start, whatever the clock did
// meanwhile.
constexpr std::chrono::seconds longest_wait = 1h;
// When the outcome of a delivery cannot be written down (disk full), it is tried again after this.
constexpr std::chrono::seconds write_down_again = 5s;

std::string_view name_of(OutboxState state) {
  switch (state) {
    case OutboxState::pending:
      return "retry";
    case OutboxState::sending:
      return "sending";
    case OutboxState::sent:
      return "sent";
    case OutboxState::given_up:
      return "given_up";
    case OutboxState::uncertain:
      return "uncertain";
  }
  return "unknown";
}

std::optional<std::chrono::seconds> retry_after(const http::ClientResponse& response) {
  const std::string_view text = response.header("Retry-After");
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;
  return std::chrono::seconds(seconds);
}

std::string new_activity_id(const std::string& body) {
  const auto parsed = nlohmann::json::parse(body, nullptr, false);
  if (!parsed.is_object()) return {};
  const auto id = parsed.find("id");
  return id != parsed.end() && id->is_string() ? id->get<std::string>() : std::string();
}

}  // namespace

OutboxSender::OutboxSender(asio::io_context& io, http::Client& client, auth::AccessToken& token,
                           Writer& writer, const store::Clock& clock, ServiceUrlPolicy policy,
                           int requests_per_second)
    : io_(io),
      client_(client),
      token_(token),
      writer_(writer),
      clock_(clock),
      policy_(std::move(policy)),
      limiter_(requests_per_second),
      random_(std::random_device{}()),
      stopped_(io, asio::steady_timer::time_point::max()) {}

asio::awaitable<void> OutboxSender::resume() {
  const store::Instant now = clock_.now();
  const int uncertain = co_await writer_.run(
      [now](WriterContext& context) { return store::recover(context.transaction, now); });
  if (uncertain > 0) config::log(Level::warn, "outbox_uncertain_after_restart", {{"messages", uncertain}});
  co_await take_up();
}

asio::awaitable<void> OutboxSender::take_up() {
  std::int64_t last = 0;
  std::size_t taken = 0;
  for (;;) {
    const auto page = co_await writer_.run([last](WriterContext& context) {
      return store::pending_messages(context.transaction.database(), last, take_up_step);
    });
    if (page.empty()) break;
    last = page.back().id;
    for (const store::OutboxMessage& message : page) {
      if (known_.contains(message.id)) continue;
      deliver(message);
      ++taken;
    }
  }
  if (taken > 0) config::log(Level::info, "outbox_taken_up", {{"messages", taken}});
}

void OutboxSender::deliver(store::OutboxMessage message) {
  ++counts_.waiting;
  known_.insert(message.id);
  const std::string conversation = message.conversation;
  // Whether an earlier run's attempts were posts is not known: at most one repetition is left.
  const int posts = message.attempts > 0 ? 1 : 0;
  queues_[conversation].messages.push_back({std::move(message), posts});
  start(conversation);
}

void OutboxSender::start(const std::string& conversation) {
  Queue& queue = queues_[conversation];
  if (queue.running || stopping_) return;
  queue.running = true;
  asio::co_spawn(io_, run(conversation), [this, conversation](std::exception_ptr failure) {
    if (failure) {
      // Only the writer can fail here (disk full, stopped): the messages are still in the database and are
      // taken up later.
      config::log(Level::error, "outbox_queue_failed");
      for (const Waiting& waiting : queues_[conversation].messages) known_.erase(waiting.message.id);
      counts_.waiting -= queues_[conversation].messages.size();
    }
    queues_.erase(conversation);
    if (stopping_) stopped_.cancel();
  });
}

asio::awaitable<void> OutboxSender::run(std::string conversation) {
  // References into an unordered_map stay valid while others are inserted; only this coroutine's end erases
  // this one.
  Queue& queue = queues_[conversation];
  while (!queue.messages.empty() && !stopping_) {
    const bool settled = co_await deliver_one(queue, queue.messages.front());
    if (!settled) continue;
    known_.erase(queue.messages.front().message.id);
    queue.messages.pop_front();
    --counts_.waiting;
  }
}

void OutboxSender::close(const std::string& conversation) {
  const auto found = queues_.find(conversation);
  if (found == queues_.end()) return;
  for (Waiting& waiting : found->second.messages) waiting.dropped = true;
  if (found->second.pause != nullptr) found->second.pause->cancel();
}

/// True when the message needs nothing more.
asio::awaitable<bool> OutboxSender::deliver_one(Queue& queue, Waiting& waiting) {
  store::OutboxMessage& message = waiting.message;
  if (const auto early = message.next_attempt - clock_.now(); early > 0s)
    co_await pause(queue, std::min<std::chrono::seconds>(early, longest_wait));
  message.next_attempt = {};
  co_await await_turn(queue, message);
  if (stopping_) co_return false;
  if (waiting.dropped) {
    Posted never;
    never.error = "removed";
    settle(message, never, {OutboxState::given_up});
    co_return true;
  }
  if (message.kind == store::MessageKind::broadcast) co_await mark_as_sending(message.id);
  limiter_.sent(message.tenant, message.conversation, std::chrono::steady_clock::now());
  ++message.attempts;
  Posted posted = co_await post(message);
  if (posted.attempt.outcome != http::Outcome::not_sent) ++waiting.posts;
  posted.attempt.posts = waiting.posts;
  const double jitter = std::uniform_real_distribution<double>(0, 1)(random_);
  Verdict verdict = judge(posted.attempt, jitter);
  if (waiting.dropped && verdict.state == OutboxState::pending) verdict.state = OutboxState::given_up;
  if (verdict.forget_token) token_.refused(posted.token);
  settle(message, posted, verdict);
  if (verdict.conversation_closed) {
    close(message.conversation);
    remember_removed(message);
  }
  if (verdict.state != OutboxState::pending) co_return true;
  co_await pause(queue, verdict.delay);
  co_return false;
}

asio::awaitable<void> OutboxSender::mark_as_sending(std::int64_t message) {
  const auto now = clock_.now();
  co_await writer_.run([message, now](WriterContext& context) {
    store::mark_sending(context.transaction, message, now);
    context.flush = true;
    return true;
  });
}

asio::awaitable<OutboxSender::Posted> OutboxSender::post(store::OutboxMessage message) {
  Posted posted;
  posted.attempt.kind = message.kind;
  posted.attempt.number = message.attempts;
  posted.attempt.age = clock_.now() - message.created;
  posted.attempt.replaces = !message.update_activity.empty();
  posted.attempt.outcome = http::Outcome::not_sent;
  if (!policy_.allows(message.service_url)) {
    // The settings changed since it was written: it may not leave, now or later.
    posted.attempt.outcome = http::Outcome::answered;
    posted.attempt.status = 400;
    posted.error = "service_host_not_allowed";
    co_return posted;
  }
  const auth::AccessTokenResult token = co_await token_.get();
  if (!token.error.empty()) {
    posted.error = "no_token";
    config::log(token.permanent ? Level::error : Level::warn, "token_unavailable", {{"reason", token.error}});
    co_return posted;
  }
  http::ClientRequest request;
  request.method = posted.attempt.replaces ? "PUT" : "POST";
  request.url = activities_url(message.service_url, message.conversation, message.update_activity);
  request.content_type = "application/json; charset=utf-8";
  request.body = std::move(message.payload);
  if (!token.token.empty()) request.headers.emplace_back("Authorization", "Bearer " + token.token);
  const http::ClientResponse response = co_await client_.request(std::move(request));
  posted.token = token.token;
  posted.attempt.outcome = response.outcome;
  posted.attempt.status = response.status;
  if (response.outcome != http::Outcome::answered) {
    posted.error = response.error;
  } else if (response.status >= 200 && response.status < 300) {
    posted.activity = new_activity_id(response.body);
  } else {
    posted.attempt.code = error_code(response.body);
    posted.attempt.retry_after = retry_after(response);
    posted.error =
        std::to_string(response.status) + (posted.attempt.code.empty() ? "" : " " + posted.attempt.code);
  }
  co_return posted;
}

void OutboxSender::settle(const store::OutboxMessage& message, const Posted& posted, const Verdict& verdict) {
  const auto now = clock_.now();
  store::Delivery delivery;
  delivery.message = message.id;
  delivery.state = verdict.state;
  delivery.activity = posted.activity;
  delivery.error = posted.error;
  if (verdict.state == OutboxState::pending)
    delivery.next_attempt = now + std::chrono::ceil<std::chrono::seconds>(verdict.delay);
  switch (verdict.state) {
    case OutboxState::sent:
      ++counts_.sent;
      counts_.last_sent = now;
      break;
    case OutboxState::pending:
      ++counts_.retried;
      break;
    case OutboxState::given_up:
      ++counts_.given_up;
      break;
    case OutboxState::uncertain:
      ++counts_.uncertain;
      break;
    case OutboxState::sending:
      break;
  }
  if (verdict.state != OutboxState::sent)
    config::log(verdict.state == OutboxState::pending ? Level::info : Level::warn, "delivery",
                {{"message", message.id},
                 {"state", name_of(verdict.state)},
                 {"attempt", message.attempts},
                 {"reason", posted.error}});
  write_down(std::move(delivery), now);
}

/// Until it is written the message counts as one that waits, and a restart would post it again.
void OutboxSender::write_down(store::Delivery delivery, store::Instant now) {
  writer_.ride_along(
      [delivery, now](WriterContext& context) { store::record(context.transaction, delivery, now); },
      [this, delivery, now](const std::exception& error) {
        config::log(Level::error, "delivery_not_recorded",
                    {{"message", delivery.message}, {"reason", error.what()}});
        asio::post(io_, [this, delivery, now] {
          if (stopping_) return;
          known_.insert(
              delivery.message);  // it has left, whatever the database says: not to be taken up again
          auto timer = std::make_shared<asio::steady_timer>(io_, write_down_again);
          timer->async_wait(
              [this, timer, delivery, now](boost::system::error_code) { write_down(delivery, now); });
        });
      });
}

/// Nothing more is sent where we were removed or blocked, until we hear from there.
void OutboxSender::remember_removed(const store::OutboxMessage& message) {
  const auto now = clock_.now();
  const std::string tenant = message.tenant;
  const std::string conversation = message.conversation;
  writer_.ride_along(
      [tenant, conversation, now](WriterContext& context) {
        store::mark_removed(context.transaction, tenant, conversation, now);
      },
      [](const std::exception& error) {
        config::log(Level::error, "removal_not_recorded", {{"reason", error.what()}});
      });
}

asio::awaitable<void> OutboxSender::await_turn(Queue& queue, const store::OutboxMessage& message) {
  for (;;) {
    const auto now = std::chrono::steady_clock::now();
    const auto earliest = limiter_.earliest(message.tenant, message.conversation, now);
    if (earliest <= now || stopping_) co_return;
    co_await pause(queue, earliest - now);
  }
}

/// Ends early when the queue is closed or the sender is stopped.
asio::awaitable<void> OutboxSender::pause(Queue& queue, std::chrono::steady_clock::duration duration) {
  asio::steady_timer timer(io_, duration);
  queue.pause = &timer;
  boost::system::error_code ignored;
  co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  queue.pause = nullptr;
}

asio::awaitable<void> OutboxSender::stop(std::chrono::seconds patience) {
  stopping_ = true;
  for (auto& [conversation, queue] : queues_)
    if (queue.pause != nullptr) queue.pause->cancel();
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!queues_.empty() && std::chrono::steady_clock::now() < deadline) {
    stopped_.expires_at(deadline);
    boost::system::error_code ignored;
    co_await stopped_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
}

}  // namespace bot::connector
