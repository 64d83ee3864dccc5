#include "handlers/due_work.hpp"

#include "handlers/access.hpp"
#include "handlers/due/due_run.hpp"
#include "handlers/duties.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/reminder_plan.hpp"
#include "handlers/gatherings/status.hpp"
#include "handlers/gatherings/which_gathering.hpp"

#include <algorithm>
#include <set>

namespace handlers {
namespace {

using store::GatheringState;
using store::Reminder;
using store::ReminderKind;

/// Nobody counts so many: what is too old is told of in one message, however much it is.
constexpr int skipped_at_once = 100'000;

bool is_about_gathering(ReminderKind kind) {
  return kind != ReminderKind::personal && kind != ReminderKind::network && kind != ReminderKind::duty;
}

/// A series' instance and the leaders' deadline are late rather than never, as long as it has not begun.
bool is_too_late(const Reminder& reminder, const store::Gathering& gathering, store::Instant now) {
  const bool must_happen = reminder.kind == ReminderKind::invite || reminder.kind == ReminderKind::approval;
  return gathering.starts <= now || (!must_happen && reminder.useful_until < now);
}

bool still_holds(const Reminder& reminder, const store::Gathering& gathering) {
  switch (reminder.kind) {
    case ReminderKind::invite:
      return gathering.state == GatheringState::planned;
    case ReminderKind::approval:
      return gathering.state == GatheringState::draft;
    case ReminderKind::gathering:
    case ReminderKind::channel:
    case ReminderKind::answers:
    case ReminderKind::personal:
    case ReminderKind::network:
    case ReminderKind::duty:
      break;
  }
  return gathering.state == GatheringState::invited;
}

void skip(const Reminder& reminder, DueRun& run) {
  store::finish_reminder(run.transaction(), reminder.id, true, run.now);
  run.skipped[reminder.gathering].push_back(reminder);
  run.outcome.changed_data = true;
}

/// All that is too late, however much it is, so that each coordinator hears of it once.
void skip_what_is_too_late(DueRun& run) {
  for (const auto& reminder : store::due_reminders(run.database(), run.now, skipped_at_once)) {
    if (!is_about_gathering(reminder.kind) || reminder.useful_until >= run.now) {
      continue;
    }
    const auto gathering = store::find_gathering(run.database(), reminder.gathering);
    if (gathering && still_holds(reminder, *gathering) && is_too_late(reminder, *gathering, run.now)) {
      skip(reminder, run);
    }
  }
}

/// Nobody is written to at night, unless it would be too late in the morning.
bool waits_for_morning(const Reminder& reminder, const store::Gathering& gathering, DueRun& run) {
  const auto morning = end_of_quiet(run.now, run.services.policy);
  const auto latest = reminder.kind == ReminderKind::invite || reminder.kind == ReminderKind::approval
                          ? gathering.starts - std::chrono::seconds{1}
                          : reminder.useful_until;
  if (!morning || *morning > latest || *morning >= gathering.starts) {
    return false;
  }
  store::postpone_reminder(run.transaction(), reminder.id, *morning);
  return true;
}

void do_about_gathering(const Reminder& reminder, std::set<std::int64_t>& done, DueRun& run) {
  const auto at_hand = load_at_hand(reminder.gathering, run.database());
  if (!at_hand || !still_holds(reminder, at_hand->gathering)) {
    store::finish_reminder(run.transaction(), reminder.id, true, run.now);
    return;
  }
  const auto& gathering = at_hand->gathering;
  const auto& network = at_hand->network;
  if (is_too_late(reminder, gathering, run.now)) {
    skip(reminder, run);
    return;
  }
  if (waits_for_morning(reminder, gathering, run)) {
    return;
  }
  switch (reminder.kind) {
    case ReminderKind::gathering: {
      std::vector<Reminder> together;
      for (auto& other : store::reminders_of_gathering(run.database(), gathering.id)) {
        if (other.kind == ReminderKind::gathering && other.due <= run.now && other.useful_until >= run.now) {
          done.insert(other.id);
          together.push_back(std::move(other));
        }
      }
      remind_people(together, gathering, network, run);
      break;
    }
    case ReminderKind::channel:
      remind_channel(reminder, gathering, network, run);
      break;
    case ReminderKind::answers:
      remind_of_answers(reminder, gathering, network, run);
      break;
    case ReminderKind::invite:
      invite_instance(reminder, gathering, network, run);
      break;
    case ReminderKind::approval:
      end_leaders_time(reminder, gathering, network, run);
      break;
    case ReminderKind::personal:
    case ReminderKind::network:
    case ReminderKind::duty:
      break;
  }
}

/// Who had a place may be gone from the catalogue: the next one gets it.
void fill_places(DueRun& run) {
  for (const auto id : store::gatherings_with_room(run.database(), run.now)) {
    const auto at_hand = load_at_hand(id, run.database());
    const auto promoted = store::promote_waiting(run.transaction(), id, run.now);
    if (at_hand && !promoted.empty()) {
      tell_promoted(at_hand->gathering, at_hand->network, promoted, run.outcome, run.services, run.context,
                    run.now);
    }
  }
}

}  // namespace

Outcome run_due(store::Instant now, const Services& given, int limit) {
  Outcome outcome;
  const auto due = store::due_reminders(given.transaction.database(), now, limit);
  if (due.empty()) {
    return outcome;
  }
  const auto policy = with_given_roles(given.policy, given.transaction.database());
  const Services services{given.finder, given.transaction, policy ? *policy : given.policy};
  const auto context = context_at(now, services, "d" + std::to_string(due.front().id) + ".");
  DueRun run{now, services, context, outcome};
  if (std::any_of(due.begin(), due.end(), [&](const Reminder& one) { return one.useful_until < now; })) {
    skip_what_is_too_late(run);
  }
  std::set<std::int64_t> done;
  for (const auto& [gathering, reminders] : run.skipped) {
    for (const auto& reminder : reminders) {
      done.insert(reminder.id);
    }
  }
  for (const auto& reminder : due) {
    if (done.contains(reminder.id)) {
      continue;
    }
    if (reminder.kind == ReminderKind::personal) {
      remind_in_person(reminder, run);
    } else if (reminder.kind == ReminderKind::duty) {
      do_duty(reminder, run);
    } else if (reminder.kind == ReminderKind::network) {
      if (const auto morning = end_of_quiet(now, services.policy)) {
        store::postpone_reminder(services.transaction, reminder.id, *morning);
      } else {
        ask_about_network(reminder, run);
      }
    } else {
      do_about_gathering(reminder, done, run);
    }
  }
  fill_places(run);
  tell_of_skipped(run);
  outcome.changed_data = true;
  return outcome;
}

Outcome refresh_status(std::int64_t gathering, store::Instant now, const Services& services) {
  Outcome outcome;
  const auto at_hand = load_at_hand(gathering, services.transaction.database());
  // What reaches the leaders is about a draft: its card still has to send it.
  if (at_hand && at_hand->gathering.state != GatheringState::draft) {
    const auto context = context_at(now, services, "s" + std::to_string(gathering) + ".");
    refresh_card({at_hand->gathering, at_hand->network, outcome, services, context, now});
  }
  return outcome;
}

}  // namespace handlers
