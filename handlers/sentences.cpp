#include "handlers/sentences.hpp"

#include "handlers/cards/elements.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/wording.hpp"

#include <algorithm>
#include <cctype>

namespace handlers {
namespace {

/// "Underviser, Skole; Tillidsmand": what somebody is beside their main job.
std::string other_jobs(const store::Person& person) {
  std::string out;
  for (std::string_view rest = person.other_jobs; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto tab = rest.find('\t');
    const auto title = rest.substr(0, tab);
    const auto department = rest.substr(tab + 1, end - tab - 1);
    out.append(out.empty() ? "" : "; ").append(title);
    out.append(title.empty() || department.empty() ? "" : ", ").append(department);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return cards::capped(out, Shown::title_characters);
}

}  // namespace

std::string joined(const std::vector<std::string>& words, const Texts& texts) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      out += i + 1 == words.size() ? " " + texts.say("list.and") + " " : ", ";
    }
    out += words[i];
  }
  return out;
}

std::string counted(std::size_t count, const char* one, const char* many, const Texts& texts) {
  return count == 1 ? texts.say(one) : texts.say(many, {{"count", std::to_string(count)}});
}

std::string inside_sentence(std::string_view title) {
  std::string out(title);
  const auto byte = [&](std::size_t at) {
    return at < out.size() ? static_cast<unsigned char>(out[at]) : 0u;
  };
  const std::size_t first_length = byte(0) == 0xC3 ? 2 : 1;
  const bool next_is_small = std::islower(static_cast<int>(byte(first_length))) || byte(first_length) == 0xC3;
  if (!next_is_small) {
    return out;
  }
  if (first_length == 1) {
    out[0] = static_cast<char>(std::tolower(static_cast<int>(byte(0))));
  } else if (byte(1) >= 0x80 && byte(1) <= 0x9E) {  // À to Þ: the small letter stands 0x20 further (Latin-1)
    out[1] = static_cast<char>(byte(1) + 0x20);
  }
  return out;
}

std::string task_title(const Context& context, store::TaskIndex task) {
  return std::string(std::string_view(wording_of(context, task)));
}

std::string task_titles(const Context& context, const std::vector<store::TaskIndex>& tasks) {
  std::vector<std::string> titles;
  for (const auto task : tasks) {
    titles.push_back(task_title(context, task));
  }
  return joined(titles, context.texts);
}

std::string person_name(const Context& context, store::PersonIndex person) {
  return cards::capped(context.catalogue().person(person).name, Shown::name_characters);
}

std::string title_and_unit(const Context& context, store::PersonIndex index) {
  const auto& person = context.catalogue().person(index);
  std::string out = cards::capped(person.title, Shown::name_characters);
  if (person.unit != store::no_index) {
    const auto unit = context.catalogue().unit(person.unit).name;
    if (unit != person.name) {
      out += (out.empty() || unit.empty() ? "" : ", ") + cards::capped(unit, Shown::name_characters);
    }
  }
  const auto others = other_jobs(person);
  return out.empty()      ? others
         : others.empty() ? out
                          : context.texts.say("person.also", {{"main", out}, {"others", others}});
}

std::string person_with_title(const Context& context, store::PersonIndex person) {
  const auto title = title_and_unit(context, person);
  return person_name(context, person) + (title.empty() ? "" : " (" + title + ")");
}

std::string details(const Context& context, store::PersonIndex index) {
  const auto& person = context.catalogue().person(index);
  const auto phone = cards::capped(person.phone, Shown::name_characters);
  const auto mail = cards::capped(person.email, Shown::name_characters);
  if (!phone.empty() && !mail.empty()) {
    return context.texts.say("contact.phone_and_mail", {{"phone", phone}, {"mail", mail}});
  }
  if (!phone.empty()) {
    return context.texts.say("contact.phone", {{"phone", phone}});
  }
  return mail.empty() ? "" : context.texts.say("contact.mail", {{"mail", mail}});
}

std::string confirmation(const Context& context, const Contact& contact) {
  if (!contact.confirmed) {
    return context.texts.say("status.never");
  }
  if (is_stale(*contact.confirmed, context.today, context.policy)) {
    return context.texts.say("status.stale", {{"month", month_in_words(*contact.confirmed, context.texts)}});
  }
  return context.texts.say("status.confirmed", {{"date", day(context, *contact.confirmed)}});
}

std::string day(const Context& context, store::Day day) {
  return day_in_words(day, context.today, context.texts);
}

std::string why_uncovered(const Context& context, store::PersonIndex stand_in_away) {
  return stand_in_away == store::no_index
             ? context.texts.say("cover.none_entered")
             : context.texts.say("cover.away_too", {{"person", person_name(context, stand_in_away)}});
}

std::string who_has(const Context& context, store::TaskIndex task) {
  return std::string(std::string_view(wording_of_who_has(context, task)));
}

bool same_people(const Context& context, store::TaskIndex one, store::TaskIndex other) {
  return contacts_or_others(context, one) == contacts_or_others(context, other);
}

TaskContacts contacts_of(const Context& context, store::TaskIndex task) {
  return find_contacts(context.catalogue(), task, context.today);
}

TaskContacts contacts_or_others(const Context& context, store::TaskIndex task) {
  return find_contacts_or_others(context.finder, task, context.today, context.policy);
}

std::string quoted_topic(std::string_view topic) {
  auto shown = cards::capped(topic, Shown::topic_characters);
  const auto blank = shown.rfind(' ');
  if (shown.size() == topic.size() || blank == std::string::npos) {
    return shown;
  }
  return shown.substr(0, blank) + " …";
}

bool is_told(std::string_view topic) {
  constexpr std::ptrdiff_t blanks_of_a_name = 2;
  return std::count(topic.begin(), topic.end(), ' ') > blanks_of_a_name;
}

std::string nobody_fits(std::string_view topic, const Context& context) {
  if (topic.empty()) {
    return context.texts.say("none.plain");
  }
  return context.texts.say(is_told(topic) ? "none.told" : "none.topic", {{"topic", quoted_topic(topic)}});
}

std::string which_is_meant(const ChoiceSection& choice, const Context& context) {
  if (choice.topic.empty()) {
    return context.texts.say("choice.plain");
  }
  const auto* const key = !choice.doubtful           ? "choice.topic"
                          : choice.tasks.size() == 1 ? "choice.doubtful_one"
                                                     : "choice.doubtful";
  return context.texts.say(key, {{"topic", quoted_topic(choice.topic)}});
}

}  // namespace handlers
