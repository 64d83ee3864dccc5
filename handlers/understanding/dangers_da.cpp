#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr WordGroup groups_of_dangers[] = {
    // who may be hurt
    {"human",
     "jeg han hun vi nogen mand manden kvinde kvinden dame damen herre fyr borger borgeren borgere bruger "
     "brugeren beboer beboeren patient patienten kunde kunden gæst gæsten besøgende person personen barn "
     "barnet børn dreng drengen pige pigen elev eleven elever ung unge baby babyen spæd ældre kollega "
     "kollegaen kolleger medarbejder medarbejderen ansat chef chefen leder lederen lærer læreren pædagog "
     "pædagogen sekretær vikar vikaren pedel pedellen mor moren far faren søn sønnen datter datteren "
     "forælder "
     "håndværker "
     "chauffør cyklist fodgænger ham hende ven vennen veninde veninden kæreste kæresten kone konen bror "
     "søster "
     "nabo naboen mormor morfar farmor farfar"},
    // with whom people live
    {"family",
     "mand manden kone konen kæreste kæresten samlever samleveren eks eksmand ekskone ekskæreste ekskæresten "
     "far "
     "faren mor moren stedfar stedfaren stedmor stedmoren papfar bror broren storebror søn sønnen onkel"},
    {"beats", "slår slå banker tæver sparker kvæler voldtager mishandler"},
    {"beaten", "mig hende ham os dem børnene barnet ungerne drengen pigen lillebror lillesøster"},
    // who may be violent: nobody of ours, whose threats are mostly words
    {"stranger",
     "han mand manden kvinde kvinden dame fyr fyren borger borgeren borgere bruger brugeren beboer beboeren "
     "kunde kunden gæst person personen nogen elev eleven ung unge forælder forældre far faren ekskæreste"},
    {"weapon", "kniv knive kniven økse øksen pistol pistolen gevær geværet våben våbnet skydevåben machete"},
    {"place",
     "køkkenet kælderen loftet serverrummet mødelokalet kontoret arkivet gangen trappen bygningen huset "
     "hallen "
     "rådhuset skolen børnehaven vuggestuen kantinen toilettet værkstedet depotet taget lejligheden bilen "
     "bussen containeren skraldespanden garagen biblioteket ovnen stikkontakten computeren printeren"},
};

