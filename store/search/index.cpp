#include "store/search/index.hpp"

#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <cmath>

namespace store::search {
namespace {

/// Reads the texts of tasks into tokens. Each written form is stemmed once.
class Reader {
 public:
  Reader(Vocabulary& vocabulary, std::vector<Token>& tokens) : vocabulary_(vocabulary), tokens_(tokens) {}

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
    token.term = vocabulary_.add(stemmer_.danish(form)) & 0x3FFFFFF;
    return token;
  }

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

Index::Index(const Catalogue& catalogue)
    : vocabulary_(read(catalogue)), typos_(vocabulary_), kin_(vocabulary_) {
  invert();
}

Vocabulary Index::read(const Catalogue& catalogue) {
  Vocabulary vocabulary;
  Reader reader(vocabulary, tokens_);
  token_starts_.reserve(catalogue.task_count() + 1);
  for (TaskIndex i = 0; i < catalogue.task_count(); ++i) {
    for_each_phrase(catalogue, i, [&](std::string_view text, Field field) { reader.read(text, field); });
    token_starts_.push_back(static_cast<std::uint32_t>(tokens_.size()));
    for_each_item(catalogue.task(i).kle, [&](std::string_view number) { kle_.emplace_back(number, i); });
  }
  std::sort(kle_.begin(), kle_.end());
  vocabulary.sort();
  return vocabulary;
}

void Index::invert() {
  constexpr std::uint32_t nobody = 0xFFFFFFFF;
  std::vector<std::uint32_t> last(vocabulary_.size(), nobody);
  posting_starts_.assign(vocabulary_.size() + 1, 0);
  for (TaskIndex task = 0; task < task_count(); ++task) {
    for (const Token token : tokens(task)) {
      if (token.function_word || std::exchange(last[token.term], task) == task) continue;
      ++posting_starts_[token.term + 1];
    }
  }
  for (std::size_t i = 1; i < posting_starts_.size(); ++i) posting_starts_[i] += posting_starts_[i - 1];
  postings_.resize(posting_starts_.back());
  std::vector<std::uint32_t> next(posting_starts_.begin(), posting_starts_.end() - 1);
  std::fill(last.begin(), last.end(), nobody);
  for (TaskIndex task = 0; task < task_count(); ++task) {
    for (const Token token : tokens(task)) {  // the best field comes first
      if (token.function_word || std::exchange(last[token.term], task) == task) continue;
      postings_[next[token.term]++] = Posting(task, static_cast<Field>(token.field));
    }
  }
}

float Index::rarity(std::size_t tasks) const {
  const auto all = static_cast<float>(task_count() + 1);
  const auto with = static_cast<float>(std::clamp<std::size_t>(tasks, 1, task_count() + 1));
  return std::log(1 + all / with) / std::log(1 + all);
}

std::vector<TaskIndex> Index::tasks_with_kle(std::string_view beginning) const {
  std::vector<TaskIndex> found;
  auto row = std::lower_bound(kle_.begin(), kle_.end(), std::pair<std::string_view, TaskIndex>(beginning, 0));
  for (; row != kle_.end() && row->first.starts_with(beginning); ++row) found.push_back(row->second);
  return found;
}

bool Index::has_phrase(TaskIndex task, std::span<const TermId> stems, Field least) const {
  std::size_t said = 0;
  bool same = false;
  for (const Token token : tokens(task)) {
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
  const auto rarest = std::min_element(stems.begin(), stems.end(), [&](TermId a, TermId b) {
    return postings(a).size() < postings(b).size();
  });
  const auto having = postings(*rarest);
  for (const Posting posting : having.first(std::min(having.size(), most_looked_at))) {
    const bool there = posting.field() <= least && has_phrase(posting.task(), stems, least);
    if (there) called.push_back(posting.task());
  }
  return called;
}

}  // namespace store::search
