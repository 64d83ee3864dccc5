#include "handlers/understanding/clauses.hpp"

#include "handlers/understanding/lexicon.hpp"
#include "handlers/understanding/word_classes.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace handlers::understanding {
namespace {

template <std::size_t N>
bool one_of(const std::string_view (&list)[N], std::string_view letters) {
  return std::find(std::begin(list), std::end(list), letters) != std::end(list);
}

bool is_whom(std::string_view letters) {
  static constexpr std::string_view all[] = {"hvem", "who", "whom"};
  return one_of(all, letters);
}

/// Words that ask at the beginning of a clause; inside of one they may join a relative clause to it.
bool asks_first(std::string_view letters) {
  static constexpr std::string_view all[] = {"hvilken", "hvilke",     "hvilket", "which", "hvor", "hvad",
                                             "hvordan", "hvorn\xE5r", "where",   "how",   "what"};
  return is_whom(letters) || one_of(all, letters);
}

bool is_modal(std::string_view letters) {
  static constexpr std::string_view all[] = {"kan",    "kunne",  "skal", "skulle", "vil",   "ville",  "m\xE5",
                                             "b\xF8r", "t\xF8r", "can",  "could",  "shall", "should", "will",
                                             "would",  "may",    "must", "do",     "does",  "did"};
  return one_of(all, letters);
}

/// "Er", "har", "is": with one of these a clause states something.
bool states(std::string_view letters) {
  static constexpr std::string_view all[] = {"er", "var", "har", "havde", "bliver", "blev", "f\xE5r", "fik",
                                             "is", "are", "was", "were",  "has",    "have", "had",    "got"};
  return is_modal(letters) || one_of(all, letters);
}

bool is_about(std::string_view letters) {
  static constexpr std::string_view all[] = {"om",
                                             "omkring",
                                             "vedr",
                                             "vedr\xF8rende",
                                             "ang",
                                             "ang\xE5"
                                             "ende",
                                             "about",
                                             "regarding",
                                             "concerning"};
  return one_of(all, letters);
}

bool opens_relative(std::string_view letters) {
  static constexpr std::string_view all[] = {"der", "som", "that", "which", "who", "whose"};
  return one_of(all, letters);
}

/// True if a question that begins behind the word is a part of its clause: "sige mig hvem", "på hvem".
bool governs_question(const Message& message, std::size_t question) {
  static constexpr std::string_view saying[] = {
      "ved",         "vide",   "vidste",   "kender", "sige",  "siger",   "sig",       "fort\xE6l",
      "fort\xE6lle", "oplyse", "finde",    "find",   "ud",    "h\xF8re", "h\xF8r",    "sp\xF8rge",
      "huske",       "husker", "undrer",   "vise",   "vis",   "know",    "knows",     "tell",
      "me",          "us",     "remember", "find",   "out",   "wonder",  "wondering", "show",
      "ask",         "sure",   "og",       "and",    "eller", "or"};
  for (std::size_t i = question; i-- > 0;) {
    const MessageWord& word = message.words[i];
    if (one_of(saying, word.letters)) return true;
    if (word.kind == WordKind::link) return word.letters != "den" && word.letters != "det";
    if (word.kind != WordKind::function || message.words[i + 1].after_mark) return false;
  }
  return false;
}

/// Behind "og", "så", "but" at the beginning of a clause.
std::size_t first_said(const Message& message, std::size_t word, std::size_t end) {
  static constexpr std::string_view joining[] = {"og", "men", "s\xE5", "and", "but", "so", "hej", "hi", "nu"};
  while (word + 1 < end && one_of(joining, message.words[word].letters)) ++word;
  return word;
}

std::size_t begin_of_segment(const Message& message, std::size_t word, std::size_t first) {
  while (word > first && !message.words[word].after_mark) --word;
  return word;
}

std::size_t end_of_segment(const Message& message, std::size_t word, std::size_t end) {
  while (++word < end && !message.words[word].after_mark) {
  }
  return word;
}

/// Not a further item of an enumeration.
bool is_clause(const Message& message, std::size_t word, std::size_t end) {
  end = end_of_segment(message, word, end);
  for (; word < end; ++word) {
    if (states(message.words[word].letters) || is_subject(message.words[word], message.spoken)) return true;
  }
  return false;
}

bool names_something(const Message& message, Stretch part) {
  for (std::size_t i = part.first; i < part.end; ++i) {
    const MessageWord& word = message.words[i];
    if (word.kind == WordKind::topic && !is_number(word.letters)) return true;
  }
  return false;
}

/// The same of a clause that asks, where words of telling name nothing: "hvem skal jeg orientere om det".
/// Behind an article or a preposition they are nouns: "hvem tager sig af klage". Nor does what leans on a
/// story by itself: "hvem kender reglerne".
bool names_beside_telling(const Message& message, Stretch part) {
  for (std::size_t i = part.first; i < part.end; ++i) {
    const MessageWord& word = message.words[i];
    // "Who coordinates the permits" means those of the story, "about permits" any.
    const bool of_the_story =
        i > part.first && message.words[i - 1].letters == "the" && is_part_of_any_matter(word.letters);
    const bool leans = of_the_story || leans_on_a_story(word.letters);
    if (word.kind != WordKind::topic || is_number(word.letters) || leans) continue;
    if (!is_telling(word.letters)) return true;
    if (i == part.first) continue;
    const MessageWord& before = message.words[i - 1];
    static constexpr std::string_view no_noun_follows[] = {"at", "to", "den", "det", "de", "som"};
    const bool behind_preposition = before.kind == WordKind::link && !is_subject(before, message.spoken) &&
                                    !one_of(no_noun_follows, before.letters);
    if (behind_preposition || is_determiner(before.letters)) return true;
  }
  return false;
}

/// "Hvem fortæller os om kommunen": asks about what names nothing, and yet not about what was told.
bool asks_about_all_of_us(const Message& message, Stretch asking) {
  for (std::size_t i = asking.first + 1; i < asking.end; ++i) {
    if (!is_all_of_us(message.words[i].letters)) continue;
    const std::string& before = message.words[i - 1].letters;
    if (is_about(before)) return true;
    if (is_determiner(before) && i > asking.first + 1 && is_about(message.words[i - 2].letters)) return true;
  }
  return false;
}

/// A clause that asks: where it begins and its word that asks.
struct Asked {
  std::size_t begin = 0;
  std::size_t word = 0;
};

/// Where the clause begins to which the "hvem" belongs; nothing for a relative "who".
std::optional<std::size_t> begin_of_question(const Message& message, Stretch part, std::size_t word) {
  const std::size_t segment = begin_of_segment(message, word, part.first);
  if (first_said(message, segment, part.end) == word) return segment;
  const bool governed = governs_question(message, word) && !names_something(message, {segment, word});
  if (governed) return segment;
  if (message.words[word].letters == "hvem" || governs_question(message, word)) return word;
  const auto& words = message.words;
  const bool inverted =
      word + 2 < part.end && is_modal(words[word + 1].letters) && is_subject(words[word + 2], message.spoken);
  return inverted ? std::optional(word) : std::nullopt;
}

/// The one clause that asks for somebody; else the one that asks where, how or what.
std::optional<Asked> clause_that_asks(const Message& message, Stretch part) {
  std::optional<Asked> found;
  for (std::size_t i = part.first; i < part.end; ++i) {
    if (!is_whom(message.words[i].letters)) continue;
    const auto begin = begin_of_question(message, part, i);
    if (!begin || (found && found->begin == *begin)) continue;
    if (found) return std::nullopt;
    found = Asked{*begin, i};
  }
  for (std::size_t i = part.first; i < part.end && !found; i = end_of_segment(message, i, part.end)) {
    const std::size_t first = first_said(message, i, part.end);
    if (asks_first(message.words[first].letters)) found = Asked{i, first};
  }
  return found;
}

std::size_t end_of_asking(const Message& message, Asked asked, std::size_t end) {
  for (std::size_t i = asked.word + 1; i < end; ++i) {
    const MessageWord& word = message.words[i];
    const bool apart = word.after_mark && !opens_relative(word.letters) && is_clause(message, i, end);
    if (apart || (i > asked.word + 1 && opens_circumstances(message, i, end))) return i;
  }
  return end;
}

/// True for the last word of "hvem betaler", "hvem kan åbne": whoever has something "has" it.
bool ends_with_verb(const Message& message, Stretch asking, std::size_t word) {
  if (names_something(message, {word + 1, asking.end})) return false;
  static constexpr std::string_view does[] = {"do", "does", "did"};
  const std::string& before = message.words[word - 1].letters;
  const bool present = before == "hvem" && message.words[word].letters.ends_with("er");
  return present || (is_modal(before) && !one_of(does, before));
}

/// The verb of an asking clause, if it is none of the words that ask: "hvem henter den", "who can stop him".
std::optional<std::size_t> verb_of(const Message& message, Stretch asking, std::size_t asked) {
  for (std::size_t i = asked + 1; i < asking.end; ++i) {
    const MessageWord& word = message.words[i];
    if (word.kind == WordKind::topic) {
      const bool verb = stands_as_verb(message, i, asking.end) || says_what_is_done(word.letters) ||
                        ends_with_verb(message, asking, i);
      return verb ? std::optional(i) : std::nullopt;
    }
    const bool passed = is_modal(word.letters) || is_subject(word, message.spoken) || word.letters == "der" ||
                        word.letters == "s\xE5";
    if (!passed) return std::nullopt;
  }
  return std::nullopt;
}

bool names_matter(const Message& message, Stretch asking, std::size_t asked) {
  const auto verb = verb_of(message, asking, asked);
  return names_beside_telling(message, verb ? Stretch{*verb + 1, asking.end} : asking);
}

/// True for "jeg har brækket benet", "sekretæren er på ferie": somebody's story, and not what is wanted.
/// What there is ("der ligger ...", "rotter i kælderen") and what somebody asks about are.
bool is_about_somebody(const Message& message, Stretch told) {
  constexpr std::size_t first_words = 4;
  bool somebody = false;
  for (std::size_t i = told.first; i < told.end; i = end_of_segment(message, i, told.end)) {
    const std::size_t end = end_of_segment(message, i, told.end);
    for (std::size_t j = i; j < end; ++j) {
      const std::string& letters = message.words[j].letters;
      if (is_about(letters) || letters.starts_with("sp\xF8rg") || letters.starts_with("ask")) return false;
    }
    const std::size_t first = first_said(message, i, end);
    const std::string& begin = message.words[first].letters;
    if (asks_first(begin) || begin == "hvorfor" || begin == "why" || begin == "when") continue;
    static constexpr std::string_view whose[] = {"min", "mit", "mine",   "vores",
                                                 "my",  "our", "hendes", "hans"};
    somebody = somebody || is_subject(message.words[first], message.spoken) || one_of(whose, begin);
    for (std::size_t j = first + 1; j < std::min(end, first + first_words); ++j) {
      const std::string& before = message.words[j - 1].letters;
      if (before == "der" || before == "there" || before == "det" || before == "it") break;
      somebody = somebody || states(message.words[j].letters);
    }
  }
  return somebody;
}

}  // namespace

