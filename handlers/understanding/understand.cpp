#include "handlers/understanding/understand.hpp"

#include "handlers/understanding/clauses.hpp"
#include "handlers/understanding/danger.hpp"
#include "handlers/understanding/follow_ups.hpp"
#include "handlers/understanding/idioms.hpp"
#include "handlers/understanding/introduction.hpp"
#include "handlers/understanding/lexicon.hpp"
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/patterns.hpp"
#include "handlers/understanding/slips.hpp"
#include "handlers/understanding/topic.hpp"
#include "handlers/understanding/unclaimed.hpp"
#include "handlers/understanding/understand_message.hpp"
#include "handlers/understanding/wish.hpp"
#include "store/text/particles.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <optional>

namespace handlers {

using namespace understanding;

namespace {

constexpr float least_beside_cues = 0.7F;
constexpr std::size_t most_words_of_cues = 16;  // more are a story with a few of them by accident
constexpr std::size_t most_words_alone = 4;     // of a topic whose words may tell its language

store::Spoken language_of(const Message& message, const store::Finder& finder) {
  int danish = 0;
  int english = 0;
  int doubtful = 0;  // "it", "by": words of the other language too
  bool says = false;
  for (const MessageWord& word : message.words) {
    const bool da = word.listed.is_danish();
    const bool en = word.listed.is_english();
    const WordKind kind = word.listed.kind();
    says = says || (kind != WordKind::link && !is_number(word.letters));
    if (word.listed.names_in_one_language()) {
      doubtful += word.hyphenated ? 0 : en ? 1 : -1;
      continue;
    }
    const int evidence =
        kind == WordKind::topic || kind == WordKind::link ? 1 : 3;  // names may be in the other language
    danish += da && !en ? evidence : 0;
    english += en && !da ? evidence : 0;
    if (!da && !en && word.letters.find_first_of("\xE6\xF8\xE5") != std::string::npos) ++danish;
  }
  if (doubtful > 1) english += doubtful;
  if (doubtful < -1) danish -= doubtful;
  if (!says || danish == english) {
    const bool bare = says && danish == 0 && message.words.size() <= most_words_alone;
    return bare ? finder.language_of(message.text) : store::Spoken::undecided;
  }
  return danish > english ? store::Spoken::danish : store::Spoken::english;
}

/// True if the words written as one, with or without a linking letter, are a word of a task.
bool are_a_compound(const MessageWord& first, const MessageWord& second, const store::Finder& finder) {
  for (const char* const link : {"", "s", "e"}) {
    const std::string joined = store::to_utf8(first.letters + link + second.letters);
    const auto found = finder.find(joined, 1);
    if (found.confidence == store::Confidence::none) continue;
    for (const auto& word : finder.explain(joined, found.hits.front().task)) {
      if (word.how == "exact" || word.how == "form") return true;
    }
  }
  return false;
}

/// Particles behind a verb of asking that make another verb of it, unlike "ringe til".
bool makes_a_noun(std::string_view letters) {
  return store::particle_of(letters) == store::Particle::adverb || letters == "under" || letters == "af";
}

/// A word of asking that makes a word of the catalogue together with its neighbour is a part of it: "kommune
/// plan", "hjælpe midler".
void keep_compounds(Message& message, const store::Finder& finder) {
  const auto asks = [](const MessageWord& word) {
    return word.kind == WordKind::filler || word.kind == WordKind::asking;
  };
  const auto names = [](const MessageWord& word) { return word.kind == WordKind::topic; };
  bool changed = false;
  for (std::size_t i = 0; i + 1 < message.words.size(); ++i) {
    MessageWord& first = message.words[i];
    MessageWord& second = message.words[i + 1];
    if (second.after_mark || !((asks(first) && names(second)) || (names(first) && asks(second)))) continue;
    if (!are_a_compound(first, second, finder)) continue;
    first.kind = second.kind = WordKind::topic;
    changed = true;
  }
  for (std::size_t i = 0; i + 2 < message.words.size(); ++i) {  // "skrive under på": underskrift
    MessageWord& verb = message.words[i];
    MessageWord& particle = message.words[i + 1];
    if (!asks(verb) || particle.after_mark || !makes_a_noun(particle.letters)) continue;
    if (store::particle_of(message.words[i + 2].letters) == store::Particle::none) continue;
    if (!finder.knows_word(particle.letters + verb.letters)) continue;
    verb.kind = particle.kind = WordKind::topic;
    changed = true;
  }
  if (changed) mark_idioms(message);  // "følger op på" asks, although "opfølgning" is a word
}

/// "9. klasse" says how old somebody is, and is no matter of its own: beside it, something else is.
void put_school_years_aside(Message& message) {
  auto& words = message.words;
  const auto names = [](const MessageWord& word) {
    return word.kind == WordKind::topic && !is_number(word.letters);
  };
  if (std::count_if(words.begin(), words.end(), names) < 2) return;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].letters != "klasse" || !is_number(words[i - 1].letters)) continue;
    words[i].kind = WordKind::filler;
    words[i].after_mark = words[i].after_stop = false;  // "9." ends no sentence
  }
}

