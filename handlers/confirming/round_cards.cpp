#include "handlers/confirming/round_cards.hpp"

#include "handlers/confirming/round_days.hpp"
#include "handlers/contacts.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"

#include <algorithm>

namespace handlers {
namespace {

using cards::Verb;
using store::no_index;
using store::PersonIndex;
using store::RoundState;

constexpr std::size_t listed_first = 10;
constexpr std::size_t listed_at_all = 150;  ///< a card takes 38,000 bytes
constexpr std::size_t titles_of_one = 3;

Offer offer(const char* title, Verb verb, std::int64_t round, const std::string& about,
            const Context& context) {
  Offer made{context.texts.say(title), {}};
  made.button.verb = verb;
  made.button.item = round;
  made.button.about = about;
  return made;
}

void add_list(OfferSection& section, const std::vector<store::TaskIndex>& tasks, std::size_t most,
              const Context& context) {
  auto lines = numbered_tasks(tasks, most, context);
  section.lines.insert(section.lines.end(), std::make_move_iterator(lines.begin()),
                       std::make_move_iterator(lines.end()));
}

std::string question(std::size_t tasks, const Context& context) {
  return tasks == 1 ? context.texts.say("round.ask_one")
                    : context.texts.say("round.ask", {{"count", std::to_string(tasks)}});
}

std::vector<Section> empty_sections(std::int64_t round, const Context& context) {
  OfferSection section{{context.texts.say("round.empty")}, {}};
  section.offers = {offer("round.button_have_none", Verb::round_have_none, round, "", context),
                    offer("round.button_missing", Verb::round_missing, round, "", context)};
  return {std::move(section)};
}

void add_own_buttons(OfferSection& section, std::int64_t round, PersonIndex person, std::size_t tasks,
                     bool cut, const Context& context) {
  const auto version = list_version({person}, context);
  section.offers.push_back(
      offer(tasks == 1 ? "button.yes" : "round.button_yes", Verb::round_confirm, round, version, context));
  section.offers.push_back(offer("round.button_edit", Verb::round_edit, round, version, context));
  section.offers.push_back(offer("round.button_not_me", Verb::round_not_me, round, "", context));
  if (cut) {
    section.offers.push_back(offer("round.button_show", Verb::round_show, round, "", context));
  }
}

void add_leader_buttons(OfferSection& section, std::int64_t round, const std::vector<PersonIndex>& people,
                        bool cut, const Context& context) {
  const auto version = list_version(people, context);
  section.offers.push_back(offer("round.button_leader", Verb::round_confirm, round, version, context));
  section.offers.push_back(offer("round.button_edit", Verb::round_edit, round, version, context));
  if (cut) {
    section.offers.push_back(offer("round.button_show", Verb::round_show, round, "", context));
  }
}

std::string person_and_tasks(PersonIndex person, std::size_t most, const Context& context) {
  const auto tasks = tasks_today(person, context);
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < tasks.size() && i < most; ++i) {
    titles.push_back(task_title(context, tasks[i]));
  }
  if (tasks.size() > most) {
    titles.push_back(context.texts.say("round.others", {{"count", std::to_string(tasks.size() - most)}}));
  }
  return context.texts.say(
      "round.person", {{"person", person_name(context, person)}, {"tasks", joined(titles, context.texts)}});
}

bool has_more(PersonIndex person, const Context& context) {
  return tasks_today(person, context).size() > titles_of_one;
}

}  // namespace

std::string list_version(const std::vector<PersonIndex>& people, const Context& context) {
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a; it protects nothing
  const auto add = [&](std::int64_t id) {
    for (int shift = 0; shift < 64; shift += 8) {
      hash = (hash ^ (static_cast<std::uint64_t>(id) >> shift & 0xffu)) * 1099511628211u;
    }
  };
  for (const auto person : people) {
    add(-context.catalogue().person(person).id);
    for (const auto task : tasks_today(person, context)) {
      add(context.catalogue().task(task).id);
    }
  }
  return std::to_string(hash);
}

std::vector<std::string> numbered_tasks(const std::vector<store::TaskIndex>& tasks, std::size_t most,
                                        const Context& context) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < tasks.size() && i < most; ++i) {
    lines.push_back(std::to_string(i + 1) + ". " + task_title(context, tasks[i]));
  }
  if (tasks.size() > most) {
    lines.push_back(context.texts.say("round.more", {{"count", std::to_string(tasks.size() - most)}}));
  }
  return lines;
}

