// What the word lists say of the words of a question.
#include "store/search/match_worth.hpp"
#include "store/search/query.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace store::search {

void QueryReader::match_glossary(Spoken spoken, Query& query) {
  officials_.clear();
  const bool in_danish = spoken == Spoken::danish;  // then English words count only as they are
  std::vector<std::string> english(query.words.size());
  for (std::size_t i = 0; i < english.size() && !in_danish; ++i)
    english[i] = stemmer_.english(query.words[i].letters);
  std::size_t named = 0;  // the words before it have an English name together: "driving licence"
  std::vector<std::pair<std::size_t, Official>> translations;
  for (std::size_t first = 0; first < query.words.size(); ++first) {
    std::string said;
    std::string danish_stems;
    std::string english_stems;
    translations.clear();
    for (std::size_t last = first; last < std::min(query.words.size(), first + glossary_.longest()); ++last) {
      for (std::string* key : {&said, &danish_stems, &english_stems}) *key += last == first ? "" : " ";
      said += query.words[last].letters;
      danish_stems += query.words[last].stem;
      english_stems += english[last];
      match_listed(query, first, last + 1, glossary_.danish(said, danish_stems), of_word_list);
      match_related(query, first, last + 1, glossary_.related(said, danish_stems));
      const Official translation =
          in_danish ? glossary_.english(said) : glossary_.english(said, english_stems);
      const bool phrase = last > first && translation.exact;  // more than a word that both languages have
      const bool unknown = first == last && query.words[first].matches.empty() &&
                           !query.words[first].listed && query.words[first].composites.empty() &&
                           translation.exact;
      if (!in_danish || phrase || unknown) translations.emplace_back(last + 1, translation);
    }
    for (auto one = translations.rbegin(); one != translations.rend(); ++one) {  // the longest first
      const auto& [end, translation] = *one;
      if (end <= named) break;
      match_listed(query, first, end, translation, of_translation);
      if (end > first + 1 && translation.exact && said_whole(translation)) named = end;
    }
  }
}

/// What some words are about, where they are no name for it.
void QueryReader::match_related(Query& query, std::size_t first, std::size_t end, const Official& about) {
  for (const Phrase phrase : about.phrases) {
    for (std::size_t i = first; i < end; ++i) match_official(query.words[i], phrase, of_related);
  }
  if (!about.exact || !said_whole(about)) return;
  for (std::size_t i = first; i < end; ++i) query.words[i].explained = true;
}

void QueryReader::match_listed(Query& query, std::size_t first, std::size_t end, const Official& official,
                               float quality) {
  if (official.phrases.empty()) return;
  const bool all = first == 0 && end == query.words.size();
  for (std::size_t i = first; i < end; ++i) {
    query.words[i].listed = query.words[i].listed || said_whole(official);
    query.words[i].listed_as_it_is = query.words[i].listed_as_it_is || official.exact;
  }
  for (const Phrase phrase : official.phrases) {
    // The other name of one task: as good as the name itself if nothing else is said.
    const bool other_name = is_other_name(query, first, end, phrase);
    const float worth = !other_name ? quality : all ? 1 : of_other_name;
    for (std::size_t i = first; i < end; ++i) match_official(query.words[i], phrase, worth);
  }
}

/// True if the catalogue has all words of one of the phrases.
bool QueryReader::said_whole(const Official& official) {
  for (const Phrase phrase : official.phrases) {
    bool whole = true;
    for_each_word(phrase.stems,
                  [&](std::string_view stem) { whole = whole && index_->terms().find(stem) != no_term; });
    if (whole) return true;
  }
  return false;
}

/// True if a task is called so, and no other task has the asked words themselves as its title or a keyword.
bool QueryReader::is_other_name(const Query& query, std::size_t first, std::size_t end, Phrase phrase) {
  terms_.clear();
  for_each_word(phrase.stems, [&](std::string_view stem) { terms_.push_back(index_->terms().find(stem)); });
  const auto titled = index_->tasks_called(terms_, Field::title);
  if (titled.empty()) return false;
  terms_.clear();
  for (std::size_t i = first; i < end; ++i) terms_.push_back(index_->terms().find(query.words[i].stem));
  const auto own = index_->tasks_called(terms_, Field::keywords);
  return std::all_of(own.begin(), own.end(), [&](TaskIndex task) {
    return std::find(titled.begin(), titled.end(), task) != titled.end();
  });
}

Spoken QueryReader::language_of(std::string_view phrase) {
  Query query;
  add_words(phrase, Spoken::english, query);
  std::string said;
  std::string stems;
  for (const QueryWord& word : query.words) {
    said += (said.empty() ? "" : " ") + word.letters;
    stems += stems.empty() ? "" : " ";
    stems += stemmer_.english(word.letters);
    if (!glossary_.danish(word.letters, word.stem).phrases.empty()) return Spoken::undecided;
    const TermId term = index_->terms().find(word.stem);
    if (term == no_term) continue;
    if (index_->in_a_title(term)) return Spoken::undecided;
  }
  return glossary_.english(said, stems).phrases.empty() ? Spoken::undecided : Spoken::english;
}

void QueryReader::match_official(QueryWord& word, Phrase official, float quality) {
  const bool known = std::any_of(officials_.begin(), officials_.end(), [&](const KnownOfficial& one) {
    return one.word == &word && one.quality >= quality && one.stems == official.stems;
  });
  if (known) return;
  officials_.push_back({&word, official.stems, quality});
  Composite composite;
  const auto count = std::count(official.stems.begin(), official.stems.end(), ' ') + 1;
  for_each_word(official.stems, [&](std::string_view stem) {
    Composite::Share share;
    match_stem(stem, 1, How::word_list, share.matches);
    match_compounds(stem, of_compound_of_word, share.matches);
    if (share.matches.empty()) return;
    share.share = quality / static_cast<float>(count);
    composite.shares.push_back(std::move(share));
  });
  if (!composite.shares.empty()) word.composites.push_back(std::move(composite));
}

/// What the word list says of a part of a compound: "katastrofeplan" is about "beredskab", too.
void QueryReader::match_listed_part(const std::string& stem, std::vector<Match>& out) {
  const auto add = [&](const Phrases& phrases, float quality) {
    for (const Phrase phrase : phrases) {
      const auto count = std::count(phrase.stems.begin(), phrase.stems.end(), ' ') + 1;
      for_each_word(phrase.stems, [&](std::string_view official) {
        const std::size_t before = out.size();
        match_stem(official, 1, How::word_list, out);
        match_compounds(official, of_compound_of_part, out);
        for (std::size_t i = before; i < out.size(); ++i) {
          out[i].quality *= quality / static_cast<float>(count);
          out[i].how = How::word_list;
        }
      });
    }
  };
  add(glossary_.danish_part(stem), of_word_list);
  add(glossary_.related_part(stem), of_related);
}

}  // namespace store::search
