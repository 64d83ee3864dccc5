#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // Roles. They stand before "gør Karen til ansvarlig for ...", which gives a task.
    {"gør/gøre/udnævn/udnævne/udpeg/udpege/lav <person> til ?ny {owner} for/af/i/over/på <unit>",
     catalogue_roles, "do=give role=owner"},
    {"gør/gøre/udnævn/udnævne/udpeg/udpege/lav <person> til ?ny {owner} ?for/af ?hele/alt ?kataloget $",
     catalogue_roles, "do=give role=owner"},
    {"gør/gøre/udnævn/udnævne/udpeg/udpege/lav <person> til ?ny {administrator}", catalogue_roles,
     "do=give role=administrator"},
    {"gør/gøre/udnævn/udnævne/udpeg/udpege/lav <person> til ?ny netværkskoordinator", catalogue_roles,
     "do=give role=coordinator"},
    {"gør/gøre/sæt/sætte/udnævn/udpeg/udpege/skriv/tilføj/registrer/indsæt <person> til/som/ind ?som ?ny "
     "{cover} for/til/på <person:from> $$",
     catalogue_roles, "do=give role=stand_in"},
    {"gør/gøre/sæt/sætte/udnævn/udpeg/skriv/registrer <person> til/som/ind ?som ?min/ny {cover} $$",
     catalogue_roles, "do=give role=stand_in"},
    {"fjern/fjerne/slet/slette/tag <person> som {owner} for/af/i/over/på <unit>", catalogue_roles,
     "do=take role=owner"},
    {"fjern/fjerne/slet/slette/tag <person> som {owner}", catalogue_roles, "do=take role=owner"},
    {"fjern/fjerne/slet/slette/tag <person> som {administrator}", catalogue_roles,
     "do=take role=administrator"},
    {"fjern/fjerne/slet/slette/tag <person> som netværkskoordinator", catalogue_roles,
     "do=take role=coordinator"},
    {"fjern/fjerne/slet/slette/tag mig som {administrator}", catalogue_roles,
     "do=take role=administrator person=me"},
    {"<person> skal/er ikke ?være ?længere/mere {administrator} ?længere/mere $", catalogue_roles,
     "do=take role=administrator"},
    {"hvem er {owner} for/af/i/over/på <unit>", catalogue_roles, "do=show role=owner"},
    {"hvem er {owner} ?for/af ?hele/alt ?kataloget $", catalogue_roles, "do=show role=owner"},
    {"hvem er {administrator} ?af/for/i ?indgang/kataloget $", catalogue_roles, "do=show role=administrator"},
    {"hvem er netværkskoordinator $", catalogue_roles, "do=show role=coordinator"},
    {"hvem har/er ?der ?hvilke/nogle ?givet/tildelt/fået ?en/hvilken roller/rolle ?i/her/for/på/og "
     "?kataloget/indgang/systemet/botten ?rettigheder $",
     catalogue_roles, "do=show"},
    {"{show} ?alle ?mig roller/rollerne ?i/for/på ?kataloget/indgang $", catalogue_roles, "do=show"},
    {"hvilke roller er/findes/har ?der/vi ?i/for ?kataloget/indgang $", catalogue_roles, "do=show"},
    {"^ roller/rollerne i/for kataloget/indgang $", catalogue_roles, "do=show"},

    // What has changed.
    {"{show} min ?egen historik", catalogue_history, "person=me"},
    {"^ min ?egen historik $", catalogue_history, "person=me"},
    {"^ hvad/hvem er/har ?der ?ændret ?ændret om/ved/på/for mig $", catalogue_history, "person=me"},
    {"?{show} historik/historikken/ændringer/ændringerne for/på/af/om/til <person>", catalogue_history},
    {"?{show} historik/historikken/ændringer/ændringerne for/på/af/om/til ?opgaven <task>",
     catalogue_history},
    {"hvem har ?sidst ændret/rettet <task>", catalogue_history},
    {"hvem har før/tidligere/førhen/engang haft <task>", catalogue_history},
    {"hvem havde ?tidligere <task> før/tidligere/førhen/sidst/engang", catalogue_history},
    {"hvad er der ændret/rettet på/i/ved/for/om <task>", catalogue_history},

    {"hvilke/hvad ?for ?af/åbne forslag/ændringer venter/er/mangler ...", proposals_show},
    {"{show} ?mine/de/åbne/alle ?åbne/ventende forslag/forslagene ...", proposals_show},
    {"^ mine ?egne/åbne forslag $", proposals_show},
    {"hvilke/hvad ?for ?af/åbne spørgsmål venter/mangler ...", proposals_show},
    {"er der ?nogen/noget ?åbne spørgsmål/forslag ?der/som ?venter til/på/for/hos mig ...", proposals_show},
    {"hvad/hvilke ?ting mangler jeg at godkende/svare/besvare/bekræfte ...", proposals_show},
    {"hvad venter på mig $", proposals_show},
    {"hvad skal jeg godkende $", proposals_show},

    // What is wrong, and about what.
    {"^ mit ?nye/direkte {phone} er ?nu/blevet ?forkert/ændret ...", task_report_wrong,
     "person=me field=phone"},
    {"<person> {phone} er ?ikke ?nu forkert/gammelt/ændret/rigtigt/forældet/skiftet/udskiftet ...",
     task_report_wrong, "field=phone"},
    {"{phone} ?på/til/om/for/hos <person> er/passer ?ikke forkert*/rigtig*/gammel*/forældet/længere ...",
     task_report_wrong, "field=phone"},
    {"<person> {phone} er ?nu ...", task_report_wrong, "field=phone"},
    {"^ hans/hendes/vedkommendes ?nye {phone} er ...", task_report_wrong, "field=phone"},
    {"^ hans/hendes/vedkommendes ?nye {mail} er ...", task_report_wrong, "field=email"},
    {"^ hans/hendes/vedkommendes ?nye titel/stilling er/passer ?ikke ?nu "
     "forkert/gammel/ændret/rigtig/forældet/længere ...",
     task_report_wrong, "field=title"},
    {"^ hans/hendes/vedkommendes ?nye titel/stilling er ?nu <text:value>", task_report_wrong, "field=title"},
    {"^ hans/hendes/vedkommendes ?nye afdeling/enhed er ?nu <unit>", task_report_wrong, "field=unit"},
    {"^ hans/hendes/vedkommendes ?nye afdeling/enhed er ...", task_report_wrong, "field=unit"},
    {"^ min ?nye {mail} er ?nu/blevet ...", task_report_wrong, "person=me field=email"},
    {"^ min ?nye titel/stilling er/passer ?ikke ?nu/blevet forkert/gammel/ændret/rigtig/forældet/længere ...",
     task_report_wrong, "person=me field=title"},
    {"^ min ?nye titel/stilling er ?nu/blevet <text:value>", task_report_wrong, "person=me field=title"},
    {"^ ret/ændr/ændre/rette/skift ?lige min titel/stilling til <text:value>", task_report_wrong,
     "person=me field=title"},
    {"^ jeg har ?lige fået ?en ny titel/stilling <text:value>", task_report_wrong, "person=me field=title"},
    {"^ min ?nye afdeling/enhed er ?nu/blevet <unit>", task_report_wrong, "person=me field=unit"},
    {"^ min ?nye afdeling/enhed er/passer ?ikke ?nu/blevet "
     "forkert/gammel/ændret/rigtig/forældet/længere ...",
     task_report_wrong, "person=me field=unit"},
    {"^ jeg er/har ?nu flyttet til ?afdelingen/enheden <unit> ?nu $", task_report_wrong,
     "person=me field=unit"},
    {"^ jeg er ?nu flyttet til ?afdelingen/enheden <text:value>", task_report_wrong, "person=me field=unit"},
    {"{mail} ?på/til/om/for/hos <person> er/passer ?ikke forkert*/rigtig*/gammel*/forældet/længere ...",
     task_report_wrong, "field=email"},
    {"titlen/titel/stillingen/stilling ?på/til/om/for/hos <person> er/passer ?ikke "
     "forkert*/rigtig*/gammel*/forældet/længere ...",
     task_report_wrong, "field=title"},
    {"afdelingen/enheden ?på/til/om/for/hos <person> er/passer ?ikke "
     "forkert*/rigtig*/gammel*/forældet/længere ...",
     task_report_wrong, "field=unit"},
    {"oplysning* ?på/til/om/for/hos <person> er/passer ?ikke forkert*/rigtig*/gammel*/forældet/længere ...",
     task_report_wrong, "field=details"},
    {"<person> {mail} er ?nu ...", task_report_wrong, "field=email"},
    {"<person> titel/stilling er/passer ?ikke ?nu "
     "forkert/gammel/gammelt/ændret/rigtig/rigtigt/forældet/længere ...",
     task_report_wrong, "field=title"},
    {"<person> titel/stilling er ?nu <text:value>", task_report_wrong, "field=title"},
    {"<person> afdeling/enhed er/passer ?ikke ?nu "
     "forkert/gammel/gammelt/ændret/rigtig/rigtigt/forældet/længere ...",
     task_report_wrong, "field=unit"},
    {"<person> afdeling/enhed er ?nu <unit>", task_report_wrong, "field=unit"},
    {"<person> afdeling/enhed er ?nu <text:value>", task_report_wrong, "field=unit"},
    {"<person> er/har ?nu flyttet til ?afdelingen/enheden <unit> ?nu $", task_report_wrong, "field=unit"},
    {"<person> er/har flyttet ...", task_report_wrong, "field=unit"},
    {"<person> er/har stoppet/holdt/fratrådt/rejst ?op ...", task_report_wrong, "left=yes"},
    {"<person> er gået på pension ...", task_report_wrong, "left=yes"},
    {"<person> er ikke ?ansat ?her ?længere/mere ?ansat $", task_report_wrong, "left=yes"},
    {"<person> arbejder ikke her ?længere/mere $", task_report_wrong, "left=yes"},
    {"^ det/den/svaret/kortet er/var ?altså/desværre/jo forkert*/galt/fejl det er <person:to> der/som "
     "har/laver/tager/står ?for/med <task>",
     task_report_wrong},
    {"det er ikke <person> der/som har/laver/tager/står ?for/med <task> det er <person:to>",
     task_report_wrong},
    {"<person> har/laver ikke <task> ?længere/mere det er/har/gør <person:to>", task_report_wrong},
};

}  // namespace

std::span<const PatternRow> upkeep() {
  return rows;
}

}  // namespace handlers::understanding::danish
