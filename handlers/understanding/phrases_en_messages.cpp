#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"what have i muted/silenced ...", mute, "want=list"},
    {"show/list/what/which ?are ?me ?all my reminders ...", reminder_set, "want=list"},
    {"^ ?what ?are my ?own reminders ?please $$", reminder_set, "want=list"},
    {"^ ?please delete/remove/drop/cancel it/that ?again ?please $$", reminder_set, "want=delete it=yes"},
    {"which/what reminders do/have ?i ...", reminder_set, "want=list"},
    {"delete/remove/cancel/drop ?my/all/the/that/last ?my reminder/reminders ?about/to/on <text>",
     reminder_set, "want=delete"},
    {"delete/remove/cancel/drop ?my/all/the/that/last ?my reminder/reminders", reminder_set, "want=delete"},
    {"turn/switch/start/resume/unmute/enable ?on ?all/the/my {messages} ?back/on/again ?on/again", mute,
     "off=yes"},
    {"^ ?please turn/switch ?it ?that ?back on ?it ?again ?please $$", mute, "off=yes it=yes"},
    {"^ ?please pause for/until/till/from <text>", mute},
    {"^ ?please take/have a break for/until/till/from <text>", mute},
    {"unmute ?me", mute, "off=yes"},
    {"mute/silence/snooze/pause ?all/the/my/me/yourself/your {messages} <text>", mute},
    {"mute/silence/snooze/pause ?all/the/my/me/yourself/your {messages}", mute, "scope=?"},
    {"mute/silence/snooze ?me/yourself/everything <text>", mute},
    {"^ mute/silence/snooze/stop ?me/yourself $", mute, "scope=?"},
    {"stop ?sending ?me ?all/any/the/my/your/these/more {messages} <text>", mute},
    {"stop ?sending ?me ?all/any/the/my/your/these/more {messages}", mute, "scope=?"},
    {"turn/switch ?off ?all/the/my {messages} ?off <text>", mute},
    {"turn/switch ?off ?all/the/my {messages} ?off", mute, "scope=?"},
    {"^ ?send ?me no ?more {messages} <text>", mute},
    {"^ ?send ?me no ?more {messages} ?please", mute, "scope=?"},
    {"don/do t/not send/message/ping ?me ?any/to ?more ?{messages}/receive/get ?{messages} <text>", mute},
    {"don/do t/not want ?any/to ?more {messages}/receive/get ?any ?more ?{messages} <text>", mute},
    {"don/do t/not send/want ?me ?any/to ?more/get/receive ?any {messages}", mute, "scope=?"},
    {"do/don not/t disturb ?me <text>", mute},
    {"do/don not/t disturb ?me", mute, "scope=?"},
    {"unsubscribe/opt ?me ?out from/of {messages}", mute, "scope=?"},
    {"be quiet ?<text>", mute},
    {"leave me alone ?<text>", mute},
    {"nudge/chase/poke/prod ?up those/them/everyone/everybody/people/the/all/anyone/whoever/missing ...",
     rsvp_nudge},
    {"remind ?all ?of those/everyone/everybody/them/people/anyone/the ?ones who/that ...", rsvp_nudge},
    {"send ?out ?a/another ?the ?gentle/friendly nudge/chaser/follow-up/chasers/nudges ...", rsvp_nudge},
    {"remind/follow ?up ?with ?the missing/non-responders/nonresponders/rest ...", rsvp_nudge},
    {"^ ?can/could ?you ?please remind them/everyone/everybody ?all ?again ?please $$", rsvp_nudge},
    {"remind me/us/him/her/everyone/them ?to/about/on/in/of/that/at <text>", reminder_set},
    {"remind <person> ?to/about/on/of/that <text>", reminder_set},
    {"remind me/us", reminder_set},
    {"set/send/create/make/add/schedule ?me ?a/the/up/another reminder/reminders/alarm "
     "?to/for/about/on/in/at ?<text>",
     reminder_set},
    {"give/ping/tell/notify/nudge/let me ?a ?know/nudge/shout/ping/reminder when/on/at/in/before/tomorrow "
     "<text>",
     reminder_set},
    {"^ ?a reminder to/for/about/on <text>", reminder_set},
    {"don/do t/not let me forget ?to/about <text>", reminder_set},
    {"i need/want/have to remember ?to <text>", reminder_set},
    {"^ remember to <text>", reminder_set},
    {"call/ring/phone/email/contact <person> ?on/at/in "
     "tomorrow/monday/tuesday/wednesday/thursday/friday/next ...",
     reminder_set, "call=yes"},
};

}  // namespace

std::span<const PatternRow> messages() {
  return rows;
}

}  // namespace handlers::understanding::english
