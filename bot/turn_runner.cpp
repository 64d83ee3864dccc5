#include "bot/turn_runner.hpp"

#include "bot/carry_out.hpp"
#include "config/log.hpp"
#include "handlers/apology.hpp"

#include <nlohmann/json.hpp>

namespace bot {
namespace {

struct Work {
  TurnResult result;
  std::vector<store::OutboxMessage> messages;
  bool changed_data = false;
};

/// A JSON text, with what is no UTF-8 replaced.
std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Work carry_out(const handlers::Turn& turn, const handlers::Outcome& outcome,
               const std::vector<store::DeliveryKey>& keys, WriterContext& context) {
  Work work;
  work.messages = enqueue_messages(outcome, turn, context);
  if (outcome.invoke) work.result.invoke_answer = invoke_answer_body(*outcome.invoke);
  if (outcome.dialog) work.result.invoke_answer = dialog_answer_body(*outcome.dialog);
  if (!work.result.invoke_answer.empty())
    for (const store::DeliveryKey& key : keys)
      store::remember_answer(context.transaction, key, work.result.invoke_answer);
  work.changed_data = outcome.changed_data;
  context.flush = context.flush || outcome.changed_data;
  work.result.replies = static_cast<int>(work.messages.size());
  return work;
}

/// The answer that the delivery got before, if it is a repetition.
std::optional<std::string> take(const handlers::Turn& turn, const std::vector<store::DeliveryKey>& keys,
                                WriterContext& context) {
  std::optional<std::string> earlier;
  for (const store::DeliveryKey& key : keys)
    if (auto answer = store::take_delivery(context.transaction, key, turn.now); answer && !earlier)
      earlier = std::move(answer);
  return earlier;
}

Work handle(const handlers::Turn& turn, const std::vector<store::DeliveryKey>& keys,
            const handlers::Policy& policy, WriterContext& context) {
  if (auto answer = take(turn, keys, context)) {
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
  take(turn, keys, context);
  Work work = carry_out(turn, handlers::apology(turn), keys, context);
  work.result.failed = true;
  return work;
}

}  // namespace

TurnRunner::TurnRunner(Writer& writer, connector::OutboxSender& sender, const handlers::Policy& policy,
                       std::function<void()> changed)
    : writer_(writer), sender_(sender), policy_(policy), changed_(std::move(changed)) {}

boost::asio::awaitable<TurnResult> TurnRunner::run(const handlers::Turn& turn,
                                                   const std::vector<store::DeliveryKey>& keys) {
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
  if (work.changed_data) changed_();
  co_return std::move(work.result);
}

std::string invoke_answer_body(const handlers::InvokeAnswer& answer) {
  std::string body = R"({"statusCode":)" + std::to_string(answer.status) + R"(,"type":)";
  if (!answer.card.empty())
    return body + R"("application/vnd.microsoft.card.adaptive","value":)" + answer.card + "}";
  const std::string text = quoted(answer.message);
  if (answer.status == 200)
    return body + R"("application/vnd.microsoft.activity.message","value":)" + text + "}";
  return body + R"("application/vnd.microsoft.error","value":{"code":")" + std::to_string(answer.status) +
         R"(","message":)" + text + "}}";
}

std::string dialog_answer_body(const handlers::DialogAnswer& answer) {
  if (!answer.card.empty())
    return R"({"task":{"type":"continue","value":{"title":)" + quoted(answer.title) +
           R"(,"height":"medium","width":"medium","card":{"contentType":)" +
           R"("application/vnd.microsoft.card.adaptive","content":)" + answer.card + "}}}}";
  if (answer.message.empty()) return {};
  return R"({"task":{"type":"message","value":)" + quoted(answer.message) + "}}";
}

}  // namespace bot
