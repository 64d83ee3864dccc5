#include "tests/support/bot/fake_connector.hpp"

#include <utility>

namespace support {

FakeConnector::FakeConnector(EventLoop& loop) {
  bot::http::ServerOptions options;
  options.port = 0;
  auto handler = [this](bot::http::Request request) -> boost::asio::awaitable<bot::http::Response> {
    co_return answer(request);
  };
  server_ = std::make_unique<bot::http::Server>(loop.io(), options, handler);
  server_->start();
}

void FakeConnector::refuse(const std::string& line, int status, const std::string& code) {
  refusals_[line].emplace_back(status, code);
}

std::vector<std::string> FakeConnector::lines() const {
  std::vector<std::string> all;
  for (const Request& request : requests) all.push_back(request.line);
  return all;
}

bot::http::Response FakeConnector::answer(const bot::http::Request& request) {
  const std::string line = request.method + " " + request.target;
  requests.push_back({line, nlohmann::json::parse(request.body)});
  if (auto& refusals = refusals_[line]; !refusals.empty()) {
    const auto [status, code] = refusals.front();
    refusals.pop_front();
    return bot::http::error_response(status, code, "as told");
  }
  bot::http::Response response;
  response.status = request.method == "PUT" ? 200 : 201;
  response.content_type = "application/json";
  if (line == "POST /v3/conversations") {
    response.body = R"({"id":")" + made + "\"}";
  } else if (request.method == "POST") {
    response.body = R"({"id":"m)" + std::to_string(++messages_) + "\"}";
  } else {
    response.body = "{}";
  }
  return response;
}

Exit::Exit() = default;

Exit::~Exit() {
  loop.run(sender.stop(std::chrono::seconds(5)));
  client.close();
  writer.stop();
}

store::OutboxMessage Exit::enqueue(store::OutboxMessage message, bool deliver) {
  const auto now = clock.time;
  message.created = now;
  message.id = write([message, now](bot::WriterContext& context) {
    const auto id = store::enqueue(context.transaction, message, now);
    if (message.copy) store::add_copy(context.transaction, *message.copy, id, "", now);
    return id;
  });
  if (deliver) sender.deliver(message);
  return message;
}

store::OutboxMessage Exit::to_person(const std::string& user, const std::string& text) {
  store::OutboxMessage message;
  message.kind = store::MessageKind::broadcast;
  message.tenant = "tenant";
  message.to_user = user;
  message.service_url = teams.service_url();
  message.payload = R"({"type":"message","from":{"id":"28:bot"},"text":")" + text + "\"}";
  return message;
}

store::OutboxMessage Exit::to_chat(const std::string& conversation, const std::string& update) {
  store::OutboxMessage message = to_person("");
  message.conversation = conversation;
  message.update_activity = update;
  return message;
}

void Exit::settle() {
  const auto nothing = [](bot::WriterContext&) { return true; };
  while (sender.counts().waiting > 0) write(nothing);
  write(nothing);  // the marks ride along before it
}

store::LedgerRow Exit::row(std::int64_t message) {
  const auto rows = write([](bot::WriterContext& context) {
    return store::ledger(context.transaction.database(), std::nullopt, 1000);
  });
  for (const auto& row : rows)
    if (row.id == message) return row;
  throw std::runtime_error("no such row");
}

std::optional<store::ConversationReference> Exit::chat_with(const std::string& user) {
  return write([user](bot::WriterContext& context) {
    return store::find_personal_conversation(context.transaction.database(), "tenant", user, "");
  });
}

}  // namespace support
