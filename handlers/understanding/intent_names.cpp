#include "handlers/understanding/understand.hpp"

namespace handlers {

std::string_view to_string(IntentName name) {
  switch (name) {
    case IntentName::find_person:
      return "find_person";
    case IntentName::tasks_of_person:
      return "tasks_of_person";
    case IntentName::who_covers:
      return "who_covers";
    case IntentName::availability:
      return "availability";
    case IntentName::leader_of_unit:
      return "leader_of_unit";
    case IntentName::leader_of_person:
      return "leader_of_person";
    case IntentName::people_of_leader:
      return "people_of_leader";
    case IntentName::my_networks:
      return "my_networks";
    case IntentName::network_members:
      return "network_members";
    case IntentName::network_join:
      return "network_join";
    case IntentName::network_leave:
      return "network_leave";
    case IntentName::network_create:
      return "network_create";
    case IntentName::network_close:
      return "network_close";
    case IntentName::gathering_info:
      return "gathering_info";
    case IntentName::gathering_create:
      return "gathering_create";
    case IntentName::gathering_move:
      return "gathering_move";
    case IntentName::gathering_cancel:
      return "gathering_cancel";
    case IntentName::gathering_uninvite:
      return "gathering_uninvite";
    case IntentName::rsvp:
      return "rsvp";
    case IntentName::rsvp_status:
      return "rsvp_status";
    case IntentName::rsvp_nudge:
      return "rsvp_nudge";
    case IntentName::reminder_set:
      return "reminder_set";
    case IntentName::mute:
      return "mute";
    case IntentName::pairing_plan:
      return "pairing_plan";
    case IntentName::report_answers:
      return "report_answers";
    case IntentName::task_transfer:
      return "task_transfer";
    case IntentName::task_assign:
      return "task_assign";
    case IntentName::task_add:
      return "task_add";
    case IntentName::task_confirm:
      return "task_confirm";
    case IntentName::task_report_wrong:
      return "task_report_wrong";
    case IntentName::person_leaves:
      return "person_leaves";
    case IntentName::catalogue_history:
      return "catalogue_history";
    case IntentName::catalogue_roles:
      return "catalogue_roles";
    case IntentName::proposals_show:
      return "proposals_show";
    case IntentName::gap_report:
      return "gap_report";
    case IntentName::digest_subscribe:
      return "digest_subscribe";
    case IntentName::digest_show:
      return "digest_show";
    case IntentName::privacy_export:
      return "privacy_export";
    case IntentName::privacy_delete:
      return "privacy_delete";
    case IntentName::sensitive_refuse:
      return "sensitive_refuse";
    case IntentName::help:
      return "help";
    case IntentName::thanks:
      return "thanks";
    case IntentName::out_of_domain:
      return "out_of_domain";
  }
  return {};
}

}  // namespace handlers