std::vector<Section> ask_sections(std::int64_t round, PersonIndex person, RoundState step,
                                  const Context& context) {
  const auto tasks = tasks_today(person, context);
  if (tasks.empty()) {
    return empty_sections(round, context);
  }
  const auto& texts = context.texts;
  OfferSection section{{question(tasks.size(), context)}, {}};
  const auto leader = leader_of(context.catalogue(), person, context.today);
  if (step == RoundState::reminded) {
    section.lines.push_back(texts.say("round.reminder"));
  } else if (step == RoundState::reminded_again) {
    section.lines.push_back(
        leader == no_index ? texts.say("round.reminder")
                           : texts.say("round.last_reminder", {{"person", person_name(context, leader)}}));
  }
  add_list(section, tasks, listed_first, context);
  section.lines.push_back(texts.say(tasks.size() == 1 ? "round.words_one" : "round.words"));
  add_own_buttons(section, round, person, tasks.size(), tasks.size() > listed_first, context);
  return {std::move(section)};
}

std::vector<Section> full_list_sections(std::int64_t round, const std::vector<PersonIndex>& people,
                                        std::string note, const Context& context) {
  OfferSection section;
  if (!note.empty()) {
    section.lines.push_back(std::move(note));
  }
  if (people.size() == 1) {
    const auto tasks = tasks_today(people.front(), context);
    if (tasks.empty()) {
      return empty_sections(round, context);
    }
    section.lines.push_back(question(tasks.size(), context));
    add_list(section, tasks, listed_at_all, context);
    section.lines.push_back(context.texts.say(tasks.size() == 1 ? "round.words_one" : "round.words"));
    add_own_buttons(section, round, people.front(), tasks.size(), false, context);
  } else {
    section.lines.push_back(context.texts.say("round.unreached"));
    for (const auto person : people) {
      section.lines.push_back(person_and_tasks(person, listed_at_all / people.size(), context));
    }
    add_leader_buttons(section, round, people, false, context);
  }
  return {std::move(section)};
}

std::vector<Section> leader_sections(std::int64_t round, PersonIndex person, const Context& context) {
  const auto& texts = context.texts;
  const auto name = person_name(context, person);
  const auto oldest = oldest_confirmation(person, context);
  OfferSection section;
  section.lines.push_back(
      oldest ? texts.say("round.leader", {{"person", name}, {"month", month_in_words(*oldest, texts)}})
             : texts.say("round.leader_never", {{"person", name}}));
  const auto tasks = tasks_today(person, context);
  add_list(section, tasks, listed_first, context);
  add_leader_buttons(section, round, {person}, tasks.size() > listed_first, context);
  return {std::move(section)};
}

std::vector<Section> unreached_sections(std::int64_t round, const std::vector<PersonIndex>& people,
                                        const Context& context) {
  OfferSection section{{context.texts.say("round.unreached")}, {}};
  for (const auto person : people) {
    section.lines.push_back(person_and_tasks(person, titles_of_one, context));
  }
  add_leader_buttons(section, round, people,
                     std::any_of(people.begin(), people.end(),
                                 [&](PersonIndex person) { return has_more(person, context); }),
                     context);
  return {std::move(section)};
}

std::vector<Section> not_me_sections(std::int64_t round, PersonIndex person, const Context& context) {
  const auto version = list_version({person}, context);
  OfferSection section{{context.texts.say("round.which")}, {}};
  section.offers = {offer("round.button_some", Verb::round_edit, round, version, context),
                    offer("round.button_none", Verb::round_none_mine, round, version, context),
                    offer("round.button_back", Verb::round_show, round, "", context)};
  return {std::move(section)};
}

std::vector<Section> thanks_sections(std::size_t tasks, store::Day on, const Context& context) {
  const auto& texts = context.texts;
  std::vector<std::string> lines{
      tasks == 1 ? texts.say("round.thanks_one", {{"day", day(context, on)}})
                 : texts.say("round.thanks", {{"count", std::to_string(tasks)}, {"day", day(context, on)}})};
  if (const int months = context.policy.confirm_every_months; months != 0) {
    lines.push_back(texts.say("round.next", {{"month", month_in_words(months_after(on, months), texts)}}));
  }
  return words_on_card(std::move(lines));
}

std::vector<Section> words_on_card(std::vector<std::string> lines) {
  return {OfferSection{std::move(lines), {}}};
}

}  // namespace handlers
