#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

// Words that together tell what is meant, in whatever order: asked when no pattern fits and no task is named.
constexpr PatternRow rows[] = {
    {"& <person> {sick}", sensitive_refuse, "want=presence"},
    {"& <person> {ill}/sygeorlov/syg*/enlig/katolik/katolsk/galt/kræftsyg/drikker/stresset/psykisk",
     sensitive_refuse},
    {"& <person> {secret}/sygedage/udbetalt/tjener/lider/vejer/fejler/privatlivet", sensitive_refuse},
    {"& <person> hvorfor", sensitive_refuse},
    {"& <person> {private}", sensitive_refuse},
    {"& <person> forkert*/fejl/forældet/forældede/galt/passer", task_report_wrong},
    {"& <person> flyttet/fratrådt/stoppet", task_report_wrong},
    {"& <person> {cover}/dækker/dækkes/vikarierer/vegne/stedet/erstatter", who_covers},
    {"& <person> når/mens/imens hvem", who_covers},
    {"& <person> leder som hvem har", people_of_leader},
    {"& <person> {leader}/under/refererer/overordnet", leader_of_person},
    {"& min/mit/jeg {leader} "
     "hvem/hvad/hvilken/hedder/navn/navnet/find/vis/kontakt/fat/ringe/skrive/finde/nummer",
     leader_of_person, "person=me"},
    {"& <person> {staff}", people_of_leader},
    {"& <person> opgaven/ansvaret få/får/have/overtage/tildel*/giv*/give", task_assign},
    {"& <person> er/fange/træffe/møder/kommer "
     "arbejde/ferie/kontoret/kontor/tilbage/jeg/væk/fri/hjemme/job/inde/her/der/fredag/mandag/tirsdag/onsdag/"
     "torsdag/dag",
     availability},
    {"& <person> laver/arbejder/arbejde/beskæftiger/{tasks}/ansvar/sidder/hva/hvad", tasks_of_person},
    {"& <person> {phone}", tasks_of_person, "want=phone"},
    {"& <person> {mail}", tasks_of_person, "want=mail"},
    {"& jeg ansvar*/opgaver/opgaveark/sat hvad/hvilke", tasks_of_person, "person=me"},
    {"& <unit> alle/{staff} vis/liste/list", people_of_leader},
    {"& <unit> {leader}", leader_of_unit},
    {"& hvad/hvilke/er mine/jeg netværk/grupper", my_networks},
    {"& <network> ud/slettet/forlade/forlader/fjernet/udmeldt/udmelde/afmeld*/udtræde*", network_leave},
    {"& <network> luk*/nedlæg*/afslut*/opløs*", network_close},
    {"& <network> indkald*/inviter*/mødeindkaldelse*", gathering_create},
    {"& <network> opret*/stift*/start*/etabler*/danne", network_create},
    {"& <network> mig/jeg/vi ind/med/medlem/tilføj*/skriv*/tilmeld*/deltage", network_join},
    {"& *netværket/*netværkets/*gruppen hvem/deltager*/medlem*/udgør/sidder", network_members},
    {"& {meet} aflys*/dropper/droppes/drop/annuller*", gathering_cancel},
    {"& {meet} flyt*/ryk*/udskyd*/udskudt/skub*/omberam*", gathering_move},
    {"& {meet}/mødelokale "
     "indkald*/opret*/planlæg*/holder/book*/arranger*/inviter*/indkaldelse*/mødeindkaldelse*",
     gathering_create},
    {"& {meet} hvem/mange kommer/deltager/med/tilmeldt*", rsvp_status},
    {"& {meet} hvornår/hvor/klokken/tid/dato", gathering_info},
    {"& svar*/tilmeld*/dem/mangler* ryk*/puf/prik*/skub*/rykker*/påmind*/mind*", rsvp_nudge},
    {"& svar*/besvarelse*/tilbagemelding* saml*/opsummer*/resume*/opsamling*", report_answers},
    {"& svar/svaret/svarene/svarende/tilmelding*/afbud hvem/hvor/hvordan/status/nogen/går", rsvp_status},
    {"& {messages} ikke/ingen/stop*/sluk*/gider/fri/stille/fred", mute},
    {"& {messages} sæt/lav/send/opret/mind*/husk*", reminder_set},
    {"& mig/os mindes/minde/mind/huske/påmindes", reminder_set},
    {"& mig/mine slet*/fjern*/glem* data/oplysninger/alt/persondata", privacy_delete},
    {"& mig du/i har/ved/gemmer/gemt/registreret om hvad/data/oplysninger", privacy_export},
    {"& opgaver/kataloget uden/huller/besat/ubesat*/mangler ansvarlig*/kataloget/ejer/person/besat",
     gap_report},
    {"& opgave*/kataloget ny/nye/tilføj*/opret*/mangler", task_add},
    {"& ugentlig*/månedlig*/daglig* {overview}/status/mail/mails", digest_subscribe},
};

}  // namespace

std::span<const PatternRow> cues() {
  return rows;
}

}  // namespace handlers::understanding::danish
