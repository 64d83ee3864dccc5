#include "handlers/understanding/follow_up_phrases.hpp"

namespace handlers::understanding::english {

namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    // private matters
    {"his/her/their private/home/personal ...", sensitive_refuse},
    {"his/her/their salary/diagnosis/illness/age/birthday/wage/address/cpr", sensitive_refuse},
    {"^ ?and ?but why is/isn't/are he/she/they ?not ...", sensitive_refuse},
    {"^ ?and how old is/are he/she/they", sensitive_refuse},
    {"^ ?and how much does/do he/she/they earn/make", sensitive_refuse},
    {"^ ?and where does/do he/she/they live", sensitive_refuse},

    // from the list
    {"^ ?no/yes/ok/then ?i ?mean/meant ?number/no/nr/option 1 $", find_person, "pick=1"},
    {"^ ?no/yes/ok/then ?i ?mean/meant ?number/no/nr/option 2 $", find_person, "pick=2"},
    {"^ ?no/yes/ok/then ?i ?mean/meant ?number/no/nr/option 3 $", find_person, "pick=3"},
    {"^ ?no/yes/ok/then ?i ?mean/meant ?number/no/nr/option 4 $", find_person, "pick=4"},
    {"^ ?no/yes/ok/then ?i ?mean/meant ?number/no/nr/option 5 $", find_person, "pick=5"},
    {"^ ?no/yes/ok/then ?i ?mean/meant number/option one $", find_person, "pick=1"},
    {"^ ?no/yes/ok/then ?i ?mean/meant number/option two $", find_person, "pick=2"},
    {"^ ?no/yes/ok/then ?i ?mean/meant number/option three $", find_person, "pick=3"},
    {"^ ?no/yes/ok/then ?i ?mean/meant number/option four $", find_person, "pick=4"},
    {"^ ?no/yes/ok/then ?i ?mean/meant number/option five $", find_person, "pick=5"},
    {"^ ?no/yes/ok/then ?i ?mean/meant the first/1st ?one/person $", find_person, "pick=1"},
    {"^ ?no/yes/ok/then ?i ?mean/meant the second/2nd ?one/person $", find_person, "pick=2"},
    {"^ ?no/yes/ok/then ?i ?mean/meant the third/3rd ?one/person $", find_person, "pick=3"},
    {"^ ?no/yes/ok/then ?i ?mean/meant the fourth/4th ?one/person $", find_person, "pick=4"},
    {"^ ?no/yes/ok/then ?i ?mean/meant the fifth/5th ?one/person $", find_person, "pick=5"},
    {"^ ?no/yes/ok/then ?i ?mean/meant the last ?one/person $", find_person, "pick=last"},
    {"^ ?no/yes/ok/then ?i ?mean/meant the other ?one/person $", find_person, "pick=other other=yes"},

    // reaching somebody later
    {"remind me/us to call/ring/phone/contact/write/email ?to him/her/them", reminder_set, "call=yes"},
    {"call/ring/phone/contact/write/email ?to him/her/them", reminder_set, "call=yes"},
    {"talk/speak to/with him/her/them", reminder_set, "call=yes"},

    // who covers
    {"^ ?and ?but who/who's/whos ?is/s his/her/their/the stand/standin/substitute/cover/backup/deputy ?in "
     "?for ?him/her/them $",
     who_covers},
    {"^ ?and his/her/their/the stand/standin/substitute/backup/deputy ?in $", who_covers},
    {"^ ?and ?but who ?is stands/covers/covering/standing/steps/fills ?in ?for him/her/them $", who_covers},
    {"^ ?and ?but who covers/covering ?then $", who_covers},

    // number and mail
    {"^ ?and ?what/what's/whats ?is/are/s his/her/their ?direct ?phone/telephone/mobile/cell "
     "number/phone/telephone/mobile/extension/cell $",
     tasks_of_person, "want=phone"},
    {"^ ?and what/what's/whats ?is/s the ?phone/telephone/mobile number ?for ?him/her/them $",
     tasks_of_person, "want=phone"},
    {"^ and ?the ?phone/telephone number $", tasks_of_person, "want=phone"},
    {"^ ?and ?what/what's/whats ?is/are/s his/her/their ?e mail/email/mail ?address $", tasks_of_person,
     "want=mail"},
    {"^ ?and what/what's/whats ?is/s the ?e mail/email ?address $", tasks_of_person, "want=mail"},
    {"^ and ?the ?e mail/email ?address $", tasks_of_person, "want=mail"},
    {"^ ?and how do/can i/we reach/contact/find/get ?hold ?of him/her/them $", tasks_of_person,
     "want=contact"},
    {"can i have/get his/her/their ?phone/telephone number $", tasks_of_person, "want=phone"},
    {"can i have/get his/her/their ?e mail/email ?address $", tasks_of_person, "want=mail"},

    // leaders
    {"^ ?and ?who/who's/whos ?is/s his/her/their ?line leader/manager/boss/head/superior $",
     leader_of_person},
    {"^ ?and who/who's/whos ?is/s the leader/manager/boss $", leader_of_person},
    {"^ ?and ?who ?are/s his/her/their employees/people/staff/team $", people_of_leader},
    {"^ ?and who does he/she manage/lead $", people_of_leader},

    // at work
    {"^ ?and ?but is/are/s he/she/they ?at/in/on/back ?the "
     "work/office/in/here/there/away/available/around/holiday/leave/back/vacation/today/tomorrow $",
     availability},
    {"^ ?and ?but is/are he/she/they ?at/in/on ?the work/office/in/here/away/available/leave/holiday "
     "today/tomorrow/now $",
     availability},
    {"^ ?and when is/are/does/do/will he/she/they ?be ?come back $", availability, "back=yes"},
    {"^ ?and is/are he/she/they working today/tomorrow $", availability},

    // what else
    {"^ ?and what else does/do he/she/they do/handle/have $", tasks_of_person},
    {"^ ?and what does/do he/she/they ?also do/handle/have ?else/otherwise $", tasks_of_person},
    {"^ ?and what ?other tasks does/do he/she/they have/handle $", tasks_of_person},
    {"^ ?and ?what ?are his/her/their ?other tasks/duties/responsibilities $", tasks_of_person},
    {"^ ?and who is/are he/she/they $", tasks_of_person},

    // the same on another day
    {"^ ?and/but/so what/how about ?on/in/the/next/this ?next/this {when} ...", availability, "again=yes"},
    {"^ and/but ?on/in/next/this ?next/this {when} ...", availability, "again=yes"},

    // the same about somebody else
    {"^ ?and/but/so what/how about <person> ?then $", tasks_of_person, "same=yes"},
    {"^ and/but <person> $", tasks_of_person, "same=yes"},
    {"^ ?no/yes i mean/meant <person> $", tasks_of_person, "named=yes"},
};

}  // namespace

std::span<const PatternRow> follow_ups() {
  return rows;
}

}  // namespace handlers::understanding::english
