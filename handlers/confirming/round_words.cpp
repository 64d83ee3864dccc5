#include "handlers/confirming/round_answers.hpp"
#include "handlers/confirming/round_cards.hpp"
#include "handlers/confirming/round_days.hpp"
#include "handlers/contacts.hpp"
#include "handlers/keep_memory.hpp"
#include "handlers/owners.hpp"
#include "handlers/part.hpp"
#include "handlers/pending.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "store/confirmations.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;
using store::RoundState;
using store::TaskIndex;

constexpr std::size_t hits_looked_at = 10;
constexpr std::size_t listed_in_words = 150;
/// So many working days after a message a bare 'ja' can be about it.
constexpr int ja_counts_for = 1;

struct Cue {
  std::string_view words;  ///< folded; the message begins so
  Language language;
};

/// Folded. What comes after these is not theirs any more: numbers of the list, after the longer ones also a
/// name.
struct ButCue {
  std::string_view words;
  Language language;
  bool names;
};
constexpr std::array<ButCue, 12> but_cues{{{"alle undtagen", Language::danish, true},
                                           {"alle pånær", Language::danish, true},
                                           {"alle på nær", Language::danish, true},
                                           {"ja undtagen", Language::danish, true},
                                           {"ja bortset fra", Language::danish, true},
                                           {"ret", Language::danish, false},
                                           {"ikke", Language::danish, false},
                                           {"all but", Language::english, true},
                                           {"all except", Language::english, true},
                                           {"yes except", Language::english, true},
                                           {"correct", Language::english, false},
                                           {"not", Language::english, false}}};

/// Folded.
constexpr std::array<Cue, 6> all_cues{{{"ja alle", Language::danish},
                                       {"ja alle er rigtige", Language::danish},
                                       {"alle er rigtige", Language::danish},
                                       {"yes all", Language::english},
                                       {"yes all of them", Language::english},
                                       {"all are right", Language::english}}};

/// Folded, without punctuation, single blanks.
std::string plain_words_of(std::string_view folded) {
  std::string out;
  out.reserve(folded.size());
  for (const char c : folded) {
    const bool blank = std::string_view(" \t\r\n.,;:!?»«\"").find(c) != std::string_view::npos;
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') {
    out.pop_back();
  }
  return out;
}

std::string plain_words(std::string_view text) {
  return plain_words_of(store::fold(text));
}

Context speaking(Language language, const Context& context) {
  return {context.finder, context.policy, Texts::in(language), context.today, context.scope, context.nonce};
}