bool is_thanks(const Message& message) {
  return std::any_of(message.words.begin(), message.words.end(), [](const MessageWord& word) {
    return word.letters == "tak" || word.letters == "takker" || word.letters == "thanks" ||
           word.letters == "thank" || word.letters == "cheers";
  });
}

bool is_greeting(const Message& message) {
  static constexpr std::string_view greetings[] = {"hej",  "hejsa",  "hall\xF8j", "hallo",    "dav",
                                                   "davs", "goddag", "godmorgen", "godaften", "hello",
                                                   "hi",   "hey",    "help"};
  const auto& words = message.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::find(std::begin(greetings), std::end(greetings), words[i].letters) != std::end(greetings))
      return true;
    if (i > 0 && words[i - 1].letters == "god" && (words[i].letters == "morgen" || words[i].letters == "dag"))
      return true;
  }
  return false;
}

/// What the words together tell where no pattern fits and no task is clearly named.
std::optional<Intent> told_by_cues(const Message& message, const std::optional<Intent>& found, float score,
                                   const store::Finder& finder) {
  const bool weak = !found || found->name != IntentName::find_person || found->slot("unsure") == "yes" ||
                    score < least_beside_cues;
  if (!weak || message.words.size() < 2 || message.words.size() > most_words_of_cues) return std::nullopt;
  auto matches = Patterns::cues().find(message, finder);
  if (matches.empty()) return std::nullopt;
  return std::move(matches.front().intent);
}

Message clause_alone(const Message& message, Stretch clause) {
  auto alone = read_message(message.between(clause.first, clause.end - 1));
  read_as(alone, message.spoken);
  return alone;
}

bool is_same(const Intent& one, const Intent& other) {
  return one.name == other.name &&
         std::equal(one.slots.begin(), one.slots.end(), other.slots.begin(), other.slots.end(),
                    [](const Slot& a, const Slot& b) { return a.name == b.name && a.value == b.value; });
}

bool asks_for_somebody(const Message& message) {
  return std::any_of(message.words.begin(), message.words.end(),
                     [](const MessageWord& word) { return word.kind == WordKind::who; });
}

/// "Jeg er leder i et dagtilbud og skal bruge ...", "jeg er på ferie fra mandag, hvem har vintertjeneste":
/// who writes says so of themselves, and wants something else.
bool is_who_writes(const Message& message, const PatternMatch& match) {
  const auto& words = message.words;
  if (match.intent.name == IntentName::availability && match.intent.slot("want") == "told")
    return asks_for_somebody(message);
  if (match.intent.name != IntentName::leader_of_unit || match.first < 2) return false;
  const std::string& before = words[match.first - 1].letters;
  const std::string& who = words[match.first - 2].letters;
  return (before == "er" || before == "som" || before == "am") && (who == "jeg" || who == "vi" || who == "i");
}

/// The same said twice ("ja tak, jeg kommer") is one intent, unless each names something of its own.
void add(Understanding& result, Intent intent) {
  const bool said = std::any_of(result.intents.begin(), result.intents.end(),
                                [&](const Intent& other) { return is_same(other, intent); });
  if (said) return;
  const auto same = std::find_if(result.intents.begin(), result.intents.end(),
                                 [&](const Intent& other) { return other.name == intent.name; });
  const bool once = intent.name == IntentName::sensitive_refuse || intent.name == IntentName::out_of_domain;
  if (same == result.intents.end()) {
    result.intents.push_back(std::move(intent));
  } else if (same->slots.empty()) {
    *same = std::move(intent);
  } else if (!intent.slots.empty() && !once) {
    result.intents.push_back(std::move(intent));
  }
}

