#pragma once
// From an analysed question to scored tasks.
#include "store/search/index.hpp"
#include "store/search/query.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace store::search {

struct Scored {
  TaskIndex task = no_index;
  float score = 0;  ///< 0 to 1
};

/// Scores tasks for one question at a time. Keeps its working memory (a few bytes a task) between questions.
/// Not thread-safe; the index outlives it.
class Scorer {
 public:
  explicit Scorer(const Index& index);

  /// Goes on with another index; the working memory is kept.
  void use(const Index& index);

  /// The best tasks, best first; at most 48.
  std::vector<Scored> best(const Query&);

 private:
  /// What a match is worth by the field in which it stands.
  using Worth = std::array<float, 8>;

  /// Values of some documents: reads and writes cost the same for few and many, forgetting costs what was
  /// written.
  class Values {
   public:
    explicit Values(std::size_t docs) { make_room(docs); }
    void make_room(std::size_t docs) {
      if (docs > values_.size()) values_.resize(docs + room_for_changes, 0);
    }
    void raise(DocId doc, float value) {
      expect(1);
      raise_expected(doc, value);
    }
    /// The documents of many postings, those that are wanted.
    template <class Wanted>
    void raise(std::span<const Posting> postings, const Worth& worth, Wanted wanted) {
      expect(postings.size());
      for (const Posting posting : postings) {
        if (!wanted(posting.doc())) continue;
        raise_expected(posting.doc(), worth[static_cast<std::size_t>(posting.field())]);
      }
    }
    /// Those of others, so many times.
    void add(const Values& others, float factor) {
      expect(others.count_);
      for (const DocId doc : others.touched()) {
        touched_[count_] = doc;
        count_ += std::bit_cast<std::uint32_t>(values_[doc]) == 0 ? 1 : 0;
        values_[doc] += factor * others.values_[doc];
      }
    }
    void scale(float factor) {
      for (const DocId doc : touched()) values_[doc] *= factor;
    }
    float operator[](DocId doc) const { return values_[doc]; }
    std::span<const DocId> touched() const { return std::span(touched_).first(count_); }
    void clear() {
      for (const DocId doc : touched()) values_[doc] = 0;
      count_ = 0;
    }

   private:
    /// Makes room for so many more documents, and for one that is written down and not kept.
    void expect(std::size_t more) {
      const std::size_t needed = std::min(count_ + more, values_.size()) + 1;
      if (touched_.size() < needed) touched_.resize(needed);
    }
    void raise_expected(DocId doc, float value) {
      const float before = values_[doc];
      touched_[count_] = doc;
      count_ += std::bit_cast<std::uint32_t>(before) == 0 ? 1 : 0;  // cheaper than to compare with 0.0
      values_[doc] = std::max(before, value);
    }

    static constexpr std::size_t room_for_changes = 4096;
    std::vector<float> values_;
    std::vector<DocId> touched_;  // the first ones, each once
    std::size_t count_ = 0;       // of them
  };

  /// Which tasks a match is for.
  enum class Reach : std::uint8_t {
    all,
    best,    ///< where no word comes after: those of them that can be among the best
    summed,  ///< those that another word found
  };

  /// Sets word_ to how well each task satisfies the word; of all tasks, or of those that have a sum already.
  /// `rest` is what the words that come after it can still bring. Tasks that cannot be among the best may be
  /// left out.
  void satisfy(const QueryWord&, bool new_tasks, float rest, bool last);
  void satisfy_less(const QueryWord&, float good, float least, Reach, float rest);
  void satisfy(const QueryWord&, float from, float below, float least, Reach);
  bool take_titled(const Query&);
  void sum_up(const Query&);
  bool enough_above(float sum, float weight_of_word = 0) const;
  bool all_summed_have(float value) const;
  std::vector<Scored> take_best(float weight);
  float least_to_find(const QueryWord&) const;
  void raise_all(const Composite::Share&, Reach, Values&) const;
  void raise_alone(const Composite::Share&, Reach);
  void raise(std::span<const Posting>, float quality, Reach, Values&) const;
  void raise_best(std::span<const Posting>, const Worth&, Values&) const;
  void note_matches(const Query&);
  void forget_matches();
  void refine(const Query&, Scored&);
  void note(std::size_t word, TermId, float quality);

  /// How well a stem satisfies a word of the question; those of one stem are a chain.
  struct WordOfTerm {
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    std::uint32_t word;
    float quality;
    std::uint32_t next;  // row, or none
    TermId term;
  };
  /// What is known of a stem: how rare it is, and where its rows in words_of_terms_ begin. While a word is
  /// looked for: what the stem is worth as a match of its own, which finds as much as any.
  struct AboutTerm {
    float rarity = -1;  // not yet known
    std::uint32_t first_row = WordOfTerm::none;
    float itself = 0;
  };

  const Index* index_;
  Values sums_;
  Values word_;
  Values composite_;
  Values share_;
  std::vector<WordOfTerm> words_of_terms_;
  std::vector<AboutTerm> about_terms_;  // by term
};

}  // namespace store::search
