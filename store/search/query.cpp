#include "store/search/query.hpp"

#include "store/search/compounds.hpp"
#include "store/text/function_words.hpp"

#include <algorithm>

namespace store::search {
namespace {

// What a match is worth beside the word itself. Found by `bench answers` on several seeds; see README.md.
constexpr float of_other_number = 0.95F;
constexpr float of_joined = 0.97F;
constexpr float of_turned = 0.9F;  // "udlejning af lokaler": lokaleudlejning
constexpr float of_translation = 0.85F;
constexpr float of_word_list = 0.72F;         // never sure on its own
constexpr float of_other_name = 0.95F;        // in a longer question
constexpr float of_compound = 0.65F;          // "vej" in "vejskilt"
constexpr float of_doubtful_compound = 0.5F;  // the rest of it is no word that we know
constexpr float of_related = 0.55F;           // what a word is about
constexpr float of_kin = 0.8F;                // "kommunal" and "kommune"
constexpr float of_derivation = 0.9F;         // "salte" and "saltning"
constexpr float of_split = 0.85F;
constexpr float of_typo = 0.85F;
constexpr float of_doubtful_typo = 0.45F;
constexpr std::size_t sure_of_typo = 6;       // letters
constexpr std::size_t sure_of_typo_stem = 5;  // letters; the first one must be right too
constexpr float unknown_weight = 0.7F;

constexpr CompoundWorth of_compound_of_word{of_derivation, of_compound, of_doubtful_compound};
constexpr CompoundWorth of_compound_of_part{of_derivation, 0.9F,
                                            0.85F};  // "spildevandsudledning": "spildevandsanlæg"
constexpr std::size_t most_compounds = 200;
constexpr std::size_t usual_matches = 24;  // of a word

}  // namespace

Query QueryReader::read(std::string_view phrase, Spoken spoken) {
  Query query;
  add_words(phrase, spoken, query);
  for (QueryWord& word : query.words) match_word(word);
  match_joined(query);
  match_particles(spoken, query);
  match_glossary(spoken, query);
  for (QueryWord& word : query.words) {
    const bool found = std::any_of(word.matches.begin(), word.matches.end(),
                                   [](const Match& match) { return match.quality > 0.9F; });
    if (found) continue;
    if (!word.listed) match_split(word);  // a "vandhul" is neither water nor a hole
    if (!word.listed_as_it_is && !word.explained) match_typos(word);
  }
  weigh(query);
  return query;
}

void QueryReader::add_words(std::string_view phrase, Spoken spoken, Query& query) {
  words_.read(phrase);
  for (const bool function_words : {false, true}) {  // a question of function words only asks for them
    for (std::size_t i = 0; i < words_.size() && query.words.size() < most_words; ++i) {
      const std::string_view letters = words_[i].substr(0, most_letters);
      const bool names = words_.hyphenated(i) || !is_function_word(letters, spoken);
      if (!names && !function_words) continue;
      QueryWord word;
      word.matches.reserve(usual_matches);
      word.letters = letters;
      const bool held_together = names && i > 0 && is_function_word(words_[i - 1], spoken);
      if (held_together) word.before = words_[i - 1].substr(0, most_letters);
      word.stem = stemmer_.danish(letters);
      const bool said = std::any_of(query.words.begin(), query.words.end(),
                                    [&](const QueryWord& other) { return other.stem == word.stem; });
      if (!said) query.words.push_back(std::move(word));
    }
    if (!query.words.empty()) return;
  }
}

void QueryReader::match_stem(std::string_view stem, float quality, How how, std::vector<Match>& out) {
  const TermId term = index_->terms().find(stem);
  if (term != no_term) out.push_back({term, quality, how});
  const std::string_view other = other_number(stem);
  const TermId other_term = other.empty() ? no_term : index_->terms().find(other);
  if (other_term != no_term) out.push_back({other_term, quality * of_other_number, how});
}

void QueryReader::match_compounds(std::string_view stem, const CompoundWorth& worth,
                                  std::vector<Match>& out) {
  if (stem.size() < 3) return;
  const Terms terms = index_->terms();
  const auto add = [&](TermId term, PartFit fit) {
    if (fit == PartFit::none) return;
    const float value = fit == PartFit::derived ? worth.derived
                        : fit == PartFit::known ? worth.known
                                                : worth.likely;
    out.push_back({term, value, How::part});
  };
  terms.beginning_with(stem, most_compounds, range_);
  for (const TermId term : range_) {
    if (terms[term].size() > stem.size()) add(term, fit_as_first(terms, terms[term], stem));
  }
  terms.ending_with(stem, most_compounds, range_);
  for (const TermId term : range_) {
    if (terms[term].size() > stem.size()) add(term, fit_as_head(terms, terms[term], stem));
  }
}

void QueryReader::match_word(QueryWord& word) {
  match_stem(word.stem, 1, How::word, word.matches);
  match_other_forms(word);
  match_compounds(word.stem, of_compound_of_word, word.matches);
  match_compounds(other_number(word.stem), of_compound_of_word, word.matches);  // "tænder": tandtilskud
  match_kin(word.stem, of_kin, word.matches);
}

void QueryReader::match_kin(std::string_view stem, float quality, std::vector<Match>& out) {
  index_->find_kin(stem, terms_);
  for (const TermId term : terms_) out.push_back({term, quality, How::word});
}

void QueryReader::match_joined(Query& query) {
  std::string whole;
  for (QueryWord& word : query.words) {  // "tilbage betaling"
    whole = word.before + word.letters;
    if (word.before.empty() || whole.size() > most_letters) continue;
    const TermId term = index_->terms().find(stemmer_.danish(whole));
    if (term != no_term) word.matches.push_back({term, 1, How::joined});
  }
  for (std::size_t i = 0; i + 1 < query.words.size(); ++i) {
    if (!query.words[i + 1].before.empty()) match_turned(query.words[i], query.words[i + 1]);
    for (const std::string_view link : {"", "s", "e"}) {
      whole = query.words[i].letters;
      whole += link;
      whole += query.words[i + 1].letters;
      if (whole.size() > most_letters) break;
      const std::string stem(stemmer_.danish(whole));
      const TermId term = index_->terms().find(stem);
      std::vector<Match> found;
      if (term != no_term) found.push_back({term, of_joined, How::joined});
      for (std::size_t j = i; j <= i + 1; ++j) {
        query.words[j].matches.insert(query.words[j].matches.end(), found.begin(), found.end());
      }
    }
  }
}

/// "Udlejning af lokaler" is "lokaleudlejning", "tilskud til tænder" "tandtilskud".
void QueryReader::match_turned(QueryWord& head, QueryWord& modifier) {
  std::string whole;
  const std::string_view other = other_number(modifier.stem);
  for (const std::string_view first : {std::string_view(modifier.stem), other}) {
    if (first.empty()) continue;
    for (const std::string_view link : {"", "s", "e"}) {
      whole = first;
      whole += link;
      whole += head.letters;
      if (whole.size() > most_letters) return;
      const TermId term = index_->terms().find(stemmer_.danish(whole));
      if (term == no_term) continue;
      for (QueryWord* word : {&head, &modifier}) word->matches.push_back({term, of_turned, How::joined});
    }
  }
}

void QueryReader::match_glossary(Spoken spoken, Query& query) {
  std::vector<std::string> english;
  for (const QueryWord& word : query.words) english.emplace_back(stemmer_.english(word.letters));
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
      const Official translation = glossary_.english(said, english_stems);
      const bool phrase = last > first && translation.exact;  // more than a word that both languages have
      const bool unknown = first == last && query.words[first].matches.empty() &&
                           !query.words[first].listed && query.words[first].composites.empty() &&
                           translation.exact;
      if (spoken != Spoken::danish || phrase || unknown) translations.emplace_back(last + 1, translation);
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

void QueryReader::match_typos(QueryWord& word) {
  index_->find_typos(word.letters, terms_);

  for (const TermId term : terms_) {
    const std::string_view stem = index_->terms()[term];
    const bool doubtful = word.letters.size() < sure_of_typo || stem.size() < sure_of_typo_stem ||
                          stem.front() != word.letters.front();
    word.doubtful_typos = word.doubtful_typos || doubtful;
    word.matches.push_back({term, doubtful ? of_doubtful_typo : of_typo, How::typo});
  }
}

void QueryReader::match_split(QueryWord& word) {
  std::vector<std::string> parts;
  if (!split_compound(index_->terms(), stemmer_, word.stem, parts)) return match_shared(word);
  Composite composite;
  const auto weight_of_part = [this](const std::string& part) {
    return static_cast<float>(part.size()) * index_->rarity_of(index_->terms().find(part));
  };
  float all = 0;
  for (const std::string& part : parts) all += weight_of_part(part);
  for (const std::string& part : parts) add_part(part, of_split * weight_of_part(part) / all, composite);
  word.composites.push_back(std::move(composite));
  word.split = true;
}

void QueryReader::add_part(std::string_view stem, float share, Composite& composite) {
  Composite::Share part;
  part.share = share;
  match_stem(stem, 1, How::part, part.matches);
  match_compounds(stem, of_compound_of_part, part.matches);
  match_kin(stem, of_kin, part.matches);
  match_listed_part(std::string(stem), part.matches);
  if (!part.matches.empty()) composite.shares.push_back(std::move(part));
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

void QueryReader::weigh(Query& query) {
  for (QueryWord& word : query.words) {
    std::size_t tasks = 0;
    bool itself = false;
    for (const Match& match : word.matches) {
      if (match.quality < of_compound) continue;
      itself = itself || match.quality > 0.8F;
      tasks += index_->count(match.term);
    }
    for (const Composite& composite : word.composites) {
      for (const auto& share : composite.shares) {
        std::size_t having = 0;
        for (const Match& match : share.matches) {
          if (match.quality >= of_compound) having += index_->count(match.term);
        }
        if (having != 0 && (tasks == 0 || having < tasks)) tasks = having;
      }
    }
    word.weight = tasks == 0 ? unknown_weight : index_->rarity(tasks);
    if (!itself) word.weight = std::max(word.weight, unknown_weight);
    query.weight += word.weight;
  }
}

}  // namespace store::search
