#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"jeg/vi har ?lige/nu/netop/også overtaget/arvet/overdraget/overtager <task> efter/fra <person:from>",
     task_transfer, "to=me"},
    {"jeg/vi har ?lige/nu/netop/også fået ?overdraget <task> efter <person:from>", task_transfer, "to=me"},
    {"jeg/vi har ?lige/nu/netop/også fået overdraget <task> fra <person:from>", task_transfer, "to=me"},
    {"jeg/vi overtager ?nu <task> efter/fra <person:from>", task_transfer, "to=me"},
    {"jeg/vi har ?lige/nu/netop/også overtaget/arvet <task>", task_transfer, "to=me"},
    {"jeg/vi overtager ?nu <task>", task_transfer, "to=me"},
    {"<task> er/ligger ?nu ?gået/flyttet/overgået/overdraget ?over/videre til/hos <person:to> "
     "?nu/fremover/fra ...",
     task_transfer},
    {"<person:to> har ?lige/nu/netop/også overtaget <task> efter/fra <person:from>", task_transfer},
    {"<person:to> har ?lige/nu/netop overtaget <task>", task_transfer},
    {"<person:to> overtager ?nu <task> efter/fra <person:from>", task_transfer},
    {"<person:to> overtager ?nu <task>", task_transfer},
    {"fjern/fjerne/slet/slette/tag mig ?som/som/fra/af/på ?ansvarlig/for/på/fra <task> det/den "
     "er/tager/har/overtager ?nu <person:to> ...",
     task_transfer, "from=me"},
    {"fjern/fjerne/slet/slette/tag mig fra/af/som/på ?ansvarlig ?for/på/fra <task>", task_transfer,
     "from=me"},
    {"giv/giver/ræk/send <task> videre til <person:to>", task_transfer},
    {"overdrag/overdrage/overfør/overføre/flyt/flytte/giv/ræk/send <task> fra <person:from> ?videre/over til "
     "<person:to>",
     task_transfer},
    {"overdrag/overdrage/overfør/overføre/flyt/flytte ?mine/min/opgaven/ansvaret <task> ?videre/over til "
     "<person:to>",
     task_transfer},
    {"byt <task> med <person:to>", task_transfer},
    {"jeg har/laver ikke <task> længere/mere det er <person:to>", task_transfer, "from=me"},
    {"jeg har/laver ikke <task> længere/mere", task_transfer, "from=me"},
    {"jeg har/er/laver/arbejder ikke længere/mere ?med/på/ansvarlig ?for <task> ?det er <person:to>",
     task_transfer, "from=me"},
    {"jeg har/laver ikke <task> længere/mere det er <person:to>", task_transfer, "from=me"},
    {"jeg har/laver ikke <task> længere/mere", task_transfer, "from=me"},
    {"jeg har/er/laver/arbejder ikke længere/mere ?med/på/ansvarlig ?for/med <task>", task_transfer,
     "from=me"},
    {"jeg afgiver/afleverer/giver <task> ?videre ?fra til <person:to>", task_transfer, "from=me"},
    {"tildel/tildele/uddeleger/uddelegere/delegér/deleger/giv/udpeg ?opgaven/ansvaret ?med/for <task> til "
     "<person>",
     task_assign},
    {"tildel/tildele/giv <person> ?opgaven/ansvaret/opgaverne ?med/for/om <task>", task_assign},
    {"sæt/sætte/gør/gøre/udpeg/skriv/registrer <person> ?på/som/til/ind ?på/som/ansvarlig/tovholder "
     "?på/for/til <task>",
     task_assign},
    {"<person> skal/bør ?nu have/overtage/være/tage ?ansvarlig/ansvaret/opgaven ?for/med <task>",
     task_assign},
    {"<person> får/tager ansvaret/opgaven for/med <task>", task_assign},
    {"^ ?jeg ?har ?fået ?en ny/nye opgave/opgaver <task>", task_add, "person=me"},
    {"opgaven <task> mangler ?i/på ?kataloget/listen", task_add},
    {"abonner/abonnere/abonnér/tilmeld/tilmelde/abonnement ?mig ?på/til ?på ?den/det/en/et "
     "?ugentlige/månedlige/daglige {overview} <text>",
     digest_subscribe},
    {"abonner/abonnere/abonnér/tilmeld/tilmelde/abonnement ... {overview}", digest_subscribe},
    {"afmeld/afmelde/frameld/opsig/stop ?mig ?fra/på ?den/det ?ugentlige/månedlige/daglige {overview} ...",
     digest_subscribe, "off=yes"},
    {"send/sende/få/modtage/have/give/giv ?mig/os/jeg ?gerne ?have/få ?en/et/den ?kort "
     "ugentlig*/månedlig*/daglig*/fast {overview} ?<text>",
     digest_subscribe},
    {"send/sende/få/modtage/have/give/giv ?mig/os/jeg ?gerne ?have/få ?en/et/den ?kort {overview} ... "
     "hver/ugentlig*/månedlig* ?<text>",
     digest_subscribe},
    {"^ ?få ?jeg ?vil/kan ?gerne ?have/få ugentlig*/månedlig*/daglig* {overview}/status ...",
     digest_subscribe},
    {"{overview} hver mandag/tirsdag/onsdag/torsdag/fredag/uge/måned/dag/morgen", digest_subscribe},
    {"status ?på ... hver mandag/fredag/uge/måned", digest_subscribe},
    {"hvilke/vis/liste/list/find/se/giv ?mig ?alle/en ?over ... opgaver ... "
     "uden/mangler/ubesat*/ubekræft*/forældreløs*/ledige ...",
     gap_report},
    {"opgaver/opgaverne ?er/der/som ?er/har uden/ingen ?en "
     "ansvarlig*/ejer/person/tovholder/medarbejder/vikar/stedfortræder ...",
     gap_report},
    {"hvilke/hvor ?mange opgaver mangler/er/har ?vi ?ikke ?en/blevet/ingen "
     "ansvarlig/bekræftet/ubekræftede/ubesatte/ejer/opdateret/ledige/person/nogen ...",
     gap_report},
    {"ubesatte/ubekræftede/ledige/forældreløse/herreløse opgaver ...", gap_report},
    {"huller/mangler i/ved kataloget/opgavekataloget/opgaverne ...", gap_report},
    {"hvad mangler ?der i kataloget/opgavekataloget ...", gap_report},
    {"opgaver ?som/der ingen/ikke har/er ?ansvaret/taget/nogen/bekræftet ...", gap_report},
    {"hvilke/hvor ?mange opgaver har ingen/ikke ...", gap_report},
    {"hvem har ikke bekræftet/opdateret ?sine/deres/deres opgaver/ansvarsområder ...", gap_report},
    {"tilføj/tilføje/opret/oprette/registrer/registrere/indsæt ?en/den ?ny/nye ?ekstra "
     "opgave/opgaven/opgaver/ansvarsområde ?med/om/til/på/i/kataloget ?navnet <task>",
     task_add},
    {"ny/nyt opgave/ansvarsområde ?i/til/på ?kataloget <task>", task_add},
    {"sæt/skriv/registrer/tilføj mig på/som/til/ind ?på/som ?ansvarlig ?for/på/til <task>", task_add,
     "person=me"},
    {"tilføj/tilføje/føj <task> på/til/i ?mig/mit/min/mine/kataloget/opgavekataloget "
     "?som/opgaveliste/opgaver/liste/navn/opgaveark",
     task_add, "person=me"},
    {"sæt/skriv/put <task> på/til/i mig/mit/min/mine/kataloget/opgavekataloget "
     "?som/opgaveliste/opgaver/liste/navn/opgaveark",
     task_add, "person=me"},
    {"^ ?kan ?du tilføj/tilføje/registrer <task> som/til opgave/kataloget ...", task_add},
    {"tilføj/tilføje/opret <task> som ?en ny opgave", task_add},
    {"der/kataloget mangler en/opgaven opgave ?om/med/der <task>", task_add},
    {"der/kataloget mangler opgaven <task>", task_add},
    {"kataloget mangler <task>", task_add},
    {"jeg har ?også/nu fået/ansvaret/ansvar ?for <task> ?som ?ny opgave/nu/fremover", task_add, "person=me"},
    {"jeg har også/nu ?også fået <task>", task_add, "person=me"},
    {"jeg mangler ?at ?få ?en/opgaven <task> på/i mit/min/kataloget/opgavekataloget ?opgaveark/liste",
     task_add, "person=me"},
    {"bekræft/bekræfte/bekræfter/godkend/godkender ?alle/mine/mit/min/at/hermed ?mine/mit/alle/min/stadig "
     "opgaver/opgave/ansvarsområder/opgaveliste/opgaveark/registreringer ...",
     task_confirm},
    {"^ ?ja jeg har stadig/fortsat ?ansvaret/opgaven ?for/med <task>", task_confirm},
    {"mine opgaver/ansvarsområder/oplysninger er/stemmer/passer ?alle "
     "?stadig/fint/ajour/rigtige/opdateret/korrekte ...",
     task_confirm},
    {"mit opgaveark er/stemmer/passer ?stadig/fint/ajour/rigtigt/opdateret/korrekt ...", task_confirm},
    {"^ ?ja alt stemmer/passer ?stadig/fint $", task_confirm},
    {"^ ?det ?er ?forkert ?at <person> har/laver ikke <task> længere/mere ...", task_report_wrong},
    {"<person> har/laver ikke <task> længere/mere ...", task_report_wrong},
    {"^ ?det ?er ?forkert ?at <person> har/laver/arbejder/er/sidder/står ?jo ikke ?længere/mere/jo "
     "?med/på/for <task> ?længere/mere",
     task_report_wrong},
    {"<person> har/laver/arbejder/er/sidder/står ?jo ikke ?jo længere/mere/jo ?med/på/for/ansvarlig ?for/med "
     "<task>",
     task_report_wrong},
    {"det er ikke <person> der/som har/laver/er/tager/står/sidder ?med/for/ansvarlig/sig ?for/af <task>",
     task_report_wrong},
    {"<person> er ?den forkert/forkerte ...", task_report_wrong},
    {"<person> er ikke ?den rette/rigtige/ansvarlig/ansvarlige ?person ?til/for <task>", task_report_wrong},
    {"kortet/svaret er/var ?altså/desværre/jo/da ?en forkert*/fejl/ikke/forældet/galt "
     "?rigtig/rigtigt/korrekt/ham/hende/mig/person <task>",
     task_report_wrong},
    {"det/den er/var ?altså/desværre/jo/da ?en forkert*/fejl/ikke/forældet/galt "
     "rigtig/rigtigt/korrekt/ham/hende/mig/person <task>",
     task_report_wrong},
    {"kortet/svaret er/var ?altså/desværre/jo/da ?en forkert*/fejl/forældet/galt", task_report_wrong},
    {"det/den er/var ?altså/desværre/jo/da ?en forkert*/fejl/forældet/galt $", task_report_wrong},
    {"det/den er/var ?altså/desværre/jo ikke ?den rigtig/rigtigt/rigtige/korrekt/ham/hende/mig ?person $",
     task_report_wrong},
    {"^ ?nej/næ/øh ?helt/det/svaret forkert/galt $$", task_report_wrong},
    {"det passer/stemmer ikke ?rigtigt/længere/mere ...", task_report_wrong},
    {"forkert/forkerte person/svar/medarbejder/oplysning*/nummer/kollega/navn ...", task_report_wrong},
    {"der er ?vist ?en fejl i/ved/på kataloget/kortet/svaret/opgaven ...", task_report_wrong},
    {"der er ?vist ?en fejl $", task_report_wrong},
    {"fejl i kataloget/opgavekataloget ...", task_report_wrong},
    {"kataloget er/tager forkert/fejl ...", task_report_wrong},
};

}  // namespace

std::span<const PatternRow> catalogue() {
  return rows;
}

}  // namespace handlers::understanding::danish
