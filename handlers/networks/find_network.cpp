#include "handlers/networks/find_network.hpp"

#include "store/search/glossary.hpp"
#include "store/search/typos.hpp"
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace handlers {
namespace {

using store::Network;

constexpr std::size_t shortest_part = 4;
constexpr std::size_t near_max = 3;

/// The words that say that something is a network: as said (stem, in the index's spelling), and which kind of
/// group it is. The longer ones first, because they end on shorter ones.
struct KindWord {
  std::string_view stem;
  std::string_view kind;
};
constexpr std::array<KindWord, 18> kind_words{{{"koordineringsgrup", "koordinering"},
                                               {"koordinationsgrup", "koordinering"},
                                               {"coordinat", "koordinering"},
                                               {"koordination", "koordinering"},
                                               {"koordinering", "koordinering"},
                                               {"committe", "styregrup"},
                                               {"styregrup", "styregrup"},
                                               {"steer", "styregrup"},
                                               {"arbejdsgrup", "grup"},
                                               {"netv\xE6rk", "netv\xE6rk"},
                                               {"network", "netv\xE6rk"},
                                               {"udvalg", "udvalg"},
                                               {"group", "grup"},
                                               {"gruppe", "grup"},
                                               {"grupp", "grup"},
                                               {"forum", "forum"},
                                               {"forumm", "forum"},
                                               {"grup", "grup"}}};

/// What a text says: the stems of what it is about, and which kinds of group it speaks of.
struct Heard {
  std::vector<std::string> words;  ///< stems with the kind still on them
  std::vector<std::string> topics;
  std::vector<std::string_view> kinds;
};

void hear(std::string_view word, std::string stem, store::Stemmer& stemmer, Heard& heard) {
  heard.words.push_back(stem);
  for (const auto& [ending, kind] : kind_words) {
    if (!stem.ends_with(ending)) {
      continue;
    }
    const auto topic = word.substr(0, std::min(word.size(), stem.size() - ending.size()));
    if (topic.size() == 1 || topic.size() == 2) {
      continue;  // no compound
    }
    if (std::find(heard.kinds.begin(), heard.kinds.end(), kind) == heard.kinds.end()) {
      heard.kinds.push_back(kind);
    }
    if (!topic.empty()) {
      heard.topics.emplace_back(stemmer.danish(topic));
    }
    return;
  }
  heard.topics.push_back(std::move(stem));
}

Heard read(std::string_view text) {
  store::Words words;
  words.read(text);
  store::Stemmer stemmer;
  Heard heard;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!store::is_function_word(words[i])) {
      hear(words[i], std::string(stemmer.danish(words[i])), stemmer, heard);
    }
  }
  return heard;
}

/// The Danish words that English ones stand for, by the word list ("legal" is "jura"); kinds stay.
Heard read_english(std::string_view text) {
  const auto& glossary = store::search::Glossary::embedded();
  store::Words words;
  words.read(text);
  store::Stemmer stemmer;
  Heard heard;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::string said;
    std::string stems;
    for (std::size_t last = first; last < std::min(words.size(), first + glossary.longest()); ++last) {
      said.append(said.empty() ? "" : " ").append(words[last]);
      stems.append(stems.empty() ? "" : " ").append(stemmer.english(words[last]));
      for (const auto phrase : glossary.english(said, stems).phrases) {
        store::search::for_each_word(phrase.words, [&](std::string_view word) {
          hear(word, std::string(stemmer.danish(word)), stemmer, heard);
        });
      }
    }
    Heard alone;
    hear(words[first], std::string(stemmer.english(words[first])), stemmer, alone);
    heard.kinds.insert(heard.kinds.end(), alone.kinds.begin(), alone.kinds.end());
  }
  return heard;
}

template <class Range, class Value>
bool holds(const Range& range, const Value& value) {
  return std::find(range.begin(), range.end(), value) != range.end();
}

bool slip_apart(std::string_view said, std::string_view meant) {
  if (std::min(said.size(), meant.size()) < store::search::shortest_mistyped) {
    return false;
  }
  const int limit = meant.size() > 8 ? 2 : 1;
  return store::search::edits(said, meant, limit) <= limit;
}

bool begins_alike(std::string_view said, std::string_view meant) {
  return said.size() >= shortest_part && meant.starts_with(said);
}

/// How well a network fits what was heard, and how many of its words do.
struct Fit {
  NetworkFit fit = NetworkFit::none;
  std::size_t words = 0;
};

