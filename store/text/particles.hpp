#pragma once
// Danish verbs in two words: "brænde ... af" is "afbrænding", "leje ... ud" is "udlejning".
#include <string_view>

namespace store {

enum class Particle {
  none,
  adverb,      ///< belongs to a verb before it, whatever comes behind: "op", "ud"
  preposition  ///< does so only where no noun comes behind: "brænder affald af", not "køb af jord"
};

/// `word` in the spelling of the index.
Particle particle_of(std::string_view word);

/// The most words from the verb to its particle.
inline constexpr int longest_to_particle = 4;

}  // namespace store
