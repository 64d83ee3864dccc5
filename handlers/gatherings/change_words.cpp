#include "handlers/gatherings/change_words.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace handlers {
namespace {

bool begins_with_any(std::string_view text, std::span<const std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return text.starts_with(beginning); });
}

}  // namespace

bool says_change(std::string_view folded) {
  static constexpr std::string_view beginnings[] = {
      "ret ",     "ændr",   "i stedet", "hellere", "hæv ",       "sænk ",
      "max ",     "maks",   "skift ",   "sæt ",    "stedet er",  "change ",
      "instead",  "raise ", "lower ",   "at most", "plads til ", "der skal være plads",
      "make room"};
  static constexpr std::string_view anywhere[] = {" i stedet", " instead", " om til "};
  return begins_with_any(folded, beginnings) ||
         std::any_of(std::begin(anywhere), std::end(anywhere),
                     [&](std::string_view words) { return folded.find(words) != std::string_view::npos; });
}

bool asks_to_move(std::string_view folded) {
  static constexpr std::string_view beginnings[] = {"flyt ", "kan vi flytte", "move ", "can we move"};
  return begins_with_any(folded, beginnings);
}

bool asks_who_is_invited(std::string_view folded) {
  return (folded.starts_with("hvem ") && folded.find(" inviter") != std::string_view::npos) ||
         (folded.starts_with("who ") && folded.find("invit") != std::string_view::npos);
}

bool says_moved(std::string_view folded) {
  static constexpr std::string_view beginnings[] = {"mødet er flyttet", "mødet flyttes", "vi flytter mødet",
                                                    "the meeting has moved", "the meeting is moved"};
  return begins_with_any(folded, beginnings);
}

std::optional<Language> asks_for_the_wheel(std::string_view folded) {
  if (folded.find("årshjul") != std::string::npos ||
      (folded.find("planlagt") != std::string::npos &&
       folded.find("næste 12 måneder") != std::string::npos) ||
      (folded.find("planlagt") != std::string::npos &&
       folded.find("næste tolv måneder") != std::string::npos) ||
      (folded.find("planlagt") != std::string::npos && folded.find("næste år") != std::string::npos)) {
    return Language::danish;
  }
  if (folded.find("yearly wheel") != std::string::npos || folded.find("annual wheel") != std::string::npos ||
      (folded.find("planned") != std::string::npos && folded.find("next 12 months") != std::string::npos) ||
      (folded.find("planned") != std::string::npos &&
       folded.find("next twelve months") != std::string::npos)) {
    return Language::english;
  }
  return std::nullopt;
}

bool raises_limit(std::string_view folded) {
  static constexpr std::string_view beginnings[] = {"hæv max", "hæv antallet", "raise the limit"};
  return begins_with_any(folded, beginnings);
}

std::string with_target_as_start(std::string text) {
  static constexpr std::string_view before[] = {" om til ", "tiden til ", "tidspunktet til ", "change it to ",
                                                "the time to "};
  for (const auto words : before) {
    if (const auto at = text.find(words); at != std::string::npos) {
      const auto joint = words.substr(0, words.size() - 1).rfind(' ');
      text.erase(at + joint, words.size() - 1 - joint);
    }
  }
  return text;
}

}  // namespace handlers
