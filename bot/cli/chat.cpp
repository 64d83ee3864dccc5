#include "bot/cli/chat.hpp"

#include "bot/cli/card_text.hpp"
#include "bot/http/client.hpp"
#include "bot/http/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <nlohmann/json.hpp>

#include <deque>
#include <iostream>
#include <random>
#include <unistd.h>

namespace bot {
namespace {

namespace asio = boost::asio;
using nlohmann::json;
using namespace std::chrono_literals;

constexpr std::chrono::seconds answer_patience = 15s;

std::string random_id() {
  std::random_device device;
  constexpr char digits[] = "0123456789abcdef";
  std::string id;
  for (int i = 0; i < 16; ++i) id += digits[device() & 15];
  return id;
}

http::ServerOptions connector_options() {
  http::ServerOptions options;
  options.port = 0;
  return options;
}

class Chat {
 public:
  Chat(const config::Settings& settings, const ChatOptions& options)
      : options_(options),
        client_(io_, http::ClientOptions{}),
        connector_(io_, connector_options(),
                   [this](http::Request request) { return receive(std::move(request)); }),
        arrived_(io_),
        bold_(::isatty(STDOUT_FILENO) != 0) {
    const std::string address = settings.server_address == "0.0.0.0" ? "127.0.0.1" : settings.server_address;
    service_ =
        options.url.empty() ? "http://" + address + ":" + std::to_string(settings.server_port) : options.url;
    connector_.start();
  }

  void run() {
    std::exception_ptr failure;
    asio::co_spawn(io_, options_.say.empty() ? converse() : say_all(), [&](std::exception_ptr error) {
      failure = error;
      io_.stop();
    });
    io_.run();
    if (failure) std::rethrow_exception(failure);
  }

 private:
  /// What the service sends to its connector.
  asio::awaitable<http::Response> receive(http::Request request) {
    const json activity = json::parse(request.body, nullptr, false);
    http::Response response;
    response.status = 201;
    response.content_type = "application/json";
    response.body = R"({"id":")" + std::to_string(++message_count_) + R"("})";
    if (activity.is_object()) {
      messages_.push_back(activity);
      arrived_.cancel();
    }
    co_return response;
  }

  json activity(const char* type) {
    const std::string user = options_.as.empty() ? "29:terminal" : "29:" + options_.as;
    json body = {{"type", type},
                 {"id", "c" + std::to_string(++activity_count_) + "-" + session_},
                 {"channelId", "msteams"},
                 {"serviceUrl", "http://127.0.0.1:" + std::to_string(connector_.port()) + "/"},
                 {"from", {{"id", user}, {"name", options_.as}}},
                 {"recipient", {{"id", "28:indgang"}, {"name", "Indgang"}}},
                 {"conversation", {{"id", "a:chat-" + session_}, {"conversationType", "personal"}}}};
    if (!options_.as.empty()) body["from"]["userPrincipalName"] = options_.as;
    return body;
  }

  asio::awaitable<std::string> post(json body) {
    http::ClientRequest request;
    request.method = "POST";
    request.url = http::parse_url(service_ + "/api/messages").value_or(http::Url());
    request.content_type = "application/json";
    request.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    const http::ClientResponse response = co_await client_.request(std::move(request));
    if (response.outcome != http::Outcome::answered)
      throw std::runtime_error("No service answers at " + service_ + " (" + response.error +
                               "). Start it first: indgang serve, or ./dev demo.");
    if (response.status == 401)
      throw std::runtime_error("The service at " + service_ +
                               " takes activities with a token only. `indgang chat` needs one that runs with "
                               "development.allow_anonymous = true.");
    if (response.status >= 300)
      throw std::runtime_error("The service refused the message with status " +
                               std::to_string(response.status) + ": " + response.body);
    co_return response.body;
  }

  asio::awaitable<void> say_all() {
    for (const std::string& text : options_.say) {
      if (options_.say.size() > 1) std::cout << "> " << text << "\n";
      co_await say(text);
      co_await show_next();
    }
  }

  asio::awaitable<void> say(std::string text) {
    json body = activity("message");
    body["text"] = std::move(text);
    body["textFormat"] = "plain";
    co_await post(std::move(body));
  }

  /// Waits for a message and prints it.
  asio::awaitable<void> show_next() {
    if (messages_.empty()) {
      arrived_.expires_after(answer_patience);
      boost::system::error_code ignored;
      co_await arrived_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
    if (messages_.empty())
      throw std::runtime_error("The service took the message and sent no answer within 15 seconds.");
    show(activity_text(messages_.front(), bold_));
    messages_.pop_front();
  }

  void show(CardText message) {
    std::cout << message.text;
    buttons_ = std::move(message.buttons);
    for (std::size_t i = 0; i < buttons_.size(); ++i)
      std::cout << (i == 0 ? "" : "  ") << "[" << i + 1 << "] " << buttons_[i].title;
    std::cout << (buttons_.empty() ? "" : "\n") << std::flush;
  }

  asio::awaitable<void> tap(CardButton button) {
    if (!button.url.empty()) {
      std::cout << button.url << "\n";
      co_return;
    }
    json body = activity("invoke");
    body["name"] = "adaptiveCard/action";
    body["value"] = {{"action", json::parse(button.action)}, {"trigger", "manual"}};
    const std::string answer = co_await post(std::move(body));
    const json parsed = json::parse(answer, nullptr, false);
    const json value = parsed.is_object() ? parsed.value("value", json()) : json();
    if (value.is_string())
      std::cout << value.get<std::string>() << "\n";
    else if (value.is_object() && value.contains("body"))
      show(card_text(value, bold_));
  }

  asio::awaitable<void> converse() {
    json installed = activity("conversationUpdate");
    installed["membersAdded"] = json::array({{{"id", "28:indgang"}}});
    co_await post(std::move(installed));
    co_await show_next();
    asio::posix::stream_descriptor input(io_, ::dup(STDIN_FILENO));
    asio::streambuf buffer;
    for (;;) {
      std::cout << "\n> " << std::flush;
      boost::system::error_code error;
      co_await asio::async_read_until(input, buffer, '\n', asio::redirect_error(asio::use_awaitable, error));
      std::istream stream(&buffer);
      std::string line;
      if (!std::getline(stream, line)) break;
      if (line.empty()) continue;
      if (const int number = button_number(line); number > 0) {
        co_await tap(buttons_[static_cast<std::size_t>(number - 1)]);
        continue;
      }
      co_await say(line);
      co_await show_next();
    }
    std::cout << "\n";
  }

  /// The button that a typed number stands for; 0 if it is none.
  int button_number(const std::string& line) const {
    if (line.size() > 2 || line.find_first_not_of("0123456789") != std::string::npos) return 0;
    const int number = std::stoi(line);
    return number <= static_cast<int>(buttons_.size()) ? number : 0;
  }

  const ChatOptions& options_;
  asio::io_context io_{1};
  http::Client client_;
  http::Server connector_;
  asio::steady_timer arrived_;
  bool bold_;
  std::string service_;
  std::string session_ = random_id();
  int activity_count_ = 0;
  int message_count_ = 0;
  std::deque<json> messages_;
  std::vector<CardButton> buttons_;
};

}  // namespace

int chat(const config::Settings& settings, const ChatOptions& options) {
  Chat(settings, options).run();
  return 0;
}

}  // namespace bot
