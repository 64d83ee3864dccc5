#include "tests/support/handlers/chats.hpp"

#include "store/message_copies.hpp"
#include "store/outbox.hpp"
#include "store/subscriptions.hpp"

#include <algorithm>
#include <utility>

namespace tests {
namespace {

constexpr int all_of_them = 100'000;

/// A chat that is made when the first message leaves.
std::string conversation_of(const store::ConversationReference& to) {
  return to.conversation.empty() ? "a:" + to.user_email : to.conversation;
}

}  // namespace

void Chats::carry_out(const handlers::Notice& notice, store::Database& database, store::Instant now) {
  Waiting message{conversation_of(notice.to), notice.reply};
  std::int64_t row = notice.replaces_waiting;
  store::Transaction transaction(database);
  if (row == 0 || !store::replace_waiting(transaction, row, message.reply.text)) {
    store::OutboxMessage outgoing;
    outgoing.kind = store::MessageKind::broadcast;
    outgoing.tenant = notice.to.tenant;
    outgoing.conversation = message.conversation;
    outgoing.service_url = notice.to.service_url;
    outgoing.update_activity = message.reply.update_activity;
    outgoing.payload = message.reply.text;
    row = store::enqueue(transaction, outgoing, now);
    if (message.reply.copy) {
      store::add_copy(transaction, *message.reply.copy, row, "", now);
    }
    if (notice.overview_of != 0) {
      store::overview_leaves(transaction, notice.overview_of, row);
    }
  }
  transaction.commit();
  touch(message.reply);
  if (offline_.contains(message.conversation)) {
    waiting_[row] = std::move(message);
  } else {
    settle(row, message, database, now);
  }
}

void Chats::settle(std::int64_t outbox, const Waiting& message, store::Database& database,
                   store::Instant now) {
  store::Delivery delivery;
  delivery.message = outbox;
  delivery.copy = message.reply.copy.has_value();
  auto& chat = chats_[message.conversation];
  const auto& edited = message.reply.update_activity;
  if (blocked_.contains(message.conversation)) {
    delivery.state = store::OutboxState::given_up;
    delivery.error = "403 BotNotInConversationRoster";
  } else if (silent_.contains(message.conversation)) {
    delivery.state = store::OutboxState::uncertain;
    delivery.error = "502";
  } else if (!edited.empty()) {
    delivery.activity = edited;
    const auto old = std::find_if(chat.begin(), chat.end(),
                                  [&](const ChatMessage& one) { return one.activity == edited; });
    if (old != chat.end()) {
      old->reply = message.reply;
      old->unread = true;
    } else {  // deleted: it is sent anew
      delivery.activity = "m" + std::to_string(++activities_);
      delivery.replaced = edited;
      chat.push_back({delivery.activity, message.reply, true});
    }
  } else {
    delivery.activity = "m" + std::to_string(++activities_);
    chat.push_back({delivery.activity, message.reply, true});
  }
  store::Transaction transaction(database);
  store::record(transaction, delivery, now);
  transaction.commit();
}

std::string Chats::add_reply(const std::string& conversation, const std::string& tenant,
                             const handlers::Reply& reply, store::Database& database, store::Instant now) {
  store::OutboxMessage outgoing;
  outgoing.tenant = tenant;
  outgoing.conversation = conversation;
  outgoing.update_activity = reply.update_activity;
  outgoing.payload = reply.text;
  store::Transaction transaction(database);
  const auto row = store::enqueue(transaction, outgoing, now);
  if (reply.copy) {
    store::add_copy(transaction, *reply.copy, row, "", now);
  }
  touch(reply);
  const auto activity = "m" + std::to_string(++activities_);
  store::record(transaction,
                {row, store::OutboxState::sent, std::nullopt, activity, "", reply.copy.has_value()}, now);
  transaction.commit();
  chats_[conversation].push_back({activity, reply, false});
  return activity;
}

void Chats::set_offline(const std::string& conversation) {
  offline_.insert(conversation);
}

void Chats::set_online(const std::string& conversation, store::Database& database, store::Instant now) {
  offline_.erase(conversation);
  blocked_.erase(conversation);
  silent_.erase(conversation);
  for (const auto& pending : store::pending_messages(database, 0, all_of_them)) {
    const auto found = waiting_.find(pending.id);
    if (found != waiting_.end() && found->second.conversation == conversation) {
      settle(pending.id, found->second, database, now);
    }
  }
  std::erase_if(waiting_, [&](const auto& entry) { return entry.second.conversation == conversation; });
}

std::vector<ChatMessage> Chats::read(const std::string& conversation) {
  std::vector<ChatMessage> unread;
  for (auto& message : chats_[conversation]) {
    if (message.unread) {
      message.unread = false;
      unread.push_back(message);
    }
  }
  return unread;
}

/// As the sender does it: the card of a gathering follows all that is sent of it but the card itself.
void Chats::touch(const handlers::Reply& reply) {
  if (reply.copy && reply.copy->kind != store::CopyKind::status) {
    touched_.insert(reply.copy->gathering);
  }
}

std::set<std::int64_t> Chats::take_touched() {
  return std::exchange(touched_, {});
}

}  // namespace tests
