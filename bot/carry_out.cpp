#include "bot/carry_out.hpp"

#include "bot/connector/outgoing_activity.hpp"
#include "store/message_copies.hpp"
#include "store/subscriptions.hpp"

namespace bot {
namespace {

using Messages = std::vector<store::OutboxMessage>;

void enqueue(store::OutboxMessage message, const std::optional<store::CopyOf>& copy, store::Instant now,
             WriterContext& context, Messages& messages) {
  message.created = now;
  message.copy = copy;
  message.payload.shrink_to_fit();  // it may wait long, and in a group of turns hundreds are made at once
  message.id = store::enqueue(context.transaction, message, now);
  if (copy) store::add_copy(context.transaction, *copy, message.id, "", now);
  messages.push_back(std::move(message));
}

/// Welcome messages go out unasked: better none than two.
store::MessageKind kind_of(const handlers::Turn& turn) {
  return turn.kind == handlers::TurnKind::installed ? store::MessageKind::broadcast
                                                    : store::MessageKind::reply;
}

void enqueue_notice(const handlers::Notice& notice, store::Instant now, WriterContext& context,
                    Messages& messages) {
  store::OutboxMessage message;
  message.kind = store::MessageKind::broadcast;  // nobody asked for it just now: better none than two
  message.tenant = notice.to.tenant;
  message.conversation = notice.to.conversation;
  if (message.conversation.empty()) message.to_user = notice.to.user_entra_id;
  message.service_url = notice.to.service_url;
  message.update_activity = notice.reply.update_activity;
  message.payload = connector::outgoing_activity(notice.reply, notice.to.bot, notice.to.conversation);
  if (notice.replaces_waiting != 0) {
    if (store::replace_waiting(context.transaction, notice.replaces_waiting, message.payload)) return;
    // It is on its way just now: what holds instead follows it.
    if (message.update_activity.empty()) message.update_activity = store::follow(notice.replaces_waiting);
  }
  enqueue(std::move(message), notice.reply.copy, now, context, messages);
  if (notice.overview_of != 0)
    store::overview_leaves(context.transaction, notice.overview_of, messages.back().id);
}

}  // namespace

Messages enqueue_notices(const handlers::Outcome& outcome, store::Instant now, WriterContext& context) {
  Messages messages;
  for (const handlers::Notice& notice : outcome.notices) enqueue_notice(notice, now, context, messages);
  return messages;
}

Messages enqueue_messages(const handlers::Outcome& outcome, const handlers::Turn& turn,
                          WriterContext& context) {
  Messages messages;
  for (const handlers::Reply& reply : outcome.replies) {
    store::OutboxMessage message;
    message.kind = kind_of(turn);
    message.tenant = turn.tenant;
    message.conversation = turn.conversation;
    message.service_url = turn.service_url;
    message.update_activity = reply.update_activity;
    message.payload = connector::outgoing_activity(reply, turn);
    enqueue(std::move(message), reply.copy, turn.now, context, messages);
  }
  for (const handlers::Notice& notice : outcome.notices) enqueue_notice(notice, turn.now, context, messages);
  return messages;
}

}  // namespace bot
