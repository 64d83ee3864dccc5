#include "handlers/gatherings/planning_info.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/moving_which.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/series.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/networks/network_at_hand.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "store/text/fold.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr std::size_t shown_max = 5;
constexpr int looked_at_max = 1000;

bool asks_agenda(std::string_view folded) {
  return folded.find("dagsorden") != std::string_view::npos ||
         folded.find("agenda") != std::string_view::npos ||
         folded.find("på programmet") != std::string_view::npos;
}

bool is_own(const store::Network& network, const Acting& acting) {
  return acting.sender != store::no_index &&
         !membership(acting.sender, network, acting.database(), acting.context).empty();
}

std::string in_words(const store::Gathering& gathering, const store::Network& network,
                     const Context& context) {
  const auto title = gathering_title(gathering, network, context);
  const auto when = gathering_when_in_full(gathering, context);
  return gathering.place.empty()
             ? context.texts.say("gathering.next_no_place", {{"title", title}, {"when", when}})
             : context.texts.say("gathering.next",
                                 {{"title", title}, {"when", when}, {"place", gathering.place}});
}

}  // namespace

Sections tell_about_gathering(const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  auto phrase = parse_plan(acting.text, plan_reading(acting, texts.language()));
  auto found = gatherings_meant(phrase, Wanted::to_see, acting);
  const auto meant = networks_meant(phrase.rest, store::networks(acting.database()));
  if (meant.one() == nullptr) {
    // Of those of others only what was named is told.
    std::erase_if(found, [&](const GatheringAtHand& one) {
      return !is_own(one.network, acting) && one.gathering.id != focus_of(acting).gathering;
    });
  }
  if (found.empty()) {
    return no_such_gathering(phrase, Wanted::to_see, acting);
  }
  if (meant.one() != nullptr) {
    found.erase(found.begin() + 1, found.end());  // the next one
  }
  TextSection section;
  const bool agenda = asks_agenda(store::fold(acting.text));
  for (std::size_t i = 0; i < std::min(found.size(), shown_max); ++i) {
    const auto& [gathering, network] = found[i];
    section.lines.push_back(in_words(gathering, network, context));
    if (!gathering.agenda.empty()) {
      section.lines.push_back(texts.say("plan.agenda", {{"what", gathering.agenda}}));
    } else if (agenda && found.size() == 1) {
      section.lines.push_back(texts.say("gathering.no_agenda"));
    }
  }
  if (found.size() == 1) {
    set_gathering_focus(acting, found.front().gathering.id, found.front().network.id, "");
  }
  return {std::move(section)};
}

Sections yearly_wheel(const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto phrase = parse_plan(acting.text, plan_reading(acting, texts.language()));
  const auto meant = networks_meant(phrase.rest, store::networks(acting.database()));
  const auto* named = meant.one() != nullptr && meant.fit != NetworkFit::part ? meant.one() : nullptr;
  if (named != nullptr && !may_see(*named, acting.turn.sender, acting.database(), context)) {
    return one_line(texts.say("gathering.closed", {{"network", named->name}}));
  }
  const auto until = acting.turn.now + std::chrono::days(series_days_ahead);
  std::vector<std::string> lines{named != nullptr ? texts.say("series.wheel_of", {{"network", named->name}})
                                                  : texts.say("series.wheel")};
  std::string month;
  for (const auto& one : store::gatherings_ahead(acting.database(), named != nullptr ? named->id : 0,
                                                 acting.turn.now, looked_at_max)) {
    const auto network = store::find_network(acting.database(), one.network);
    if (one.starts > until || !network || network->closed ||
        (named == nullptr && !is_own(*network, acting))) {
      continue;
    }
    const auto its_month = month_in_words(start_of(one).day, texts);
    if (its_month != month) {
      month = its_month;
      lines.push_back(sentence_case(month) + ":");
    }
    lines.push_back("– " + sentence_case(gathering_when_where(one, context)) + ": " +
                    gathering_title(one, *network, context));
  }
  if (lines.size() == 1) {
    return one_line(named != nullptr ? texts.say("gathering.none_in", {{"network", named->name}})
                                     : texts.say("gathering.none"));
  }
  return {TextSection{std::move(lines), {}}};
}

}  // namespace handlers