/// True for a fault of our own matters that is told beside a question: "there is a mistake on my payslip, who
/// do I tell". It is none of the catalogue's.
bool is_fault_of_ours(const Message& message, const PatternMatch& match) {
  if (match.intent.name != IntentName::task_report_wrong || !match.intent.slots.empty()) return false;
  static constexpr std::string_view ours[] = {"jeg",   "vi", "min", "mit", "mine",
                                              "vores", "i",  "we",  "my",  "our"};
  const auto clauses = clauses_in(message, {0, message.words.size()});
  if (!clauses) return false;
  for (std::size_t i = clauses->told.first; i < clauses->told.end; ++i)
    if (std::find(std::begin(ours), std::end(ours), message.words[i].letters) != std::end(ours)) return true;
  return false;
}

/// "Kan du hjælpe mig? Der er rotter i haven": a plea beside a matter asks for somebody, and is no question
/// about what we can do ("hvad kan du hjælpe med, jeg er ny").
bool is_plea(const Message& message, const PatternMatch& match) {
  static constexpr std::string_view pleading[] = {"hj\xE6lp", "hj\xE6lpe", "help"};
  static constexpr std::string_view asking[] = {"hvad", "hvordan", "what", "how"};
  if (match.intent.name != IntentName::help) return false;
  bool pleads = false;
  bool names_something = false;
  for (std::size_t i = 0; i < message.words.size(); ++i) {
    const MessageWord& word = message.words[i];
    const auto is = [&](const auto& list) {
      return std::find(std::begin(list), std::end(list), word.letters) != std::end(list);
    };
    const bool inside = i >= match.first && i < match.end;
    if (inside && is(asking)) return false;
    pleads = pleads || (inside && is(pleading));
    names_something = names_something || (!inside && word.kind == WordKind::topic);
  }
  return pleads && names_something;
}

/// "..., og er hun på arbejde?" after a question about somebody: about that one.
std::optional<Intent> about_the_same(const Message& message, Stretch part, const Understanding& so_far,
                                     const store::Finder& finder) {
  if (so_far.intents.empty() || part.first >= part.end) return std::nullopt;
  const Intent& before = so_far.intents.back();
  const auto person = before.slot("person");
  if (person.empty() || person == "me") return std::nullopt;
  auto found = follow_up_in(read_message(message.between(part.first, part.end - 1)), finder, so_far.language);
  if (!found) return std::nullopt;
  Intent& intent = found->intent;
  const bool leans_on_a_memory = !intent.slot("pick").empty() || !intent.slot("again").empty() ||
                                 !intent.slot("same").empty() || !intent.slot("named").empty();
  if (leans_on_a_memory) return std::nullopt;
  intent.slots.push_back({"person", std::string(person)});
  return std::move(intent);
}

/// "... og hvem har moms": asks again without a mark.
bool asks_again(const Message& message, std::size_t word) {
  const auto& words = message.words;
  return word > 0 && words[word].kind == WordKind::who &&
         ((words[word].letters == "hvem" && words[word - 1].letters == "og") ||
          (words[word].letters == "who" && words[word - 1].letters == "and"));
}

/// Sentences of which each asks for somebody: "hvem har rotter? hvem har vejskilte?". Empty if there is only
/// one.
std::vector<Stretch> questions_in(const Message& message, Stretch part) {
  constexpr std::size_t most = 5;
  std::vector<Stretch> all;
  std::size_t first = part.first;
  for (std::size_t i = part.first; i <= part.end && all.size() < most; ++i) {
    const bool again = i > part.first && i < part.end && asks_again(message, i);
    if (i < part.end && (i == part.first || !(message.words[i].after_stop || again))) continue;
    const std::size_t end = again ? i - 1 : i;  // without the "og"
    if (end > first && asking_in(message, {first, end}).who_word) all.push_back({first, end});
    first = i;
  }
  return all;
}

/// Topics of several sentences are one question with several topics.
void join(Understanding& result, Intent intent) {
  const bool can_join = !result.intents.empty() && result.intents.front().name == IntentName::find_person &&
                        intent.name == IntentName::find_person && intent.slot("negated").empty() &&
                        result.intents.front().slot("negated").empty();
  if (!can_join) return add(result, std::move(intent));
  for (Slot& slot : intent.slots) {
    if (slot.name == "task" || slot.name == "kle") result.intents.front().slots.push_back(std::move(slot));
  }
}

