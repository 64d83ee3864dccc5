#pragma once
// Everyday and English words beside the official Danish ones: the tables of config/words.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace store::search {

/// One official phrase: its words in the index's spelling, function words left out.
using Phrase = std::vector<std::string>;

/// What some words are called officially.
struct Official {
  std::span<const Phrase> phrases;
  bool exact = false;  ///< the words stand in the table as they are, not only their stems
};

/// Looks phrases up by words, and by stems if the words are not there ("poster" is no "post"). Made once from
/// the embedded tables; immutable, so const access is thread-safe.
class Glossary {
 public:
  /// The tables of config/words, read at the first call.
  static const Glossary& embedded();

  /// One table as text: a header, then `from;to;kind` with kind `da`, `en` or `rel`. Lines starting with #
  /// are remarks.
  void add(std::string_view csv);

  /// Words in the index's spelling and their stems, one blank between them; Danish stems, or English ones.
  Official danish(const std::string& words, const std::string& stems) const {
    return danish_.find(words, stems);
  }
  Official english(const std::string& words, const std::string& stems) const {
    return english_.find(words, stems);
  }
  /// What the words are about, where they are no name for it; Danish.
  Official related(const std::string& words, const std::string& stems) const {
    return related_.find(words, stems);
  }
  /// The same for a stem alone: a part of a compound, which has no form of its own.
  std::span<const Phrase> danish_part(const std::string& stem) const { return danish_.of_stem(stem); }
  std::span<const Phrase> related_part(const std::string& stem) const { return related_.of_stem(stem); }

  /// What an English colleague calls it, the longest name of the table; empty if none. Danish words in the
  /// spelling of the index, one blank between them.
  std::string_view english_name(const std::string& danish_words) const;

  /// The most words that a phrase on the left has.
  std::size_t longest() const { return longest_; }

 private:
  struct Table {
    std::unordered_map<std::string, std::vector<Phrase>> words;
    std::unordered_map<std::string, std::vector<Phrase>> stems;
    Official find(const std::string& words, const std::string& stems) const;
    std::span<const Phrase> of_stem(const std::string& stem) const;
  };

  Table danish_;
  Table english_;
  Table related_;
  std::unordered_map<std::string, std::string> english_names_;
  std::size_t longest_ = 0;
};

}  // namespace store::search
