#include "handlers/understanding/patterns.hpp"

#include "handlers/understanding/lexicon.hpp"
#include "handlers/understanding/names.hpp"
#include "handlers/understanding/phrases.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace handlers::understanding {
namespace {

constexpr std::size_t longest_gap = 8;
constexpr std::size_t longest_name = 3;
constexpr std::size_t longest_phrase = 12;
constexpr std::size_t longest_text = 60;
constexpr std::size_t words_until_who = 3;

/// Who may be meant instead of a name, in both languages.
constexpr std::string_view pronouns_and_roles =
    "han hun hende ham vedkommende kollega kollegaen kollegas chef chefen chefens leder lederen lederens "
    "borgmester borgmesteren direktør direktøren sekretær sekretæren medarbejderen nogen he she they him her "
    "them "
    "colleague manager boss leader mayor director secretary somebody someone anybody anyone";

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end != 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return parts;
}

// Words that ask what, when, how: what follows is told nobody to do.
constexpr std::string_view asking_what[] = {"hvad", "hvor", "hvordan", "hvorn\xE5r", "hvorfor",
                                            "what", "how",  "when",    "where",      "why"};
constexpr std::string_view turning[] = {"ikke", "aldrig", "m\xE5ske", "not", "never", "maybe"};
constexpr std::string_view joining[] = {"og", "samt", "and"};

template <std::size_t N>
bool is_one_of(std::string_view letters, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), letters) != std::end(words);
}

/// Intents that make something happen.
bool is_order(IntentName name) {
  using enum IntentName;
  static constexpr IntentName orders[] = {network_join,
                                          network_leave,
                                          network_create,
                                          network_close,
                                          gathering_create,
                                          gathering_move,
                                          gathering_cancel,
                                          rsvp,
                                          rsvp_nudge,
                                          reminder_set,
                                          mute,
                                          pairing_plan,
                                          report_answers,
                                          task_transfer,
                                          task_assign,
                                          task_add,
                                          task_confirm,
                                          digest_subscribe,
                                          privacy_export,
                                          privacy_delete};
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

/// Words that speak to us: what follows is wanted of us, whatever was asked before.
bool is_invitation(std::string_view letters) {
  static constexpr std::string_view words[] = {"du", "please", "you", "venligst", "og", "and"};
  return std::find(std::begin(words), std::end(words), letters) != std::end(words);
}

}  // namespace

/// A message as the rows see it: the pattern words that each of its words is.
struct Patterns::Reading {
  const Message& message;
  const store::Finder& finder;
  std::vector<std::vector<WordId>> ids;
  std::vector<bool> taken;
  std::vector<std::uint16_t> rows;  // that may match, in the order of the tables

  std::size_t size() const { return message.words.size(); }
  bool is(std::size_t word, const std::vector<WordId>& wanted) const {
    return std::any_of(ids[word].begin(), ids[word].end(), [&](WordId id) {
      return std::find(wanted.begin(), wanted.end(), id) != wanted.end();
    });
  }
  /// Only filler from here back to the mark before, or to the mark behind.
  bool at_begin(std::size_t word) const {
    while (word > 0 && !message.words[word].after_mark) {
      const MessageWord& before = message.words[--word];
      if (before.kind == WordKind::topic || before.kind == WordKind::who ||
          is_one_of(before.letters, asking_what))
        return false;
    }
    return true;
  }
  bool at_end(std::size_t word) const {
    for (; word < size() && !message.words[word].after_mark; ++word) {
      const WordKind kind = message.words[word].kind;
      if (kind == WordKind::topic || kind == WordKind::asking ||
          is_one_of(message.words[word].letters, turning))
        return false;
    }
    return true;
  }
  /// A mark or an 'and' behind which somebody asks for somebody: what was said before ends here.
  bool asks_anew(std::size_t word) const {
    if (!message.words[word].after_mark && !is_one_of(message.words[word].letters, joining)) return false;
    const std::size_t last = std::min(word + words_until_who, size());
    for (std::size_t i = word; i < last && (i == word || !message.words[i].after_mark); ++i) {
      if (message.words[i].kind == WordKind::who) return true;
    }
    return false;
  }
};

