#include "handlers/examples.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace handlers {
namespace {

Part words(std::vector<std::string> lines, std::vector<std::string> questions = {}) {
  Part part;
  part.sections.push_back(TextSection{std::move(lines), std::move(questions)});
  return part;
}

Part words_with_examples(std::vector<std::string> lines, const Context& context) {
  auto questions = examples(context);
  if (!questions.empty()) {
    lines.push_back(context.texts.say("help.try"));
  }
  return words(std::move(lines), std::move(questions));
}

/// Whether somebody is there may be asked, though not why not: a question for each whom the name may mean.
Part offer_presence(const std::vector<store::PersonIndex>& people, const Context& context) {
  std::vector<std::string> questions;
  for (std::size_t i = 0; i < std::min(people.size(), Shown::choices); ++i) {
    questions.push_back(
        context.texts.say("sensitive.ask_presence", {{"person", person_name(context, people[i])}}));
  }
  return words({context.texts.say("sensitive"), context.texts.say("sensitive.presence")},
               std::move(questions));
}

Part refuse_sensitive(const Intent& intent, const Context& context) {
  const auto& texts = context.texts;
  if (intent.slot("want") == "ranking") {
    return words({texts.say("sensitive.ranking")});
  }
  auto people = context.finder.find_people(intent.slot("person"));
  std::erase_if(people, [&](store::PersonIndex person) {
    return has_left(context.catalogue().person(person), context.today);
  });
  if (intent.slot("want") == "presence" && people.size() > 1) {
    return offer_presence(people, context);
  }
  if (intent.slot("person").empty() || people.size() != 1) {
    return words({texts.say("sensitive")});
  }
  // Somebody who is away is no help: the stand-in, if there is one.
  auto person = people.front();
  if (away_to(context.catalogue().person(person), context.today)) {
    const auto stand_in = stand_in_of(context.catalogue(), person, context.today);
    person = stand_in == store::no_index ? person : stand_in;
  }
  Part part;
  part.sections.push_back(
      PersonSection{texts.say("sensitive"),
                    person,
                    {texts.say("sensitive.work", {{"person", person_name(context, person)}})}});
  return part;
}

}  // namespace

Part say_words(const Intent& intent, const Context& context) {
  const auto& texts = context.texts;
  switch (intent.name) {
    case IntentName::help:
      return words_with_examples({texts.say("help.lead"), texts.say("help.more")}, context);
    case IntentName::thanks:
      return words({texts.say("thanks")});
    case IntentName::sensitive_refuse:
      return refuse_sensitive(intent, context);
    case IntentName::my_networks:
    case IntentName::network_members:
    case IntentName::network_join:
    case IntentName::network_leave:
    case IntentName::network_create:
    case IntentName::network_close:
    case IntentName::gathering_info:
    case IntentName::gathering_create:
    case IntentName::gathering_move:
    case IntentName::gathering_cancel:
    case IntentName::gathering_uninvite:
    case IntentName::rsvp:
    case IntentName::rsvp_status:
    case IntentName::rsvp_nudge:
    case IntentName::reminder_set:
    case IntentName::mute:
    case IntentName::gap_report:
    case IntentName::digest_subscribe:
    case IntentName::digest_show:
    case IntentName::privacy_export:
    case IntentName::privacy_delete:
    case IntentName::task_confirm:
    case IntentName::task_transfer:
    case IntentName::task_assign:
    case IntentName::task_add:
    case IntentName::task_report_wrong:
    case IntentName::catalogue_history:
    case IntentName::catalogue_roles:
    case IntentName::proposals_show:
    case IntentName::person_leaves:
      return words({texts.say("access.who")});
    case IntentName::pairing_plan:
    case IntentName::report_answers:
      return words({texts.say("not_yet.gatherings")});
    case IntentName::find_person:
    case IntentName::tasks_of_person:
    case IntentName::who_covers:
    case IntentName::availability:
    case IntentName::leader_of_unit:
    case IntentName::leader_of_person:
    case IntentName::people_of_leader:
    case IntentName::out_of_domain:
      break;
  }
  // What is not known to be no matter of a municipality's may be one: whoever asks is told where to turn.
  return intent.slot("task").empty() ? words_with_examples({texts.say("out_of_domain")}, context)
                                     : nobody_for(intent, context);
}

}  // namespace handlers
