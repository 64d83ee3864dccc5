#include "handlers/contacts.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"

namespace handlers {

Part call_for_help(const Intent& intent, const Context& context) {
  Part part;
  part.confidence = store::Confidence::none;
  part.sections.push_back(TextSection{{context.texts.say("danger.call")}, {}});
  for (const auto& slot : intent.slots) {
    if (slot.name != "task") continue;
    const auto found = context.finder.find(slot.value, 1, intent.spoken);
    if (found.confidence != store::Confidence::sure) continue;
    const auto& hit = found.hits.front();
    part.sections.push_back(TaskSection{{hit.task}, false, true});
    part.tasks.push_back(answer_task(context, hit.task, hit.score));
    part.tasks.back().topic = slot.value;
    part.confidence = store::Confidence::choose;
  }
  const auto contact_point = general_contact_point(context.finder, context.policy);
  if (part.tasks.empty() && contact_point != store::no_index) {
    part.sections.push_back(PersonSection{
        context.texts.say("danger.later", {{"person", person_with_title(context, contact_point)}}),
        contact_point,
        {}});
  }
  return part;
}

}  // namespace handlers
