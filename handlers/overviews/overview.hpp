#pragma once
// The overview of one person: what a leader, a coordinator and an owner of the catalogue should know. First
// looked up, then said, because its reader's language is known late.
#include "handlers/overviews/changes.hpp"
#include "handlers/overviews/coverage.hpp"
#include "handlers/telling.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"
#include "store/subscriptions.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace handlers {

/// A gathering ahead, with what the reader's people answered.
struct OwnPeopleThere {
  store::Gathering gathering;
  store::Network network;
  std::size_t invited = 0;  ///< of the reader's people, whatever they answered
  std::size_t coming = 0;
};

/// What was asked for, and how many times or by how many people.
struct Wanted {
  std::string what;
  std::int64_t count = 0;
};

struct LeaderPart {
  Coverage coverage;
  std::size_t questions = 0;          ///< open ones, near to tasks of the group
  std::vector<Wanted> without_owner;  ///< asked most, and nobody has it
  store::Day asked_since;             ///< from then on
  std::vector<OwnPeopleThere> gatherings;
};

struct CoordinatedNetwork {
  store::Network network;
  std::optional<store::Gathering> next;
  store::AnswerCounts answers = {};
};

struct OwnerPart {
  std::size_t questions = 0;
  std::size_t reports = 0;
  std::size_t words = 0;
  std::size_t vacant = 0;
  std::size_t unconfirmed = 0;
};

struct Overview {
  store::PersonIndex of = store::no_index;
  std::optional<LeaderPart> leader;
  std::vector<CoordinatedNetwork> networks;  ///< that want something said
  std::optional<OwnerPart> owner;
  ChangeRange range;
  ChangeCounts changes;

  bool has_role = false;  ///< leads, coordinates or owns anything
  /// Nothing to tell.
  bool empty() const;
};

/// Everything as of now. `after` is the last change that was told; `ahead` how far gatherings are looked for.
Overview look(store::PersonIndex, std::int64_t after, std::chrono::days ahead, store::Instant now,
              store::Database&, const Context&);

/// Each part with the buttons that lead to its lists. At least one section.
std::vector<Section> sections_of(const Overview&, const Context&);

/// How far ahead the overview of this pace looks.
std::chrono::days ahead_of(store::Pace);

/// What was asked for and nobody has, the most first: open questions near to no task, and those of the vacant
/// tasks that were asked for since the day. What one person alone asked for is their own matter.
std::vector<Wanted> without_owner(const std::vector<TaskGap>& vacant, store::Day since, store::Database&,
                                  const Context&);

/// Whether a question, by its nearest task, waits for this owner.
bool waits_for(const Sender& owner, std::optional<store::TaskIndex> nearest, const Context&);

/// An open question belongs to whoever has the nearest task; nothing if no task is near.
std::optional<store::TaskIndex> nearest_task(const std::string& topic, const Context&);

}  // namespace handlers
