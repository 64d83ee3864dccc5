#include "handlers/cards/elements.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr std::size_t answers_max = 10;
constexpr std::size_t near_max = 3;

NoneSection nearest(const std::string& topic, const std::vector<store::TaskHit>& hits) {
  NoneSection section{topic, {}};
  for (std::size_t i = 0; i < std::min(hits.size(), near_max); ++i) {
    section.near.push_back(hits[i].task);
  }
  return section;
}

/// `unsure`: nobody was asked for in so many words, so that nothing is the answer without asking back.
Section section_for(const store::Found& found, const std::string& topic, bool phone_first, bool unsure) {
  switch (found.confidence) {
    case store::Confidence::sure:
      return TaskSection{{found.hits.front().task}, phone_first, unsure};
    case store::Confidence::choose: {
      if (found.only_near()) {
        return nearest(topic, found.hits);
      }
      if (found.hits.size() == 1) {
        return TaskSection{{found.hits.front().task}, phone_first, true};
      }
      ChoiceSection section{{}, topic};
      for (std::size_t i = 0; i < std::min(found.hits.size(), Shown::choices); ++i) {
        section.tasks.push_back(found.hits[i].task);
      }
      return section;
    }
    case store::Confidence::none:
      break;
  }
  return nearest(topic, found.near);
}

void add_tasks(Part& part, const Context& context, const store::Found& found, std::string_view topic) {
  for (const auto& hit : found.hits) {
    if (part.tasks.size() < answers_max) {
      part.tasks.push_back(answer_task(context, hit.task, hit.score));
      part.tasks.back().topic = topic;
    }
  }
}

/// One topic's answer. Several topics of one question count as sure only if all are.
void add_topic(Part& part, const store::Found& found, std::string_view topic, bool phone_first, bool unsure) {
  part.sections.push_back(section_for(found, std::string(topic), phone_first, unsure));
  const auto confidence =
      unsure && found.confidence == store::Confidence::sure ? store::Confidence::choose : found.confidence;
  if (!part.confidence) {
    part.confidence = confidence;
  } else if (*part.confidence != confidence) {
    part.confidence = store::Confidence::choose;
  }
}

/// "Hvem har ikke længere ...?" is asked back: the one who has the task now would be the wrong answer.
Part ask_back(const Intent& intent, const Context& context) {
  TextSection section;
  section.lines.push_back(context.texts.say("negated.ask"));
  for (const auto& slot : intent.slots) {
    if (slot.name == "task") {
      section.examples.push_back(
          context.texts.say("example.task", {{"task", cards::capped(slot.value, Shown::topic_characters)}}));
    }
  }
  Part part;
  part.sections.push_back(std::move(section));
  part.confidence = store::Confidence::none;
  return part;
}

}  // namespace

Part find_person(const Intent& intent, const Context& context, bool with_tasks) {
  if (intent.slot("negated") == "yes") {
    return ask_back(intent, context);
  }
  Part part;
  const bool phone_first = intent.slot("want") == "phone";
  const bool unsure = intent.slot("unsure") == "yes";
  for (const auto& slot : intent.slots) {
    if (slot.name != "kle" && slot.name != "task") {
      continue;
    }
    const auto found = slot.name == "kle" ? context.finder.find_kle(slot.value, answers_max)
                                          : context.finder.find(slot.value, answers_max, intent.spoken);
    add_topic(part, found, slot.value, phone_first, unsure);
    if (with_tasks) {
      add_tasks(part, context, found, slot.value);
    }
  }
  if (part.sections.empty()) {
    add_topic(part, {}, "", phone_first, unsure);
  }
  return part;
}

Part nobody_for(const Intent& intent, const Context& context) {
  constexpr float near_enough = 0.35F;  // less is a word of many
  NoneSection section{std::string(intent.slot("task")), {}};
  const auto found = context.finder.find(section.topic, near_max, intent.spoken);
  for (const auto& hit : found.hits.empty() ? found.near : found.hits) {
    if (section.near.size() < near_max && hit.score >= near_enough) section.near.push_back(hit.task);
  }
  Part part;
  part.sections.push_back(std::move(section));
  part.confidence = store::Confidence::none;
  return part;
}

AnswerTask answer_task(const Context& context, store::TaskIndex index, double score) {
  AnswerTask answer{index, {}, score};
  const auto contacts = contacts_of(context, index);
  for (const auto& contact : contacts.people) {
    answer.people.push_back({contact.person, to_string(contact.role)});
  }
  return answer;
}

}  // namespace handlers
