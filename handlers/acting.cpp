#include "handlers/acting.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace handlers {

bool needs_the_store(IntentName name) {
  using enum IntentName;
  constexpr std::array intents{my_networks,    network_members,   network_join,       network_leave,
                               network_create, network_close,     gathering_info,     gathering_create,
                               gathering_move, gathering_cancel,  gathering_uninvite, rsvp,
                               rsvp_status,    rsvp_nudge,        reminder_set,       mute,
                               help,           person_leaves,     task_report_wrong,  privacy_export,
                               privacy_delete, task_confirm,      task_transfer,      task_assign,
                               task_add,       catalogue_history, catalogue_roles,    proposals_show,
                               gap_report,     digest_subscribe,  digest_show};
  return std::find(intents.begin(), intents.end(), name) != intents.end();
}

Sections one_line(std::string line) {
  return {TextSection{{std::move(line)}, {}}};
}

std::optional<Part> act(const Intent& intent, const Acting& acting) {
  for (const auto door :
       {act_on_help, act_on_networks, act_on_gatherings, act_on_answers, act_on_reminders, act_on_leaving,
        act_on_upkeep, act_on_privacy, act_on_confirming, act_on_overviews}) {
    if (auto part = door(intent, acting)) {
      return part;
    }
  }
  return std::nullopt;
}

}  // namespace handlers
