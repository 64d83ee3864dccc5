#pragma once
// The words and sentence patterns of both languages, as data. What each list is for: lexicon.hpp and
// patterns.hpp.
#include "handlers/understanding/patterns.hpp"

#include <span>
#include <string_view>

namespace handlers::understanding {

/// An expression that asks, or is filler, only as a whole: words with one blank between, "a/b" for one of
/// these.
struct IdiomRow {
  std::string_view words;
  WordKind as;
};

namespace danish {
extern const std::string_view link_words;
extern const std::string_view who_words;
extern const std::string_view holding_words;
extern const std::string_view asking_words;
extern const std::string_view filler_words;
extern const std::string_view acting_words;
extern const std::string_view small_talk_words;
std::span<const IdiomRow> idioms();
std::span<const WordGroup> groups();            // phrases_??_groups.cpp
std::span<const WordGroup> colleague_groups();  // phrases_??_colleagues.cpp
std::span<const PatternRow> colleagues();       // how people who work together get on
std::span<const WordGroup> danger_groups();     // dangers_??.cpp
std::span<const PatternRow> dangers();          // what cannot wait: danger.hpp
std::span<const PatternRow> private_matters();  // refused, our own data, what is no matter of ours
std::span<const PatternRow> upkeep();           // roles, history, what is wrong with an entry
std::span<const PatternRow> overviews();        // how the catalogue is looked after, and who hears of it
std::span<const PatternRow> messages();         // reminders, and less or more of them
std::span<const PatternRow> answers();          // to invitations, and who has given them
std::span<const PatternRow> collaboration();    // gatherings, networks
std::span<const PatternRow> catalogue();        // keeping it: who takes over, confirms, adds; what is missing
std::span<const PatternRow> leaving();          // who stops
std::span<const PatternRow> people();           // colleagues, units, and us
std::span<const PatternRow> cues();             // words that tell together what is meant, in any order
}  // namespace danish

namespace english {
extern const std::string_view link_words;
extern const std::string_view who_words;
extern const std::string_view holding_words;
extern const std::string_view asking_words;
extern const std::string_view filler_words;
extern const std::string_view acting_words;
extern const std::string_view small_talk_words;
std::span<const IdiomRow> idioms();
std::span<const WordGroup> groups();            // phrases_??_groups.cpp
std::span<const WordGroup> colleague_groups();  // phrases_??_colleagues.cpp
std::span<const PatternRow> colleagues();       // how people who work together get on
std::span<const WordGroup> danger_groups();     // dangers_??.cpp
std::span<const PatternRow> dangers();          // what cannot wait: danger.hpp
std::span<const PatternRow> private_matters();  // refused, our own data, what is no matter of ours
std::span<const PatternRow> upkeep();           // roles, history, what is wrong with an entry
std::span<const PatternRow> overviews();        // how the catalogue is looked after, and who hears of it
std::span<const PatternRow> messages();         // reminders, and less or more of them
std::span<const PatternRow> answers();          // to invitations, and who has given them
std::span<const PatternRow> collaboration();    // gatherings, networks
std::span<const PatternRow> catalogue();        // keeping it: who takes over, confirms, adds; what is missing
std::span<const PatternRow> leaving();          // who stops
std::span<const PatternRow> people();           // colleagues, units, and us
std::span<const PatternRow> cues();             // words that tell together what is meant, in any order
}  // namespace english

}  // namespace handlers::understanding
