#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // A room alone, and the council's meetings, are no gatherings of ours.
    {"how/where/who/can/need/want ... book/reserve ?a/the/an meeting room/rooms ...", find_person,
     "task=book a meeting room"},
    {"when/where/what ... council/committee meeting/meetings ...", find_person,
     "task=council meeting unsure=yes"},
    {"when/where/what does/do/will/time ?does ?the ?town/city council meet ...", find_person,
     "task=council meeting unsure=yes"},
    {"minutes ?of/for/from/to ?the ?last/next/latest council/committee ...", find_person,
     "task=minutes unsure=yes"},
    {"agenda/agendas ?of/for/from/to ?the ?last/next/latest council/committee ...", find_person,
     "task=agenda unsure=yes"},
    {"make/appoint <person> ?the/as/a ?new coordinator of/for/in ?the <network>", network_create,
     "want=coordinator"},
    {"make/appoint <person> ?the/as/a deputy/successor ?coordinator of/for/in ?the <network>", network_create,
     "want=successor"},
    {"change/set/update/edit ?the purpose of/for ?the <network> to <text>", network_create, "want=purpose"},
    {"change/set/update/edit ?the ?usual/regular meeting place/room/venue of/for ?the <network> to <text>",
     network_create, "want=place"},
    {"make ?the <network> closed/private/members ?only", network_create, "want=closed"},
    {"make ?the <network> open/public ?to/for ?everybody/everyone/all", network_create, "want=open"},
    {"unbind/unlink/disconnect/remove this channel/chat/thread/group from ?the <network>", network_create,
     "want=unbind"},
    {"use/bind/link/connect this channel/chat/thread/group for/to/as/with ?the <network>", network_create,
     "want=bind"},
    {"bind/link/connect ?the <network> to/with this channel/chat/thread", network_create, "want=bind"},
    {"add/put everyone/everybody/all ... tagged/marked ... to ?the <network>", network_join},
    {"add/put <person> and ... to/in/into ?the <network>", network_join},
    {"remove/take <person> ... from/off ?the <network>", network_leave},
    {"remove/take/sign/get me/us ?out from/off/of ?from/the <network>", network_leave},
    {"leave/quit/exit/resign ?from/the ?the <network>", network_leave},
    {"unsubscribe ?me from ?the <network>", network_leave},
    {"i/we want/d/would/like ?like ?to ?be/get leave/out/quit ?of ?the <network>", network_leave},
    {"i/we don/do/no/m/am t/not/longer ?longer ?want/wish/like ?to ?be ?a ?part/member in/of/part ?of/in "
     "?the <network>",
     network_leave},
    {"add/put/sign/enroll/enrol me/us ?as/down ?a ?member to/in/on/up/into/for/of ?to/for ?the <network>",
     network_join},
    {"add/put/sign/enroll/enrol <person> ?as/down ?a ?member to/in/on/up/into/for/of ?to/for ?the <network>",
     network_join},
    {"join ?me ?to ?the/a <network>", network_join},
    {"i/we/can/may want/d/would/can/i/we ?like/i/love ?to join/become/be ?a/part/in ?member/part ?of/in/to "
     "?the <network>",
     network_join},
    {"become ?a member of ?the <network>", network_join},
    {"close/dissolve/delete/shut/end/disband/archive/terminate ?down ?the <network>", network_close},
    {"close/dissolve/delete/shut/end/disband/archive/terminate ?down ?the/our/this ... {net} ?down",
     network_close},
    {"speed dating/networking/dates/date/meetings ?for/at ?<text>", pairing_plan},
    {"speed-dating/speeddating ?for/at ?<text>", pairing_plan},
    {"pair/match/mix/split/divide/shuffle ?up people/us/them/everyone/participants/attendees/the "
     "?participants/attendees ?up ?<text>",
     pairing_plan},
    {"make/create/plan/draw ?up ?random/some/small/mixed ?1*/2*/3*/4*/5*/6*/7*/8*/9* "
     "pairs/pairings/rounds/tables ?<text>",
     pairing_plan},
    {"withdraw/retract/recall ?the/my invitation/invitations/invite/invites ?<text>", gathering_cancel},
    {"cancel/scrap/drop/call ?off ?the/our/my/this/that/next "
     "?fridays/friday/monday/mondays/thursday/thursdays ?s {meet} ?off ?<text>",
     gathering_cancel},
    {"cancel <text>", gathering_cancel},
    {"{meet} is/has ?been cancelled/canceled/off", gathering_cancel},
    {"call off <text>", gathering_cancel},
    {"move/postpone/reschedule/push/shift/delay it/that/the/our/my/next/this <text>", gathering_move},
    {"^ ?please make room/space for 1*/2*/3*/4*/5*/6*/7*/8*/9* ?people/participants ?please $$",
     gathering_move},
    {"move/postpone/reschedule <text>", gathering_move},
    {"can/could/should we ?please have/do/hold/take it/the/that ?{meet} ?instead ?on/at/the/a "
     "day/week/later/monday/tuesday/wednesday/thursday/friday <text>",
     gathering_move},
    {"change the time/date/place/room of ?the/our <text>", gathering_move},
    {"schedule/organise/organize/arrange/plan/book/call/convene/hold/host ?me/us ?up ?a/an/the/another/next "
     "... {meet} ?<text>",
     gathering_create},
    {"set/put ?up/together ?me/us ?up ?a/an/another ... {meet} ?<text>", gathering_create},
    {"create/make/start/add/new ?a/an ?new ... {meet} ?<text>", gathering_create},
    {"invite <text>", gathering_create},
    {"^ every/each ... meet/meets ... $$", gathering_create},
    {"^ <network> meets ?always every <text>", gathering_create},
    {"i/we need/want/would/d ?like ?to ?have/hold ?a/an {meet} ... on/at/next <text>", gathering_create},
    {"create/start/make/establish/set/found/register/form ?up ?a/an "
     "?new/informal/formal/professional/internal/closed/open ?informal/formal/professional/internal "
     "?working/steering/project {net} ?for/called/about/on ?<text>",
     network_create},
    {"new network/group ?for/called/about <text>", network_create},
    {"when/where/what is/are/s/time/does/do/room/day ?is/does/do ?the ?our ?my ?next ... {meet} "
     "?for/of/in/start/begin/with <network>",
     gathering_info},
    {"when/where/what is/are/s/time/does/do/room/day ?is/does/do ?the ?our ?my ?next ... {meet} "
     "?start/begin/held",
     gathering_info},
    {"when/where does/do/is <network> meet/meeting ?next", gathering_info},
    {"^ ?and where/when is/s it ?held/again ?then $$", gathering_info},
    {"when do we meet ...", gathering_info},
    {"next {meet} of/for/in <network>", gathering_info},
    {"agenda/minutes ?of/for/from <text>", gathering_info},
    {"what is/s on the agenda ?<text>", gathering_info},
    {"^ ?the agenda ?please $", gathering_info},
    {"what am/are i/we invited ?to ...", gathering_info},
    {"which/what/my/our/upcoming meetings/events/gatherings/plenaries/invitations ...", gathering_info},
    {"is there ?a/an/any ?upcoming/planned {meet} ...", gathering_info},
    {"is ?the/our {meet} ?still on/cancelled/moved ...", gathering_info},
    {"who is/s chairing/taking ?the minutes/meeting ...", gathering_info},
    {"deadline/date for replying/answering/registration/rsvp ...", gathering_info},
    {"which/what/list/show ?me ?all ?of ?the {net} ?are/do/exist ?there/exist/we/you ?have/of/in ?the "
     "?municipality $",
     my_networks, "scope=all"},
    {"^ ?show/list ?me ?all ?the/of networks/groups $", my_networks, "scope=all"},
    {"my/our networks/groups/memberships", my_networks},
    {"which/what networks/groups am/are/do i/we ?a ?in/member/belong/part ...", my_networks},
    {"networks/groups ?that/which i/i'm ?am/m in/belong/part ...", my_networks},
    {"am i ?a/in ?member/part of/in any networks/groups/network/group", my_networks},
    {"who is/s/are/sits/was ?all ?a ?member/members/part in/of/on ?the <network>", network_members},
    {"who leads/coordinates/runs/chairs ?the <network>", network_members, "want=coordinator"},
    {"who is/s ?the/in coordinator/charge/contact/chair for/of ?the <network>", network_members,
     "want=coordinator"},
    {"coordinator/chair of/for ?the <network>", network_members, "want=coordinator"},
    {"who else is in ?the <network>", network_members},
    {"who belongs to ?the <network>", network_members},
    {"members/participants/memberlist/list/people of/in/for ?the <network>", network_members},
    {"how many ?people/members are/has/does ?there/members in/of ?the <network>", network_members},
    {"<network> members/memberlist", network_members},
    {"is <person> ?a ?member/part in/of ?the <network>", network_members},
};

}  // namespace

std::span<const PatternRow> collaboration() {
  return rows;
}

}  // namespace handlers::understanding::english
