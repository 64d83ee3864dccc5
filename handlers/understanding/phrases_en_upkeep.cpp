#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // Roles. They stand before "make Karen responsible for ...", which gives a task.
    {"make/appoint <person> ?as ?an/a/the ?new {owner} of/for <unit>", catalogue_roles, "do=give role=owner"},
    {"make/appoint <person> ?as ?an/a/the ?new {owner} ?of/for ?everything/all $", catalogue_roles,
     "do=give role=owner"},
    {"make/appoint <person> ?as ?an/a/the ?new {administrator}", catalogue_roles,
     "do=give role=administrator"},
    {"make/appoint <person> ?as ?an/a/the ?new network coordinator", catalogue_roles,
     "do=give role=coordinator"},
    {"make/appoint/set/register/add/enter <person> ?as ?the/a/an {cover} ?in for/of <person:from> $$",
     catalogue_roles, "do=give role=stand_in"},
    {"make/appoint/set/register/add/enter <person> ?as my {cover} ?in $$", catalogue_roles,
     "do=give role=stand_in"},
    {"remove <person> as ?an/a/the {owner} of/for <unit>", catalogue_roles, "do=take role=owner"},
    {"remove <person> as ?an/a/the {owner}", catalogue_roles, "do=take role=owner"},
    {"remove <person> as ?an/a/the {administrator}", catalogue_roles, "do=take role=administrator"},
    {"remove <person> as ?an/a/the network coordinator", catalogue_roles, "do=take role=coordinator"},
    {"remove me as ?an/a/the {administrator}", catalogue_roles, "do=take role=administrator person=me"},
    {"who {be} ?the/an/a {owner} of/for <unit>", catalogue_roles, "do=show role=owner"},
    {"who {be} ?the/an/a {owner} $", catalogue_roles, "do=show role=owner"},
    {"who {be} ?the/an/a {administrator} $", catalogue_roles, "do=show role=administrator"},
    {"who {be} ?the/an/a network coordinator $", catalogue_roles, "do=show role=coordinator"},
    {"who has/have/holds ?which/what/the/any/a roles/role ?in/for ?the ?catalogue $", catalogue_roles,
     "do=show"},
    {"show/list ?me ?all ?the roles ?in/for ?the ?catalogue $", catalogue_roles, "do=show"},
    {"which/what roles {be} ?there ?in/for ?the ?catalogue $", catalogue_roles, "do=show"},

    // What has changed.
    {"show ?me my ?own history", catalogue_history, "person=me"},
    {"^ my ?own history $", catalogue_history, "person=me"},
    {"?show ?me ?the history/changes of/for/to <person>", catalogue_history},
    {"?show ?me ?the history/changes of/for/to ?the ?task <task>", catalogue_history},
    {"who has ?last changed/edited <task>", catalogue_history},
    {"who had <task> before/previously/earlier", catalogue_history},
    {"who used to have/handle/do <task>", catalogue_history},
    {"what has ?been changed in/about/for <task>", catalogue_history},

    {"which/what ?open proposals {be} ?there/open/waiting ...", proposals_show},
    {"show ?me ?the/my/all ?open/waiting proposals ...", proposals_show},
    {"^ my ?own/open proposals $", proposals_show},
    {"which/what ?open questions {be} ?there/open/waiting ...", proposals_show},
    {"what is waiting for me $", proposals_show},
    {"what ?do should/must/do i ?have ?to approve $", proposals_show},

    // What is wrong, and about what.
    {"^ my ?new/direct {phone} {be} ?now ...", task_report_wrong, "person=me field=phone"},
    {"<person> ?s ?phone/mobile {phone} {be} ?now wrong/outdated/old/incorrect ...", task_report_wrong,
     "field=phone"},
    {"the ?phone {phone} of/for <person> {be} wrong/outdated/old/incorrect ...", task_report_wrong,
     "field=phone"},
    {"<person> ?s ?phone/mobile {phone} {be} ?now ...", task_report_wrong, "field=phone"},
    {"^ his/her ?new {mail} {be} ...", task_report_wrong, "field=email"},
    {"^ his/her ?new ?job title/position {be} ?now wrong/outdated/old/incorrect ...", task_report_wrong,
     "field=title"},
    {"^ his/her ?new ?job title/position {be} ?now <text:value>", task_report_wrong, "field=title"},
    {"^ his/her ?new unit/department {be} ?now <unit>", task_report_wrong, "field=unit"},
    {"^ his/her ?new unit/department {be} ...", task_report_wrong, "field=unit"},
    {"^ my ?new {mail} {be} ?now ...", task_report_wrong, "person=me field=email"},
    {"^ my ?new ?job title/position {be} ?now wrong/outdated/old/incorrect ...", task_report_wrong,
     "person=me field=title"},
    {"^ my ?new ?job title/position {be} ?now <text:value>", task_report_wrong, "person=me field=title"},
    {"^ change/correct/set my ?job title/position to <text:value>", task_report_wrong,
     "person=me field=title"},
    {"^ my ?new unit/department {be} ?now <unit>", task_report_wrong, "person=me field=unit"},
    {"^ my ?new unit/department {be} ?now wrong/outdated/old/incorrect ...", task_report_wrong,
     "person=me field=unit"},
    {"^ i have ?now/just moved to ?the <unit> ?now $", task_report_wrong, "person=me field=unit"},
    {"<person> ?s {mail} {be} ?now ...", task_report_wrong, "field=email"},
    {"<person> ?s ?job title/position {be} ?now wrong/outdated/old/incorrect ...", task_report_wrong,
     "field=title"},
    {"<person> ?s ?job title/position {be} ?now <text:value>", task_report_wrong, "field=title"},
    {"<person> ?s unit/department {be} ?now <unit>", task_report_wrong, "field=unit"},
    {"<person> ?s unit/department {be} wrong/outdated/old/incorrect ...", task_report_wrong, "field=unit"},
    {"<person> ?s unit/department {be} ?now <text:value>", task_report_wrong, "field=unit"},
    {"the details of/for/about <person> {be} wrong/outdated/old/incorrect ...", task_report_wrong,
     "field=details"},
    {"<person> has ?already/now/just moved to ?the <unit> ?now $", task_report_wrong, "field=unit"},
    {"<person> has ?already/now/just moved ...", task_report_wrong, "field=unit"},
    {"^ that/this/it/the ?answer {be} ?n ?t ?not wrong/incorrect/right/correct it/that ?{be} <person:to> who "
     "has/does/handles <task>",
     task_report_wrong},
    {"^ that/this/it/the ?answer {be} ?n ?t ?not wrong/incorrect/right/correct <person:to> has/does/handles "
     "<task>",
     task_report_wrong},
    {"<person> does not/t have/do/handle <task> it ?{be} <person:to>", task_report_wrong},
};

}  // namespace

std::span<const PatternRow> upkeep() {
  return rows;
}

}  // namespace handlers::understanding::english
