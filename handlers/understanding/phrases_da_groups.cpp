#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

constexpr WordGroup rows[] = {
    {"cover",
     "vikar vikaren vikarer afløser afløseren stedfortræder stedfortræderen suppleant suppleanten backup "
     "backuppen afløsning"},
    {"covers", "dækker dække vikarierer afløser erstatter overtager passer passe dækkes passes varetager"},
    {"leader",
     "leder lederen leders ledere chef chefen chefens chefer afdelingsleder afdelingslederen afdelingschef "
     "afdelingschefen teamleder teamlederen sektionsleder sektionslederen enhedschef boss bossen foresatte "
     "overordnede direktør direktøren områdeleder områdelederen områdechef centerchef centerchefen daglig "
     "personaleleder personalelederen ledelsen"},
    {"staff",
     "medarbejdere medarbejderne medarbejder ansatte folk team personale personalet underordnede stab "
     "kolleger kollegaer kollegerne teamet"},
    {"tasks",
     "opgaver opgaverne opgave ansvarsområder ansvarsområderne ansvarsområde arbejdsopgaver arbejdsområder "
     "arbejdsområde områder opgaveark opgavearket opgaveliste opgavelisten arbejdsbeskrivelse opgaveoversigt "
     "ansvar"},
    {"phone",
     "nummer nummeret nr telefon telefonen telefonnummer telefonnummeret telefonnr tlf tlfnr mobil mobilen "
     "mobilnummer mobilnummeret mobilnr lokalnummer lokalnr direkte"},
    {"mail",
     "mail mailen mailadresse mailadressen email emailen emailadresse emailadressen mailadr e-mail e-mailen "
     "e-mailadresse"},
    {"contact",
     "kontaktoplysninger kontaktoplysningerne kontaktinfo kontaktinformation kontaktdata kontaktkort "
     "adresse"},
    {"work",
     "arbejde arbejd arbejdet job jobbet kontoret kontor inde her der væk ferie stede ledig hjemme hjemmefra "
     "tilbage mødt orlov barsel fri kursus optaget fraværende træffe tilgængelig huset rådhuset gået kommet "
     "møde fanges ude igang"},
    {"when",
     "dag morgen idag imorgen overmorgen nu mandag tirsdag onsdag torsdag fredag lørdag søndag uge ugen "
     "ugens weekenden formiddag eftermiddag formiddagen eftermiddagen aften ferien øjeblikket måned næste "
     "denne januar februar marts april maj juni juli august september oktober november december påske jul "
     "sommerferien vinterferien efterårsferien mens imens når d den"},
    {"day",
     "dag morgen idag imorgen overmorgen mandag tirsdag onsdag torsdag fredag lørdag søndag uge ugen "
     "weekenden formiddag eftermiddag ferien påske jul sommerferien vinterferien efterårsferien"},
    {"private",
     "privat private privates privatnummer privatnummeret privattelefon privatadresse privatadressen "
     "hjemmeadresse hjemmeadressen hjemmenummer privatmobil privatmail personlige"},
    {"sick", "syg syge sygemeldt sygemeldte langtidssyg langtidssygemeldt rask"},
    {"ill",
     "syg syge sygemeldt sygemeldte sygemelding sygefravær stresset stress depression deprimeret corona "
     "influenza kræft gravid gravide skilt separeret gift single forlovet fyret opsagt afskediget bortvist "
     "fængslet alkoholiker dement handicappet bøsse lesbisk homo homoseksuel kristen muslim jøde "
     "barselsorlov rask sindssyg langtidssyg langtidssygemeldt"},
    {"secret",
     "løn lønnen lønniveau lønseddel lønsedler lønindkomst lønklasse løntrin årsløn månedsløn diagnose "
     "diagnosen diagnoser sygdom sygdomme sygefravær sygedage cpr cprnr cprnummer cpr-nummer personnummer "
     "alder fødselsdato fødselsdag civilstand religion tro seksualitet helbred helbredet straffeattest "
     "privatliv privatøkonomi gæld fagforening fagforeningen partimedlemskab personalesag personalesagen "
     "familie kone mand kæreste børn ægtefælle bopæl medicin"},
    {"meet",
     "møde mødet møder plenum plenummet plenarmøde plenummøde plenumsamling plenumsamlingen samling "
     "samlingen workshop workshoppen seminar seminaret temadag temadagen gåhjemmøde gåhjem-møde arrangement "
     "arrangementet netværksmøde netværksmødet styregruppemøde styregruppemødet projektmøde "
     "koordineringsmøde ledermøde ledermødet afdelingsmøde personalemøde erfamøde erfa-møde get-together "
     "gettogether kursus kurset begivenhed indkaldelse morgenmøde kickoff opstartsmøde *mødet *møde "
     "*workshop *plenumsamling *mødesamling"},
    {"messages",
     "påmindelse påmindelser påmindelsen påmindelserne besked beskeder beskederne notifikation "
     "notifikationer notifikationerne notifikationen notifikationslyd advisering adviseringer notits mails "
     "rykkere påmindelserne underretninger spam"},
    {"net",
     "netværk netværket *netværk *netværket gruppe gruppen *gruppe *gruppen forum forummet styregruppe "
     "arbejdsgruppe koordineringsgruppe"},
    {"owner",
     "områdeejer områdeejere områdeejeren katalogejer katalogejeren katalogansvarlig katalogansvarlige "
     "områdeansvarlig områdeansvarlige"},
    {"administrator", "administrator administratoren administratorer admin"},
    {"show", "vis vise se hent giv"},
    {"overview",
     "*oversigt *oversigten *overblik *overblikket digest *nyhedsbrev *nyhedsbrevet opsummering "
     "opsummeringen statusmail ugemail resume resumé ugerapport rapport"},
};

}  // namespace

std::span<const WordGroup> groups() {
  return rows;
}

}  // namespace handlers::understanding::danish
