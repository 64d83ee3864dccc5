#pragma once
// One turn in one transaction: was it handled before, what does it mean, what leaves, remember it.
#include "bot/connector/outbox_sender.hpp"
#include "bot/writer.hpp"
#include "handlers/dispatch.hpp"
#include "store/seen_activities.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bot {

/// What the caller of the HTTP door gets.
struct TurnResult {
  bool duplicate = false;     ///< an earlier delivery of the same: nothing was done again
  bool failed = false;        ///< the handler threw: the person got an apology, the log says more
  std::string invoke_answer;  ///< JSON body for an invoke; empty if none is needed
  int replies = 0;
};

/// Lives on the event loop.
class TurnRunner {
 public:
  /// The policy belongs to the caller. `changed` is called after a turn that changed somebody's data.
  TurnRunner(Writer&, connector::OutboxSender&, const handlers::Policy&, std::function<void()> changed);

  /// Runs the turn and hands its replies to the sender. `keys` identify the delivery; with one of them seen
  /// before, the earlier answer is given again. Returns when everything is durable. Throws store::StoreError
  /// when it cannot be made durable (disk full): then nothing may be acknowledged. Turn and keys stay with
  /// the caller, who waits.
  boost::asio::awaitable<TurnResult> run(const handlers::Turn& turn,
                                         const std::vector<store::DeliveryKey>& keys);

 private:
  Writer& writer_;
  connector::OutboxSender& sender_;
  const handlers::Policy& policy_;
  std::function<void()> changed_;
};

/// The HTTP body that answers an Action.Execute ("Universal Actions for Adaptive Cards": response format).
std::string invoke_answer_body(const handlers::InvokeAnswer&);

/// The HTTP body that answers task/fetch and task/submit ("Dialogs in bots": response format); empty closes
/// the dialog.
std::string dialog_answer_body(const handlers::DialogAnswer&);

}  // namespace bot
