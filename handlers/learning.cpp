#include "handlers/learning.hpp"

#include "handlers/owners.hpp"
#include "handlers/privacy.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "store/learned_words.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;

constexpr int proposals_read = 20;
constexpr std::size_t proposals_shown = 2;
constexpr auto words_max = 4;  ///< longer phrases are somebody's own case, not a word for a task

OfferSection section_for(const store::LearnedWord& word, store::TaskIndex task, std::string lead,
                         const Context& context) {
  OfferSection section;
  section.lines.push_back(
      context.texts.say("word.ask", {{"word", word.phrase}, {"task", task_title(context, task)}}));
  if (!lead.empty()) {
    section.lines.push_back(std::move(lead));
  }
  for (const auto& [verb, title] : {std::pair(cards::Verb::learn_word, "button.yes"),
                                    std::pair(cards::Verb::decline_word, "button.no")}) {
    Offer offer{context.texts.say(title), {}};
    offer.button.verb = verb;
    offer.button.item = word.id;
    section.offers.push_back(std::move(offer));
  }
  return section;
}

bool is_short(const std::string& topic) {
  return !topic.empty() && std::count(topic.begin(), topic.end(), ' ') < words_max;
}

/// True if the task was among those that this topic leads to, but not the only one.
bool was_offered(store::TaskIndex task, const std::string& topic, const Context& context) {
  const auto found = context.finder.find(topic, Shown::choices);
  if (found.confidence == store::Confidence::sure) {
    return false;
  }
  const auto is_it = [&](const store::TaskHit& hit) { return hit.task == task; };
  return std::any_of(found.hits.begin(), found.hits.end(), is_it) ||
         std::any_of(found.near.begin(), found.near.end(), is_it);
}

}  // namespace

std::optional<OfferSection> word_section(store::TaskIndex task, const std::string& topic, const Turn& turn,
                                         const Context& context, const Services& services) {
  if (!owns(turn.sender, task, context)) {
    return std::nullopt;
  }
  const auto word =
      store::propose_word(services.transaction, context.catalogue().task(task).id, topic, turn.now);
  if (!word || word->state != store::WordState::proposed) {
    return std::nullopt;
  }
  return section_for(*word, task, "", context);
}

std::vector<OfferSection> proposed_sections(const Turn& turn, const Context& context,
                                            const Services& services) {
  std::vector<OfferSection> sections;
  for (const auto& word : store::proposed_words(services.transaction.database(), proposals_read)) {
    const auto task = context.catalogue().task_by_id(word.task);
    if (task != no_index && sections.size() < proposals_shown && owns(turn.sender, task, context)) {
      sections.push_back(section_for(word, task, "", context));
    }
  }
  return sections;
}

Outcome decide_word(const Turn& turn, const cards::Button& button, const Context& context,
                    const Services& services) {
  const auto word = store::find_word(services.transaction.database(), button.item);
  const auto task = word ? context.catalogue().task_by_id(word->task) : no_index;
  if (!is_owner(turn.sender, context) || (task != no_index && !owns(turn.sender, task, context))) {
    return say(refusal(context));
  }
  if (task == no_index) {
    return say(context.texts.say("card.too_old"));
  }
  const bool learn = button.verb == cards::Verb::learn_word;
  const auto wanted = learn ? store::WordState::approved : store::WordState::declined;
  const bool decided =
      store::decide_word(services.transaction, word->id, wanted, id_of(turn.sender), turn.now);
  const bool learned = decided ? learn : word->state == store::WordState::approved;
  auto outcome = say(learned ? context.texts.say("word.learned", {{"word", word->phrase},
                                                                  {"task", task_title(context, task)}})
                             : context.texts.say("word.declined", {{"word", word->phrase}}));
  outcome.changed_data = decided;
  return outcome;
}

void count_pick(const Turn& turn, store::TaskIndex task, const std::string& about, const Context& context,
                const Services& services, Outcome& outcome) {
  const auto topic = remove_personal_numbers(about).text;
  if (!is_short(topic) || !was_offered(task, topic, context)) {
    return;
  }
  const auto word = store::count_pick(services.transaction, topic, context.catalogue().task(task).id,
                                      id_of(turn.sender), turn.now);
  if (!word || word->state != store::WordState::proposed) {
    return;
  }
  outcome.changed_data = true;
  for (auto& chat : chats_of_owners({task}, turn.tenant, services.transaction.database(), context)) {
    const auto there = elsewhere(context, language_of_code(chat.language), chat, outcome.notices.size() + 1);
    const auto lead = there.texts.say("word.picked", {{"count", std::to_string(store::picks_to_propose)}});
    auto reply = make_reply({section_for(*word, task, lead, there)}, there);
    outcome.notices.push_back({std::move(chat), std::move(reply)});
  }
}

}  // namespace handlers
