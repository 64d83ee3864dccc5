#pragma once
// What is done when somebody answers a round, by whatever way.
#include "handlers/acting.hpp"
#include "handlers/confirming/hand_back.hpp"
#include "store/confirmation_rounds.hpp"

#include <vector>

namespace handlers {

struct RoundOfPerson {
  store::ConfirmationRound round;
  store::PersonIndex person = store::no_index;
};

/// Whom a tapped card is about: the one who was asked, or the leader's people. What cannot be answered (any
/// more, or by the sender) has what to say instead.
struct Asked {
  std::vector<RoundOfPerson> open;
  bool by_leader = false;
  Sections instead = {};

  std::vector<store::PersonIndex> people() const;
};
Asked asked_about(std::int64_t round, const Acting&);

/// Everything that these people have is right as of today; their rounds are over. Returns how many tasks.
std::size_t confirm_all(const std::vector<RoundOfPerson>&, const Acting&);

/// The same but for what is handed back. Returns what to say to whoever answered.
Sections correct(const std::vector<RoundOfPerson>&, const std::vector<HandedBack>&, const Acting&);

/// The round is over, and the next one planned.
void close_round(const RoundOfPerson&, store::RoundState, const Acting&);

/// 'Tak' to the person or the leader.
Sections thanks_for(const Asked&, std::size_t tasks, const Context&);

/// In words, while a round is open: "ja, alle", "alle undtagen 2 og 5", "ret".
/// `folded` is the message (store/text/fold.hpp).
std::optional<Reply> hear_round(const Acting&, std::string_view folded);

}  // namespace handlers