Fit fit_of(const Heard& said, const Heard& name) {
  std::size_t topics = 0;
  bool part = false;
  for (const auto& topic : name.topics) {
    topics += holds(said.topics, topic) ? 1 : 0;
    part = part || std::any_of(said.topics.begin(), said.topics.end(),
                               [&](const std::string& word) { return begins_alike(word, topic); });
  }
  const bool kinds = std::all_of(name.kinds.begin(), name.kinds.end(),
                                 [&](std::string_view kind) { return holds(said.kinds, kind); });
  if (name.topics.empty()) {
    const bool all = std::all_of(name.words.begin(), name.words.end(),
                                 [&](const std::string& word) { return holds(said.words, word); });
    return {all && said.topics.empty() ? NetworkFit::name : NetworkFit::none, 1};
  }
  if (topics == name.topics.size()) {
    return {kinds ? NetworkFit::name : NetworkFit::topic, topics};
  }
  return {topics > 0 || part ? NetworkFit::part : NetworkFit::none, topics};
}

Fit typo_of(const Heard& said, const Heard& name) {
  const auto slips = [&](const std::vector<std::string>& wanted, const std::vector<std::string>& heard) {
    return std::count_if(wanted.begin(), wanted.end(), [&](const std::string& word) {
      return std::any_of(heard.begin(), heard.end(),
                         [&](const std::string& one) { return one == word || slip_apart(one, word); });
    });
  };
  const auto words = static_cast<std::size_t>(
      std::max(slips(name.words, said.words), name.topics.empty() ? 0 : slips(name.topics, said.topics)));
  const bool all = words == name.words.size() || (!name.topics.empty() && words == name.topics.size());
  return {all ? NetworkFit::typo : NetworkFit::none, words};
}

/// Keeps those of the best fit; among these, those of which most words were said.
template <class Judge>
NetworksMeant best(const std::vector<Network>& networks, const Judge& judge) {
  NetworksMeant found;
  std::size_t words = 0;
  for (const auto& network : networks) {
    const auto fit = judge(network);
    if (fit.fit == NetworkFit::none || fit.fit > found.fit || (fit.fit == found.fit && fit.words < words)) {
      continue;
    }
    if (fit.fit < found.fit || fit.words > words) {
      found.meant.clear();
    }
    found.fit = fit.fit;
    words = fit.words;
    found.meant.push_back(network);
  }
  return found;
}

/// Letters in common, pair by pair: 0 to 1 (Dice).
double likeness(std::string_view one, std::string_view other) {
  std::map<std::string_view, int> pairs;
  for (std::size_t i = 0; i + 2 <= one.size(); ++i) {
    ++pairs[one.substr(i, 2)];
  }
  int common = 0;
  for (std::size_t i = 0; i + 2 <= other.size(); ++i) {
    common += pairs[other.substr(i, 2)]-- > 0 ? 1 : 0;
  }
  const auto all = static_cast<double>(one.size() + other.size()) - 2;
  return all <= 0 ? 0 : 2 * common / all;
}

std::vector<Network> nearest(const Heard& said, const std::vector<Network>& networks) {
  constexpr double least = 0.35;
  std::vector<std::pair<double, const Network*>> all;
  for (const auto& network : networks) {
    double best = 0;
    for (const auto& topic : read(network.name).topics) {
      for (const auto& word : said.topics) {
        best = std::max(best, likeness(word, topic));
      }
    }
    if (best >= least) {
      all.emplace_back(best, &network);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Network> near;
  for (std::size_t i = 0; i < std::min(all.size(), near_max); ++i) {
    near.push_back(*all[i].second);
  }
  return near;
}

}  // namespace

NetworksMeant networks_meant(std::string_view said, const std::vector<Network>& networks) {
  const auto heard = read(said);
  auto found = best(networks, [&](const Network& network) { return fit_of(heard, read(network.name)); });
  if (!found.meant.empty()) {
    return found;
  }
  const auto english = read_english(said);
  found = best(networks, [&](const Network& network) { return fit_of(english, read(network.name)); });
  if (!found.meant.empty()) {
    found.fit = found.fit == NetworkFit::name ? NetworkFit::english : found.fit;
    return found;
  }
  found = best(networks, [&](const Network& network) { return typo_of(heard, read(network.name)); });
  if (found.meant.empty()) {
    found.near = nearest(heard, networks);
  }
  return found;
}

}  // namespace handlers
