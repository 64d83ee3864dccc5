#include "store/search/situations.hpp"

#include "config/situations/embedded.hpp"
#include "store/search/flat_table.hpp"

#include <algorithm>

namespace store::search {

using namespace situation_table;

namespace {

constexpr std::uint32_t least_words = 2;  // one word in common is no story
constexpr float clearly_alike = 20;       // BM25's sum, for texts of some ten words; README.md

}  // namespace

const Situations& Situations::embedded() {
  static const Situations situations(words_of(config_situations::files().front().bytes));
  return situations;
}

Situations::Situations(std::span<const std::uint32_t> table) {
  const auto header = take<Header>(table, 1).front();
  features_ = take<Feature>(table, header.features);
  weights_ = take<Weight>(table, header.weights);
  topics_ = take<Topic>(table, header.topics);
  text_ = rest_as_text(table, header.text_bytes);
}

const Feature* Situations::feature(std::uint32_t hash) const {
  const auto slots = static_cast<std::uint32_t>(features_.size());
  std::uint32_t slot = first_slot(hash, slots);
  for (; features_[slot].hash != 0; slot = slot + 1 == slots ? 0 : slot + 1)
    if (features_[slot].hash == hash) return &features_[slot];
  return nullptr;
}

std::vector<Situation> Situations::like(std::string_view text, Spoken spoken, std::size_t limit) const {
  struct Alike {
    float worth = 0;
    std::uint32_t words = 0;
    std::uint32_t latest = 0;  // word that counted, from 1
  };
  std::vector<Alike> alike(topics_.size());
  thread_local FeatureReader reader;
  for (const Said& said :
       reader.read(text, spoken, [&](std::uint32_t hash) { return feature(hash) != nullptr; })) {
    const Feature* const known = feature(said.hash);
    if (known == nullptr) continue;
    for (const Weight weight : weights_.subspan(known->first, known->count)) {
      Alike& topic = alike[weight.topic];
      topic.worth += said.share * static_cast<float>(weight.worth);
      if (topic.latest != said.word + 1) ++topic.words;
      topic.latest = said.word + 1;
    }
  }
  std::vector<Situation> best;
  while (best.size() < limit) {
    const auto most = std::max_element(alike.begin(), alike.end(), [](const Alike& one, const Alike& other) {
      return (one.words < least_words ? 0 : one.worth) < (other.words < least_words ? 0 : other.worth);
    });
    if (most == alike.end() || most->words < least_words) break;
    const auto number = static_cast<std::size_t>(most - alike.begin());
    const Topic topic = topics_[number];
    best.push_back({number, text_.substr(topic.at, topic.size), most->worth / whole / clearly_alike,
                    topic.delicate != 0});
    most->words = 0;
  }
  return best;
}

}  // namespace store::search
