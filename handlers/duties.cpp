#include "handlers/duties.hpp"

#include "handlers/leaving/watch.hpp"
#include "handlers/overviews/sending.hpp"
#include "handlers/overviews/subscribing.hpp"

#include <charconv>
#include <string_view>
#include <vector>

namespace handlers {
namespace {

/// What a duty is called in the data file, and who carries it out. `about` is the id that it was planned
/// with.
struct Duty {
  std::string_view what;
  void (*carry_out)(std::int64_t about, DueRun&);
  bool standing = false;  ///< there is always one, about nobody (0)
};

const std::vector<Duty>& duties() {
  static const std::vector<Duty> all{{overview_duty, send_overview},
                                     {overviews_duty, keep_overviews, true},
                                     {watch_leavers_duty, watch_leavers}};
  return all;
}

}  // namespace

void do_duty(const store::Reminder& reminder, DueRun& run) {
  store::finish_reminder(run.transaction(), reminder.id, false, run.now);
  std::int64_t about = 0;
  std::from_chars(reminder.subject.data(), reminder.subject.data() + reminder.subject.size(), about);
  for (const auto& duty : duties()) {
    if (duty.what == reminder.rule) {
      duty.carry_out(about, run);
    }
  }
}

void plan_standing_duties(const Policy& policy, store::Transaction& transaction, store::Instant now) {
  for (const auto& duty : duties()) {
    if (duty.standing && !store::duty_due(transaction.database(), duty.what, 0)) {
      store::plan_duty(transaction, duty.what, 0, now, now);
    }
  }
  plan_watch(transaction, policy, now);
}

}  // namespace handlers
