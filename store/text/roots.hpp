#pragma once
// What words of one family have in common although their stems differ: "registrering" and "registrere".
#include <array>
#include <string>
#include <string_view>

namespace store {

/// The roots of a Danish stem (Stemmer::danish): what is left without the ending that makes a noun of a verb,
/// an adjective of a noun, and so on. Mostly one, the stem itself if there is no such ending; two where the
/// letters do not tell ("forsyn-ing", "skriv-ning"); the second is empty otherwise. In the index's spelling
/// (store/text/words.hpp). Words of one root are kin: nearly the same subject, never quite the same word.
/// Pure.
std::array<std::string, 2> roots_of(std::string_view danish_stem);

}  // namespace store
