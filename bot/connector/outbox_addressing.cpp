// Where the sender's messages go: personal chats are found, made, and made anew when Teams has lost them.
#include "bot/connector/outbox_sender.hpp"
#include "store/conversations.hpp"

namespace bot::connector {

namespace asio = boost::asio;
using store::OutboxState;

/// The rows of the queue's messages get the conversation, and the messages go to its queue. A chat that was
/// `made` just now is remembered, so that later messages find it.
asio::awaitable<void> OutboxSender::move_on(Queue& queue, std::string conversation, bool made) {
  std::vector<store::OutboxMessage> messages;
  for (Waiting& waiting : queue.messages) {
    waiting.message.conversation = conversation;
    messages.push_back(waiting.message);
  }
  const auto now = clock_.now();
  co_await writer_.run([&messages, made, now](WriterContext& context) {
    for (const store::OutboxMessage& message : messages) store::readdress(context.transaction, message, now);
    const store::OutboxMessage& first = messages.front();
    store::ConversationReference reference;
    reference.tenant = first.tenant;
    reference.conversation = first.conversation;
    reference.type = "personal";
    reference.service_url = first.service_url;
    reference.bot = bot_of(first.payload);
    reference.user_entra_id = first.to_user;
    if (made) store::remember_conversation(context.transaction, reference, now);
    return true;
  });
  for (std::size_t left = messages.size(); left > 0; --left) {
    Waiting moved = std::move(queue.messages.front());
    queue.messages.pop_front();
    append(std::move(moved));
  }
}

asio::awaitable<OutboxSender::Step> OutboxSender::make_conversation(Queue& queue, const std::string& key) {
  std::string known = co_await find_conversation(queue.messages.front().message);
  if (!known.empty()) {
    co_await move_on(queue, std::move(known), false);
    co_return Step::moved;
  }
  Waiting& waiting = queue.messages.front();
  Slots::Held none;  // nothing is uncertain about it
  if (!co_await ready(queue, waiting, key, nullptr, none))
    co_return waiting.dropped ? Step::done : Step::again;
  ++waiting.message.attempts;
  Posted posted = co_await connector_.make_conversation(waiting.message, clock_.now());
  Verdict verdict = verdict_on(posted, waiting);
  // Whatever became of the chat, the message itself has not left.
  if (verdict.state == OutboxState::uncertain) verdict.state = OutboxState::given_up;
  if (verdict.state == OutboxState::sent) {
    co_await move_on(queue, posted.id, true);
    co_return Step::moved;
  }
  if (verdict.state != OutboxState::pending) {
    // Whoever cannot be written to is asked for once, not once for each message that waits.
    for (std::size_t left = queue.messages.size(); left > 1; --left) {
      settle(queue.messages.front(), posted, verdict);
      forget_first(queue);
    }
    settle(queue.messages.front(), posted, verdict);
    co_return Step::done;
  }
  settle(waiting, posted, verdict);
  co_await pause(queue, verdict.delay);
  co_return Step::again;
}

/// The personal chat that we have come to know since the message was written; empty if none.
asio::awaitable<std::string> OutboxSender::find_conversation(const store::OutboxMessage& message) {
  const std::string tenant = message.tenant;
  const std::string user = message.to_user;
  co_return co_await writer_.run([tenant, user](WriterContext& context) {
    const auto found =
        store::find_personal_conversation(context.transaction.database(), tenant, user, std::string());
    return found ? found->conversation : std::string();
  });
}

/// The chat is gone: nothing is sent there again. True if it is known whose it was, so that it can be made
/// anew.
asio::awaitable<bool> OutboxSender::forget_conversation(store::OutboxMessage& message) {
  const auto now = clock_.now();
  const store::OutboxMessage gone = message;
  const std::string user = co_await writer_.run([gone, now](WriterContext& context) {
    store::OutboxMessage anew = gone;
    const auto known =
        store::find_conversation(context.transaction.database(), gone.tenant, gone.conversation);
    if (anew.to_user.empty() && known && known->type == "personal") anew.to_user = known->user_entra_id;
    store::mark_removed(context.transaction, gone.tenant, gone.conversation, now);
    anew.conversation.clear();
    if (!anew.to_user.empty()) store::readdress(context.transaction, anew, now);
    return anew.to_user;
  });
  if (user.empty()) co_return false;
  message.to_user = user;
  message.conversation.clear();
  co_return true;
}

asio::awaitable<void> OutboxSender::readdress(store::OutboxMessage message) {
  const auto now = clock_.now();
  co_await writer_.run([message, now](WriterContext& context) {
    store::readdress(context.transaction, message, now);
    return true;
  });
}

}  // namespace bot::connector
