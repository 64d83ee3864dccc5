#pragma once
// Words that the catalogue learned from its users: proposed by an answered question or by what people picked,
// approved by an owner. Approved ones belong to the keywords of their task in memory (load_catalogue); the
// municipality's own keywords, and so import and export, are not touched.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

enum class WordState { proposed, approved, declined };

struct LearnedWord {
  std::int64_t id = 0;
  std::int64_t task = 0;
  std::string phrase;
  WordState state = WordState::proposed;
  std::string decided_by;  ///< id of the owner; empty while it is proposed
};

/// Proposes the phrase for the task. What is known already, in whatever state, comes back as it is. Nothing
/// if there is no such task.
std::optional<LearnedWord> propose_word(Transaction&, std::int64_t task, const std::string& phrase,
                                        Instant now);

std::optional<LearnedWord> find_word(Database&, std::int64_t word);

/// Those that wait for an owner, oldest first.
std::vector<LearnedWord> proposed_words(Database&, int limit);

/// From proposed to approved or declined; an approved word counts as a change of the catalogue. False if the
/// word is not proposed (any more).
bool decide_word(Transaction&, std::int64_t word, WordState, const std::string& by, Instant now);

/// How many different people must pick the same task for the same words before these are proposed.
inline constexpr int picks_to_propose = 3;

/// Somebody picked this task for this phrase. Returns the proposal when it was one pick too many to be
/// chance; then the picks are forgotten. `picker` is not stored, only a salted hash of it.
std::optional<LearnedWord> count_pick(Transaction&, const std::string& phrase, std::int64_t task,
                                      const std::string& picker, Instant now);

/// A pick that waits for others like it.
struct Pick {
  std::string phrase;  ///< folded
  std::int64_t task = 0;
};
/// Found by making the hash anew of each of the ids.
std::vector<Pick> picks_of(Database&, const std::vector<std::string>& pickers);
int forget_picks_of(Transaction&, const std::vector<std::string>& pickers);

/// Forgets picks older than `before`; returns how many.
int forget_picks(Transaction&, Instant before);

}  // namespace store
