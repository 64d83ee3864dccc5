#include "handlers/open_questions.hpp"

#include "handlers/contacts.hpp"
#include "handlers/learning.hpp"
#include "handlers/owners.hpp"
#include "handlers/privacy.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/zone.hpp"
#include "store/open_questions.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;
using store::OpenQuestion;

constexpr int listed = 3;
constexpr std::size_t tasks_offered = 8;

std::string shown_topic(const std::string& topic) {
  return cards::topic_in_button(topic);
}

/// The tasks that may be meant: what the finder has for it today.
std::vector<store::TaskIndex> near_tasks(const std::string& topic, const Context& context) {
  const auto found = context.finder.find(topic, Shown::choices);
  std::vector<store::TaskIndex> tasks;
  for (const auto* hits : {&found.hits, &found.near}) {
    for (const auto& hit : *hits) {
      tasks.push_back(hit.task);
    }
  }
  return tasks;
}

Offer answer_offer(std::string title, const OpenQuestion& question, std::int64_t task, std::int64_t person,
                   std::string about = "") {
  Offer offer{std::move(title), {}};
  offer.button.verb = cards::Verb::answer_question;
  offer.button.task = task;
  offer.button.person = person;
  offer.button.about = std::move(about);
  offer.button.item = question.id;
  return offer;
}

OfferSection question_section(const OpenQuestion& question, const Context& context) {
  const auto& texts = context.texts;
  OfferSection section;
  section.lines.push_back(texts.say(is_told(question.topic) ? "question.heading_told" : "question.heading",
                                    {{"topic", shown_topic(question.topic)}}));
  section.lines.push_back(question.askers == 1
                              ? texts.say("question.one")
                              : texts.say("question.several", {{"count", std::to_string(question.askers)}}));
  section.lines.push_back(texts.say("question.how"));
  for (const auto task : near_tasks(question.topic, context)) {
    const auto title = texts.say("question.it_is",
                                 {{"task", task_title(context, task)}, {"person", who_has(context, task)}});
    section.offers.push_back(answer_offer(title, question, context.catalogue().task(task).id, 0));
  }
  Offer dismiss{texts.say("button.dismiss"), {}};
  dismiss.button.verb = cards::Verb::dismiss_question;
  dismiss.button.item = question.id;
  section.offers.push_back(std::move(dismiss));
  return section;
}

void ask_owners(std::int64_t id, const Turn& turn, const Context& context, const Services& services,
                Outcome& outcome) {
  auto& database = services.transaction.database();
  const auto question = store::find_question(database, id);
  if (!question) {
    return;
  }
  for (auto& chat : chats_of_owners(near_tasks(question->topic, context), turn.tenant, database, context)) {
    const auto there = elsewhere(context, language_of_code(chat.language), chat, outcome.notices.size() + 1);
    store::mark_shown(services.transaction, id, chat.tenant, chat.conversation, turn.now);
    auto reply = make_reply({question_section(*question, there)}, there);
    outcome.notices.push_back({std::move(chat), std::move(reply)});
  }
}

/// What an asker reads: the answer as if it had been found at once, or that there is none.
std::vector<Section> answer_sections(const OpenQuestion& question, store::TaskIndex task,
                                     store::PersonIndex person, const Context& context) {
  const auto topic = shown_topic(question.topic);
  if (task != no_index) {
    return {TextSection{{context.texts.say("asker.answered", {{"topic", topic}})}, {}},
            TaskSection{{task}, false, false}};
  }
  if (person != no_index) {
    return {PersonSection{context.texts.say("asker.answered_person",
                                            {{"topic", topic}, {"person", person_name(context, person)}}),
                          person,
                          {}}};
  }
  const auto sentence = context.texts.say("asker.dismissed", {{"topic", topic}});
  const auto contact_point = general_contact_point(context.finder, context.policy);
  if (contact_point == no_index) {
    return {TextSection{{sentence}, {}}};
  }
  return {PersonSection{sentence, contact_point, {}}};
}

void tell_askers(const std::vector<store::Asker>& askers, const OpenQuestion& question, store::TaskIndex task,
                 store::PersonIndex person, const Context& context, const Services& services,
                 Outcome& outcome) {
  for (const auto& asker : askers) {
    auto chat = store::find_conversation(services.transaction.database(), asker.tenant, asker.conversation);
    if (!chat) {
      continue;  // we were removed there: nobody can be told
    }
    const auto language = language_of_code(asker.language);
    const auto there = elsewhere(context, language, *chat, outcome.notices.size() + 1);
    auto reply = make_reply(answer_sections(question, task, person, there), there);
    outcome.notices.push_back({std::move(*chat), std::move(reply)});
  }
}

