#include "store/text/stems.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

namespace store {
namespace {

std::string_view stem(sb_stemmer* stemmer, std::string_view word) {
  const auto* bytes = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                      static_cast<int>(word.size()));
  if (bytes == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 8> vowel_changes{{{"barn", "b\xF8rn"},
                                             {"bog", "b\xF8g"},
                                             {"mand", "m\xE6nd"},
                                             {"tand", "t\xE6nd"},
                                             {"h\xE5nd", "h\xE6nd"},
                                             {"nat", "n\xE6t"},
                                             {"datt", "d\xF8tr"},
                                             {"klo", "kl\xF8"}}};

// Adjectives in the neuter, whose -t the rules leave: a "grønt område" is among the "grønne områder".
constexpr std::array<std::string_view, 12> short_neuters{"gr\370nt", "rent",    "h\370jt",  "lavt",
                                                         "stort",    "r\370dt", "bl\345t",  "hvidt",
                                                         "gult",     "dyrt",    "\345bent", "langt"};
constexpr std::array<std::string_view, 12> neuters{"nalt", "ialt", "italt", "tralt", "okalt",  "relt",
                                                   "uelt", "ivt",  "somt",  "bart",  "\xE6rt", "l\xF8st"};
constexpr std::size_t shortest_of_neuters = 6;  // letters

bool is_neuter(std::string_view stem) {
  if (!stem.ends_with('t')) return false;
  if (std::find(short_neuters.begin(), short_neuters.end(), stem) != short_neuters.end()) return true;
  return stem.size() >= shortest_of_neuters &&
         std::any_of(neuters.begin(), neuters.end(),
                     [&](std::string_view ending) { return stem.ends_with(ending); });
}

// Nouns in -a and -o. With an ending they are read as if the ending's e belonged to an \xE6 or \xF8
// ("firmaet").
constexpr std::array<std::string_view, 46> in_a_vowel{
    "nabo",    "konto",    "risiko", "foto",      "video",     "radio",     "auto",    "kilo",
    "studio",  "kano",     "kasino", "silo",      "logo",      "memo",      "info",    "tempo",
    "disko",   "euro",     "casino", "portfolio", "firma",     "klima",     "skema",   "tema",
    "kamera",  "kollega",  "sofa",   "villa",     "agenda",    "drama",     "dilemma", "arena",
    "pizza",   "aula",     "data",   "sauna",     "trauma",    "stigma",    "diploma", "veranda",
    "pergola", "panorama", "fauna",  "flora",     "influenza", "propaganda"};

/// The noun without its ending, if that is all that is behind its vowel: "nabo" for "naboen".
std::string_view noun_in_a_vowel(std::string_view word) {
  static constexpr std::string_view forms[] = {"r", "n", "t", "rs", "ns", "ts", "rne", "rnes"};
  constexpr std::size_t longest_form = 4;
  const auto end = word.rbegin() + static_cast<std::ptrdiff_t>(std::min(word.size(), longest_form + 1));
  const auto last =
      std::find_if(word.rbegin(), end, [](char letter) { return letter == '\xE6' || letter == '\xF8'; });
  if (last == end) return {};
  const auto at = static_cast<std::size_t>(word.rend() - last) - 1;
  if (at < 2) return {};
  const std::string_view form = word.substr(at + 1);
  if (std::find(std::begin(forms), std::end(forms), form) == std::end(forms)) return {};
  const char vowel = word[at] == '\xE6' ? 'a' : 'o';
  for (const std::string_view noun : in_a_vowel) {
    if (noun.size() == at + 1 && noun.back() == vowel && word.starts_with(noun.substr(0, at))) return noun;
  }
  return {};
}

constexpr std::array<std::string_view, 54> endings{
    "",      "e",      "s",     "en",      "et",     "er",     "ne",   "es",    "ens",   "ets",    "ers",
    "ene",   "erne",   "ern",   "ere",     "eren",   "erens",  "erne", "ernes", "enes",  "els",    "else",
    "elsen", "elser",  "elses", "elserne", "elsers", "elsens", "hed",  "heden", "heder", "hedens", "hederne",
    "ig",    "ige",    "igt",   "lig",     "lige",   "ligt",   "ende", "endes", "ede",   "edes",   "ered",
    "erede", "erende", "te",    "t",       "r",      "n",      "rne",  "ning",  "nings", "ets"};

/// The letters of an ending as one number.
constexpr std::uint64_t number_of(std::string_view letters) {
  std::uint64_t number = 0;
  for (const char letter : letters) number = number << 8 | static_cast<unsigned char>(letter);
  return number;
}

constexpr std::size_t longest_ending = sizeof(std::uint64_t);
constexpr auto sorted_endings = [] {
  std::array<std::uint64_t, endings.size()> numbers{};
  for (std::size_t i = 0; i < endings.size(); ++i) numbers[i] = number_of(endings[i]);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}();

}  // namespace

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer()
    : danish_(sb_stemmer_new("danish", "ISO_8859_1")), english_(sb_stemmer_new("english", "ISO_8859_1")) {
  if (!danish_ || !english_) throw std::bad_alloc();
}

std::string_view Stemmer::danish(std::string_view word) {
  Stemmed& latest = latest_[word.size() % latest_.size()];
  if (latest.word != word) {
    latest.stem = make_danish(word);
    latest.word = word;
  }
  return latest.stem;
}

std::string_view Stemmer::make_danish(std::string_view word) {
  if (const auto noun = noun_in_a_vowel(word); !noun.empty()) word = noun;
  const std::string_view found = stem(danish_.get(), word);
  // Snowball also takes -ig and -lig off, which make another word: vejr - vejrlig, bo - bolig.
  const std::string_view rest = word.substr(std::min(word.size(), found.size()));
  const std::size_t made = rest.starts_with("lig") ? 3 : rest.starts_with("ig") ? 2 : 0;
  const auto whole = made == 0 || !word.starts_with(found) ? found : word.substr(0, found.size() + made);
  if (is_neuter(whole)) return whole.substr(0, whole.size() - 1);
  // "aktivitet" loses its -et as if it were an article, "aktiviteter" its -er only.
  return whole.ends_with("itet") ? whole.substr(0, whole.size() - 2) : whole;
}
std::string_view Stemmer::english(std::string_view word) {
  return stem(english_.get(), word);
}

std::string_view other_number(std::string_view danish_stem) {
  for (const auto& [one, many] : vowel_changes) {
    if (danish_stem == one) return many;
    if (danish_stem == many) return one;
  }
  return {};
}

bool is_danish_ending(std::string_view letters) {
  return letters.size() <= longest_ending &&
         std::binary_search(sorted_endings.begin(), sorted_endings.end(), number_of(letters));
}

}  // namespace store
