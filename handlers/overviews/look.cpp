#include "handlers/access.hpp"
#include "handlers/contacts.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/overviews/overview.hpp"
#include "handlers/overviews/scope.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "store/learned_words.hpp"
#include "store/open_questions.hpp"
#include "store/proposals.hpp"
#include "store/question_log.hpp"

#include <algorithm>
#include <map>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;
using store::TaskIndex;

constexpr int questions_read = 200;
constexpr int gatherings_read = 200;
constexpr int words_read = 1000;
constexpr std::size_t topics_shown = 3;
/// What one person alone asked for is their own matter.
constexpr int askers_to_show = 2;

/// One look: what its parts share.
struct Looking {
  PersonIndex person;
  std::chrono::days ahead;
  store::Instant now;
  store::Database& database;
  const Context& context;
  std::vector<Orphan> orphaned;
  store::Day since;  ///< confirmations before are old
};

void add_wanted(LeaderPart& part, const PeopleMask& staff, const Looking& at) {
  for (const auto& question : store::open_questions(at.database, questions_read)) {
    const auto task = nearest_task(question.topic, at.context);
    part.questions += task && concerns(*task, staff, at.context.catalogue()) ? 1 : 0;
  }
  part.asked_since = at.context.today - at.ahead;
  part.without_owner = without_owner(part.coverage.vacant, part.asked_since, at.database, at.context);
  part.without_owner.resize(std::min(part.without_owner.size(), topics_shown));
}

/// Gatherings of closed networks are told to those alone who may know of them.
void add_gatherings(LeaderPart& part, const PeopleMask& staff, const Looking& at) {
  const auto sender = as_sender(at.person, at.context.catalogue());
  for (auto& gathering : store::gatherings_ahead(at.database, 0, at.now, gatherings_read)) {
    if (gathering.state != store::GatheringState::invited || gathering.starts > at.now + at.ahead) {
      continue;
    }
    OwnPeopleThere there;
    for (const auto& invitation : store::invitations_of(at.database, gathering.id)) {
      const auto person = at.context.catalogue().person_by_id(invitation.person);
      if (person == no_index || staff[person] == 0 || !works_here(person, at.context) ||
          invitation.state == store::AnswerState::removed ||
          invitation.approval == store::Approval::left_out) {
        continue;
      }
      there.invited += 1;
      there.coming += invitation.state == store::AnswerState::accepted ? 1 : 0;
    }
    auto network = there.invited == 0 ? std::nullopt : store::find_network(at.database, gathering.network);
    if (network && may_see(*network, sender, at.database, at.context)) {
      there.gathering = std::move(gathering);
      there.network = std::move(*network);
      part.gatherings.push_back(std::move(there));
    }
  }
}

std::optional<LeaderPart> leader_part(const Looking& at) {
  const auto& context = at.context;
  const auto staff =
      people_of({OverviewScope::Kind::staff, context.catalogue().person(at.person).id}, context);
  const auto people = context.catalogue().people();
  bool leads = false;
  for (PersonIndex one = 0; staff && one < people.size(); ++one) {
    leads = leads || ((*staff)[one] != 0 && !people[one].contact_point);
  }
  if (!leads) {
    return std::nullopt;
  }
  LeaderPart part;
  part.coverage = coverage_of(*staff, at.orphaned, at.since, context);
  add_wanted(part, *staff, at);
  add_gatherings(part, *staff, at);
  return part;
}

/// Those with a gathering ahead, and those that should have one.
void add_networks(Overview& overview, const Looking& at) {
  for (auto& network : store::networks(at.database)) {
    if (coordinator_of(network, at.context) != at.person) {
      continue;
    }
    overview.has_role = true;
    auto ahead = store::gatherings_ahead(at.database, network.id, at.now, 1);
    const bool informal = network.kind == store::NetworkKind::informal;
    if (ahead.empty() ? informal : ahead.front().starts > at.now + at.ahead) {
      continue;
    }
    CoordinatedNetwork one;
    if (!ahead.empty()) {
      one.answers = store::count_answers(at.database, ahead.front().id);
      one.next = std::move(ahead.front());
    }
    one.network = std::move(network);
    overview.networks.push_back(std::move(one));
  }
}

