#pragma once
// From what somebody wrote to what they mean. A pure function: no clock, no database, no network.
#include "handlers/language.hpp"
#include "store/search/finder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// The intents of the command line contract; `to_string` gives their names ("find_person").
enum class IntentName {
  find_person,
  tasks_of_person,
  who_covers,
  availability,
  leader_of_unit,
  leader_of_person,
  people_of_leader,
  my_networks,
  network_members,
  network_join,
  network_leave,
  network_create,
  network_close,
  gathering_info,
  gathering_create,
  gathering_move,
  gathering_cancel,
  gathering_uninvite,
  rsvp,
  rsvp_status,
  rsvp_nudge,
  reminder_set,
  mute,
  pairing_plan,
  report_answers,
  task_transfer,
  task_assign,
  task_add,
  task_confirm,
  task_report_wrong,
  person_leaves,
  catalogue_history,
  catalogue_roles,
  proposals_show,
  gap_report,
  digest_subscribe,
  digest_show,
  privacy_export,
  privacy_delete,
  sensitive_refuse,
  help,
  thanks,
  out_of_domain
};
std::string_view to_string(IntentName);

struct Slot {
  std::string name;   ///< "task", "person", "kle", "want", ...
  std::string value;  ///< as written, trimmed
};

struct Intent {
  IntentName name = IntentName::out_of_domain;
  std::vector<Slot> slots;
  store::Spoken spoken = store::Spoken::undecided;  ///< the language that a topic was asked for in
  std::string text = {};       ///< of find_person and out_of_domain: all that was said to it
  std::size_t words_said = 0;  ///< of it, without those that only ask for somebody
  /// The first slot of that name; empty if there is none.
  std::string_view slot(std::string_view name) const;
};

struct Understanding {
  Language language = Language::danish;
  std::vector<Intent> intents;  ///< at least one; in the order of the message
};

/// `fallback` is the client's language, for texts that tell nothing ("BBR").
Understanding understand(std::string_view text, const store::Finder&, Language fallback);

/// Builds what the first message would have to wait for: patterns and word lists. Once in the life of the
/// program; thread-safe, beside anything.
void prepare_to_understand();

}  // namespace handlers
