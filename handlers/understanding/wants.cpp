#include "handlers/understanding/wants.hpp"

#include <algorithm>
#include <string_view>

namespace handlers::understanding {
namespace {

template <std::size_t N>
bool any_of(const Message& message, Stretch part, const std::string_view (&words)[N]) {
  for (std::size_t i = part.first; i < part.end; ++i) {
    if (std::find(std::begin(words), std::end(words), message.words[i].letters) != std::end(words))
      return true;
  }
  return false;
}

bool says_no_longer(const Message& message, Stretch part) {
  for (std::size_t i = part.first; i + 1 < part.end; ++i) {
    if (message.words[i].letters == "no" && message.words[i + 1].letters == "longer") return true;
  }
  return false;
}

}  // namespace

void add_wants(const Message& message, Stretch part, Intent& intent) {
  static constexpr std::string_view phone[] = {"ringe",         "ringer", "ring",   "telefon",
                                               "telefonnummer", "nummer", "mobil",  "mobilnummer",
                                               "phone",         "call",   "number", "ringes"};
  static constexpr std::string_view mail[] = {"mail", "maile", "mailadresse", "email", "e", "mailer"};
  static constexpr std::string_view negations[] = {"ikke",  "not",  "never",  "aldrig",
                                                   "doesn", "hasn", "doesnt", "hasnt"};
  if (any_of(message, part, phone)) {
    intent.slots.push_back({"want", "phone"});
  } else if (any_of(message, part, mail)) {
    intent.slots.push_back({"want", "mail"});
  }
  if (any_of(message, part, negations) || says_no_longer(message, part))
    intent.slots.push_back({"negated", "yes"});
}

}  // namespace handlers::understanding
