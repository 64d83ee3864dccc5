#include "handlers/understanding/follow_ups.hpp"

#include "handlers/understanding/follow_up_phrases.hpp"
#include "handlers/understanding/lexicon.hpp"
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/patterns.hpp"
#include "handlers/understanding/phrases.hpp"

#include <algorithm>

namespace handlers {

using namespace understanding;

namespace {

/// Follow-ups are short; a longer message says what it is about.
constexpr std::size_t most_words = 14;

bool is_number(const MessageWord& word) {
  return std::all_of(word.letters.begin(), word.letters.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A word outside the phrase that names something: then the message has a topic of its own.
bool has_topic(const Message& message, const PatternMatch& match) {
  for (std::size_t i = 0; i < message.words.size(); ++i) {
    const auto& word = message.words[i];
    const bool inside = i >= match.first && i < match.end;
    if (!inside && !is_number(word) && word.letters != "kl" && word.listed.kind() == WordKind::topic)
      return true;
  }
  return false;
}

/// "Nej til den 3." answers an invitation; it takes nothing from a list.
bool answers_on_a_day(const Message& message, const store::Finder& finder) {
  const auto matches = Patterns::all().find(message, finder);
  return std::any_of(matches.begin(), matches.end(), [](const PatternMatch& match) {
    return match.intent.name == IntentName::rsvp && !match.intent.slot("when").empty();
  });
}

std::optional<Intent> match_in(const Message& message, const Patterns& patterns,
                               const store::Finder& finder) {
  for (const auto& match : patterns.find(message, finder)) {
    if (match.intent.name != IntentName::sensitive_refuse && has_topic(message, match)) continue;
    if (!match.intent.slot("pick").empty() && answers_on_a_day(message, finder)) continue;
    return match.intent;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FollowUp> follow_up_in(const Message& message, const store::Finder& finder, Language fallback) {
  static const Patterns danish_rows{{danish::groups(), danish::follow_ups()}};
  static const Patterns english_rows{{english::groups(), english::follow_ups()}};
  if (message.words.empty() || message.words.size() > most_words) return std::nullopt;
  auto in_danish = match_in(message, danish_rows, finder);
  auto in_english = match_in(message, english_rows, finder);
  if (in_danish && in_english) (fallback == Language::danish ? in_english : in_danish).reset();
  if (in_danish) return FollowUp{Language::danish, std::move(*in_danish)};
  if (in_english) return FollowUp{Language::english, std::move(*in_english)};
  return std::nullopt;
}

}  // namespace handlers
