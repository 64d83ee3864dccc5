#pragma once
// Everyday and English words beside the official Danish ones: the tables of config/words.
#include "store/search/glossary_table.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace store::search {

/// One official phrase without its function words, in the index's spelling; one blank between words. Both
/// views stay as long as the table.
struct Phrase {
  std::string_view words;
  std::string_view stems;  ///< Danish
};

/// Calls visit(word) for each of some words with one blank between them.
template <class Visit>
void for_each_word(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    visit(words.substr(0, end));
    words.remove_prefix(std::min(words.size(), end + 1));
  }
}

class Glossary;

/// The phrases that some words stand for.
class Phrases {
 public:
  class Iterator {
   public:
    Iterator(const Glossary& glossary, const std::uint32_t* at) : glossary_(&glossary), at_(at) {}
    Phrase operator*() const;
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Glossary* glossary_;
    const std::uint32_t* at_;
  };

  Phrases(const Glossary& glossary, std::span<const std::uint32_t> numbers)
      : glossary_(&glossary), numbers_(numbers) {}
  bool empty() const { return numbers_.empty(); }
  std::size_t size() const { return numbers_.size(); }
  Iterator begin() const { return {*glossary_, numbers_.data()}; }
  Iterator end() const { return {*glossary_, numbers_.data() + numbers_.size()}; }

 private:
  const Glossary* glossary_;
  std::span<const std::uint32_t> numbers_;
};

/// What some words are called officially.
struct Official {
  Phrases phrases;
  bool exact = false;  ///< the words stand in the table as they are, not only their stems
};

/// Looks phrases up by words, and by stems if the words are not there ("poster" is no "post"). A view of a
/// table that outlives it; const access is thread-safe.
class Glossary {
 public:
  /// The tables of config/words, as they were when the program was built.
  static const Glossary& embedded();

  /// A table made by glossary_table::compile.
  explicit Glossary(std::span<const std::uint32_t> table);

  /// Words in the index's spelling and their stems, one blank between them; Danish stems, or English ones.
  Official danish(std::string_view words, std::string_view stems) const {
    return find(Role::danish_words, words, Role::danish_stems, stems);
  }
  Official english(std::string_view words, std::string_view stems) const {
    return find(Role::english_words, words, Role::english_stems, stems);
  }
  /// The same for words as they are only.
  Official english(std::string_view words) const {
    const Phrases exact = phrases_of(Role::english_words, words);
    return {exact, !exact.empty()};
  }
  /// What the words are about, where they are no name for it; Danish.
  Official related(std::string_view words, std::string_view stems) const {
    return find(Role::related_words, words, Role::related_stems, stems);
  }
  /// The same for a stem alone: a part of a compound, which has no form of its own.
  Phrases danish_part(std::string_view stem) const { return phrases_of(Role::danish_stems, stem); }
  Phrases related_part(std::string_view stem) const { return phrases_of(Role::related_stems, stem); }

  /// What an English colleague calls it, the longest name of the table; empty if none. Danish words in the
  /// spelling of the index, one blank between them.
  std::string_view english_name(std::string_view danish_words) const;

  /// The most words that a phrase on the left has.
  std::size_t longest() const { return header_.longest; }

 private:
  friend class Phrases::Iterator;
  using Role = glossary_table::Role;
  const glossary_table::Entry* entry(Role, std::string_view key) const;
  Phrases phrases_of(Role, std::string_view key) const;
  Official find(Role words_role, std::string_view words, Role stems_role, std::string_view stems) const;
  std::string_view text(glossary_table::Piece place) const { return text_.substr(place.at, place.size); }

  glossary_table::Header header_;
  std::span<const std::uint32_t> slots_;
  std::span<const glossary_table::Entry> entries_;
  std::span<const std::uint32_t> items_;
  std::span<const glossary_table::PhraseRow> rows_;
  std::string_view text_;
};

inline Phrase Phrases::Iterator::operator*() const {
  const glossary_table::PhraseRow& row = glossary_->rows_[*at_];
  return {glossary_->text(row.words), glossary_->text(row.stems)};
}

}  // namespace store::search
