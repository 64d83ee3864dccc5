#include "store/search/situation_table.hpp"

#include "store/search/flat_maker.hpp"
#include "store/text/word_hash.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace store::search::situation_table {
namespace {

constexpr std::string_view english_mark = "en:";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

constexpr float of_a_part = 0.5F;
constexpr float of_a_pair = 0.5F;
constexpr float least_of_a_pair = 3 * of_a_pair;  // a pair that fewer sentences have is chance
constexpr float saturation = 2.5F;        // BM25's k1: the higher, the more a word's tenth sentence tells
constexpr float by_size = 0.4F;           // BM25's b
constexpr std::size_t shortest_part = 3;  // letters
constexpr std::size_t shortest_compound = 7;
constexpr std::size_t longest_compound = 40;  // longer ones are no words
constexpr std::size_t most_words = 200;       // of a story; each is compared with those before it
constexpr float most_topics = 0.3F;  // that a word may tell of, of all: more is no word of any of them

/// The language of a line; the line is without the mark then.
Spoken take_language(std::string_view& line) {
  if (!line.starts_with(english_mark)) return Spoken::danish;
  line.remove_prefix(english_mark.size());
  return Spoken::english;
}

std::uint32_t feature_of(std::string_view stem, Spoken spoken) {
  const std::uint64_t hash = hash_of_word(stem);
  const auto bits = static_cast<std::uint32_t>(hash >> 32) ^ static_cast<std::uint32_t>(hash);
  const std::uint32_t told = spoken == Spoken::english ? ~bits : bits;  // a Danish "barn" is no English one
  return told == 0 ? 1 : told;
}

/// Another one for the same two in another order.
std::uint32_t pair_of(std::uint32_t first, std::uint32_t second) {
  constexpr std::uint64_t spread = 0x9E3779B97F4A7C15U;
  const std::uint64_t mixed = (std::uint64_t{first} << 32 | second) * spread;
  const auto told = static_cast<std::uint32_t>(mixed >> 32) ^ first;
  return told == 0 ? 1 : told;
}

struct Sentence {
  std::uint16_t topic;
  Spoken spoken;
  std::string_view text;
};

class Maker {
 public:
  void add(std::string_view file);
  std::vector<std::uint32_t> table();

 private:
  void begin_topic(std::string_view names);
  void forget(std::string_view words);
  void add_sentence(std::string_view text, Spoken);
  void count();

  FeatureReader reader_;
  std::vector<Sentence> sentences_;
  std::unordered_set<std::uint32_t> tell_nothing_;
  std::unordered_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> pairs_;  // and their words
  std::map<std::uint32_t, std::map<std::uint16_t, float>>
      counts_;  // of each feature: how often topics have it
  std::vector<Topic> topics_;
  std::string text_;
};

void Maker::begin_topic(std::string_view names) {
  if (topics_.size() > std::numeric_limits<std::uint16_t>::max()) throw std::length_error("too many topics");
  const auto at = static_cast<std::uint32_t>(text_.size());
  topics_.push_back({});
  const bool of_others = names.starts_with('!');
  const bool delicate = names.starts_with('?');
  if (delicate) names.remove_prefix(1);
  while (!names.empty() && !of_others) {
    const std::string_view name = trimmed(take_part(names, ','));
    if (name.empty()) continue;
    if (text_.size() > at) text_ += '\n';
    text_ += name;
    add_sentence(name, Spoken::danish);
  }
  if (text_.size() == at && !of_others) throw std::invalid_argument("a topic without a name");
  topics_.back() = {at, static_cast<std::uint32_t>(text_.size()) - at, delicate ? 1U : 0U};
}

void Maker::forget(std::string_view words) {
  const Spoken spoken = take_language(words);
  for (const Said& said : reader_.read(words, spoken, [](std::uint32_t) { return false; }))
    if (said.first == 0) tell_nothing_.insert(said.hash);
}

void Maker::add_sentence(std::string_view text, Spoken spoken) {
  sentences_.push_back({static_cast<std::uint16_t>(topics_.size() - 1), spoken, text});
}

/// Counts what each sentence says. What is known must be known first.
void Maker::count() {
  std::unordered_set<std::uint32_t> known;
  for (const auto& [topic, spoken, text] : sentences_) {
    if (spoken != Spoken::danish) continue;
    for (const Said& said : reader_.read(text, spoken, [](std::uint32_t) { return false; }))
      if (said.first == 0) known.insert(said.hash);
  }
  const auto is_known = [&](std::uint32_t hash) { return known.contains(hash); };
  for (const auto& [topic, spoken, text] : sentences_)
    for (const Said& said : reader_.read(text, spoken, is_known)) {
      counts_[said.hash][topic] += said.share;
      if (said.first != 0) pairs_[said.hash] = {said.first, said.second};
    }
  const auto most =
      std::max<std::size_t>(1, static_cast<std::size_t>(most_topics * static_cast<float>(topics_.size())));
  const auto tells_nothing = [&](std::uint32_t word) {
    const auto of_topics = counts_.find(word);
    return tell_nothing_.contains(word) || (of_topics != counts_.end() && of_topics->second.size() > most);
  };
  const auto is_no_pair = [&](const auto& feature) {
    const auto pair = pairs_.find(feature.first);
    if (pair == pairs_.end()) return false;
    float all = 0;
    for (const auto& [topic, count] : feature.second) all += count;
    return all < least_of_a_pair || (tells_nothing(pair->second.first) && tells_nothing(pair->second.second));
  };
  std::erase_if(counts_, is_no_pair);
  std::erase_if(counts_, [&](const auto& feature) { return tells_nothing(feature.first); });
}

void Maker::add(std::string_view file) {
  while (!file.empty()) {
    std::string_view line = trimmed(take_part(file, '\n'));
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with('=')) {
      begin_topic(line.substr(1));
      continue;
    }
    if (line.starts_with('-')) {
      forget(trimmed(line.substr(1)));
      continue;
    }
    if (topics_.empty())
      throw std::invalid_argument("a sentence before the first topic: " + std::string(line));
    const Spoken spoken = take_language(line);
    add_sentence(line, spoken);
  }
}

