#pragma once
// A reply before it is words: one section for each question of the message. Texts and cards are two
// renderings of it.
#include "handlers/cards/card_action.hpp"
#include "handlers/policy.hpp"
#include "handlers/texts/texts.hpp"
#include "handlers/turn.hpp"
#include "handlers/understanding/understand.hpp"
#include "store/message_copies.hpp"
#include "store/search/finder.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace handlers {

/// Who has these tasks. Several tasks only if the very same people have them.
struct TaskSection {
  std::vector<store::TaskIndex> tasks;
  bool phone_first = false;  ///< the number was asked for
  bool unsure = false;       ///< the only one that may be meant
};

/// Several tasks fit: which one is meant?
struct ChoiceSection {
  std::vector<store::TaskIndex> tasks;
  std::string topic;      ///< as asked; may be empty
  bool doubtful = false;  ///< perhaps none of them: the contact point is named, too
};

/// Nobody was found.
struct NoneSection {
  std::string topic;
  std::vector<store::TaskIndex> near;
  std::string note = {};  ///< stands where 'Send til katalogansvarlig' was
};

/// Several people have the name: which one is meant?
struct PersonChoiceSection {
  std::vector<store::PersonIndex> people;
  std::string name;  ///< as asked; empty: several were named before
  IntentName about = IntentName::tasks_of_person;
};

/// Something about one person.
struct PersonSection {
  std::string lead;  ///< a sentence; plain text
  store::PersonIndex person = store::no_index;
  std::vector<std::string> lines;
};

/// Words only, with questions to try.
struct TextSection {
  std::vector<std::string> lines;
  std::vector<std::string> examples;
};

/// One of our buttons. Language and nonce are those of the card.
struct Offer {
  std::string title;
  cards::Button button;
};

/// A button that opens a link.
struct Link {
  std::string title;
  std::string url;
};

/// Words, and what can be done about them.
struct OfferSection {
  std::vector<std::string> lines;  ///< the first is the heading
  std::vector<Offer> offers;
  std::vector<Link> links = {};
  bool struck = false;                     ///< no longer holds: the heading is struck through
  std::optional<store::CopyOf> copy = {};  ///< what the message is a copy of, to be found again and edited
};

using Section = std::variant<TaskSection, ChoiceSection, NoneSection, PersonChoiceSection, PersonSection,
                             TextSection, OfferSection>;

/// What a rendering needs to know beside the sections. References outlive it.
struct Context {
  const store::Finder& finder;
  const Policy& policy;
  const Texts& texts;
  store::Day today;
  Scope scope = Scope::personal;
  std::string nonce;

  const store::Catalogue& catalogue() const { return finder.catalogue(); }
};

/// An entry that the one who gets the card has just called wrong: its button is left out.
struct Reported {
  std::int64_t task = 0;
  std::int64_t person = 0;
};

/// How much of a long answer is shown: cards stay under the size that Teams takes (40,000 UTF-16 units).
struct Shown {
  static constexpr std::size_t sections = 5;
  static constexpr std::size_t people = 3;       ///< of one task, with buttons
  static constexpr std::size_t more_people = 5;  ///< by name only
  static constexpr std::size_t choices = 5;
  static constexpr std::size_t merged_tasks = 3;  ///< of the same people
  static constexpr std::size_t name_characters = 80;
  static constexpr std::size_t title_characters = 120;
  static constexpr std::size_t topic_characters = 60;
  static constexpr std::size_t lines = 20;
};

}  // namespace handlers
