#include "handlers/understanding/topic.hpp"

#include "handlers/understanding/clauses.hpp"
#include "handlers/understanding/lexicon.hpp"
#include "handlers/understanding/places.hpp"
#include "handlers/understanding/topic_told.hpp"
#include "handlers/understanding/verb_topic.hpp"
#include "handlers/understanding/word_classes.hpp"
#include "store/text/particles.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace handlers::understanding {
namespace {

// Scores of the finder (store/search/README.md).
constexpr float clearly_found = 0.7F;
constexpr float more_than_half_found = 0.6F;
constexpr float half_found = 0.5F;
constexpr float hardly_found = 0.3F;
constexpr float much_better = 0.12F;
constexpr float slip_costs = 0.35F;
constexpr std::size_t most_topics = 5;
constexpr std::size_t most_sentences = 5;
constexpr std::size_t most_topic_words = 40;

/// The words from the first to the last that name something; what is between them belongs to the topic.
std::optional<Stretch> trimmed(const Message& message, Stretch part) {
  std::optional<Stretch> topic;
  for (std::size_t i = part.first; i < part.end; ++i) {
    if (message.words[i].kind != WordKind::topic || is_number(message.words[i].letters)) continue;
    topic = Stretch{topic ? topic->first : i, i + 1};
  }
  return topic;
}

/// The topic with the filler or the rest of a verb behind it, which may belong to it: "undervisning i en
/// anden kommune", "brænder affald af".
Stretch widened(const Message& message, Stretch part, Stretch topic) {
  Stretch wider = topic;
  for (std::size_t i = topic.end; i < part.end && !message.words[i].after_mark; ++i) {
    const WordKind kind = message.words[i].kind;
    if (kind == WordKind::who || kind == WordKind::holding) break;
    const bool infinitive = message.words[i].letters == "at" && message.spoken != store::Spoken::english;
    if (infinitive) break;  // "har med slam at gøre", but "hurt at work"
    const bool particle = i < topic.end + store::longest_to_particle &&
                          store::particle_of(message.words[i].letters) != store::Particle::none;
    if (particle || kind == WordKind::filler || kind == WordKind::asking ||
        is_number(message.words[i].letters))
      wider.end = i + 1;
  }
  return wider;
}

std::string text_of(const Message& message, Stretch part) {
  return std::string(message.between(part.first, part.end - 1));
}

float score_of(const store::Finder& finder, const std::string& topic, store::Spoken spoken) {
  const auto found = finder.find(topic, 1, spoken);
  return found.hits.empty() ? 0 : found.hits.front().score;
}

bool is_and(const std::string& letters) {
  return letters == "og" || letters == "samt" || letters == "and" || letters == "eller" || letters == "or";
}

/// Cuts at marks and at every "og". Nothing to cut without an "og": "tilsyn, campingpladser" is one topic.
std::vector<Stretch> cut_at_and(const Message& message, Stretch part) {
  std::vector<Stretch> parts;
  std::size_t first = part.first;
  bool any = false;
  for (std::size_t i = part.first; i < part.end; ++i) {
    const bool joint = is_and(message.words[i].letters);
    any = any || joint;
    if (i > first && (joint || message.words[i].after_mark)) {
      parts.push_back({first, i});
      first = joint ? i + 1 : i;
    }
  }
  if (first < part.end) parts.push_back({first, part.end});
  return any ? parts : std::vector<Stretch>{};
}

/// Cuts into sentences: at stops, and at a comma where the words behind it ask.
std::vector<Stretch> cut_at_sentences(const Message& message, Stretch part) {
  std::vector<Stretch> parts;
  std::size_t first = part.first;
  const auto asks_after = [&](std::size_t word) {
    const std::size_t begin = word;
    for (; word < part.end && (word == begin || !message.words[word].after_mark); ++word) {
      const WordKind kind = message.words[word].kind;
      if (kind == WordKind::who) return true;
    }
    return false;
  };
  for (std::size_t i = part.first + 1; i < part.end; ++i) {
    const bool stop = message.words[i].after_stop || (message.words[i].after_mark && asks_after(i));
    if (!stop) continue;
    parts.push_back({first, i});
    first = i;
  }
  parts.push_back({first, part.end});
  return parts;
}

/// What was said before: "det", "it".
bool is_it(std::string_view letters) {
  static constexpr std::string_view all[] = {"det", "den", "dette", "denne", "it", "this", "that"};
  return std::find(std::begin(all), std::end(all), letters) != std::end(all);
}

bool is_neighbour(std::string_view letters) {
  static constexpr std::string_view all[] = {"nabo",      "nabos",     "nab\xF8n",   "nab\xF8ns",
                                             "nab\xF8r",  "neighbor",  "nab\xF8rne", "neighbour",
                                             "neighbors", "nab\xF8rs", "neighbours"};
  return std::find(std::begin(all), std::end(all), letters) != std::end(all);
}

/// Behind the topic, where its verb ends: "betale penge tilbage". Nothing if the catalogue has no such word.
std::optional<std::size_t> end_of_verb(const Message& message, Stretch part, Stretch topic,
                                       const store::Finder& finder) {
  for (std::size_t i = topic.end; i < std::min(part.end, topic.end + 2) && !message.words[i].after_mark;
       ++i) {
    const std::string& particle = message.words[i].letters;
    if (store::particle_of(particle) != store::Particle::adverb) continue;
    for (std::size_t verb = topic.end; verb-- > topic.first && verb + store::longest_to_particle >= i;) {
      if (finder.knows_word(particle + message.words[verb].letters)) return i + 1;
    }
  }
  return std::nullopt;
}

/// The neighbour before the topic, if nothing else names something in between: "min nabo brænder affald af".
std::optional<std::size_t> neighbour_before(const Message& message, Stretch part, Stretch topic) {
  for (std::size_t i = topic.first; i-- > part.first;) {
    if (message.words[i + 1].after_mark) break;
    if (is_neighbour(message.words[i].letters)) return i;
  }
  return std::nullopt;
}

/// True for the verb of "hvem udsteder pas", "who approves plans": what is behind it may be the topic alone.
bool is_what_somebody_does(const Message& message, Stretch part, std::size_t word) {
  if (!says_what_is_done(message.words[word].letters) && !stands_as_verb(message, word, part.end))
    return false;
  for (std::size_t i = word; i-- > part.first;) {
    if (message.words[i].kind == WordKind::who) return true;
    if (message.words[i].kind != WordKind::function || is_subject(message.words[i], message.spoken))
      return false;
  }
  return false;
}

/// True where the verb before a topic is the matter itself: with it another task is found that has both
/// ("godkende en faktura"), or it names one and what is behind it names several ("ansætter lærere").
bool is_the_task(const Message& message, Stretch whole, Stretch rest, const store::Finder& finder) {
  const auto find = [&](Stretch words) { return finder.find(text_of(message, words), 1, message.spoken); };
  const auto both = find(whole);
  const auto alone = find(rest);
  if (both.hits.empty() || alone.hits.empty()) return false;
  const auto& best = alone.hits.front();
  if (both.hits.front().score >= more_than_half_found && both.hits.front().task != best.task) return true;
  if (alone.confidence == store::Confidence::sure) return false;
  const auto verb = find({whole.first, whole.first + 1});
  return verb.confidence == store::Confidence::sure && verb.hits.front().task != best.task;
}

/// A word that mostly asks can be a topic too ("hvem har have?"): if nothing else is said and a task is
/// called so.
Topics ambiguous_word(const Message& message, Stretch part, const store::Finder& finder) {
  if (!asking_in(message, part).who_word) return {};
  for (std::size_t i = part.end; i-- > part.first;) {
    const WordKind kind = message.words[i].kind;
    if (kind == WordKind::who && message.words[i].after_mark) break;  // before it, something else is told
    if (kind == WordKind::who || kind == WordKind::function || kind == WordKind::link) continue;
    if (i > part.first && message.words[i - 1].letters == "i") continue;  // "i dag"
    std::string word = text_of(message, {i, i + 1});
    const auto found = finder.find(word, 1, message.spoken);
    if (found.confidence == store::Confidence::none) continue;
    const float score = found.hits.front().score;
    if (score >= clearly_found) return {{std::move(word)}, score};
  }
  return {};
}

/// The topic with the filler that an "og" joins to it, which may belong to it: "pleje og vedligeholdelse".
std::optional<Stretch> with_joined_before(const Message& message, Stretch part, Stretch topic) {
  if (topic.first < part.first + 2) return std::nullopt;
  const MessageWord& before = message.words[topic.first - 2];
  const MessageWord& joint = message.words[topic.first - 1];
  const bool joined = is_and(joint.letters) && !joint.after_mark && !message.words[topic.first].after_mark;
  if (!joined || before.kind != WordKind::filler) return std::nullopt;
  return Stretch{topic.first - 2, topic.end};
}

/// The end of a long story, so that no search looks for more words than a question has.
Stretch shortened(const Message& message, Stretch part) {
  std::size_t words = 0;
  for (std::size_t i = part.end; i-- > part.first;) {
    words += message.words[i].kind == WordKind::topic ? 1 : 0;
    if (words > most_topic_words) return {i + 1, part.end};
  }
  return part;
}

/// Where no word names something: one that a task is called by, or a verb that its particle makes one.
Topics topic_of_verbs(const Message& message, Stretch part, const store::Finder& finder) {
  Topics word = ambiguous_word(message, part, finder);
  const auto verb = verb_with_particle(message, part);
  if (!word.texts.empty() || !verb) return word;
  std::string text = text_of(message, *verb);
  const float score = score_of(finder, text, message.spoken);
  return score >= clearly_found ? Topics{{std::move(text)}, score} : Topics{};
}

/// "Toilettet på rådhuset løber": where something is that is broken or found does not tell whose matter it
/// is. What is left is better found, or only the place was found; a place may also make another matter of it,
/// so nothing is sure.
std::optional<Topics> beside_its_place(const Message& message, Stretch topic, const std::string& all,
                                       float score, const store::Finder& finder) {
  Placed placed = take_places_out(message, topic);
  if (placed.rest.empty()) return std::nullopt;
  const float found = score_of(finder, placed.rest, message.spoken);
  const auto is_place = [&](const store::MatchedWord& word) {
    const auto& places = placed.places;
    return std::find(places.begin(), places.end(), store::letters_of(word.asked)) != places.end();
  };
  const auto only_the_place = [&] {
    const auto whole = finder.find(all, 1, message.spoken);
    if (whole.hits.empty()) return false;
    const auto words = finder.explain(all, whole.hits.front().task, message.spoken);
    return std::all_of(words.begin(), words.end(), is_place);
  };
  if (found <= score && (found == 0 || !only_the_place())) return std::nullopt;
  Topics topics{{std::move(placed.rest)}, found};
  topics.inferred = true;
  return topics;
}

}  // namespace

