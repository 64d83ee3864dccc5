#pragma once
// What is to happen at a time. Truth is looked up when it is due: a row holds no text about a gathering.
#include "store/clock.hpp"
#include "store/database.hpp"
#include "store/mutes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// gathering: to those who come. channel: into the network's channel. invite: a series' instance sends its
/// invitations. answers: the answer deadline nears. approval: leaders were to look until now. personal:
/// 'remind me'. network: is it still alive? duty: the service's own work, see plan_duty().
enum class ReminderKind { gathering, channel, invite, answers, approval, personal, network, duty };

struct Reminder {
  std::int64_t id = 0;
  ReminderKind kind = ReminderKind::gathering;
  Instant due{};
  Instant useful_until{};  ///< later it is skipped and the coordinator told
  std::int64_t gathering = 0;
  std::int64_t network = 0;
  std::string rule;  ///< of Gathering::reminders; personal: when it comes again, empty: never; duty: what
  std::string tenant;
  std::string conversation;  ///< personal: where it was asked for
  std::string subject;       ///< personal: who asked, as in `mutes`; duty: about whom or what
  std::string language;
  std::string text;  ///< personal: what of
};

/// The service's own work: `what` names it ("digest"), `about` says of whom or what, mostly a database id.
/// One of each is planned: a second one takes its place. Whoever carries it out finishes it and plans the
/// next in the same transaction, so that each happens once. It is useful until it is done.
void plan_duty(Transaction&, std::string_view what, std::int64_t about, Instant due, Instant now);
/// False if none is planned.
bool withdraw_duty(Transaction&, std::string_view what, std::int64_t about, Instant now);
/// When it is due; nothing if none is planned.
std::optional<Instant> duty_due(Database&, std::string_view what, std::int64_t about);

/// Returns its id. One that is useful for a shorter time than until it is due is useful until then.
std::int64_t plan_reminder(Transaction&, const Reminder&);
/// The earliest planned instant; an index look-up, whatever the number of rows.
std::optional<Instant> next_due(Database&);
/// How many are planned; reads the index of the planned ones.
std::int64_t count_planned(Database&);
/// Planned rows that are due, the earliest first.
std::vector<Reminder> due_reminders(Database&, Instant now, int limit);
/// planned -> done or skipped; the text of a personal one is forgotten, as when it is withdrawn. False if it
/// is not planned any more.
bool finish_reminder(Transaction&, std::int64_t id, bool skipped, Instant now);
/// A planned one is put off (quiet hours), and useful until then at least.
void postpone_reminder(Transaction&, std::int64_t id, Instant due);
/// Planned ones of a gathering (all kinds), or of a network and all its gatherings; returns how many.
int withdraw_reminders_of_gathering(Transaction&, std::int64_t gathering, Instant now);
int withdraw_reminders_of_network(Transaction&, std::int64_t network, Instant now);
/// Planned ones, the earliest first.
std::vector<Reminder> reminders_of_gathering(Database&, std::int64_t gathering);
/// Personal ones that are planned, the earliest first.
std::vector<Reminder> reminders_of(Database&, const std::string& subject);
/// False if it is not this subject's, or not planned.
bool withdraw_reminder(Transaction&, std::int64_t id, const std::string& subject, Instant now);
/// Deletes up to `prune_step` that were done, skipped or withdrawn before `before`; returns how many.
int forget_reminders(Transaction&, Instant before);

}  // namespace store
