#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {

// Lists of word forms, one blank between. The line breaks are for people only.

const std::string_view link_words =
    "af i på til for om ved med fra under efter og eller mv samt hos over mellem mod uden inden gennem som "
    "den det de ad";

const std::string_view who_words = "hvem hvilken hvilke hvilket";

const std::string_view holding_words = "har haft havde have ligger bor";

const std::string_view asking_words =
    // reaching somebody
    "spørge spørger spørg spørgsmål spørgsmålet spørges forespørgsel forespørgsler forhøre henvende "
    "henvender henvendelse "
    "henvendelsen henvendelser kontakt kontakte kontakter kontaktes kontaktet kontaktperson kontaktpersonen "
    "kontaktpersoner "
    "kontaktoplysninger ring ringe ringer ringes skrive skrives maile mailes snakke snakker tale taler fat "
    "finde finder "
    "leder lede ledte efterlyser efterlyse søger søge mangler behov brug bruge bruger viderestille "
    "viderestiller "
    "viderestilles sende sendes indgang indgangen adressere rådføre sparre sparring "
    // being responsible, working with it
    "ansvar ansvaret ansvarlig ansvarlige ansvarshavende ansvarsområde ansvarsområdet ansvarsområder "
    "hovedansvar "
    "hovedansvaret arbejde arbejder arbejdes sidde sidder sad står stå tager tage tages håndtere håndterer "
    "håndteres "
    "behandle behandler behandles varetage varetager varetages styr styrer styre kører køre klarer klare "
    "ordner ordne ordnes "
    "kender kende kendskab forstand ekspert eksperten eksperter specialist specialisten fagperson "
    "fagpersoner fagpersonen "
    "nøgleperson nøglepersonen tovholder tovholderen hjælpe hjælper hjælp hjælpen svare svarer besvare "
    "besvarer "
    "kollega kollegaen "
    "kolleger kollegaer sagsbehandler sagsbehandleren sagsbehandlere rådgive rådgiver vejlede vejleder "
    "beskæftiger "
    "beskæftige passer passe dækker ejer ejerskab bestyrer administrerer administrere koordinerer koordinere "
    "medarbejder medarbejdere medarbejderen forestår forestå løser løse løses følger udfører udføre "
    "afdeling afdelingen team teamet kontor kontoret enhed enheden forvaltning forvaltningen hører hørt "
    "gøre laver lave "
    "involveret indblik erfaring ind inde";

const std::string_view filler_words =
    // saying and knowing
    "vide ved vidste sig sige siger sagt fortæl fortælle fortæller oplyse oplys oplyser vis vise viser nævne "
    "nævn hedder "
    "hedde kaldes høre hør tal talt snak snakket opringning opkald telefon telefonen røret "
    "videre give giver givet gik går hente kigge kigger skriv skriver skrevet stille stiller få får fik fået "
    "sendt find "
    "kontaktet ringet spurgt spurgte henvendt set ses taget "
    // people and things that are meant by the topic
    "person personen personer folk mand opgave opgaven opgaver opgaverne område området emne emnet sag sagen "
    "sager ting "
    "tingene kommunen kommune kommunalt huset borger borgeren borgere virksomheden ham hende dem "
    "vedkommende nabo "
    "naboen chef chefen kunde kunden angående ang vedrørende vedr omkring forbindelse forhold gjort handler "
    "handle drejer forhånd dreje sender pleje plejer nogensinde netop "
    // manner and politeness
    "gerne gad prøve prøver forsøger forsøge kommer komme kom haster haste hastesag hastende lidt meget "
    "hurtigt hurtig snart "
    "straks aktuel aktuelt nemlig egentlig egentligt sgu ellers bør burde måtte ønsker ønske tror tænker "
    "synes mener usikker "
    "tvivl husker huske glemt helt rigtig rigtige bedst bedste muligt mulig venlig venligst venlige bedes "
    "hilsen mvh vh pft "
    "tak tusind hej hejsa halløj hallo dav davs goddag godmorgen godaften hey heyy heyo yo kære undskyld "
    "forstyrrer sorry hov "
    "nå okay ok super fint dejligt godt god fedt perfekt undrer klager gang sur vred desperat lige bare "
    "heldigvis desværre "
    "akut vigtigt problem problemer problemet ved ud hilsner smil godeftermiddag "
    // time
    "idag imorgen overmorgen igår uge ugen uger måned måneden måneder år året senere tidligere morgen "
    "morgenen aften "
    "aftenen dag dage dagen mandag tirsdag onsdag torsdag fredag lørdag søndag weekend weekenden formiddag "
    "formiddagen "
    "eftermiddag eftermiddagen klokken øjeblik øjeblikket tiden gange normalt typisk formelt officielt "
    "praksis daglig "
    "dagligt ofte altid længere stadig";

namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // private matters: refused before anything else is read into the question
    {"<person> privat* ?mobil/nummer/telefon/adresse/mail", sensitive_refuse},
    {"privat* mobil*/nummer/telefon*/adresse*/mail ... <person>", sensitive_refuse},
    {"privatnummer*/privatadresse*/hjemmeadresse*/cpr*/personnummer* ... <person>", sensitive_refuse},
    {"er/bliver han/hun/vedkommende ?blevet syg/sygemeldt/gravid/sindssyg/skilt/gift/fyret",
     sensitive_refuse},
    {"er/bliver <person> ?blevet syg/sygemeldt/gravid/skilt/gift/fyret", sensitive_refuse},
    {"hvorfor er <person> syg*/væk/fraværende/hjemme/sygemeldt/fyret", sensitive_refuse},
    {"hvad fejler <person>", sensitive_refuse},
    {"hvad tjener <person>", sensitive_refuse},
    {"hvor gammel er <person>", sensitive_refuse},
    {"hvor bor <person>", sensitive_refuse},
    {"løn/lønnen/diagnose*/sygdom* for/til/på/hos <person>", sensitive_refuse},
    {"hvor meget ... løn ... <person>", sensitive_refuse},
    {"hvor meget får <person> i løn", sensitive_refuse},

    // our own data
    {"hvad har du gemt/registreret/liggende ?om mig", privacy_export},
    {"hvad ved/gemmer du om mig", privacy_export},
    {"hvilke data/oplysninger ... om mig", privacy_export},
    {"eksporter/udlever/hent/vis/se ?alle mine data/oplysninger", privacy_export},
    {"slet/fjern/glem ?alle/alt/alting mine/mig/min ?data/oplysninger/historik $", privacy_delete},
    {"slet/fjern/glem alt ... om mig", privacy_delete},

    // messages that are less wanted
    {"stop/stands/afmeld/slå ?alle/for/mine påmindelse*/besked*/notifikation*", mute},
    {"ingen/ikke ?flere påmindelse*/besked*/notifikation*", mute},
    {"forstyr ?mig ikke ...", mute},
    {"mute/lydløs/pause ?alle/mig/beskeder/påmindelser", mute},

    // reminders
    {"mind/minde/mindes/husk/påmind/påminde mig/os/hende/ham ?om/på <text>", reminder_set},
    {"mind/minde/husk/påmind mig/os", reminder_set},
    {"send/sæt/lav/opret/flyt/vent ... påmindelse*", reminder_set},
    {"send/sæt/lav/opret/flyt ... rykker* ... før/efter/dage", reminder_set},

    // answers to invitations and who has given them
    {"hvem har ?stadig/endnu ikke svaret/meldt/tilmeldt ?endnu/tilbage/sig/på", rsvp_status,
     "filter=missing"},
    {"hvem mangler ?stadig/endnu at svare/tilmelde/melde", rsvp_status, "filter=missing"},
    {"hvem mangler ?stadig/endnu ?på svar*/tilmelding*", rsvp_status, "filter=missing"},
    {"hvem har svaret/meldt/tilmeldt/takket ?ja/nej/sig/afbud/til", rsvp_status},
    {"hvor mange/hvem kommer/deltager ?der ?med ?til/på/i møde*/plenum/gang/arrangement*/samling*",
     rsvp_status},
    {"hvor mange har svaret/tilmeldt/meldt", rsvp_status},
    {"status på svar/tilmelding*/invitation*", rsvp_status},
    {"ryk/rykke/rykker/prik/skub dem/alle/folk/deltager*/de/til ...", rsvp_nudge},
    {"send ?en/et rykker/rykkere/rykkermail", rsvp_nudge},
    {"^ ?ja ?tak/da jeg kommer/deltager/er ?gerne/med $", rsvp, "answer=yes"},
    {"^ jeg kan ?desværre/ikke ikke/komme/deltage ?komme/deltage $", rsvp, "answer=no"},
    {"^ ?nej jeg kommer/deltager ?desværre ikke $", rsvp, "answer=no"},
    {"^ måske ?kommer/deltager ?jeg $", rsvp, "answer=maybe"},
    {"jeg melder/må ?melde afbud", rsvp, "answer=no"},
    {"meld mig ?som kommer/deltager", rsvp, "answer=yes"},
    {"tilmeld mig ?til/på ?det/næste/mødet/plenum/møde", rsvp, "answer=yes"},

    // gatherings
    {"speeddating/speeddate*/makkerpar/pairing", pairing_plan},
    {"lav/planlæg par/grupper/runder ?til/af ...", pairing_plan},
    {"saml/opsummer/vis ?alle svar/svarene/besvarelser* ...", report_answers},
    {"lav/send ?en opsamling/evaluering/opsummering ...", report_answers},
    {"aflys/aflyse/aflyst <text>", gathering_cancel},
    {"flyt/ryk/udskyd ?vores/det/næste *møde/*mødet/plenum/*plenum/*samling*/*workshop*/gangen/gang <text>",
     gathering_move},
    {"flyt/ryk/udskyd det/den til <text>", gathering_move},
    {"flyt/udskyd <text>", gathering_move},
    {"indkald/indkalde/inviter/invitere <text>", gathering_create},
    {"opret/planlæg/book/arranger/lav/sæt ?et/en/nyt/ny/næste "
     "*møde/plenum/*plenum/*samling/*workshop/*seminar/gåhjemmøde ?op ... <text>",
     gathering_create},
    {"hvornår/hvor er/holdes/ligger/mødes/afholdes ... *møde*/plenum*/*netværk*/*gruppe*/*samling*/workshop*",
     gathering_info},
    {"hvad er dagsorden*/dagsordenen ... ", gathering_info},
    {"*dagsorden*/referat* ?til/fra/for/på ... *møde*/plenum*/*netværk*", gathering_info},
    {"næste *møde/plenum/*samling ?i/for/med <network>", gathering_info},
    {"hvornår mødes <network>", gathering_info},

    // networks
    {"mine/vores netværk/grupper", my_networks},
    {"hvilke netværk/grupper ?sidder er/deltager/sidder/har jeg", my_networks},
    {"hvilke netværk/grupper er jeg", my_networks},
    {"hvem er/sidder ?med/medlem* i/af <network>", network_members},
    {"medlemmer*/deltager* i/af/til *netværk*/*gruppe*/*gruppen", network_members},
    {"gør/sæt/udpeg <person> til/som ?ny/nye tovholder/tovholderen/koordinator for/i/på/af <network>",
     network_create, "want=coordinator"},
    {"<person> overtager/bliver ?ny/nye/som tovholder for/i/på/af <network>", network_create,
     "want=coordinator"},
    {"<person> overtager <network>", network_create, "want=coordinator"},
    {"gør/sæt/udpeg <person> til/som ?ny/nye afløser/efterfølger/stedfortræder for/i/på/af <network>",
     network_create, "want=successor"},
    {"brug/bind/knyt/tilknyt denne/dette/den/her ?her kanal/kanalen/chat/gruppechat/tråd til/for/som/i "
     "<network>",
     network_create, "want=bind"},
    {"bind/knyt/tilknyt <network> til denne/dette/den/her ?her kanal/kanalen/chat/gruppechat/tråd",
     network_create, "want=bind"},
    {"meld/tag/skriv mig ud ?af/fra <network>", network_leave},
    {"afmeld/fjern/tag/slet mig ?ud ?af/fra <network>", network_leave},
    {"forlad <network>", network_leave},
    {"meld/tilmeld/tilføj/skriv/sæt mig ?ind/til/op ?i/til/på <network>", network_join},
    {"jeg vil ?gerne ?være/ind med/i ?i <network>", network_join},
    {"tilføj/sæt/skriv/tag/optag alle ... mærket/mærkede ... til/i/på/som ... <network>", network_join},
    {"tilføj/sæt/skriv/tag/meld/optag <person> ... til/i/på <network>", network_join},
    {"fjern/tag/slet/meld/afmeld <person> ... fra/af <network>", network_leave},
    {"opret/lav/start/etabler ?et/en ?nyt/ny *netværk*/*gruppe ...", network_create},
    {"luk/nedlæg/stop/slet/afslut ?det/den *netværk*/*gruppe/*gruppen ...", network_close},
    {"luk/nedlæg/afslut <network>", network_close},

    // keeping the catalogue
    {"jeg/vi har overtaget/fået/overdraget <task> efter/fra <person>", task_transfer},
    {"jeg/vi har overtaget <task>", task_transfer},
    {"jeg overtager <task>", task_transfer},
    {"<person> har overtaget <task>", task_transfer},
    {"<person> overtager <task>", task_transfer},
    {"fjern/slet/tag mig fra/af/som <task>", task_transfer},
    {"overdrag/overfør/flyt <task> til <person>", task_transfer},
    {"jeg har ikke længere/mere <task>", task_transfer},
    {"tildel/giv/uddeleger <task> til <person>", task_assign},
    {"tildel/giv <person> <task>", task_assign},
    {"tilføj/opret/registrer ?en/ny/nye opgave/opgaven/opgaver <task>", task_add},
    {"der mangler en opgave ...", task_add},
    {"sæt mig på ?som <task>", task_add},
    {"bekræft/bekræfte/bekræfter ?alle/mine/at mine/alle/min opgaver/opgave/ansvarsområder ...",
     task_confirm},
    {"mine opgaver er/stemmer/passer ?stadig/fint ...", task_confirm},
    {"<person> har/laver/arbejder/er ikke længere/mere ?med/på <task>", task_report_wrong},
    {"det er/var forkert/fejl/ikke ?rigtigt/korrekt ...", task_report_wrong},
    {"det passer/stemmer/er ikke ?rigtigt ...", task_report_wrong},
    {"forkert person/svar/medarbejder/oplysning* ...", task_report_wrong},
    {"der er ?en fejl i ...", task_report_wrong},
    {"hvilke/vis/liste/list/find ... opgaver ... uden/mangler ...", gap_report},
    {"opgaver uden ansvarlig*/ejer/person/tovholder ...", gap_report},
    {"hvilke opgaver mangler/er ?ikke ?en/bekræftet/ubekræftede ...", gap_report},
    {"huller i kataloget ...", gap_report},
    {"abonner/abonnere/tilmeld ... oversigt*/digest/nyhedsbrev*/opsummering*", digest_subscribe},
    {"send mig ?en/et ... oversigt*/opsummering*/digest ... hver/ugentlig*/uge*", digest_subscribe},
    {"ugentlig*/månedlig* oversigt*/opsummering*/digest", digest_subscribe},

    // people
    {"vikar/afløser/stedfortræder/suppleant/backup for/til <person>", who_covers},
    {"hvem er <person> vikar/afløser/stedfortræder/suppleant", who_covers},
    {"hvem dækker/vikarierer/afløser/passer/overtager/erstatter ?ind ?for <person>", who_covers},
    {"hvem tager/træder ?ind/over ?for/fra <person>", who_covers},
    {"hvem tager <person> opgaver/telefon/sager", who_covers},
    {"når/mens <person> er væk/syg/ferie/på/ikke", who_covers},
    {"hvem ... i stedet for <person>", who_covers},
    {"hvem dækker/passer/tager ?for <task> i dag/morgen/øjeblikket/ferien/weekenden/uge ...", who_covers},
    {"hvem dækker/passer/tager ?for <task> nu/idag/imorgen/denne/mens/når ...", who_covers},
    {"hvem vikarierer ?for/på <task>", who_covers},
    {"vikar/afløser/stedfortræder for/på <task>", who_covers},
    {"er <person> ?her/på/i/til/der ... "
     "arbejde/kontoret/inde/her/væk/ferie/stede/ledig/hjemme/tilbage/mødt/orlov/barsel/fri/kursus",
     availability},
    {"hvornår er/kommer/møder <person> ?tilbage/igen/ind/på ...", availability},
    {"kan jeg/man/vi få fat/fange/træffe ?i/på <person> i/nu/dag/morgen", availability},
    {"har <person> ferie/fri/orlov ...", availability},
    {"holder <person> ferie/fri ...", availability},
    {"arbejder <person> i/på dag/morgen/hjemme/mandag/tirsdag/onsdag/torsdag/fredag ...", availability},
    {"hvem er min ?nærmeste leder/chef/afdelingsleder/afdelingschef", leader_of_person, "person=me"},
    {"hvem har jeg som ?nærmeste leder/chef", leader_of_person, "person=me"},
    {"min ?nærmeste leder/chef $", leader_of_person, "person=me"},
    {"hvem er <person> ?nærmeste leder/chef/afdelingsleder/leder", leader_of_person},
    {"hvem er ?nærmeste leder/chef/afdelingsleder/lederen/chefen for/til/af <person>", leader_of_person},
    {"hvem refererer/hører <person> til/under", leader_of_person},
    {"hvem er/har <person> ?som leder/chef ?for", people_of_leader},
    {"hvem er/har <person> medarbejdere/ansatte/folk/team/personale/underordnede/stab ...", people_of_leader},
    {"<person> medarbejdere/ansatte/folk/team/personale", people_of_leader},
    {"medarbejdere/ansatte/folk under/hos/for <person>", people_of_leader},
    {"hvem arbejder/er ansat/under/for/hos ?for/hos/under <person>", people_of_leader},
    {"hvem refererer til <person>", people_of_leader},
    {"hvem er <person> leder/chef for", people_of_leader},
    {"hvem leder/bestyrer ?afdelingen/området/enheden <unit>", leader_of_unit},
    {"leder/leders/lederen/chef/chefen/afdelingsleder/afdelingslederen/teamleder ?for/af/i/på/hos "
     "?afdelingen/enheden/teamet <unit>",
     leader_of_unit},
    {"hvem er <unit> leder/chef/afdelingsleder", leader_of_unit},
    {"hvad/hvilke laver/arbejder <person> ?med", tasks_of_person},
    {"hvad/hvilke er <person> ?ansvarlig opgaver/ansvarsområder/områder/for/opgave", tasks_of_person},
    {"hvad tager <person> sig af", tasks_of_person},
    {"hvad har <person> ?af ?ansvar/opgaver/ansvaret ?for/med ?at ?gøre", tasks_of_person},
    {"hvad sidder/står <person> ?med/for", tasks_of_person},
    {"hvad kan <person> hjælpe ?mig ?med", tasks_of_person},
    {"hvilke opgaver/områder/ansvarsområder har/sidder/løser/varetager/laver/passer <person>",
     tasks_of_person},
    {"opgaver/ansvarsområder/arbejdsområder for/hos/til <person>", tasks_of_person},
    {"vis/list/se <person> opgaver", tasks_of_person},
    {"<person> opgaver/ansvarsområder", tasks_of_person},
    {"hvem er <person> $", tasks_of_person},
    {"telefon*/nummer/mobil*/mail*/email*/kontaktoplysninger på/til/for <person>", tasks_of_person,
     "want=contact"},
    {"hvad er <person> telefon*/nummer/mobil*/mail*/email*", tasks_of_person, "want=contact"},
    {"mine opgaver $", tasks_of_person, "person=me"},
    {"hvad/hvilke opgaver har/laver jeg", tasks_of_person, "person=me"},

    // about us
    {"^ hjælp ?mig/menu $", help},
    {"^ menu/kommandoer/vejledning $", help},
    {"hvad kan du/man/jeg ?hjælpe/bruge/spørge ?mig/dig ?med/til/om $", help},
    {"hvordan virker/fungerer/bruger ?jeg/man du/dig/det/den/botten $", help},
    {"^ hvem er du $", help},
    {"^ hvad er du ?for ?en $", help},
    {"^ hvad kan jeg/man spørge ?dig om $", help},
};

}  // namespace

std::span<const PatternRow> patterns() {
  return rows;
}

}  // namespace handlers::understanding::danish
