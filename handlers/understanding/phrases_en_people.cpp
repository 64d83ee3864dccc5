#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"^ who/which of mine/my ?{staff} is/are/s away/absent/out/off ?on/in ?<text:when>", availability,
     "person=me want=staff"},
    {"^ who in my/our {staff}/department/unit is/s away/absent/out/off ?on/in ?<text:when>", availability,
     "person=me want=staff"},
    {"^ who is/s away/absent/off/out in/of my/our {staff}/department/unit ?on/in ?<text:when>", availability,
     "person=me want=staff"},
    {"^ i m/am/ll/will ?be away/off/out/absent ?of ?the ?office ?on/in/from/until/for ?the {when}/1*/2*/3* "
     "... "
     "$$",
     availability, "person=me want=told"},
    {"^ i m/am/ll/will/have ?be/a/on/taking on/holiday/vacation/leave ?annual ?holiday/vacation/leave "
     "?on/in/from/until/for ?the {when}/1*/2*/3* ... $$",
     availability, "person=me want=told"},
    {"who is/s/will/can/are/could ?be "
     "{covers}/covering/standing/filling/subbing/cover/stand/fill/step/sub/deputising "
     "?in/up/over ?for me ?<text:when>",
     who_covers, "person=me"},
    {"who {covers}/stands/fills/steps/deputises ?in/up/over ?for me ?<text:when>", who_covers, "person=me"},
    {"who is/s/will ?be my {cover} ?in ?person ?<text:when>", who_covers, "person=me"},
    {"do/will i have ?a/an/any {cover} ?in ?<text:when>", who_covers, "person=me"},
    {"{cover} ?in ?person for/of me/my ?work/tasks/cases/job ?<text:when>", who_covers, "person=me"},
    {"who/someone/somebody/anyone/anybody/colleague/colleagues/else ?is/will/can/could/to/should ?be "
     "{covers}/covering/cover/take/takes/taking/do/does/doing/handle/handles/handling/look/looks/looking/"
     "mind/manage ?over "
     "?on ?after ?care ?of ?for my "
     "work/tasks/task/cases/case/calls/phone/mail/email/emails/job/desk/responsibilities "
     "?<text:when>",
     who_covers, "person=me"},
    {"who is/s/will/are/can ?be "
     "standing/filling/covering/subbing/stepping/stand/fill/step/cover/sub/acting/replacing/replace/"
     "substituting ?in/up ?for/as <person> ?<text:when>",
     who_covers},
    {"who {covers}/stands/fills/steps/takes/deputises ?in/over/up ?for/from <person> ?<text:when>",
     who_covers},
    {"{cover} ?in ?person ?for/of <person> ?<text:when>", who_covers},
    {"<person> ?s {cover} ?in", who_covers},
    {"who takes/answers/does/handles/handle <person> ?s calls/work/phone/tasks/mail/cases ...", who_covers},
    {"who ?should/can/do/could/must i/we ?contact/ask/call/go/write/talk ?to while/when/if <person> ...",
     who_covers},
    {"while/when/if <person> is/s/isn ?t/not away/off/out/in/on/here/available/around/sick ...", who_covers},
    {"instead of <person> ?<text:when>", who_covers},
    {"who is/s covering ?for <task> {when} ?<text:when>", who_covers},
    {"who is/s covering ?for <task>", who_covers},
    {"who covers/cover/has/handles/does <task> today/now/tomorrow/this/while/next ?<text:when>", who_covers},
    {"who covers/cover/has/handles/does <task> on ?the {when}/1*/2*/3* ?<text:when>", who_covers},
    {"who is/s/stands ?the {cover} ?in ?person ?for/on/of <task>", who_covers},
    {"who covers for <task>", who_covers},
    {"^ ?and/but who is/s/will ?be ?the {cover} ?in ?person $", who_covers},
    {"^ and/but who covers $", who_covers},

    {"^ is/will/s <person> ?be ?not "
     "in/at/away/on/available/around/back/off/here/out/working/present/there/free/home/reachable ?from "
     "?work/holiday/vacation/leave/the/office/home/today/tomorrow ...",
     availability},
    {"^ is <person> {when} ...", availability},
    {"^ is <person> $", availability},
    {"when is/will/does <person> ?be/come/get ?back/in/return/available/start/work/working/hold/at ...",
     availability},
    {"when can/could i/we reach/get/catch/meet ?hold ?of <person> ...", availability},
    {"where is/s <person> ?today/now/tomorrow/right/this ...", availability},
    {"how long is/will <person> ?be away/out/off/gone", availability},
    {"can/could i/we reach/catch/meet/call/find/see <person> ?at/in/on "
     "today/tomorrow/now/monday/tuesday/wednesday/thursday/friday/work/office ...",
     availability},
    {"does/do <person> work ?on/from/in "
     "today/tomorrow/monday/tuesday/wednesday/thursday/friday/home/mondays/fridays ...",
     availability},
    {"does/has <person> have/has ?a/the day/holiday/vacation/time off ...", availability},
    {"<person> ?s absence/absences/availability/calendar/vacation/holiday/schedule ...", availability},
    {"availability of <person> ?<text:when>", availability},

    {"who is/s/are my/our ?own ?direct/immediate/line {leader}", leader_of_person, "person=me"},
    {"who do/am i/should report/reporting to", leader_of_person, "person=me"},
    {"who is/s above me", leader_of_person, "person=me"},
    {"^ ?show my ?line {leader} $", leader_of_person, "person=me"},
    {"who is/s/are my/our {staff}", people_of_leader, "person=me"},
    {"who reports to me", people_of_leader, "person=me"},
    {"^ ?show/list ?me my {staff} $", people_of_leader, "person=me"},
    {"who do i manage/lead", people_of_leader, "person=me"},
    {"who is/s/are <person> ?s ?line/direct/immediate {leader}", leader_of_person},
    {"who does/do <person> report/answer to", leader_of_person},
    {"who is/s ?the {leader} of/for/over <person>", leader_of_person},
    {"{leader} of/for <person>", leader_of_person},
    {"^ ?show <person> ?s ?line {leader} $", leader_of_person},
    {"who manages/leads/supervises <person>", leader_of_person},
    {"who is <person> managed/led by", leader_of_person},
    {"who reports ?directly to <person>", people_of_leader},
    {"who works/work/is/are for/under/employed <person>", people_of_leader},
    {"who is/are/does/do <person> ?s ?direct {staff}/manage/lead/supervise/managing/leading/direct",
     people_of_leader},
    {"how many ?people {staff} ?does/do/work/report ?under/to/for <person> ...", people_of_leader},
    {"^ ?show/list ?me <person> ?s ?direct {staff}", people_of_leader},
    {"{staff} of/under/reporting ?to <person>", people_of_leader},
    {"who leads/heads/manages/runs ?up ?the <unit>", leader_of_unit},
    {"who is/s in charge of ?the <unit> $", leader_of_unit},
    {"who is/s ?the {leader}/head ?of/for/in ?the <unit> $", leader_of_unit},
    {"{leader} of/for/in ?the ?department/unit <unit>", leader_of_unit},
    {"who is/s ?the <unit> ?s {leader}", leader_of_unit},
    {"^ <unit> ?s ?department {leader} $", leader_of_unit},
    {"who is/s ?the/our ?municipal <title> $", leader_of_unit},

    {"who/which ?all ?{staff} works/work/is/are/sits/sit ?there/employed in/at/for ?the <unit> "
     "?department/unit/team $",
     people_of_leader},
    {"how many ?people/{staff} ?are/work ?there ?work/employed/working in/at ?the <unit> "
     "?department/unit/team $",
     people_of_leader},
    {"{staff} in/at/of ?the <unit> ?department/unit/team $", people_of_leader},
    {"who is/s/are in/on ?the <unit> ?department/unit/team $", people_of_leader},
    {"^ ?show/list ?me ?the/everyone/everybody ?in <unit> {staff} $", people_of_leader},
    {"everyone/everybody in ?the <unit> $", people_of_leader},

    {"{phone} ?number of/for/to <person> $", tasks_of_person, "want=phone"},
    {"<person> ?s ?work/direct/phone/telephone/mobile {phone} ?number", tasks_of_person, "want=phone"},
    {"call/phone/ring/dial ?up <person>", tasks_of_person, "want=phone"},
    {"{mail} ?address of/for/to <person>", tasks_of_person, "want=mail"},
    {"<person> ?s ?work {mail} ?address", tasks_of_person, "want=mail"},
    {"email/mail/write ?to <person>", tasks_of_person, "want=mail"},
    {"send ?an/a email/mail/message to <person>", tasks_of_person, "want=mail"},
    {"{contact} ?details/info/information of/for/on <person>", tasks_of_person, "want=contact"},
    {"<person> ?s {contact} ?details/info/information", tasks_of_person, "want=contact"},
    {"contact/reach/message <person> $", tasks_of_person, "want=contact"},
    {"talk/speak/chat/touch to/with <person> $", tasks_of_person, "want=contact"},
    {"get/have ?in hold/contact/touch of/with <person> $", tasks_of_person, "want=contact"},
    {"^ ?show/see/print/list/what/get ?are/is/me my ?own ?task {tasks} $", tasks_of_person, "person=me"},
    {"show/see/print/list/get ?me my ?own ?task {tasks}", tasks_of_person, "person=me"},
    {"what/which ?{tasks} am/do i ?have responsible/do/handle/have/listed/working/on ?for/on",
     tasks_of_person, "person=me"},
    {"what/which am i responsible/working/listed for/on/as", tasks_of_person, "person=me"},
    {"what does/do/can/did <person> ?actually do/help ?me/us ?with", tasks_of_person},
    {"what does/do <person> ?actually work/handle/cover/deal/take ?on/with/care ?of", tasks_of_person},
    {"what is/s <person> ?s ?actually "
     "responsible/working/in/doing/role/job/title/position/department/unit/field ?for/on/charge ?of",
     tasks_of_person},
    {"what/which department/unit/team is/does/s <person> ?in/work/belong ...", tasks_of_person},
    {"where does/do <person> work/sit", tasks_of_person},
    {"how many ?different {tasks} do/have i ?have/handle/do/got", tasks_of_person, "person=me count=yes"},
    {"how many ?different {tasks} does/do/has/have/is <person> ?have/handle/do/got/own/responsible ?for",
     tasks_of_person, "count=yes"},
    {"what/which {tasks} does/do/is/are <person> ?have/handle/do/responsible/own ?for", tasks_of_person},
    {"what/which are/is <person> ?s {tasks}", tasks_of_person},
    {"<person> ?s ?other/current {tasks}", tasks_of_person},
    {"{tasks} of/for/does <person>", tasks_of_person},
    {"show/list/print/see/get ?me <person> ?s ?task {tasks}", tasks_of_person},
    {"who is/s/exactly <person> $", tasks_of_person},
    {"tell me about <person>", tasks_of_person},
    {"do you know ?a <person> $", tasks_of_person},
    {"what can i/we ask/contact/use <person> ?about/for", tasks_of_person},
    {"what can <person> help ?me/us ?with", tasks_of_person},
    {"how/where can/do/could i/we contact/reach/find/get ?hold/in ?of/touch ?with <person>", tasks_of_person,
     "want=contact"},
    {"^ ?i ?m/am find/looking/search/show/lookup ?me ?for/up ?colleague <person> $", tasks_of_person},

    // what is done, whose verb alone is another matter ("logging")
    {"log/logging/logged ?me in/on $", find_person, "task=login"},
    {"log/logging/logged ?me off/out $", find_person, "task=login unsure=yes"},

    {"^ help ?me/please/out $", help},
    {"^ ?show menu/commands/examples/instructions/manual ...", help},
    {"what/which ?kind/sort/of ?of ?questions/things can/do/should you/i/this/it/the ?bot "
     "do/ask/help/answer/write/say/use ?me/you ?you ?with/about/for/on ?here $",
     help},
    {"what can you do/help ?me ?with", help},
    {"what can i ask ?you ?about", help},
    {"how do/does/can/should you/i/this/it/the ?bot work/use/ask ?you/this/it/bot/the ?bot $", help},
    {"^ who are/made/built you ?exactly $", help},
    {"^ what are/is/s you/this/your/it ?bot/for/name $", help},
    {"^ ?can ?you ?i/please need/help ?some/me help/please/out $", help},
    {"^ can you help ?me ?with ?something $", help},
    {"^ i don/do t/not understand $", help},
    {"get started", help},
    {"give/show me ?some ?an example/examples", help},
};

}  // namespace

std::span<const PatternRow> people() {
  return rows;
}

}  // namespace handlers::understanding::english