/// "Jeg kan torsdag, men ikke fredag": each answer is about its own day, and neither needs to find a meeting.
void mark_two_answers(Understanding& result) {
  const auto is_dated = [](const Intent& intent) {
    return intent.name == IntentName::rsvp && !intent.slot("when").empty();
  };
  if (std::count_if(result.intents.begin(), result.intents.end(), is_dated) < 2) return;
  for (Intent& intent : result.intents) {
    if (is_dated(intent)) intent.slots.push_back({"beside", "yes"});
  }
}

Message as_question(const std::string& task, store::Spoken spoken) {
  return read_message((spoken == store::Spoken::english ? "who handles " : "hvem har ") + task);
}

}  // namespace

std::string_view Intent::slot(std::string_view wanted) const {
  const auto found =
      std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.name == wanted; });
  return found == slots.end() ? std::string_view() : std::string_view(found->value);
}

Understanding understand(std::string_view text, const store::Finder& finder, Language fallback) {
  return understand(read_message(text), finder, fallback);
}

Understanding understand(Message message, const store::Finder& finder, Language fallback) {
  if (const std::size_t first = end_of_introduction(message, finder); first > 0)
    message = read_message(std::string(message.between(first, message.words.size() - 1)));
  correct_slips(message, finder);
  read_as(message, language_of(message, finder));
  keep_compounds(message, finder);
  put_school_years_aside(message);
  Understanding result;
  result.language = message.spoken == store::Spoken::danish    ? Language::danish
                    : message.spoken == store::Spoken::english ? Language::english
                                                               : fallback;
  auto matches = Patterns::all().find(message, finder);
  const bool danger = take_danger(message, matches);
  std::erase_if(matches, [&](const PatternMatch& match) { return is_fault_of_ours(message, match); });
  std::erase_if(matches, [&](const PatternMatch& match) { return is_plea(message, match); });
  std::erase_if(matches, [&](const PatternMatch& match) { return is_who_writes(message, match); });
  if (matches.empty() && !danger && !asks_for_somebody(message)) {
    const std::string wish = wished_for(message, finder);
    if (!wish.empty()) return understand(as_question(wish, message.spoken), finder, fallback);
  }
  std::size_t at = 0;
  const auto read_rest = [&](std::size_t end) {
    if (auto intent = about_the_same(message, {at, end}, result, finder)) {
      result.intents.push_back(std::move(*intent));
      return;
    }
    const auto questions = questions_in(message, {at, end});
    if (matches.empty() && questions.size() > 1) {
      for (const Stretch question : questions) {
        float score = 0;
        if (auto intent = find_person_in(message, question, finder, score)) join(result, std::move(*intent));
      }
      return;
    }
    const Stretch part{at, end};
    const Asking asking = asking_in(message, part);
    // "Hvem kan hjælpe, når ..." only leads to a matter that a pattern has read.
    const bool leads =
        asking.topic_words == 0 && std::any_of(matches.begin(), matches.end(), [](const auto& match) {
          return match.intent.name == IntentName::find_person;
        });
    const bool may_ask = matches.empty() || (asking.who_word && !leads);
    if (may_ask && end > at) {
      float score = 0;
      auto intent = find_person_in(message, part, finder, score);
      if (!matches.empty() && intent && intent->name == IntentName::find_person && intent->slots.empty())
        intent.reset();  // "hvem siger jeg det til" beside what a pattern has read
      if (matches.empty()) {
        const auto clauses = clauses_in(message, part);  // what is told beside the clause that asks is no cue
        auto told = clauses ? told_by_cues(clause_alone(message, clauses->asking), intent, score, finder)
                            : told_by_cues(message, intent, score, finder);
        if (told) intent = std::move(told);
      }
      if (intent) add(result, std::move(*intent));
    }
  };
  for (const PatternMatch& match : matches) {
    read_rest(match.first);
    add(result, match.intent);
    at = match.end;
  }
  read_rest(message.words.size());
  mark_two_answers(result);
  const bool nothing =
      result.intents.empty() ||
      (matches.empty() && result.intents.size() == 1 &&
       result.intents.front().name == IntentName::out_of_domain &&
       (is_thanks(message) || (is_greeting(message) && message.words.size() <= most_words_alone)));
  if (nothing) {
    result.intents.clear();
    const IntentName name = is_thanks(message)     ? IntentName::thanks
                            : is_greeting(message) ? IntentName::help
                                                   : IntentName::out_of_domain;
    result.intents.push_back({name, {}});
  }
  if (danger) lead_with_danger(message, result);
  return result;
}

void prepare_to_understand() {
  understand("hvem har", store::Finder(store::CatalogueBuilder().build()), Language::danish);
}

}  // namespace handlers
