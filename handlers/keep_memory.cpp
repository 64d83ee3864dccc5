#include "handlers/keep_memory.hpp"

#include "handlers/cards/card_action.hpp"
#include "handlers/memory.hpp"
#include "store/question_log.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace handlers {
namespace {

using store::no_index;

store::QuestionOutcome outcome_of(store::Confidence confidence) {
  switch (confidence) {
    case store::Confidence::sure:
      return store::QuestionOutcome::sure;
    case store::Confidence::choose:
      return store::QuestionOutcome::choose;
    case store::Confidence::none:
      break;
  }
  return store::QuestionOutcome::none;
}

const std::string& id_of_sender(const Turn& turn) {
  return turn.sender.entra_id.empty() ? turn.sender.id : turn.sender.entra_id;
}

}  // namespace

store::MemoryKey key_of(const Turn& turn) {
  return {turn.tenant, turn.conversation, id_of_sender(turn)};
}

store::ConversationMemory recall(const store::MemoryKey& key, const Turn& turn, const Services& services) {
  return store::recall(services.transaction.database(), key, turn.now).value_or(store::ConversationMemory{});
}

store::ConversationMemory recall(const Turn& turn, const Services& services) {
  return recall(key_of(turn), turn, services);
}

void keep_memory(const store::ConversationMemory& memory, const store::ConversationMemory& before,
                 const store::MemoryKey& key, const Turn& turn, const Services& services) {
  auto nothing = store::ConversationMemory{};
  nothing.language = memory.language;
  if (memory != nothing || before != store::ConversationMemory{}) {
    store::remember(services.transaction, key, memory, turn.now);
  }
}

void keep_pick(const Turn& turn, const Context& context, const Services& services) {
  const auto button = cards::parse_button(*turn.action);
  if (!button || (button->verb != cards::Verb::pick && button->verb != cards::Verb::pick_person)) {
    return;
  }
  const bool is_task = button->verb == cards::Verb::pick;
  const auto& catalogue = context.catalogue();
  const auto task = is_task ? catalogue.task_by_id(button->task) : no_index;
  const auto person = is_task ? no_index : catalogue.person_by_id(button->person);
  if (task == no_index && person == no_index) {
    return;
  }
  auto memory = remembered_pick(recall(turn, services), task, person, context);
  memory.language = code_of(button->language);
  store::remember(services.transaction, key_of(turn), memory, turn.now);
}

void log_question(const Answer& answer, store::Day today, const Turn& turn, const Services& services) {
  const auto& intents = answer.understanding.intents;
  const auto asked = std::find_if(intents.begin(), intents.end(),
                                  [](const Intent& intent) { return asks_the_catalogue(intent.name); });
  if (asked == intents.end()) {
    return;
  }
  std::string asker;
  asker.reserve(turn.tenant.size() + 1 + id_of_sender(turn).size());
  asker.append(turn.tenant).append(" ").append(id_of_sender(turn));
  const auto task = answer.shown.size() == 1 ? services.finder.catalogue().task(answer.shown.front()).id : 0;
  store::log_question(
      services.transaction,
      {today, std::string(to_string(asked->name)), outcome_of(answer.confidence), task, std::move(asker)},
      services.policy.question_log_days);
}

}  // namespace handlers
