#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // who covers, for oneself
    {"hvem {covers} ?så ?ind ?for mig ?<text:when>", who_covers, "person=me"},
    {"hvem ?skal/kan/der/vil ?så/der "
     "træder/tager/springer/hopper/rykker/går/stiller/træde/tage/springe/hoppe/rykke/"
     "gå/stille/dække/vikariere/står/stå ?ind/over/til/op ?i ?stedet for mig ?<text:when>",
     who_covers, "person=me"},
    {"hvem er/bliver/har ?jeg ?så ?som min/mit {cover} ?<text:when>", who_covers, "person=me"},
    {"^ har/får jeg ?så ?en/nogen {cover} ?<text:when>", who_covers, "person=me"},
    {"hvem har jeg som {cover} ?<text:when>", who_covers, "person=me"},
    {"^ ?vis min {cover} ?<text:when> $", who_covers, "person=me"},
    {"{cover} for/til/på mig ?<text:when>", who_covers, "person=me"},
    {"{cover} for/til/på mine/min/mit {tasks}/sager/sagerne/arbejde/stilling/job ?<text:when>", who_covers,
     "person=me"},
    {"hvem/nogen/kollega/kollegaen/kolleger/anden/andre/vikar/vikaren/afløser "
     "?skal/kan/vil/der/til/må/bør/kunne "
     "?så/at/kan/der "
     "{covers}/overtage/tager/tage/have/får/få/laver/lave/klarer/klare/ordner/ordne/løser/løse/"
     "besvarer/besvare/varetage ?over ?på ?sig ?af mine/mit/min "
     "{tasks}/sager/sagerne/sag/arbejde/arbejdet/telefon/telefonen/mails/mail/post/bord/ting/område/funktion/"
     "vagt/vagter "
     "?<text:when>",
     who_covers, "person=me"},
    {"hvem ?skal/kan/må jeg ?så ?kan/skal overlade/aflevere/give/overdrage/uddelegere/videregive/stille "
     "mine/min/mit "
     "{tasks}/sager/arbejde/telefon/mails ?om/videre ?til ?<text:when>",
     who_covers, "person=me"},

    // who covers
    {"{cover} for/til/på/efter <person> ?<text:when>", who_covers},
    {"hvem er/bliver/var <person> {cover}", who_covers},
    {"^ <person> {cover} $", who_covers},
    {"hvem {covers}/stedfortræder/vikar ?så ?ind ?for/hos <person> ?<text:when>", who_covers},
    {"hvem ?er/skal/kan/der tager/træder/springer/hopper/rykker/står/stiller/sidder/tage/træde/springe/dække "
     "?der ?ind/over/til/i ?for/fra/efter/stedet ?for ?når/mens <person> ?<text:when>",
     who_covers},
    {"hvem tager/besvarer/passer/svarer/åbner/ordner ?på <person> "
     "opgaver/telefon/telefonen/sager/mail/mails/post/bord/arbejde ?<text:when>",
     who_covers},
    {"hvem overtager/tager/dækker/gør/passer/ordner ?over ?det/opgaverne/sagerne/tingene når/mens/hvis/imens "
     "<person> ...",
     who_covers},
    {"når/mens/hvis/imens/nu <person> ?ikke/jo er/har/holder ?ikke "
     "væk/syg/ferie/på/ikke/fri/orlov/barsel/til/her/fraværende/inde/der/ude/hjemme/svarer ...",
     who_covers},
    {"hvem ... i stedet for <person> ?<text:when>", who_covers},
    {"hvem ... på <person> vegne", who_covers},
    {"hvem er på for <person> ?<text:when>", who_covers},
    {"hvem går/fungerer/agerer/er ?det/der ?så ?ind ?som <person> {cover}", who_covers},
    {"hvem har/tager <person> opgaver/sager/telefon/arbejde ?<text:when>", who_covers},
    {"har <person> ?en/et {cover}", who_covers},
    {"hvem har <person> ?som ?en {cover}", who_covers},
    {"hvem {covers}/tager/har ?så ?for <task> ?på/i/om ?næste/denne {day} ?<text:when>", who_covers},
    {"hvem dækker/dække/vikarierer ?så ?for <task> ?på/i/om {when} ?<text:when>", who_covers},
    {"hvem vikarierer/vikar ?for/på <task>", who_covers},
    {"hvem er {cover} for/på/til/i <task>", who_covers},
    {"{cover} for/på/til <task>", who_covers},
    {"^ ?og/men hvem er/bliver ?så/det/der ?så/der {cover} $", who_covers},
    {"^ og/men hvem dækker/afløser/vikarierer ?så ?ind ?så $", who_covers},

    // who is at work
    {"^ er <person> ?mon/så ?her/på/i/til/der/gået/ude/at/fri/hjemme ?... {work}/{when}", availability},
    {"hvornår/hvilken/hvilke ?dag/dage er/kommer/møder/kan/træffer/arbejder/fanger/har/holder ?jeg/man/vi "
     "<person> ?så ?være/træffes/fanges/tilbage/igen/ind/på/hjem/hjemme/bedst/ferie/fri/arbejde ...",
     availability},
    {"hvor længe er <person> ?væk/fraværende/ferie/på/fri ...", availability},
    {"hvor er <person> ?henne ?{when}/i/på ...", availability},
    {"kan/må jeg/man/vi få/fange/træffe/møde/nå/ringe/komme ?fat/forbi/til ?i/på/til/hos/ind <person> "
     "i/på/nu/idag/imorgen/om/mandag/tirsdag/onsdag/torsdag/fredag/til ...",
     availability},
    {"har/holder/tager <person> ?mon ?vinter/sommer "
     "ferie/fri/orlov/fridag/hjemmearbejde/hjemmearbejdsdag/afspadsering/vagt ...",
     availability},
    {"arbejder/møder/kommer <person> ?mon ?ikke ?ind/hjemme/hjemmefra/også "
     "i/på/om/idag/imorgen/mandag/tirsdag/onsdag/torsdag/fredag/hjemme/hjemmefra/arbejde/kontoret ...",
     availability},
    {"kommer <person> ?snart ?tilbage/igen/hjem ?<text:when>", availability},
    {"<person> fravær/kalender/ferie/arbejdstid/arbejdstider/mødetid/tilstedeværelse ?<text:when>",
     availability},
    {"^ er <person> {when} ...", availability},
    {"fraværende/væk/tilgængelig/ledig <person> ?<text:when>", availability},

    {"^ hvem/hvilke ?er af/i/blandt mine/mit/min/vores ?{staff}/afdeling/enhed er ?ikke ?alt/på "
     "væk/fraværende/ferie/orlov/her/ude/arbejde ?i/på/om ?<text:when>",
     availability, "person=me want=staff"},
    {"^ hvem er ?alt/der væk/fraværende/ude ?på/i ?ferie/orlov/dag i/af/blandt mine/mit/min/vores "
     "?{staff}/afdeling/enhed ?i/på/om ?<text:when>",
     availability, "person=me want=staff"},
    {"^ er ?der nogen/nogle af mine ?{staff} væk/fraværende ?i/på/om ?<text:when>", availability,
     "person=me want=staff"},
    {"^ ?og jeg er/bliver ?desværre væk/bortrejst/fraværende ?på/i/fra/den/om/til/hele {when}/1*/2*/3* ... "
     "$$",
     availability, "person=me want=told"},
    {"^ ?og jeg holder/har/tager/skal/er ?på ferie/fri/orlov/sommerferie/vinterferie/efterårsferie "
     "?på/i/fra/den/om/til/hele {when}/1*/2*/3* ... $$",
     availability, "person=me want=told"},
    {"^ hvem er ?alt/der ?ikke væk/fraværende ?i/på/idag/lige ...", availability},
    {"^ hvem er ?alt/der ?ikke på ferie/arbejde/kontoret/orlov/kursus ...", availability},

    // leaders
    {"hvem er ?så min/vores ?egen ?nærmeste/øverste/daglige {leader}", leader_of_person, "person=me"},
    {"hvem har jeg som ?nærmeste {leader}", leader_of_person, "person=me"},
    {"hvem hører/refererer/rapporterer/er/arbejder/sorterer jeg ?til/under/for", leader_of_person,
     "person=me"},
    {"hvem bestemmer over mig", leader_of_person, "person=me"},
    {"hvem er jeg ?ansat under", leader_of_person, "person=me"},
    {"^ ?hvad ?hedder ?vis min/mit ?egen/nærmeste {leader} ?navn $", leader_of_person, "person=me"},
    {"hvad hedder min ?nærmeste {leader}", leader_of_person, "person=me"},
    {"hvem er mine {staff}", people_of_leader, "person=me"},
    {"hvem er jeg {leader} for", people_of_leader, "person=me"},
    {"^ ?vis mine {staff} $", people_of_leader, "person=me"},
    {"hvem refererer til mig", people_of_leader, "person=me"},
    {"hvem har jeg under mig", people_of_leader, "person=me"},
    {"hvem er <person> {leader} for", people_of_leader},
    {"hvem ?der er/hedder/bliver ?så/mon <person> ?nærmeste/øverste/egen/daglige {leader}", leader_of_person},
    {"hvad hedder <person> ?nærmeste {leader}", leader_of_person},
    {"hvem ?der er ?så/mon ?nærmeste/øverste {leader} for/til/af/over <person>", leader_of_person},
    {"hvem har <person> ?som ?sin/nærmeste {leader}", leader_of_person},
    {"hvem refererer/hører/rapporterer/sorterer/arbejder <person> ?ind til/under/for", leader_of_person},
    {"hvem bestemmer/leder/er ?{leader} over <person>", leader_of_person},
    {"hvem leder <person>", people_of_leader},
    {"^ ?vis <person> ?nærmeste {leader} $", leader_of_person},
    {"^ {leader} for/til/over <person> $", leader_of_person},
    {"hvem er/har <person> ?som {leader} ?for", people_of_leader},
    {"hvem/hvor/hvilke ?er/mange ?har <person> ?har {staff} ...", people_of_leader},
    {"hvilke/hvor ?mange {staff}/ansatte har <person> ?under ...", people_of_leader},
    {"<person> {staff}", people_of_leader},
    {"{staff} ?der under/hos/for/til/refererer ?til <person>", people_of_leader},
    {"hvem arbejder/er/sidder/hører ?ansat/der ?ind under/for/hos <person>", people_of_leader},
    {"hvem refererer/rapporterer ?alt til <person>", people_of_leader},
    {"hvem har <person> under ?sig", people_of_leader},
    {"hvem står i spidsen for <unit>", leader_of_unit},
    {"hvem leder/bestyrer/styrer/bestemmer ?over ?i ?afdelingen/området/enheden/teamet <unit> $",
     leader_of_unit},
    {"hvem ?der er/har/sidder/fungerer ?som ?den/så/mon ?ny/daglige ?nærmeste/øverste/daglig ?ansvaret "
     "{leader}/afdelingsansvarlig ?for/af/i/på/hos/over ?afdelingen/enheden/teamet/hele <unit>",
     leader_of_unit},
    {"{leader} ?for/af/i/på/hos ?afdelingen/enheden/teamet <unit>", leader_of_unit},
    {"hvem er <unit> {leader}", leader_of_unit},
    {"hvad hedder {leader} ?for/af/i/på <unit>", leader_of_unit},
    {"^ <unit> {leader} $", leader_of_unit},
    {"hvem er/hedder ?så ?vores/kommunens/den <title> $", leader_of_unit},
    {"hvad hedder/laver ?vores/kommunens <title> $", leader_of_unit},
    {"^ jeg/vi leder/leter efter ?en/hende/ham ... <person> $", tasks_of_person},

    {"^ hvem er ?vores/den ?daglige {leader} $", leader_of_unit},

    // the people of a unit
    {"hvem/hvilke ?{staff} sidder/arbejder/er/har/findes ?der ?alt/alle/vi ?ansat/ansatte ?{staff} i/på/hos "
     "<unit> $",
     people_of_leader},
    {"hvor mange ?{staff}/mennesker/personer er/sidder/arbejder/har ?der/vi ?{staff} ?ansat i/på/hos <unit> "
     "$",
     people_of_leader},
    {"{staff}/medarbejderliste/personaleliste/telefonliste/kollegerne i/på/hos/for <unit> $",
     people_of_leader},
    {"hvem er {staff}/ansat/folkene i/på/hos <unit> $", people_of_leader},
    {"^ ?vis ?alle ?hele <unit> {staff} $", people_of_leader},
    {"hvem er en/del del af <unit> $", people_of_leader},
    {"hvem har ansvaret for afdelingen/enheden/teamet <unit>", leader_of_unit},
    {"hvem er ?der ?alt med i afdelingen/enheden/teamet <unit> $", people_of_leader},
    {"hvem består <unit> af", people_of_leader},

    // what somebody does
    {"<person> ?direkte {phone}", tasks_of_person, "want=phone"},
    {"{phone} ?på/til/for/hos <person>", tasks_of_person, "want=phone"},
    {"hvad er {phone} ?på/til <person>", tasks_of_person, "want=phone"},
    {"ring/ringe/opkald/kald ?til/op ?til <person> ?op", tasks_of_person, "want=phone"},
    {"<person> ?e {mail}", tasks_of_person, "want=mail"},
    {"{mail} ?på/til/for/hos <person>", tasks_of_person, "want=mail"},
    {"{contact} ?på/til/for/hos <person>", tasks_of_person, "want=contact"},
    {"<person> {contact}", tasks_of_person, "want=contact"},
    {"^ ?kan/vil/jeg/skal ?jeg/du/vil ?gerne/skal ?have kontakt/kontakte/fat/chat/chatte/tale/snakke "
     "?til/med/fat ?i/på/med <person> $",
     tasks_of_person, "want=contact"},
    {"hvordan/hvor kan/kontakter/får/fanger/finder/når/træffer jeg/man/vi ?bedst ?få/finde/kontakte/fange/nå "
     "?fat/kontakt ?i/på/til/med <person>",
     tasks_of_person, "want=contact"},
    {"få/fat/kontakt/have ?fat i/på/med/til <person> $", tasks_of_person, "want=contact"},
    {"^ ?vis/se/hent/find/print/udskriv ?mig/gerne ?hvad ?er mine/mit/min {tasks} ?lige ?nu $",
     tasks_of_person, "person=me"},
    {"vis/se/hent/find/print/udskriv ?mig ?lige mine/mit/min {tasks}", tasks_of_person, "person=me"},
    {"hvad er mine/mit {tasks}", tasks_of_person, "person=me"},
    {"hvad/hvilke ?{tasks} har/laver/står/sidder/er/varetager jeg ?selv "
     "?med/for/på/som/registreret/ansvarlig ?ansvarlig/for/på/med/ansvar ?for $",
     tasks_of_person, "person=me"},
    {"hvad har jeg ansvar/ansvaret for", tasks_of_person, "person=me"},
    {"hvad står der/jeg på mig/for ...", tasks_of_person, "person=me"},
    {"hvad ?ham/hende <person> ?egentlig laver/arbejder/har/står/sidder/tager ?sig/ansvar ?med/for/af",
     tasks_of_person},
    {"hvad bruger/spørger man/jeg/vi <person> til/om", tasks_of_person},
    {"hvad/hvilke laver/arbejder ?ham/hende <person> ?egentlig/så/mon/ellers/helt ?præcis ?med/egentlig",
     tasks_of_person},
    {"hvad/hvilke/hvor ?mange er <person> ?egentlig ?ansvarlig "
     "{tasks}/for/stilling/titel/job/rolle/funktion/afdeling",
     tasks_of_person},
    {"hvad/hvilken/hvor er/sidder/hører/har <person> ?for/i/til/af ?en/slags "
     "?stilling/titel/rolle/funktion/afdeling/henne/kontor/ansat/hjemme/til",
     tasks_of_person},
    {"hvilken/hvad ?for ?en afdeling/enhed/team/kontor/stilling/titel/forvaltning "
     "er/sidder/arbejder/hører/har <person> ?i/til/ansat",
     tasks_of_person},
    {"hvad tager <person> sig ?egentlig af", tasks_of_person},
    {"hvad har <person> ?egentlig ?af ?ansvar/{tasks}/ansvaret ?for/med ?at ?gøre", tasks_of_person},
    {"hvad sidder/står/kører/ordner/bestiller/passer <person> ?egentlig/typisk ?og ?med/for/laver",
     tasks_of_person},
    {"hvad kan <person> hjælpe ?mig/os ?med", tasks_of_person},
    {"hvad kan/skal/må jeg/man/vi ?bruge/spørge/kontakte/gå <person> ?om/til/med", tasks_of_person},
    {"hvor mange ?forskellige {tasks} har/sidder/løser/varetager/står jeg ?selv ?egentlig ?med/for/på",
     tasks_of_person, "person=me count=yes"},
    {"hvor mange ?forskellige {tasks} har/sidder/løser/varetager/laver/passer/står/tager <person> "
     "?egentlig/sig ?med/for/af",
     tasks_of_person, "count=yes"},
    {"hvilke/hvad/hvor ?mange ?for ?nogle {tasks} har/sidder/løser/varetager/laver/passer/står/tager "
     "<person> ?sig ?med/for/af",
     tasks_of_person},
    {"{tasks} for/hos/til/har/løser <person>", tasks_of_person},
    {"vis/list/se/hent/find/print ?mig ?alle <person> ?alle {tasks}", tasks_of_person},
    {"<person> ?alle/andre/øvrige {tasks}", tasks_of_person},
    {"hvem er ?det/egentlig <person> $", tasks_of_person},
    {"kender du ?en <person> $", tasks_of_person},
    {"fortæl ?mig om <person>", tasks_of_person},
    {"har vi/i ?nogen/en ?der hedder <person>", tasks_of_person},
    {"^ ?kan/vil ?jeg/du ?gerne skriv/skrive/maile/send ?en ?mail ?til <person>", tasks_of_person,
     "want=mail"},
    {"^ ?jeg leder/find/søg/søger/slå/vis ?efter/op ?kollega/kollegaen/medarbejderen <person> ?op $",
     tasks_of_person},

    // what is done, whose verb alone is another matter ("logning")
    {"logge/logger/logget ?mig/sig ind/på $", find_person, "task=login"},
    {"log/logge/logger/logget ?mig/sig af/ud $", find_person, "task=login unsure=yes"},
    // a room for so many, and not what clubs get for theirs
    {"lokale/lokaler/mødelokale/sal ?med ?plads til 1*/2*/3*/4*/5*/6*/7*/8*/9* "
     "personer/mennesker/deltagere/gæster/mand/kolleger",
     find_person, "task=leje af lokale"},

    {"^ ?jeg/vi kan/kunne ikke sende/modtage/åbne/læse/få ?mine/nogen/nogle mail/mails/mailen ...",
     find_person, "task=it-support"},
    {"hvem/hvor/hvordan ... at/når/hvis jeg/man er/bliver ?blevet syg $", find_person, "task=sygefravær"},
    {"^ jeg er ?blevet syg ?i/idag ?dag hvem/hvor/hvordan ...", find_person, "task=sygefravær"},
    {"når/hvis jeg/man er/bliver ?blevet syg hvem/hvor/hvordan/hvad ...", find_person, "task=sygefravær"},
    {"melde/melder ?jeg/man/mig/sig syg/rask ?til $", find_person, "task=sygefravær"},
    {"^ jeg/vi er/blev/bliver ?blevet fyret $", find_person, "task=afskedigelse unsure=yes"},

    // about us
    {"^ hjælp/hjælpp/hjæp/help ?mig/menu/tak/please $", help},
    {"^ ?vis menu/menuen/kommandoer/kommandoerne/vejledning/brugsanvisning/manual/eksempler/funktioner ...",
     help},
    {"^ hvad/hvilke kan man/jeg ?alt/så/egentlig/ellers/overhovedet "
     "?hjælpe/bruge/spørge/svare/finde/gøre/bruges ?mig/dig/os ?med/til/om/på/af $",
     help},
    {"hvad/hvilke kan/ved/gør du/botten/indgang ?alt/så/egentlig/ellers/overhovedet "
     "?hjælpe/bruge/spørge/svare/finde/gøre/bruges ?mig/dig/os ?med/til/om/på/af $",
     help},
    {"hvad/hvilke slags/typer/kan spørgsmål/ting/emner kan/kan/jeg du/man/jeg/spørge ?svare/stille/spørge "
     "?dig ?på/om $",
     help},
    {"hvad kan du hjælpe/svare ?mig/os ?med/på", help},
    {"hvad kan jeg/man bruge/spørge dig ?til/om", help},
    {"hvordan virker/fungerer/bruger/gør/spørger ?jeg/man/vi du/dig/det/den/botten/her/indgang/systemet ?her "
     "$",
     help},
    {"^ ?og ?men hvem er/lavede/står/har du/dig/bag/lavet ?egentlig/så/dig $", help},
    {"^ hvad er du/det/indgang ?egentlig/her ?for ?en/noget $", help},
    {"^ hvad hedder/er du/dit/indgang ?navn $", help},
    {"^ jeg har brug for hjælp $", help},
    {"^ ?kan/vil ?du hjælpe/hjælp ?mig/os ?lige ?med ?noget $", help},
    {"^ jeg forstår ikke/det/dig $", help},
    {"^ hvad skal/kan jeg ?så skrive/gøre/spørge ?til ?dig ?om $", help},
    {"kom/komme ?godt i gang $", help},
    {"^ hvordan gør jeg $", help},
    {"hvad er du i stand til ...", help},
    {"giv/vis/kom ?mig ?med ?nogle/et eksempel/eksempler", help},
};

}  // namespace

std::span<const PatternRow> people() {
  return rows;
}

}  // namespace handlers::understanding::danish
