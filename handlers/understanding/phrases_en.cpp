#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {

// Lists of word forms, one blank between. The line breaks are for people only.

const std::string_view link_words = "of in on to for with and or from at by under the";

const std::string_view who_words = "who whom whose which whoever someone somebody anyone anybody";

const std::string_view holding_words = "has have had holds own owns";

const std::string_view asking_words =
    // reaching somebody
    "ask asking question questions query enquiry inquiry contact contacts contacting reach phone call speak "
    "talk talking refer "
    "find looking need needs email "
    // being responsible, working with it
    "responsible responsibility charge handle handles handled handling deal deals dealing manage manages "
    "managing run runs "
    "running work works working cover covers covering takes look looks owner expert experts specialist "
    "colleague colleagues "
    "help helps assist advise department office team duty sort sorts oversee oversees coordinates coordinate "
    "administers "
    "knows person people caseworker lead leads employee officer official staff support supports process "
    "processes";

const std::string_view filler_words =
    "asks asked mail write tell tells telling told know known show shows give gives get gets getting got "
    "wonder wondering "
    "direct point send sends go goes going turn seek seeking search searching want wants wanted needed find "
    "finding found "
    "owner take taking care after council municipality municipal right best correct proper main job task "
    "tasks area matter "
    "matters issue issues topic case cases thing things stuff regarding concerning about related do does "
    "doing done sit sits "
    "citizen citizens resident customer neighbour neighbor caller line urgent urgently quickly quick soon "
    "asap bit little "
    "please thanks thank cheers kindly hi hello hey dear good morning afternoon evening sorry excuse hurry "
    "rush possible "
    "maybe perhaps just really actually currently now today tomorrow yesterday week month year monday "
    "tuesday wednesday "
    "thursday friday saturday sunday here there may might must shall let us lot many much very also via "
    "request requests "
    "like been ring answer answers hold these days day called calling";

namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"<person> ?s private/home/personal ?mobile/number/phone/address/cell/email", sensitive_refuse},
    {"private/home/personal mobile/number/phone/address/cell/email ?number of/for <person>",
     sensitive_refuse},
    {"is/was he/she/they sick/ill/pregnant/fired/divorced/married", sensitive_refuse},
    {"is/was <person> ?off ?on sick/ill/pregnant/fired/divorced/married", sensitive_refuse},
    {"has <person> been/got/gotten fired/sacked/ill/sick/divorced/married", sensitive_refuse},
    {"why is <person> away/sick/off/absent/out/home", sensitive_refuse},
    {"how much does <person> earn/make", sensitive_refuse},
    {"how old is <person>", sensitive_refuse},
    {"where does <person> live", sensitive_refuse},
    {"<person> ?s salary/diagnosis/illness/birthday/wage/cpr", sensitive_refuse},
    {"salary/diagnosis/illness of/for <person>", sensitive_refuse},

    {"what ?data/information do/have you know/store/stored/have/keep/saved ?on/about me", privacy_export},
    {"export/download/show/see/get ?all my data", privacy_export},
    {"delete/erase/remove/forget ?all/everything my/about data/me/information/history ?$", privacy_delete},
    {"forget ?about me $", privacy_delete},

    {"mute/silence ?all/the/my/me/reminders/notifications/messages", mute},
    {"stop ?all/the/my/sending reminders/messages/notifications", mute},
    {"no ?more reminders/messages/notifications", mute},
    {"do not disturb ?me", mute},

    {"remind me/us/him/her/them ?to/about/on/in <text>", reminder_set},
    {"remind me/us", reminder_set},
    {"set/send/create/make ?a/the/up reminder/reminders ...", reminder_set},

    {"who has/have ?still ?not/n't answered/replied/responded/registered/accepted/declined ?yet",
     rsvp_status},
    {"who has/have ?still not ?yet answered/replied/responded", rsvp_status, "filter=missing"},
    {"who hasn/haven t ?yet answered/replied/responded", rsvp_status, "filter=missing"},
    {"who is/are coming/attending/missing", rsvp_status},
    {"how many ?people are/have coming/attending/answered/replied", rsvp_status},
    {"nudge/chase ?up those/them/everyone/people/the ...", rsvp_nudge},
    {"remind those/everyone/everybody who ...", rsvp_nudge},
    {"^ ?yes i m/am/ll/will in/coming/there/attending/be ?there $", rsvp, "answer=yes"},
    {"^ i ll/will be there $", rsvp, "answer=yes"},
    {"^ count me in $", rsvp, "answer=yes"},
    {"^ count me out $", rsvp, "answer=no"},
    {"^ ?sorry ?no i can t/not ?make/come/attend ?it $", rsvp, "answer=no"},
    {"^ ?sorry ?no i cannot/can't/won't come/attend/make ?it $", rsvp, "answer=no"},
    {"^ i m/am not coming/attending $", rsvp, "answer=no"},
    {"^ maybe $", rsvp, "answer=maybe"},

    {"speed dating/networking/dates ...", pairing_plan},
    {"pair/match people/us/them/everyone ?up ...", pairing_plan},
    {"collect/summarise/summarize/gather ?the/all answers/replies/responses/feedback ...", report_answers},
    {"cancel <text>", gathering_cancel},
    {"move/postpone/reschedule it/that/the/our/my <text>", gathering_move},
    {"move/postpone/reschedule <text>", gathering_move},
    {"schedule/organise/organize/arrange/plan/book/call ?a/an/the/next ... "
     "meeting/plenary/workshop/seminar/session/gathering <text>",
     gathering_create},
    {"set up/create ?a/an ... meeting/plenary/workshop <text>", gathering_create},
    {"invite <network> to <text>", gathering_create},
    {"when/where is/are/s ?the ?our ?next ... meeting/plenary/workshop/session/gathering ?for/of/in "
     "<network>",
     gathering_info},
    {"when/where is/are/s ?the ?our ?next ... meeting/plenary/workshop/session/gathering", gathering_info},
    {"when does <network> meet", gathering_info},
    {"agenda/minutes ?of/for/from <text>", gathering_info},

    {"my/our networks/groups", my_networks},
    {"which networks/groups am/are i/we", my_networks},
    {"who is/are/sits ?a ?member/members in/of <network>", network_members},
    {"members of <network>", network_members},
    {"make/appoint <person> ?the/as/a ?new coordinator of/for/in <network>", network_create,
     "want=coordinator"},
    {"make/appoint <person> ?the/as/a deputy/successor ?coordinator of/for/in <network>", network_create,
     "want=successor"},
    {"use/bind/link/connect this channel/chat/thread/group for/to/as/with <network>", network_create,
     "want=bind"},
    {"bind/link/connect <network> to/with this channel/chat/thread", network_create, "want=bind"},
    {"remove/take me from/off <network>", network_leave},
    {"leave/quit ?the <network>", network_leave},
    {"unsubscribe ?me from <network>", network_leave},
    {"add/put/sign me to/in/on/up/into <network>", network_join},
    {"join ?the <network>", network_join},
    {"add/put everyone/everybody/all ... tagged/marked ... to <network>", network_join},
    {"add/put <person> ... to/in/into <network>", network_join},
    {"remove/take <person> ... from/off/out <network>", network_leave},
    {"create/start/make ?a ?new ... network/group ...", network_create},
    {"close/dissolve/delete ?the ... network/group ...", network_close},

    {"i have/ve taken over <task> from/after <person>", task_transfer},
    {"i have/ve taken over <task>", task_transfer},
    {"<person> has taken over <task>", task_transfer},
    {"remove/take me from/off <task>", task_transfer},
    {"transfer/hand ?over <task> to <person>", task_transfer},
    {"assign/give <task> to <person>", task_assign},
    {"assign/give <person> <task>", task_assign},
    {"add ?a ?new task <task>", task_add},
    {"confirm ?all my tasks/task/responsibilities", task_confirm},
    {"my tasks are ?still correct/right/fine", task_confirm},
    {"<person> no longer does/has/handles/works <task>", task_report_wrong},
    {"<person> doesn t do/handle/have <task>", task_report_wrong},
    {"that/this/it s/is ?not wrong/right/incorrect/correct/outdated ...", task_report_wrong},
    {"wrong person/answer", task_report_wrong},
    {"tasks without ?a ?an ?any owner/person/responsible/anyone ...", gap_report},
    {"which tasks are/have/lack ?no ... unassigned/owner/vacant/unconfirmed/missing", gap_report},
    {"subscribe ?me ?to ...", digest_subscribe},
    {"send me ?a/the weekly/monthly ...", digest_subscribe},
    {"weekly/monthly digest/summary/overview", digest_subscribe},

    {"who is/s ?standing/filling/covering/subbing/stepping in/for ?for <person>", who_covers},
    {"who covers/replaces/substitutes ?for <person>", who_covers},
    {"substitute/stand-in/deputy/cover/backup for <person>", who_covers},
    {"who is/s covering <task>", who_covers},
    {"who covers/cover <task> today/now/tomorrow/this/while ...", who_covers},
    {"who covers for <task>", who_covers},
    {"while <person> is away/off/out", who_covers},
    {"is <person> in/at/away/on/available/around/back/off/here/out/working "
     "?work/holiday/vacation/leave/the/office ...",
     availability},
    {"when is/will/does <person> ?be/come/get back/in/return/available", availability},
    {"who is/s my ?own ?line manager/boss/leader/supervisor", leader_of_person, "person=me"},
    {"who do i report to", leader_of_person, "person=me"},
    {"who is/s <person> ?s manager/boss/leader/supervisor/head", leader_of_person},
    {"who does <person> report to", leader_of_person},
    {"manager/boss/leader/supervisor of <person>", leader_of_person},
    {"who reports to <person>", people_of_leader},
    {"who works/work for/under <person>", people_of_leader},
    {"who is/are <person> ?s staff/team/employees/people/reports/direct", people_of_leader},
    {"<person> ?s staff/team/employees/reports", people_of_leader},
    {"who leads/heads/manages/runs ?up ?the <unit>", leader_of_unit},
    {"head/leader/manager/boss/director of ?the <unit>", leader_of_unit},
    {"who is/s <unit> ?s leader/manager/head/boss", leader_of_unit},
    {"what does/do <person> do", tasks_of_person},
    {"what does/do <person> work/handle/cover/deal ?on/with", tasks_of_person},
    {"what is/s <person> ?responsible/working/in for/on/charge", tasks_of_person},
    {"what/which tasks/responsibilities/areas does/do/is/are <person> ?have/handle/do/responsible",
     tasks_of_person},
    {"what are/is <person> ?s tasks/responsibilities/job", tasks_of_person},
    {"<person> ?s tasks/responsibilities", tasks_of_person},
    {"tasks/responsibilities of/for <person>", tasks_of_person},
    {"who is/s <person> $", tasks_of_person},
    {"phone/number/email/mail/contact ?number/details of/for <person> $", tasks_of_person, "want=contact"},
    {"<person> ?s phone/number/email", tasks_of_person, "want=contact"},
    {"my tasks $", tasks_of_person, "person=me"},

    {"^ help ?me $", help},
    {"^ menu/commands $", help},
    {"what can you/i do/ask/help ?me ?you ?with $", help},
    {"how do/does you/i/this/it work/use ?you/this/it $", help},
    {"^ who are you $", help},
    {"^ what are you $", help},
};

}  // namespace

std::span<const PatternRow> patterns() {
  return rows;
}

}  // namespace handlers::understanding::english
