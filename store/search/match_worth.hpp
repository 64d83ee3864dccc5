#pragma once
// What a match is worth beside the word itself. Found by `bench answers` on several seeds; see README.md.

namespace store::search {

inline constexpr float of_other_number = 0.95F;
inline constexpr float of_joined = 0.97F;
inline constexpr float of_turned = 0.9F;  // "udlejning af lokaler": lokaleudlejning
inline constexpr float of_translation = 0.85F;
inline constexpr float of_word_list = 0.72F;         // never sure on its own
inline constexpr float of_other_name = 0.95F;        // in a longer question
inline constexpr float of_compound = 0.65F;          // "vej" in "vejskilt"
inline constexpr float of_doubtful_compound = 0.5F;  // the rest of it is no word that we know
inline constexpr float of_related = 0.55F;           // what a word is about
inline constexpr float of_kin = 0.8F;                // "kommunal" and "kommune"
inline constexpr float of_kin_beside_itself = 0.6F;  // where the catalogue has the word itself
inline constexpr float of_derivation = 0.9F;         // "salte" and "saltning"
inline constexpr float of_split = 0.85F;
inline constexpr float of_typo = 0.85F;
inline constexpr float of_doubtful_typo = 0.45F;
inline constexpr float of_other_form = 0.97F;
inline constexpr float of_particle = 0.92F;
inline constexpr float of_verb_alone = 0.8F;  // where its particle makes another verb of it

/// What a compound is worth that has a wanted word as a part.
struct CompoundWorth {
  float derived = 0;  ///< only another kind of word
  float known = 0;    ///< its other part is a known word
  float likely = 0;   ///< its other part may be one
};
inline constexpr CompoundWorth of_compound_of_word{of_derivation, of_compound, of_doubtful_compound};
inline constexpr CompoundWorth of_compound_of_noun{of_doubtful_compound, of_compound, of_doubtful_compound};
/// "spildevandsudledning": "spildevandsanlæg"
inline constexpr CompoundWorth of_compound_of_part{of_derivation, 0.9F, 0.85F};

}  // namespace store::search
