#include "handlers/cards/elements.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>
#include <iterator>

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
      ChoiceSection section{{}, topic, found.doubtful};
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

/// What is told beside the question may help to choose among tasks; it never makes one sure. `leans`: the
/// question says so little that what is told counts as much.
void help_to_choose(store::Found& found, const store::Found& told, bool leans) {
  constexpr float least_to_add = 0.5F;  // less is one word of a story
  constexpr float clearly = 0.7F;
  constexpr float weak = 0.5F;
  const float share = leans ? 1.0F : 0.7F;  // of its score: the words of the question say more
  if (leans && found.confidence == store::Confidence::sure) found.confidence = store::Confidence::choose;
  if (found.confidence == store::Confidence::sure) return;
  auto& tasks = found.confidence == store::Confidence::none ? found.near : found.hits;
  const float best = tasks.empty() ? 0 : tasks.front().score;
  for (const auto& hit : told.hits) {
    if (hit.score < least_to_add) break;
    const auto same = std::find_if(tasks.begin(), tasks.end(),
                                   [&](const store::TaskHit& other) { return other.task == hit.task; });
    const float score = share * hit.score;
    if (same != tasks.end()) {
      same->score = std::min(1.0F, same->score + score);
    } else {  // behind what was asked for, if that was found at all
      const bool behind = !leans && !(best < weak && hit.score >= clearly);
      tasks.push_back({hit.task, behind && best > 0 ? std::min(score, 0.9F * best) : score});
    }
  }
  std::stable_sort(tasks.begin(), tasks.end(), [](const store::TaskHit& one, const store::TaskHit& other) {
    return one.score > other.score;
  });
  tasks.resize(std::min(tasks.size(), answers_max));
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

/// Whoever says that somebody is away and hears that very name is told who covers, too.
void add_cover(Part& part, const Intent& intent, const Context& context) {
  const auto* shown = part.sections.size() == 1 ? std::get_if<TaskSection>(&part.sections.front()) : nullptr;
  if (shown == nullptr || intent.slot("absent").empty()) return;
  const auto people = people_called(intent.slot("absent"), context);
  const auto contacts = contacts_of(context, shown->tasks.front());
  if (people.size() != 1 || contacts.people.empty() || contacts.people.front().person != people.front() ||
      contacts.people.front().away_to) {
    return;
  }
  const auto& catalogue = context.catalogue();
  const auto leader = leader_at_work(catalogue, people.front(), context.today);
  if (stand_in_of(catalogue, people.front(), context.today) == store::no_index && leader != store::no_index) {
    part.sections.push_back(PersonSection{
        why_uncovered(context, absent_stand_in_of(catalogue, people.front(), context.today)),
        leader,
        {context.texts.say("task.ask_leader", {{"person", person_with_title(context, leader)}})}});
    return;
  }
  auto cover = about_person(IntentName::who_covers, people.front(), context);
  std::move(cover.sections.begin(), cover.sections.end(), std::back_inserter(part.sections));
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
  const auto said = intent.slot("said");
  const auto told = intent.slot("told");
  for (const auto& slot : intent.slots) {
    if (slot.name != "kle" && slot.name != "task") {
      continue;
    }
    auto found = slot.name == "kle" ? context.finder.find_kle(slot.value, answers_max)
                                    : context.finder.find(slot.value, answers_max, intent.spoken);
    if (!told.empty()) {
      help_to_choose(found, context.finder.find(told, answers_max, intent.spoken), unsure);
    }
    add_topic(part, found, said.empty() ? slot.value : said, phone_first, unsure);
    if (with_tasks) {
      add_tasks(part, context, found, slot.value);
    }
  }
  if (part.sections.empty()) {
    add_topic(part, {}, "", phone_first, unsure);
  }
  add_cover(part, intent, context);
  return part;
}

Part nobody_for(const Intent& intent, const Context& context) {
  constexpr float near_enough = 0.35F;  // less is a word of many
  const auto said = intent.slot("said");
  NoneSection section{std::string(said.empty() ? intent.slot("task") : said), {}};
  const auto found = context.finder.find(intent.slot("task"), near_max, intent.spoken);
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
