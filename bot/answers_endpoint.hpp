#pragma once
// GET /answers/<token>.csv: the answers of a gathering, for some minutes. The token is the permission, so it
// is never written to a log.
#include "bot/http/message.hpp"
#include "bot/writer.hpp"
#include "handlers/policy.hpp"
#include "store/clock.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace bot {

class AnswersEndpoint {
 public:
  /// Everything belongs to the caller.
  AnswersEndpoint(Writer& writer, const handlers::Policy& policy, const store::Clock& clock)
      : writer_(writer), policy_(policy), clock_(clock) {}

  /// 200 with the file; 404, always the same, for whatever leads to none.
  boost::asio::awaitable<http::Response> get(std::string path);

 private:
  Writer& writer_;
  const handlers::Policy& policy_;
  const store::Clock& clock_;
};

}  // namespace bot
