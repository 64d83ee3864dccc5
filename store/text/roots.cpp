#include "store/text/roots.hpp"

#include <algorithm>

namespace store {
namespace {

/// An ending and the fewest letters before it: with fewer, the ending more often belongs to the word
/// (regn-ing, park-ering, st-ation).
struct Ending {
  std::string_view letters;
  std::size_t shortest_root;
};

// The longest first.
constexpr Ending endings[] = {{"isering", 4}, {"ering", 5}, {"ation", 4}, {"ativ", 5}, {"at\xF8r", 5},
                              {"ator", 5},    {"ning", 4},  {"eri", 4},   {"ion", 5},  {"isk", 4},
                              {"sel", 5},     {"ing", 5},   {"ik", 4},    {"al", 5},   {"el", 6},
                              {"\xF8r", 6},   {"ar", 7}};

// Nouns and verbs whose vowel changes.
constexpr std::pair<std::string_view, std::string_view> changes[] = {
    {"s\xE6lg", "salg"}, {"v\xE6lg", "valg"}, {"driv", "drift"}, {"skriv", "skrift"}};

/// Most words end otherwise, which their last letter tells.
bool ends(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() && word.back() == ending.back() && word.ends_with(ending);
}

bool doubled(std::string_view letters) {
  return letters.size() > 3 && letters.back() == letters[letters.size() - 2];
}

/// Without what the stemmer takes off as well, and what only the longer forms have: bygg-eri, histori(e).
std::string tidy(std::string_view root) {
  if (doubled(root)) root.remove_suffix(1);
  if (root.size() > 5 && root.ends_with("dt")) root.remove_suffix(1);  // raskmeldt, raskmelding
  if (root.size() > 6 && root.back() == 'i') root.remove_suffix(1);
  for (const auto& [verb, noun] : changes) {
    if (ends(root, verb)) return std::string(root.substr(0, root.size() - verb.size())).append(noun);
  }
  return std::string(root);
}

}  // namespace

std::array<std::string, 2> roots_of(std::string_view stem) {
  std::array<std::string, 2> roots;
  std::size_t found = 0;
  for (const Ending& ending : endings) {
    if (!ends(stem, ending.letters)) continue;
    if (stem.ends_with("g\xF8r")) continue;  // "offentliggøre" is a verb of its own
    if (stem.size() < ending.letters.size() + ending.shortest_root) continue;
    roots[found++] = tidy(stem.substr(0, stem.size() - ending.letters.size()));
    const bool two_ways = found == 1 && ending.letters == "ning";
    if (!two_ways) break;
  }
  if (found == 0) roots[0] = tidy(stem);
  return roots;
}

}  // namespace store
