#include "handlers/reminders/own_reminders.hpp"
#include "handlers/reminders/repeating.hpp"
#include "handlers/subjects.hpp"
#include "handlers/time/zone.hpp"
#include "store/reminders.hpp"
#include "store/text/fold.hpp"
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::Reminder;

constexpr std::size_t buttons_max = 5;

std::string line_of(const Reminder& reminder, const Context& context) {
  const auto repeating = read_repeating(reminder.rule);
  const auto when = moment_line(reminder, context) +
                    (repeating ? " (" + in_words(*repeating, context) + ")" : std::string());
  return reminder.text.empty() ? context.texts.say("remind.line_plain", {{"when", when}})
                               : context.texts.say("remind.line", {{"when", when}, {"what", reminder.text}});
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
  return reminders.empty() ? one_line(texts.say("remind.none"))
                           : list(reminders, texts.say("remind.list"), acting.context);
}

Sections delete_own_reminders(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto subject = subject_here(acting);
  auto reminders = store::reminders_of(acting.database(), subject);
  if (reminders.empty()) {
    return one_line(texts.say("remind.none"));
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
