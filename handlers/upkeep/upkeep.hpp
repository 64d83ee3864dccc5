#pragma once
// What the parts of this folder share: proposals in words, and messages about them.
#include "handlers/acting.hpp"
#include "handlers/telling.hpp"
#include "store/proposals.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// What messages are sent with: of a turn or of a run of what is due.
struct Desk {
  Outcome& outcome;
  const Services& services;
  const Context& context;
  store::Instant now;

  store::Transaction& transaction() const { return services.transaction; }
  store::Database& database() const { return services.transaction.database(); }
};
Desk desk_of(const Acting&);

/// The person has the task no longer, and nobody is named who has it instead.
bool is_given_up(const store::Proposal&);

/// By database id; no_index for 0 and for whoever is gone.
store::PersonIndex person_at(std::int64_t id, const Context&);
store::TaskIndex task_at(std::int64_t id, const Context&);

// proposal_words.cpp
/// "Ole Bach overtager Rottebekæmpelse efter Lone Dahl fra 1. maj.": what is changed by it.
std::string change_in_words(const store::Proposal&, const Context&);
/// " fra 1. maj til 31. august"; empty if it is for good and from now on.
std::string days_in_words(const store::Proposal&, const Context&);
/// The card for `approver`: what is said by whom, [Ja] [Nej]. `rivals`: the other claims, if the approver is
/// to choose. A task that is given up can go to somebody who has the neighbouring ones.
OfferSection question(const store::Proposal&, const std::vector<store::Proposal>& rivals,
                      store::PersonIndex approver, Language, const Desk&);
/// What is right, then? With the forms behind buttons.
Sections ask_for_value(const store::Proposal&, const Context&);
/// "A, B og C" of those it waits for; empty if nobody is known.
std::string approvers_in_words(const store::Proposal&, const Context&);
std::string names_of(const std::vector<store::PersonIndex>&, const Context&);

/// A proposal as it fits into a button of a pick list, and back; the author is whoever taps.
cards::Button propose_button(const store::Proposal&);
std::optional<store::Proposal> proposal_in(const cards::Button&);

// asking.cpp
/// A message to a colleague who works here; false if there is no address.
bool tell(store::PersonIndex, const Desk&, const Make&);
/// Wants no reminder now: is asked when that is over.
bool wants_peace(store::PersonIndex, const Desk&);
/// Whoever open proposals wait for gets one message about all of theirs. If it is one, a 'ja' in their chat
/// does it, unless something else waits for one there. False if nobody could be reached.
bool ask_approvers(const std::vector<store::Proposal>&, const Desk&);
/// An assignment that begins later is looked after daily: who moves or leaves before is shown to the manager.
void plan_watch(std::int64_t proposal, const Desk&);
/// Reminders: after five working days, then the leader.
void plan_reminder_of(std::int64_t proposal, const Desk&);

// submitting.cpp
/// What somebody wants changed: published at once if they may, else kept for whoever must approve. Ids are
/// those of the catalogue.
Sections submit(store::Proposal, const Acting&);
/// The same for several, as when a round is answered. What does not fit any more is in neither list.
struct Submitted {
  std::vector<store::Proposal> published;
  std::vector<store::Proposal> waiting;
};
Submitted submit_all(std::vector<store::Proposal>, const Acting&);
/// What the sender has proposed and nobody has decided, with its way back.
OfferSection own_open(const store::Proposal&, const Acting&);

// deciding.cpp
/// `receiver`: whom the approver chose for a task that somebody gives up; 0: nobody yet.
Sections decide(std::int64_t proposal, bool yes, const Acting&, std::int64_t receiver = 0);
/// A no to this and to all other claims of its task.
Sections refuse_all(std::int64_t proposal, const Acting&);
Sections withdraw_proposal(std::int64_t proposal, const Acting&);
/// Writes it into the catalogue. False if it does not fit any more: nothing is written.
bool publish(const store::Proposal&, const std::string& approver, const Desk&);
/// Those whom a decision concerns get a line, but for who decided.
void tell_of_decision(const store::Proposal&, const std::vector<std::string>& said, bool published,
                      const Desk&);

// What people say: claims.cpp, adding.cpp, faults.cpp, history_words.cpp, giving_roles.cpp
Sections claim(const Intent&, const Acting&);
/// A claim whose task is known, as when it was picked: `person` may be missing, or wrong by now.
Sections complete_claim(store::Proposal, const Acting&);
/// With a capital letter, as titles are written.
std::string new_title(std::string_view words);
Sections assign_task(const Intent&, const Acting&);
Sections add_task(const Intent&, const Acting&);
Sections report_fault(const Intent&, const Acting&);
Sections show_history(const Intent&, const Acting&);
Sections change_roles(const Intent&, const Acting&);
/// What waits for the sender, and what of the sender waits for others, each with its buttons: asking.cpp.
Sections show_waiting(const Intent&, const Acting&);

// faults.cpp
/// What may be wrong about an entry, one button each.
OfferSection which_fault(store::TaskIndex, store::PersonIndex, const Context&);
/// The person says that the task is not theirs.
Sections not_mine(store::TaskIndex, const Acting&);

/// The forms behind 'wrong phone' and 'somebody else': fault_form.cpp.
std::optional<DialogAnswer> fault_form(const cards::Button&, const Acting&);

// upkeep_duties.cpp
/// A task that was given for later is taken back.
Sections take_back(std::int64_t proposal, const Acting&);

// naming.cpp
/// Whom a slot means: `me`, or a name. Those who have left count only with `leavers`.
struct Named {
  store::PersonIndex person = store::no_index;
  std::string unclear;  ///< the sentence that asks back; empty if somebody is meant, or the name is empty
};
Named named_in_slot(std::string_view name, bool leavers, const Acting&);
/// The same for whoever has a task: of several with that name the one who has what the words mean.
Named holder_in_slot(std::string_view name, std::string_view words, bool leavers, store::Spoken,
                     const Acting&);
/// The words without days and what joins them: "ladestandere" of "ladestandere fra 1/5".
std::string without_days(std::string_view words, const Acting&);
/// First day and last day of the intent.
void add_days(store::Proposal&, const Intent&);
/// Who is responsible for a task today, or coordinates it; leavers last.
struct Holders {
  std::vector<store::PersonIndex> here;
  std::vector<store::PersonIndex> left;
};
Holders holders_of(store::TaskIndex, const Context&);

}  // namespace handlers
