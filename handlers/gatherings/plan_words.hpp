#pragma once
// The words by which plan_phrase reads: labels, places, kinds of gatherings. Folded (store/text/fold.hpp).
#include <string>
#include <string_view>
#include <vector>

namespace handlers::plan_words {

/// True if the list (words between blanks) has the word.
bool listed(std::string_view list, std::string_view word);

/// The kind of gathering that a word names, without its article: "mødet" is "møde"; empty if it names none.
std::string kind_of(std::string_view folded);

/// What stands before "-møde" if that is no kind of meeting but somebody's: "projektleder" of
/// "projektledermøde".
std::string owner_in(std::string_view folded_kind);

/// True for words that begin the name of a room or another place: "mødelokale", "rådhuset", "teams".
bool begins_place(std::string_view folded);

/// True for words that say that something is a network or a group.
bool says_network(std::string_view folded);

/// What a preview's buttons say, in words: nothing but "send" and what goes with it, "send invitationerne
/// ud", "ja, send til lederne først". Neither if anything else is said.
struct SendWords {
  bool send = false;
  bool leaders = false;
};
SendWords send_words_in(std::string_view folded);

extern const std::string_view capacity_labels;  ///< "max", "højst": a number follows
extern const std::string_view people_words;     ///< "deltagere", after the number
extern const std::string_view chair_labels;
extern const std::string_view minutes_labels;
extern const std::string_view case_labels;
extern const std::string_view agenda_labels;
extern const std::string_view reason_labels;
extern const std::string_view place_prepositions;
extern const std::string_view place_ends;    ///< words at which the name of a place is over
extern const std::string_view no_places;     ///< what follows "i" and is no place: "i stedet"
extern const std::string_view name_ends;     ///< words at which a person's name is over
extern const std::string_view invite_words;  ///< "inviter": names follow
extern const std::string_view invitee_ends;  ///< words at which the names are over
extern const std::string_view no_invitees;   ///< what follows "inviter" and is nobody's name
extern const std::string_view topic_ends;    ///< words at which what a gathering is about is over
extern const std::string_view filling;       ///< words that say nothing by themselves

}  // namespace handlers::plan_words
