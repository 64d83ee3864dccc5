#include "store/search/index.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace store::search {

Index::Index(const Catalogue& catalogue) : Index(catalogue, std::make_shared<Segment>(catalogue.base())) {}

Index::Index(const Catalogue& catalogue, const Index& before) : Index(catalogue, before.base_) {}

Index::Index(const Catalogue& catalogue, std::shared_ptr<const Segment> base)
    : task_count_(catalogue.task_count()),
      base_(std::move(base)),
      base_docs_(base_->doc_count()),
      terms_(base_->vocabulary()) {
  const auto changed = catalogue.changed_tasks();
  if (changed.empty()) return;
  changed_.assign(changed.begin(), changed.end());
  replaced_.resize(base_docs_);
  for (const TaskIndex task : changed_) {
    if (task < replaced_.size()) replaced_[task] = true;
  }
  changes_ = std::make_unique<Segment>(catalogue, changed_, *base_);
  note_changed_counts(catalogue.base());
  terms_ = Terms(base_->vocabulary(), changes_->vocabulary(), gone_);
}

void Index::note_changed_counts(const Catalogue& base) {
  for (const TermId term : changes_->used()) {
    count_changes_[term] += static_cast<std::int32_t>(changes_->postings(term).size());
  }
  std::vector<TaskIndex> before;
  std::copy_if(changed_.begin(), changed_.end(), std::back_inserter(before),
               [this](TaskIndex task) { return task < base_docs_; });
  if (!before.empty()) {
    const Segment replaced(base, before, *base_);
    for (const TermId term : replaced.used())
      count_changes_[term] -= static_cast<std::int32_t>(replaced.postings(term).size());
  }
  for (const auto& [term, change] : count_changes_) {
    if (term < base_->vocabulary().size() && count(term) == 0) gone_.push_back(term);
  }
  std::sort(gone_.begin(), gone_.end());
}

DocId Index::doc_of(TaskIndex task) const {
  if (changed_.empty()) return task;
  const auto at = std::lower_bound(changed_.begin(), changed_.end(), task);
  if (at == changed_.end() || *at != task) return task;
  return static_cast<DocId>(base_docs_ + static_cast<std::size_t>(at - changed_.begin()));
}

std::array<std::span<const Posting>, 2> Index::postings(TermId term) const {
  const bool known = term < base_->vocabulary().size();
  return {known ? base_->postings(term) : std::span<const Posting>{},
          changes_ ? changes_->postings(term) : std::span<const Posting>{}};
}

std::span<const Token> Index::tokens(DocId doc) const {
  return doc < base_docs_ ? base_->tokens(doc) : changes_->tokens(doc - base_docs_);
}

std::size_t Index::count(TermId term) const {
  const std::size_t base = term < base_->vocabulary().size() ? base_->postings(term).size() : 0;
  if (count_changes_.empty()) return base;
  const auto change = count_changes_.find(term);
  if (change == count_changes_.end()) return base;
  return static_cast<std::size_t>(static_cast<std::int64_t>(base) + change->second);
}

float Index::rarity(std::size_t tasks) const {
  const auto all = static_cast<float>(task_count() + 1);
  const auto with = static_cast<float>(std::clamp<std::size_t>(tasks, 1, task_count() + 1));
  return std::log(1 + all / with) / std::log(1 + all);
}

void Index::find_typos(std::string_view word, std::vector<TermId>& out) const {
  base_->typos().find(base_->vocabulary(), word, out);
  if (!changes_) return;
  std::erase_if(out, [this](TermId term) { return terms_.gone(term); });
  std::vector<TermId> added;
  changes_->typos().find(changes_->vocabulary(), word, added);
  for (const TermId term : added) out.push_back(static_cast<TermId>(base_->vocabulary().size() + term));
}

void Index::find_kin(std::string_view stem, std::vector<TermId>& out) const {
  out.clear();
  base_->kin().find(base_->vocabulary(), stem, out);
  if (!changes_) return;
  std::erase_if(out, [this](TermId term) { return terms_.gone(term); });
  const std::size_t known = out.size();
  changes_->kin().find(changes_->vocabulary(), stem, out);
  for (std::size_t i = known; i < out.size(); ++i) out[i] += static_cast<TermId>(base_->vocabulary().size());
}

std::vector<TaskIndex> Index::tasks_with_kle(std::string_view beginning) const {
  std::vector<std::pair<std::string_view, TaskIndex>> found;
  base_->find_kle(beginning, found);
  std::erase_if(found, [this](const auto& row) { return replaced(row.second); });
  if (changes_) changes_->find_kle(beginning, found);
  std::sort(found.begin(), found.end());
  std::vector<TaskIndex> tasks;
  for (const auto& [number, task] : found) tasks.push_back(task);
  return tasks;
}

bool Index::has_phrase(DocId doc, std::span<const TermId> stems, Field least) const {
  std::size_t said = 0;
  bool same = false;
  for (const Token token : tokens(doc)) {
    if (token.starts_phrase) {
      if (same && said == stems.size()) return true;
      said = 0;
      same = static_cast<Field>(token.field) <= least;
    }
    if (token.function_word || !same) continue;
    same = said < stems.size() && stems[said] == token.term;
    ++said;
  }
  return same && said == stems.size();
}

std::vector<TaskIndex> Index::tasks_called(std::span<const TermId> stems, Field least) const {
  constexpr std::size_t most_looked_at = 2000;
  std::vector<TaskIndex> called;
  if (stems.empty() || std::find(stems.begin(), stems.end(), no_term) != stems.end()) return called;
  const auto rarest =
      std::min_element(stems.begin(), stems.end(), [&](TermId a, TermId b) { return count(a) < count(b); });
  for (const auto having : postings(*rarest)) {
    for (const Posting posting : having.first(std::min(having.size(), most_looked_at))) {
      if (posting.field() > least || replaced(posting.doc()) || !has_phrase(posting.doc(), stems, least))
        continue;
      called.push_back(task_of(posting.doc()));
    }
  }
  return called;
}

bool Index::in_a_title(TermId term) const {
  for (const auto having : postings(term)) {
    const bool titled = std::any_of(having.begin(), having.end(), [this](Posting posting) {
      return posting.field() == Field::title && !replaced(posting.doc());
    });
    if (titled) return true;
  }
  return false;
}

}  // namespace store::search
