#include "handlers/section_text.hpp"

#include "handlers/cards/elements.hpp"
#include "handlers/sentences.hpp"
#include "handlers/wording.hpp"

#include <algorithm>
#include <utility>

namespace handlers {
namespace {

using store::no_index;

constexpr std::size_t room_of_text = 500;  // five tasks and who has them

/// The lines of one section, put straight into the text of the reply.
class Lines {
 public:
  explicit Lines(std::string& text) : text_(text) {}

  void push_back(std::string_view line) { begin() += line; }
  void insert(const std::vector<std::string>& lines) {
    for (const auto& line : lines) push_back(line);
  }

 private:
  std::string& begin() {
    if (!std::exchange(first_, false)) text_ += '\n';
    return text_;
  }

  std::string& text_;
  bool first_ = true;
};

std::string sentence(std::string words) {
  return words.empty() ? words : words + ".";
}

void add(Lines& lines, std::string_view line) {
  if (!line.empty()) {
    lines.push_back(line);
  }
}

std::string numbered(const Context& context, std::size_t number, store::TaskIndex task) {
  return context.texts.say("choice.line", {{"number", std::to_string(number)},
                                           {"task", wording_of(context, task)},
                                           {"person", wording_of_who_has(context, task)}});
}

void add_choices(Lines& lines, const Context& context, const std::vector<store::TaskIndex>& tasks) {
  for (std::size_t i = 0; i < std::min(tasks.size(), Shown::choices); ++i) {
    lines.push_back(numbered(context, i + 1, tasks[i]));
  }
}

/// The sentence about the one who can be asked.
std::string who_sentence(const Context& context, const TaskSection& section, const TaskContacts& contacts,
                         const Contact& contact) {
  const auto tasks = task_titles(context, section.tasks);
  const auto person = person_with_title(context, contact.person);
  if (contact.covers != no_index) {
    const auto away = away_to(context.catalogue().person(contact.covers), context.today);
    return context.texts.say("task.stand_in", {{"stand_in", person},
                                               {"task", tasks},
                                               {"person", person_name(context, contact.covers)},
                                               {"date", day(context, *away)}});
  }
  if (contacts.vacant) {
    return context.texts.say("task.stand_in_only", {{"person", person}});
  }
  if (contact.role == ContactRole::contact_point) {
    return context.texts.say("task.contact_point", {{"person", person}, {"task", tasks}});
  }
  return context.texts.say(section.tasks.size() > 1 ? "task.one_many" : "task.one",
                           {{"person", person}, {"task", tasks}});
}

std::string name_in_list(const Context& context, const Contact& contact) {
  const auto person = person_with_title(context, contact.person);
  return contact.role == ContactRole::coordinator ? context.texts.say("who.coordinator", {{"person", person}})
                                                  : person;
}

void add_fallbacks(Lines& lines, const Context& context, const TaskContacts& contacts) {
  if (contacts.leader != no_index) {
    add(lines,
        context.texts.say("task.ask_leader", {{"person", person_with_title(context, contacts.leader)}}));
    add(lines, sentence(details(context, contacts.leader)));
  }
  if (contacts.contact_point != no_index) {
    add(lines, context.texts.say("task.ask_contact_point",
                                 {{"person", person_with_title(context, contacts.contact_point)}}));
    add(lines, sentence(details(context, contacts.contact_point)));
  }
}

void add_absent(Lines& lines, const Context& context, const TaskSection& section,
                const TaskContacts& contacts) {
  std::size_t shown = 0;
  for (const auto& contact : contacts.people) {
    const bool covered = std::any_of(contacts.people.begin(), contacts.people.end(),
                                     [&](const Contact& other) { return other.covers == contact.person; });
    if (!contact.away_to || covered || shown++ >= Shown::people) {
      continue;
    }
    const auto date = day(context, *contact.away_to);
    add(lines, contacts.reachable()
                   ? context.texts.say("task.also_away",
                                       {{"person", person_name(context, contact.person)}, {"date", date}})
                   : context.texts.say("task.away", {{"person", person_with_title(context, contact.person)},
                                                     {"task", task_titles(context, section.tasks)},
                                                     {"date", date}}) +
                         " " + why_uncovered(context, contact.stand_in_away));
  }
}

void add_several(Lines& lines, const Context& context, const TaskSection& section,
                 const std::vector<Contact>& reachable) {
  add(lines, context.texts.say(section.tasks.size() > 1 ? "task.several_many" : "task.several",
                               {{"task", task_titles(context, section.tasks)}}));
  std::vector<std::string> others;
  for (std::size_t i = 0; i < reachable.size(); ++i) {
    if (i < Shown::people) {
      add(lines, sentence(name_in_list(context, reachable[i])));
      add(lines, sentence(details(context, reachable[i].person)));
    } else if (i < Shown::people + Shown::more_people) {
      others.push_back(person_name(context, reachable[i].person));
    }
  }
  if (!others.empty()) {
    add(lines, context.texts.say("task.more", {{"people", joined(others, context.texts)}}));
  }
}

void add_lines(Lines& lines, const TaskSection& section, const Context& context) {
  const auto contacts = contacts_or_others(context, section.tasks.front());
  if (section.unsure) {
    add(lines, context.texts.say("task.unsure", {{"task", task_titles(context, section.tasks)}}));
  }
  if (contacts.vacant) {
    add(lines, context.texts.say(section.tasks.size() > 1 ? "task.vacant_many" : "task.vacant",
                                 {{"task", task_titles(context, section.tasks)}}));
  }
  std::vector<Contact> reachable;
  std::copy_if(contacts.people.begin(), contacts.people.end(), std::back_inserter(reachable),
               [](const Contact& contact) { return !contact.away_to; });
  if (reachable.size() > 1) {
    add_several(lines, context, section, reachable);
  } else if (reachable.size() == 1) {
    const auto& contact = reachable.front();
    const auto phone = sentence(details(context, contact.person));
    add(lines, section.phone_first ? phone : "");
    add(lines, who_sentence(context, section, contacts, contact));
    add(lines, section.phone_first ? "" : phone);
    if (contact.covers == no_index && !contacts.vacant) {
      add(lines, sentence(confirmation(context, contact)));
    }
  }
  add_absent(lines, context, section, contacts);
  add_fallbacks(lines, context, contacts);
}

void add_lines(Lines& lines, const ChoiceSection& section, const Context& context) {
  add(lines, which_is_meant(section, context));
  add_choices(lines, context, section.tasks);
  if (section.doubtful) {
    TaskContacts contacts;
    contacts.contact_point = general_contact_point(context.finder, context.policy);
    add_fallbacks(lines, context, contacts);
  }
}

void add_lines(Lines& lines, const NoneSection& section, const Context& context) {
  add(lines, nobody_fits(section.topic, context));
  if (!section.near.empty()) {
    add(lines, context.texts.say("none.near"));
    add_choices(lines, context, section.near);
  }
  TaskContacts contacts;
  contacts.contact_point = general_contact_point(context.finder, context.policy);
  add_fallbacks(lines, context, contacts);
  add(lines, section.note);
}

void add_lines(Lines& lines, const PersonChoiceSection& section, const Context& context) {
  add(lines, section.name.empty()
                 ? context.texts.say("choice.whom")
                 : context.texts.say("choice.people",
                                     {{"name", cards::capped(section.name, Shown::topic_characters)}}));
  for (std::size_t i = 0; i < std::min(section.people.size(), Shown::choices); ++i) {
    lines.push_back(std::to_string(i + 1) + ". " + person_with_title(context, section.people[i]));
  }
}

void add_lines(Lines& lines, const PersonSection& section, const Context& context) {
  lines.push_back(section.lead);
  lines.insert(section.lines);
  add(lines, sentence(details(context, section.person)));
}

void add_lines(Lines& lines, const OfferSection& section, const Context&) {
  lines.insert(section.lines);
  for (const auto& offer : section.offers) {
    lines.push_back("- " + offer.title);
  }
  for (const auto& link : section.links) {
    lines.push_back("- " + link.title + ": " + link.url);
  }
}

void add_lines(Lines& lines, const TextSection& section, const Context&) {
  lines.insert(section.lines);
  for (const auto& example : section.examples) {
    lines.push_back("- " + example);
  }
}

}  // namespace

std::string to_text(const std::vector<Section>& sections, const Context& context) {
  std::string text;
  text.reserve(room_of_text);
  for (const auto& section : sections) {
    text += text.empty() ? "" : "\n\n";
    Lines lines(text);
    std::visit([&](const auto& content) { add_lines(lines, content, context); }, section);
  }
  return text;
}

}  // namespace handlers
