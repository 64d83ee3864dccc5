#include "handlers/understanding/patterns.hpp"

#include "handlers/understanding/lexicon.hpp"
#include "handlers/understanding/names.hpp"
#include "handlers/understanding/pattern_reading.hpp"
#include "handlers/understanding/word_classes.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <bit>
#include <iterator>

namespace handlers::understanding {
namespace {

constexpr std::size_t longest_gap = 8;
constexpr std::size_t longest_name = 3;
constexpr std::size_t longest_text = 60;

/// Intents that make something happen.
bool is_order(IntentName name) {
  using enum IntentName;
  static constexpr IntentName orders[] = {
      network_join,     network_leave,      network_create, network_close, gathering_create, gathering_move,
      gathering_cancel, gathering_uninvite, rsvp,           rsvp_nudge,    reminder_set,     mute,
      pairing_plan,     report_answers,     task_transfer,  task_assign,   task_add,         task_confirm,
      person_leaves,    digest_subscribe,   privacy_export, privacy_delete};
  return std::find(std::begin(orders), std::end(orders), name) != std::end(orders);
}

bool is_little(WordKind kind) {
  return kind == WordKind::function || kind == WordKind::link;
}

/// "Hvem opretter netværk?" tells nobody to do it.
bool asks_for_somebody(const Message& message) {
  return std::any_of(message.words.begin(), message.words.end(),
                     [](const MessageWord& word) { return word.kind == WordKind::who; });
}

/// All-capital messages included: then the catalogue's words decide.
bool begins_with_capital(const Message& message, std::size_t word) {
  const auto first = static_cast<unsigned char>(message.text[message.words[word].begin]);
  return (first >= 'A' && first <= 'Z') || first >= 0xC0;
}

/// "I got a reminder": what somebody has got is wanted of nobody.
bool is_got(const Message& message, std::size_t word) {
  static constexpr std::string_view articles[] = {"a", "an", "en", "et"};
  static constexpr std::string_view got[] = {"got", "received", "fik",
                                             "f\xE5"
                                             "et",
                                             "modtaget"};
  const auto is = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), message.words[word - 1].letters) != std::end(list);
  };
  if (word > 1 && is(articles)) --word;
  return word > 0 && is(got);
}

/// "Move our daughter to another class" moves no meeting.
bool begins_with_a_relative(const Message& message, std::size_t word) {
  while (word + 1 < message.words.size() && is_determiner(message.words[word].letters)) ++word;
  return is_outside_of_work(message.words[word].letters);
}

/// "Where do you post job adverts": one word of a contact point's name ("Digital post") does not name it.
bool is_name_of_somebody(const store::Finder& finder, std::string_view letters) {
  const std::string said = store::to_utf8(letters);
  return names_colleague(finder, said) || is_first_name(finder, said);
}

/// Words that speak to us: what follows is wanted of us, whatever was asked before.
bool is_invitation(std::string_view letters) {
  static constexpr std::string_view words[] = {"du", "please", "you", "venligst", "og", "and"};
  return std::find(std::begin(words), std::end(words), letters) != std::end(words);
}

}  // namespace

/// Where no pattern holds the words together, less is believed: a single word is a name only if it is spelt
/// like one and no word of the catalogue in small letters ("skov"), and of a network only the word itself is.
bool Patterns::surely_meant(const Reading& reading, Kind kind, std::size_t word, std::size_t end) const {
  const MessageWord& said = reading.message.words[word];
  if (kind == Kind::network) return end - word == 1 && names_network_itself(said.letters);
  if (kind != Kind::person || end - word > 1) return true;
  return spells_name(reading.finder, said.letters) &&
         (begins_with_capital(reading.message, word) ||
          (!reading.finder.knows_word(said.letters) &&
           names_colleague(reading.finder, store::to_utf8(said.letters))));
}

