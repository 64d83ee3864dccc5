#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr WordGroup groups_of_dangers[] = {
    // who may be hurt
    {"human",
     "i he she we they someone somebody anyone anybody man woman lady guy citizen resident visitor guest "
     "person "
     "customer "
     "client child kid baby boy girl pupil student teenager teacher colleague coworker employee boss manager "
     "director secretary patient mother mum mom father dad son daughter driver cyclist pedestrian him her "
     "who"},
    // who may be violent
    {"family",
     "husband wife boyfriend girlfriend partner ex dad father mum mom mother stepdad stepfather stepmother "
     "stepmum "
     "brother son uncle"},
    {"stranger",
     "he she someone somebody man woman guy lady citizen client customer visitor person pupil student"},
    {"weapon", "knife gun axe pistol rifle weapon machete"},
    {"place",
     "kitchen basement attic server room meeting office archive corridor stairs building house hall town "
     "school "
     "kindergarten nursery canteen toilet workshop roof flat car bus bin container garage library oven "
     "socket "
     "computer printer"},
};

// What is urgent while it happens (danger=now), what may be a matter as well: "fire plan" (danger=named), and
// what is a manner of speaking (danger=said).
constexpr PatternRow rows[] = {
    {"drowning/choking in/on work/emails/mails/paperwork/cases/tasks/meetings", find_person, "danger=said"},
    {"{human} ... fainted/faints/fainting/unconscious/collapsed/collapses/unresponsive", find_person,
     "danger=now"},
    {"{human} ... choking/choked/bleeding/bleeds/drowning/stabbed/electrocuted", find_person, "danger=now"},
    {"{human} ... lying ... not/t respond/responding/moving/answering", find_person, "danger=now"},
    {"{human} ... passed out", find_person, "danger=now"},
    {"{human} ... is/was/been/got ?just shot", find_person, "danger=now"},
    {"not/t/isnt/stopped/stops breathing", find_person, "danger=now"},
    {"not/t/cant/cannot/barely/hardly ?even breathe", find_person, "danger=now"},
    {"trouble/difficulty/difficulties breathing", find_person, "danger=now"},
    {"having/has/had/in ?a heart/cardiac attack/arrest", find_person, "danger=named"},
    {"having/has/had ?a seizure/stroke/fit", find_person, "danger=named"},
    {"{human} ... overdose/overdosed", find_person, "danger=named"},
    {"pain/pains in ?the/his/her/my chest", find_person, "danger=now"},
    {"chest pain/pains", find_person, "danger=now"},
    {"{human} ... run over by", find_person, "danger=now"},
    {"{human} ... hit by ?a car/truck/bus/lorry/train", find_person, "danger=now"},
    {"{human} ... fell/fallen in/into the ?deep water/harbour/harbor/lake/river/pool", find_person,
     "danger=now"},
    {"swallowed/drank ?some poison/bleach/pills/chemicals/battery/detergent/cleaning", find_person,
     "danger=now"},
    {"been ?a/an ?bad/serious accident", find_person, "danger=now"},

    {"threatening/threatens/threatened/threaten ... {weapon}", find_person, "danger=now"},
    {"{human} ... with/pulled/waving ?out/around ?a/an/his/her ?big {weapon}", find_person, "danger=now"},
    {"{human} ... threatening/threatens me/us/him/her/staff/people/everyone ?with ?a ?{weapon}/kill",
     find_person, "danger=now"},
    {"{stranger} has ?got ?a {weapon} $", find_person, "danger=now"},
    {"{stranger} has ?got ?a {weapon} in/at/on/with/outside", find_person, "danger=now"},
    {"attacking me/us/him/her/staff/people/someone", find_person, "danger=now"},
    {"{human} ... kill/killing me/us/him/her/himself/herself/myself/themselves/someone", find_person,
     "danger=now"},
    {"commit/committing suicide", find_person, "danger=named"},
    {"{family} beats/hits/kicks/strangles/rapes ?my/her/his/our "
     "me/her/him/us/them/mum/mother/sister/brother/kids/children",
     find_person, "danger=now"},
    {"{family} is beating/hitting/kicking/strangling ?my/her/his/our "
     "me/her/him/us/them/mum/mother/sister/brother/kids/children",
     find_person, "danger=now"},
    {"{human} ... been/was/got/being raped", find_person, "danger=now"},
    {"need/call/send an ambulance", find_person, "danger=now"},
    {"{human} ... suicidal", find_person, "danger=now"},
    {"not/t want to live", find_person, "danger=now"},
    {"{human} ... want/wants/wish/wishes ?just to die $", find_person, "danger=now"},
    {"take/takes/taking/took my/his/her/their own life", find_person, "danger=now"},
    {"{human} ... took/taken/swallowed ?far too many pills/tablets/painkillers", find_person, "danger=now"},
    {"{human} ... took/taken/swallowed a lot of pills/tablets/painkillers", find_person, "danger=now"},
    {"{human} ... threatening/threatens to jump", find_person, "danger=now"},
    {"{human} ... sitting/standing/is on the/a bridge/roof/balcony/ledge ... jump", find_person,
     "danger=now"},
    {"active shooter", find_person, "danger=named"},
    {"is/s/got/received/found ?been ?a bomb ?threat", find_person, "danger=named"},

    {"there is/s ?a/still/been ?a/small/big fire", find_person, "danger=named"},
    {"is there ?a fire", find_person, "danger=named"},
    {"^ ?help/a fire in/at/on/outside/near ?the/our/a {place}", find_person, "danger=named"},
    {"have/got/a fire in/at/on/outside/near ?the/our/a {place}", find_person, "danger=named"},
    {"{place}/{human}/something/it/tree/shed/field is/s ?still on fire", find_person, "danger=named"},
    {"caught/catches/catch/catching/set fire", find_person, "danger=named"},
    {"{place}/something/it/container/bin is/s burning", find_person, "danger=now"},
    {"fire/smoke alarm/alarms ?is/s ?has going/went/gone/ringing/sounding", find_person, "danger=now"},
    {"see/seeing/is/s/lots/much/of/black smoke ?coming in/from/out/everywhere", find_person, "danger=now"},
    {"smoke coming/pouring", find_person, "danger=now"},
    {"smell/smells/smelling/stinks ?strongly/of/like/a ?of/like gas/smoke/burning", find_person,
     "danger=now"},
    {"is/s/have/got ?a ?strong gas leak/leaking/smell", find_person, "danger=named"},
    {"is/s carbon monoxide", find_person, "danger=named"},
    {"been ?a/an ?big/loud explosion", find_person, "danger=named"},
};

}  // namespace

std::span<const WordGroup> danger_groups() {
  return groups_of_dangers;
}

std::span<const PatternRow> dangers() {
  return rows;
}

}  // namespace handlers::understanding::english
