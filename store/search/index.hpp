#pragma once
// The inverted index over one catalogue: which stems stand in which tasks, and where. Most of it belongs to a
// base that catalogues share which differ in a few tasks; the few are a small segment of their own.
#include "store/catalogue.hpp"
#include "store/search/segment.hpp"
#include "store/search/terms.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace store::search {

/// Immutable; const access is thread-safe. The catalogue outlives it.
class Index {
 public:
  explicit Index(const Catalogue&);
  /// Shares the base with the index of an earlier snapshot, if the new one is built on the same base; what
  /// has changed since then is read. Costs what the changed tasks cost.
  Index(const Catalogue&, const Index& before);
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  /// Documents, among them those of tasks that have been replaced.
  std::size_t doc_count() const { return base_docs_ + changed_.size(); }
  std::size_t task_count() const { return task_count_; }
  TaskIndex task_of(DocId doc) const { return doc < base_docs_ ? doc : changed_[doc - base_docs_]; }
  DocId doc_of(TaskIndex task) const;
  /// True if the task says something else now, in another document.
  bool replaced(DocId doc) const { return doc < replaced_.size() && replaced_[doc]; }

  const Terms& terms() const { return terms_; }
  /// One more than the greatest number of a stem.
  std::size_t term_count() const {
    return base_->vocabulary().size() + (changes_ ? changes_->vocabulary().size() : 0);
  }
  /// Documents with the stem, in order: of the base, and of what has changed.
  std::array<std::span<const Posting>, 2> postings(TermId) const;
  std::span<const Token> tokens(DocId) const;
  /// How many tasks have the stem.
  std::size_t count(TermId) const;
  /// How rare something is that stands in so many tasks: 1 for a single one, near 0 for all.
  float rarity(std::size_t tasks) const;
  float rarity_of(TermId term) const { return rarity(count(term)); }

  /// Stems one slip away from the word (typos.hpp); stems of the same family (kin.hpp).
  void find_typos(std::string_view word, std::vector<TermId>& out) const;
  void find_kin(std::string_view stem, std::vector<TermId>& out) const;

  /// Tasks that have these stems, in this order and no others, as a phrase of that field or a better one.
  /// Of stems that stand in thousands of tasks only the first of those are looked at.
  std::vector<TaskIndex> tasks_called(std::span<const TermId> stems, Field least) const;
  /// True if a task has the stem in its title.
  bool in_a_title(TermId) const;

  /// Tasks whose KLE number begins so, in the order of the numbers.
  std::vector<TaskIndex> tasks_with_kle(std::string_view beginning) const;

 private:
  Index(const Catalogue&, std::shared_ptr<const Segment> base);
  void note_changed_counts(const Catalogue& base);
  bool has_phrase(DocId, std::span<const TermId> stems, Field least) const;

  std::size_t task_count_;
  std::shared_ptr<const Segment> base_;
  std::size_t base_docs_;           // documents of the base
  std::vector<TaskIndex> changed_;  // replaced tasks, then added ones; sorted
  std::vector<bool> replaced_;      // by document of the base; empty if nothing has changed
  std::unique_ptr<Segment> changes_;
  std::unordered_map<TermId, std::int32_t> count_changes_;  // of stems of the base
  std::vector<TermId> gone_;
  Terms terms_;
};

}  // namespace store::search