/// Letter by letter or with a capital: "hele" is no Helle who is to get a task.
bool Patterns::written_as_name(const Reading& reading, std::size_t word) const {
  return begins_with_capital(reading.message, word) ||
         spells_name(reading.finder, reading.message.words[word].letters);
}

/// "Direktør for børn og unge": a word of the catalogue is no misspelt Bjørn.
bool Patterns::is_rather_a_word(const Reading& reading, std::size_t word) const {
  const std::string& letters = reading.message.words[word].letters;
  return reading.finder.knows_word(letters) && !spells_name(reading.finder, letters);
}

bool Patterns::fits(const Reading& reading, const Row& row, Kind kind, std::size_t word,
                    std::size_t end) const {
  const auto& words = reading.message.words;
  // "en" is no colleague, though a contact point be called "Én indgang".
  const bool names = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(word),
                                 words.begin() + static_cast<std::ptrdiff_t>(end),
                                 [](const MessageWord& one) { return one.kind == WordKind::topic; });
  switch (kind) {
    case Kind::person:
      // Contact points are asked about, but have no leader and are never away.
      return names &&
             (row.intent == IntentName::tasks_of_person
                  ? reading.names(Named::person, word, end, names_person)
                  : reading.names(Named::colleague, word, end, names_colleague)) &&
             (!is_order(row.intent) || end - word > 1 || written_as_name(reading, word)) &&
             (end - word > 1 || !is_rather_a_word(reading, word)) &&
             (end - word > 1 || row.intent != IntentName::tasks_of_person ||
              begins_with_capital(reading.message, word) ||
              is_name_of_somebody(reading.finder, reading.message.words[word].letters));
    case Kind::someone: {
      const bool role = end - word <= 2 && reading.is(end - 1, someone_) &&
                        (end - word == 1 || reading.message.words[word].kind != WordKind::topic);
      return role || (names && reading.names(Named::person, word, end, names_person));
    }
    case Kind::unit:  // in "who runs it", "it" is no department
      return (names || begins_with_capital(reading.message, word)) &&
             reading.names(Named::unit, word, end, names_unit);
    case Kind::network:
      return reading.names(Named::network, word, end, [](const store::Finder& finder, std::string_view said) {
        return names_network(said) && !names_public_body(finder, said);
      });
    case Kind::title:
      return names_title(reading.message.words[end - 1].letters);
    case Kind::text:
      return row.intent != IntentName::gathering_move || !begins_with_a_relative(reading.message, word);
    default:
      return true;
  }
}

void Patterns::keep(const Reading& reading, const Element& element, std::size_t word, std::size_t end,
                    PatternMatch& found) const {
  const auto& words = reading.message.words;
  if (element.kind == Kind::text && element.slot != "text" && element.slot != "when") {
    while (end - word > 1 && is_little(words[end - 1].kind)) --end;
    while (end - word > 1 && is_little(words[word].kind)) ++word;
  }
  const std::string_view said = reading.message.between(word, end - 1);
  std::string value(said);
  if (element.kind == Kind::person || element.kind == Kind::someone) {
    if (element.kind == Kind::someone && !names_person(reading.finder, said)) return;
    value = person_called(reading.finder, said);
  } else if (element.kind == Kind::unit) {
    value = unit_called(reading.finder, said);
  }
  found.intent.slots.push_back({std::string(element.slot), std::move(value)});
}

