#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // messages that are wanted again, or less wanted
    {"hvad/hvilke ?{messages} har jeg slået/sat fra/på ...", mute, "want=list"},
    {"vis/list/se/hvilke/hvad ?er ?mig ?alle mine/vores/jeg påmindelse*/huskeseddel/reminders ...",
     reminder_set, "want=list"},
    {"hvilke påmindelse* har/venter ?jeg ...", reminder_set, "want=list"},
    {"slet/fjern/fortryd/annuller/aflys/drop ?min/mine/alle/den/sidste ?mine påmindelse*/reminder* "
     "?om/på/til "
     "<text>",
     reminder_set, "want=delete"},
    {"slet/fjern/fortryd/annuller/aflys/drop ?min/mine/alle/den/sidste ?mine påmindelse*/reminder*",
     reminder_set, "want=delete"},
    {"slå/sæt/tænd/start/genoptag ?alle/mine/for {messages} ?til/igen/på igen/til", mute, "off=yes"},
    {"genoptag/start {messages}", mute, "off=yes"},
    {"^ ?kan/vil ?du vær/være stille/tavs/tyst ?<text>", mute},
    {"ophæv/fjern/stop lydløs/pausen/pause/mute", mute, "off=yes"},
    {"stop/stoppe/stands/afmeld/afbryd/sluk/pause/pauser/blokér/undgå/slip ?for ?med ?at ?sende ?mig "
     "?alle/for/mine/dine/flere/de {messages} ?fra ?dig <text>",
     mute},
    {"stop/stoppe/stands/afmeld/sluk/pause/undgå/slippe ?for ?med ?at ?sende ?mig "
     "?alle/for/mine/dine/flere/de {messages}",
     mute, "scope=?"},
    {"slå/sæt ?alle/mine/for {messages} fra/af/på ?pause/lydløs <text>", mute},
    {"slå/sæt ?alle/mine/for {messages} fra/af/på ?pause/lydløs", mute, "scope=?"},
    {"^ ?send ingen/ikke ?mig ?flere {messages} <text>", mute},
    {"^ ?send ingen/ikke ?mig ?flere {messages} ?tak", mute, "scope=?"},
    {"vil/ønsker ikke/ingen ?have/længere/mere/modtage/få ?længere/have/modtage/få ?flere/have {messages} "
     "<text>",
     mute},
    {"vil/ønsker ikke/ingen ?have/længere/mere/modtage/få ?længere/have/modtage/få ?flere/have {messages}",
     mute, "scope=?"},
    {"forstyr/forstyrre ?mig ikke <text>", mute},
    {"ikke forstyrres <text>", mute},
    {"forstyr/forstyrre/forstyrres ?mig ikke", mute, "scope=?"},
    {"ikke forstyr/forstyrres", mute, "scope=?"},
    {"ro for/fra dig/botten/{messages} ...", mute},
    {"lad mig være ?i/med ?fred <text>", mute},
    {"lad mig være ?i ?fred", mute, "scope=?"},
    {"mute/mut/lydløs/snooze ?alle/mig/dig/botten <text>", mute},
    {"^ mute/lydløs/snooze/stop $", mute, "scope=?"},
    {"hold/ti stille/mund ?indtil/til ...", mute},
    {"^ jeg har/holder ferie/fri/orlov ... ?så ingen/ikke/uden {messages}", mute},

    // reminders
    {"ryk/rykke/rykker/prik/skub/pres/pirk/opfordr ?lige dem/alle/folk/deltager*/de/til/resten/manglende/for "
     "...",
     rsvp_nudge},
    {"send/sende ?lige ?en/et ?venlig rykker/påmindelse/puf ?ud til dem/de/alle/resten/deltagerne ?som/der "
     "...",
     rsvp_nudge},
    {"giv/give dem/alle/resten/deltagerne ... puf/praj/prik", rsvp_nudge},
    {"^ ?kan ?du ?lige ?vil rykke/ryk $", rsvp_nudge},
    {"ryk de ?sidste/manglende/andre ...", rsvp_nudge},
    {"send/sende ?lige ?en/et rykker/rykkere/rykkermail/venlig ?påmindelse ?til "
     "?dem/de/alle/resten/deltagerne ...",
     rsvp_nudge},
    {"mind/minde/påmind/påminde/spørg/spørge/hør/kontakt/skriv ?til ?igen dem/alle/de/resten/deltagerne "
     "?igen ?om/som/der ... mangler/svare/svaret/svar/tilmeldt/tilbagemelding",
     rsvp_nudge},
    {"mind/minde/mindes/husk/huske/påmind/påminde/adviser/notificer ?lige mig/os/hende/ham/holdet/gruppen "
     "?lige/da ?om/på <text>",
     reminder_set},
    {"mind/minde/påmind/påminde <person> ?om/på <text>", reminder_set},
    {"jeg vil ?gerne mindes/påmindes ?om/på <text>", reminder_set},
    {"mind/minde/husk/påmind/påminde mig/os", reminder_set},
    {"sig/giv/skriv/ping ?lige ?mig/os besked/til/lyd/praj/et ?mig/os/praj "
     "når/om/i/kl/klokken/på/inden/den/imorgen <text>",
     reminder_set},
    {"^ husk ?at/lige <text>", reminder_set},
    {"^ påmindelse ?om/til/på <text>", reminder_set},
    {"jeg skal ?lige huske/mindes ?på/om ?at <text>", reminder_set},
    {"send/sæt/lav/opret/flyt/vent/udskyd/stil/læg/giv/bestil ... påmindelse*/reminder*/alarm*/huskeseddel "
     "?om/på/til/for <text>",
     reminder_set},
    {"send/sæt/lav/opret/flyt/vent/udskyd/stil/læg/giv/bestil ... påmindelse*/reminder*/alarm*/huskeseddel",
     reminder_set},
    {"send/sæt/lav/opret/flyt ... rykker* ... før/efter/dage", reminder_set},
    {"ring/skriv/mail/kontakt ?til/op <person> ?i/på/om/kl/klokken "
     "imorgen/morgen/overmorgen/mandag/tirsdag/onsdag/torsdag/fredag/lørdag/søndag/1*/2*/7*/8*/9* ...",
     reminder_set, "call=yes"},

    // answers to invitations and who has given them
    {"medlemmer*/deltagere/medlemsliste*/deltagerliste*/folkene i/af/til/for/over <network>",
     network_members},
    {"hvem/hvilke har/er ?der ?så ?stadig/endnu/fortsat ikke ?endnu/engang ?fået "
     "svaret/meldt/tilmeldt/reageret/responderet/tilkendegivet/givet ?endnu/tilbage/sig/på",
     rsvp_status, "filter=missing"},
    {"hvem mangler ?vi ?stadig/endnu ?at svare/tilmelde/melde/reagere/give", rsvp_status, "filter=missing"},
    {"hvem mangler ?vi/jeg ?stadig/endnu ?at ?på/få svar*/tilmelding* ?fra", rsvp_status, "filter=missing"},
    {"^ hvem mangler ?endnu/stadig/vi/jeg $", rsvp_status, "filter=missing"},
    {"hvem ?er/har ?der skylder/mangler ?stadig svar/tilbagemelding", rsvp_status, "filter=missing"},
    {"?hvor mange/hvem mangler ?vi ?stadig/endnu ?at/svar/på ?svare/svar", rsvp_status, "filter=missing"},
    {"hvem har vi ?endnu ?stadig ikke hørt ?fra", rsvp_status, "filter=missing"},
    {"hvem har ?alt ?der svaret/meldt/takket/sagt/tilkendegivet ?ja/nej/sig/afbud/til/på/fra/måske",
     rsvp_status},
    {"hvem har tilmeldt sig ?til/på/mødet/plenum ...", rsvp_status},
    {"hvem er tilmeldt/forhindret/forhindrede/tilmeldte/inviteret/inviterede ...", rsvp_status},
    {"?hvor mange/hvem ?er kommer/deltager/møder ?der ?op ?med ?til/på/i ?det/den/vores/næste "
     "{meet}/gang/torsdag/fredag/mandag/tirsdag/onsdag",
     rsvp_status},
    {"^ hvem/hvor ?mange kommer/deltager ?der ?vi $", rsvp_status},
    {"^ hvem er/står ?der på venteliste/ventelisten ?til ?mødet/plenum $", rsvp_status},
    {"^ hvem/hvor ?mange kommer/deltager ?der ?på/til/i {when} ...", rsvp_status},
    {"hvor mange ?er/har ?der har/er svaret/tilmeldt/meldt/tilmeldte/sagt/takket ...", rsvp_status},
    {"hvor mange svar/tilmeldinger/tilmeldte/afbud/deltagere er/har ?der/vi/jeg ...", rsvp_status},
    {"svar/svarene/tilmeldinger/tilmeldingerne/deltagerliste/deltagerlisten/deltagerne ?på/til/fra ?mødet "
     "som/i ?en/et csv/csvfil/fil/regneark/excel/excelark",
     rsvp_status, "want=file"},
    {"status på/for/over svar*/tilmelding*/invitation*/deltager*/{meet}", rsvp_status},
    {"deltagerliste*/tilmeldingsliste*/svarstatus/tilmeldingsstatus/svaroversigt* ...", rsvp_status},
    {"vis/se/list/liste ?over ?alle svar*/tilmeld*/afbud/deltager* ?til/på/over {meet} ...", rsvp_status},
    {"hvordan ser tilmeldingerne/svarene/deltagerlisten ud", rsvp_status},
    {"^ ?ja ?tak/da jeg/vi kommer/deltager/er/dukker/møder ?gerne/med/på/der/klar/op/helt/også $", rsvp,
     "answer=yes"},
    {"^ ja tak ?jeg/til ?vil/kommer/deltager ?gerne ?mødet/plenum/invitationen/med/komme $", rsvp,
     "answer=yes"},
    {"jeg takker/siger/svarer ?desværre nej ?tak", rsvp, "answer=no"},
    {"^ ?nej/desværre/øv jeg/vi kan/kommer ?desværre/alligevel ikke ?alligevel/komme/deltage/til/nå/være "
     "?komme/deltage/med/det/mødet/med",
     rsvp, "answer=no"},
    {"^ ?nej/desværre ?jeg deltager/kommer ?desværre ?alligevel ?desværre ikke ...", rsvp, "answer=no"},
    {"^ nej tak ?jeg/til ?kommer/deltager/kan/mødet/plenum/invitationen ?ikke $", rsvp, "answer=no"},
    {"^ jeg er/bliver ?desværre forhindret ...", rsvp, "answer=no"},
    {"^ jeg når/må ?det ?sige ikke/nej ?denne ?gang $", rsvp, "answer=no"},
    {"^ ?nej det kan jeg ?desværre ikke $", rsvp, "answer=no"},
    {"^ jeg kan ?desværre ikke den dag $", rsvp, "answer=no"},
    {"^ ?desværre ikke muligt/mulighed for ?mig ?at ?komme/deltage", rsvp, "answer=no"},
    {"^ kan ?desværre ikke ?komme/deltage/være ?med ?alligevel $", rsvp, "answer=no"},
    {"^ ?jeg måske ?kommer/deltager ?jeg ?ikke $", rsvp, "answer=maybe"},
    {"^ jeg kommer/deltager ?nok måske $", rsvp, "answer=maybe"},
    {"jeg er ikke sikker/helt ?på ?jeg/om kan/kommer/jeg ...", rsvp, "answer=maybe"},
    {"jeg ved ikke/endnu ?endnu/ikke om jeg kommer/kan/deltager/når", rsvp, "answer=maybe"},
    {"sæt/skriv/noter mig som/til måske", rsvp, "answer=maybe"},
    {"^ ?jeg ?vil/må/bliver ?nødt/til/desværre ?til ?at melder/må/melde ?desværre ?melde afbud/fra/framelde "
     "...",
     rsvp, "answer=no"},
    {"melde/melder afbud ?for ?mig ...", rsvp, "answer=no"},
    {"^ afbud ?fra/for/herfra/til ?mig ...", rsvp, "answer=no"},
    {"meld/sæt/skriv/noter ?mig som/på ikke/fraværende/afbud/nej ...", rsvp, "answer=no"},
    {"meld/melde ?mig afbud/fra ?for/til ?mig ...", rsvp, "answer=no"},
    {"frameld/framelde mig ?fra/til {meet}", rsvp, "answer=no"},
    {"^ frameld mig $", rsvp, "answer=no"},
    {"^ ?ja jeg er på/med/klar $", rsvp, "answer=yes"},
    {"^ ?ja ?i/du ?kan ?godt/roligt regn/regne med mig $", rsvp, "answer=yes"},
    {"^ jeg/vi kommer/deltager ?gerne/med/på/til {meet}", rsvp, "answer=yes"},
    {"^ ?ja ?tak/da jeg/vi kommer/deltager/møder/dukker ?gerne/også/alligevel ?gerne/alligevel ?med/op "
     "?på/i/til {when} ...",
     rsvp, "answer=yes"},
    {"^ ?ja ?tak jeg/vi er/kan ?også/godt/sagtens ?med/være ?med ?på/i/til {when} ...", rsvp, "answer=yes"},
    {"^ jeg/vi vil ?meget/rigtig gerne ?komme/deltage/være ?med ?på/i/til {when} ...", rsvp, "answer=yes"},
    {"^ ja ?tak til ?det {meet} ...", rsvp, "answer=yes"},
    {"^ nej ?tak til ?det {meet} ...", rsvp, "answer=no"},
    {"^ jeg vil/kan/skal ?gerne/godt komme/deltage/med/være ?med/der $", rsvp, "answer=yes"},
    {"^ jeg vil ?rigtig gerne med/deltage/komme ?med i/til {meet}", rsvp, "answer=yes"},
    {"jeg takker/siger/svarer ja ?tak", rsvp, "answer=yes"},
    {"^ meld mig på/til $", rsvp, "answer=yes"},
    {"meld/sæt/skriv/noter mig ?som/på kommer/deltager/ja/deltagende ?til/på/listen ...", rsvp, "answer=yes"},
    {"tilmeld/tilmelde/meld mig ?til/på ?det/den/næste/i/torsdagens/fredagens {meet} ...", rsvp,
     "answer=yes"},
    {"^ tilmeld mig $", rsvp, "answer=yes"},

    // gatherings
    {"saml/samle/opsummer/opsummere/vis/sammenfat/træk/indsaml/udtræk ?lige ?op/på ?alle/mig "
     "svar/svarene/besvarelse*/tilbagemelding*/feedback* ?ud ?fra/til/på/i ?<text>",
     report_answers},
    {"lav/send/skriv/giv ?mig ?en/et "
     "opsamling*/evaluering*/opsummering*/afrapportering*/sammenfatning*/svaroversigt ?på/af/fra/til/over "
     "{meet}/svar*/plenum*/gang/netværk*/runder* ...",
     report_answers},
    {"^ opsamling*/afrapportering*/evaluering*/sammenfatning* ?på/af/fra/til ...", report_answers},
    {"hvad svarede/sagde/skrev folk/de/deltagerne/gruppen ...", report_answers},
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
    {"aflys/aflyse/aflyst/annuller/annullér/annullere/aflyser <text>", gathering_cancel},
    {"slet/fjern/drop ?vores/det/den/næste/dagens/fredagens/torsdagens/mandagens/tirsdagens/onsdagens {meet} "
     "<text>",
     gathering_cancel},
    {"slet/fjern/drop ?vores/det/den/næste/dagens/fredagens/torsdagens/mandagens {meet}", gathering_cancel},
    {"{meet} er/bliver/skal aflyst/aflyses/droppes ?alligevel <text>", gathering_cancel},
    {"{meet} ?på/i ?mandag/tirsdag/onsdag/torsdag/fredag/morgen er/bliver/skal ?være aflyst/aflyses/droppes",
     gathering_cancel},
    {"flyt/flytte ?opgaven/ansvaret <task> til <person:to>", task_transfer},
    {"flyt/flytte/flytter/ryk/rykke/udskyd/udskyde/fremryk/fremrykke/omplanlæg/omberam/ændr/ændre/skyd/skub "
     "?vores/det/den/næste/tidspunktet/tiden/datoen/lokalet/stedet ?for/på/til ?næste "
     "?fredagens/torsdagens/mandagens/onsdagens/tirsdagens {meet}/gangen/gang/netværk*/*netværkets ?møde "
     "<text>",
     gathering_move},
    {"flyt/flytte/ryk/rykke/udskyd/udskyde/skub/skyd det/den/dem ?hele/lige ?en/et/to/ud/frem/tilbage "
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
    {"^ <network> mødes ?fast hver/hvert/hveranden/hverandet <text>", gathering_create},
    {"^ nyt/ny/nye {meet} ?i/for/med/om <text>", gathering_create},
    {"vi/jeg skal/vil/bør ?gerne ?snart/lige ?have/holde/planlagt/indkaldt ?et/en ?planlagt/nyt/ny/indkaldt "
     "{meet} <text>",
     gathering_create},
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
    {"hvilke møder/arrangementer/samlinger/aftaler har/er/kommer ?der/jeg/vi ...", gathering_info},
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

    // keeping the catalogue
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
    {"tilføj/tilføje/sæt/skriv/put/føj <task> på/til/i ?mig/mit/min/mine/kataloget/opgavekataloget "
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
    {"det/den/kortet/svaret er/var ?altså/desværre/jo/da ?en forkert*/fejl/ikke/forældet/galt "
     "?rigtig/rigtigt/korrekt/ham/hende/mig/person <task>",
     task_report_wrong},
    {"det/den/kortet/svaret er/var ?altså/desværre/jo/da ?en forkert*/fejl/forældet/galt", task_report_wrong},
    {"det/den er/var ?altså/desværre/jo ikke ?den ?rigtig/rigtigt/rigtige/korrekt/ham/hende/mig ?person $",
     task_report_wrong},
    {"det passer/stemmer ikke ?rigtigt/længere/mere ...", task_report_wrong},
    {"forkert/forkerte person/svar/medarbejder/oplysning*/nummer/kollega/navn ...", task_report_wrong},
    {"der er ?vist ?en fejl/fejl ?i/ved/på ?kataloget ...", task_report_wrong},
    {"fejl i kataloget/opgavekataloget ...", task_report_wrong},
    {"kataloget er/tager forkert/fejl ...", task_report_wrong},
};

}  // namespace

std::span<const PatternRow> collaboration() {
  return rows;
}

}  // namespace handlers::understanding::danish
