#pragma once
// The cards of a round (E3), and what they say afterwards.
#include "handlers/sections.hpp"
#include "store/confirmation_rounds.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace handlers {

/// So many people are in one message to their leader; the others are in the next one.
inline constexpr std::size_t leader_people_max = 30;

/// Stands for what a card lists, so that a tap confirms nothing that was not on it.
std::string list_version(const std::vector<store::PersonIndex>&, const Context&);

/// 'Er dine 6 opgaver stadig rigtige?' with the list and buttons, or 'har du ingen, eller mangler de?'.
/// `step` says whether it is a reminder.
std::vector<Section> ask_sections(std::int64_t round, store::PersonIndex, store::RoundState step,
                                  const Context&);

/// The same with everything that is listed, and `note` before it (may be empty).
std::vector<Section> full_list_sections(std::int64_t round, const std::vector<store::PersonIndex>&,
                                        std::string note, const Context&);

/// To the leader, about one who did not answer.
std::vector<Section> leader_sections(std::int64_t round, store::PersonIndex, const Context&);
/// To the leader, about those who cannot be written to; `round` is the first one's.
std::vector<Section> unreached_sections(std::int64_t round, const std::vector<store::PersonIndex>&,
                                        const Context&);

/// [Ikke mig]: what is not right, some or none of it?
std::vector<Section> not_me_sections(std::int64_t round, store::PersonIndex, const Context&);

/// 'Tak. Dine 6 opgaver er bekræftet 25. marts.' and when the next question comes.
std::vector<Section> thanks_sections(std::size_t tasks, store::Day, const Context&);

/// A card without buttons, so that it can take the place of one with them.
std::vector<Section> words_on_card(std::vector<std::string> lines);

/// "1. Rottebekæmpelse", ...: at most `most`, then 'og 14 mere'.
std::vector<std::string> numbered_tasks(const std::vector<store::TaskIndex>&, std::size_t most,
                                        const Context&);

}  // namespace handlers
