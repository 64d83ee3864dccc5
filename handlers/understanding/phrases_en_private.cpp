#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"^ bye/goodbye/cheers/later $", thanks},
    {"have a nice/good/great/lovely day/weekend/evening/one ...", thanks},
    {"thanks/thank ?you ?so/very ?much for ...", thanks},
    // What those get who are elected is public.
    {"how much does/do/is ?the/a mayor/mayors/councillor/councillors/politician/politicians "
     "?get/being earn/earns/paid/make/makes/get ...",
     find_person, "task=remuneration unsure=yes"},
    {"what does/do ?the/a mayor/mayors/councillor/councillors/politician/politicians earn ...", find_person,
     "task=remuneration unsure=yes"},
    {"who answers/works/is/replies/responds/confirms ?the slowest/least/laziest/worst/fastest/best/latest "
     "...",
     sensitive_refuse, "want=ranking"},
    {"who/which ?employee/colleague/employees/colleagues has/have ?the most/fewest/least/worst/best "
     "unconfirmed/outdated/unanswered/confirmed/missing/tasks ...",
     sensitive_refuse, "want=ranking"},
    {"rank/ranking/leaderboard ...", sensitive_refuse, "want=ranking"},
    {"<person> ?s {private} ?mobile/number/phone/address/cell/email/life/telephone/details",
     sensitive_refuse},
    {"{private} mobile/number/phone/address/cell/email/telephone/details ?number of/for <person>",
     sensitive_refuse},
    {"<person> ?s {secret}", sensitive_refuse},
    {"{secret} of/for <someone>", sensitive_refuse},
    {"my/our manager/boss/colleague/leader ?s {secret}/{private}", sensitive_refuse},
    {"is/are <person> ?still/really/maybe/also ?off/out {sick}", sensitive_refuse, "want=presence"},
    {"is/was/are <someone> ?off/out ?still/really/on/maybe/getting/being {ill}", sensitive_refuse},
    {"is/was <someone> ?a member/part of ?a/the union/party/church", sensitive_refuse},
    {"has/have/had <someone> ?been/got/gotten/ever ?on {ill}/cancer/covid/depression/children/kids",
     sensitive_refuse},
    {"does/do <someone> have/earn/make/suffer/drink/believe/vote ?a/an/any ?from "
     "{ill}/{secret}/cancer/stress/more/than/much/kids/diagnosis/in/for/depression ...",
     sensitive_refuse},
    {"why is/was/has/did/isn/does <someone> ?t ?been/not ?at/on/so/always "
     "away/sick/off/absent/out/home/fired/sacked/leave/left/work/here/in/quit",
     sensitive_refuse, "want=presence"},
    {"what is/s wrong with <someone>", sensitive_refuse},
    {"what is/s <someone> ?s {secret}", sensitive_refuse},
    {"how much does/do/is/did <someone> ?s earn/make/weigh/paid/get/owe/salary/pay", sensitive_refuse},
    {"how much/what does <someone> ?get paid/earn", sensitive_refuse},
    {"how old is/s/are <someone>", sensitive_refuse},
    {"where does/do <someone> live", sensitive_refuse},
    {"when is/s/was <someone> ?s birthday/born", sensitive_refuse},
    {"what/which union/religion/party/church is/does/did <someone>", sensitive_refuse},
    {"who does/did <someone> vote for", sensitive_refuse},
    {"^ who is/s/are ?off/out/currently sick/ill/pregnant/fired ...", sensitive_refuse},
    {"who has/takes/took ?the/had most sick/absence/salary ...", sensitive_refuse},
    {"who will/is/are ?be/being/getting ?getting fired/sacked/dismissed", sensitive_refuse},
    {"list of sick/ill/pregnant employees/staff/colleagues", sensitive_refuse},

    {"delete/erase/remove/wipe/clear ?all ?of my ?own/personal/search/chat/stored "
     "data/information/history/info/messages/conversation/questions",
     privacy_delete},
    {"delete/erase/remove/wipe/forget/clear everything/all ?that ?you ?know/have/stored/got ?stored "
     "?about/on me",
     privacy_delete},
    {"delete/erase/remove/wipe/clear ?all ?the data/information/info ?you ?have/stored/hold about/on me",
     privacy_delete},
    {"^ forget/delete/erase ?about/everything/all ?about me $", privacy_delete},
    {"right to be forgotten", privacy_delete},
    {"my data/information deleted/erased/removed", privacy_delete},
    {"what/which ?kind/of ?personal data/information/info/details do/have/does you/it/bot/the "
     "know/store/stored/have/keep/saved/hold/bot/collected ?store/have/keep ?stored/saved ?on/about me",
     privacy_export},
    {"what do/have/does you/it ?you "
     "know/store/stored/have/keep/saved/hold/remember/remembered/logged/recorded/got ?stored/saved ?on/about "
     "me",
     privacy_export},
    {"what is/s stored/saved/recorded/registered/kept ?on/about me", privacy_export},
    {"do you store/keep/save/log/have/hold ?any/my/anything ?data/information/messages/questions ?on/about "
     "?me",
     privacy_export},
    {"export/download/show/see/get/send/give/access/view ?me ?a ?copy ?of ?all my ?own/personal/stored "
     "data/information/info",
     privacy_export},
    {"data/information/info ?that/which ?you have/hold/keep/stored ?about/on me", privacy_export},
    {"copy of ?all my ?own/personal data/information/info", privacy_export},
    {"what/which data/information/info is/are/gets stored/saved/kept/recorded/held ?on/about me",
     privacy_export},
    {"subject access request", privacy_export},

    {"who has/controls/decides/makes/runs ?the weather/forecast ...", out_of_domain},
    {"weather/forecast ...", out_of_domain},
    {"^ ?when is/will/does/s it ?going/gonna ?to rain/raining/snow/snowing/windy/sunny/cold/warm/hot/storm "
     "...",
     out_of_domain},
    {"joke/jokes/riddle/poem/limerick ...", out_of_domain},
    {"tell/write/sing ?me ?us ?a/an/something story/poem/song/joke/funny/essay/haiku ...", out_of_domain},
    {"what time is it", out_of_domain},
    {"when/time does/is netto/bilka/rema/lidl/aldi open/close", out_of_domain},
    {"what is/s the time/meaning/capital/square/population ...", out_of_domain},
    {"who won/wins/invented/wrote/killed/discovered/painted ...", out_of_domain},
    {"who is/was ?the president/king/queen/prime/richest/pope ...", out_of_domain},
    {"^ how are/is/s you/it/things ?doing/going $", out_of_domain},
    {"^ how are you ...", out_of_domain},
    {"^ what is/s up $", out_of_domain},
    {"^ do you like/love/hate/think/feel/dream/sleep/eat/speak ...", out_of_domain},
    {"^ i love/hate/miss you ...", out_of_domain},
    {"^ are you ?a/an/really real/human/robot/ai/happy/married/bot/stupid/alive/sad/hungry ...",
     out_of_domain},
    {"^ how old are you", out_of_domain},
    {"recipe for", out_of_domain},
    {"what/where should/can/shall i/we ?have/eat/get for/lunch/dinner ...", out_of_domain},
    {"what is/s for lunch/dinner ...", out_of_domain},
    {"translate ... to/into english/danish/german/french/spanish", out_of_domain},
    {"what is/s 1*/2*/3*/4*/5*/6*/7*/8*/9* plus/minus/times/divided ...", out_of_domain},
    {"football/horoscope/bitcoin/netflix/lottery ?score/scores/match/results/price ...", out_of_domain},
    {"play ?some/a music/song ...", out_of_domain},
    {"order ?a/me/some pizza/sushi/burger ...", out_of_domain},
};

}  // namespace

std::span<const PatternRow> private_matters() {
  return rows;
}

}  // namespace handlers::understanding::english
