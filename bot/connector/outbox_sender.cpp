#include "bot/connector/outbox_sender.hpp"

#include "config/log.hpp"
#include "store/conversations.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <optional>
#include <utility>

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
// If the program dies, as many invitations at most are uncertain. At 100 ms for a post that is 100 a second,
// twice what Teams takes.
constexpr std::size_t broadcasts_at_a_time = 10;
// Who is written to faster than Teams takes it has many messages waiting: only the first ones of each queue
// are held with their text, the others as a row of the database.
constexpr std::size_t held_with_text = 4;
// When the database cannot be written (disk full), what was to be written is tried again after this.
constexpr std::chrono::seconds write_down_again = 5s;

/// Messages to people whose chat is to be made wait apart: no conversation id begins like this.
std::string key_of(const store::OutboxMessage& message) {
  return message.conversation.empty() ? "user " + message.to_user : message.conversation;
}

/// What can be withdrawn or exchanged while it waits, or must not arrive twice.
bool needs_claim(const store::OutboxMessage& message) {
  return message.kind == store::MessageKind::broadcast || message.copy.has_value();
}

}  // namespace

OutboxSender::OutboxSender(asio::io_context& io, http::Client& client, auth::AccessToken& token,
                           Writer& writer, const store::Clock& clock, ServiceUrlPolicy policy,
                           int requests_per_second)
    : io_(io),
      connector_(client, token, std::move(policy)),
      writer_(writer),
      clock_(clock),
      limiter_(requests_per_second),
      broadcasts_(io, broadcasts_at_a_time),
      random_(std::random_device{}()),
      stopped_(io, asio::steady_timer::time_point::max()) {}

asio::awaitable<void> OutboxSender::resume() {
  const store::Instant now = clock_.now();
  const store::Recovered recovered = co_await writer_.run(
      [now](WriterContext& context) { return store::recover(context.transaction, now); });
  if (recovered.uncertain > 0)
    config::log(Level::warn, "outbox_uncertain_after_restart", {{"messages", recovered.uncertain}});
  co_await take_up();
  for (const std::int64_t gathering : recovered.gatherings) ended_(gathering);
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
  // Whether an earlier run's attempts were posts is not known: at most one repetition is left.
  const int posts = message.attempts > 0 ? 1 : 0;
  append({std::move(message), posts});
}

void OutboxSender::append(Waiting waiting) {
  auto& entry = *queues_.try_emplace(key_of(waiting.message)).first;
  auto& messages = entry.second.messages;
  if (messages.size() >= held_with_text) std::string().swap(waiting.message.payload);
  messages.push_back(std::move(waiting));
  start(entry);
}

void OutboxSender::start(Queues::value_type& entry) {
  if (entry.second.running || stopping_) return;
  entry.second.running = true;
  asio::co_spawn(io_, run(entry), [this, &entry](std::exception_ptr failure) {
    Queue& ended = entry.second;
    if (failure) {
      // The writer has stopped, or it is a fault of ours: the messages are still in the database and are
      // taken up later.
      config::log(Level::error, "outbox_queue_failed");
      for (const Waiting& waiting : ended.messages) known_.erase(waiting.message.id);
      counts_.waiting -= ended.messages.size();
    } else if (!ended.messages.empty() && !stopping_) {  // came while it was ending
      ended.running = false;
      start(entry);
      return;
    }
    queues_.erase(queues_.find(entry.first));
    if (stopping_) stopped_.cancel();
  });
}