bool Patterns::capture(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                       PatternMatch& found) const {
  const Element& element = row.elements[at];
  const bool to_the_end = element.slot == "text";  // other phrases end at a mark
  const std::size_t longest = element.kind == Kind::text      ? (to_the_end ? longest_text : longest_phrase)
                              : element.kind == Kind::network ? longest_phrase
                                                              : longest_name;
  std::size_t end = word;
  while (end < reading.size() && end - word < longest && !reading.places[end].taken &&
         (end == word || (to_the_end ? !reading.asks_anew(end) : !reading.message.words[end].after_mark))) {
    ++end;
  }
  for (; end > word; --end) {  // the longest first
    const std::size_t slots = found.intent.slots.size();
    found.intent.slots.push_back({});  // keeps the slots in the order of the pattern
    if (match(reading, row, at + 1, end, found) && fits(reading, row, element.kind, word, end)) {
      auto behind = std::vector<Slot>(
          std::make_move_iterator(found.intent.slots.begin() + static_cast<std::ptrdiff_t>(slots) + 1),
          std::make_move_iterator(found.intent.slots.end()));
      found.intent.slots.resize(slots);
      keep(reading, element, word, end, found);
      std::move(behind.begin(), behind.end(), std::back_inserter(found.intent.slots));
      return true;
    }
    found.intent.slots.resize(slots);
  }
  return element.optional && match(reading, row, at + 1, word, found);
}

/// Each element somewhere, a name as long as it can be. The words are known to be there (may_match).
bool Patterns::match_in_any_order(const Reading& reading, const Row& row, PatternMatch& found) const {
  for (const Element& element : row.elements) {
    bool any = element.kind == Kind::word;
    for (std::size_t word = 0; !any && word < reading.size(); ++word) {
      for (std::size_t end = std::min(word + longest_name, reading.size()); !any && end > word; --end) {
        any = fits(reading, row, element.kind, word, end) && surely_meant(reading, element.kind, word, end);
        if (any) keep(reading, element, word, end, found);
      }
    }
    if (!any) return false;
  }
  found.first = 0;
  found.end = reading.size();
  return true;
}

bool Patterns::match(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                     PatternMatch& found) const {
  return (row.reads_days && match_behind_day(reading, row, at, word, found)) ||
         match_here(reading, row, at, word, found);
}

/// A day is kept, and the row goes on behind it as if it were not there.
bool Patterns::match_behind_day(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                                PatternMatch& found) const {
  auto& slots = found.intent.slots;
  if (!found.intent.slot("when").empty()) return false;  // one for each answer, and a bound on the work
  const Kind kind = at < row.elements.size() ? row.elements[at].kind : Kind::word;
  const std::size_t end = kind == Kind::begin ? word : reading.end_of_day(word);
  if (end == word) return false;
  const std::size_t before = slots.size();
  slots.push_back({"when", std::string(reading.message.between(word, end - 1))});
  if (match(reading, row, kind == Kind::day ? at + 1 : at, end, found)) return true;
  slots.resize(before);
  return false;
}

/// Where the rest of what is said ends; a day in it is kept, too.
std::size_t Patterns::end_of_rest(const Reading& reading, const Row& row, std::size_t word,
                                  PatternMatch& found) const {
  std::size_t end = word;
  while (end < reading.size() && end < word + longest_gap && !reading.places[end].taken &&
         (end == word || !reading.message.words[end].after_mark) && !reading.asks_anew(end)) {
    const std::size_t behind_day = row.reads_days ? reading.end_of_day(end) : end;
    if (behind_day == end) {
      ++end;
      continue;
    }
    if (found.intent.slot("when").empty())
      found.intent.slots.push_back({"when", std::string(reading.message.between(end, behind_day - 1))});
    end = behind_day;
  }
  return end;
}