Topics topics_of(const Message& message, Stretch part, const store::Finder& finder) {
  auto whole = trimmed(message, part);
  if (!whole) return topic_of_verbs(message, part, finder);
  if (const auto end = end_of_verb(message, part, *whole, finder)) whole->end = *end;
  if (const auto parted = with_parted_verb(message, part, *whole, finder)) {
    std::string text = text_of(message, *parted);
    const float found = score_of(finder, text, message.spoken);
    if (found >= clearly_found) return {{std::move(text)}, found};
  }
  std::string all = text_of(message, *whole);
  float together = score_of(finder, all, message.spoken);
  if (std::string noun = noun_of_verb(message, *whole); !noun.empty()) {
    const float found = score_of(finder, noun, message.spoken);
    if (found >= clearly_found && found > together) return {{std::move(noun)}, found};
  }
  const auto prefer = [&](Stretch other) {
    std::string text = text_of(message, other);
    const float found = score_of(finder, text, message.spoken);
    if (found <= together) return;
    whole = other;
    all = std::move(text);
    together = found;
  };
  if (const auto rest = behind_inverted_verb(message, part, *whole)) {
    const float found = score_of(finder, text_of(message, *rest), message.spoken);
    if (found >= clearly_found) return {{text_of(message, *rest)}, found};
  }
  if (const auto all_said = with_objection(message, part, *whole)) {
    std::string text = text_of(message, *all_said);
    const float found = score_of(finder, text, message.spoken);
    if (found >= half_found) return {{std::move(text)}, found};
  }
  if (together < clearly_found && is_what_somebody_does(message, part, whole->first)) {
    const auto rest = trimmed(message, {whole->first + 1, whole->end});
    if (rest && !is_the_task(message, *whole, *rest, finder)) prefer(*rest);
  }
  if (together < clearly_found) {
    if (const auto neighbour = neighbour_before(message, part, *whole)) {
      const std::size_t verb = whole->first;
      prefer({*neighbour, whole->end});
      if (together < hardly_found) prefer({*neighbour, verb + 1});  // what the neighbour does is the matter
    }
  }
  if (const auto joined = with_joined_before(message, part, *whole)) prefer(*joined);
  const Stretch wider = widened(message, part, *whole);
  if (wider.end != whole->end) {
    std::string more = text_of(message, wider);
    float found = score_of(finder, more, message.spoken);
    // A word with a slip is found less well than it would be, and may be one of the catalogue's own.
    const auto behind = std::span(message.words).subspan(whole->end, wider.end - whole->end);
    if (std::any_of(behind.begin(), behind.end(), [](const MessageWord& word) { return word.corrected; }))
      found += slip_costs;
    if (found > together) {
      all = std::move(more);
      together = std::min(found, 1.0F);
    }
  }
  if (together < more_than_half_found && !asking_in(message, part).who_word) {
    if (auto elsewhere = beside_its_place(message, *whole, all, together, finder))
      return *std::move(elsewhere);
  }
  std::vector<std::string> each;
  float least = 1;
  auto parts = cut_at_and(message, *whole);
  if (parts.size() > most_topics) parts.clear();  // an enumeration inside one topic, or nonsense
  for (const Stretch piece : parts) {
    const auto topic = trimmed(message, piece);
    if (!topic) continue;
    each.push_back(text_of(message, *topic));
    least = std::min(least, score_of(finder, each.back(), message.spoken));
  }
  if (each.size() > 1 && least >= std::max(clearly_found, together)) return {each, least};
  if (together >= clearly_found + much_better) return {{all}, together};

  // Something else is told beside the topic: the sentences that name a task are the topic.
  const auto pieces = cut_at_sentences(message, *whole);
  if (pieces.size() == 1) return {{all}, together};
  std::string best = all;
  float score = together + much_better;
  for (std::size_t first = 0; first < pieces.size() && pieces.size() <= most_sentences; ++first) {
    for (std::size_t last = pieces.size(); last-- > first;) {  // the longest first
      const auto topic = trimmed(message, {pieces[first].first, pieces[last].end});
      if (!topic) continue;
      std::string text = text_of(message, *topic);
      const float found = score_of(finder, text, message.spoken);
      if (found <= score || found < clearly_found) continue;
      best = std::move(text);
      score = found;
    }
  }
  return {{best}, best == all ? together : score};
}

