#include "handlers/understanding/verb_topic.hpp"

#include "handlers/understanding/clauses.hpp"
#include "store/text/particles.hpp"

#include <algorithm>
#include <cstddef>

namespace handlers::understanding {
namespace {

constexpr std::size_t longest_to_particle = 4;  // words between: "en medarbejder"

bool is_little(const MessageWord& word) {
  return word.kind == WordKind::function || word.kind == WordKind::link;
}

bool may_be_verb(const MessageWord& word) {
  return word.kind == WordKind::filler || word.kind == WordKind::asking;
}

}  // namespace

std::optional<Stretch> behind_inverted_verb(const Message& message, Stretch part, Stretch topic) {
  const auto& words = message.words;
  const bool inverted = topic.end == topic.first + 1 && topic.first > part.first && topic.end < part.end &&
                        !words[topic.end].after_mark && is_subject(words[topic.end], message.spoken);
  if (!inverted) return std::nullopt;
  Stretch rest{topic.end + 1, topic.end + 1};
  while (rest.end < part.end && !words[rest.end].after_mark) ++rest.end;
  while (rest.first < rest.end && is_little(words[rest.first])) ++rest.first;
  while (rest.end > rest.first && is_little(words[rest.end - 1])) --rest.end;
  if (rest.first == rest.end) return std::nullopt;
  return rest;
}

std::optional<Stretch> with_parted_verb(const Message& message, Stretch part, Stretch topic,
                                        const store::Finder& finder) {
  const auto& words = message.words;
  if (message.spoken == store::Spoken::english) return std::nullopt;
  const std::size_t last = std::min(part.end, topic.end + 2);
  for (std::size_t i = part.first + 1; i < last && (i < topic.end || !words[i].after_mark); ++i) {
    const bool beside = i >= topic.end || i < topic.first;
    if (!beside || store::particle_of(words[i].letters) != store::Particle::adverb) continue;
    // "Følger op på ...": a verb before the topic has its particle right behind it.
    const std::size_t furthest = i < topic.first ? 1 : store::longest_to_particle;
    for (std::size_t verb = std::min(i, topic.first); verb-- > part.first && verb + furthest >= i;) {
      if (words[verb + 1].after_mark) break;
      if (may_be_verb(words[verb]) && finder.knows_word(words[i].letters + words[verb].letters))
        return Stretch{verb, std::max(topic.end, i + 1)};
    }
  }
  return std::nullopt;
}

std::optional<Stretch> with_objection(const Message& message, Stretch part, Stretch topic) {
  const auto& words = message.words;
  for (std::size_t i = topic.end; i + 1 < part.end; ++i) {
    if (words[i].letters != "men" && words[i].letters != "but") continue;
    Stretch all{topic.first, i + 1};
    while (all.end < part.end && !words[all.end].after_mark && words[all.end].kind != WordKind::who)
      ++all.end;
    while (all.end > i + 1 && is_little(words[all.end - 1])) --all.end;
    if (all.end > i + 1) return all;
  }
  return std::nullopt;
}

std::optional<Stretch> verb_with_particle(const Message& message, Stretch part) {
  const auto& words = message.words;
  for (std::size_t verb = part.first; verb < part.end; ++verb) {
    if (!may_be_verb(words[verb])) continue;
    const std::size_t last = std::min(part.end, verb + 2 + longest_to_particle);
    for (std::size_t i = verb + 1; i < last && !words[i].after_mark; ++i) {
      if (store::particle_of(words[i].letters) == store::Particle::adverb) return Stretch{verb, i + 1};
    }
  }
  return std::nullopt;
}

std::string noun_of_verb(const Message& message, Stretch topic) {
  const bool one_word = topic.end == topic.first + 1 && topic.first > 0;
  if (message.spoken != store::Spoken::english || !one_word) return "";
  const MessageWord& verb = message.words[topic.first];
  if (verb.after_mark || !is_subject(message.words[topic.first - 1], message.spoken)) return "";
  std::string noun(message.between(topic.first, topic.first));
  if (noun.ends_with('e')) noun.pop_back();
  return noun + "ing";
}

}  // namespace handlers::understanding