/// What the owner reads who comes late, or twice.
Outcome already_closed(const OpenQuestion& question, const Turn& turn, const Context& context,
                       const Services& services) {
  const auto topic = shown_topic(question.topic);
  const auto task = question.task == 0 ? no_index : context.catalogue().task_by_id(question.task);
  std::vector<Section> sections;
  if (question.closed_by == id_of(turn.sender)) {
    sections.push_back(TextSection{{context.texts.say("owner.closed_you", {{"topic", topic}})}, {}});
    if (auto word =
            task == no_index ? std::nullopt : word_section(task, question.topic, turn, context, services)) {
      sections.push_back(std::move(*word));
    }
  } else {
    const auto name = name_of(question.closed_by, context);
    sections.push_back(TextSection{
        {context.texts.say(
            "owner.closed",
            {{"topic", topic}, {"person", name.empty() ? context.texts.say("owner.other") : name}})},
        {}});
    if (task != no_index) {
      sections.push_back(TaskSection{{task}, false, false});
    }
  }
  return say(std::move(sections), context);
}

std::vector<store::TaskIndex> tasks_of(store::PersonIndex person, const Context& context) {
  std::vector<store::TaskIndex> tasks;
  for (const auto& responsibility : context.catalogue().responsibilities_of_person(person)) {
    const bool over = responsibility.to && *responsibility.to < context.today;
    if (!over && responsibility.role != store::Role::stand_in) {
      tasks.push_back(responsibility.task);
    }
  }
  return tasks;
}

Outcome which_task(const OpenQuestion& question, store::PersonIndex person,
                   const std::vector<store::TaskIndex>& tasks, const Context& context) {
  const auto name = person_name(context, person);
  const auto id = context.catalogue().person(person).id;
  OfferSection section{
      {context.texts.say("owner.which_task", {{"person", name}, {"topic", shown_topic(question.topic)}})},
      {}};
  for (std::size_t i = 0; i < std::min(tasks.size(), tasks_offered); ++i) {
    section.offers.push_back(
        answer_offer(task_title(context, tasks[i]), question, context.catalogue().task(tasks[i]).id, id));
  }
  section.offers.push_back(
      answer_offer(context.texts.say("button.only_person", {{"person", name}}), question, 0, id, "person"));
  return say({std::move(section)}, context);
}

/// What a button or a sentence means, looked up: nothing in it is believed.
struct Meant {
  store::TaskIndex task = no_index;
  store::PersonIndex person = no_index;
  bool valid = false;
};

Meant look_up(const cards::Button& button, const Context& context) {
  const auto& catalogue = context.catalogue();
  Meant meant;
  if (button.task != 0) {
    meant.task = catalogue.task_by_id(button.task);
  }
  if (button.person != 0) {
    meant.person = catalogue.person_by_id(button.person);
  }
  const bool gone = (button.task != 0 && meant.task == no_index) ||
                    (button.person != 0 && meant.person == no_index) ||
                    (meant.person != no_index && has_left(catalogue.person(meant.person), context.today));
  if (gone) {
    return meant;
  }
  if (meant.task != no_index && meant.person != no_index) {
    const auto tasks = tasks_of(meant.person, context);
    meant.valid = std::find(tasks.begin(), tasks.end(), meant.task) != tasks.end();
  } else {
    meant.valid = true;
  }
  return meant;
}

Outcome close(const OpenQuestion& question, store::QuestionState state, const Meant& meant, const Turn& turn,
              const Context& context, const Services& services) {
  const auto& catalogue = context.catalogue();
  const store::QuestionAnswer answer{id_of(turn.sender),
                                     meant.task == no_index ? 0 : catalogue.task(meant.task).id,
                                     meant.person == no_index ? 0 : catalogue.person(meant.person).id};
  const auto askers = store::close_question(services.transaction, question.id, state, answer, turn.now);
  if (!askers) {
    return already_closed(question, turn, context, services);
  }
  const auto topic = shown_topic(question.topic);
  const bool answered = state == store::QuestionState::answered;
  std::vector<Section> sections;
  sections.push_back(
      TextSection{{answered ? context.texts.say(askers->size() == 1 ? "owner.told_one" : "owner.told_several",
                                                {{"topic", topic}, {"count", std::to_string(askers->size())}})
                            : context.texts.say("owner.dismissed", {{"topic", topic}})},
                  {}});
  if (meant.task != no_index) {
    if (auto word = word_section(meant.task, question.topic, turn, context, services)) {
      sections.push_back(std::move(*word));
    }
  }
  auto outcome = say(std::move(sections), context);
  tell_askers(*askers, question, meant.task, meant.person, context, services, outcome);
  outcome.changed_data = true;
  return outcome;
}

