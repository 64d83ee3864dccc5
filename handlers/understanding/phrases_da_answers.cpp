#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // An answer that somebody waits for is no answer to an invitation: whoever has the matter is asked for.
    {"svaret/svar/svarer ?tilbage ?endnu ?os/mig på min/mit/mine/vores/borgerens/hendes/hans/deres "
     "invitation*/indkaldelse*/{meet} ...",
     rsvp_status},
    {"svaret/svar/svarer ?tilbage ?endnu ?os/mig på min/mit/mine/vores/borgerens/hendes/hans/deres "
     "<text:task>",
     find_person, "unsure=yes"},
    // The council's meetings are no gatherings of ours.
    {"hvornår/hvor/hvad/hvilken/find/finder/vis ... byrådsmøde*/udvalgsmøde*/kommunalbestyrelsesmøde* ...",
     find_person, "task=byrådsmøde unsure=yes"},
    {"hvornår/hvor/hvilken ?dag mødes/møder/holder/har/afholder/samles byrådet/kommunalbestyrelsen ...",
     find_person, "task=byrådsmøde unsure=yes"},
    {"hvornår/hvor ?er/holdes/afholdes ?der ... møde/mødet/møder i byrådet/kommunalbestyrelsen ...",
     find_person, "task=byrådsmøde unsure=yes"},
    // What is done every week is no invitation.
    {"hvem sidder/deltager/er ?altid/normalt/fast ?med ?til/i/på <text:task> om "
     "mandagen/tirsdagen/onsdagen/torsdagen/fredagen/morgenen",
     find_person, "unsure=yes"},
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
     "{meet}/gang",
     rsvp_status},
    {"^ hvem/hvor ?mange kommer/deltager ?der ?vi $", rsvp_status},
    {"^ ?og hvem/hvor ?mange kommer/deltager ?der/vi ellers/også $", rsvp_status},
    {"^ hvem er/står ?der på venteliste/ventelisten ?til ?mødet/plenum $", rsvp_status},
    {"hvor mange ?er/har ?der har/er svaret/tilmeldt/meldt/tilmeldte/sagt/takket ...", rsvp_status},
    {"hvor mange svar/tilmeldinger/tilmeldte/afbud/deltagere er/har ?der/vi/jeg ...", rsvp_status},
    {"svar/svarene/tilmeldinger/tilmeldingerne/deltagerliste/deltagerlisten/deltagerne ?på/til/fra "
     "?mødet som/i ?en/et csv/csvfil/fil/regneark/excel/excelark",
     rsvp_status, "want=file"},
    {"status på/for/over svar*/tilmelding*/invitation*/deltager*/{meet}", rsvp_status},
    {"deltagerliste*/tilmeldingsliste*/svarstatus/tilmeldingsstatus/svaroversigt* ...", rsvp_status},
    {"vis/se/list/liste ?over ?alle svar*/tilmeld*/afbud/deltager* ?til/på/over {meet} ...", rsvp_status},
    {"hvordan ser tilmeldingerne/svarene/deltagerlisten ud", rsvp_status},
    // perhaps
    {"^ ?jeg måske ?kommer/deltager ?jeg ?ikke $", rsvp, "answer=maybe"},
    {"^ jeg kommer/deltager ?nok måske $", rsvp, "answer=maybe"},
    {"^ jeg er ikke ?helt sikker ?på ?om jeg kan/kommer/deltager/når ?komme/deltage/nå/være ?med/det $", rsvp,
     "answer=maybe"},
    {"^ jeg ved ikke/endnu ?endnu/ikke om jeg kommer/kan/deltager/når ?komme/deltage/nå/være ?med/det $",
     rsvp, "answer=maybe"},
    {"sæt/skriv/noter mig som/til måske", rsvp, "answer=maybe"},

    // yes
    {"^ ?ja ?tak/da jeg/vi kommer/deltager/møder/dukker ?gerne/også/alligevel/helt/da "
     "?gerne/alligevel/sikkert "
     "?med/op ?på/i/til ?det/vores ?{meet} $",
     rsvp, "answer=yes"},
    {"^ ?ja ?tak ?da jeg/vi er/kan ?også/godt/sagtens/gerne ?være med/på/klar ?på/i/til ?det ?{meet} $", rsvp,
     "answer=yes"},
    {"^ jo/ja/men ?men jeg/vi kan ?godt ?alligevel ?godt ?komme/deltage/være ?med $$", rsvp, "answer=yes"},
    {"^ ?jo/ja jeg/vi kan ?godt alligevel ?godt ?komme/deltage/være ?med $$", rsvp, "answer=yes"},
    {"^ ?ja ?tak jeg/vi er der <day> $", rsvp, "answer=yes"},
    {"^ ?ja ?tak jeg/vi kan ?også/godt/sagtens/fint <day> $", rsvp, "answer=yes"},
    {"^ ?ja ?tak jeg/vi vil/kan/skal ?meget/rigtig/gerne/godt/sagtens ?gerne komme/deltage/med/være ?med/der "
     "?på/i/til ?det ?{meet} $",
     rsvp, "answer=yes"},
    {"^ ja tak ?jeg/til ?vil/kommer/deltager ?gerne ?mødet/plenum/invitationen/med/komme $$", rsvp,
     "answer=yes"},
    {"^ ?ja <day> kommer/deltager/kan jeg/vi ?også/gerne/godt ?gerne ?med/komme/deltage $", rsvp,
     "answer=yes"},
    {"^ ?ja ?tak <day> passer ?mig/os/det ?fint/godt/udmærket/perfekt/også $", rsvp, "answer=yes"},
    {"^ ?ja ?tak <day> er ?mig/os/det fint/godt/udmærket/perfekt $", rsvp, "answer=yes"},
    {"^ ja ?tak til <day> $", rsvp, "answer=yes"},
    {"^ ja ?tak til ?det {meet} ...", rsvp, "answer=yes"},
    {"^ ?jeg/vi takker/siger/svarer ja ?tak ?til ?det/invitationen/{meet} $", rsvp, "answer=yes"},
    {"^ ?ja jeg/vi er på/med/klar $", rsvp, "answer=yes"},
    {"^ ?ja ?i/du ?kan ?godt/roligt regn/regne med mig $", rsvp, "answer=yes"},
    {"^ meld mig på/til $", rsvp, "answer=yes"},
    {"meld/sæt/skriv/noter ?mig ?som/på kommer/deltager/ja/deltagende ?til/på/listen ...", rsvp,
     "answer=yes"},
    {"tilmeld/tilmelde/meld mig ?til/på ?det/den/næste/i {meet} ...", rsvp, "answer=yes"},
    {"^ tilmeld mig $", rsvp, "answer=yes"},

    // no
    {"^ ?nej/desværre/øv ?men jeg/vi kan/kommer/deltager ?desværre/alligevel ?alligevel/desværre ikke "
     "?alligevel/desværre ?med $",
     rsvp, "answer=no"},
    {"^ ?nej/desværre/øv ?men jeg/vi kan/kommer/deltager ?desværre/alligevel ?alligevel/desværre ikke "
     "?alligevel ?komme/deltage/nå/være/med/møde/op ?med/op/det/der/frem ?på/i/til ?det/vores ?{meet} "
     "?alligevel $",
     rsvp, "answer=no"},
    {"^ ?nej/desværre/øv ?men jeg/vi kan/kommer/deltager ?desværre/alligevel ikke ?alligevel "
     "?komme/deltage/være ?med ?på/i/til ?det ?{meet} fordi/da/grundet/pga ...",
     rsvp, "answer=no"},
    {"^ ?nej ?desværre <day> kan/kommer/deltager jeg/vi ?desværre ikke ?komme/deltage/være ?med $", rsvp,
     "answer=no"},
    {"^ ?nej ikke <day> $", rsvp, "answer=no"},
    {"^ ?nej <day> passer ?mig/os ?desværre ikke ?så ?godt $", rsvp, "answer=no"},
    {"^ ?desværre kan/kommer/deltager jeg/vi ?desværre ikke ?komme/deltage/være ?med $", rsvp, "answer=no"},
    {"^ kan ?desværre ikke ?komme/deltage/være ?med ?alligevel $", rsvp, "answer=no"},
    {"^ deltager ?desværre ikke $", rsvp, "answer=no"},
    {"^ nej tak ?jeg/til ?kommer/deltager/kan/mødet/plenum/invitationen ?ikke $$", rsvp, "answer=no"},
    {"^ nej ?tak til <day> $", rsvp, "answer=no"},
    {"^ nej ?tak til ?det {meet} ...", rsvp, "answer=no"},
    {"^ ?jeg/vi takker/siger/svarer ?desværre nej ?tak ?til ?det/invitationen/{meet} $", rsvp, "answer=no"},
    {"^ ?jeg/vi er/bliver ?desværre forhindret ...", rsvp, "answer=no"},
    {"^ jeg når/må ?det ?sige ikke/nej ?denne ?gang $", rsvp, "answer=no"},
    {"^ ?nej det kan jeg ?desværre ikke $", rsvp, "answer=no"},
    {"^ ?nej/desværre/øv ?men ?jeg/vi kan ?desværre ikke den/denne dag ?desværre $", rsvp, "answer=no"},
    {"^ ?det ?er ?desværre ikke muligt/mulighed for ?mig ?at ?komme/deltage $", rsvp, "answer=no"},
    {"^ ?jeg/vi ?vil/må/bliver/skal ?nødt/til/desværre ?til ?at melder/må/melde ?desværre ?melde "
     "afbud/fra/framelde ...",
     rsvp, "answer=no"},
    {"^ ?kan/vil/gider ?du ?lige meld/melde ?mig afbud/fra ?for/til/på ?mig ...", rsvp, "answer=no"},
    {"^ afbud ?fra/for/herfra/til ?mig $", rsvp, "answer=no"},
    {"^ afbud til ?det {meet} ...", rsvp, "answer=no"},
    {"meld/sæt/skriv/noter ?mig som/på ikke/fraværende/afbud/nej ...", rsvp, "answer=no"},
    {"frameld/framelde mig ?fra/til {meet}", rsvp, "answer=no"},
    {"^ frameld mig $", rsvp, "answer=no"},
    {"^ ?kan/vil ?du fjern/fjerne/slet/slette/tag/tage mig fra/af ?på "
     "deltagerlisten/listen/invitationslisten/{meet} $",
     rsvp, "answer=no"},

    // the other day of two
    {"men ikke <day> $", rsvp, "answer=no"},
    {"men <day> ?der kan/kommer/passer/går/er/duer jeg/vi/det/mig ?desværre ikke $", rsvp, "answer=no"},
    {"men ?jeg/vi ?kan/kommer ?godt/gerne/fint/kun <day> ?godt $", rsvp, "answer=yes"},
    {"men <day> kan/kommer/passer/går/er jeg/vi/det/mig ?mig ?også/godt/gerne/fint $", rsvp, "answer=yes"},

    // whether there is room, and who lets others in
    {"^ ?hvordan kan/må/kunne jeg/vi ?også/godt/gerne komme/deltage/være/blive ?også/godt ?med ?ind "
     "?til/i/på ?det/den/jeres/vores/næste {meet} ...",
     gathering_info, "want=join"},
    {"^ kan/må/kunne jeg/vi ?også/godt/gerne ?få/have ?lov ?til ?at komme/deltage/være ?også/godt med $",
     gathering_info, "want=join"},
    {"^ er der ?stadig/mon/flere/også ?flere/nogen ?ledig/ledige plads/pladser ?tilbage/ledig/ledige "
     "?til ?en/én/mig/os/flere ?flere/mere/til/tilbage $",
     gathering_info, "want=room"},
    {"^ er der ?stadig/mon/flere/også ?flere/nogen ?ledig/ledige plads/pladser ?tilbage/ledig/ledige "
     "?til ?en/én/mig/os/flere ?flere/mere/til/tilbage til/på/i/ved ?det/vores/næste {meet} ...",
     gathering_info, "want=room"},
    {"^ hvor mange pladser er der ?tilbage/ledige ?til/på/i/ved ?det ?{meet} $", gathering_info, "want=room"},
    {"^ hvor mange kan/må ?der være/komme/deltage ?med ?til/på/i/ved ?det ?{meet} $", gathering_info,
     "want=room"},
    {"^ er ?der ?det/{meet} ?ved ?at ?være fyldt/fuldt/fuldtegnet/overtegnet/optaget ?op/booket ?til/på "
     "?det ?{meet} $",
     gathering_info, "want=room"},
    {"^ må/kan/kunne jeg/vi ?gerne/godt/også tage/invitere/have/medbringe ?en/min/et/to/flere/nogle/mine "
     "kollega/kollegaer/kolleger/gæst/gæster/andre/nogen/flere/praktikant/elev ?mere/til/også ?med ...",
     gathering_info, "want=guest"},
    {"^ må/kan/kunne jeg/vi ?gerne/godt/også tage/invitere/have/medbringe <person> ?også ?med $$",
     gathering_info, "want=guest"},
    {"^ må/kan/kunne <person> ?også/gerne/godt komme/deltage/være ?også ?med ?også $$", gathering_info,
     "want=guest"},
    {"^ må/kan/kunne en/min/mine/flere/andre/nogle "
     "kollega/kollegaer/kolleger/gæst/gæster/praktikant/elev ?også/gerne/godt komme/deltage/være ?også "
     "med ...",
     gathering_info, "want=guest"},

    // somebody else is taken out
    {"fjern/fjerne/slet/slette/tag/tage/afmeld/afmelde/frameld/framelde/meld/udelad/udelade ?lige <person> "
     "?og ?<person> ?ud/fra ?fra/af/på ?det/den/næste/vores "
     "{meet}/deltagerlisten/listen/invitationen/invitationslisten ...",
     gathering_uninvite},
    {"<person> skal ?alligevel ikke ?alligevel ?være/komme ?med til/i/på ?det/vores {meet} $",
     gathering_uninvite},

    {"^ ?kan/vil ?du ?lige fjern/fjerne/slet/slette/udelad/udelade <person> ?og ?<person> $$",
     gathering_uninvite},
    {"^ ?kan/vil ?du ?lige fjern/fjerne/slet/slette/tag/tage/udelad/afmeld/frameld <person> ?og ?<person> "
     "fra/af "
     "frokosten/morgenmaden/middagen/brunchen/receptionen/turen/studieturen/festen/webinaret $$",
     gathering_uninvite},

    // what they said, put together
    {"saml/samle/opsummer/opsummere/vis/sammenfat/træk/indsaml/udtræk ?lige ?op/på ?alle/mig "
     "svar/svarene/besvarelse*/tilbagemelding*/feedback* ?ud ?fra/til/på/i ?<text>",
     report_answers},
    {"lav/send/skriv/giv ?mig ?en/et "
     "opsamling*/evaluering*/opsummering*/afrapportering*/sammenfatning*/svaroversigt ?på/af/fra/til/over "
     "{meet}/svar*/plenum*/gang/netværk*/runder* ...",
     report_answers},
    {"^ opsamling*/afrapportering*/evaluering*/sammenfatning* ?på/af/fra/til ...", report_answers},
    {"hvad svarede/sagde/skrev folk/de/deltagerne/gruppen ...", report_answers},
};

}  // namespace

std::span<const PatternRow> answers() {
  return rows;
}

}  // namespace handlers::understanding::danish
