#include "store/text/particles.hpp"

#include <algorithm>
#include <iterator>

namespace store {

Particle particle_of(std::string_view word) {
  static constexpr std::string_view adverbs[] = {"op",      "ned",  "ud",   "ind",
                                                 "tilbage", "frem", "hjem", "sammen"};
  static constexpr std::string_view prepositions[] = {"af",    "til", "fra",   "om", "over", "under",
                                                      "efter", "for", "p\xE5", "an", "mod"};
  const auto is_one_of = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  };
  return is_one_of(adverbs)        ? Particle::adverb
         : is_one_of(prepositions) ? Particle::preposition
                                   : Particle::none;
}

}  // namespace store
