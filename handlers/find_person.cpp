#include "handlers/cards/elements.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"
#include "handlers/understanding/stories.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace handlers {
namespace {

constexpr std::size_t answers_max = 10;
constexpr std::size_t near_max = 3;
constexpr const char* those_who_work_here[] = {"arbejdsmilj\u00F8", "medarbejder", "ansatte", "personale",
                                               "kolleg"};

NoneSection nearest(const std::string& topic, const std::vector<store::TaskHit>& hits) {
  NoneSection section{topic, {}};
  for (std::size_t i = 0; i < std::min(hits.size(), near_max); ++i) {
    section.near.push_back(hits[i].task);
  }
  return section;
}

/// True for a task that is about those who work here: "Psykisk arbejdsmiljø", "Barsel for medarbejdere".
bool is_about_us(const Context& context, store::TaskIndex index) {
  const auto& task = context.catalogue().task(index);
  const auto text = store::fold(task.title) + ' ' + store::fold(task.description);
  return std::any_of(std::begin(those_who_work_here), std::end(those_who_work_here),
                     [&](const char* word) { return text.find(store::fold(word)) != std::string::npos; });
}

/// True if the first task is, and every other one that fits half as well.
bool are_about_us(const Context& context, const store::Found& found) {
  constexpr float half = 0.5F;
  return !found.hits.empty() && std::all_of(found.hits.begin(), found.hits.end(), [&](const auto& hit) {
    const bool weak = &hit != &found.hits.front() && (found.confidence == store::Confidence::sure ||
                                                      hit.score < half * found.hits.front().score);
    return weak || is_about_us(context, hit.task);
  });
}

/// How surely a task is asked for.
struct Asked {
  bool phone_first = false;
  bool unsure = false;  ///< nobody was asked for in so many words: nothing is the answer without asking back
  bool by_story = false;  ///< the words say little of the best task
  bool outside = false;   ///< it happened to somebody who does not work here: the task may be for us alone
};

Section section_for(const store::Found& found, const std::string& topic, Asked asked,
                    const Context& context) {
  if (asked.unsure && asked.outside && are_about_us(context, found)) {
    return nearest(topic, found.hits);
  }
  switch (found.confidence) {
    case store::Confidence::sure:
      return TaskSection{{found.hits.front().task}, asked.phone_first, asked.unsure};
    case store::Confidence::choose: {
      if (found.only_near()) {
        return nearest(topic, found.hits);
      }
      if (found.hits.size() == 1 && !asked.by_story) {
        return TaskSection{{found.hits.front().task}, asked.phone_first, true};
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

/// True if little more than one word of two is found at best.
bool hardly_fits(const store::Found& found) {
  return found.confidence != store::Confidence::sure &&
         (found.hits.empty() || found.hits.front().score < store::Score::least_to_fit_well);
}

/// True if the words are the name of a task.
bool is_called_so(const store::Found& found) {
  constexpr float whole_title = 0.9F;
  return !found.hits.empty() && found.hits.front().score >= whole_title;
}

/// True if they are all of it, and it of them: of "ret" in "Brugeradgang og rettigheder" that is not true.
bool is_whole_name(const store::Found& found) {
  constexpr float all = 0.995F;
  return !found.hits.empty() && found.hits.front().score >= all;
}

std::size_t words_in(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

/// How much a topic is of a message of so many words, if that is a long one.
float share_of(std::string_view topic, std::size_t words_said) {
  constexpr std::size_t long_message = 8;
  if (words_said < long_message) return 1;
  return std::min(1.0F, static_cast<float>(words_in(topic)) / static_cast<float>(words_said));
}

/// Lets what the whole message tells speak where the words for what is asked leave a doubt; and where it is
/// told clearly beside a word that is less than a name. True if the best task is a guess then.
bool add_story(store::Found& found, const Intent& intent, std::string_view topic, const Asked& asked,
               const Context& context) {
  constexpr float clearly_told = 0.65F;
  const float share = share_of(topic, intent.words_said);
  const bool beside = !intent.slot("told").empty() && !is_called_so(found);
  const bool in_doubt =
      asked.unsure || beside || share < understanding::most_picked_out || hardly_fits(found);
  const float of_all = share_of(topic, words_in(intent.text));
  if (!in_doubt && (is_whole_name(found) || of_all >= understanding::most_picked_out)) return false;
  auto tasks = context.finder.find_by_story(intent.text, intent.spoken);
  if (asked.outside)
    std::erase_if(tasks, [&](const store::TaskHit& hit) { return is_about_us(context, hit.task); });
  if (in_doubt) return understanding::add_stories(found, tasks, share);
  if (tasks.empty() || tasks.front().score < clearly_told) return false;
  return understanding::add_stories(found, tasks, of_all);
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
void add_topic(Part& part, const store::Found& found, std::string_view topic, Asked asked,
               const Context& context) {
  part.sections.push_back(section_for(found, std::string(topic), asked, context));
  const auto confidence = asked.unsure && found.confidence == store::Confidence::sure
                              ? store::Confidence::choose
                              : found.confidence;
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

/// "Hvem siger jeg det til?": about what?
Part ask_matter(const Context& context) {
  Part part;
  part.sections.push_back(TextSection{{context.texts.say("matter.ask")}, {}});
  part.confidence = store::Confidence::none;
  return part;
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
  if (intent.slot("danger") == "yes") {
    return call_for_help(intent, context);
  }
  if (intent.slot("negated") == "yes") {
    return ask_back(intent, context);
  }
  if (intent.slot("task").empty() && intent.slot("kle").empty()) {
    return ask_matter(context);
  }
  Part part;
  const Asked asked{intent.slot("want") == "phone", intent.slot("unsure") == "yes", false,
                    intent.slot("outside") == "yes"};
  const auto said = intent.slot("said");
  const auto told = intent.slot("told");
  const bool one_topic = std::count_if(intent.slots.begin(), intent.slots.end(), [](const Slot& slot) {
                           return slot.name == "task" || slot.name == "kle";
                         }) == 1;
  for (const auto& slot : intent.slots) {
    if (slot.name != "kle" && slot.name != "task") {
      continue;
    }
    auto found = slot.name == "kle" ? context.finder.find_kle(slot.value, answers_max)
                                    : context.finder.find(slot.value, answers_max, intent.spoken);
    if (!told.empty()) {
      help_to_choose(found, context.finder.find(told, answers_max, intent.spoken), asked.unsure);
    }
    Asked about = asked;
    if (one_topic && slot.name == "task")
      about.by_story = add_story(found, intent, slot.value, asked, context);
    add_topic(part, found, said.empty() ? slot.value : said, about, context);
    if (with_tasks) {
      add_tasks(part, context, found, slot.value);
    }
  }
  if (intent.slot("colleagues") == "yes") {
    part.sections.push_back(TextSection{{context.texts.say("colleagues.also")}, {}});
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
