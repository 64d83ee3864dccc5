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
    "viderestilles send sende sendes indgang indgangen adressere rådføre sparre sparrer sparring "
    // being responsible, working with it
    "ansvar ansvaret ansvarlig ansvarlige ansvarshavende ansvarsområde ansvarsområdet ansvarsområder "
    "hovedansvar "
    "hovedansvaret arbejde arbejder arbejdes sidde sidder sad står stå tager tage tages håndtere håndterer "
    "håndteres "
    "behandle behandler behandles varetage varetager varetages styr styrer styre kører køre klarer klare "
    "ordner ordne ordnes "
    "mail mailen mails mailadresse mailadressen "
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
    "hjulpet involveret indblik erfaring ind inde bestemmer bestemme bestemmes beslutter beslutte besluttes "
    "afgør "
    "afgøre afgøres "
    "forvalter forvalte ressourceperson ressourcepersonen nøglemedarbejder fagansvarlig fagansvarlige "
    "opgaveansvarlig "
    "opgaveansvarlige hovedansvarlig medansvarlig driftsansvarlig kontaktled kontaktpunkt bindeled "
    "tilknyttet "
    "tilknyttede tildelt placeret forankret forankring håndteringen varetagelsen overtager overtaget "
    "overtage arvet "
    "drøfte drøfter diskutere fange fanger opsøge pege peger peg assistere assisterer bistå bistår "
    "sparringspartner koordinator koordinatoren "
    "sagkyndig fagligt specialiseret servicerer findes telefonnummer telefonnummeret mobilnummer "
    "mobilnummeret nummeret tlf";

const std::string_view acting_words =
    "godkender godkende bevilger bevilliger bevilge udsteder udstede udbetaler udbetale tildeler tildele "
    "visiterer "
    "opkræver udarbejder planlægger vedligeholder reparerer indkøber bestiller bestille opretter nedlægger "
    "tømmer "
    "henter hente afhenter kontrollerer sender modtager registrerer udlejer udlåner afholder arrangerer "
    "leverer "
    "indstiller tilser undersøger underviser ændrer retter opdaterer udskifter fornyer sælger udgiver "
    "skaffer tjekker "
    "afviser anviser fordeler uddeler udfylder prioriterer fører opfører oplyser måler ansætter fastsætter "
    "indhenter";

const std::string_view small_talk_words =
    // what people say of themselves and to a machine
    "træt sulten tørstig glad ked elsker hader savner dum idiot sød dejlig smuk grim kedelig kæreste "
    "forelsket drømmer "
    "drøm lol haha hahaha hihi fnis øv wow røv "
    // food and drink, play and fame
    "kaffe kaffen pizza kage slik chokolade sang sange synge syng guitar "
    "skuespiller skuespilleren sanger sangerinde popstjerne fodboldspiller superhelt spøgelse spøgelser "
    "verdensmester verdensmesterskabet superliga landskamp landsholdet oscar grammy melodi grandprix "
    // the world
    "hovedstad hovedstaden månen solen planet planeter planeten univers universet stjernetegn "
    "præsident præsidenten kvadratroden ligning verdenskrig dinosaur dinosaurer meningen";

const std::string_view filler_words =
    // saying and knowing
    "vide ved vidste sig sige siger sagt fortæl fortælle fortæller oplyse oplys oplyser vis vise viser nævne "
    "nævn hedder "
    "hedde kaldes høre hør tal talt snak snakket opringning opkald telefon telefonen røret "
    "videre giv give giver givet gik går hente kigge kigger skriv skriver skrevet stille stiller få får fik "
    "fået "
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
    "forstyrrer sorry hov bot botten "
    "nå bot botten svar svaret okay ok super fint dejligt godt god fedt perfekt undrer klager gang sur vred "
    "desperat "
    "lige bare "
    "heldigvis desværre imens "
    "akut vigtigt problem problemer problemet ved ud hilsner smil godeftermiddag "
    // time
    "kl kvart halv idag imorgen overmorgen igår uge ugen uger måned måneden måneder år året senere tidligere "
    "morgen "
    "morgenen aften "
    "aftenen dag dage dagen mandag tirsdag onsdag torsdag fredag lørdag søndag weekend weekenden formiddag "
    "formiddagen "
    "eftermiddag eftermiddagen klokken øjeblik øjeblikket tiden gange normalt typisk formelt officielt "
    "praksis daglig "
    "dagligt ofte altid længere stadig derhjemme kommunens imod gælder henne hen hjemme si";

}  // namespace handlers::understanding::danish
