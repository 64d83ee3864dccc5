#include "store/text/function_words.hpp"

#include "store/text/word_table.hpp"
#include "store/text/words.hpp"

namespace store {
namespace {

constexpr std::string_view danish =
    "ad af alle alt altså anden andet andre at bare begge blandt blev blive bliver da de dem den denne der "
    "deres deri "
    "bag bagved foran langs derfor dermed derved det dette dig din dine disse dit dog du efter egen eget "
    "egne eks eller ellers "
    "en end endnu "
    "et f fx for fordi forrige fra første før gennem gør gøre ham han hans har havde hel helt hende hendes "
    "her "
    "herunder "
    "hertil herved hos hun hver hvert hvem hvad hvis hvor hvordan hvorfor hvornår hvorledes hvilke hvilken "
    "hvilket i "
    "ifm iht igen ikke imellem ind inden indenfor ingen intet ja jeg jer jeres jo kan kun kunne lige man "
    "mange med "
    "mellem men mens mere mest mht mig min mindre mine mit mod mv måske må ned nej nogen noget nogle nok nu "
    "når nær o "
    "og også om omkring op os osv over p pga på samt se ser selv sig sin sine sit skal skulle som stk så "
    "sådan således "
    "s t til tilbage under ud uden uanset var ved vedr vedrørende vi via vil ville vor vores være været er "
    "endelig endeligt efterfølgende gerne blevet flere ka ku sku ska ha mæ dæ sæ ik ikk hva";
constexpr std::string_view english =
    "a about first last after all also an and any are as at be been being but by can could did do does for "
    "from had has "
    "have he "
    "her him his how i if in into is it its just me my no not of on or our out she should so some than that "
    "the their "
    "them then there these they this those to too up us was we were what when where which who whom whose why "
    "will with "
    "would you your per re s m ve ll d";

// Function words of the one language that name something in the other.
constexpr std::string_view named_in_danish = "it by per";
constexpr std::string_view named_in_english = "ad bag dog men mine";

constexpr std::uint8_t holds_danish = 1;
constexpr std::uint8_t holds_english = 2;
constexpr std::uint8_t names_danish = 4;
constexpr std::uint8_t names_english = 8;

/// What is said of a word above, all at once: every word of every question asks.
std::uint8_t about(std::string_view word) {
  static const auto all = [] {
    WordTable<std::uint8_t> made;
    Words words;
    const auto add = [&](std::string_view list, std::uint8_t what) {
      words.read(list);
      for (std::size_t i = 0; i < words.size(); ++i) made[words[i]] |= what;
    };
    add(danish, holds_danish);
    add(english, holds_english);
    add(named_in_danish, names_danish);
    add(named_in_english, names_english);
    return made;
  }();
  const auto* found = all.find(word);
  return found == nullptr ? 0 : *found;
}

}  // namespace

WordUse::WordUse(std::string_view word)
    : known_(about(word)), letter_(word.size() == 1 && (word.front() < '0' || word.front() > '9')) {}

bool WordUse::holds_danish() const {
  return (known_ & ::store::holds_danish) != 0;
}

bool WordUse::holds_english() const {
  return (known_ & ::store::holds_english) != 0;
}

bool WordUse::is_function_word(Spoken spoken) const {
  if (letter_) return true;
  if ((known_ & (spoken == Spoken::english ? names_english : names_danish)) != 0) return false;
  return (known_ & (::store::holds_danish | ::store::holds_english)) != 0;
}

bool WordUse::names_in_one_language() const {
  return (known_ & (names_danish | names_english)) != 0;
}

bool is_danish_function_word(std::string_view word) {
  return WordUse(word).holds_danish();
}

bool is_english_function_word(std::string_view word) {
  return WordUse(word).holds_english();
}

bool is_function_word(std::string_view word, Spoken spoken) {
  return WordUse(word).is_function_word(spoken);
}

bool names_in_one_language(std::string_view word) {
  return WordUse(word).names_in_one_language();
}

}  // namespace store
