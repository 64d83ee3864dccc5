#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"^ farvel/ses ?weekend/ferie/aften/jul/påske/nytår/sommer/fyraften ?senere/igen $", thanks},
    {"^ god/glædelig weekend/ferie/aften/jul/påske/nytår/sommer/fyraften $", thanks},
    {"^ vi ses ?i/på/senere ?morgen/mandag $", thanks},
    {"hav/ha/have ?du/i en god/dejlig/rigtig/fortsat/super ?god/dejlig dag/weekend/aften/ferie/uge ...",
     thanks},
    {"tak/takker ?skal/så/mange ?du/meget/tusind ?have for ...", thanks},
    // What those get who are elected is public.
    {"hvor meget får/tjener/betales ?en/et/vores "
     "borgmester/borgmesteren/viceborgmester*/byrådsmedlem*/politiker*/udvalgsformand* ...",
     find_person, "task=vederlag unsure=yes"},
    {"hvad får/tjener ?en/et/vores "
     "borgmester/borgmesteren/viceborgmester*/byrådsmedlem*/politiker*/udvalgsformand* ?i/om "
     "løn/vederlag/året/måneden",
     find_person, "task=vederlag unsure=yes"},
    {"hvad tjener ?en/et/vores "
     "borgmester/borgmesteren/viceborgmester*/byrådsmedlem*/politiker*/udvalgsformand* $",
     find_person, "task=vederlag unsure=yes"},
    {"hvad/hvor ?høj/stor er borgmesterens/politikernes/byrådsmedlemmernes løn/lønnen/vederlag", find_person,
     "task=vederlag unsure=yes"},
    // private matters: refused before anything else is read into the question
    {"hvem svarer/arbejder/laver/er/klarer ?den/de ?mindst/langsomst/dårligst "
     "langsomst/dårligst/mindst/dovneste/dårligste/langsomste ...",
     sensitive_refuse, "want=ranking"},
    {"hvem/hvilken/hvilke ?medarbejder/kollega/medarbejdere/kolleger svarer/bekræfter/opdaterer ?altid "
     "langsomst/hurtigst/sidst/dårligst/sjældnest/bedst ...",
     sensitive_refuse, "want=ranking"},
    {"hvem/hvilken/hvilke ?medarbejder/kollega/medarbejdere/kolleger har/er ?de/der "
     "flest/færrest/mest/fleste/bedst/dårligst/langsomst/hurtigst/værst "
     "?ubekræftede/forældede/ubesvarede/til/at "
     "ubekræftede/forældede/bekræftede/ubesvarede/manglende/opgaver/bekræfte/svare/poster/bekræftelser ...",
     sensitive_refuse, "want=ranking"},
    {"rank/ranger/rangér/rangordn/rangordne/ranglist/rangliste ...", sensitive_refuse, "want=ranking"},
    {"^ ?vis/lav ?mig ?en topliste/bundliste ...", sensitive_refuse, "want=ranking"},
    {"<person> privat*/personlige/hemmelige "
     "?mobil*/nummer*/telefon*/tlf/adresse*/mail*/liv/oplysninger/forhold",
     sensitive_refuse},
    {"privat*/personlige/hemmelige mobil*/nummer*/telefon*/tlf/adresse*/mail*/oplysninger/forhold ... "
     "<person>",
     sensitive_refuse},
    {"{private} ... <person>", sensitive_refuse},
    {"<person> {private}/{secret}", sensitive_refuse},
    {"cpr*/personnummer*/hjemmeadresse*/fødselsdag*/fødselsdato* ?på/for/til <person>", sensitive_refuse},
    {"er/bliver <person> ?blevet/blev ?stadig/mon/måske/også/igen/nu ?langtids {sick}", sensitive_refuse,
     "want=presence"},
    {"^ er/bliver/var <someone> ?blevet/blev ?lidt/meget/ofte/stadig/mon/måske ?langtids {ill}/syg",
     sensitive_refuse},
    {"er/bliver/var <person> ?blevet/blev ?lidt/meget/ofte/stadig/mon/måske {ill}", sensitive_refuse},
    {"^ er/bliver/var <someone> ?blevet sagt op", sensitive_refuse},
    {"er han/hun ?blevet/stadig/måske {ill}", sensitive_refuse},
    {"er <someone> medlem af ?en/et fagforening*/parti*/kirke*", sensitive_refuse},
    {"hvilken/hvilket fagforening/parti/religion/tro/kirke er/har/stemmer/tilhører <someone> ?medlem "
     "?i/af/på",
     sensitive_refuse},
    {"hvad/hvem stemmer/tror <someone> ?på", sensitive_refuse},
    {"hvorfor er/blev/bliver/har/kommer/gik <someone> ?ikke/så/altid/mon "
     "syg*/væk/fraværende/hjemme/sygemeldt/{ill}/stoppet/sagt/fri/orlov/her/arbejde/på/flyttet/gået",
     sensitive_refuse, "want=presence"},
    {"hvad fejler/vejer/tjener/lider <someone>", sensitive_refuse},
    {"hvor meget tjener/vejer/drikker/får/skylder <someone>", sensitive_refuse},
    {"hvor gammel/gamle er/bliver <someone>", sensitive_refuse},
    {"hvor bor <someone>", sensitive_refuse},
    {"hvad hedder <person> kone/mand/kæreste/børn/datter/søn", sensitive_refuse},
    {"hvornår har <someone> fødselsdag", sensitive_refuse},
    {"hvornår fylder <someone>", sensitive_refuse},
    {"har <someone> ?en/et ?mange {secret}/{ill}/barn", sensitive_refuse},
    {"{secret} for/til/på/hos/af <someone>", sensitive_refuse},
    {"hvad er <someone> {secret}", sensitive_refuse},
    {"hvad får/har <person> i løn", sensitive_refuse},
    {"hvad får <someone> i løn", sensitive_refuse},
    {"hvor meget ... løn ... <someone>", sensitive_refuse},
    {"min/mit/vores chefs/leders/kollegas/kollega/chef {secret}/{private}", sensitive_refuse},
    {"^ hvem er ?alt/lige/mon ?lige ?nu "
     "syg/syge/sygemeldt/sygemeldte/gravid/gravide/fyret/opsagt/langtidssyg ...",
     sensitive_refuse},
    {"hvem har/får ?den ?haft mest/fleste/flest/højeste/højest/mindst sygefravær/sygedage/fravær/løn/barns",
     sensitive_refuse},
    {"hvem bliver/er/skal ?blevet/der fyret/afskediget/opsagt/fyres/afskediges", sensitive_refuse},
    {"hvem af/i ... er syg/sygemeldt/gravid", sensitive_refuse},
    {"liste/oversigt ?over ?alle syge/sygemeldte/gravide medarbejdere/kolleger/ansatte", sensitive_refuse},

    // our own data
    {"slet/slette/fjern/fjerne/glem/glemme ?alle/alt/alting ?af mine/min ?egne/personlige "
     "data/oplysninger/historik/persondata/personoplysninger/samtaler/samtale/beskeder/spørgsmål/chat/"
     "søgninger",
     privacy_delete},
    {"slet/slette/fjern/fjerne/glem/glemme ?alt/alting ?det/hvad ?du/i ?har/ved ?gemt/registreret ?om/på mig "
     "$",
     privacy_delete},
    {"slet/slettet/fjernet/glem/glemt mig ?helt ?i/fra/af ?systemet/alt $", privacy_delete},
    {"få/have/vil/kan mine data/oplysninger/persondata ?blive slettet/fjernet", privacy_delete},
    {"slet/slette/fjern/fjerne/slettet/fjernet ?alle ?mine alt/data/oplysninger/det ... om mig",
     privacy_delete},
    {"have/få/fået slettet/fjernet ?alle/alt ?mine/min "
     "data/oplysninger/historik/persondata/personoplysninger",
     privacy_delete},
    {"^ jeg vil ?gerne slettes/glemmes $", privacy_delete},
    {"ret/retten til at blive glemt", privacy_delete},
    {"mine data/oplysninger skal/må slettes/fjernes", privacy_delete},
    {"hvad/hvilke/hvilket ?data/oplysninger/information* "
     "har/gemmer/ved/registrerer/opbevarer/husker/logger/lagrer du/i/botten/systemet/indgang "
     "?så/egentlig/gemt/registreret/liggende/noteret/logget ?om/på mig",
     privacy_export},
    {"hvad er/bliver/ligger ?der gemt/registreret/noteret/lagret/logget ?om/på mig", privacy_export},
    {"hvad står/ligger der om mig", privacy_export},
    {"hvilke/hvad ?for ?nogle data/oplysninger/persondata/personoplysninger ... om mig", privacy_export},
    {"gemmer/har/husker du noget/data/oplysninger/information* om mig", privacy_export},
    {"gemmer du mine/hvad beskeder/spørgsmål/samtaler/data/oplysninger/jeg", privacy_export},
    {"eksporter/udlever/udtræk/hent/vis/se/download/send/få/give/giv ?mig/en/et/udtræk/kopi ?af/over ?alle "
     "mine data/oplysninger/persondata/personoplysninger",
     privacy_export},
    {"kopi/udskrift/udtræk/oversigt af/over ?alle mine data/oplysninger/persondata/personoplysninger",
     privacy_export},
    {"indsigt i mine data/oplysninger/persondata/personoplysninger", privacy_export},
    {"dataudtræk/registerindsigt/indsigtsanmodning", privacy_export},
    {"alt/alle/det ?data/oplysninger/hvad du/i har/ved ?gemt/liggende om mig", privacy_export},

    // what is no matter of ours
    {"vejret/vejrudsigt/vejrudsigten/vejrudsigter/dmi", out_of_domain},
    {"hvordan/hvad bliver/er vejr*", out_of_domain},
    {"hvem har/styrer/bestemmer/laver/ordner/leverer vejret/vejrudsigten ...", out_of_domain},
    {"det til at sne/regne/blæse/tordne/fryse/storme", out_of_domain},
    {"^ ?hvornår sner/regner/blæser/stormer/fryser/tordner det ?ikke/meget/i/på ...", out_of_domain},
    {"^ bliver/får det/der/vi ?mon ?godt/dårligt/meget sne/regn/solskin/sol/koldt/varmt/hedebølge/*vejr ...",
     out_of_domain},
    {"^ hvor varmt/koldt er/bliver det", out_of_domain},
    {"hold kæft/bøtte ...", out_of_domain},
    {"tage/have/brug/bruge ?for paraply/regntøj/solcreme/regnjakke ...", out_of_domain},
    {"joke/vittighed/vits/jokes/vittigheder/vitser/morsom/gåde/limerick ...", out_of_domain},
    {"fortæl/fortælle/skriv/digt/syng ?mig/os ?en/et/noget "
     "historie/digt/sang/godnathistorie/eventyr/sjovt/sjov ...",
     out_of_domain},
    {"hvad er klokken/klokkken/meningen/hovedstaden/kvadratroden/pi/bitcoin/kærlighed ...", out_of_domain},
    {"hvad er hovedstad*/formlen/opskriften ...", out_of_domain},
    {"hvad er 1*/2*/3*/4*/5*/6*/7*/8*/9* ?plus/minus/gange/divideret/x 1*/2*/3*/4*/5*/6*/7*/8*/9*",
     out_of_domain},
    {"lukker/åbner/åbent netto/bilka/rema/føtex/lidl/aldi", out_of_domain},
    {"hvem vandt/vinder/spiller/scorede/opfandt/myrdede/opdagede/dræbte ...", out_of_domain},
    {"hvem har/blev ?lige ?har vundet/verdensmester/mester/valgt "
     "?valget/kampen/mesterskabet/løbet/finalen/cup*/fodboldkampen/kommunalvalget/folketingsvalget/guld* $",
     out_of_domain},
    {"hvem er/var ?danmarks/usas/norges/sveriges/englands/verdens "
     "statsminister*/præsident*/konge/kongen/dronning*/rigeste/stærkeste ...",
     out_of_domain},
    {"^ hvordan har/går du/det ?det ?i/med ?dag/dig $", out_of_domain},
    {"^ hvad så ?du/der/bot $", out_of_domain},
    {"^ kan du ?godt lide ...", out_of_domain},
    {"^ elsker/hader du ...", out_of_domain},
    {"^ elsker/hader/kan du ?lide mig/kaffe/pizza/musik/hunde/katte/fodbold/at ...", out_of_domain},
    {"^ jeg elsker/hader/savner dig ...", out_of_domain},
    {"^ er du ?en/et robot/menneske/ai/kunstig/bot/klog/dum/gift/glad/ked/sur/sulten/rigtig/levende ...",
     out_of_domain},
    {"^ ?hvor hvornår er/kommer du ?født/gammel/fra ...", out_of_domain},
    {"^ hvor gammel er du", out_of_domain},
    {"opskrift/opskriften på", out_of_domain},
    {"hvad skal vi/jeg/man ?have/spise/lave ?at/til ?spise frokost/aftensmad/morgenmad/aften/middag/dessert "
     "...",
     out_of_domain},
    {"hvad skal vi/jeg/man/du ?have ?at spise ...", out_of_domain},
    {"hvad er der til/på frokost/kantinen/menuen ...", out_of_domain},
    {"dagens ret/menu/horoskop/vits ...", out_of_domain},
    {"^ ?kan ?du oversæt/oversætte ... til engelsk/dansk/tysk/fransk/spansk/svensk", out_of_domain},
    {"lottotal/horoskop/vinderen/fodboldkampen/fodboldresultat/superligaen/champions/melodigrandprix/netflix/"
     "aktier/aktiekurser/bitcoin ...",
     out_of_domain},
    {"^ ?kan ?du skriv/skrive/lav/lave ?mig/et/en ?et/en digt/essay/tale/sang/stil/vits/python*/kode ...",
     out_of_domain},
    {"^ hvad betyder/synes/tænker/mener/tror du ...", out_of_domain},
    {"^ hvad/hvem er din/dit/dine yndlings*/favorit*/navn/mor/far ...", out_of_domain},
    {"spil/afspil ?noget musik/sang/radio ...", out_of_domain},
    {"bestil ?en/et/noget pizza/sushi/burger ...", out_of_domain},
};

}  // namespace

std::span<const PatternRow> private_matters() {
  return rows;
}

}  // namespace handlers::understanding::danish
