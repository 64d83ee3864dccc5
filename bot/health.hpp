#pragma once
// GET /health/live, /health/ready and /metrics: for the one who watches. They tell counts and ages, never
// content.
#include "bot/auth/token_verifier.hpp"
#include "bot/connector/outbox_sender.hpp"
#include "bot/http/message.hpp"
#include "bot/http/server.hpp"
#include "bot/messages_endpoint.hpp"
#include "bot/scheduler.hpp"
#include "bot/writer.hpp"

namespace bot {

/// What is looked at. Everything belongs to the caller.
struct Watched {
  const MessagesEndpoint& endpoint;
  const connector::OutboxSender& sender;
  const auth::TokenVerifier& verifier;
  const Writer& writer;
  const Scheduler& scheduler;
  const http::ServerCounts& server;
  bool anonymous = false;  ///< no keys are needed
};

/// 200 as long as the process answers.
http::Response live();
/// 200 when activities can be taken; 503 with a list of reasons, each a machine word, when not. Also how late
/// the earliest reminder is: more than five minutes deserve an alarm.
http::Response ready(const Watched&);
/// Prometheus text format 0.0.4.
http::Response metrics(const Watched&);

}  // namespace bot
