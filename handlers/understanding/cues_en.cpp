#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

// See cues_da.cpp.
constexpr PatternRow rows[] = {
    {"& <person> {sick}", sensitive_refuse, "want=presence"},
    {"& <person> {ill}/illness/illnesses/cancer/catholic/sickness", sensitive_refuse},
    {"& <person> {secret}/earn/earns/paid/weigh/weighs/wrong/vote", sensitive_refuse},
    {"& <person> why", sensitive_refuse},
    {"& <person> {private} number/address/phone/mobile/email", sensitive_refuse},
    {"& <person> wrong/outdated/incorrect/mistake", task_report_wrong},
    {"& <person> {cover}/covers/covering/replaces/replacing/behalf/instead", who_covers},
    {"& <person> when/while who", who_covers},
    {"& <person> manager/boss/leader/supervisor/reports", leader_of_person},
    {"& my manager/boss/leader/supervisor who/what/which/whom/name/find/show/contact/reach/call/number",
     leader_of_person, "person=me"},
    {"& <person> {staff}", people_of_leader},
    {"& <person> give/let/have/assign/get responsible/task/responsibility/take/have", task_assign},
    {"& <person> is/will/be in/back/away/here/available/around/free/office/holiday/work/today/tomorrow",
     availability},
    {"& <person> do/does/work/works/{tasks}/responsible/doing/handle", tasks_of_person},
    {"& <person> phone/number/extension", tasks_of_person, "want=phone"},
    {"& <person> email/mail", tasks_of_person, "want=mail"},
    {"& <unit> everyone/everybody/{staff} show/list", people_of_leader},
    {"& <unit> head/manager/leading/leader/director/boss", leader_of_unit},
    {"& which/what/any i/my networks/groups", my_networks},
    {"& <network> leave/remove/removed/unsubscribe/quit", network_leave},
    {"& <network> close/closing/dissolve/dissolving/shut", network_close},
    {"& {meet} cancel*/scrap/dropping", gathering_cancel},
    {"& {meet} move/moved/moving/postpone*/reschedul*/push", gathering_move},
    {"& {meet} schedule/arrange/set/plan/organise/organize/book/invite", gathering_create},
    {"& <network> invite/schedule/arrange", gathering_create},
    {"& <network> create/start/found/establish", network_create},
    {"& <network> i/me/us join/add/member/part/become", network_join},
    {"& the network/group who/members/participants", network_members},
    {"& {meet} who/many coming/attending/joining", rsvp_status},
    {"& {meet} when/where/date/time/room", gathering_info},
    {"& replies/answers/replied/answered/responses/missing nudge/chase/poke/remind", rsvp_nudge},
    {"& replies/answers/responses/feedback collect/summarise/summarize/summary", report_answers},
    {"& replies/replied/responses/rsvps/answered/signed who/any/how/many/status", rsvp_status},
    {"& {messages} stop/no/not/don/quiet/off", mute},
    {"& {messages}/alarm set/send/create/make", reminder_set},
    {"& remind/reminded me/us", reminder_set},
    {"& me/my delete/erase/remove/forget data/information/everything", privacy_delete},
    {"& me you know/have/store/keep/stored about what/data", privacy_export},
    {"& tasks/catalogue owner/gaps/unassigned lack/without/missing/no", gap_report},
    {"& task/catalogue add/new/register", task_add},
    {"& weekly/monthly {overview}/mail/email", digest_subscribe},
};

}  // namespace

std::span<const PatternRow> cues() {
  return rows;
}

}  // namespace handlers::understanding::english
