#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"unsubscribe/cancel/stop ?me ?from ?the/my ?weekly/monthly/daily {overview} ...", digest_subscribe,
     "off=yes"},
    {"subscribe/sign ?me ?up ?to/for ?the/a ?weekly/monthly/daily {overview} ?<text>", digest_subscribe},
    {"subscribe ?me ?to ...", digest_subscribe},
    {"send/give/get/email/want/like/receive ?me/to/us ?get/receive/have ?a/an/the ?short "
     "weekly/monthly/daily ?{overview} ?<text>",
     digest_subscribe},
    {"send/give/get/email/want/like/receive ?me/to/us ?get/receive/have ?a/an/the ?short {overview} ... "
     "every/each/weekly/monthly ?<text>",
     digest_subscribe},
    {"weekly/monthly/daily digest/summary/overview/report ...", digest_subscribe},
    {"i/we have/ve/just ?now/just/recently taken/took/inherited ?over <task> from/after <person:from>",
     task_transfer, "to=me"},
    {"i/we have/ve/just ?now/just/recently taken/took/inherited ?over <task>", task_transfer, "to=me"},
    {"i/we m/am/are/ll/will ?now/be taking/take over <task> from/after <person:from>", task_transfer,
     "to=me"},
    {"i/we m/am/are/ll/will ?now/be taking/take over <task>", task_transfer, "to=me"},
    {"<person:to> has/have ?now/just taken over <task> from/after <person:from>", task_transfer},
    {"<person:to> has/have ?now/just taken over <task>", task_transfer},
    {"<person:to> is/s/takes/took ?taking/now ?taking over <task> ?from/after ?<person:from>", task_transfer},
    {"remove/take me from/off/as ?the ?responsible/owner/person ?for/of <task> it/that is/s ?now <person:to> "
     "...",
     task_transfer, "from=me"},
    {"remove/take me from/off/as ?the ?responsible/owner/person ?for/of <task>", task_transfer, "from=me"},
    {"transfer/hand/move/pass/reassign ?over <task> from <person:from> ?over to <person:to>", task_transfer},
    {"transfer/hand/move/pass/reassign ?over ?my <task> ?over/on to <person:to>", task_transfer},
    {"i don/do t/not have/do/handle/own <task> any more", task_transfer, "from=me"},
    {"<person:from> has/gave/handed/passed ?handed/given <task> ?over to me", task_transfer, "to=me"},
    {"i no longer have/do/handle/own/work ?on/with <task>", task_transfer, "from=me"},
    {"i don/do t/not have/do/handle/own/work ?on/with <task> anymore ...", task_transfer, "from=me"},
    {"assign/give/delegate/allocate <task> to <person>", task_assign},
    {"assign/give <person> ?the ?task/responsibility ?of/for <task>", task_assign},
    {"put/make/set/appoint <person> ?on/as/the ?the ?in/responsible/owner/charge ?of/for <task>",
     task_assign},
    {"<person> should/will ?now take/have/own/be/handle ?over/responsible/care ?for/of <task>", task_assign},
    {"add/register/create ?a/the ?new task ?called/to ?catalogue/the <task>", task_add},
    {"add <task> to my tasks/list/sheet/responsibilities", task_add, "person=me"},
    {"add <task> to the catalogue/catalog ...", task_add},
    {"put/add/list me ?down on/as/for ?the ?responsible/owner ?for/of <task>", task_add, "person=me"},
    {"there is/s ?a task missing ?<task>", task_add},
    {"the catalogue/catalog lacks/misses/is ?missing <task>", task_add},
    {"i m/am ?now ?also responsible/doing/handling for <task>", task_add, "person=me"},
    {"new task <task>", task_add},
    {"confirm/verify/approve ?all/that/of my ?own/all tasks/task/responsibilities/entry/entries/sheet ...",
     task_confirm},
    {"my tasks/responsibilities/entries are ?all/still ?still correct/right/fine/ok/accurate/up ...",
     task_confirm},
    {"i still have/do/handle ?all ?of my/these/the tasks ...", task_confirm},
    {"yes i still have/do/handle <task>", task_confirm},
    {"^ ?that/this/it ?s/is ?wrong/incorrect/not ?right/correct <person> ?is/s/has no longer "
     "does/do/has/have/handles/handle/works/work/doing/responsible/working ?on/with/for <task>",
     task_report_wrong},
    {"<person> ?is/s/has no longer does/do/has/have/handles/handle/works/work/doing/responsible/working "
     "?on/with/for <task>",
     task_report_wrong},
    {"<person> doesn/does/isn/is t/not ?do/have/handle/work/responsible/doing ?any/on/for/longer/with "
     "?more/longer <task>",
     task_report_wrong},
    {"<person> has/is/s ?already/now/just left/quit/retired/gone/moved ...", task_report_wrong, "left=yes"},
    {"<person> ?is/s/does no/not longer/work ?work/works/employed here/there/anymore", task_report_wrong,
     "left=yes"},
    {"that/this/it/the/answer s/is/was/answer ?is/not wrong/right/incorrect/correct/outdated/mistaken/old "
     "?<task>",
     task_report_wrong},
    {"^ ?no ?completely wrong/incorrect $$", task_report_wrong},
    {"the number/phone/email/title/entry/unit is/s wrong/outdated/old/incorrect ...", task_report_wrong},
    {"^ ?a/the wrong/incorrect/outdated person/answer/number/phone/email/colleague/title ...",
     task_report_wrong},
    {"you/me/is/s/was/got/gave/given/had/have/has ?a/the wrong/incorrect/outdated "
     "person/answer/number/phone/email/colleague/title ...",
     task_report_wrong},
    {"there is/s ?an/a ?error/mistake error/mistake/errors in/with/on ...", task_report_wrong},
    {"<person> ?s ?phone/email number/phone/email/title/unit/address is/s ?not "
     "wrong/outdated/old/changed/right/correct/incorrect ...",
     task_report_wrong},
    {"tasks ?that/which/are/have with/without/lacking/missing/no ?out ?a ?an ?any "
     "owner/person/responsible/anyone/colleague/one/employee ...",
     gap_report},
    {"which/what/list/show ?me ?all ?the ?unassigned/vacant/unconfirmed/orphaned/uncovered tasks "
     "?are/have/lack/that/is/with/has/without ?are/have/not ?no/not/nobody/been ... "
     "unassigned/owner/vacant/unconfirmed/missing/confirmed/responsible/nobody/one/uncovered ...",
     gap_report},
    {"unassigned/vacant/unconfirmed/orphaned/ownerless/uncovered tasks ...", gap_report},
    {"gaps/holes in ?the/our catalogue/catalog ...", gap_report},
    {"gap report ...", gap_report},
    {"what is/s missing in/from the catalogue/catalog ...", gap_report},
    {"who has/have/hasn ?t/not confirmed ?their tasks/entries/responsibilities ...", gap_report},
};

}  // namespace

std::span<const PatternRow> catalogue() {
  return rows;
}

}  // namespace handlers::understanding::english
