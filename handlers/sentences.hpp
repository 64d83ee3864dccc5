#pragma once
// The small sentences that texts and cards share. All give plain text.
#include "handlers/contacts.hpp"
#include "handlers/sections.hpp"

#include <string>
#include <vector>

namespace handlers {

/// "A, B og C".
std::string joined(const std::vector<std::string>& words, const Texts&);

/// The sentence for one, or for many with {count}.
std::string counted(std::size_t count, const char* one, const char* many, const Texts&);

/// The first letter small, as inside a sentence; "BBR" and "MED-sekretariat" stay as they are.
std::string inside_sentence(std::string_view title);

std::string task_title(const Context&, store::TaskIndex);
std::string task_titles(const Context&, const std::vector<store::TaskIndex>&);

std::string person_name(const Context&, store::PersonIndex);
/// "Byggesagsbehandler, Byggesag", and what else somebody is employed as; empty if neither is known.
std::string title_and_unit(const Context&, store::PersonIndex);
/// "Karen Vestergaard (Byggesagsbehandler, Byggesag)".
std::string person_with_title(const Context&, store::PersonIndex);
/// "Telefon +45 99 00 01 00, mail karen@sundkoebing.example"; empty if neither is known.
std::string details(const Context&, store::PersonIndex);

/// "Bekræftet 3. marts", "Ikke bekræftet siden maj 2025", "Ikke bekræftet endnu".
std::string confirmation(const Context&, const Contact&);

/// "29. marts".
std::string day(const Context&, store::Day);

/// Why nobody covers for somebody who is away: no stand-in is entered, or that one (`Contact::stand_in_away`)
/// is away too.
std::string why_uncovered(const Context&, store::PersonIndex stand_in_away);

/// The one to ask about a task, in few words: "Karen Vestergaard (dækker for Søren Lykkegaard)", "mangler en
/// ansvarlig".
std::string who_has(const Context&, store::TaskIndex);

/// A topic as it is repeated: what is left out of a long one is left out between words.
std::string quoted_topic(std::string_view topic);

/// True for more words than a task's name has: what somebody told, and "who has ..." does not fit around it.
bool is_told(std::string_view topic);

/// That nobody was found: "... der har »drager«", or "... der passer til »...«" for what is told at length.
std::string nobody_fits(std::string_view topic, const Context&);

/// The question that goes before several tasks, one of which may be meant.
std::string which_is_meant(const ChoiceSection&, const Context&);

/// True if the task's people can be shown as the people of the other: the same in every respect.
bool same_people(const Context&, store::TaskIndex, store::TaskIndex);

TaskContacts contacts_of(const Context&, store::TaskIndex);
/// With leader and contact point when nobody can be reached.
TaskContacts contacts_or_others(const Context&, store::TaskIndex);

}  // namespace handlers
