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

/// Looks phrases up by stems. Made once from the embedded tables; immutable, so const access is thread-safe.
class Glossary {
 public:
  /// The tables of config/words, read at the first call.
  static const Glossary& embedded();

  /// One table as text: a header, then `from;to;kind` with kind `da` or `en`. Lines starting with # are
  /// remarks.
  void add(std::string_view csv);

  /// What these words (stems, one blank between them) are called officially; Danish stems, or English ones.
  std::span<const Phrase> danish(std::string_view stems) const { return find(danish_, stems); }
  std::span<const Phrase> english(std::string_view stems) const { return find(english_, stems); }

  /// The most words that a phrase on the left has.
  std::size_t longest() const { return longest_; }

 private:
  using Table = std::unordered_map<std::string, std::vector<Phrase>>;
  static std::span<const Phrase> find(const Table&, std::string_view stems);

  Table danish_;
  Table english_;
  std::size_t longest_ = 0;
};

}  // namespace store::search
