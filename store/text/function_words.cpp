#include "store/text/function_words.hpp"

#include "store/text/words.hpp"

#include <string>
#include <unordered_set>

namespace store {
namespace {

constexpr std::string_view danish =
    "ad af alle alt altså anden andet andre at bare begge blandt blev blive bliver da de dem den denne der "
    "deres deri "
    "derfor dermed derved det dette dig din dine disse dit dog du efter egen eget egne eks eller ellers "
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
    "efterfølgende";
constexpr std::string_view english =
    "a about first last after all also an and any are as at be been being but by can could did do does for "
    "from had has "
    "have he "
    "her him his how i if in into is it its just me my no not of on or our out she should so some than that "
    "the their "
    "them then there these they this those to too up us was we were what when where which who whom whose why "
    "will with "
    "would you your re s m ve ll d";

// Function words of the one language that name something in the other.
constexpr std::string_view named_in_danish = "it by";
constexpr std::string_view named_in_english = "ad dog men mine";

constexpr std::size_t longest = 14;

std::unordered_set<std::string> make_words(std::string_view list) {
  std::unordered_set<std::string> all;
  Words words;
  words.read(list);
  for (std::size_t i = 0; i < words.size(); ++i) all.emplace(words[i]);
  return all;
}

using Set = std::unordered_set<std::string>;

const Set& danish_names() {
  static const Set all = make_words(named_in_danish);
  return all;
}
const Set& english_names() {
  static const Set all = make_words(named_in_english);
  return all;
}
bool is_name(std::string_view word, const Set& names) {
  return word.size() <= longest && names.count(std::string(word)) != 0;
}

}  // namespace

bool is_danish_function_word(std::string_view word) {
  static const std::unordered_set<std::string> all = make_words(danish);
  return word.size() <= longest && all.count(std::string(word)) != 0;
}

bool is_english_function_word(std::string_view word) {
  static const std::unordered_set<std::string> all = make_words(english);
  return word.size() <= longest && all.count(std::string(word)) != 0;
}

bool is_function_word(std::string_view word, Spoken spoken) {
  if (word.size() == 1 && (word.front() < '0' || word.front() > '9')) return true;  // "m.v."
  if (is_name(word, spoken == Spoken::english ? english_names() : danish_names())) return false;
  return is_danish_function_word(word) || is_english_function_word(word);
}

bool names_in_one_language(std::string_view word) {
  return is_name(word, danish_names()) || is_name(word, english_names());
}

}  // namespace store
