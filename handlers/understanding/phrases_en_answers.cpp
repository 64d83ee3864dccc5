#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"nudge/chase/poke/prod ?up those/them/everyone/everybody/people/the/all/anyone/whoever/missing ...",
     rsvp_nudge},
    {"remind ?all ?of those/everyone/everybody/them/people/anyone/the ?ones who/that ...", rsvp_nudge},
    {"send ?out ?a/another ?the ?gentle/friendly nudge/chaser/follow-up/chasers/nudges ...", rsvp_nudge},
    {"remind/follow ?up ?with ?the missing/non-responders/nonresponders/rest ...", rsvp_nudge},
    {"who has/have ?people ?still not ?yet answered/replied/responded/registered/rsvpd/rsvp ?yet",
     rsvp_status, "filter=missing"},
    {"who still needs/has to answer/reply/respond", rsvp_status, "filter=missing"},
    {"who is/s/are ?still ?we missing", rsvp_status, "filter=missing"},
    {"who are we missing/lacking ...", rsvp_status, "filter=missing"},
    {"^ who is/s ?on ?the waiting list $", rsvp_status},
    {"who/which has/have ?people/of ?still ?not/n't ?yet answered/replied/responded/registered/rsvpd/rsvp "
     "?yet",
     rsvp_status},
    {"who hasn/haven t ?yet/still answered/replied/responded/registered/signed/rsvpd ?up ?yet", rsvp_status,
     "filter=missing"},
    {"^ who is/s/are/will ?all/be coming/attending/joining/signed/registered/there ?up/for ?to/on/the ...",
     rsvp_status},
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
    {"^ count me out $", rsvp, "answer=no"},
    {"^ ?i decline ?the ?invitation/invite $", rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?no ?but i/we can/won/m/am/are/re/will/ll t/not ?be ?able/to ?to "
     "make/come/attend/coming/attending/there/join/able ?it ?after/to ?all ...",
     rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?no ?but i/we cannot/cant/wont ?be ?able/to ?to "
     "make/come/attend/there/join/able ?it ?after/to ?all ...",
     rsvp, "answer=no"},
    {"^ ?sorry won/can/cannot ?t ?be ?able ?to make/come/attend ?it ...", rsvp, "answer=no"},
    {"^ ?sorry/unfortunately/no ?i not coming/attending $", rsvp, "answer=no"},
    {"^ no thanks ?i ?can/m/won ?t/not ?come/make/coming ?it $", rsvp, "answer=no"},
    {"^ ?i might/may ?be ?come/attend/coming/there $", rsvp, "answer=maybe"},
    {"^ i m/am not sure ?if/whether/yet ?i ?can ...", rsvp, "answer=maybe"},
    {"^ maybe ?i ?ll/will/can ?come/attend $", rsvp, "answer=maybe"},
    {"put/mark me ?down as/for ?a maybe", rsvp, "answer=maybe"},
    {"^ ?yes/yep/yeah/sure/ok ?and i/we m/am/ll/will/d/would ?be/love/like ?to "
     "in/coming/there/attending/joining/come/attend/join ?along/there $",
     rsvp, "answer=yes"},
    {"^ ?yes/sure i/we m/am/ll/will/are/can ?be in/coming/there/attending/joining/come/make/attend ?it "
     "?to/for ...",
     rsvp, "answer=yes"},
    {"^ count/put/sign me in/down ?as ?for ?coming/yes/attending $", rsvp, "answer=yes"},
    {"^ ?i accept ?the ?invitation/invite $", rsvp, "answer=yes"},
    {"put/mark/sign me ?down/up as/for ?a/the coming/attending/yes/participant/{meet}", rsvp, "answer=yes"},
};

}  // namespace

std::span<const PatternRow> answers() {
  return rows;
}

}  // namespace handlers::understanding::english
