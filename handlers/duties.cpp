#include "handlers/duties.hpp"

#include "handlers/confirming/rounds.hpp"
#include "handlers/leaving/watch.hpp"
#include "handlers/overviews/sending.hpp"
#include "handlers/overviews/subscribing.hpp"
#include "handlers/upkeep/upkeep_duties.hpp"
#include "store/restored_copy.hpp"

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
};

const std::vector<Duty>& duties() {
  static const std::vector<Duty> all{{watch_leavers_duty, watch_leavers}, {confirm_people_duty, plan_rounds},
                                     {confirm_duty, carry_on_round},      {"proposal", remind_of_proposal},
                                     {"assignment", watch_assignment},    {overview_duty, send_overview},
                                     {overviews_duty, keep_overviews}};
  return all;
}

}  // namespace

void begin_duties(store::Transaction& transaction, const Policy& policy, store::Instant now) {
  store::start_on_copy(transaction, now);
  begin_rounds(transaction, policy, now);
  plan_watch(transaction, policy, now);
  if (!store::duty_due(transaction.database(), overviews_duty, 0)) {
    store::plan_duty(transaction, overviews_duty, 0, now, now);
  }
}

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

}  // namespace handlers
