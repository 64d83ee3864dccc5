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

/// A 'not' between the word that asks for somebody and the topic turns the question round. Inside the topic
/// it belongs to it: "tilskud til ikke kommunale skoler", "ikke-faste installationer". In a sentence of its
/// own it says what is wrong: "jeg har ikke fået løn, hvem ringer jeg til", "hvem hjælper, når jeg ikke kan
/// logge ind".
bool is_negated(const Message& message, Stretch part) {
  static constexpr std::string_view opening[] = {"n\xE5r", "hvis",    "fordi", "at",   "siden",
                                                 "if",     "because", "when",  "that", "since"};
  static constexpr std::string_view negations[] = {"ikke",  "not",  "never",  "aldrig",
                                                   "doesn", "hasn", "doesnt", "hasnt"};
  bool asked = false;
  for (std::size_t i = part.first; i < part.end; ++i) {
    const MessageWord& word = message.words[i];
    if (word.kind == WordKind::who) asked = true;
    if (word.hyphenated) return false;
    if (asked && std::find(std::begin(opening), std::end(opening), word.letters) != std::end(opening))
      return false;
    if (!asked && word.kind != WordKind::topic) continue;
    if (std::find(std::begin(negations), std::end(negations), word.letters) != std::end(negations))
      return true;
    if (word.letters == "no" && i + 1 < part.end && message.words[i + 1].letters == "longer") return true;
    if (word.kind == WordKind::topic) return false;
  }
  return false;
}

}  // namespace

void add_wants(const Message& message, Stretch part, Intent& intent) {
  static constexpr std::string_view phone[] = {
      "ringe", "ringer", "ring",   "telefon", "telefonnummer",   "nummer",   "mobil",         "mobilnummer",
      "phone", "call",   "number", "ringes",  "telefonnummeret", "nummeret", "mobilnummeret", "tlf"};
  static constexpr std::string_view mail[] = {"mail",  "maile", "mailadresse", "mailadressen",
                                              "email", "e",     "mailer"};
  if (any_of(message, part, phone)) {
    intent.slots.push_back({"want", "phone"});
  } else if (any_of(message, part, mail)) {
    intent.slots.push_back({"want", "mail"});
  }
  if (is_negated(message, part)) intent.slots.push_back({"negated", "yes"});
}

}  // namespace handlers::understanding
