#pragma once
// Cross-cutting networks: who belongs, who coordinates. Members by rule are not stored; they follow from the
// catalogue.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// The kinds of the networks file; anything else that a file says counts as formal.
enum class NetworkKind { formal, informal, steering_group, coordination_group, project_leaders };

/// As it stands in the file and the database: "formal", "informal", "steering group", "coordination group",
/// "project leaders".
std::string_view name_of(NetworkKind);
NetworkKind network_kind_of(std::string_view text);

struct Network {
  std::int64_t id = 0;  ///< given by create_network()
  std::string name;
  NetworkKind kind = NetworkKind::formal;
  std::string purpose;
  std::int64_t coordinator = 0;  ///< ids of people; 0: nobody
  std::int64_t successor = 0;
  std::int64_t reference = 0;  ///< the leader it reports to
  bool open = true;            ///< anybody may join and see the members
  std::string rule;            ///< whoever has a task marked with this word is a member too; empty: none
  std::string tenant;          ///< of the channel or chat it is bound to
  std::string channel;         ///< that conversation's id; empty: none
  std::string place;           ///< where it usually meets
  bool from_file = false;
  std::optional<Instant> closed;
  bool for_one = false;  ///< made for one gathering of people who were named: it is found by its id alone
};

/// Networks that are not closed, by name; with `closed` those too.
std::vector<Network> networks(Database&, bool closed = false);
std::optional<Network> find_network(Database&, std::int64_t id);
/// By name (any case, accents folded), closed ones included.
std::optional<Network> find_network(Database&, std::string_view name);
/// The network bound to a channel or chat (a thread's id counts as its channel's).
std::optional<Network> network_of_channel(Database&, const std::string& tenant,
                                          const std::string& conversation);

/// Adds it; the coordinator becomes a member. Nothing if the name is taken (by a closed one, too), which that
/// of one made for one gathering never is.
std::optional<std::int64_t> create_network(Transaction&, const Network&, Instant now);
/// Writes everything but id, name, from_file and for_one.
void update_network(Transaction&, const Network&);
/// Stops it; its history stays. Opening it again keeps members.
void close_network(Transaction&, std::int64_t id, Instant now);
void reopen_network(Transaction&, std::int64_t id);

/// People who were put in by name, by id; those of the rule are not among them.
std::vector<std::int64_t> members_of(Database&, std::int64_t network);
/// Ids of the networks (not closed) in which a person stands by name or as coordinator.
std::vector<std::int64_t> networks_of(Database&, std::int64_t person);
/// False if nothing changed.
bool add_member(Transaction&, std::int64_t network, std::int64_t person);
bool remove_member(Transaction&, std::int64_t network, std::int64_t person);

}  // namespace store
