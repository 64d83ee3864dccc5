// The door: overviews, who gets them, and the gaps behind them.
#include "handlers/acting.hpp"
#include "handlers/overviews/lists.hpp"
#include "handlers/overviews/subscribing.hpp"

namespace handlers {

std::optional<Part> act_on_overviews(const Intent& intent, const Acting& acting) {
  if (acting.turn.sender.guest) {
    return std::nullopt;
  }
  Part part;
  if (intent.name == IntentName::gap_report) {
    part.sections = report_gaps(acting);
  } else if (intent.name == IntentName::digest_subscribe) {
    part.sections = subscribe(intent, acting);
  } else if (intent.name == IntentName::digest_show) {
    part.sections = show_overview(acting);
  } else {
    return std::nullopt;
  }
  return part;
}

std::optional<Sections> tap_overviews(const cards::Button& button, const Acting& acting) {
  if (button.verb == cards::Verb::overview_setting) {
    return change_subscription(button.about, acting);
  }
  if (button.verb != cards::Verb::overview_list) {
    return std::nullopt;
  }
  const auto asked = read_list(button.about);
  return asked ? std::optional(show_list(*asked, acting)) : std::nullopt;
}

}  // namespace handlers
