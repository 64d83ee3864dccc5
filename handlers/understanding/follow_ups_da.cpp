#include "handlers/understanding/follow_up_phrases.hpp"

namespace handlers::understanding::danish {

namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // private matters
    {"hans/hendes/deres/vedkommendes privat* ...", sensitive_refuse},
    {"hans/hendes/deres/vedkommendes "
     "privatnummer*/privatadresse*/hjemmeadresse*/adresse/cpr*/løn/diagnose*/sygdom*/alder/fødselsdag*",
     sensitive_refuse},
    {"^ ?og ?men hvorfor er han/hun/de/vedkommende ?ikke ...", sensitive_refuse},
    {"^ ?og hvor ?gammel/meget bor/er/tjener han/hun/de/vedkommende", sensitive_refuse},
    {"^ ?og hvad fejler/tjener han/hun/de/vedkommende", sensitive_refuse},

    // from the list
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger ?nummer/nr 1/1'eren $", find_person, "pick=1"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger ?nummer/nr 2/2'eren $", find_person, "pick=2"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger ?nummer/nr 3/3'eren $", find_person, "pick=3"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger ?nummer/nr 4/4'eren $", find_person, "pick=4"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger ?nummer/nr 5/5'eren $", find_person, "pick=5"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger nummer/nr en/et $", find_person, "pick=1"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger nummer/nr to $", find_person, "pick=2"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger nummer/nr tre $", find_person, "pick=3"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger nummer/nr fire $", find_person, "pick=4"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger nummer/nr fem $", find_person, "pick=5"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger den/det/ham/hende første/øverste $", find_person,
     "pick=1"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger den/det/ham/hende anden/andet $", find_person,
     "pick=2 other=yes"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger den/det/ham/hende tredje $", find_person,
     "pick=3"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger den/det/ham/hende fjerde $", find_person,
     "pick=4"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger den/det/ham/hende femte $", find_person, "pick=5"},
    {"^ ?nej/ja/jo/ok/så ?jeg/tag/vælg ?mener/tager/vælger den/det/ham/hende sidste/nederste $", find_person,
     "pick=last"},

    // reaching somebody later
    {"mind/minde/husk/påmind/påminde ?du mig/os ?om/på ?lige ?at "
     "ring/ringe/skriv/skrive/kontakt/kontakte/tale ?op ?til/med ham/hende/dem/vedkommende",
     reminder_set, "call=yes"},
    {"ring/ringe/skriv/skrive/tal/tale/tage/kontakt/kontakte ?op/fat/med ?til/i/med "
     "ham/hende/dem/vedkommende",
     reminder_set, "call=yes"},

    // who covers
    {"^ ?og/men hvem er/bliver ?så ?hans/hendes/deres/vedkommendes "
     "vikar/vikaren/afløser/afløseren/stedfortræder/stedfortræderen/suppleant/backup ?for/til "
     "?ham/hende/dem/vedkommende $",
     who_covers},
    {"^ ?og hans/hendes/deres/vedkommendes vikar/vikaren/afløser/stedfortræder/suppleant/backup $",
     who_covers},
    {"^ og vikar/vikaren/afløser/afløseren/stedfortræder/stedfortræderen/suppleant/backup $", who_covers},
    {"^ ?og/men hvem dækker/afløser/vikarierer/erstatter/overtager/træder ?ind/til ?så ?for "
     "ham/hende/dem/vedkommende $",
     who_covers},
    {"^ ?og/men hvem ?så dækker/afløser/vikarierer/overtager ?ind ?så ?imens $", who_covers},
    {"^ ?og/men ?hvem hvad ?hvis/når/mens han/hun/de er væk/ude/fraværende/ferie $", who_covers},