asio::awaitable<void> OutboxSender::run(Queues::value_type& entry) {
  auto& [key, queue] = entry;
  bool told = false;
  while (!queue.messages.empty() && !stopping_) {
    Waiting& waiting = queue.messages.front();
    const bool to_person = waiting.message.conversation.empty();
    std::optional<Step> step;
    try {
      if (waiting.message.payload.empty() && !co_await fetch_text(waiting.message)) {
        step = Step::done;  // withdrawn
      } else if (to_person) {
        step = co_await make_conversation(queue, key);
      } else {
        step = co_await deliver_one(queue, waiting);
      }
    } catch (const store::StoreError& error) {
      if (!std::exchange(told, true))
        config::log(Level::error, "outbox_queue_failed", {{"reason", error.what()}});
    }
    if (!step) {  // the disk is full, say: nothing was posted without being claimed
      co_await pause(queue, write_down_again);
      continue;
    }
    if (step == Step::done) forget_first(queue);
    if (step == Step::moved && !to_person) {
      Waiting moved = std::move(queue.messages.front());
      queue.messages.pop_front();
      append(std::move(moved));
    }
  }
}

/// Reads the text that was left in the database, or went with an attempt that is repeated. False if the
/// message does not wait there any more.
asio::awaitable<bool> OutboxSender::fetch_text(store::OutboxMessage& message) {
  const std::int64_t id = message.id;
  message.payload = co_await writer_.run([id](WriterContext& context) {
    const auto found = store::pending_messages(context.transaction.database(), id - 1, 1);
    return found.empty() || found.front().id != id ? std::string() : found.front().payload;
  });
  co_return !message.payload.empty();
}

std::size_t OutboxSender::held_texts() const {
  std::size_t held = 0;
  for (const auto& [key, queue] : queues_)
    held += std::count_if(queue.messages.begin(), queue.messages.end(),
                          [](const Waiting& waiting) { return !waiting.message.payload.empty(); });
  return held;
}

void OutboxSender::forget_first(Queue& queue) {
  known_.erase(queue.messages.front().message.id);
  queue.messages.pop_front();
  --counts_.waiting;
}

void OutboxSender::close(const std::string& conversation) {
  const auto found = queues_.find(conversation);
  if (found == queues_.end()) return;
  for (Waiting& waiting : found->second.messages) waiting.dropped = true;
  if (found->second.pause != nullptr) found->second.pause->cancel();
}

asio::awaitable<OutboxSender::Step> OutboxSender::deliver_one(Queue& queue, Waiting& waiting) {
  store::OutboxMessage& message = waiting.message;
  Slots::Held slot;
  Slots* slots = message.kind == store::MessageKind::broadcast ? &broadcasts_ : nullptr;
  if (!co_await ready(queue, waiting, message.conversation, slots, slot))
    co_return waiting.dropped ? Step::done : Step::again;
  if (needs_claim(message) && !co_await claim(message)) co_return Step::done;  // withdrawn
  if (waiting.dropped) {
    settle_dropped(waiting);
    co_return Step::done;
  }
  ++message.attempts;
  Posted posted = co_await connector_.post(message, clock_.now());
  const Verdict verdict = verdict_on(posted, waiting);
  if (verdict.gone != Gone::nothing) co_return co_await follow_up(waiting, posted, verdict);
  settle(waiting, posted, verdict);
  if (verdict.conversation_closed) {
    close(message.conversation);
    remember_removed(message);
  }
  if (verdict.state != OutboxState::pending) co_return Step::done;
  slot = Slots::Held();
  co_await pause(queue, verdict.delay);
  co_return Step::again;
}

/// Waits until the message may leave and takes its place within the limits, with one of `slots` if there are
/// any. False if it is not to leave now.
asio::awaitable<bool> OutboxSender::ready(Queue& queue, Waiting& waiting, const std::string& key,
                                          Slots* slots, Slots::Held& slot) {
  store::OutboxMessage& message = waiting.message;
  if (const auto early = message.next_attempt - clock_.now(); early > 0s && !waiting.dropped)
    co_await pause(queue, std::min<std::chrono::seconds>(early, longest_wait));
  message.next_attempt = {};
  while (!stopping_ && !waiting.dropped) {
    const auto now = std::chrono::steady_clock::now();
    const auto earliest = limiter_.earliest(message.tenant, key, now);
    if (earliest > now) {
      slot = Slots::Held();  // others need not wait for this conversation's limits
      co_await pause(queue, earliest - now);
    } else if (slots != nullptr && !slot) {
      slot = co_await slots->take();
      if (!slot) break;
    } else {
      limiter_.sent(message.tenant, key, now);
      co_return true;
    }
  }
  if (!stopping_) settle_dropped(waiting);
  co_return false;
}

