#include "handlers/understanding/wants.hpp"

#include "store/text/word_table.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace handlers::understanding {
namespace {

/// What the person wants of the answer, by the words that say so; phone goes before mail.
enum class Want : std::uint8_t { nothing, mail, phone };

Want wanted_by(std::string_view letters) {
  static const auto all = [] {
    store::WordTable<Want> made;
    for (const std::string_view word :
         {"ringe", "ringer", "ring", "telefon", "telefonnummer", "nummer", "mobil", "mobilnummer", "phone",
          "call", "number", "ringes", "telefonnummeret", "nummeret", "mobilnummeret", "tlf"})
      made[word] = Want::phone;
    for (const std::string_view word :
         {"mail", "maile", "mailadresse", "mailadressen", "email", "e", "mailer"})
      made[word] = Want::mail;
    return made;
  }();
  const Want* found = all.find(letters);
  return found == nullptr ? Want::nothing : *found;
}

/// "CPR number", "journal nummer": the word belongs to the name before it.
bool is_part_of_topic(const Message& message, Stretch part, std::size_t word) {
  if (word == part.first || message.words[word].after_mark) return false;
  return message.words[word].kind == WordKind::topic && message.words[word - 1].kind == WordKind::topic;
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
  Want want = Want::nothing;
  for (std::size_t i = part.first; i < part.end; ++i)
    if (!is_part_of_topic(message, part, i)) want = std::max(want, wanted_by(message.words[i].letters));
  if (want != Want::nothing) intent.slots.push_back({"want", want == Want::phone ? "phone" : "mail"});
  if (is_negated(message, part)) intent.slots.push_back({"negated", "yes"});
}

}  // namespace handlers::understanding
