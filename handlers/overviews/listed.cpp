// What stands in a list of an overview.
#include "handlers/overviews/listed.hpp"

#include "handlers/cards/elements.hpp"
#include "handlers/contacts.hpp"
#include "handlers/overviews/overview.hpp"
#include "handlers/overviews/words.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "store/open_questions.hpp"
#include "store/proposals.hpp"

namespace handlers {
namespace {

using store::no_index;
using Kind = ListAsked::Kind;
using ScopeKind = OverviewScope::Kind;

constexpr int questions_read = 200;

void add_gap(Listed& listed, const TaskGap& gap, Kind kind, const Context& context) {
  const auto& catalogue = context.catalogue();
  const auto task = task_title(context, gap.task);
  if (gap.person == no_index) {
    listed.lines.push_back(context.texts.say("overview.list.task", {{"task", task}}));
    listed.cells.push_back({std::string(catalogue.task(gap.task).title), "", "", ""});
    return;
  }
  const auto& person = catalogue.person(gap.person);
  const auto name = person_name(context, gap.person);
  const auto since = gap.confirmed
                         ? context.texts.say("overview.list.last",
                                             {{"month", month_in_words(*gap.confirmed, context.texts)}})
                         : context.texts.say("overview.list.never");
  listed.lines.push_back(
      kind == Kind::single
          ? context.texts.say("overview.list.task_person", {{"task", task}, {"person", name}})
          : context.texts.say("overview.list.task_since",
                              {{"task", task}, {"person", name}, {"since", since}}));
  listed.cells.push_back({std::string(catalogue.task(gap.task).title), std::string(person.name),
                          person.unit == no_index ? "" : std::string(catalogue.unit(person.unit).name),
                          gap.confirmed ? to_string(store::Day(*gap.confirmed)) : ""});
}

Listed gaps(const ListAsked& asked, const PeopleMask& people, const Acting& acting) {
  const auto& context = acting.context;
  const auto since = asked.from == 0 ? confirmed_since(context.today, context.policy)
                                     : store::Day{std::chrono::days{asked.from}};
  const auto coverage = coverage_of(people, orphans(acting.database(), context.catalogue()), since, context);
  Listed listed;
  if (asked.kind == Kind::leavers) {
    for (const auto& leaver : coverage.leavers) {
      listed.lines.push_back(
          context.texts.say("overview.list.task", {{"task", leaver_in_words(leaver, context)}}));
    }
    return listed;
  }
  for (const auto& gap : asked.kind == Kind::vacant   ? coverage.vacant
                         : asked.kind == Kind::single ? coverage.single
                                                      : coverage.unconfirmed) {
    add_gap(listed, gap, asked.kind, context);
  }
  return listed;
}

/// Counts only: who asked is nobody's matter. Of a leader those near to tasks of the staff; of an owner those
/// that wait for that owner, near to a task or not.
Listed questions(const ListAsked& asked, const PeopleMask& people, const Acting& acting) {
  const auto& context = acting.context;
  const auto of = context.catalogue().person_by_id(asked.scope.id);
  const bool of_owner = asked.scope.kind == ScopeKind::area && of != no_index;
  const auto owner = of_owner ? as_sender(of, context.catalogue()) : Sender{};
  Listed listed;
  for (const auto& question : store::open_questions(acting.database(), questions_read)) {
    const auto task = nearest_task(question.topic, context);
    const bool meant =
        of_owner ? waits_for(owner, task, context) : task && concerns(*task, people, context.catalogue());
    if (!meant) {
      continue;
    }
    const auto topic = cards::capped(question.topic, Shown::topic_characters);
    const auto count = std::to_string(question.askers);
    listed.lines.push_back(
        task ? context.texts.say("overview.list.question",
                                 {{"topic", topic}, {"count", count}, {"task", task_title(context, *task)}})
             : context.texts.say("overview.list.question_far", {{"topic", topic}, {"count", count}}));
  }
  return listed;
}

/// What was asked for most and nobody has, since the day that the button carries.
Listed wanted(const ListAsked& asked, const PeopleMask& people, const Acting& acting) {
  const auto& context = acting.context;
  const auto coverage = coverage_of(people, orphans(acting.database(), context.catalogue()),
                                    confirmed_since(context.today, context.policy), context);
  Listed listed;
  for (const auto& one : without_owner(coverage.vacant, store::Day{std::chrono::days{asked.from}},
                                       acting.database(), context)) {
    listed.lines.push_back(
        context.texts.say("overview.list.task", {{"task", wanted_in_words(one, context.texts)}}));
  }
  return listed;
}

Listed reports(const Acting& acting) {
  const auto& context = acting.context;
  const auto& catalogue = context.catalogue();
  Listed listed;
  for (const auto& wrong : store::wrong_entries(acting.database())) {
    const auto task = catalogue.task_by_id(wrong.task);
    const auto person = catalogue.person_by_id(wrong.person);
    if (task != no_index && person != no_index && owns(acting.turn.sender, task, context)) {
      listed.lines.push_back(
          context.texts.say("overview.list.report", {{"task", task_title(context, task)},
                                                     {"person", person_name(context, person)},
                                                     {"count", std::to_string(wrong.supporters)}}));
    }
  }
  return listed;
}

Listed listed_changes(const ListAsked& asked, const PeopleMask& people, const Acting& acting) {
  Listed listed;
  for (const auto& change : list_changes(people, {asked.from, asked.to}, acting.database(), acting.context)) {
    listed.lines.push_back(
        acting.context.texts.say("overview.list.task", {{"task", in_words(change, acting.context)}}));
  }
  return listed;
}

Listed gatherings(const ListAsked& asked, const Acting& acting) {
  const auto leader = acting.context.catalogue().person_by_id(asked.scope.id);
  const auto overview = look(leader, store::last_change(acting.database()), ahead_of(store::Pace::monthly),
                             acting.turn.now, acting.database(), acting.context);
  Listed listed;
  if (overview.leader) {
    for (const auto& there : overview.leader->gatherings) {
      listed.lines.push_back(
          acting.context.texts.say("overview.list.task", {{"task", in_words(there, acting.context)}}));
    }
  }
  return listed;
}

}  // namespace

Listed listed_by(const ListAsked& asked, const PeopleMask& people, const Acting& acting) {
  switch (asked.kind) {
    case Kind::vacant:
    case Kind::single:
    case Kind::unconfirmed:
    case Kind::leavers:
      return gaps(asked, people, acting);
    case Kind::questions:
      return questions(asked, people, acting);
    case Kind::wanted:
      return wanted(asked, people, acting);
    case Kind::gatherings:
      return gatherings(asked, acting);
    case Kind::reports:
      return reports(acting);
    case Kind::changes:
      return listed_changes(asked, people, acting);
  }
  return {};
}

}  // namespace handlers
