#include "handlers/understanding/unclaimed.hpp"

#include "handlers/understanding/clauses.hpp"
#include "handlers/understanding/kle_number.hpp"
#include "handlers/understanding/names.hpp"
#include "handlers/understanding/quoted.hpp"
#include "handlers/understanding/small_talk.hpp"
#include "handlers/understanding/stories.hpp"
#include "handlers/understanding/told.hpp"
#include "handlers/understanding/wants.hpp"
#include "handlers/understanding/word_classes.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace handlers::understanding {
namespace {

// The least score of a topic where no word asks for somebody in so many words (store/search/README.md):
// nothing but the topic is said; somebody is asked for, but who does something else ("hvem vandt ...");
// anything else.
constexpr float least_for_bare_topic = 0.28F;
constexpr float least_for_long_topic = 0.39F;  // three words or more: most of them have to be known
constexpr float least_after_who = 0.42F;
constexpr float least_in_a_sentence = 0.6F;
// Below that, tasks are still offered, but none as the answer: for a question that asks for something else
// than a colleague; for somebody who tells what has happened; for one who tells about himself.
constexpr float least_to_offer_in_a_question = 0.45F;
constexpr float least_to_offer_when_told = 0.3F;
constexpr float least_to_offer_when_i_tell = 0.4F;
constexpr float least_to_offer_what_is_listed = 0.3F;  // in whatever form: a word of it is really a task's
constexpr float least_to_be_told_of = 0.25F;  // by whole stories (handlers/understanding/stories.hpp)
constexpr float least_of_a_piece = 0.6F;      // "en kontorstol | til min dårlige ryg"
constexpr std::size_t most_pieces = 6;
constexpr std::size_t words_of_something_told = 2;  // that name something
constexpr float clearly_a_task = 0.7F;

/// What somebody says without asking for anybody.
enum class Told { who, question, about_us, about_something };

Told how_told(const Message& message, Stretch part) {
  static constexpr std::string_view asking_first[] = {
      "hvad", "hvor",  "hvordan", "hvorfor", "hvorn\xE5r", "er",     "har",    "kan",
      "skal", "vil",   "m\xE5",   "b\xF8r",  "kommer",     "bliver", "findes", "fort\xE6l",
      "what", "where", "why",     "how",     "when",       "is",     "are",    "can",
      "does", "do",    "should",  "will",    "could",      "would",  "did",    "tell"};
  static constexpr std::string_view about_us[] = {"jeg", "vi",  "du", "i",   "we", "you",
                                                  "min", "mit", "my", "mig", "me"};
  const auto one_of = [](const auto& list, const std::string& letters) {
    return std::find(std::begin(list), std::end(list), letters) != std::end(list);
  };
  for (std::size_t i = part.first; i < part.end; ++i) {
    const MessageWord& word = message.words[i];
    if (word.kind == WordKind::who) return Told::who;
    if (one_of(asking_first, word.letters)) return Told::question;
    if (one_of(about_us, word.letters)) {
      // "min nabo" is about the neighbour
      const bool of_mine = word.letters == "min" || word.letters == "mit" || word.letters == "my";
      return of_mine ? Told::about_something : Told::about_us;
    }
    if (word.kind != WordKind::filler) break;
  }
  return message.text.find('?') != std::string::npos ? Told::question : Told::about_something;
}

/// True if one of the words that name something stands in the catalogue.
bool knows_any(const Message& message, Stretch part, const store::Finder& finder) {
  for (std::size_t i = part.first; i < part.end; ++i) {
    if (message.words[i].kind == WordKind::topic && finder.knows_word(message.words[i].letters)) return true;
  }
  return false;
}

/// True for words that belong together: "hul i vejen".
bool joins_words(const Message& message, Stretch part) {
  for (std::size_t i = part.first + 1; i + 1 < part.end; ++i)
    if (message.words[i].kind == WordKind::link) return true;
  return false;
}

/// Whether near tasks and the contact point are a better reply than 'that is not mine'.
bool worth_offering(const Message& message, Stretch part, const Asking& asking, float score,
                    const store::Finder& finder) {
  switch (how_told(message, part)) {
    case Told::who:
      return score >= least_to_offer_in_a_question || asking.topic_words >= words_of_something_told;
    case Told::question:
      return score >= least_to_offer_in_a_question;
    case Told::about_us:
      return score >= least_to_offer_when_i_tell;
    case Told::about_something:
      return score >= least_to_offer_when_told ||
             (asking.topic_words >= words_of_something_told &&
              (!asking.nothing_else || joins_words(message, part) || knows_any(message, part, finder)));
  }
  return false;
}

/// True if the catalogue or its word lists have a word of the topic, and not only one that resembles it.
bool is_listed(const std::string& topic, store::Spoken spoken, const store::Finder& finder) {
  const auto found = finder.find(topic, 1, spoken);
  if (found.hits.empty()) return false;
  const auto words = finder.explain(topic, found.hits.front().task, spoken);
  return std::any_of(words.begin(), words.end(),
                     [](const auto& word) { return word.how != "typo" && word.how != "part"; });
}

/// True if such stories are told of some task.
bool is_told_of(const Intent& intent, const store::Finder& finder) {
  const auto tasks = finder.find_by_story(intent.text, intent.spoken);
  return !tasks.empty() && tasks.front().score >= least_to_be_told_of;
}

/// "I haven", "at work": says where it is, behind what is meant.
bool is_where(std::string_view letters) {
  return letters == "i" || letters == "p\xE5" || letters == "in" || letters == "at" || letters == "on";
}

/// The piece between two prepositions that says what is meant, where the whole says too much to be found: "en
/// kontorstol til min dårlige ryg". Empty if there is none.
std::string listed_piece(const Message& message, Stretch part, const store::Finder& finder) {
  std::string best;
  float most = least_of_a_piece;
  std::size_t first = part.end;
  std::size_t pieces = 0;
  for (std::size_t i = part.first; i <= part.end && pieces < most_pieces; ++i) {
    const bool names = i < part.end && message.words[i].kind == WordKind::topic;
    if (names && first == part.end) first = i;
    if (names || first == part.end) continue;
    const bool beside = is_who_it_happened_to(message.words[first].letters);
    const bool place = pieces > 0 && is_where(message.words[first - 1].letters);
    ++pieces;
    const std::string piece(message.between(first, i - 1));
    const auto found = finder.find(piece, 1, message.spoken);
    if (!place && !beside && !found.hits.empty() && found.hits.front().score > most &&
        is_listed(piece, message.spoken, finder)) {
      most = found.hits.front().score;
      best = piece;
    }
    first = part.end;
  }
  return best;
}

/// Somebody's full name among the words of a question that is about no task: "hvad med Ida Lund".
std::optional<Intent> about_somebody(const Message& message, Stretch part, const store::Finder& finder) {
  constexpr std::size_t longest = 10;
  if (part.end - part.first > longest) return std::nullopt;
  for (std::size_t first = part.first; first + 1 < part.end; ++first) {
    for (std::size_t end = std::min(first + 3, part.end); end >= first + 2; --end) {
      if (message.words[first].kind != WordKind::topic || message.words[end - 1].kind != WordKind::topic)
        continue;
      const std::string_view said = message.between(first, end - 1);
      if (names_person(finder, said))
        return Intent{IntentName::tasks_of_person, {{"person", person_called(finder, said)}}};
    }
  }
  return std::nullopt;
}

/// A first name that shares no more than its stem with a word of the task that was found: "Mette" and
/// "meter".
bool is_rather_a_name(const Message& message, const Asking& asking, const std::string& topic,
                      const store::Finder& finder) {
  const bool one_word = asking.topic_words == 1 && topic.find(' ') == std::string::npos;
  const bool as_a_name =
      asking.nothing_else || (!topic.empty() && topic.front() >= 'A' && topic.front() <= 'Z');
  if (!one_word || !as_a_name || !is_first_name(finder, topic)) return false;
  const auto found = finder.find(topic, 1, message.spoken);
  if (found.hits.empty()) return false;
  const auto words = finder.explain(topic, found.hits.front().task, message.spoken);
  return std::all_of(words.begin(), words.end(), [](const auto& word) { return word.how == "form"; });
}

/// True for the beginning of a word in capitals: A to Z, or any letter beyond ASCII.
bool is_capital(char c) {
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// True where nothing but a slip in a short word makes it a name, and not a first name: "glade" is no Gade.
bool is_short_slip(const std::string& topic, const store::Finder& finder) {
  constexpr std::size_t long_word = 6;
  if (is_capital(topic.front())) return false;
  store::Words words;
  words.read(topic);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word.size() >= long_word || spells_name(finder, word)) return false;
    for (const auto person : finder.find_people(store::to_utf8(word), 3))
      if (store::letters_of(finder.catalogue().person(person).name).front() == word.front()) return false;
  }
  return true;
}