// What is urgent while it happens (danger=now), what may be a matter as well: "brandplan" (danger=named), and
// what is a manner of speaking (danger=said).
constexpr PatternRow rows[] = {
    {"kvalt/kvæles/drukner/drukne/druknet i opgaver/arbejde/mails/sager/papir/papirer/papirarbejde/møder",
     find_person, "danger=said"},
    {"ild i debatten/diskussionen", find_person, "danger=said"},
    {"vejret/luft af grin/grinen/latter", find_person, "danger=said"},
    {"{family} {beats} ?aldrig/ikke {beaten} ikke/aldrig", find_person, "danger=said"},
    {"{human} ... falder ?snart/helt om hvis/når/inden/af", find_person, "danger=said"},
    {"besvimet/besvimer/bevidstløs/bevidstløst/bevidstløse/livløs/livløst/bevistløs/bevistløst", find_person,
     "danger=now"},
    {"{human} ... falder/faldet ?pludselig/bare/helt om", find_person, "danger=now"},
    {"en der ... falder/faldet ?pludselig/bare/helt om", find_person, "danger=now"},
    {"en der ... bløder/kollapset/segnet", find_person, "danger=now"},
    {"{human} ... kollapset/kollapser/segnet/knivstukket/påkørt/overkørt/krampeanfald", find_person,
     "danger=now"},
    {"{human} ... bløder/forbløder", find_person, "danger=now"},
    {"det bløder", find_person, "danger=now"},
    {"trækker/trække/får/få/fået ?næsten/næppe/slet/overhovedet ikke ?længere/nok/ordentligt/mere "
     "vejret/luft",
     find_person, "danger=now"},
    {"ikke ?længere/ordentligt/rigtig/selv trække/få ?sit vejret/luft", find_person, "danger=now"},
    {"svært ved at trække/få vejret/luft", find_person, "danger=now"},
    {"galt/gale i ?den halsen/hals", find_person, "danger=now"},
    {"{human} ... gale hals", find_person, "danger=now"},
    {"brug for en ambulance", find_person, "danger=now"},
    {"ring/ringe/send/tilkald/tilkalde ?efter en ambulance", find_person, "danger=now"},
    {"brystsmerter/gaslugt/gaslækage", find_person, "danger=now"},
    {"lugter ?kraftigt/stærkt/voldsomt af gas", find_person, "danger=now"},
    {"kvalt/kvæles $", find_person, "danger=now"},
    {"kvalt/kvæles i/af ?en/et/sin/sit ?stykke/stykker "
     "mad/maden/madpakken/brød/kød/frugt/æble/pølse/bolsje/vindrue",
     find_person, "danger=now"},
    {"{human} ... får/fået/har/haft/taget/med ?lige ?et/en hjertestop/hjerteanfald/krampeanfald/overdosis",
     find_person, "danger=named"},
    {"ingen puls", find_person, "danger=now"},
    {"hjerte/hjertet ?er gået/stoppet/holdt ?i ?op ?stå", find_person, "danger=now"},
    {"ondt/smerter i brystet/hjertet", find_person, "danger=now"},
    {"{human} ... ligger/lagt/faldet/sidder ... svarer/reagerer ikke", find_person, "danger=now"},
    {"{human} ... slugt/drukket/spist ?noget/nogle/en/flere ?flaske "
     "gift/afrensning/afløbsrens/sprinklervæske/kemikalier/piller/batteri/knapbatteri/terpentin",
     find_person, "danger=now"},
    {"{human} ... blå/blåt i hovedet/ansigtet", find_person, "danger=now"},
    {"skåret/skar sig/mig ?selv voldsomt/slemt/dybt", find_person, "danger=now"},
    {"{human} ... fået stød", find_person, "danger=now"},
    {"{human} ... faldet i vandet/havnen/åen/søen/kanalen/bassinet", find_person, "danger=now"},
    {"{human} ... drukner/drukne/druknet i ?det vandet/havnen/åen/søen/bassinet/svømmehallen", find_person,
     "danger=now"},
    {"{human} ... kørt ned/over af/foran/på/i/lige", find_person, "danger=now"},
    {"sket ?der ?lige en/et ?alvorlig/alvorligt/slem/slemt/stor/stort "
     "ulykke/uheld/trafikulykke/trafikuheld/færdselsuheld/færdselsulykke",
     find_person, "danger=now"},

    {"truer/truet/true/truende ... {weapon}", find_person, "danger=now"},
    {"{stranger} ... med/trækker/trukket ?en/et ?stor/lang/køkken {weapon}", find_person, "danger=now"},
    {"en der ... med/trækker/trukket ?en/et ?stor/lang/køkken {weapon}", find_person, "danger=now"},
    {"{stranger} ... har ?en/et pistol/gevær/machete/våben/skydevåben", find_person, "danger=now"},
    {"{stranger} ... har ?en/et {weapon} fremme", find_person, "danger=now"},
    {"{stranger} ... slår/sparker ?løs på personalet/os/mig/kollegaen/kolleger", find_person, "danger=now"},
    {"vifter/viftet/svinger ?rundt med ?en/et ?stor {weapon}", find_person, "danger=now"},
    {"{stranger} ... truer mig/os/ham/hende/personalet/kollegaen/andre/alle", find_person, "danger=now"},
    {"{stranger} ... overfalder/skyder/skudt/stukket ?ned mig/os/på/en/ham/hende/omkring", find_person,
     "danger=now"},
    {"slå/slår ?mig/os/ham/hende/nogen/sig/en/dem ihjel", find_person, "danger=now"},
    {"bliver overfaldet/skudt ?på/ned", find_person, "danger=now"},
    {"er/blevet skudt/stukket ned", find_person, "danger=now"},
    {"er/ligger/fundet/fået/modtaget/set/hørt ?der ?en/et skyderi/skudepisode/bombetrussel/bombe",
     find_person, "danger=named"},
    {"tage/tager/taget/tog livet af sig/mig ?selv", find_person, "danger=now"},
    {"begå/begår selvmord", find_person, "danger=named"},
    {"{family} {beats} ?både/også/stadig ?min/hendes/hans/vores/sin {beaten}", find_person, "danger=now"},
    {"{human} ... bliver/bliv/blevet slået/banket/mishandlet/tævet af ?sin/hendes/hans/vores/min {family}",
     find_person, "danger=now"},
    {"{family} ... rører/rørt/piller/pillet ved/på mig/hende/ham", find_person, "danger=now"},
    {"{human} ... blevet/bliver voldtaget", find_person, "danger=now"},
    {"tage/tager/taget/tog sit/mit/dit ?eget liv $", find_person, "danger=now"},
    {"tage/tager/taget/tog sit/mit/dit eget liv", find_person, "danger=now"},
    {"lyst til ?bare at dø $", find_person, "danger=now"},
    {"{human} ... taget/slugt/spist ?alt ?for mange piller/tabletter/sovepiller/panodiler/pamoler",
     find_person, "danger=now"},
    {"{human} ... taget/slugt/spist en ?hel masse piller/tabletter/sovepiller/panodiler/pamoler", find_person,
     "danger=now"},
    {"ikke om jeg skal hoppe/springe", find_person, "danger=now"},
    {"{human} ... truer med at hoppe/springe", find_person, "danger=now"},
    {"{human} ... sidder/står på broen/taget/altanen/balkonen ... hoppe/springe", find_person, "danger=now"},
    {"{human} ... vil/ønsker ?gerne/bare/hellere/at dø $", find_person, "danger=now"},
    {"vil/ønsker ikke leve ?længere/mere", find_person, "danger=now"},

    {"det brænder ?stadig/lige/nu/her/i/på/hos/ude/ved/nede/oppe $", find_person, "danger=now"},
    {"det brænder ?stadig/lige/nu/ude/nede/oppe ?i/på/hos/ved ?en/vores/det/den {place}", find_person,
     "danger=now"},
    {"brænder det ?stadig/lige/nu $", find_person, "danger=now"},
    {"{place}/bygning/hus/skraldespand/container/bil/værelset/noget brænder ?stadig/lige/nu/ned $",
     find_person, "danger=now"},
    {"{place}/bygning/skraldespand/container/bil brænder ude/inde/nede/oppe/bag/ved/foran", find_person,
     "danger=now"},
    {"{place} står ?helt i flammer/røg", find_person, "danger=now"},
    {"gik/gået/går/kommet/kommer/er/sat/sætter/stukket ?der ild i/til/på", find_person, "danger=named"},
    {"er ild ?og røg i/på/ved", find_person, "danger=named"},
    {"er/går/gået/brudt ?noget i brand", find_person, "danger=named"},
    {"der/det er ?udbrudt/opstået/gået/nu/stadig/lige/en ?en brand/ildebrand", find_person, "danger=named"},
    {"er der ?udbrudt/opstået ?en brand/ildebrand ?i/på", find_person, "danger=named"},
    {"opstår/opstået/udbryder/udbrudt/startet ?der ?en brand/ildebrand", find_person, "danger=named"},
    {"^ ?hjælp brand ?nede/oppe i/på ?en/vores {place}", find_person, "danger=named"},
    {"har brand ?nede/oppe i/på ?en/vores {place}", find_person, "danger=named"},
    {"ringe/ringer/ring/alarmere/alarmerer/tilkalde/tilkalder ... ved/tilfælde ?af brand/ildebrand",
     find_person, "danger=named"},
    {"brandalarmen/røgalarmen/røgmelderen går/lyder/hyler/ringer", find_person, "danger=now"},
    {"kommer/vælter/siver/står/stiger/ser/strømmer ?der/vi/jeg ?ud/op/ind ?af/fra/med "
     "?meget/sort/tyk/en/masse "
     "?masse røg",
     find_person, "danger=now"},
    {"der er ?meget/sort/tyk/masser/fuldt ?af røg", find_person, "danger=now"},
    {"røg ud/op fra/af/i/på", find_person, "danger=now"},
    {"lugter/lugte/stinker/lugt ?meget/stærkt/kraftigt/underligt ?af røg/brændt/gas/kulilte/benzin ...",
     find_person, "danger=now"},
    {"der/vi er/har/mærker/lugter/måler ?der/vi ?en/et/stærk/kraftig "
     "gaslugt/gasudslip/gaslækage/gaslæk/kulilte/kulilteforgiftning",
     find_person, "danger=named"},
    {"siver/udslip/lækker/udstrømmende ?ud/af/der ?af gas", find_person, "danger=now"},
    {"sket/hørt/været ?der en ?stor/kraftig eksplosion", find_person, "danger=named"},
};

}  // namespace

std::span<const WordGroup> danger_groups() {
  return groups_of_dangers;
}

std::span<const PatternRow> dangers() {
  return rows;
}

}  // namespace handlers::understanding::danish
