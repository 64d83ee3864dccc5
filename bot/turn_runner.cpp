#include "bot/turn_runner.hpp"

#include "bot/connector/outgoing_activity.hpp"
#include "config/log.hpp"
#include "handlers/apology.hpp"

#include <nlohmann/json.hpp>

namespace bot {
namespace {

struct Work {
  TurnResult result;
  std::vector<store::OutboxMessage> messages;
};

/// Welcome messages go out unasked: better none than two.
store::MessageKind kind_of(const handlers::Turn& turn) {
  return turn.kind == handlers::TurnKind::installed ? store::MessageKind::broadcast
                                                    : store::MessageKind::reply;
}

Work carry_out(const handlers::Turn& turn, const handlers::Outcome& outcome,
               const std::vector<store::DeliveryKey>& keys, WriterContext& context) {
  Work work;
  for (const handlers::Reply& reply : outcome.replies) {
    store::OutboxMessage message;
    message.kind = kind_of(turn);
    message.tenant = turn.tenant;
    message.conversation = turn.conversation;
    message.service_url = turn.service_url;
    message.update_activity = reply.update_activity;
    message.payload = connector::outgoing_activity(reply, turn);
    message.created = turn.now;
    message.id = store::enqueue(context.transaction, message, turn.now);
    work.messages.push_back(std::move(message));
  }
  for (const handlers::Notice& notice : outcome.notices) {
    store::OutboxMessage message;
    message.kind = store::MessageKind::broadcast;  // nobody asked for it just now: better none than two
    message.tenant = notice.to.tenant;
    message.conversation = notice.to.conversation;
    message.service_url = notice.to.service_url;
    message.payload = connector::outgoing_activity(notice.reply, notice.to.bot, notice.to.conversation);
    message.created = turn.now;
    message.id = store::enqueue(context.transaction, message, turn.now);
    work.messages.push_back(std::move(message));
  }
  if (outcome.invoke) work.result.invoke_answer = invoke_answer_body(*outcome.invoke);
  for (const store::DeliveryKey& key : keys)
    store::remember_seen(context.transaction, key, work.result.invoke_answer, turn.now);
  context.flush = context.flush || outcome.changed_data;
  work.result.replies = static_cast<int>(work.messages.size());
  return work;
}

std::optional<std::string> seen_before(const std::vector<store::DeliveryKey>& keys, WriterContext& context) {
  for (const store::DeliveryKey& key : keys)
    if (auto answer = store::find_seen(context.transaction.database(), key)) return answer;
  return std::nullopt;
}

Work handle(const handlers::Turn& turn, const std::vector<store::DeliveryKey>& keys,
            const handlers::Policy& policy, WriterContext& context) {
  if (auto answer = seen_before(keys, context)) {
    Work work;
    work.result.duplicate = true;
    work.result.invoke_answer = std::move(*answer);
    return work;
  }
  const handlers::Services services{context.finder, context.transaction, policy};
  return carry_out(turn, handlers::dispatch(turn, services), keys, context);
}

Work apologise(const handlers::Turn& turn, const std::vector<store::DeliveryKey>& keys,
               WriterContext& context) {
  Work work = carry_out(turn, handlers::apology(turn), keys, context);
  work.result.failed = true;
  return work;
}

}  // namespace

TurnRunner::TurnRunner(Writer& writer, connector::OutboxSender& sender, handlers::Policy policy)
    : writer_(writer), sender_(sender), policy_(std::move(policy)) {}

boost::asio::awaitable<TurnResult> TurnRunner::run(handlers::Turn turn,
                                                   std::vector<store::DeliveryKey> keys) {
  Work work;
  bool failed = false;
  try {
    work = co_await writer_.run([&](WriterContext& context) { return handle(turn, keys, policy_, context); });
  } catch (const store::StoreError&) {
    throw;
  } catch (const std::exception& error) {
    config::log(config::Level::error, "turn_failed", {{"activity", turn.activity}, {"reason", error.what()}});
    failed = true;
  }
  if (failed)
    work = co_await writer_.run([&](WriterContext& context) { return apologise(turn, keys, context); });
  if (turn.kind == handlers::TurnKind::removed) sender_.close(turn.conversation);
  for (store::OutboxMessage& message : work.messages) sender_.deliver(std::move(message));
  co_return std::move(work.result);
}

std::string invoke_answer_body(const handlers::InvokeAnswer& answer) {
  std::string body = R"({"statusCode":)" + std::to_string(answer.status) + R"(,"type":)";
  if (!answer.card.empty())
    return body + R"("application/vnd.microsoft.card.adaptive","value":)" + answer.card + "}";
  const std::string text =
      nlohmann::json(answer.message).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (answer.status == 200)
    return body + R"("application/vnd.microsoft.activity.message","value":)" + text + "}";
  return body + R"("application/vnd.microsoft.error","value":{"code":")" + std::to_string(answer.status) +
         R"(","message":)" + text + "}}";
}

}  // namespace bot
