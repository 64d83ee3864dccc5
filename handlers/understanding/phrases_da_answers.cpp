#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
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
};

}  // namespace

std::span<const PatternRow> answers() {
  return rows;
}

}  // namespace handlers::understanding::danish