/// `act` on the open question that an owner's button is about; else why not.
template <class Act>
Outcome with_open_question(const Turn& turn, const cards::Button& button, const Context& context,
                           const Services& services, const Act& act) {
  if (!is_owner(turn.sender, context)) {
    return say(refusal(context));
  }
  const auto question = store::find_question(services.transaction.database(), button.item);
  if (!question) {
    return say(context.texts.say("card.too_old"));
  }
  if (question->state != store::QuestionState::open) {
    return already_closed(*question, turn, context, services);
  }
  return act(*question);
}

}  // namespace

Outcome ask_owner(const Turn& turn, const cards::Button& button, const Context& context,
                  const Services& services) {
  const auto topic = cards::topic_in_button(remove_personal_numbers(button.about).text);
  if (topic.find_first_not_of(" \t\r\n") == std::string::npos) {
    return say(context.texts.say("card.too_old"));
  }
  const auto found = context.finder.find(topic, listed);
  if (found.confidence == store::Confidence::sure) {
    return say({TaskSection{{found.hits.front().task}, false, false}}, context);  // learned meanwhile
  }
  const std::string language(code_of(context.texts.language()));
  const auto asked = store::ask_question(
      services.transaction, topic, {id_of(turn.sender), turn.tenant, turn.conversation, language}, turn.now);
  const bool again = asked.outcome == store::AskOutcome::already_asked;
  NoneSection section{topic, {}, context.texts.say(again ? "asker.already" : "asker.thanks")};
  for (const auto& hit : found.only_near() || found.doubtful ? found.hits : found.near) {
    section.near.push_back(hit.task);
  }
  auto outcome = say({std::move(section)}, context);
  if (!turn.action || !turn.action->execute) {
    outcome = say(context.texts.say(again ? "asker.already" : "asker.thanks"));
  }
  if (asked.outcome == store::AskOutcome::opened) {
    ask_owners(asked.question, turn, context, services, outcome);
  }
  outcome.changed_data = !again;
  return outcome;
}

Outcome answer_question(const Turn& turn, const cards::Button& button, const Context& context,
                        const Services& services) {
  return with_open_question(turn, button, context, services, [&](const OpenQuestion& question) {
    auto meant = look_up(button, context);
    if (!meant.valid) {
      return say(context.texts.say("card.too_old"));
    }
    if (meant.task == no_index && button.about != "person") {
      const auto tasks = tasks_of(meant.person, context);
      if (tasks.size() > 1) {
        return which_task(question, meant.person, tasks, context);
      }
      meant.task = tasks.empty() ? no_index : tasks.front();
    }
    return close(question, store::QuestionState::answered, meant, turn, context, services);
  });
}

Outcome dismiss_question(const Turn& turn, const cards::Button& button, const Context& context,
                         const Services& services) {
  return with_open_question(turn, button, context, services, [&](const OpenQuestion& question) {
    return close(question, store::QuestionState::dismissed, {}, turn, context, services);
  });
}

Outcome list_questions(const Turn& turn, const Context& context, const Services& services) {
  if (!is_owner(turn.sender, context)) {
    return say(refusal(context));
  }
  if (turn.scope != Scope::personal) {
    return say(context.texts.say("owner.in_private"));
  }
  auto& database = services.transaction.database();
  std::vector<Section> sections;
  for (const auto& question : store::open_questions(database, listed)) {
    sections.push_back(question_section(question, context));
    store::mark_shown(services.transaction, question.id, turn.tenant, turn.conversation, turn.now);
  }
  for (auto& word : proposed_sections(turn, context, services)) {
    sections.push_back(std::move(word));
  }
  if (sections.empty()) {
    return say(context.texts.say("owner.no_questions"));
  }
  auto outcome = say(std::move(sections), context);
  outcome.changed_data = true;
  return outcome;
}

std::optional<Reply> waiting_questions(const Turn& turn, const Context& context, const Services& services) {
  if (turn.scope != Scope::personal || !is_owner(turn.sender, context)) {
    return std::nullopt;
  }
  auto& database = services.transaction.database();
  const auto waiting = store::unshown_questions(database, turn.tenant, turn.conversation, listed);
  if (waiting.empty()) {
    return std::nullopt;
  }
  const auto shown =
      store::shown_questions(database, turn.tenant, turn.conversation, turn.now - std::chrono::hours{24});
  if (!shown.empty()) {
    return std::nullopt;
  }
  std::vector<Section> sections;
  sections.push_back(TextSection{{context.texts.say("owner.waiting")}, {}});
  for (const auto& question : waiting) {
    sections.push_back(question_section(question, context));
    store::mark_shown(services.transaction, question.id, turn.tenant, turn.conversation, turn.now);
  }
  return make_reply(std::move(sections), context);
}

}  // namespace handlers
