#include "handlers/cards/elements.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/history.hpp"

namespace handlers {
namespace {

using store::CatalogueChange;
using store::ChangeKind;
using store::no_index;

constexpr int changes_shown = 10;
constexpr std::size_t tasks_read = 5;

/// Who did it: a colleague, a file, or the service itself.
std::string doer(const std::string& id, const Context& context) {
  if (id == store::actor_import) {
    return context.texts.say("history.by_import");
  }
  if (id == store::actor_service || id.empty()) {
    return context.texts.say("history.by_service");
  }
  const auto name = name_of(id, context);
  return name.empty() ? context.texts.say("history.by_somebody") : name;
}

std::string role_in_words(const std::string& role, const Context& context) {
  const auto& texts = context.texts;
  return role == "stand_in"        ? texts.say("history.role_stand_in")
         : role == "coordinator"   ? texts.say("history.role_coordinator")
         : role == "owner"         ? texts.say("roles.owner")
         : role == "administrator" ? texts.say("roles.administrator")
                                   : texts.say("history.role_responsible");
}

/// "2026-05-01..2026-08-31" as the store notes it.
std::string days_noted(const std::string& text, const Context& context) {
  const auto dots = text.find("..");
  if (dots == std::string::npos) {
    return {};
  }
  store::Proposal days;
  days.from = read_day(std::string_view(text).substr(0, dots));
  days.to = read_day(std::string_view(text).substr(dots + 2));
  if (days.from && !days.to) {  // also one that has begun: that is when it was so
    return " " + context.texts.say("upkeep.from", {{"from", day(context, *days.from)}});
  }
  return days_in_words(days, context);
}

std::string what(const CatalogueChange& change, const Context& context) {
  const auto& texts = context.texts;
  const auto person = cards::capped(change.person_name, Shown::name_characters);
  const auto task = cards::capped(change.task_title, Shown::title_characters);
  const bool of_network = (change.kind == ChangeKind::role_given || change.kind == ChangeKind::role_taken) &&
                          change.role == "coordinator";  // and not of a task
  const auto role = of_network ? texts.say("roles.coordinator") : role_in_words(change.role, context);
  const auto days = days_noted(change.after, context);
  const auto before = cards::capped(change.before, Shown::title_characters);
  const auto after = cards::capped(change.after, Shown::title_characters);
  switch (change.kind) {
    case ChangeKind::assigned:
      return texts.say("history.assigned",
                       {{"person", person}, {"role", role}, {"task", task}, {"days", days}});
    case ChangeKind::withdrawn:
      return texts.say("history.withdrawn",
                       {{"person", person}, {"role", role}, {"task", task}, {"days", days}});
    case ChangeKind::confirmed:
      return person == doer(change.by.actor, context)
                 ? texts.say("history.confirmed", {{"person", person}, {"task", task}})
                 : texts.say("history.confirmed_for",
                             {{"by", doer(change.by.actor, context)}, {"person", person}, {"task", task}});
    case ChangeKind::task_added:
      return texts.say("history.task_added", {{"task", task}});
    case ChangeKind::task_changed:
      return texts.say("history.task_changed", {{"task", task}});
    case ChangeKind::task_gone:
      return texts.say("history.task_gone", {{"task", task}});
    case ChangeKind::person_added:
      return texts.say("history.person_added", {{"person", person}});
    case ChangeKind::person_changed:
      return change.role == "phone"
                 ? texts.say("history.phone", {{"person", person}, {"before", before}, {"after", after}})
                 : texts.say("history.person_changed", {{"person", person}});
    case ChangeKind::person_left: {
      const auto left = read_day(change.after);
      return left ? texts.say("history.left", {{"person", person}, {"day", day(context, *left)}})
                  : texts.say("history.left_not", {{"person", person}});
    }
    case ChangeKind::person_gone:
      return texts.say("history.person_gone", {{"person", person}});
    case ChangeKind::role_given:
      return texts.say(change.after.empty() ? "history.role_given" : "history.role_given_for",
                       {{"person", person}, {"role", role}, {"unit", after}});
    case ChangeKind::role_taken:
      return texts.say(change.before.empty() ? "history.role_taken" : "history.role_taken_for",
                       {{"person", person}, {"role", role}, {"unit", before}});
  }
  return {};
}

/// "25. marts: Ole Bach fik Rottebekæmpelse. Ændret af Ole Bach, godkendt af Lone Dahl."
std::string in_words(const CatalogueChange& change, const Context& context) {
  const auto& texts = context.texts;
  const auto date = day(context, local_day(change.by.at, context.policy.zone));
  if (change.kind == ChangeKind::confirmed) {  // who did it is said, and nothing was changed
    return texts.say("history.line_alone", {{"day", date}, {"what", what(change, context)}});
  }
  const auto by = change.by.approver.empty()
                      ? texts.say("history.by", {{"person", doer(change.by.actor, context)}})
                      : texts.say("history.by_approved", {{"person", doer(change.by.actor, context)},
                                                          {"approver", doer(change.by.approver, context)}});
  return texts.say("history.line", {{"day", date}, {"what", what(change, context)}, {"by", by}});
}

Sections listed(std::string heading, const std::vector<CatalogueChange>& changes, const Context& context) {
  TextSection section{{std::move(heading)}, {}};
  for (const auto& change : changes) {
    section.lines.push_back(in_words(change, context));
  }
  return {std::move(section)};
}

Sections own_history(const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (acting.sender == no_index) {
    return one_line(texts.say("upkeep.you_unknown"));
  }
  const auto changes = store::history_of_person(
      acting.database(), acting.context.catalogue().person(acting.sender).id, changes_shown);
  return changes.empty() ? one_line(texts.say("history.own_none"))
                         : listed(texts.say("history.own"), changes, acting.context);
}

}  // namespace

Sections show_history(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  if (context.scope != Scope::personal) {
    return one_line(texts.say("history.in_private"));
  }
  if (intent.slot("person") == "me") {
    return own_history(acting);
  }
  if (!intent.slot("person").empty()) {
    return one_line(texts.say("history.own_only"));
  }
  const auto found = context.finder.find(intent.slot("task"), tasks_read, intent.spoken);
  if (found.hits.empty()) {
    return one_line(texts.say("history.no_task",
                              {{"task", cards::capped(intent.slot("task"), Shown::topic_characters)}}));
  }
  if (found.confidence != store::Confidence::sure && found.hits.size() > 1) {
    TextSection section{{texts.say("history.which")}, {}};
    for (const auto& hit : found.hits) {
      section.examples.push_back(texts.say("history.example", {{"task", task_title(context, hit.task)}}));
    }
    return {std::move(section)};
  }
  const auto task = found.hits.front().task;
  const auto changes =
      store::history_of_task(acting.database(), context.catalogue().task(task).id, changes_shown);
  const auto title = task_title(context, task);
  return changes.empty() ? one_line(texts.say("history.none", {{"task", title}}))
                         : listed(texts.say("history.of", {{"task", title}}), changes, context);
}

}  // namespace handlers
