#include "store/search/segment.hpp"

#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace store::search {
namespace {

/// Reads the texts of tasks into tokens. Each written form is stemmed once.
class Reader {
 public:
  Reader(const Vocabulary* before, Vocabulary& vocabulary) : before_(before), vocabulary_(vocabulary) {}

  void read(std::string_view text, Field field, std::vector<Token>& tokens) {
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
      tokens.push_back(token);
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
    const std::string_view stem = stemmer_.danish(form);
    token.form = static_cast<std::uint32_t>(form_of(form, stem)) & 3;
    token.term = term_of(stem) & 0xFFFFFF;
    return token;
  }
  TermId term_of(std::string_view stem) {
    if (before_ == nullptr) return vocabulary_.add(stem);
    const TermId known = before_->find(stem);
    return known != no_term ? known : static_cast<TermId>(before_->size() + vocabulary_.add(stem));
  }

  const Vocabulary* before_;
  Vocabulary& vocabulary_;
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

Segment::Segment(const Catalogue& catalogue) : Segment(catalogue, {}, catalogue.task_count(), nullptr) {}

Segment::Segment(const Catalogue& catalogue, std::span<const TaskIndex> tasks, const Segment& before)
    : Segment(catalogue, tasks, tasks.size(), &before) {}

/// What running texts add to the stems of a task. They are not read word by word later on, so this is only
/// needed while the segment is made.
struct Segment::Texts {
  std::vector<Token> tokens;
  std::vector<std::uint32_t> starts{0};

  /// Of the tokens since the last start, leaves the stems that are not among those, each once.
  void keep_new(std::span<const Token> those) {
    const auto has = [](auto begin, auto end, TermId term) {
      return std::any_of(begin, end,
                         [term](const Token token) { return !token.function_word && token.term == term; });
    };
    const auto begin = tokens.begin() + starts.back();
    auto kept = begin;
    for (auto at = begin; at != tokens.end(); ++at) {
      if (at->function_word || has(those.begin(), those.end(), at->term) || has(begin, kept, at->term))
        continue;
      *kept++ = *at;
    }
    tokens.erase(kept, tokens.end());
  }
};

Segment::Segment(const Catalogue& catalogue, std::span<const TaskIndex> tasks, std::size_t count,
                 const Segment* before) {
  note_kle(catalogue, tasks, count);
  Texts running;
  read(catalogue, tasks, count, before, running);
  vocabulary_.sort();
  typos_ = TypoIndex(vocabulary_);
  kin_ = Kin(vocabulary_);
  if (before != nullptr) {
    for (const auto* all : {&tokens_, &running.tokens}) {
      for (const Token token : *all) {
        if (!token.function_word) used_.push_back(token.term);
      }
    }
    std::sort(used_.begin(), used_.end());
    used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
  }
  invert(before == nullptr ? 0 : static_cast<DocId>(before->doc_count()), running);
}

void Segment::read(const Catalogue& catalogue, std::span<const TaskIndex> tasks, std::size_t count,
                   const Segment* before, Texts& running) {
  Reader reader(before == nullptr ? nullptr : &before->vocabulary_, vocabulary_);
  token_starts_.reserve(count + 1);
  running.starts.reserve(count + 1);
  for (std::size_t position = 0; position < count; ++position) {
    const TaskIndex task = tasks.empty() ? static_cast<TaskIndex>(position) : tasks[position];
    for_each_phrase(catalogue, task, [&](std::string_view text, Field field) {
      const bool runs = field == Field::description || field == Field::unit;
      reader.read(text, field, runs ? running.tokens : tokens_);
    });
    token_starts_.push_back(static_cast<std::uint32_t>(tokens_.size()));
    running.keep_new(tokens(position));
    running.starts.push_back(static_cast<std::uint32_t>(running.tokens.size()));
  }
}

void Segment::note_kle(const Catalogue& catalogue, std::span<const TaskIndex> tasks, std::size_t count) {
  std::unordered_map<std::string_view, std::uint32_t>
      places;  // the plan has few numbers, whatever the catalogue
  const auto for_each_number = [&](auto visit) {
    for (std::size_t position = 0; position < count; ++position) {
      const TaskIndex task = tasks.empty() ? static_cast<TaskIndex>(position) : tasks[position];
      for_each_item(catalogue.task(task).kle, [&](std::string_view number) { visit(number, task); });
    }
  };
  for_each_number([&](std::string_view number, TaskIndex) { ++places[number]; });
  for (const auto& [number, having] : places) kle_numbers_.push_back(number);
  std::sort(kle_numbers_.begin(), kle_numbers_.end());
  kle_starts_.push_back(0);
  for (const std::string_view number : kle_numbers_) {
    std::uint32_t& place = places[number];
    kle_starts_.push_back(kle_starts_.back() + std::exchange(place, kle_starts_.back()));
  }
  kle_tasks_.resize(kle_starts_.back());
  for_each_number([&](std::string_view number, TaskIndex task) { kle_tasks_[places[number]++] = task; });
}

void Segment::find_kle(std::string_view beginning,
                       std::vector<std::pair<std::string_view, TaskIndex>>& out) const {
  const auto first = std::lower_bound(kle_numbers_.begin(), kle_numbers_.end(), beginning);
  for (auto number = first; number != kle_numbers_.end() && number->starts_with(beginning); ++number) {
    const auto row = static_cast<std::size_t>(number - kle_numbers_.begin());
    for (std::uint32_t i = kle_starts_[row]; i < kle_starts_[row + 1]; ++i)
      out.emplace_back(*number, kle_tasks_[i]);
  }
}

void Segment::invert(DocId first, const Texts& running) {
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
      const auto runs = std::span(running.tokens)
                            .subspan(running.starts[doc], running.starts[doc + 1] - running.starts[doc]);
      for (const auto some : {tokens(doc), runs}) {  // the best field comes first
        for (const Token token : some) {
          if (token.function_word) continue;
          const std::size_t row = row_of(token.term);
          if (std::exchange(last[row], doc) != doc) visit(row, doc, static_cast<Field>(token.field));
        }
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
