#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // See phrases_da_answers.cpp.
    {"answered/replied/responded/answer/reply/respond ?to my/our invitation/invitations/invite/{meet} ...",
     rsvp_status},
    {"answered/replied/responded/answer/reply/respond ?to my/our/his/her/their <text:task>", find_person,
     "unsure=yes"},
    {"who has/have ?people ?still not ?yet answered/replied/responded/registered/rsvpd/rsvp ?yet",
     rsvp_status, "filter=missing"},
    {"who still needs/has to answer/reply/respond", rsvp_status, "filter=missing"},
    {"who is/s/are ?still ?we missing", rsvp_status, "filter=missing"},
    {"who are we missing/lacking ...", rsvp_status, "filter=missing"},
    {"^ who is/s ?on ?the waiting list $", rsvp_status},
    {"who/which has/have ?people/of ?still ?not/n't ?yet "
     "answered/replied/responded/registered/rsvpd/rsvp ?yet",
     rsvp_status},
    {"who hasn/haven t ?yet/still answered/replied/responded/registered/signed/rsvpd ?up ?yet", rsvp_status,
     "filter=missing"},
    {"^ who is/s/are/will ?all/be coming/attending/joining/signed/registered/there ?up/for ?to/on/the ...",
     rsvp_status},
    {"^ ?and who else is/s/will coming/attending/come/attend $", rsvp_status},
    {"who said/answered/replied ?yes/no/maybe $", rsvp_status},
    {"who has ?said/signed accepted/declined/yes/no/up/registered/rsvpd ...", rsvp_status},
    {"how many ?people/of/participants/are/have ?them/us/people ?are/is/have "
     "coming/attending/answered/replied/accepted/declined/registered/signed/responded/joining ...",
     rsvp_status},
    {"how many answers/replies/responses/participants/attendees ...", rsvp_status},
    {"answers/replies/responses/attendees/participants ?to/for/of ?the ?meeting as/in ?a/an "
     "csv/file/spreadsheet/excel",
     rsvp_status, "want=file"},
    {"rsvp/attendance/attendee/registration/response status/list/overview ...", rsvp_status},
    {"status of/on/for ?the replies/answers/rsvps/rsvp/invitation/invitations/responses/registrations ...",
     rsvp_status},
    {"show/list ?me ?the/all attendees/replies/participants/responses/rsvps/answers ...", rsvp_status},

    // no
    {"^ count me out $", rsvp, "answer=no"},
    {"^ ?i decline ?the ?invitation/invite $", rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?no ?but ?i/we can/won/m/am/are/re/will/ll t/not ?be ?able/to ?to make it "
     "?to/for ?the ?{meet} ?after ?all $",
     rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?no ?but ?i/we cannot/cant/wont ?be ?able ?to make it ?to/for ?the "
     "?{meet} ?after ?all $",
     rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?no ?but i/we can/won/m/am/are/re/will/ll t/not ?be ?able/to ?to "
     "come/attend/coming/attending/there/join/able ?to/for/at ?the ?{meet} ?after ?all $",
     rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?no ?but i/we cannot/cant/wont ?be ?able/to ?to come/attend/there/join "
     "?to/for/at ?the ?{meet} ?after ?all $",
     rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?no ?but i/we can/won/m/am/are/will t/not ?be ?able ?to "
     "make/come/attend/coming/attending ?it ?to ?the ?{meet} because/as/since/due ...",
     rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?no ?but ?i/we can/won t/not ?be ?able ?to ?make/do/attend <day> $", rsvp,
     "answer=no"},
    {"^ ?sorry/unfortunately/no ?no ?but ?i/we cannot/cant ?make/do/attend <day> $", rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?but ?i/we can/cannot/cant ?t/not ?make/do ?it that day $", rsvp,
     "answer=no"},
    {"^ no ?thanks/thank ?you to/for <day> $", rsvp, "answer=no"},
    {"^ ?sorry ?no not <day> $", rsvp, "answer=no"},
    {"^ ?sorry ?no <day> doesn/does t/not work/suit ?for ?me ?us $", rsvp, "answer=no"},
    {"^ ?sorry won/can t/not ?be ?able ?to come/attend $", rsvp, "answer=no"},
    {"^ ?sorry cannot/cant/wont come/attend $", rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?i not coming/attending $", rsvp, "answer=no"},
    {"^ no thanks ?i ?can/m/won ?t/not ?come/make/coming ?it $$", rsvp, "answer=no"},
    {"^ ?please take/remove me off/from ?the list/{meet}/invitation $", rsvp, "answer=no"},

    // perhaps
    {"^ ?i might/may ?be ?come/attend/coming/there $", rsvp, "answer=maybe"},
    {"^ i m/am not sure ?yet if/whether i can/ll/will/am/m ?be ?able ?to "
     "?come/attend/make/coming/there/join ?it $",
     rsvp, "answer=maybe"},
    {"^ i m/am not sure ?yet i can ?come/attend/make/join ?it $", rsvp, "answer=maybe"},
    {"^ maybe ?i ?ll/will/can ?come/attend $", rsvp, "answer=maybe"},
    {"put/mark me ?down as/for ?a maybe", rsvp, "answer=maybe"},

    // yes
    {"^ ?yes/yep/yeah/sure/ok ?and i/we m/am/are/re/ll/will/d/would/can ?be/love/like ?to "
     "in/coming/there/attending/joining/come/attend/join ?along/there ?to/for/at ?the ?{meet} $",
     rsvp, "answer=yes"},
    {"^ ?yes/actually/oh ?but i/we can ?make/come/attend ?it after all $$", rsvp, "answer=yes"},
    {"^ ?yes/sure i/we can ?make/do/manage <day> $", rsvp, "answer=yes"},
    {"^ ?yes/sure i/we can make it ?to ?the ?{meet} $", rsvp, "answer=yes"},
    {"^ yes/yep ?please/thanks to/for <day> $", rsvp, "answer=yes"},
    {"^ yes ?please/thanks to/for ?the {meet} ...", rsvp, "answer=yes"},
    {"^ ?yes <day> works/suits ?for ?me/us ?fine/good/ok/great ?with/for ?me $", rsvp, "answer=yes"},
    {"^ ?yes <day> is/s ?for ?me/us fine/good/ok/great ?with/for ?me/us $", rsvp, "answer=yes"},
    {"^ count/put/sign me in/down ?as ?for ?coming/yes/attending $", rsvp, "answer=yes"},
    {"^ ?i accept ?the ?invitation/invite $", rsvp, "answer=yes"},
    {"put/mark/sign me ?down/up as/for ?a/the coming/attending/yes/participant/{meet}", rsvp, "answer=yes"},

    // the other day of two
    {"but not <day> $", rsvp, "answer=no"},
    {"but ?i/we ?can ?do/make <day> $", rsvp, "answer=yes"},
    {"but <day> works/suits/is ?fine ?for ?me $", rsvp, "answer=yes"},

    // whether there is room, and who lets others in
    {"^ ?how can/may/could i/we ?also/still join/come/attend ?along ?to ?the/this/next/your {meet} ...",
     gathering_info, "want=join"},
    {"^ can/may/could i/we ?also/still come/join ?along/too $", gathering_info, "want=join"},
    {"^ is/are there ?still/any ?any/more/free ?free room/space/places/seats/spots/seat/spot/place "
     "?left/free/available ?for ?one/me/us/more/another/others ?more/people/person/colleague "
     "?left/available $",
     gathering_info, "want=room"},
    {"^ is/are there ?still/any ?any/more/free ?free room/space/places/seats/spots/seat/spot/place "
     "?left/free/available ?for ?one/me/us/more/another/others "
     "?more/people/person/colleague at/in/for ?the/this {meet} ...",
     gathering_info, "want=room"},
    {"^ how many seats/places/spots are ?there/still ?left/free/available ?at/for/in ?the ?{meet} $",
     gathering_info, "want=room"},
    {"^ how many people/of ?us can come/join/attend ?at/for/to ?the ?{meet} $", gathering_info, "want=room"},
    {"^ is ?the ?it/{meet} ?already/fully full/booked/overbooked $", gathering_info, "want=room"},
    {"^ can/may/could i/we bring/invite ?along ?a/my/some/another/more "
     "colleague/colleagues/guest/guests/someone/somebody/others/people/friend/intern ...",
     gathering_info, "want=guest"},
    {"^ can/may/could i/we bring/invite ?along <person> ?along/too/with ?me $$", gathering_info,
     "want=guest"},
    {"^ can/may/could ?a/my/some/another colleague/colleagues/guest/guests ?also come/join/attend ...",
     gathering_info, "want=guest"},

    // somebody else is taken out
    {"remove/take/drop/uninvite/disinvite <person> ?and ?<person> off/from ?the/this/our "
     "{meet}/list/invitation/attendees/participants ...",
     gathering_uninvite},
    {"^ ?please remove/drop <person> ?and ?<person> ?please $$", gathering_uninvite},
    {"^ ?please remove/take/drop/uninvite <person> ?and ?<person> off/from ?the "
     "lunch/dinner/brunch/reception/trip/party/webinar $$",
     gathering_uninvite},
    {"^ ?please uninvite/disinvite <person> ?and ?<person> ...", gathering_uninvite},

    // what they said, put together
    {"collect/summarise/summarize/gather/compile/show/export/report ?me ?up ?the/all ?of/the "
     "answers/replies/responses/feedback ?from/to/of/for ?<text>",
     report_answers},
    {"make/send/write/give/prepare ?me ?a/the summary/report ?of/on/from ?the "
     "answers/replies/responses/feedback/plenary/workshop/evaluation ?<text>",
     report_answers},
    {"what did people/they/everyone/participants/the say/answer/write/reply/groups ...", report_answers},
};

}  // namespace

std::span<const PatternRow> answers() {
  return rows;
}

}  // namespace handlers::understanding::english
