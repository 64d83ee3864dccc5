#pragma once
// A gathering in the making: what was said so far, before it is complete enough for a draft, and the change
// that somebody wants of one that exists.
#include "handlers/gatherings/plan_phrase.hpp"
#include "handlers/sections.hpp"
#include "store/gatherings.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace handlers {

struct Wish {
  std::int64_t network = 0;
  std::vector<std::int64_t> people;  ///< who was named instead of a network, or beside its members
  std::vector<std::string> unsure;   ///< names, as said, of whom it is to be asked who is meant
  std::int64_t gathering = 0;        ///< what it changes; 0: a new one
  int version = 0;                   ///< of that gathering when it was said
  Language language = Language::danish;
  std::string kind;
  std::string place;
  std::string agenda;
  std::string case_number;
  std::string recurrence;  ///< canonical (store/series.hpp); empty: once
  std::optional<int> capacity;
  std::optional<store::Day> day;
  std::optional<std::chrono::minutes> start;
  std::optional<std::chrono::minutes> length;
  std::optional<store::Day> answer_by;
  std::int64_t chair = 0;
  std::int64_t minutes = 0;
};

/// Between two messages it is kept as what waits in the conversation (store/conversation_focus.hpp): the head
/// says what a yes does, the lines below it hold the wish.
std::string write_wish(std::string_view head, const Wish&);
Wish read_wish(std::string_view pending);

/// What a message could not be taken for, as sentences to show: an unknown chair, an impossible date.
struct Unclear {
  std::vector<std::string> notes;      ///< shown with the plan
  std::vector<std::string> questions;  ///< must be answered first
};

/// Puts what a message said over what was said before. Network and people are not its business.
Unclear add_to_wish(Wish&, const PlanPhrase&, const Context&);

/// The wish to leave a gathering as it is.
Wish wish_of(const store::Gathering&, const Context&);

/// Writes the wish into a gathering: day and start must be there. An answer deadline that was not said is so
/// many working days before it (Policy) and follows when it moves; one that would be over already is none.
void apply_wish(const Wish&, store::Gathering&, const Context&, store::Instant now);

/// "weekly 1 MO" ... of what was said, whose first day is `first`; empty if it comes in steps that no series
/// has (days).
std::string canonical_recurrence(const Recurrence&, store::Day first);

}  // namespace handlers
