#include "handlers/understanding/patterns.hpp"

#include "handlers/understanding/lexicon.hpp"
#include "handlers/understanding/names.hpp"
#include "handlers/understanding/phrases.hpp"
#include "store/text/words.hpp"

#include <algorithm>

namespace handlers::understanding {
namespace {

constexpr std::size_t longest_gap = 8;
constexpr std::size_t longest_name = 3;
constexpr std::size_t longest_phrase = 12;
constexpr std::size_t longest_text = 60;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end != 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return parts;
}

}  // namespace

/// A message as the rows see it: the pattern words that each of its words is.
struct Patterns::Reading {
  const Message& message;
  const store::Finder& finder;
  std::vector<std::vector<WordId>> ids;
  std::vector<bool> taken;
  std::vector<bool> present;  // by pattern word

  std::size_t size() const { return message.words.size(); }
  bool is(std::size_t word, const std::vector<WordId>& wanted) const {
    return std::any_of(ids[word].begin(), ids[word].end(), [&](WordId id) {
      return std::find(wanted.begin(), wanted.end(), id) != wanted.end();
    });
  }
  /// Only filler from here back to the mark before, or to the mark behind.
  bool at_begin(std::size_t word) const {
    while (word > 0 && !message.words[word].after_mark) {
      if (message.words[--word].kind == WordKind::topic) return false;
    }
    return true;
  }
  bool at_end(std::size_t word) const {
    for (; word < size() && !message.words[word].after_mark; ++word) {
      const WordKind kind = message.words[word].kind;
      if (kind == WordKind::topic || kind == WordKind::asking) return false;
    }
    return true;
  }
};

Patterns::Patterns(std::initializer_list<std::span<const PatternRow>> tables) {
  for (const auto table : tables) {
    for (const PatternRow& row : table) add(row);
  }
}

const Patterns& Patterns::all() {
  static const Patterns patterns{danish::patterns(), english::patterns()};
  return patterns;
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

void Patterns::add(const PatternRow& source) {
  Row row;
  row.intent = source.intent;
  for (std::string_view word : split(source.pattern, ' ')) {
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
      element.slot = word.substr(1, word.size() - 2);
      element.kind = element.slot == "person"    ? Kind::person
                     : element.slot == "unit"    ? Kind::unit
                     : element.slot == "network" ? Kind::network
                                                 : Kind::text;
    } else {
      for (const std::string_view one : split(word, '/')) element.ids.push_back(id_of(one));
      if (!element.optional && row.anchor.empty()) row.anchor = element.ids;
    }
    row.elements.push_back(std::move(element));
  }
  for (const std::string_view slot : split(source.slots, ' ')) {
    const std::size_t equals = slot.find('=');
    row.slots.push_back({std::string(slot.substr(0, equals)), std::string(slot.substr(equals + 1))});
  }
  rows_.push_back(std::move(row));
}

bool Patterns::capture(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                       PatternMatch& found) const {
  const Element& element = row.elements[at];
  const bool name = element.kind == Kind::person || element.kind == Kind::unit;
  const bool to_the_end = element.slot == "text";  // other phrases end at a mark
  const std::size_t longest = name ? longest_name : to_the_end ? longest_text : longest_phrase;
  std::size_t end = word;
  while (end < reading.size() && end - word < longest && !reading.taken[end] &&
         (end == word || to_the_end || !reading.message.words[end].after_mark)) {
    ++end;
  }
  for (; end > word; --end) {  // the longest first
    const std::size_t slots = found.intent.slots.size();
    const std::string_view said = reading.message.between(word, end - 1);
    found.intent.slots.push_back({element.slot, std::string(said)});
    if (match(reading, row, at + 1, end, found)) {
      const bool fits = element.kind == Kind::person    ? names_person(reading.finder, said)
                        : element.kind == Kind::unit    ? names_unit(reading.finder, said)
                        : element.kind == Kind::network ? names_network(said)
                                                        : true;
      if (fits) return true;
    }
    found.intent.slots.resize(slots);
  }
  return false;
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
      for (std::size_t skip = 0; skip <= longest_gap && word + skip <= reading.size(); ++skip) {
        if (match(reading, row, at + 1, word + skip, found)) return true;
        if (word + skip < reading.size() && reading.taken[word + skip]) return false;
      }
      return false;
    case Kind::person:
    case Kind::unit:
    case Kind::network:
    case Kind::text:
      return capture(reading, row, at, word, found);
    case Kind::word:
      break;
  }
  const bool fits = word < reading.size() && !reading.taken[word] && reading.is(word, element.ids);
  if (fits && match(reading, row, at + 1, word + 1, found)) return true;
  return element.optional && match(reading, row, at + 1, word, found);
}

std::vector<PatternMatch> Patterns::find(const Message& message, const store::Finder& finder) const {
  Reading reading{message,
                  finder,
                  {},
                  std::vector<bool>(message.words.size(), false),
                  std::vector<bool>(last_id_ + 1, false)};
  for (const MessageWord& word : message.words) {
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
    for (const WordId id : ids) reading.present[id] = true;
    reading.ids.push_back(std::move(ids));
  }
  std::vector<PatternMatch> matches;
  for (const Row& row : rows_) {
    const bool possible =
        std::any_of(row.anchor.begin(), row.anchor.end(), [&](WordId id) { return reading.present[id]; });
    if (!possible) continue;
    for (std::size_t first = 0; first < reading.size(); ++first) {
      PatternMatch found{first, first, {row.intent, {}}};
      if (reading.taken[first] || !match(reading, row, 0, first, found) || found.end == first) continue;
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
