// What the scorer leaves out is never among the best: its answers are those of a scorer that looks at every
// task.
#include "store/search/scoring.hpp"

#include "store/search/glossary.hpp"
#include "store/search/query.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace store;
using namespace store::search;

namespace {

constexpr float least_near = 0.15F;  // what scores less is no answer, and may be left out

/// Catalogues of few words, so that many tasks are as good as others, and questions about them.
struct Model {
  std::mt19937 random;
  std::vector<std::string> words{"vej",      "skilt",    "have",  "affald",    "skole",
                                 "plads",    "børn",     "bil",   "tilsyn",    "tilskud",
                                 "kommune",  "bolig",    "støj",  "vand",      "vejskilt",
                                 "skolevej", "havevand", "rotte", "svømmehal", "kommunal"};

  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  }
  std::string word() {
    // The first words are in most tasks; one in four is a compound that may stand nowhere else.
    const std::size_t at = below(words.size()) * (1 + below(words.size())) / words.size();
    return below(4) == 0 ? words[at] + words[below(words.size())] : words[at];
  }
  std::string phrase(std::size_t most) {
    std::string made = word();
    for (std::size_t more = below(most); more > 0; --more) made += (below(4) == 0 ? " og " : " ") + word();
    return made;
  }
  std::string question() {
    std::string made = phrase(4);
    if (below(4) == 0 && made.size() > 6) made.erase(1 + below(made.size() - 2), 1);  // a slip
    return made;
  }
  Task task(std::int64_t id) {
    texts.push_back(phrase(3));
    texts.push_back(below(2) == 0 ? phrase(2) + "\n" + phrase(2) : std::string());
    texts.push_back(below(2) == 0 ? phrase(6) : std::string());
    const auto* text = &texts.back();
    return {.id = id, .title = *(text - 2), .description = *text, .keywords = *(text - 1)};
  }
  std::vector<std::string> texts{};
};

/// The same sums and phrases without any of the scorer's short cuts.
class LooksAtAll {
 public:
  LooksAtAll(const Index& index, const Query& query) : index_(index), query_(query) {}

  std::vector<Scored> best() const {
    std::vector<Scored> all;
    for (DocId doc = 0; doc < index_.doc_count(); ++doc) {
      const float sum = sum_of(doc);
      if (sum > 0 && !index_.replaced(doc)) all.push_back({index_.task_of(doc), sum / query_.weight});
    }
    const auto by_score = [](const Scored& a, const Scored& b) {
      return a.score != b.score ? a.score > b.score : a.task < b.task;
    };
    std::sort(all.begin(), all.end(), by_score);
    if (all.size() > 48) all.resize(48);
    for (Scored& one : all) one.score = 0.75F * one.score + (1 - 0.75F) * phrase_of(index_.doc_of(one.task));
    std::sort(all.begin(), all.end(), by_score);
    return all;
  }

 private:
  /// What a stem is worth where it stands in a document; 0 if it does not.
  float in(DocId doc, TermId term) const {
    for (const auto having : index_.postings(term)) {
      for (const Posting posting : having)
        if (posting.doc() == doc) return weight_of(posting.field());
    }
    return 0;
  }
  float sum_of(DocId doc) const {
    std::vector<const QueryWord*> words;
    for (const QueryWord& word : query_.words) words.push_back(&word);
    std::stable_sort(words.begin(), words.end(),
                     [](const QueryWord* a, const QueryWord* b) { return a->weight > b->weight; });
    float sum = 0;
    for (const QueryWord* word : words) {
      float best = 0;
      for (const Match& match : word->matches) best = std::max(best, match.quality * in(doc, match.term));
      for (const Composite& composite : word->composites) {
        float whole = 0;
        for (const auto& share : composite.shares) {
          float part = 0;
          for (const Match& match : share.matches)
            part = std::max(part, share.share * match.quality * in(doc, match.term));
          whole += part;
        }
        best = std::max(best, whole);
      }
      sum += word->weight * best;
    }
    return sum;
  }
  float quality_of(const QueryWord& word, TermId term) const {
    float best = 0;
    for (const Match& match : word.matches)
      if (match.term == term) best = std::max(best, match.quality);
    for (const Composite& composite : word.composites) {
      for (const auto& share : composite.shares) {
        for (const Match& match : share.matches)
          if (match.term == term) best = std::max(best, match.quality * share.share);
      }
    }
    return best;
  }
  float phrase_of(DocId doc) const {
    const auto tokens = index_.tokens(doc);
    float best = 0;
    for (std::size_t first = 0, end = 0; first < tokens.size(); first = end) {
      std::vector<float> said(query_.words.size(), 0);
      float matched = 0;
      float all = 0;
      for (end = first; end < tokens.size() && (end == first || !tokens[end].starts_phrase); ++end) {
        const Token token = tokens[end];
        if (token.function_word) continue;
        const float weight = index_.rarity_of(token.term) * (token.after_comma ? 0.5F : 1.0F);
        float quality = 0;
        for (std::size_t word = 0; word < said.size(); ++word) {
          const float fits = quality_of(query_.words[word], token.term);
          quality = std::max(quality, fits);
          said[word] = std::max(said[word], fits);
        }
        all += weight;
        matched += weight * quality;
      }
      if (matched <= 0) continue;
      float covered = 0;
      for (std::size_t word = 0; word < said.size(); ++word)
        covered += query_.words[word].weight * std::min(1.0F, said[word]);
      best = std::max(best, covered / query_.weight * (0.4F + 0.6F * (matched / all)) *
                                weight_of(static_cast<Field>(tokens[first].field)));
    }
    return best;
  }

  const Index& index_;
  const Query& query_;
};

std::string told(const std::vector<Scored>& all) {
  std::string text;
  for (const Scored& one : all) {
    if (one.score >= least_near)
      text += std::to_string(one.task) + ":" + std::to_string(std::bit_cast<std::uint32_t>(one.score)) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("scoring: what is left out is never among the best", "[search][scoring]") {
  const auto seed = GENERATE(range(1U, 25U));
  Model model{std::mt19937(seed)};
  model.texts.reserve(3000);
  CatalogueBuilder first;
  const std::size_t tasks = 60 + model.below(400);
  for (std::size_t i = 0; i < tasks; ++i) first.add_task(model.task(static_cast<std::int64_t>(i) + 1));
  const auto catalogue = first.build();
  CatalogueBuilder second(catalogue);
  for (std::size_t task = model.below(20); task < tasks; task += 1 + model.below(60))
    second.replace_task(static_cast<TaskIndex>(task), model.task(static_cast<std::int64_t>(task) + 1));
  second.add_task(model.task(static_cast<std::int64_t>(tasks) + 1));
  const auto edited = second.build();
  const Index before(*catalogue);
  const Index after(*edited, before);
  QueryReader reader(before, Glossary::embedded());
  Scorer scorer(before);
  for (const Index* index : {&before, &after}) {
    reader.use(*index);
    scorer.use(*index);
    for (int questions = 0; questions < 40; ++questions) {
      const std::string question = model.question();
      CAPTURE(seed, question, index == &after);
      const Query query = reader.read(question, Spoken::danish);
      CHECK(told(scorer.best(query)) == told(LooksAtAll(*index, query).best()));
    }
  }
}
