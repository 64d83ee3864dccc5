#include "handlers/confirming/hand_back.hpp"

#include "handlers/owners.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "store/reports.hpp"

#include <map>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

void tell_owners(const std::vector<store::TaskIndex>& tasks, const Acting& acting,
                 const std::function<std::vector<std::string>(const Context&)>& lines) {
  for (auto& chat : chats_of_owners(tasks, acting.turn.tenant, acting.database(), acting.context)) {
    const auto there = elsewhere(acting.context, Language::danish, chat, acting.outcome.notices.size() + 1);
    acting.outcome.notices.push_back({std::move(chat), make_reply({TextSection{lines(there), {}}}, there)});
  }
}

std::vector<std::string> sentences(const std::vector<HandedBack>& all, PersonIndex said_by,
                                   const Context& context) {
  std::map<std::pair<PersonIndex, PersonIndex>, std::vector<store::TaskIndex>> together;
  for (const auto& one : all) {
    together[{one.person, one.to}].push_back(one.task);
  }
  std::vector<std::string> lines;
  for (const auto& [who, tasks] : together) {
    const auto name = person_name(context, who.first);
    std::vector<std::string> titles;
    for (const auto task : tasks) {
      titles.push_back(task_title(context, task));
    }
    lines.push_back(
        context.texts.say("round.owner", {{"person", name}, {"tasks", joined(titles, context.texts)}}));
    if (who.second != no_index) {
      lines.push_back(context.texts.say("round.owner_to", {{"person", person_name(context, who.second)}}));
    }
    if (said_by != no_index && said_by != who.first) {
      lines.push_back(context.texts.say("round.owner_by", {{"person", person_name(context, said_by)}}));
    }
  }
  return lines;
}

}  // namespace

void hand_back(const std::vector<HandedBack>& all, const Acting& acting) {
  std::vector<store::TaskIndex> tasks;
  for (const auto& one : all) {
    store::report_wrong_entry(acting.transaction(),
                              {acting.context.catalogue().task(one.task).id,
                               acting.context.catalogue().person(one.person).id, id_of(acting.turn.sender)},
                              acting.turn.now);
    tasks.push_back(one.task);
  }
  acting.outcome.changed_data = true;
  tell_owners(tasks, acting, [&](const Context& there) { return sentences(all, acting.sender, there); });
}

bool tell_of_missing_tasks(PersonIndex person, const Acting& acting) {
  const auto before = acting.outcome.notices.size();
  tell_owners({}, acting, [&](const Context& there) {
    return std::vector<std::string>{
        there.texts.say("round.owner_missing", {{"person", person_with_title(there, person)}})};
  });
  return acting.outcome.notices.size() > before;
}

}  // namespace handlers
