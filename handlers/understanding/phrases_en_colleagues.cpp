#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr WordGroup groups_of_colleagues[] = {
    {"mate", "colleague colleagues coworker coworkers boss manager teammate teammates supervisor"},
    {"unkind", "angry mad annoyed upset rude mean unfriendly hostile cross cold nasty"},
    {"bad", "bad awful toxic terrible tense poisonous"},
    {"here", "work office team department"},
};

constexpr std::string_view climate = "task=psykisk arbejdsmiljø unsure=yes colleagues=yes";

// How people who work together get on. Nobody is judged: it is asked whether the working climate is meant.
constexpr PatternRow rows[] = {
    {"{mate} is/are/s/gets/was/seems ?always/very/so/really/being {unkind} ?with/at/to/towards ?me/us",
     find_person, climate},
    {"{mate} ?is/keeps/always/s shouts/yells/screams/snaps/shouting/yelling/screaming/snapping at me/us",
     find_person, climate},
    {"{mate} ?always/keeps ignores/teases/humiliates/belittles/criticises/criticizes/ignoring/teasing me/us",
     find_person, climate},
    {"{mate} never/doesn ?t/not listens/listen to me/us", find_person, climate},
    {"behind my/our back/backs", find_person, climate},
    {"along/on/out/conflict/argument/argue/arguing/quarrel/problem/problems with my/a/our {mate}",
     find_person, climate},
    {"feel/feeling left out/lonely/ignored/excluded ?at/in/out ?the/my {here}", find_person, climate},
    {"nobody/no ?one ?at/in ?{here} talks/speaks/eats/wants ?to ?talk/speak/eat to/with me", find_person,
     climate},
    {"atmosphere/mood/climate ?at/in/on ?the/our/my ?{here} is/has/s ?been/got/so/very/really {bad}",
     find_person, climate},
};

}  // namespace

std::span<const WordGroup> colleague_groups() {
  return groups_of_colleagues;
}

std::span<const PatternRow> colleagues() {
  return rows;
}

}  // namespace handlers::understanding::english