/// Where no pattern holds the words together, less is believed: a single word is a name only if it is spelt
/// like one and no word of the catalogue in small letters ("skov"), and of a network only the word itself is.
bool Patterns::surely_meant(const Reading& reading, Kind kind, std::size_t word, std::size_t end) const {
  const MessageWord& said = reading.message.words[word];
  if (kind == Kind::network) return end - word == 1 && names_network_itself(said.letters);
  if (kind != Kind::person || end - word > 1) return true;
  const auto first = static_cast<unsigned char>(reading.message.text[said.begin]);
  const bool capital = (first >= 'A' && first <= 'Z') || first >= 0xC0;
  return spells_name(reading.finder, said.letters) && (capital || !reading.finder.knows_word(said.letters));
}

Patterns::Patterns(std::initializer_list<PatternTable> tables) {
  for (const auto& table : tables) {
    for (const PatternRow& row : table.rows) add(row, table.groups);
  }
  for (const std::string_view word : split(pronouns_and_roles, ' ')) someone_.push_back(id_of(word));
}

const Patterns& Patterns::all() {
  static const Patterns patterns{
      {danish::groups(), danish::private_matters()}, {english::groups(), english::private_matters()},
      {danish::groups(), danish::collaboration()},   {danish::groups(), danish::people()},
      {english::groups(), english::collaboration()}, {english::groups(), english::people()}};
  return patterns;
}

const Patterns& Patterns::cues() {
  static const Patterns patterns{{danish::groups(), danish::cues()}, {english::groups(), english::cues()}};
  return patterns;
}

std::vector<std::string> Patterns::words() const {
  std::vector<std::string> all;
  for (const auto& [word, id] : words_) all.push_back(word);
  return all;
}

Patterns::WordId Patterns::id_of(std::string_view word) {
  const bool beginning = word.ends_with('*');
  const bool ending = word.starts_with('*');
  const std::string letters = store::letters_of(word);
  if (!beginning && !ending) {
    WordId& id = words_[letters];
    if (id == 0) id = ++last_id_;
    return id;
  }
  auto& list = beginning && ending ? middles_ : beginning ? beginnings_ : endings_;
  const auto known =
      std::find_if(list.begin(), list.end(), [&](const auto& row) { return row.first == letters; });
  if (known != list.end()) return known->second;
  list.emplace_back(letters, ++last_id_);
  return last_id_;
}

void Patterns::add(const PatternRow& source, std::span<const WordGroup> groups) {
  Row row;
  row.intent = source.intent;
  const std::vector<WordId>* anchor = nullptr;
  std::size_t anchor_at = 0;
  for (std::string_view word : split(source.pattern, ' ')) {
    if (word == "&") {
      row.in_any_order = true;
      continue;
    }
    Element element;
    element.optional = word.starts_with('?');
    if (element.optional) word.remove_prefix(1);
    if (word == "...") {
      element.kind = Kind::gap;
    } else if (word == "^") {
      element.kind = Kind::begin;
    } else if (word == "$") {
      element.kind = Kind::end;
    } else if (word.starts_with('<')) {
      const std::string_view inside = word.substr(1, word.size() - 2);
      const std::size_t colon = inside.find(':');
      const std::string_view kind = inside.substr(0, colon);
      element.slot = colon == std::string_view::npos ? kind : inside.substr(colon + 1);
      element.kind = kind == "person"    ? Kind::person
                     : kind == "someone" ? Kind::someone
                     : kind == "unit"    ? Kind::unit
                     : kind == "network" ? Kind::network
                     : kind == "title"   ? Kind::title
                                         : Kind::text;
      if (kind == "someone") element.slot = "person";
    } else {
      for (const std::string_view one : split(word, '/')) {
        if (!one.starts_with('{')) {
          element.ids.push_back(id_of(one));
          continue;
        }
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const WordGroup& known) {
          return known.name == one.substr(1, one.size() - 2);
        });
        if (group == groups.end()) throw std::logic_error("no such group: " + std::string(source.pattern));
        for (const std::string_view member : split(group->words, ' ')) element.ids.push_back(id_of(member));
      }
    }
    row.elements.push_back(std::move(element));
  }
  // The rarest words tell soonest that a row cannot match: the longest pattern word that must be there.
  for (const Element& element : row.elements) {
    if (element.kind != Kind::word || element.optional) continue;
    if (anchor == nullptr || element.ids.size() < anchor_at)
      anchor = &element.ids, anchor_at = element.ids.size();
  }
  for (const std::string_view slot : split(source.slots, ' ')) {
    const std::size_t equals = slot.find('=');
    row.slots.push_back({std::string(slot.substr(0, equals)), std::string(slot.substr(equals + 1))});
  }
  if (anchor == nullptr) throw std::logic_error("a row without a word: " + std::string(source.pattern));
  const auto index = static_cast<std::uint16_t>(rows_.size());
  if (anchored_.size() <= last_id_) anchored_.resize(last_id_ + 1U);
  for (const WordId id : *anchor) anchored_[id].push_back(index);
  rows_.push_back(std::move(row));
}

