#include "handlers/contacts.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"

namespace handlers {
namespace {

constexpr float clearly_told = 0.45F;  // less is too little to be shown to somebody in need

}  // namespace

Part call_for_help(const Intent& intent, const Context& context) {
  Part part;
  part.confidence = store::Confidence::none;
  part.sections.push_back(TextSection{{context.texts.say("danger.call")}, {}});
  const auto show = [&](store::TaskIndex task, float score, std::string_view topic) {
    part.sections.push_back(TaskSection{{task}, false, true});
    part.tasks.push_back(answer_task(context, task, score));
    part.tasks.back().topic = topic;
    part.confidence = store::Confidence::choose;
  };
  for (const auto& slot : intent.slots) {
    if (slot.name != "task") continue;
    const auto found = context.finder.find(slot.value, 1, intent.spoken);
    if (found.confidence == store::Confidence::sure)
      show(found.hits.front().task, found.hits.front().score, slot.value);
  }
  const auto told = part.tasks.empty() ? context.finder.find_by_story(intent.text, intent.spoken)
                                       : std::vector<store::TaskHit>();
  if (!told.empty() && told.front().score >= clearly_told)
    show(told.front().task, told.front().score, intent.text);
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
