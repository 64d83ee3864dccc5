#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // messages that are wanted again, or less wanted
    {"hvad/hvilke ?{messages} har jeg slået/sat fra/på ...", mute, "want=list"},
    {"vis/list/se/hvilke/hvad ?er ?mig ?alle mine/vores/jeg påmindelse*/huskeseddel/reminders ...",
     reminder_set, "want=list"},
    {"^ ?hvad ?er mine ?egne påmindelser/reminders $$", reminder_set, "want=list"},
    {"^ ?så slet/slette/fjern/fjerne/drop ?bare den/det ?igen $$", reminder_set, "want=delete it=yes"},
    {"hvilke påmindelse* har/venter ?jeg ...", reminder_set, "want=list"},
    {"slet/fjern/fortryd/annuller/aflys/drop ?min/mine/alle/den/sidste ?mine påmindelse*/reminder* "
     "?om/på/til "
     "<text>",
     reminder_set, "want=delete"},
    {"slet/fjern/fortryd/annuller/aflys/drop ?min/mine/alle/den/sidste ?mine påmindelse*/reminder*",
     reminder_set, "want=delete"},
    {"slå/sæt/tænd/start/genoptag ?alle/mine/for {messages} ?til/igen/på igen/til", mute, "off=yes"},
    {"^ ?kan/må/vil ?du ?godt ?gerne slå/sæt/tænd/start ?for det/den/dem/dig ?bare til/igen/på ?igen $$",
     mute, "off=yes it=yes"},
    {"^ ?hold/tag/sæt ?mig/dig/lige ?en/på pause i/til/indtil/fra/resten/de/på <text>", mute},
    // English, but beside a Danish name the message may count as Danish.
    {"^ ?please stop ?sending ?me ?all/any/the/your messages/notifications/reminders/alerts from <text>",
     mute},
    {"genoptag/start {messages}", mute, "off=yes"},
    {"^ ?kan/vil ?du vær/være stille/tavs/tyst ?<text>", mute},
    {"ophæv/fjern/stop lydløs/pausen/pause/mute", mute, "off=yes"},
    {"stop/stoppe/stands/afmeld/afbryd/sluk/pause/pauser/blokér/undgå/slip ?for ?med ?at ?sende ?mig "
     "?alle/for/mine/dine/flere/de {messages} ?fra ?dig <text>",
     mute},
    {"stop/stoppe/stands/afmeld/sluk/pause/undgå/slippe ?for ?med ?at ?sende ?mig "
     "?alle/for/mine/dine/flere/de {messages}",
     mute, "scope=?"},
    {"slå/sæt ?alle/mine/for {messages} fra/af/på ?pause/lydløs <text>", mute},
    {"slå/sæt ?alle/mine/for {messages} fra/af/på ?pause/lydløs", mute, "scope=?"},
    {"^ ?send ingen/ikke ?mig ?flere {messages} <text>", mute},
    {"^ ?send ingen/ikke ?mig ?flere {messages} ?tak", mute, "scope=?"},
    {"vil/ønsker ikke/ingen ?have/længere/mere/modtage/få ?længere/have/modtage/få ?flere/have {messages} "
     "<text>",
     mute},
    {"vil/ønsker ikke/ingen ?have/længere/mere/modtage/få ?længere/have/modtage/få ?flere/have {messages}",
     mute, "scope=?"},
    {"forstyr/forstyrre ?mig ikke <text>", mute},
    {"ikke forstyrres <text>", mute},
    {"forstyr/forstyrre/forstyrres ?mig ikke", mute, "scope=?"},
    {"ikke forstyr/forstyrres", mute, "scope=?"},
    {"ro for/fra dig/botten/{messages} ...", mute},
    {"lad mig være ?i/med ?fred <text>", mute},
    {"lad mig være ?i ?fred", mute, "scope=?"},
    {"mute/mut/lydløs/snooze ?alle/mig/dig/botten <text>", mute},
    {"^ mute/lydløs/snooze/stop $", mute, "scope=?"},
    {"hold/ti stille/mund ?indtil/til ...", mute},
    {"^ jeg har/holder ferie/fri/orlov ... ?så ingen/ikke/uden {messages}", mute},

    // reminders
    {"ryk/rykke/rykker/prik/skub/pres/pirk/opfordr ?lige dem/alle/folk/deltager*/de/til/resten/manglende/for "
     "...",
     rsvp_nudge},
    {"send/sende ?lige ?en/et ?venlig rykker/påmindelse/puf ?ud til dem/de/alle/resten/deltagerne ?som/der "
     "...",
     rsvp_nudge},
    {"giv/give dem/alle/resten/deltagerne ... puf/praj/prik", rsvp_nudge},
    {"^ ?kan/vil ?du ?lige mind/minde/påmind/påminde dem/alle/deltagerne ?om ?det ?igen $$", rsvp_nudge},
    {"^ ?kan ?du ?lige ?vil rykke/ryk $", rsvp_nudge},
    {"ryk de ?sidste/manglende/andre ...", rsvp_nudge},
    {"send/sende ?lige ?en/et rykker/rykkere/rykkermail/venlig ?påmindelse ?til "
     "?dem/de/alle/resten/deltagerne ...",
     rsvp_nudge},
    {"mind/minde/påmind/påminde/spørg/spørge/hør/kontakt/skriv ?til ?igen dem/alle/de/resten/deltagerne "
     "?igen ?om/som/der ... mangler/svare/svaret/svar/tilmeldt/tilbagemelding",
     rsvp_nudge},
    {"mind/minde/mindes/husk/huske/påmind/påminde/adviser/notificer ?lige mig/os/hende/ham/holdet/gruppen "
     "?lige/da ?om/på <text>",
     reminder_set},
    {"mind/minde/påmind/påminde <person> ?om/på <text>", reminder_set},
    {"jeg vil ?gerne mindes/påmindes ?om/på <text>", reminder_set},
    {"mind/minde/husk/påmind/påminde mig/os", reminder_set},
    {"sig/giv/skriv/ping ?lige ?mig/os besked/til/lyd/praj/et ?mig/os/praj "
     "når/om/i/kl/klokken/på/inden/den/imorgen <text>",
     reminder_set},
    {"^ husk ?at/lige <text>", reminder_set},
    {"^ påmindelse ?om/til/på <text>", reminder_set},
    {"jeg skal ?lige huske/mindes ?på/om ?at <text>", reminder_set},
    {"send/sæt/lav/opret/flyt/vent/udskyd/stil/læg/giv/bestil ... påmindelse*/reminder*/alarm*/huskeseddel "
     "?om/på/til/for <text>",
     reminder_set},
    {"send/sæt/lav/opret/flyt/vent/udskyd/stil/læg/giv/bestil ... påmindelse*/reminder*/alarm*/huskeseddel",
     reminder_set},
    {"send/sæt/lav/opret/flyt ... rykker* ... før/efter/dage", reminder_set},
    {"ring/skriv/mail/kontakt ?til/op <person> ?i/på/om/kl/klokken "
     "imorgen/morgen/overmorgen/mandag/tirsdag/onsdag/torsdag/fredag/lørdag/søndag/1*/2*/7*/8*/9* ...",
     reminder_set, "call=yes"},
};

}  // namespace

std::span<const PatternRow> messages() {
  return rows;
}

}  // namespace handlers::understanding::danish