/// "..., hvem har tallene": one definite word that is no task's name leans on what was told before it.
bool leans_on_told(const Message& message, const Topics& topics, const store::Finder& finder) {
  constexpr std::size_t shortest = 5;
  if (topics.told.empty() || topics.texts.size() != 1) return false;
  const std::string& topic = topics.texts.front();
  if (is_part_of_any_matter(store::letters_of(topic))) return true;
  const bool definite = topic.size() >= shortest && topic.find(' ') == std::string::npos &&
                        (topic.ends_with("en") || topic.ends_with("et") || topic.ends_with("ne"));
  if (!definite || message.spoken == store::Spoken::english) return false;
  const auto found = finder.find(topic, 1, message.spoken);
  if (found.hits.empty()) return false;
  const auto words = finder.explain(topic, found.hits.front().task, message.spoken);
  return std::none_of(words.begin(), words.end(), [](const auto& word) { return word.field == "title"; });
}

/// Somebody who is said to be away beside the question: "Mads er syg, hvem tager saltningen".
std::string absent_in(const Message& message, Stretch told, const store::Finder& finder) {
  static constexpr std::string_view away[] = {"syg",  "ferie", "v\xE6k", "barsel",        "orlov",
                                              "fri",  "sick",  "ill",    "leave",         "holiday",
                                              "away", "off",   "kursus", "frav\xE6rende", "sygemeldt"};
  const auto begin = message.words.begin();
  const auto first = begin + static_cast<std::ptrdiff_t>(told.first);
  const auto end = begin + static_cast<std::ptrdiff_t>(told.end);
  const bool is_away = std::any_of(first, end, [&](const MessageWord& word) {
    return std::find(std::begin(away), std::end(away), word.letters) != std::end(away);
  });
  if (!is_away) return "";
  constexpr std::size_t longest = 3;
  for (std::size_t i = told.first; i < told.end; ++i) {
    if (!is_capital(message.text[message.words[i].begin])) continue;
    for (std::size_t last = std::min(i + longest, told.end); last > i; --last) {
      const auto said = message.between(i, last - 1);
      const auto people = finder.find_people(said, 2);
      if (people.size() == 1 && spells_name(finder, message.words[i].letters))
        return std::string(finder.catalogue().person(people.front()).name);
    }
  }
  return "";
}

