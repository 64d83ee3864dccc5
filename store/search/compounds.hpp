#pragma once
// Danish writes compounds as one word: "vej" + "skilt", "byggesag" + s + "behandling".
#include "store/search/terms.hpp"
#include "store/text/stems.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace store::search {

/// Whether a stem is a part of a longer one: surely (the rest is a known word), probably (it may be one), or
/// not.
enum class PartFit { none, likely, known, derived };
PartFit fit_as_first(const Terms&, std::string_view whole, std::string_view part);
PartFit fit_as_head(const Terms&, std::string_view whole, std::string_view part);

/// The known stem that letters stand for as the first part of a compound, linking -s- or -e- included;
/// no_term if none.
TermId first_part(const Terms&, Stemmer&, std::string_view letters);

/// True for words of three letters that compounds are often made of ("vej").
bool is_short_noun(std::string_view part);

/// Splits a stem into two to four known stems, with or without linking letters. False if it cannot be done.
bool split_compound(const Terms&, Stemmer&, std::string_view stem, std::vector<std::string>& stems);

}  // namespace store::search