bool Patterns::fits(const Reading& reading, Kind kind, std::size_t word, std::size_t end) const {
  const std::string_view said = reading.message.between(word, end - 1);
  const auto& words = reading.message.words;
  // "en" is no colleague, though a contact point be called "Én indgang".
  const bool names = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(word),
                                 words.begin() + static_cast<std::ptrdiff_t>(end),
                                 [](const MessageWord& one) { return one.kind == WordKind::topic; });
  switch (kind) {
    case Kind::person:
      return names && names_person(reading.finder, said);
    case Kind::someone: {
      const bool role = end - word <= 2 && reading.is(end - 1, someone_) &&
                        (end - word == 1 || reading.message.words[word].kind != WordKind::topic);
      return role || (names && names_person(reading.finder, said));
    }
    case Kind::unit:
      return names_unit(reading.finder, said);
    case Kind::network:
      return names_network(said);
    case Kind::title:
      return names_title(reading.message.words[end - 1].letters);
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
  found.intent.slots.push_back({element.slot, std::move(value)});
}

bool Patterns::capture(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                       PatternMatch& found) const {
  const Element& element = row.elements[at];
  const bool to_the_end = element.slot == "text";  // other phrases end at a mark
  const std::size_t longest = element.kind == Kind::text      ? (to_the_end ? longest_text : longest_phrase)
                              : element.kind == Kind::network ? longest_phrase
                                                              : longest_name;
  std::size_t end = word;
  while (end < reading.size() && end - word < longest && !reading.taken[end] &&
         (end == word || (to_the_end ? !reading.asks_anew(end) : !reading.message.words[end].after_mark))) {
    ++end;
  }
  for (; end > word; --end) {  // the longest first
    const std::size_t slots = found.intent.slots.size();
    found.intent.slots.push_back({});  // keeps the slots in the order of the pattern
    if (match(reading, row, at + 1, end, found) && fits(reading, element.kind, word, end)) {
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

/// Each element somewhere, a name as long as it can be.
bool Patterns::match_in_any_order(const Reading& reading, const Row& row, PatternMatch& found) const {
  for (const Element& element : row.elements) {
    bool any = false;
    for (std::size_t word = 0; !any && word < reading.size(); ++word) {
      if (element.kind == Kind::word) {
        any = reading.is(word, element.ids);
        continue;
      }
      for (std::size_t end = std::min(word + longest_name, reading.size()); !any && end > word; --end) {
        any = fits(reading, element.kind, word, end) && surely_meant(reading, element.kind, word, end);
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
  if (at == row.elements.size()) {
    found.end = word;
    return true;
  }
  const Element& element = row.elements[at];
  switch (element.kind) {
    case Kind::begin:
      return reading.at_begin(word) && match(reading, row, at + 1, word, found);
    case Kind::end:
      return reading.at_end(word) && match(reading, row, at + 1, word, found);
    case Kind::gap:
      if (at + 1 == row.elements.size()) {  // the rest of what is said
        found.end = word;
        while (found.end < reading.size() && found.end < word + longest_gap && !reading.taken[found.end] &&
               (found.end == word || (!reading.message.words[found.end].after_mark)) &&
               !reading.asks_anew(found.end)) {
          ++found.end;
        }
        return true;
      }
      for (std::size_t skip = 0; skip <= longest_gap && word + skip <= reading.size(); ++skip) {
        if (match(reading, row, at + 1, word + skip, found)) return true;
        if (word + skip < reading.size() && reading.taken[word + skip]) return false;
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
  const bool fits = word < reading.size() && !reading.taken[word] && reading.is(word, element.ids);
  if (fits && match(reading, row, at + 1, word + 1, found)) return true;
  return element.optional && match(reading, row, at + 1, word, found);
}

void Patterns::read_words(Reading& reading) const {
  for (const MessageWord& word : reading.message.words) {
    std::vector<WordId> ids;
    const auto exact = words_.find(word.letters);
    if (exact != words_.end()) ids.push_back(exact->second);
    for (const auto& [letters, id] : beginnings_) {
      if (word.letters.starts_with(letters)) ids.push_back(id);
    }
    for (const auto& [letters, id] : endings_) {
      if (word.letters.ends_with(letters)) ids.push_back(id);
    }
    for (const auto& [letters, id] : middles_) {
      if (word.letters.find(letters) != std::string::npos) ids.push_back(id);
    }
    for (const WordId id : ids) {
      if (id < anchored_.size())
        reading.rows.insert(reading.rows.end(), anchored_[id].begin(), anchored_[id].end());
    }
    reading.ids.push_back(std::move(ids));
  }
  std::sort(reading.rows.begin(), reading.rows.end());
  reading.rows.erase(std::unique(reading.rows.begin(), reading.rows.end()), reading.rows.end());
}

/// "Hvem kan flytte mødet?" and "hvordan opretter man et netværk" ask; they tell nobody to do it.
bool Patterns::may_stand_here(const Reading& reading, const PatternMatch& found) const {
  const bool about_nobody =
      found.intent.name == IntentName::sensitive_refuse && found.intent.slot("person").empty();
  if (!is_order(found.intent.name) && !about_nobody && found.intent.name != IntentName::out_of_domain)
    return true;
  const auto& words = reading.message.words;
  for (std::size_t i = found.first; i > 0 && !words[i].after_stop; --i) {
    const MessageWord& before = words[i - 1];
    if (is_invitation(before.letters)) return true;  // "kan du", "please": from here on it is an order
    if (before.kind == WordKind::who) return false;
    if (words[i].after_mark && i != found.first && i + 1 < found.first) break;
  }
  return true;
}

std::vector<PatternMatch> Patterns::find(const Message& message, const store::Finder& finder) const {
  Reading reading{message, finder, {}, std::vector<bool>(message.words.size(), false), {}};
  read_words(reading);
  std::vector<PatternMatch> matches;
  for (const auto index : reading.rows) {
    const Row& row = rows_[index];
    if (row.in_any_order) {
      PatternMatch found{0, 0, {row.intent, {}}};
      if (is_order(row.intent) && asks_for_somebody(message)) continue;
      if (!match_in_any_order(reading, row, found)) continue;
      found.intent.slots.insert(found.intent.slots.end(), row.slots.begin(), row.slots.end());
      if (is_order(row.intent)) found.intent.slots.push_back({"text", message.text});
      return {std::move(found)};
    }
    for (std::size_t first = 0; first < reading.size(); ++first) {
      PatternMatch found{first, first, {row.intent, {}}};
      if (reading.taken[first] || !match(reading, row, 0, first, found) || found.end == first) continue;
      if (!may_stand_here(reading, found)) continue;
      found.intent.slots.insert(found.intent.slots.end(), row.slots.begin(), row.slots.end());
      for (std::size_t i = found.first; i < found.end; ++i) reading.taken[i] = true;
      matches.push_back(std::move(found));
    }
  }
  std::sort(matches.begin(), matches.end(),
            [](const PatternMatch& a, const PatternMatch& b) { return a.first < b.first; });
  return matches;
}

}  // namespace handlers::understanding
