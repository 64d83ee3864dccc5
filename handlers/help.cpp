// What the bot can do for this very person.
#include "handlers/access.hpp"
#include "handlers/acting.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/owners.hpp"

namespace handlers {
namespace {

/// Of the networks that somebody coordinates the first, as an example for the words of coordinators.
std::string network_coordinated_by(store::PersonIndex person, const Acting& acting) {
  for (const auto& network : store::networks(acting.database())) {
    if (person != store::no_index && coordinator_of(network, acting.context) == person) {
      return cards::capped(network.name, Shown::topic_characters);
    }
  }
  return "";
}

}  // namespace

std::optional<Part> act_on_help(const Intent& intent, const Acting& acting) {
  if (intent.name != IntentName::help) {
    return std::nullopt;
  }
  const auto& texts = acting.context.texts;
  std::vector<std::string> more{texts.say("help.reminders"), texts.say("help.networks")};
  if (const auto network = network_coordinated_by(acting.sender, acting); !network.empty()) {
    more.push_back(texts.say("help.coordinator", {{"network", network}}));
  }
  if (is_owner(acting.turn.sender, acting.context)) {
    more.push_back(texts.say("help.owner"));
  }
  auto part = say_words(intent, acting.context);
  auto& lines = std::get<TextSection>(part.sections.front()).lines;
  lines.insert(lines.begin() + 2, more.begin(), more.end());  // behind what everybody is told
  return part;
}

}  // namespace handlers