/// "2 og 5", "2 5": positions on the list from 1 on; nothing if it says anything else or beyond the list.
std::optional<std::vector<std::size_t>> numbers_in(std::string_view words, std::size_t count) {
  std::vector<std::size_t> numbers;
  while (!words.empty()) {
    const auto word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (word == "og" || word == "and" || word == "nr" || word == "nummer" || word == "number") {
      continue;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number < 1 || number > count) {
      return std::nullopt;
    }
    numbers.push_back(number - 1);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers.empty() ? std::nullopt : std::optional(numbers);
}

/// Those of a person's tasks that a phrase means: by its words in the title, else by the search.
std::vector<TaskIndex> own_tasks_called(std::string_view phrase, const std::vector<TaskIndex>& own,
                                        const Context& context) {
  const auto wanted = plain_words(phrase);
  std::vector<TaskIndex> found;
  for (const auto task : own) {
    if (!wanted.empty() &&
        plain_words(context.catalogue().task(task).title).find(wanted) != std::string::npos) {
      found.push_back(task);
    }
  }
  if (found.empty()) {
    for (const auto& hit : context.finder.find(phrase, hits_looked_at).hits) {
      if (std::find(own.begin(), own.end(), hit.task) != own.end()) {
        found.push_back(hit.task);
        break;
      }
    }
  }
  return found;
}

std::optional<std::vector<TaskIndex>> meant(std::string_view words, bool names,
                                            const std::vector<TaskIndex>& own, const Context& context) {
  if (const auto numbers = numbers_in(words, own.size())) {
    std::vector<TaskIndex> tasks;
    for (const auto number : *numbers) {
      tasks.push_back(own[number]);
    }
    return tasks;
  }
  auto tasks = names ? own_tasks_called(words, own, context) : std::vector<TaskIndex>{};
  return tasks.size() == 1 ? std::optional(std::move(tasks)) : std::nullopt;
}

Sections how_to_correct(PersonIndex person, const Context& context) {
  auto lines = numbered_tasks(tasks_today(person, context), listed_in_words, context);
  lines.insert(lines.begin(), context.texts.say("round.edit_how"));
  return {TextSection{std::move(lines), {}}};
}

/// The open round of who writes, if a word of theirs can be about it.
std::optional<RoundOfPerson> round_at_hand(const Acting& acting) {
  const auto& context = acting.context;
  if (acting.turn.scope != Scope::personal || acting.sender == no_index ||
      has_left(context.catalogue().person(acting.sender), context.today)) {
    return std::nullopt;
  }
  const auto round = store::open_round(acting.database(), context.catalogue().person(acting.sender).id);
  return round && round->state != RoundState::waiting && !tasks_today(acting.sender, context).empty()
             ? std::optional(RoundOfPerson{*round, acting.sender})
             : std::nullopt;
}

std::optional<Language> all_said(const std::string& words) {
  const auto cue =
      std::find_if(all_cues.begin(), all_cues.end(), [&](const Cue& one) { return one.words == words; });
  return cue == all_cues.end() ? std::nullopt : std::optional(cue->language);
}

/// The person's working days since the last message of the round.
std::optional<int> days_since_message(const store::ConfirmationRound& round) {
  switch (round.state) {
    case RoundState::asked:
      return round.counted;
    case RoundState::reminded:
      return round.counted - days_per_step;
    case RoundState::reminded_again:
      return round.counted - 2 * days_per_step;
    case RoundState::waiting:
    case RoundState::with_leader:
    case RoundState::confirmed:
    case RoundState::corrected:
    case RoundState::ended:
      break;
  }
  return std::nullopt;
}

/// A bare 'ja' or 'nej' (an 'ok' may be about anything) is about the card only if that is fresh and nothing
/// else was spoken of just now.
std::optional<YesOrNo> bare_answer(const RoundOfPerson& at, const Acting& acting) {
  const auto said = yes_or_no_in(acting.text);
  const auto days = days_since_message(at.round);
  const bool fresh = days && *days <= ja_counts_for && recall(acting.turn, acting.services).language.empty();
  return said && said->language && fresh ? said : std::nullopt;
}

Reply confirmed(const RoundOfPerson& at, const Acting& acting, const Context& context) {
  const auto tasks = confirm_all({at}, acting);
  return make_reply(thanks_sections(tasks, context.today, context), context);
}

/// The named ones are confirmed; the round goes on.
Sections confirm_some(std::string_view topic, const Acting& acting) {
  const auto& context = acting.context;
  const auto own = tasks_today(acting.sender, context);
  const auto found = own_tasks_called(topic, own, context);
  if (found.empty()) {
    std::vector<std::string> lines{context.texts.say("round.unknown_task", {{"task", topic}})};
    const auto list = numbered_tasks(own, listed_in_words, context);
    lines.insert(lines.end(), list.begin(), list.end());
    return {TextSection{std::move(lines), {}}};
  }
  for (const auto task : found) {
    store::confirm_entry(acting.transaction(), context.catalogue().task(task).id,
                         context.catalogue().person(acting.sender).id, context.today,
                         {id_of(acting.turn.sender), {}, acting.turn.now});
  }
  acting.outcome.changed_data = true;
  if (found.size() == own.size()) {
    if (const auto at = round_at_hand(acting)) {
      close_round(*at, RoundState::confirmed, acting);
    }
  }
  return {TextSection{{context.texts.say("nudge.confirmed", {{"task", task_titles(context, found)}})}, {}}};
}

Sections confirm_in_words(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  if (acting.sender == no_index || has_left(context.catalogue().person(acting.sender), context.today)) {
    return {TextSection{{context.texts.say("round.unknown_you")}, {}}};
  }
  if (tasks_today(acting.sender, context).empty()) {
    return {TextSection{{context.texts.say("round.no_tasks"), context.texts.say("round.missing_how")}, {}}};
  }
  if (const auto topic = intent.slot("task"); !topic.empty()) {
    return confirm_some(topic, acting);
  }
  const auto open = store::open_round(acting.database(), context.catalogue().person(acting.sender).id);
  std::size_t tasks = 0;
  if (open && open->state != RoundState::waiting) {
    tasks = confirm_all({{*open, acting.sender}}, acting);
  } else {
    tasks = confirm_all({{{}, acting.sender}}, acting);
  }
  acting.outcome.changed_data = true;
  return thanks_sections(tasks, context.today, context);
}

}  // namespace

std::optional<Reply> hear_round(const Acting& acting, std::string_view folded) {
  if (acting.sender == no_index) {
    return std::nullopt;
  }
  const auto words = plain_words_of(folded);
  const auto but = std::find_if(but_cues.begin(), but_cues.end(), [&](const ButCue& cue) {
    return words.starts_with(cue.words) &&
           (words.size() == cue.words.size() || words[cue.words.size()] == ' ');
  });
  const auto all = all_said(words);
  if (but == but_cues.end() && !all && !yes_or_no_in_folded(folded)) {
    return std::nullopt;
  }
  const auto at = round_at_hand(acting);
  if (!at) {
    return std::nullopt;
  }
  if (all) {
    return confirmed(*at, acting, speaking(*all, acting.context));
  }
  if (const auto said = bare_answer(*at, acting)) {
    const auto context = speaking(*said->language, acting.context);
    return said->yes ? confirmed(*at, acting, context)
                     : make_reply(how_to_correct(acting.sender, context), context);
  }
  if (but == but_cues.end()) {
    return std::nullopt;
  }
  const auto context = speaking(but->language, acting.context);
  const auto rest = words.size() == but->words.size() ? std::string() : words.substr(but->words.size() + 1);
  if (rest.empty()) {
    return make_reply(how_to_correct(acting.sender, context), context);
  }
  const auto tasks = meant(rest, but->names, tasks_today(acting.sender, context), context);
  if (!tasks) {
    return std::nullopt;
  }
  std::vector<HandedBack> back;
  for (const auto task : *tasks) {
    back.push_back({task, acting.sender});
  }
  const Acting speaking_so{acting.turn, acting.services, context,     acting.outcome,
                           acting.text, acting.sender,   acting.named};
  return make_reply(correct({*at}, back, speaking_so), context);
}

std::optional<Part> act_on_confirming(const Intent& intent, const Acting& acting) {
  if (intent.name != IntentName::task_confirm) {
    return std::nullopt;
  }
  return Part{confirm_in_words(intent, acting), {}, {}};
}

}  // namespace handlers