Asking asking_in(const Message& message, Stretch part) {
  Asking asking;
  const auto topic = trimmed(message, part);
  asking.nothing_else = topic && topic->first == part.first;
  for (std::size_t i = part.first; i < part.end; ++i) {
    const WordKind kind = message.words[i].kind;
    const bool inside = topic && i > topic->first && i < topic->end;
    const bool of_a_name =
        kind == WordKind::topic || kind == WordKind::link || (kind == WordKind::filler && inside);
    asking.nothing_else = asking.nothing_else && of_a_name;
    const std::string& letters = message.words[i].letters;
    if (asking.who_word &&
        (kind == WordKind::asking || kind == WordKind::holding || kind == WordKind::filler))
      asking.does = true;
    switch (kind) {
      case WordKind::topic:
        ++asking.topic_words;
        if (is_telling(letters)) ++asking.telling;
        if (needs_a_story(letters)) {
          ++asking.telling;
          asking.about_it = asking.about_it || asking.who_word;
        }
        break;
      case WordKind::who:
        asking.who_word = true;
        break;
      case WordKind::asking:
        asking.who = true;
        break;
      case WordKind::holding:
        asking.who = asking.who || asking.who_word;
        break;
      case WordKind::link:
      case WordKind::function:
        if (asking.who_word && (is_it(letters) || is_subject(message.words[i], message.spoken)))
          asking.about_it = true;
        break;
      case WordKind::filler:
        break;
    }
  }
  asking.does = asking.does || asking.telling > 0;
  return asking;
}

Topics topics_in(const Message& message, Stretch all_of_it, const store::Finder& finder) {
  const Stretch part = shortened(message, all_of_it);
  const auto clauses = clauses_in(message, part);
  if (!clauses) return topics_of(message, part, finder);
  if (!clauses->names_matter) return topics_told(message, *clauses, finder);
  Topics topics = topics_of(message, clauses->asking, finder);
  if (topics.texts.size() == 1) topics.told = circumstances(message, clauses->told, finder);
  return topics;
}

}  // namespace handlers::understanding
