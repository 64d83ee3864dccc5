#pragma once
// A question in terms of the index: for each of its words the stems that would satisfy it, and how well.
#include "store/search/glossary.hpp"
#include "store/search/index.hpp"
#include "store/search/known_compounds.hpp"
#include "store/search/vowel_lengths.hpp"
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace store::search {

struct CompoundWorth;

/// By what a stem of the index satisfies a word of the question.
enum class How : std::uint8_t { word, kin, joined, word_list, part, typo };

/// A stem that satisfies a word, and how well: 1 is the word itself.
struct Match {
  TermId term = no_term;
  float quality = 0;
  How how = How::word;
};

/// Several stems that satisfy a word only together ("skolebørn" by "skole" and "børn"). Each share says how
/// much of the word its matches stand for; the shares add up to the quality of the whole.
struct Composite {
  struct Share {
    float share = 0;
    std::vector<Match> matches;
  };
  std::vector<Share> shares;
};

/// One content word of the question.
struct QueryWord {
  std::string letters;
  std::string stem;
  std::string before;  ///< the function word right before it, which may be its first part; empty if none
  float weight = 0;    ///< how much it says: rare words more than common ones, unknown ones in between
  Form form = Form::plain;
  std::vector<Match> matches;
  std::vector<Composite> composites;
  bool listed = false;  ///< the word list has it, in any form, and the catalogue what it is called there
  bool listed_as_it_is = false;
  bool explained = false;       ///< the list of related words has it as it is
  bool doubtful_typos = false;  ///< among the matches are slips in short words or stems
  bool split = false;           ///< one of the composites is the word itself, taken apart
  bool short_stem = false;      ///< its form may tell it from other words of its stem
  bool foreign_verb = false;    ///< "parkere", where the catalogue has "parkering"
  bool verb_only = false;       ///< "fyres": not the noun of its stem
  bool leans = false;           ///< a verb before its object, an adjective before its noun
};

struct Query {
  std::vector<QueryWord> words;
  float weight = 0;  ///< of all words together
};

/// The most words of a question that are looked at, and the most letters of a word.
inline constexpr std::size_t most_words = 24;
inline constexpr std::size_t most_letters = 60;

/// Analyses questions. Not thread-safe (stemmers); the index and the glossary outlive it.
class QueryReader {
 public:
  QueryReader(const Index& index, const Glossary& glossary) : index_(&index), glossary_(glossary) {}

  /// Goes on with another index.
  void use(const Index& index) {
    index_ = &index;
    compounds_.forget();
  }

  /// `spoken` is the language of the sentence around it. The English word list is for English sentences, and
  /// for words without one.
  Query read(std::string_view phrase, Spoken spoken = Spoken::undecided);

  /// True if the catalogue has the stem of the word.
  bool has_word(std::string_view letters) {
    return index_->terms().find(stemmer_.danish(letters)) != no_term;
  }

  /// English if the word list explains the phrase, in English only, and no title has its words; else
  /// undecided.
  Spoken language_of(std::string_view phrase);

 private:
  void add_words(std::string_view phrase, Spoken, Query&);
  bool leans_on_next(std::size_t word, Spoken) const;
  void match_word(QueryWord&);
  void match_joined(Query&);
  void match_turned(QueryWord& head, QueryWord& modifier);
  void match_glossary(Spoken, Query&);
  void match_listed(Query&, std::size_t first, std::size_t end, const Official&, float quality);
  void match_related(Query&, std::size_t first, std::size_t end, const Official&);
  void match_official(QueryWord&, Phrase, float quality);
  bool is_other_name(const Query&, std::size_t first, std::size_t end, Phrase);
  bool said_whole(const Official&);
  void match_kin(std::string_view stem, float quality, std::vector<Match>& out);
  void match_listed_part(const std::string& stem, std::vector<Match>& out);
  std::string listed_part(std::string_view letters);
  void match_typos(QueryWord&);
  void match_split(QueryWord&);
  void match_shared(QueryWord&);
  void match_alike(QueryWord&, std::size_t first);
  std::size_t share_first(std::string_view whole, std::size_t most, Composite&);
  std::size_t share_known_first(std::string_view whole, std::size_t most, Composite&);
  std::size_t share_last(std::string_view whole, std::size_t most, Composite&);
  std::size_t share_known_last(std::string_view whole, std::size_t most, Composite&);
  bool share_misspelt_first(std::string_view whole, std::size_t last, Composite&);
  float telling(const Composite& last) const;
  void add_last_alone(std::string_view whole, std::size_t last, Composite, QueryWord&);
  void add_kin_part(std::string_view stem, float share, Composite&);
  std::size_t find_alike_first(std::string_view whole, std::size_t most, std::size_t least);
  std::size_t find_alike_last(std::string_view whole, std::size_t most, std::size_t least);
  void add_alike(float share, Composite&);
  void match_other_forms(QueryWord&);
  void match_foreign_verb(QueryWord&);
  void match_particles(Spoken, Query&);
  void add_part(std::string_view stem, float share, Composite&);
  void weigh(Query&);

  /// The stem itself, its other number, and compounds that contain it. `ours`: the stem is of the catalogue
  /// or of a word list; `heads`: it may be the last part of a compound.
  void match_stem(std::string_view stem, float quality, How, std::vector<Match>& out);
  void match_compounds(std::string_view stem, const CompoundWorth&, std::vector<Match>& out, bool ours = true,
                       bool heads = true);

  /// What a word has been found to be called already, and how well that satisfies it.
  struct KnownOfficial {
    const QueryWord* word;
    std::string_view stems;
    float quality;
  };

  const Index* index_;
  const Glossary& glossary_;
  Stemmer stemmer_;
  Words words_;
  KnownCompounds compounds_;
  std::vector<TermId> terms_;  // working memory, as all below
  std::vector<TermId> range_;
  std::vector<KnownOfficial> officials_;
};

}  // namespace store::search