/// Nobody was asked for in so many words, so nothing is the answer without asking back. `outside`: it
/// happened to somebody who does not work here, and half a match may be a matter of ours ("min søn er blevet
/// mobbet").
void add_unsure(const Message& message, Stretch part, Intent& intent) {
  intent.slots.push_back({"unsure", "yes"});
  const auto whom = whom_told_of(message, part);
  if (whom && is_outside_of_work(message.words[*whom].letters)) intent.slots.push_back({"outside", "yes"});
}

/// "Vi er ikke hjemløse": tells what is not so.
bool denies(const Message& message, Stretch part) {
  static constexpr std::string_view words[] = {"ikke", "ik",    "aldrig",  "hverken", "kun",
                                               "not",  "never", "neither", "only"};
  return std::any_of(message.words.begin() + static_cast<std::ptrdiff_t>(part.first),
                     message.words.begin() + static_cast<std::ptrdiff_t>(part.end),
                     [](const MessageWord& word) {
                       return std::find(std::begin(words), std::end(words), word.letters) != std::end(words);
                     });
}

/// "Hvad hvis vi bliver syge": asks about a case, and the case is not all of the matter.
bool asks_what_if(const Message& message, Stretch part) {
  for (std::size_t i = part.first + 1; i < part.end; ++i) {
    const std::string& letters = message.words[i].letters;
    std::size_t before = i - 1;
    if (letters != "hvis" && letters != "if") continue;
    if (message.words[before].letters == "nu" && before > part.first) --before;
    if (message.words[before].letters == "hvad" || message.words[before].letters == "what") return true;
  }
  return false;
}

/// How many words say something: those behind the last "hvem" that something is named behind, or else all of
/// them without the ones around that only ask ("hej, kan du sige mig ..., tak").
std::size_t words_said(const Message& message, Stretch part) {
  const auto names = [&](std::size_t i) { return message.words[i].kind == WordKind::topic; };
  const auto asks = [&](std::size_t i) {
    const WordKind kind = message.words[i].kind;
    return kind == WordKind::filler || kind == WordKind::asking || kind == WordKind::holding ||
           kind == WordKind::who;
  };
  std::size_t end = part.end;
  std::size_t last = part.end;  // behind the last word that names something
  while (last > part.first && !names(last - 1)) --last;
  for (std::size_t i = part.end; i > last; --i)
    if (asks(i - 1)) end = i - 1;
  std::size_t first = part.first;
  bool named = false;
  for (std::size_t i = part.first; i < last; ++i) {
    named = named || names(i);
    if (message.words[i].kind == WordKind::who || (asks(i) && !named)) first = i + 1;
  }
  return end > first ? end - first : 0;
}

