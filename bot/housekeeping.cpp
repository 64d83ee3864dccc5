#include "bot/housekeeping.hpp"

#include "store/conversation_focus.hpp"
#include "store/conversation_memory.hpp"
#include "store/gatherings.hpp"
#include "store/learned_words.hpp"
#include "store/message_copies.hpp"
#include "store/mutes.hpp"
#include "store/outbox.hpp"
#include "store/person_data.hpp"
#include "store/pruning.hpp"
#include "store/question_log.hpp"
#include "store/reminders.hpp"
#include "store/seen_activities.hpp"

#include <chrono>
#include <functional>

namespace bot {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::hours outbox_retention = 24h * 30;
constexpr std::chrono::hours draft_retention = 24h * 30;
constexpr std::chrono::hours copy_retention = 24h * 365;  // the delivery list of a gathering that is over
constexpr std::chrono::hours picks_retention = 24h * 90;

/// What may have grown by any number of rows since the last time.
boost::asio::awaitable<void> in_steps(Writer& writer, std::function<int(store::Transaction&)> step) {
  for (int gone = store::prune_step; gone == store::prune_step;)
    gone = co_await writer.run([&step](WriterContext& context) { return step(context.transaction); });
}

}  // namespace

boost::asio::awaitable<void> forget_what_is_old(Writer& writer, Retention retention, store::Day today,
                                                store::Instant now) {
  co_await writer.run([retention, today, now](WriterContext& context) {
    const store::Erasure leavers{today - std::chrono::days(retention.leaver_days), now};
    return store::forget_seen(context.transaction, now) + store::forget_memories(context.transaction, now) +
           store::forget_questions(context.transaction, today, retention.question_log_days) +
           store::forget_leavers(context.transaction, leavers) +
           store::forget_picks(context.transaction, now - picks_retention) +
           store::forget_focus(context.transaction, now) + store::forget_mutes(context.transaction, now);
  });
  co_await in_steps(writer, [now](store::Transaction& transaction) {
    return store::forget_drafts(transaction, now - draft_retention);
  });
  co_await in_steps(writer, [now](store::Transaction& transaction) {
    return store::forget_copies(transaction, now - copy_retention);
  });
  co_await in_steps(writer, [now](store::Transaction& transaction) {
    return store::forget_reminders(transaction, now - outbox_retention);
  });
  co_await in_steps(writer, [now](store::Transaction& transaction) {
    return store::prune_outbox(transaction, now - outbox_retention, now);
  });
}

}  // namespace bot