std::optional<OwnerPart> owner_part(const Looking& at) {
  const auto& context = at.context;
  const auto& catalogue = context.catalogue();
  const auto sender = as_sender(at.person, catalogue);
  if (!is_owner(sender, context)) {
    return std::nullopt;
  }
  OwnerPart part;
  const auto area = people_of({OverviewScope::Kind::area, catalogue.person(at.person).id}, context);
  const auto coverage = coverage_of(*area, at.orphaned, at.since, context);
  part.vacant = coverage.vacant.size();
  part.unconfirmed = coverage.unconfirmed.size();
  const auto mine = [&](std::int64_t task) {
    const auto index = catalogue.task_by_id(task);
    return index != no_index && owns(sender, index, context);
  };
  for (const auto& question : store::open_questions(at.database, questions_read)) {
    const auto task = nearest_task(question.topic, context);
    part.questions += waits_for(sender, task, context) ? 1 : 0;
  }
  for (const auto& wrong : store::wrong_entries(at.database)) {
    part.reports += mine(wrong.task) ? 1 : 0;
  }
  for (const auto& word : store::proposed_words(at.database, words_read)) {
    part.words += mine(word.task) ? 1 : 0;
  }
  return part;
}

bool says_nothing(const LeaderPart& part) {
  const auto& coverage = part.coverage;
  return coverage.vacant.empty() && coverage.single.empty() && coverage.unconfirmed.empty() &&
         coverage.leavers.empty() && part.questions == 0 && part.without_owner.empty() &&
         part.gatherings.empty();
}

}  // namespace

bool Overview::empty() const {
  const bool owner_has_none =
      !owner || owner->questions + owner->reports + owner->words + owner->vacant + owner->unconfirmed == 0;
  return (!leader || says_nothing(*leader)) && networks.empty() && owner_has_none && changes.all() == 0;
}

Overview look(PersonIndex person, std::int64_t after, std::chrono::days ahead, store::Instant now,
              store::Database& database, const Context& context) {
  const Looking at{person,
                   ahead,
                   now,
                   database,
                   context,
                   orphans(database, context.catalogue()),
                   confirmed_since(context.today, context.policy)};
  Overview overview;
  overview.of = person;
  overview.leader = leader_part(at);
  overview.owner = owner_part(at);
  overview.has_role = overview.leader || overview.owner;
  add_networks(overview, at);
  overview.range = {after, store::last_change(database)};
  if (const auto people = own_people(person, context)) {
    overview.changes = count_changes(*people, overview.range, database, context);
  }
  return overview;
}

std::vector<Wanted> without_owner(const std::vector<TaskGap>& vacant, store::Day since,
                                  store::Database& database, const Context& context) {
  std::vector<Wanted> wanted;
  for (const auto& question : store::open_questions(database, questions_read)) {
    if (question.askers >= askers_to_show && !nearest_task(question.topic, context)) {
      wanted.push_back({question.topic, question.askers});
    }
  }
  std::map<std::int64_t, std::int64_t> times;
  if (!vacant.empty()) {
    for (const auto& asked : store::asked_tasks(database, since)) {
      times[asked.task] = asked.times;
    }
  }
  for (const auto& gap : vacant) {
    const auto found = times.find(context.catalogue().task(gap.task).id);
    if (found != times.end() && found->second >= askers_to_show) {
      wanted.push_back({task_title(context, gap.task), found->second});
    }
  }
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const Wanted& one, const Wanted& other) { return one.count > other.count; });
  return wanted;
}

bool waits_for(const Sender& owner, std::optional<TaskIndex> nearest, const Context& context) {
  return nearest ? owns(owner, *nearest, context) : owns_everything(owner, context);
}

std::chrono::days ahead_of(store::Pace pace) {
  return std::chrono::days(pace == store::Pace::monthly ? 35 : 14);
}

std::optional<TaskIndex> nearest_task(const std::string& topic, const Context& context) {
  const auto found = context.finder.find(topic, 1);
  const auto& hits = found.hits.empty() ? found.near : found.hits;
  return hits.empty() ? std::nullopt : std::optional(hits.front().task);
}

}  // namespace handlers
