#pragma once
// What our buttons send back: made and read here and nowhere else. A button carries ids, never authority, and
// everything in it may be forged: who taps is checked again, and ids are looked up again.
#include "handlers/json_writer.hpp"
#include "handlers/language.hpp"
#include "handlers/turn.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handlers::cards {

enum class Verb {
  pick,              ///< this task, of those on a pick list
  pick_person,       ///< this person, of several with the name
  wrong_person,      ///< the catalogue is wrong about this person and task
  ask_owner,         ///< nobody was found: ask an owner of the catalogue
  answer_question,   ///< an owner: this task or person (or both) answers the open question
  dismiss_question,  ///< an owner: nobody has it
  learn_word,        ///< an owner: the proposed word belongs to its task
  decline_word,      ///< an owner: it does not
  confirm_entry,     ///< the person: I still have this task
  deny_entry,        ///< the person: not me
  // About a gathering (`item`) or a network (`item`).
  gathering_send,      ///< the planner: let the invitations go out
  gathering_leaders,   ///< the planner: the leaders look first
  gathering_edit,      ///< the planner: opens the form
  gathering_save,      ///< the form's own button
  gathering_drop,      ///< the planner: forget the draft
  gathering_answers,   ///< the coordinator: who answered what, who was not reached
  gathering_nudge,     ///< the coordinator: remind those who have not answered
  gathering_announce,  ///< the coordinator: asked in a channel, the names go to the private chat
  gathering_file,      ///< the coordinator: the answers as a file
  rsvp,                ///< the invited: `about` is accepted, declined or tentative
  leader_approve,      ///< a leader: all of mine may come
  leader_leave_out,    ///< a leader: not `person`
  network_join,
  network_leave,
  network_open_again,
  reminder_withdraw,  ///< `item`: the personal reminder
  unmute,             ///< `about`: the topic
  overview_list,      ///< `about`: which list of an overview, of whom (overviews/lists.hpp)
  overview_setting,   ///< `about`: how the overview is to come, "pause"
  leaver_all,         ///< `item`, a departure: everything to whom it is suggested for
  leaver_each,        ///< one by one
  leaver_stays,       ///< the person does not leave
  leaver_give,        ///< `item`, one of them, to `person`
  leaver_vacant,      ///< to nobody yet
  ending_on,          ///< `person` goes on with `task` after its last day
  ending_off,         ///< the entry ends as it says
  // About a round of confirmation (`item`); `about` is the list that the card showed.
  round_confirm,    ///< the person, or the leader for them: all of it is right
  round_edit,       ///< opens the form
  round_save,       ///< the form's own button
  round_not_me,     ///< the person: some or none of it?
  round_none_mine,  ///< the person: none
  round_show,       ///< everything on the list
  round_have_none,  ///< the person, who has nothing: and that is right
  round_missing,    ///< the same: and that is wrong
  // Keeping the catalogue (handlers/upkeep/).
  correct,            ///< `about` ("task", "left", "details") is wrong about the person
  correct_form,       ///< opens the form: `about` is "better" or a fact (upkeep/facts.hpp)
  correct_send,       ///< the form's own button
  propose,            ///< a choice of what is wanted: `about` is made by propose_button()
  proposal_yes,       ///< an approver; of several claims: this one
  proposal_no,        ///< an approver; `about` "all": none of the claims of that task
  proposal_withdraw,  ///< the author
  task_take_back,     ///< the manager: a task that was given for later (`item`: the proposal)
  yes,                ///< does what waits for a yes, if it still is `about`
  no
};

/// True if the button opens a form (task/fetch) instead of acting.
bool opens_dialog(Verb);

struct Button {
  Verb verb = Verb::pick;
  Language language = Language::danish;  ///< of the card: the answer keeps to it
  std::int64_t task = 0;                 ///< database ids; 0 if the verb has no use for it
  std::int64_t person = 0;
  std::string about;  ///< pick_person: the intent that waits for the person; wrong_person: what the card
                      ///< shows; pick and ask_owner: the topic; answer_question: "person" if no task is meant
  std::string nonce;
  std::int64_t item = 0;  ///< database id of the open question or the proposed word
};

/// The topic as it fits into a button: at most 100 characters, cut between words where it can be.
std::string topic_in_button(std::string_view topic);

/// Where the members of "data" were written that the buttons of one row have in common: all but the ids.
struct SharedMembers {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// An Action.Execute with an Action.Submit for clients that cannot. Without a title or with one too long it
/// is capped. `shared`: of buttons that differ only in their title and their ids.
void button(JsonWriter&, std::string_view title, const Button&, SharedMembers* shared = nullptr);

/// An Action.Submit that opens a dialog ("Dialogs", Microsoft Teams: msteams.type task/fetch).
void dialog_button(JsonWriter&, std::string_view title, const Button&);

/// The members of "data" alone, for a form's own button.
void button_data(JsonWriter&, const Button&);

/// Nothing if the verb is unknown or the ids are no ids: a card from another time, or forged.
std::optional<Button> parse_button(const CardAction&);

/// The language in the button's data, also of a card that cannot be read otherwise.
std::optional<Language> button_language(const CardAction&);

}  // namespace handlers::cards