std::vector<std::uint32_t> Maker::table() {
  count();
  // BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): a word tells of a topic the
  // more, the more of its sentences have it, but ever less so; the fewer topics have it; and a little more
  // where a topic has few words.
  const auto telling = [&](const auto& of_topics) {
    float count = 0;
    for (const auto& [topic, of_topic] : of_topics) count += std::min(1.0F, of_topic);
    return std::log(1 + static_cast<float>(topics_.size()) / count);
  };
  std::vector<float> sizes(topics_.size());
  float all = 0;
  for (const auto& [feature, of_topics] : counts_) {
    for (const auto& [topic, count] : of_topics) {
      sizes[topic] += count;
      all += count;
    }
  }
  const float usual = all / static_cast<float>(topics_.size());
  std::vector<Feature> features(counts_.size() + counts_.size() / 2 + 1);
  std::vector<Weight> weights;
  const auto slots = static_cast<std::uint32_t>(features.size());
  for (const auto& [hash, of_topics] : counts_) {
    Feature feature;
    feature.hash = hash;
    feature.first = static_cast<std::uint32_t>(weights.size());
    feature.count = static_cast<std::uint32_t>(of_topics.size());
    if (feature.first != weights.size() || feature.count != of_topics.size())
      throw std::length_error("too many weights for the table's numbers");
    const float idf = telling(of_topics);
    for (const auto& [topic, count] : of_topics) {
      const float soon = saturation * (1 - by_size + by_size * sizes[topic] / usual);
      const float worth = idf * count * (1 + saturation) / (count + soon) * whole;
      weights.push_back({topic, static_cast<std::uint16_t>(std::min(std::lround(worth), 65535L))});
    }
    std::uint32_t slot = first_slot(hash, slots);
    while (features[slot].hash != 0) slot = slot + 1 == slots ? 0 : slot + 1;
    features[slot] = feature;
  }
  const Header header{slots, static_cast<std::uint32_t>(weights.size()),
                      static_cast<std::uint32_t>(topics_.size()), static_cast<std::uint32_t>(text_.size())};
  return FlatBlock().put(std::span(&header, 1)).put(features).put(weights).put(topics_).put(text_).words();
}

}  // namespace

std::span<const Said> FeatureReader::read(std::string_view text, Spoken spoken, const KnownWord& known) {
  words_.read(text);
  said_.clear();
  std::uint32_t before = 0;
  bool before_holds = false;
  for (std::size_t i = 0; i < std::min(words_.size(), most_words); ++i) {
    const bool english = spoken == Spoken::english;
    const std::string stem(english ? stemmer_.english(words_[i]) : stemmer_.danish(words_[i]));
    const auto word = static_cast<std::uint32_t>(i);
    const std::uint32_t hash = feature_of(stem, spoken);
    add({hash, 1, word});
    if (!english && stem.size() >= shortest_compound && stem.size() <= longest_compound)
      add_parts(stem, word, known);
    const bool holds = is_function_word(words_[i], spoken);
    if (i > 0 && !(holds && before_holds)) add({pair_of(before, hash), of_a_pair, word, before, hash});
    before = hash;
    before_holds = holds;
  }
  return said_;
}

void FeatureReader::add(const Said& said) {
  const auto same =
      std::find_if(said_.begin(), said_.end(), [&](const Said& other) { return other.hash == said.hash; });
  if (same == said_.end()) {
    said_.push_back(said);
  } else {
    same->share = std::max(same->share, said.share);
  }
}

/// The two known words, as even as possible, that a compound is made of.
void FeatureReader::add_parts(std::string_view stem, std::uint32_t word, const KnownWord& known) {
  std::size_t most = 0;
  Said first;
  Said last;
  for (std::size_t at = shortest_part; at + shortest_part <= stem.size(); ++at) {
    const std::uint32_t tail = feature_of(stem.substr(at), Spoken::danish);
    if (std::min(at, stem.size() - at) <= most || !known(tail)) continue;
    const std::string_view head = stem.substr(0, at);
    const bool linked = (head.back() == 's' || head.back() == 'e') && at > shortest_part;
    for (const std::string_view one : {head, linked ? head.substr(0, at - 1) : head, stemmer_.danish(head)}) {
      const std::uint32_t hash = feature_of(one, Spoken::danish);
      if (one.size() < shortest_part || !known(hash)) continue;
      most = std::min(one.size(), stem.size() - at);
      first = {hash, of_a_part, word};
      last = {tail, of_a_part, word};
      break;
    }
  }
  if (most == 0) return;
  add(first);
  add(last);
}

std::vector<std::uint32_t> compile(std::span<const std::string_view> files) {
  Maker maker;
  for (const std::string_view file : files) maker.add(file);
  return maker.table();
}

}  // namespace store::search::situation_table
