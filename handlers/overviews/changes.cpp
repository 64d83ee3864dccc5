#include "handlers/overviews/changes.hpp"

#include "handlers/cards/elements.hpp"
#include "handlers/overviews/coverage.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"

#include <algorithm>
#include <functional>

namespace handlers {
namespace {

using store::CatalogueChange;
using store::ChangeKind;
using store::no_index;

constexpr int read_at_once = 1000;

void each_change(const PeopleMask& people, ChangeRange range, store::Database& database,
                 const Context& context, const std::function<void(CatalogueChange&)>& take) {
  const auto& catalogue = context.catalogue();
  const bool everything = std::find(people.begin(), people.end(), 0) == people.end();
  for (auto cursor = range.from; cursor < range.to;) {
    auto changes = store::changes_after(database, cursor, read_at_once);
    if (changes.empty()) {
      return;
    }
    cursor = changes.back().id;
    for (auto& change : changes) {
      const auto person = change.person == 0 ? no_index : catalogue.person_by_id(change.person);
      const auto task = change.task == 0 ? no_index : catalogue.task_by_id(change.task);
      const bool meant = everything || (person != no_index && people[person] != 0) ||
                         (task != no_index && concerns(task, people, catalogue));
      if (change.id <= range.to && meant) {
        take(change);
      }
    }
  }
}

std::size_t& place_of(ChangeKind kind, ChangeCounts& counts) {
  switch (kind) {
    case ChangeKind::assigned:
    case ChangeKind::withdrawn:
      return counts.hands;
    case ChangeKind::confirmed:
      return counts.confirmed;
    case ChangeKind::task_added:
    case ChangeKind::task_changed:
    case ChangeKind::task_gone:
      return counts.tasks;
    case ChangeKind::person_added:
    case ChangeKind::person_changed:
    case ChangeKind::person_left:
    case ChangeKind::person_gone:
    case ChangeKind::role_given:
    case ChangeKind::role_taken:
      break;
  }
  return counts.people;
}

const char* key_of(const CatalogueChange& change) {
  switch (change.kind) {
    case ChangeKind::assigned:
      return "overview.change.assigned";
    case ChangeKind::withdrawn:
      return "overview.change.withdrawn";
    case ChangeKind::confirmed:
      return "overview.change.confirmed";
    case ChangeKind::task_added:
      return "overview.change.task_added";
    case ChangeKind::task_changed:
      return "overview.change.task_changed";
    case ChangeKind::task_gone:
      return "overview.change.task_gone";
    case ChangeKind::person_added:
      return "overview.change.person_added";
    case ChangeKind::person_changed:
      return "overview.change.person_changed";
    case ChangeKind::person_left:
      return change.after.empty() ? "overview.change.person_stays" : "overview.change.person_left";
    case ChangeKind::person_gone:
      return "overview.change.person_gone";
    case ChangeKind::role_given:
    case ChangeKind::role_taken:
      break;
  }
  return "overview.change.role";
}

}  // namespace

ChangeCounts count_changes(const PeopleMask& people, ChangeRange range, store::Database& database,
                           const Context& context) {
  ChangeCounts counts;
  each_change(people, range, database, context,
              [&](const CatalogueChange& change) { place_of(change.kind, counts) += 1; });
  return counts;
}

std::vector<CatalogueChange> list_changes(const PeopleMask& people, ChangeRange range,
                                          store::Database& database, const Context& context) {
  std::vector<CatalogueChange> changes;
  each_change(people, range, database, context,
              [&](CatalogueChange& change) { changes.push_back(std::move(change)); });
  std::reverse(changes.begin(), changes.end());
  return changes;
}

std::string in_words(const ChangeCounts& counts, const Texts& texts) {
  struct Row {
    std::size_t count;
    const char* one;
    const char* many;
  };
  std::vector<std::string> parts;
  for (const auto& row :
       {Row{counts.hands, "overview.changed.hand", "overview.changed.hands"},
        Row{counts.confirmed, "overview.changed.confirmed_one", "overview.changed.confirmed"},
        Row{counts.tasks, "overview.changed.task", "overview.changed.tasks"},
        Row{counts.people, "overview.changed.person", "overview.changed.people"}}) {
    if (row.count > 0) {
      parts.push_back(texts.say(row.count == 1 ? row.one : row.many, {{"count", std::to_string(row.count)}}));
    }
  }
  return joined(parts, texts);
}

std::string in_words(const CatalogueChange& change, const Context& context) {
  const auto day = local_day(change.by.at, context.policy.zone);
  return context.texts.say(key_of(change),
                           {{"day", day_in_words(day, context.today, context.texts)},
                            {"person", cards::capped(change.person_name, Shown::name_characters)},
                            {"task", cards::capped(change.task_title, Shown::title_characters)}});
}

}  // namespace handlers
