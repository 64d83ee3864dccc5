#include "store/search/glossary_table.hpp"

#include "store/search/flat_maker.hpp"
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>

namespace store::search::glossary_table {
namespace {

Piece piece(std::size_t at, std::size_t size) {
  const Piece piece{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(size)};
  if (piece.at != at || piece.size != size) throw std::length_error("too long for the table's numbers");
  return piece;
}

void append(std::string& phrase, std::string_view word) {
  if (!phrase.empty()) phrase += ' ';
  phrase += word;
}

class Maker {
 public:
  void add(std::string_view csv);
  std::vector<std::uint32_t> table() const;

 private:
  /// The words of a phrase that name something, and their stems.
  struct Said {
    std::string words;
    std::string stems;
    std::uint32_t count = 0;
  };
  Said read(std::string_view text, Spoken spoken) {
    Said said;
    words_.read(text);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_.hyphenated(i) && is_function_word(words_[i], spoken)) continue;
      append(said.words, words_[i]);
      append(said.stems,
             spoken == Spoken::english ? stemmer_.english(words_[i]) : stemmer_.danish(words_[i]));
      ++said.count;
    }
    return said;
  }

  Piece place(const std::string& text) {
    const auto [known, is_new] = places_.try_emplace(text, piece(text_.size(), text.size()));
    if (is_new) text_ += text;
    return known->second;
  }

  std::uint32_t number_of(const Said& phrase) {
    const auto [known, is_new] =
        numbers_.try_emplace(phrase.words, static_cast<std::uint32_t>(phrases_.size()));
    if (is_new) phrases_.push_back({place(phrase.words), place(phrase.stems)});
    return known->second;
  }

  void add_row(const Said& from, Role words, std::uint32_t phrase) {
    place(from.words);
    place(from.stems);
    const Role stems = words == Role::danish_words    ? Role::danish_stems
                       : words == Role::english_words ? Role::english_stems
                                                      : Role::related_stems;
    lists_[{words, from.words}].push_back(phrase);
    lists_[{stems, from.stems}].push_back(phrase);
  }

  Stemmer stemmer_;
  Words words_;
  std::map<std::pair<Role, std::string>, std::vector<std::uint32_t>> lists_;
  std::map<std::string, std::string> english_names_;
  std::vector<PhraseRow> phrases_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::unordered_map<std::string, Piece> places_;
  std::string text_;
  std::uint32_t longest_ = 0;
};

void Maker::add(std::string_view csv) {
  while (!csv.empty()) {
    std::string_view line = take_part(csv, '\n');
    if (line.starts_with('#')) continue;
    const std::string_view from = take_part(line, ';');
    std::string_view to = take_part(line, ';');
    const bool english = line.starts_with("en");
    const bool name = english && line != "en-said";
    const bool related = line.starts_with("rel");
    if (!english && !related && !line.starts_with("da")) continue;  // the header, an empty line
    const Said said = read(from, english ? Spoken::english : Spoken::danish);
    if (said.count == 0) continue;
    while (!to.empty()) {
      const Said phrase = read(take_part(to, ','), Spoken::undecided);
      if (phrase.count == 0) continue;
      if (name) {
        std::string& longest = english_names_[phrase.words];
        if (from.size() > longest.size()) longest = from;  // "road maintenance" rather than "pothole"
        place(phrase.words);
        place(longest);
      }
      add_row(said,
              english   ? Role::english_words
              : related ? Role::related_words
                        : Role::danish_words,
              number_of(phrase));
    }
    longest_ = std::max(longest_, said.count);
  }
}

std::vector<std::uint32_t> Maker::table() const {
  std::vector<Entry> entries;
  std::vector<std::uint32_t> items;
  std::map<std::vector<std::uint32_t>, Piece> known_lists;  // a word and its stem mostly have the same one
  for (const auto& [key, phrases] : lists_) {
    const auto [known, is_new] = known_lists.try_emplace(phrases, piece(items.size(), phrases.size()));
    if (is_new) items.insert(items.end(), phrases.begin(), phrases.end());
    entries.push_back({places_.at(key.second), known->second, key.first});
  }
  for (const auto& [phrase, name] : english_names_)
    entries.push_back({places_.at(phrase), places_.at(name), Role::english_name});
  if (entries.size() > entry_bits) throw std::length_error("too many words for the table's slots");
  std::vector<std::uint32_t> slots(entries.size() + entries.size() / 2 + 1);
  const auto slot_count = static_cast<std::uint32_t>(slots.size());
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const std::string_view key = std::string_view(text_).substr(entries[i].key.at, entries[i].key.size);
    const std::uint32_t hash = hash_of(key, entries[i].role);
    std::uint32_t slot = first_slot(hash, slot_count);
    while (slots[slot] != 0) slot = (slot + 1) % slot_count;
    slots[slot] = (hash & ~entry_bits) | (i + 1);
  }
  const Header header{slot_count,
                      static_cast<std::uint32_t>(entries.size()),
                      static_cast<std::uint32_t>(items.size()),
                      static_cast<std::uint32_t>(phrases_.size()),
                      static_cast<std::uint32_t>(text_.size()),
                      longest_};
  return FlatBlock()
      .put(std::span(&header, 1))
      .put(slots)
      .put(entries)
      .put(items)
      .put(phrases_)
      .put(text_)
      .words();
}

}  // namespace

std::uint32_t hash_of(std::string_view key, Role role) {
  std::uint32_t hash = 0x811C9DC5U + static_cast<std::uint32_t>(role);
  for (const char letter : key) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x01000193U;
  return hash ^ hash >> 15;
}

std::vector<std::uint32_t> compile(std::span<const std::string_view> files) {
  Maker maker;
  for (const std::string_view file : files) maker.add(file);
  return maker.table();
}

}  // namespace store::search::glossary_table