Verdict OutboxSender::verdict_on(Posted& posted, Waiting& waiting) {
  if (posted.attempt.outcome != http::Outcome::not_sent) ++waiting.posts;
  posted.attempt.posts = waiting.posts;
  Verdict verdict = judge(posted.attempt, std::uniform_real_distribution<double>(0, 1)(random_));
  if (waiting.dropped && verdict.state == OutboxState::pending) verdict.state = OutboxState::given_up;
  if (verdict.forget_token) connector_.refused(posted.token);
  return verdict;
}

/// Teams no longer has what the message was for. A deleted card is sent anew; a deleted chat is made anew,
/// once.
asio::awaitable<OutboxSender::Step> OutboxSender::follow_up(Waiting& waiting, const Posted& posted,
                                                            const Verdict& verdict) {
  store::OutboxMessage& message = waiting.message;
  if (verdict.gone == Gone::message && !message.update_activity.empty() && !waiting.dropped) {
    waiting.replaced = std::exchange(message.update_activity, {});
    waiting.posts = 0;
    co_await readdress(message);
    co_return Step::again;
  }
  const bool heals = verdict.gone == Gone::conversation && !posted.attempt.repeatable && !waiting.remade;
  if (heals && co_await forget_conversation(message)) {
    waiting.remade = true;
    waiting.posts = 0;
    co_return Step::moved;
  }
  settle(waiting, posted, verdict);
  if (verdict.conversation_closed) {
    close(message.conversation);
    remember_removed(message);
  }
  co_return Step::done;
}

/// False if the message does not wait any more.
asio::awaitable<bool> OutboxSender::claim(store::OutboxMessage& message) {
  const std::int64_t id = message.id;
  const bool repeatable = !message.update_activity.empty() || message.kind == store::MessageKind::reply;
  auto claimed = co_await writer_.run([id, repeatable](WriterContext& context) {
    auto now_waiting = store::claim(context.transaction, id);
    context.flush = context.flush || (now_waiting && !repeatable);  // a power cut must not double it either
    return now_waiting;
  });
  if (!claimed) co_return false;
  message.payload = std::move(claimed->payload);
  message.update_activity = std::move(claimed->update_activity);
  co_return true;
}

void OutboxSender::settle_dropped(const Waiting& waiting) {
  Posted never;
  never.error = "removed";
  settle(waiting, never, {OutboxState::given_up});
}

void OutboxSender::settle(const Waiting& waiting, const Posted& posted, const Verdict& verdict) {
  const store::OutboxMessage& message = waiting.message;
  const auto now = clock_.now();
  store::Delivery delivery;
  delivery.message = message.id;
  delivery.state = verdict.state;
  delivery.activity = posted.id;
  delivery.error = posted.error;
  delivery.copy = message.copy.has_value();
  if (verdict.state == OutboxState::sent) delivery.replaced = waiting.replaced;
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
                 {"state", verdict.state == OutboxState::pending ? "retry" : name_of(verdict.state)},
                 {"attempt", message.attempts},
                 {"reason", posted.error}});
  write_down(std::move(delivery), now);
  const bool listed = message.copy && message.copy->kind != store::CopyKind::status;
  if (listed && verdict.state != OutboxState::pending) ended_(message.copy->gathering);
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
  broadcasts_.stop();
  for (auto& [conversation, queue] : queues_)
    if (queue.pause != nullptr) queue.pause->cancel();
  const auto deadline = std::chrono::steady_clock::now() + patience;
  const auto running = [this] {
    return std::any_of(queues_.begin(), queues_.end(),
                       [](const auto& entry) { return entry.second.running; });
  };
  while (running() && std::chrono::steady_clock::now() < deadline) {
    stopped_.expires_at(deadline);
    boost::system::error_code ignored;
    co_await stopped_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
}

}  // namespace bot::connector