/// How the topic is said back, where that differs from what is looked for.
void add_quote(const Message& message, Intent& intent) {
  if (intent.slots.size() != 1 || intent.slots.front().name != "task") return;
  std::string said = quoted(message, intent.slots.front().value);
  if (said != intent.slots.front().value) intent.slots.push_back({"said", std::move(said)});
}

}  // namespace

std::optional<Intent> find_person_in(const Message& message, Stretch part, const store::Finder& finder,
                                     float& score) {
  Intent intent{IntentName::find_person,
                {},
                message.spoken,
                std::string(message.between(part.first, part.end - 1)),
                words_said(message, part)};
  for (std::string& number : kle_numbers_in(message, part))
    intent.slots.push_back({"kle", std::move(number)});
  Asking asking = asking_in(message, part);
  score = 1;
  Topics topics;
  if (intent.slots.empty() && !asking.names_no_matter()) {
    topics = topics_in(message, part, finder);
    score = topics.score;
    asking.who = asking.who || topics.asked;
    for (const std::string& topic : topics.texts) intent.slots.push_back({"task", topic});
  }
  if (intent.slots.empty() && !asking.names_no_matter() && !(asking.who && asking.who_word))
    return std::nullopt;
  if (intent.slots.empty()) return intent;  // "hvem har opgaven": asked back
  if (intent.slots.size() == 1 && intent.slots.front().name == "task" &&
      is_rather_a_name(message, asking, intent.slots.front().value, finder)) {
    return Intent{IntentName::tasks_of_person,
                  {{"person", person_called(finder, intent.slots.front().value)}}};
  }
  if (intent.slots.front().name == "task" && score < clearly_a_task) {
    if (auto somebody = about_somebody(message, part, finder)) return somebody;
  }
  if (intent.slots.front().name == "task" && !asking.who) {
    const float least = asking.nothing_else
                            ? (asking.topic_words < 3 ? least_for_bare_topic : least_for_long_topic)
                        : asking.who_word ? least_after_who
                                          : least_in_a_sentence;
    if (score < least) {
      const std::string& said = intent.slots.front().value;
      const bool person =
          intent.slots.size() == 1 && names_person(finder, said) && !is_short_slip(said, finder);
      if (person)
        return Intent{IntentName::tasks_of_person,
                      {{"person", person_called(finder, intent.slots.front().value)}}};
      const bool talk = is_small_talk(message, part, asking);
      const auto whom = whom_told_of(message, part);
      const bool outside = whom && is_outside_of_work(message.words[*whom].letters);
      const bool asked_or_told = !talk && !outside && !asking.who_word && intent.slots.size() == 1;
      const bool matter = !is_no_matter(intent.text, intent.spoken);
      bool offered = matter && (worth_offering(message, part, asking, score, finder) ||
                                (!talk && is_told_of(intent, finder)));
      if (!offered && asked_or_told) {
        offered = score >= (matter ? least_to_offer_what_is_listed : least_to_offer_in_a_question) &&
                  is_listed(intent.slots.front().value, message.spoken, finder);
        std::string piece = offered || !matter ? std::string() : listed_piece(message, part, finder);
        if (!piece.empty()) {
          intent.slots.front().value = std::move(piece);
          offered = true;
        }
      }
      add_quote(message, intent);
      if (offered) {
        add_unsure(message, part, intent);
        if (!topics.told.empty()) intent.slots.push_back({"told", std::move(topics.told)});
        return intent;
      }
      intent.name = IntentName::out_of_domain;
      if (talk) intent.slots.clear();
      return intent;
    }
  }
  add_quote(message, intent);
  const bool said_in_passing = !asking.who && !asking.who_word && !asking.nothing_else &&
                               (denies(message, part) || is_no_matter(intent.text, intent.spoken));
  if (topics.inferred || said_in_passing || leans_on_told(message, topics, finder) ||
      asks_what_if(message, part))
    add_unsure(message, part, intent);
  if (!topics.told.empty()) intent.slots.push_back({"told", std::move(topics.told)});
  const auto clauses = clauses_in(message, part);
  if (clauses) {
    if (auto absent = absent_in(message, clauses->told, finder); !absent.empty())
      intent.slots.push_back({"absent", std::move(absent)});
  }
  add_wants(message, clauses ? clauses->asking : part, intent);
  return intent;
}

}  // namespace handlers::understanding
