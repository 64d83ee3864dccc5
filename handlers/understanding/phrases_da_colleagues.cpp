#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr WordGroup groups_of_colleagues[] = {
    {"mate",
     "kollega kollegaen kollegaer kolleger kollegerne chef chefen leder lederen teamleder teamlederen "
     "afdelingsleder afdelingslederen makker sidemakker sidemand"},
    {"unkind",
     "sur sure vred vrede gal irriteret skuffet ond onde led grov grove strid uvenlig uvenlige ubehagelig "
     "ubehagelige uhøflig uhøflige nedladende grim grimt jaloux misundelig tvær tvære kold"},
    {"bad",
     "dårlig dårligt elendig elendigt trykket hård giftig giftigt forfærdelig forfærdeligt anspændt træls"},
    {"here", "arbejdet arbejde kontoret afdelingen teamet jobbet arbejdspladsen gangen"},
};

constexpr std::string_view climate = "task=psykisk arbejdsmiljø unsure=yes colleagues=yes";

// How people who work together get on. Nobody is judged: it is asked whether the working climate is meant.
constexpr PatternRow rows[] = {
    {"{mate} er/bliver/virker/blev ?altid/meget/ret/tit/vist ?så/meget/lidt/rigtig/vist {unkind} "
     "?på/over/mod/ved/til ?for mig/os",
     find_person, climate},
    {"{mate} taler/snakker/opfører/svarer ?sig/altid ?altid/meget/tit {unkind} ?til/over/mod/ved ?for "
     "?mig/os",
     find_person, climate},
    {"{mate} råber/skriger/vrisser/snerrer/hakker ?altid/tit ad/af/på mig/os", find_person, climate},
    {"{mate} skælder ?altid/tit ?ud ?ad/af/på mig/os", find_person, climate},
    {"{mate} ?bliver ?ved ?med ?at "
     "driller/drille/ignorerer/ignorere/overser/ydmyger/ydmyge/nedgør/kritiserer/kritisere ?altid mig/os",
     find_person, climate},
    {"{mate} hører/lytter ?bare/slet ikke/aldrig på/til/efter mig/os", find_person, climate},
    {"bag min/vores ryg", find_person, climate},
    {"uvenner/skændtes/skændes/skændt ?med min/mine/en/vores {mate}", find_person, climate},
    {"vi/de skændes ?hele/altid ?tiden", find_person, climate},
    {"ikke/svært ?ved ?at/kan samarbejde med min/mine/en/vores {mate}", find_person, climate},
    {"konflikt/konflikter/skænderi/ud/dårligt/svært med min/mine/en/vores {mate}", find_person, climate},
    {"føler mig ?meget/helt ?holdt udenfor/overset/ensom/uønsket på/i {here}", find_person, climate},
    {"ingen ?på/i ?{here} ?vil/gider ?tale/snakke/spise/taler/snakker/spiser ?frokost ?længere med mig",
     find_person, climate},
    {"stemningen/tonen/klimaet ?på/i/hos/her ?{here}/os er/bliver ?så/meget/ret/virkelig/rigtig {bad}",
     find_person, climate},
    {"ked/bange ?af/for at gå/tage/komme/møde på arbejde", find_person, climate},
    {"ikke/aldrig lyst til at gå/tage/komme/møde på arbejde", find_person, climate},
    {"jeg trives ?bare/slet ikke ?på/i/her", find_person, climate},
};

}  // namespace

std::span<const WordGroup> colleague_groups() {
  return groups_of_colleagues;
}

std::span<const PatternRow> colleagues() {
  return rows;
}

}  // namespace handlers::understanding::danish
