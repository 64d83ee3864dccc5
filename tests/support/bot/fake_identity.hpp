#pragma once
// A key server and identity server on loopback that answers as told and counts what it is asked.
#include "bot/http/client.hpp"
#include "bot/http/server.hpp"
#include "store/clock.hpp"
#include "tests/support/bot/run_coro.hpp"

#include <memory>
#include <string>
#include <vector>

namespace support {

class SetClock final : public store::Clock {
 public:
  store::Instant now() const override { return time; }
  store::Instant time{std::chrono::seconds(1'795'000'000)};
};

class FakeIdentity {
 public:
  explicit FakeIdentity(EventLoop&);

  std::string metadata_url() const { return base() + "/metadata"; }
  std::string keys_url() const { return base() + "/keys"; }
  std::string token_url() const { return base() + "/token"; }

  int status = 200;           ///< of every answer
  std::string metadata_body;  ///< empty: names keys_url()
  std::string keys_body = R"({"keys":[]})";
  std::string token_body;
  int metadata_asked = 0;
  int keys_asked = 0;
  std::vector<bot::http::Request> token_requests;

  bot::http::Client& client() { return client_; }

 private:
  std::string base() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }
  bot::http::Response answer(const bot::http::Request&);

  std::unique_ptr<bot::http::Server> server_;
  bot::http::Client client_;
};

}  // namespace support