    // number and mail
    {"^ ?og ?men hvad er/har ?så hans/hendes/deres/vedkommendes ?direkte "
     "nummer/nummeret/telefonnummer/telefonnummeret/telefon/mobil/mobilnummer/lokalnummer/tlf/nr/telefonnr/"
     "mobilnr $",
     tasks_of_person, "want=phone"},
    {"^ ?og ?hvad ?er ?så hans/hendes/deres/vedkommendes ?direkte "
     "nummer/telefonnummer/telefon/mobil/mobilnummer/lokalnummer/tlf/nr/telefonnr $",
     tasks_of_person, "want=phone"},
    {"^ ?og hvad er ?så nummeret/telefonnummeret/mobilnummeret ?til/på ?ham/hende/dem/vedkommende $",
     tasks_of_person, "want=phone"},
    {"^ og ?hvad ?er nummer/nummeret/telefonnummer/telefonnummeret/telefon/mobil/tlf $", tasks_of_person,
     "want=phone"},
    {"^ ?og ?hvad ?er ?så hans/hendes/deres/vedkommendes ?e "
     "mail/mailen/mailadresse/mailadressen/email/emailadresse/mailadr $",
     tasks_of_person, "want=mail"},
    {"^ ?og hvad er ?så ?e mailen/mailadressen/emailen/emailadressen/mail/email ?til/på "
     "?ham/hende/dem/vedkommende $",
     tasks_of_person, "want=mail"},
    {"^ og ?e mail/mailen/mailadressen/email/emailen $", tasks_of_person, "want=mail"},
    {"har du ?et/en hans/hendes/deres/vedkommendes nummer/telefonnummer/mobil/mobilnummer $", tasks_of_person,
     "want=phone"},
    {"har du ?en hans/hendes/deres/vedkommendes mail/mailadresse/email $", tasks_of_person, "want=mail"},
    {"kan/må jeg/man få hans/hendes/deres/vedkommendes nummer/telefonnummer/mobilnummer $", tasks_of_person,
     "want=phone"},
    {"kan/må jeg/man få hans/hendes/deres/vedkommendes mail/mailadresse/email $", tasks_of_person,
     "want=mail"},
    {"^ ?og hvordan får/fanger/kontakter/træffer/når jeg/man/vi ?fat ?på/i ham/hende/dem/vedkommende $",
     tasks_of_person, "want=contact"},

    // leaders
    {"^ ?og hvem er ?så hans/hendes/deres/vedkommendes ?nærmeste "
     "leder/chef/lederen/chefen/afdelingsleder/teamleder $",
     leader_of_person},
    {"^ ?og hans/hendes/deres/vedkommendes ?nærmeste leder/chef/afdelingsleder $", leader_of_person},
    {"^ ?og hvem er ?så ?nærmeste leder/lederen/chef/chefen ?for ?ham/hende/dem $", leader_of_person},
    {"^ ?og hvem er hans/hendes/deres medarbejdere/ansatte/folk/team $", people_of_leader},
    {"^ ?og hvem leder/bestyrer han/hun $", people_of_leader},

    // at work
    {"^ ?og ?men er han/hun/de/vedkommende ?så ?på/i/til/der ?ikke "
     "arbejde/arbejd/kontoret/inde/her/der/væk/ferie/stede/ledig/hjemme/tilbage/mødt/fri/orlov/kursus $",
     availability},
    {"^ ?og ?men er han/hun/de/vedkommende ?så/mon ?ikke ?på/i/til/der ?ikke "
     "arbejde/arbejd/job/jobbet/kontoret/kontor/inde/her/der/væk/ferie/hjemme/tilbage/fri/orlov/kursus "
     "i/på/idag/imorgen/nu ?dag/morgen/mandag/tirsdag/onsdag/torsdag/fredag/øjeblikket $",
     availability},
    {"^ ?og ?men er han/hun/de/vedkommende ?så/mon ?ikke på job/jobbet $", availability},
    {"^ ?og hvornår er/kommer/møder han/hun/de/vedkommende ?så tilbage/igen/ind/her/hjemme $", availability,
     "back=yes"},
    {"^ ?og arbejder han/hun/de/vedkommende ?ikke i/på dag/morgen/mandag/tirsdag/onsdag/torsdag/fredag $",
     availability},
    {"^ ?og har/holder han/hun/de/vedkommende ferie/fri $", availability},
    {"^ ?og kan jeg/man/vi ?så få/fange/træffe ?fat ?i/på ham/hende/dem/vedkommende ?i ?dag/nu/morgen $",
     availability},

    // what else
    {"^ ?og hvad laver/har/arbejder han/hun/de/vedkommende ?ellers/også/med/af ?også/ellers/med/af $",
     tasks_of_person},
    {"^ ?og hvad tager/sidder/står han/hun/de/vedkommende ?sig ?ellers/også af/med/for ?ellers/også $",
     tasks_of_person},
    {"^ ?og hvilke ?andre opgaver har/løser/varetager han/hun/de/vedkommende ?ellers/også $",
     tasks_of_person},
    {"^ ?og ?hvad ?er hans/hendes/deres/vedkommendes ?andre opgaver $", tasks_of_person},
    {"^ ?og hvem er han/hun/de/vedkommende $", tasks_of_person},

    // the same on another day
    {"^ ?og/men/så/ok hvad med ?så ?i/på/om ?næste/denne {day} ...", availability, "again=yes"},
    {"^ og/men ?så ?hvad ?i/på/om ?næste/denne {day} ...", availability, "again=yes"},

    // the same about somebody else
    {"^ ?og/men/så hvad med <person> ?så $", tasks_of_person, "same=yes"},
    {"^ og/men ?så <person> $", tasks_of_person, "same=yes"},
    {"^ ?nej/ja/jo jeg mener <person> $", tasks_of_person, "named=yes"},
};

}  // namespace

std::span<const PatternRow> follow_ups() {
  return rows;
}

}  // namespace handlers::understanding::danish
