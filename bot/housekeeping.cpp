#include "bot/housekeeping.hpp"

#include "store/conversation_focus.hpp"
#include "store/conversation_memory.hpp"
#include "store/gatherings.hpp"
#include "store/learned_words.hpp"
#include "store/message_copies.hpp"
#include "store/mutes.hpp"
#include "store/outbox.hpp"
#include "store/person_data.hpp"
#include "store/question_log.hpp"
#include "store/reminders.hpp"
#include "store/seen_activities.hpp"

#include <chrono>

namespace bot {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::hours outbox_retention = 24h * 30;
constexpr std::chrono::hours draft_retention = 24h * 30;
constexpr std::chrono::hours copy_retention = 24h * 365;  // the delivery list of a gathering that is over
constexpr std::chrono::hours picks_retention = 24h * 90;

}  // namespace

boost::asio::awaitable<void> forget_what_is_old(Writer& writer, Retention retention, store::Day today,
                                                store::Instant now) {
  co_await writer.run([retention, today, now](WriterContext& context) {
    const store::Erasure leavers{today - std::chrono::days(retention.leaver_days), now};
    return store::forget_seen(context.transaction, now) + store::forget_memories(context.transaction, now) +
           store::forget_questions(context.transaction, today, retention.question_log_days) +
           store::forget_leavers(context.transaction, leavers) +
           store::forget_picks(context.transaction, now - picks_retention) +
           store::forget_focus(context.transaction, now) + store::forget_mutes(context.transaction, now) +
           store::forget_drafts(context.transaction, now - draft_retention) +
           store::forget_copies(context.transaction, now - copy_retention) +
           store::forget_reminders(context.transaction, now - outbox_retention);
  });
  int pruned = store::prune_step;
  while (pruned == store::prune_step) {
    pruned = co_await writer.run([now](WriterContext& context) {
      return store::prune_outbox(context.transaction, now - outbox_retention);
    });
  }
}

}  // namespace bot
