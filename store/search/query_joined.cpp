// Words of the question that are one word of the catalogue together.
#include "store/search/match_worth.hpp"
#include "store/search/query.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace store::search {

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

}  // namespace store::search