bool Patterns::match_here(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                          PatternMatch& found) const {
  if (at == row.elements.size()) {
    found.end = word;
    return true;
  }
  const Element& element = row.elements[at];
  switch (element.kind) {
    case Kind::begin:
      return reading.places[word].begins && match(reading, row, at + 1, word, found);
    case Kind::end:
      return (row.reads_days ? reading.places[word].answered : reading.places[word].ends) &&
             match(reading, row, at + 1, word, found);
    case Kind::all:
      return reading.places[word].said_all && match(reading, row, at + 1, word, found);
    case Kind::day:
      return element.optional && match(reading, row, at + 1, word, found);
    case Kind::gap:
      if (at + 1 == row.elements.size()) {
        found.end = end_of_rest(reading, row, word, found);
        return true;
      }
      for (std::size_t skip = 0; skip <= longest_gap && word + skip <= reading.size(); ++skip) {
        if (match(reading, row, at + 1, word + skip, found)) return true;
        if (word + skip < reading.size() && reading.places[word + skip].taken) return false;
      }
      return false;
    case Kind::person:
    case Kind::someone:
    case Kind::unit:
    case Kind::network:
    case Kind::title:
    case Kind::text:
      return capture(reading, row, at, word, found);
    case Kind::word:
      break;
  }
  const bool fits = word < reading.size() && !reading.places[word].taken && reading.is(word, element.ids);
  if (fits && match(reading, row, at + 1, word + 1, found)) return true;
  return element.optional && match(reading, row, at + 1, word, found);
}

/// "Hvem kan flytte mødet?" and "hvordan opretter man et netværk" ask; they tell nobody to do it.
bool Patterns::may_stand_here(const Reading& reading, const PatternMatch& found) const {
  const bool about_nobody =
      found.intent.name == IntentName::sensitive_refuse && found.intent.slot("person").empty();
  if (!is_order(found.intent.name) && !about_nobody && found.intent.name != IntentName::out_of_domain)
    return true;
  if (is_order(found.intent.name) && is_got(reading.message, found.first)) return false;
  const auto& words = reading.message.words;
  for (std::size_t i = found.first; i > 0 && !words[i].after_stop; --i) {
    const MessageWord& before = words[i - 1];
    if (is_invitation(before.letters)) return true;  // "kan du", "please": from here on it is an order
    if (before.kind == WordKind::who) return false;
    if (words[i].after_mark && i != found.first && i + 1 < found.first) break;
  }
  return true;
}

/// The matches of one row, from the first word on.
void Patterns::find_row(Reading& reading, const Row& row, std::vector<PatternMatch>& matches) const {
  const Element& start = row.elements.front();
  const bool by_word = start.kind == Kind::word && !start.optional;
  for (std::size_t first = 0; first < reading.size(); ++first) {
    if (reading.places[first].taken || (by_word && !reading.is(first, start.ids))) continue;
    PatternMatch found{first, first, {row.intent, {}}};
    if (!match(reading, row, 0, first, found) || found.end == first) continue;
    if (!may_stand_here(reading, found)) continue;
    found.intent.slots.insert(found.intent.slots.end(), row.slots.begin(), row.slots.end());
    for (std::size_t i = found.first; i < found.end; ++i) reading.places[i].taken = true;
    matches.push_back(std::move(found));
  }
}

std::vector<PatternMatch> Patterns::find(const Message& message, const store::Finder& finder) const {
  Reading reading(message, finder);
  read_words(reading);
  std::vector<PatternMatch> matches;
  for (std::size_t block = 0; block < reading.rows.size(); ++block) {
    for (std::uint64_t anchored = reading.rows[block]; anchored != 0; anchored &= anchored - 1) {
      const Row& row = rows_[block * 64 + static_cast<std::size_t>(std::countr_zero(anchored))];
      if (!reading.may_match(row)) continue;
      if (!reading.margins_read) reading.read_margins();  // most messages have no such row
      if (!row.in_any_order) {
        find_row(reading, row, matches);
        continue;
      }
      PatternMatch found{0, 0, {row.intent, {}}};
      if (is_order(row.intent) && asks_for_somebody(message)) continue;
      if (!match_in_any_order(reading, row, found)) continue;
      found.intent.slots.insert(found.intent.slots.end(), row.slots.begin(), row.slots.end());
      if (is_order(row.intent)) found.intent.slots.push_back({"text", message.text});
      return {std::move(found)};
    }
  }
  std::sort(matches.begin(), matches.end(),
            [](const PatternMatch& a, const PatternMatch& b) { return a.first < b.first; });
  return matches;
}

}  // namespace handlers::understanding
