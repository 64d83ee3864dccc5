#include "store/text/particles.hpp"

#include "store/text/words.hpp"

#include <catch2/catch.hpp>

TEST_CASE("particles: what may belong to a verb before it") {
  using store::Particle;
  const auto [word, expected] = GENERATE(table<const char*, Particle>({{"ud", Particle::adverb},
                                                                       {"ned", Particle::adverb},
                                                                       {"tilbage", Particle::adverb},
                                                                       {"af", Particle::preposition},
                                                                       {"på", Particle::preposition},
                                                                       {"ikke", Particle::none},
                                                                       {"affald", Particle::none},
                                                                       {"", Particle::none}}));
  CAPTURE(word);
  CHECK(store::particle_of(store::letters_of(word)) == expected);
}
