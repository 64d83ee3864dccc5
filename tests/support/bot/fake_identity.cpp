#include "tests/support/bot/fake_identity.hpp"

#include <utility>

namespace support {

FakeIdentity::FakeIdentity(EventLoop& loop) : client_(loop.io(), bot::http::ClientOptions()) {
  bot::http::ServerOptions options;
  options.port = 0;
  auto handler = [this](bot::http::Request request) -> boost::asio::awaitable<bot::http::Response> {
    co_return answer(request);
  };
  server_ = std::make_unique<bot::http::Server>(loop.io(), options, handler);
  server_->start();
}

bot::http::Response FakeIdentity::answer(const bot::http::Request& request) {
  bot::http::Response response;
  response.status = status;
  response.content_type = "application/json";
  if (request.path() == "/metadata") {
    ++metadata_asked;
    response.body = metadata_body.empty() ? R"({"jwks_uri":")" + keys_url() + "\"}" : metadata_body;
  } else if (request.path() == "/keys") {
    ++keys_asked;
    response.body = keys_body;
  } else if (request.path() == "/token") {
    token_requests.push_back(request);
    response.body = token_body;
  } else {
    response.status = 404;
  }
  return response;
}

}  // namespace support
