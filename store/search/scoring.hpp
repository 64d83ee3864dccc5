#pragma once
// From an analysed question to scored tasks.
#include "store/search/index.hpp"
#include "store/search/query.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace store::search {

struct Scored {
  TaskIndex task = no_index;
  float score = 0;      ///< 0 to 1
  bool phrase = false;  ///< the question is exactly the task's title or one of its keywords
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
  /// Values of some documents: reads and writes cost the same for few and many, forgetting costs what was
  /// written.
  class Values {
   public:
    explicit Values(std::size_t docs) { make_room(docs); }
    void make_room(std::size_t docs) {
      if (docs > values_.size()) values_.resize(docs + room_for_changes, 0);
    }
    void raise(DocId doc, float value) {
      if (values_[doc] == 0) touched_.push_back(doc);
      if (value > values_[doc]) values_[doc] = value;
    }
    void add(DocId doc, float value) {
      if (values_[doc] == 0) touched_.push_back(doc);
      values_[doc] += value;
    }
    void scale(float factor) {
      for (const DocId doc : touched_) values_[doc] *= factor;
    }
    float operator[](DocId doc) const { return values_[doc]; }
    const std::vector<DocId>& touched() const { return touched_; }
    void clear() {
      for (const DocId doc : touched_) values_[doc] = 0;
      touched_.clear();
    }

   private:
    static constexpr std::size_t room_for_changes = 4096;
    std::vector<float> values_;
    std::vector<DocId> touched_;
  };

  /// Sets word_ to how well each task satisfies the word; of all tasks, or of those that have a sum already.
  void satisfy(const QueryWord&, bool new_tasks);
  bool take_titled(const Query&);
  void sum_up(const Query&);
  float least_of_the_best();
  std::vector<Scored> take_best(float weight);
  float least_to_find(const QueryWord&) const;
  void raise_all(const Composite::Share&, bool new_tasks, Values&) const;
  void raise(std::span<const Posting>, float quality, bool new_tasks, Values&) const;
  void note_matches(const Query&);
  void forget_matches();
  void refine(const Query&, Scored&);
  void add_share(std::size_t word, const Match&, float share);

  struct WordOfTerm {
    TermId term;
    std::uint32_t word;
    float quality;
  };
  /// What is known of a stem: how rare it is, and where its rows in words_of_terms_ begin.
  struct AboutTerm {
    static constexpr std::uint32_t not_asked = 0xFFFFFFFF;
    float rarity = -1;  // not yet known
    std::uint32_t first_row = not_asked;
  };

  const Index* index_;
  Values sums_;
  Values word_;
  Values composite_;
  Values share_;
  std::vector<float> least_sums_;           // working memory
  std::vector<WordOfTerm> words_of_terms_;  // sorted by term
  std::vector<AboutTerm> about_terms_;      // by term
};

}  // namespace store::search
