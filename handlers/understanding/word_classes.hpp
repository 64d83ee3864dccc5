#pragma once
// Classes of words that say what a clause of a story is for.
#include <string_view>

namespace handlers::understanding {

// All take a word in the spelling of the index (store/text/words.hpp).

/// Says that somebody is told, asked or reached: "orientere", "gøre opmærksom", "notify". Of a matter that is
/// told beside it such a word names nothing; alone it may ("melde sig ledig").
bool is_telling(std::string_view word);

/// Somebody who has many matters: "søn", "elev", "citizen". In somebody's story it is who it happened to.
bool is_who_it_happened_to(std::string_view word);

/// Of these, somebody who does not work here: "søn", "neighbour".
bool is_outside_of_work(std::string_view word);

/// What belongs to all of us and names no matter: "kommunen", "the municipality".
bool is_all_of_us(std::string_view word);

/// What every matter has: "tilladelse", "samtale", "bill". It names one only with what it is about.
bool is_part_of_any_matter(std::string_view word);

/// What a story has, and names nothing by itself: "hvem kender reglerne", "who gets a new one".
bool leans_on_a_story(std::string_view word);

/// The same, and what only says that somebody may do something: "adgang". Alone it asks for nothing yet.
bool needs_a_story(std::string_view word);

/// Says that something is over: "forleden", "yesterday".
bool is_of_the_past(std::string_view word);

/// Says that something is prepared, taught or written down before it happens: "øvelse", "insurance".
bool prepares(std::string_view word);

/// Says whose or which a thing is, right before it: "min", "et", "our".
bool is_determiner(std::string_view word);

/// "Rådhuset", "school": a house of ours, where something may be broken, lost or found.
bool is_building(std::string_view word);

}  // namespace handlers::understanding
