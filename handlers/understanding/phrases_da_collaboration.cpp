#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // gatherings
    {"speeddating*/speed-dating/speeddate*/makkerpar/pairing/speednetværk*/makkermatch*/lynmøder "
     "?til/på/for/i/med <text>",
     pairing_plan},
    {"speeddating*/speed-dating/speeddate*/makkerpar/pairing/speednetværk*/lynmøder ...", pairing_plan},
    {"speed dating/dates/date ?til/på/for/i/med <text>", pairing_plan},
    {"lav/planlæg/dan/fordel/del/bland/sammensæt ?dem/os/folk/alle/deltagerne ?ind ?i ?nye/tilfældige "
     "1*/2*/3*/4*/5*/6*/7*/8*/9*/to/tre/fire/fem/seks par/grupper/runder/borde/makkere/hold ?<text>",
     pairing_plan},
    {"lav/planlæg/dan/fordel/del/bland/sammensæt ?dem/os/folk/alle/deltagerne ?ind ?op/ud ?i/på "
     "?nye/tilfældige/blandede/små par/runder/grupper/borde/makkere/hold ?til/af/på/med/tværs/for ?<text>",
     pairing_plan},
    {"par/parre/match deltagerne/folk/os/dem/alle ?op ...", pairing_plan},
    {"planlæg ?runderne/speeddating/parrene om ?runderne/speeddating $", pairing_plan, "again=yes"},
    {"hvem skal mødes/snakke/sidde/tale ?med hvem", pairing_plan},
    {"træk/trække/tilbagekald/tilbagekalde invitation*/indkaldelse* ?tilbage <text>", gathering_cancel},
    {"træk/trække/tilbagekald/tilbagekalde invitation*/indkaldelse* ?tilbage", gathering_cancel},
    {"aflys/aflyse/annuller/annullér/annullere/aflyser <text>", gathering_cancel},
    {"slet/fjern/drop ?vores/det/den/næste/dagens/fredagens/torsdagens/mandagens/tirsdagens/onsdagens {meet} "
     "<text>",
     gathering_cancel},
    {"slet/fjern/drop ?vores/det/den/næste/dagens/fredagens/torsdagens/mandagens {meet}", gathering_cancel},
    {"{meet} er/bliver/skal aflyst/aflyses/droppes ?alligevel <text>", gathering_cancel},
    {"{meet} ?på/i ?mandag/tirsdag/onsdag/torsdag/fredag/morgen er/bliver/skal ?være aflyst/aflyses/droppes",
     gathering_cancel},
    {"^ ?kan/vil ?du lav/lave/gør/gøre/skab/giv ?der plads til 1*/2*/3*/4*/5*/6*/7*/8*/9* "
     "?deltagere/personer/mand/mennesker/i ?alt $$",
     gathering_move},
    {"flyt/flytte ?opgaven/ansvaret <task> til <person:to>", task_transfer},
    {"flyt/flytte/flytter/ryk/rykke/udskyd/udskyde/udsæt/udsætte/fremryk/fremrykke/omplanlæg/omberam/ændr/"
     "ændre/skyd/skub "
     "?vores/det/den/næste/tidspunktet/tiden/datoen/lokalet/stedet ?for/på/til ?næste "
     "?fredagens/torsdagens/mandagens/onsdagens/tirsdagens {meet}/gangen/gang/netværk*/*netværkets ?møde "
     "<text>",
     gathering_move},
    {"flyt/flytte/ryk/rykke/udskyd/udskyde/udsæt/udsætte/skub/skyd det/den/dem ?hele/lige "
     "?en/et/to/ud/frem/tilbage "
     "til/en/et/to/frem/tilbage/uge/dag/time/timer/dage <text>",
     gathering_move},
    {"{meet} er/bliver/skal ?til/på/være ?i/mandag/tirsdag/onsdag/torsdag/fredag "
     "?mandag/tirsdag/onsdag/torsdag/fredag ?er/bliver/skal flyttet/flyttes/udskudt/rykkes/udskydes ?til "
     "<text>",
     gathering_move},
    {"kan/skal/må vi ?ikke/lige tage/holde/have det/mødet/plenum ?i ?stedet/hellere/senere/dagen <text>",
     gathering_move},
    {"flyt/udskyd/omberam/omplanlæg <text>", gathering_move},
    {"indkald/indkalde/indkalder/inviter/invitere/inviterer <text>", gathering_create},
    {"opret/oprette/planlæg/planlægge/book/booke/arranger/arrangere/lav/lave/sæt/sætte/start/aftal/aftale/"
     "find/læg/reserver/kald ?til ?os/mig/gerne/lige ?et/en ?tid/dato "
     "?nyt/ny/næste/fælles/ekstra/hurtigt/kort/fysisk/digitalt ?til/for ?et/en {meet} ?op/ind <text>",
     gathering_create},
    {"opret/oprette/planlæg/planlægge/book/booke/arranger/arrangere/lav/lave/sæt/sætte/start/aftal/aftale "
     "?os/mig/gerne/lige ?et/en ?nyt/ny/næste/fælles/ekstra {meet} ?op $",
     gathering_create},
    {"^ ?jeg ?vil ?gerne hold/holde/afhold/afholde/aftal/aftale ?et/en ?kort/hurtigt {meet} med <text>",
     gathering_create},
    {"^ hver/hvert/hveranden/hverandet ... mødes ... $$", gathering_create},
    {"^ <network> mødes ?fast hver/hvert/hveranden/hverandet <text>", gathering_create},
    {"^ nyt/ny/nye {meet} ?i/for/med/om <text>", gathering_create},
    {"vi/jeg skal/vil/bør ?gerne ?snart/lige ?have/holde/planlagt/indkaldt ?et/en ?planlagt/nyt/ny/indkaldt "
     "{meet} <text>",
     gathering_create},
    {"^ ?og/men hvor er/holdes/ligger/foregår/afholdes/bliver det ?henne/nu ?så $$", gathering_info},
    {"^ ?og/men hvornår er/holdes/starter/begynder det ?nu ?så $$", gathering_info},
    {"hvilket/hvilken lokale/dag/dato er/har {meet}/vi ...", gathering_info},
    {"hvornår/hvor/hvad/hvilken ?tid/dag/lokale/dato/adresse "
     "?er/holdes/ligger/mødes/afholdes/starter/begynder/slutter/foregår/skal/har/holder/bliver ?vi/der/jeg "
     "?holdes/holde/være/have/til ?det/vores/den/næste/mit/nu ?næste/kommende {meet} ...",
     gathering_info},
    {"hvornår/hvor er/holdes/ligger/mødes/afholdes/starter/foregår ... {meet}/plenum*/*netværk*/*gruppe*",
     gathering_info},
    {"hvad/hvordan er/bliver/ser dagsorden*/dagsordenen/programmet/planen ...", gathering_info},
    {"hvad skal/står ?der ?vi ?på/drøfte/tale/snakke/igennem/om ?om ?på/til dagsorden*/{meet} ...",
     gathering_info},
    {"hvad er ?der på dagsorden* ...", gathering_info},
    {"*dagsorden*/referat*/program*/deltagere/materiale*/bilag* ?til/fra/for/på ... "
     "{meet}/plenum*/netværk*/*netværk*/gang",
     gathering_info},
    {"^ ?vis ?mig ?næste/kommende/det {meet} ?i/for/med ?næste <network>", gathering_info},
    {"^ ?vis ?mig ?hvornår ?er næste/kommende {meet}/gang $", gathering_info},
    {"hvornår mødes/ses/samles vi ...", gathering_info},
    {"hvornår mødes/ses/samles <network>", gathering_info},
    {"hvornår skal vi mødes/ses ...", gathering_info},
    {"hvilke møder/arrangementer/samlinger/aftaler/invitationer/indkaldelser har/er/kommer ?der/jeg/vi ...",
     gathering_info},
    {"hvad/hvor er jeg/vi inviteret/indkaldt ?til ...", gathering_info},
    {"mine/vores/kommende møder/arrangementer/samlinger/invitationer ...", gathering_info},
    {"er/bliver/holdes/afholdes ?der ?det/vores {meet} ?på/i/aflyst/flyttet/stadig/til ...", gathering_info},
    {"er der ?noget/et/en ?planlagt {meet} ...", gathering_info},
    {"^ hvad har jeg/vi i kalenderen ...", gathering_info},
    {"spring/springer ?vi {meet} ... over", gathering_cancel},
    {"hvem er referent/ordstyrer/mødeleder/referenten/ordstyreren ...", gathering_info},
    {"hvornår/senest skal/er ?jeg/vi ?senest svare/svarfrist/fristen/svarfristen/tilmeldingsfristen/tilmelde "
     "...",
     gathering_info},

    // networks
    {"ret/ændr/skift/opdater/sæt formål/formålet for/med/i/på/af <network> til <text>", network_create,
     "want=purpose"},
    {"ret/ændr/skift/opdater/sæt ?det ?faste mødested/mødestedet for/i/på/af <network> til <text>",
     network_create, "want=place"},
    {"gør/lav <network> lukket/lukkede/privat", network_create, "want=closed"},
    {"gør/lav <network> åbent/åben/offentligt ?for ?alle", network_create, "want=open"},
    {"brug ikke ?længere/mere denne/dette/den/her ?her kanal/kanalen/chat/gruppechat/tråd ?længere/mere "
     "til/for/som/i <network>",
     network_create, "want=unbind"},
    // English, but "stop <network>" below would take it for closing.
    {"stop using this channel/chat/thread/group for/in/as ?the <network>", network_create, "want=unbind"},
    {"fjern/frigør/slip/løsn ?denne/dette/den ?her kanal/kanalen/chat/chatten/gruppechat fra/for <network>",
     network_create, "want=unbind"},
    {"gør/sæt/udpeg <person> til/som ?ny/nye tovholder/tovholderen/koordinator for/i/på/af <network>",
     network_create, "want=coordinator"},
    {"<person> overtager/bliver ?ny/nye/som tovholder/tovholderen for/i/på/af <network>", network_create,
     "want=coordinator"},
    {"<person> overtager <network>", network_create, "want=coordinator"},
    {"gør/sæt/udpeg <person> til/som ?ny/nye afløser/efterfølger/stedfortræder ?for/i/på/af ?tovholderen "
     "for/i/på/af <network>",
     network_create, "want=successor"},
    {"brug/bind/knyt/tilknyt denne/dette/den/her ?her kanal/kanalen/chat/gruppechat/tråd til/for/som/i "
     "<network>",
     network_create, "want=bind"},
    {"bind/knyt/tilknyt <network> til denne/dette/den/her ?her kanal/kanalen/chat/gruppechat/tråd",
     network_create, "want=bind"},
    {"tilføj/sæt/skriv/tag/optag alle ... mærket/mærkede ... til/i/på/som ... <network>", network_join},
    {"tilføj/sæt/skriv/tag/meld/optag <person> og ... til/i/på <network>", network_join},
    {"fjern/tag/slet/meld/afmeld <person> ... fra/af <network>", network_leave},
    {"meld/melde/tag/tage/skriv/skrive/slet/fjern/tagge mig/os ?helt ud/væk ?af/fra/i <task:network>",
     network_leave},
    {"afmeld/afmelde/frameld/framelde/fjern/fjerne/slet/slette/tag/tage mig/os ?ud ?af/fra <network>",
     network_leave},
    {"jeg melder/trækker mig ud/væk ?af/fra <network>", network_leave},
    {"forlad/forlade/udmeld/udmelde ?mig ?af/fra <network>", network_leave},
    {"jeg vil/skal/ønsker ?gerne ?at ?være/melde/trække/træde ?mig ud/udmeldes/udtræde/stoppe/forlade ?med "
     "?at ?være ?med/medlem ?af/i/fra <network>",
     network_leave},
    {"jeg er/vil/skal ikke ?længere/mere ?være ?med/medlem i/af <network>", network_leave},
    {"udmeldelse/udmelding af/fra <network>", network_leave},
    {"luk/lukke/nedlæg/nedlægge/stop/stoppe/slet/slette/afslut/afslutte/opløs/opløse/ophæv/ophæve "
     "?det/den/hele/vores/ned ?gamle {net} <text>",
     network_close},
    {"luk/lukke/nedlæg/nedlægge/stop/stoppe/slet/slette/afslut/afslutte/opløs/opløse/ophæv "
     "?det/den/hele/vores/ned ?gamle <network>",
     network_close},
    {"{net} skal/kan/bør lukkes/nedlægges/stoppes/afsluttes", network_close},
    {"<network> skal/kan/bør/er lukkes/nedlægges/stoppes/afsluttes/lukket", network_close},
    {"opret/oprette/lav/lave/start/starte/etabler/etablere/registrer/registrere/dan/danne/stift/stifte "
     "?os/gerne/op ?et/en ?nyt/ny/uformelt/formelt/fagligt/tværgående/lukket/åbent "
     "?uformelt/formelt/fagligt/tværgående/lukket/åbent {net} ?for/om/der/som/med/til/på/kaldet/ved <text>",
     network_create},
    {"opret/oprette/lav/lave/start/starte/etabler/etablere/registrer/registrere/dan/danne ?et/en "
     "?nyt/ny/uformelt/formelt/fagligt {net}",
     network_create},
    {"^ nyt/ny netværk/gruppe ?for/om/med <text>", network_create},
    {"hvilke/hvad/vis/se/list/liste ?over ?mig ?for ?alle ?nogle ?kommunens netværk/grupper "
     "findes/er/har/i/kommunen ?der ?vi/kommunen",
     my_networks, "scope=all"},
    {"^ ?vis/se/list/liste/oversigt ?over ?mig alle/kommunens/samtlige netværk/grupper", my_networks,
     "scope=all"},
    {"findes der ?et/nogle/nogen *netværk* ...", my_networks, "scope=all"},
    {"mine/vores/mit netværk/grupper/netværker/netværksgrupper/medlemskaber $", my_networks},
    {"hvilke/hvad/hvor ?for/mange ?nogle netværk/grupper er/sidder/deltager/står ?med/jeg/vi jeg/med/i/vi/på "
     "...",
     my_networks},
    {"er jeg ?med/medlem ?i/af/med ?et/nogle/nogen netværk/grupper", my_networks},
    {"netværk/grupper ?som/der/hvor jeg er ?med/medlem ?i/af", my_networks},
    {"hvem er/bliver ?ny tovholder*/koordinator*/formand/formanden/netværkskoordinator*/ansvarlig "
     "?for/på/i/af <network>",
     network_members, "want=coordinator"},
    {"hvem leder/koordinerer/styrer/driver <network>", network_members, "want=coordinator"},
    {"hvem ?der er/sidder/deltager/indgår ?alt/der/nu ?med/medlem*/deltager* i/af/på/til <network>",
     network_members},
    {"hvem har/er vi/der ?med i <network>", network_members},
    {"hvilke/hvor ?mange medlemmer/deltagere/personer/kolleger er/har/sidder/hører ?der/vi ?i <network> ...",
     network_members},
    {"hvor mange er/sidder/deltager ?der/vi ?med i <network>", network_members},
    {"hvilke/hvor ?mange medlemmer/deltagere har <network>", network_members},
    {"<network> medlemmer/medlemsliste/deltagere", network_members},
    {"er <person> ?med/medlem i/af <network>", network_members},
    {"meld/melde/tilmeld/tilmelde/tilføj/tilføje/skriv/skrive/sæt/sætte/få/tag/indmeld/put mig/os "
     "?med/ind/til/op ?i/til/på/af/som ?medlem/listen ?i/af/til <network>",
     network_join},
    {"tilmeld/tilføj/tilføje/skriv/sæt/meld <person> ?med/ind/til/op ?i/til/på/af/som ?medlem/listen "
     "?i/af/til <network>",
     network_join},
    {"meld/melde/skriv/skrive mig/os ?lige ind ?i/til <task:network>", network_join},
    {"jeg/vi/må/kan vil/kunne/jeg/ønsker/skal ?godt/jeg ?gerne/også ?jeg ?at ?være/blive/komme/melde ?mig "
     "med/medlem/del/ind/deltage/tilmeldes/tilføjes/optages/meldes ?ind ?i/af/til <network>",
     network_join},
    {"indmeldelse/optagelse/medlemskab i/af <network>", network_join},
    {"bliv/blive medlem ?i/af <network>", network_join},
    {"deltag/deltage i <network>", network_join},
};

}  // namespace

std::span<const PatternRow> collaboration() {
  return rows;
}

}  // namespace handlers::understanding::danish
