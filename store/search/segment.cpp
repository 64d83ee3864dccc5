#include "store/search/segment.hpp"

#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <utility>

namespace store::search {
namespace {

/// Reads the texts of tasks into tokens. Each written form is stemmed once.
class Reader {
 public:
  Reader(const Vocabulary* before, Vocabulary& vocabulary, std::vector<Token>& tokens)
      : before_(before), vocabulary_(vocabulary), tokens_(tokens) {}

  void read(std::string_view text, Field field) {
    if (text.empty()) return;
    words_.read(text);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const TermId form = forms_.add(words_[i]);
      if (form == known_.size()) known_.push_back(meet(words_[i]));
      Token token = known_[form];
      if (token.function_word && words_.hyphenated(i)) token = name(words_[i]);
      token.field = static_cast<std::uint32_t>(field);
      token.starts_phrase = i == 0;
      behind_comma_ = i != 0 && (behind_comma_ || words_.after_mark(i));
      token.after_comma = behind_comma_;
      tokens_.push_back(token);
    }
  }

 private:
  Token meet(std::string_view form) {
    Token token{};
    token.function_word = is_function_word(form);
    return token.function_word ? token : name(form);
  }
  Token name(std::string_view form) {
    Token token{};
    token.term = term_of(stemmer_.danish(form)) & 0x3FFFFFF;
    return token;
  }
  TermId term_of(std::string_view stem) {
    if (before_ == nullptr) return vocabulary_.add(stem);
    const TermId known = before_->find(stem);
    return known != no_term ? known : static_cast<TermId>(before_->size() + vocabulary_.add(stem));
  }

  const Vocabulary* before_;
  Vocabulary& vocabulary_;
  std::vector<Token>& tokens_;
  Vocabulary forms_;
  std::vector<Token> known_;  // by form
  Stemmer stemmer_;
  Words words_;
  bool behind_comma_ = false;
};

/// Calls visit(item) for each item of a list whose items are separated by line breaks.
template <class Visit>
void for_each_item(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    if (end != 0) visit(list.substr(0, end));
    list.remove_prefix(std::min(list.size(), end + 1));
  }
}

}  // namespace

void for_each_phrase(const Catalogue& catalogue, TaskIndex index,
                     const std::function<void(std::string_view, Field)>& visit) {
  const Task task = catalogue.task(index);
  visit(task.title, Field::title);
  for_each_item(task.kle_titles, [&](std::string_view item) { visit(item, Field::kle); });
  for_each_item(task.keywords, [&](std::string_view item) { visit(item, Field::keywords); });
  for_each_item(task.kle_keywords, [&](std::string_view item) { visit(item, Field::kle); });
  visit(task.description, Field::description);
  const auto hands = catalogue.responsibilities_of(index);
  const UnitIndex unit = hands.empty() ? no_index : catalogue.person(hands.front().person).unit;
  if (unit != no_index) visit(catalogue.unit(unit).name, Field::unit);
}

float weight_of(Field field) {
  switch (field) {
    case Field::title:
      return 1.0F;
    case Field::kle:
      return 0.96F;
    case Field::keywords:
      return 0.96F;
    case Field::description:
      return 0.7F;
    case Field::unit:
      return 0.5F;
  }
  return 0;
}

Segment::Segment(const Catalogue& catalogue) : Segment(catalogue, {}, catalogue.task_count(), nullptr) {}

Segment::Segment(const Catalogue& catalogue, std::span<const TaskIndex> tasks, const Segment& before)
    : Segment(catalogue, tasks, tasks.size(), &before) {}

Segment::Segment(const Catalogue& catalogue, std::span<const TaskIndex> tasks, std::size_t count,
                 const Segment* before) {
  Reader reader(before == nullptr ? nullptr : &before->vocabulary_, vocabulary_, tokens_);
  token_starts_.reserve(count + 1);
  for (std::size_t position = 0; position < count; ++position) {
    const TaskIndex task = before == nullptr ? static_cast<TaskIndex>(position) : tasks[position];
    for_each_phrase(catalogue, task, [&](std::string_view text, Field field) { reader.read(text, field); });
    token_starts_.push_back(static_cast<std::uint32_t>(tokens_.size()));
    for_each_item(catalogue.task(task).kle,
                  [&](std::string_view number) { kle_.emplace_back(number, task); });
  }
  std::sort(kle_.begin(), kle_.end());
  vocabulary_.sort();
  typos_ = TypoIndex(vocabulary_);
  kin_ = Kin(vocabulary_);
  if (before != nullptr) {
    for (const Token token : tokens_) {
      if (!token.function_word) used_.push_back(token.term);
    }
    std::sort(used_.begin(), used_.end());
    used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
  }
  invert(before == nullptr ? 0 : static_cast<DocId>(before->doc_count()));
}

void Segment::for_each_term(std::size_t position, const std::function<void(TermId)>& visit) const {
  std::vector<TermId> seen;
  for (const Token token : tokens(position)) {
    if (!token.function_word) seen.push_back(token.term);
  }
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (const TermId term : seen) visit(term);
}

void Segment::invert(DocId first) {
  constexpr std::uint32_t nobody = 0xFFFFFFFF;
  const bool all = used_.empty() && first == 0;
  const std::size_t rows = all ? vocabulary_.size() : used_.size();
  const auto row_of = [&](TermId term) {
    if (all) return static_cast<std::size_t>(term);
    return static_cast<std::size_t>(std::lower_bound(used_.begin(), used_.end(), term) - used_.begin());
  };
  std::vector<std::uint32_t> last(rows, nobody);
  posting_starts_.assign(rows + 1, 0);
  const auto for_each_new = [&](auto visit) {
    for (std::uint32_t doc = 0; doc < doc_count(); ++doc) {
      for (const Token token : tokens(doc)) {  // the best field comes first
        if (token.function_word) continue;
        const std::size_t row = row_of(token.term);
        if (std::exchange(last[row], doc) != doc) visit(row, doc, static_cast<Field>(token.field));
      }
    }
    std::fill(last.begin(), last.end(), nobody);
  };
  for_each_new([&](std::size_t row, std::uint32_t, Field) { ++posting_starts_[row + 1]; });
  for (std::size_t i = 1; i < posting_starts_.size(); ++i) posting_starts_[i] += posting_starts_[i - 1];
  postings_.resize(posting_starts_.back());
  std::vector<std::uint32_t> next(posting_starts_.begin(), posting_starts_.end() - 1);
  for_each_new([&](std::size_t row, std::uint32_t doc, Field field) {
    postings_[next[row]++] = Posting(first + doc, field);
  });
}

std::span<const Posting> Segment::postings(TermId term) const {
  std::size_t row = term;
  if (!used_.empty()) {
    const auto at = std::lower_bound(used_.begin(), used_.end(), term);
    if (at == used_.end() || *at != term) return {};
    row = static_cast<std::size_t>(at - used_.begin());
  }
  if (row + 1 >= posting_starts_.size()) return {};
  return std::span(postings_).subspan(posting_starts_[row], posting_starts_[row + 1] - posting_starts_[row]);
}

}  // namespace store::search
