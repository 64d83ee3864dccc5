#include "handlers/keep_memory.hpp"
#include "handlers/reminders/own_reminders.hpp"
#include "handlers/reminders/repeating.hpp"
#include "handlers/subjects.hpp"
#include "handlers/time/zone.hpp"
#include "store/conversation_focus.hpp"
#include "store/reminders.hpp"
#include "store/text/fold.hpp"
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace handlers {
namespace {

using store::Reminder;

constexpr std::size_t buttons_max = 5;
/// Before the id of the one reminder that was shown. A yes or no means nothing there, only "slet den".
constexpr std::string_view shown_reminder = "reminder-shown ";

std::string line_of(const Reminder& reminder, const Context& context) {
  const auto repeating = read_repeating(reminder.rule);
  const auto when = moment_line(reminder, context) +
                    (repeating ? " (" + in_words(*repeating, context) + ")" : std::string());
  return reminder.text.empty() ? context.texts.say("remind.line_plain", {{"when", when}})
                               : context.texts.say("remind.line", {{"when", when}, {"what", reminder.text}});
}

/// What "slet den" means from now on; another question that waits keeps waiting.
void remember_shown(const std::string& pending, const Acting& acting) {
  const auto key = key_of(acting.turn);
  auto focus = store::focus(acting.database(), key, acting.turn.now).value_or(store::ConversationFocus{});
  if (focus.pending.empty() || focus.pending.find("reminder") <= 1) {
    focus.pending = pending;
    store::set_focus(acting.transaction(), key, focus, acting.turn.now);
  }
}

std::string subject_here(const Acting& acting) {
  return subject_of(acting.turn.sender, acting.context.catalogue());
}

/// True if the reminder's own words hold all that was said, in any form.
bool is_about(const Reminder& reminder, std::string_view said) {
  store::Stemmer stemmer;
  store::Words words;
  std::vector<std::string> wanted;
  words.read(said);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!store::is_function_word(words[i])) {
      wanted.emplace_back(stemmer.danish(words[i]));
    }
  }
  std::vector<std::string> own;
  words.read(reminder.text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    own.emplace_back(stemmer.danish(words[i]));
  }
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& stem) {
    return std::find(own.begin(), own.end(), stem) != own.end();
  });
}

Sections list(const std::vector<Reminder>& reminders, std::string heading, const Context& context) {
  OfferSection section{{std::move(heading)}, {}};
  for (std::size_t i = 0; i < std::min(reminders.size(), Shown::lines); ++i) {
    const auto number = std::to_string(i + 1);
    section.lines.push_back(number + ". " + line_of(reminders[i], context));
    if (i < buttons_max) {
      section.offers.push_back(
          withdraw_offer(reminders[i].id, context.texts.say("remind.button.delete", {{"number", number}})));
    }
  }
  return {std::move(section)};
}

}  // namespace

Sections show_own_reminders(const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (acting.context.scope != Scope::personal) {
    return one_line(texts.say("remind.list_private"));
  }
  const auto reminders = store::reminders_of(acting.database(), subject_here(acting));
  if (reminders.size() == 1) {
    remember_shown(std::string(shown_reminder) + std::to_string(reminders.front().id), acting);
  }
  return reminders.empty() ? one_line(texts.say("remind.none"))
                           : list(reminders, texts.say("remind.list"), acting.context);
}

Sections delete_own_reminders(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto subject = subject_here(acting);
  auto reminders = store::reminders_of(acting.database(), subject);
  if (reminders.empty()) {
    return one_line(texts.say(intent.slot("it") == "yes" ? "remind.delete_what" : "remind.none"));
  }
  if (intent.slot("it") == "yes") {  // what "it" is was not said right before: nothing goes unseen
    return list(reminders, texts.say("remind.which"), context);
  }
  const auto folded = " " + store::fold(acting.text) + " ";
  const bool all = folded.find(" alle ") != std::string::npos || folded.find(" all ") != std::string::npos;
  if (!all && !intent.slot("text").empty()) {
    const auto text = intent.slot("text");
    const auto when = parse_when(text, local_time(acting.turn.now, context.policy.zone), texts.language(),
                                 context.policy.calendar);
    const auto what = what_of(text, when.taken);
    std::erase_if(reminders, [&](const Reminder& reminder) {
      const bool other_day = when.date && local_day(reminder.due, context.policy.zone) != *when.date;
      return other_day || (!what.empty() && !is_about(reminder, what)) || (what.empty() && !when.date);
    });
  }
  if (reminders.empty()) {
    return list(store::reminders_of(acting.database(), subject), texts.say("remind.which"), context);
  }
  if (!all && reminders.size() > 1) {
    return list(reminders, texts.say("remind.which"), context);
  }
  for (const auto& reminder : reminders) {
    store::withdraw_reminder(acting.transaction(), reminder.id, subject, acting.turn.now);
  }
  acting.outcome.changed_data = true;
  return one_line(reminders.size() == 1
                      ? texts.say("remind.deleted", {{"when", moment_line(reminders.front(), context)}})
                      : texts.say("remind.deleted_all", {{"count", std::to_string(reminders.size())}}));
}

std::optional<Sections> withdraw_said_reminder(const std::string& pending, const Acting& acting) {
  constexpr std::array<std::string_view, 8> verbs{"slet", "slette", "fjern",  "fjerne",
                                                  "drop", "delete", "remove", "cancel"};
  constexpr std::array<std::string_view, 12> others{"den", "det", "igen", "bare",   "så",    "tak",
                                                    "nej", "it",  "that", "please", "again", "no"};
  const auto among = [](const auto& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  store::Words words;
  words.read(acting.text);
  bool deletes = false;
  bool it = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = store::to_utf8(words[i]);
    deletes = deletes || among(verbs, word);
    it = it || word == "den" || word == "det" || word == "it" || word == "that";
    if (!among(verbs, word) && !among(others, word)) {
      return std::nullopt;
    }
  }
  std::int64_t id = 0;
  const auto blank = std::min(pending.find(' '), pending.size());
  std::from_chars(pending.data() + std::min(blank + 1, pending.size()), pending.data() + pending.size(), id);
  if (!deletes || !it) {
    return std::nullopt;
  }
  remember_shown("", acting);
  return withdraw_own_reminder(id, acting);
}

Sections withdraw_own_reminder(std::int64_t id, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto subject = subject_here(acting);
  const auto own = store::reminders_of(acting.database(), subject);
  const auto reminder =
      std::find_if(own.begin(), own.end(), [&](const Reminder& one) { return one.id == id; });
  if (reminder == own.end() ||
      !store::withdraw_reminder(acting.transaction(), id, subject, acting.turn.now)) {
    return one_line(texts.say("remind.gone"));
  }
  acting.outcome.changed_data = true;
  return one_line(texts.say("remind.deleted", {{"when", moment_line(*reminder, acting.context)}}));
}

}  // namespace handlers
