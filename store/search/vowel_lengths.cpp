#include "store/search/vowel_lengths.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace store::search {
namespace {

constexpr std::size_t shortest = 2;  // letters of a stem
constexpr std::size_t longest = 4;   // with more letters there are hardly two words of one stem

bool is_vowel(char letter) {
  return std::string_view("aeiouy\xE6\xF8\xE5").find(letter) != std::string_view::npos;
}

}  // namespace

bool tells_words_apart(std::string_view stem) {
  if (stem.size() < shortest || stem.size() > longest) return false;
  const bool consonant = std::string_view("bdfgklmnprst").find(stem.back()) != std::string_view::npos;
  return consonant && is_vowel(stem[stem.size() - 2]) &&
         std::count_if(stem.begin(), stem.end(), is_vowel) == 1;
}

bool is_foreign_verb(std::string_view letters, std::string_view stem) {
  static constexpr std::string_view endings[] = {"ere", "erer", "eret", "erede", "eres"};
  if (letters.size() <= stem.size() || tells_words_apart(stem) || !letters.starts_with(stem)) return false;
  return std::find(std::begin(endings), std::end(endings), letters.substr(stem.size())) != std::end(endings);
}

bool is_verb_only(std::string_view letters, std::string_view stem) {
  if (!tells_words_apart(stem) || !letters.starts_with(stem)) return false;
  const std::string_view ending = letters.substr(stem.size());
  return ending == "es" || ending == "ede" || ending == "edes";
}

Form form_of(std::string_view letters, std::string_view stem) {
  if (!letters.starts_with(stem)) return Form::plain;
  if (!tells_words_apart(stem)) return is_foreign_verb(letters, stem) ? Form::doubled : Form::plain;
  const std::string_view rest = letters.substr(stem.size());
  if (rest.empty()) return Form::plain;
  if (rest.front() == stem.back()) return Form::doubled;
  if (rest == "e") return Form::in_e;
  return is_vowel(rest.front()) ? Form::long_ : Form::plain;
}

bool are_other_words(Form a, Form b) {
  return a != b && a != Form::plain && b != Form::plain && (a == Form::doubled || b == Form::doubled);
}

bool may_be_other_words(Form asked, Form written) {
  return asked == Form::plain && written == Form::in_e;
}

}  // namespace store::search