bool is_subject(const MessageWord& word, store::Spoken spoken) {
  static constexpr std::string_view danish[] = {"jeg", "du", "vi", "man", "han", "hun"};
  static constexpr std::string_view english[] = {"i", "you", "we", "he", "she", "they"};
  return spoken == store::Spoken::english ? one_of(english, word.letters) : one_of(danish, word.letters);
}

bool stands_as_verb(const Message& message, std::size_t word, std::size_t end) {
  static constexpr std::string_view objects[] = {"den", "det", "dem", "de", "the", "a", "an"};
  if (word == 0 || word + 1 >= end || message.words[word].after_mark) return false;
  const MessageWord& next = message.words[word + 1];
  if (next.after_mark) return false;
  const MessageWord& before = message.words[word - 1];
  if (is_subject(before, message.spoken)) return true;
  const bool place = asks_first(before.letters) || is_modal(before.letters) || before.letters == "der" ||
                     before.letters == "s\xE5";
  return place && (next.kind == WordKind::function || one_of(objects, next.letters));
}

bool opens_circumstances(const Message& message, std::size_t word, std::size_t end) {
  static constexpr std::string_view opening[] = {"n\xE5r", "hvis", "fordi", "mens", "if", "when", "because"};
  const std::string& letters = message.words[word].letters;
  if (one_of(opening, letters)) return true;
  if (word + 1 < end && letters == "uden" && message.words[word + 1].letters == "at") return true;
  if (word + 1 < end && letters == "without" && message.words[word + 1].letters.ends_with("ing")) return true;
  if (letters != "s\xE5" && letters != "so") return false;
  constexpr std::size_t soon = 2;
  for (std::size_t i = word + 1; i < std::min(end, word + 1 + soon); ++i) {
    if (i > word + 1 && is_modal(message.words[i].letters)) return true;
    if (is_subject(message.words[i], message.spoken)) return true;
  }
  return false;
}

std::optional<Clauses> clauses_in(const Message& message, Stretch part) {
  const auto asked = clause_that_asks(message, part);
  if (!asked) return std::nullopt;
  Clauses clauses;
  clauses.asking = {asked->begin, end_of_asking(message, *asked, part.end)};
  const Stretch before{part.first, asked->begin};
  const Stretch behind{clauses.asking.end, part.end};
  clauses.told = names_something(message, before) ? before : behind;
  if (!names_something(message, clauses.told)) return std::nullopt;
  clauses.names_matter = names_matter(message, clauses.asking, asked->word);
  clauses.about_all_of_us = asks_about_all_of_us(message, clauses.asking);
  clauses.only_tells = !clauses.about_all_of_us && !names_beside_telling(message, clauses.asking);
  clauses.told_of_somebody = is_about_somebody(message, clauses.told);
  return clauses;
}

}  // namespace handlers::understanding
