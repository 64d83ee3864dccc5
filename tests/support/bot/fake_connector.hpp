#pragma once
// Teams' connector on loopback, with the real sender in front of it: what the sender posts, and what it
// writes down.
#include "bot/connector/outbox_sender.hpp"
#include "bot/http/server.hpp"
#include "store/conversations.hpp"
#include "store/message_copies.hpp"
#include "tests/store/temporary_folder.hpp"
#include "tests/support/bot/fake_identity.hpp"

#include <nlohmann/json.hpp>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace support {

class FakeConnector {
 public:
  struct Request {
    std::string line;  ///< "POST /v3/conversations/a%3A1/activities"
    nlohmann::json body;
  };

  explicit FakeConnector(EventLoop&);

  std::string service_url() const { return "http://127.0.0.1:" + std::to_string(server_->port()) + "/"; }
  /// The next request whose line is this one is refused so; later ones go well.
  void refuse(const std::string& line, int status, const std::string& code);
  std::vector<std::string> lines() const;

  std::vector<Request> requests;
  std::string made = "a:made";  ///< the chat that is made for whoever

 private:
  bot::http::Response answer(const bot::http::Request&);

  std::map<std::string, std::deque<std::pair<int, std::string>>> refusals_;
  std::unique_ptr<bot::http::Server> server_;
  int messages_ = 0;
};

/// A database, its writer, and a sender to a fake connector.
class Exit {
 public:
  Exit();
  ~Exit();

  /// Commits the message to the outbox (with what it is a copy of) and gives it to the sender, unless told
  /// not to.
  store::OutboxMessage enqueue(store::OutboxMessage, bool deliver = true);
  store::OutboxMessage to_person(const std::string& user, const std::string& text = "Hej");
  store::OutboxMessage to_chat(const std::string& conversation, const std::string& update = "");

  /// Runs until nothing waits any more, and all of it is written down.
  void settle();
  /// Runs a job on the writer.
  template <class Job>
  auto write(Job job) {
    return loop.run(writer.run(std::move(job)));
  }
  store::LedgerRow row(std::int64_t message);
  std::optional<store::ConversationReference> chat_with(const std::string& user);

  EventLoop loop;
  FakeConnector teams{loop};
  tests::TemporaryFolder folder;
  SetClock clock;
  bot::http::Client client{loop.io(), bot::http::ClientOptions()};
  bot::auth::AccessToken token{client, clock, bot::auth::AccessTokenOptions()};
  bot::Writer writer{loop.io(), folder / "indgang.db"};
  bot::connector::OutboxSender sender{
      loop.io(), client, token, writer, clock, bot::connector::ServiceUrlPolicy({}, true), 0};
};

}  // namespace support
