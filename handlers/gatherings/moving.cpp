#include "handlers/gatherings/moving.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/clashes.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/moving_series.hpp"
#include "handlers/gatherings/moving_which.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/planning_draft.hpp"
#include "handlers/gatherings/planning_preview.hpp"
#include "handlers/pending.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/working_days.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace handlers {
namespace {

using store::Gathering;
using store::GatheringState;

std::string id_of(const Gathering& gathering) {
  return std::to_string(gathering.id);
}

bool same_time(const Gathering& one, const Gathering& other) {
  return one.starts == other.starts && one.ends == other.ends;
}

/// Only how many may come.
bool only_capacity(const Gathering& before, const Gathering& after) {
  return same_time(before, after) && before.place == after.place && before.agenda == after.agenda &&
         before.case_number == after.case_number && before.chair == after.chair &&
         before.minutes == after.minutes && before.answer_by == after.answer_by;
}

std::string consequence(const Gathering& before, const Gathering& after, const Context& context) {
  if (before.state != GatheringState::invited) {
    return context.texts.say("move.not_sent");
  }
  if (!same_time(before, after)) {
    return context.texts.say("move.asked_again");
  }
  return context.texts.say(before.place != after.place ? "move.told" : "move.on_cards");
}

std::vector<std::string> differences(const Gathering& before, const Gathering& after, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  std::vector<std::string> lines;
  if (!same_time(before, after)) {
    lines.push_back(texts.say("move.from", {{"when", gathering_when_in_full(before, context)}}));
    lines.push_back(texts.say("move.to", {{"when", gathering_when_in_full(after, context)},
                                          {"week", std::to_string(iso_week(start_of(after).day).week)}}));
    if (const auto why = day_off_in_words(start_of(after).day, context); !why.empty()) {
      lines.push_back(texts.say("move.day_off", {{"why", why}}));
    }
    auto clashes = clashes_in_words(after, acting.sender, acting.database(), context);
    std::move(clashes.begin(), clashes.end(), std::back_inserter(lines));
  }
  if (before.place != after.place) {
    lines.push_back(before.place.empty()
                        ? texts.say("move.place", {{"place", after.place}})
                        : texts.say("move.place_from", {{"before", before.place}, {"place", after.place}}));
  }
  if (before.capacity != after.capacity) {
    lines.push_back(after.capacity == 0
                        ? texts.say("move.no_limit")
                        : texts.say("move.capacity", {{"count", std::to_string(after.capacity)}}));
  }
  if (before.agenda != after.agenda) {
    lines.push_back(texts.say("move.agenda", {{"agenda", after.agenda}}));
  }
  auto same_otherwise = after;
  same_otherwise.chair = before.chair;
  same_otherwise.minutes = before.minutes;
  same_otherwise.case_number = before.case_number;
  same_otherwise.answer_by = before.answer_by;
  const auto known = facts_in_words(same_otherwise, context);
  for (auto& fact : facts_in_words(after, context)) {
    if (std::find(known.begin(), known.end(), fact) == known.end()) {
      lines.push_back(std::move(fact));
    }
  }
  return lines;
}

/// What was changed, and what the invited hear of it.
std::vector<std::string> what_changed(const Gathering& before, const Gathering& after,
                                      const store::Network& network, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto title = gathering_title(after, network, acting.context);
  const bool stays = same_time(before, after);
  std::vector<std::string> lines;
  if (stays) {
    lines = differences(before, after, acting);
    lines.insert(lines.begin(), texts.say("move.changed", {{"title", title}}));
  } else {
    lines.push_back(
        texts.say("move.done", {{"title", title}, {"when", gathering_when_in_full(after, acting.context)}}));
    if (before.place != after.place) {
      lines.push_back(texts.say("move.place", {{"place", after.place}}));
    }
  }
  if (before.state == GatheringState::invited) {
    lines.push_back(texts.say(!stays                        ? "move.done_asked_again"
                              : before.place != after.place ? "move.done_told"
                                                            : "move.done_on_cards"));
  }
  return lines;
}

Sections ask_for_change(const Gathering& gathering, const store::Network& network, std::string line,
                        const Acting& acting) {
  set_gathering_focus(acting, gathering.id, network.id, "move-when " + id_of(gathering));
  return {TextSection{{gathering_title(gathering, network, acting.context) + ": " +
                           gathering_when_where(gathering, acting.context) + ".",
                       std::move(line)},
                      {}}};
}

Sections confirm(const Gathering& before, const Gathering& after, const Wish& wish,
                 std::vector<std::string> notes, const store::Network& network, const PlanPhrase& phrase,
                 const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto pending = "move " + id_of(before);
  OfferSection section{{texts.say(same_time(before, after) ? "move.confirm_change" : "move.confirm",
                                  {{"title", gathering_title(before, network, acting.context)}})},
                       {}};
  auto lines = differences(before, after, acting);
  std::move(notes.begin(), notes.end(), std::back_inserter(section.lines));
  std::move(lines.begin(), lines.end(), std::back_inserter(section.lines));
  section.lines.push_back(consequence(before, after, acting.context));
  const bool which = before.series != 0 && !phrase.only_this && !phrase.all_ahead;
  const auto yes = texts.say(same_time(before, after) ? "move.button_change" : "move.button_yes");
  if (which) {
    section.lines.push_back(texts.say("series.which"));
    section.offers = {yes_offer("move-one " + id_of(before), texts.say("series.button_one")),
                      yes_offer("move-all " + id_of(before), texts.say("series.button_all"))};
    section.offers.push_back(yes_or_no(pending, "", texts.say("button.no")).back());
  } else if (phrase.all_ahead && before.series != 0) {
    section.offers = {yes_offer("move-all " + id_of(before), yes)};
    section.offers.push_back(yes_or_no(pending, "", texts.say("button.no")).back());
  } else {
    section.offers = yes_or_no(pending, yes, texts.say("button.no"));
  }
  set_gathering_focus(acting, before.id, network.id,
                      write_wish(pending, wish) + (which              ? "which=1\n"
                                                   : phrase.all_ahead ? "all=1\n"
                                                                      : ""));
  return {std::move(section)};
}

/// "flyt mødet fra torsdag | til fredag": before it says which, after it where to.
struct Halves {
  std::string which;
  std::string target;
};

Halves halves_of(const std::string& text, const PlanReading& reading) {
  constexpr std::array<std::string_view, 5> joints{" til ", " to ", " until ", " ind til ", " hen til "};
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const auto joint : joints) {
      if (text.compare(at, joint.size(), joint) != 0) {
        continue;
      }
      const auto target = text.substr(at + joint.size());
      const auto phrase = parse_plan(target, reading);
      if (!phrase.when.empty() || !phrase.place.empty()) {
        return {text.substr(0, at), target};
      }
    }
  }
  return {text, text};
}

}  // namespace

Sections ask_to_change(const Gathering& gathering, const PlanPhrase& phrase, const Acting& acting) {
  const auto& context = acting.context;
  const auto network = store::find_network(acting.database(), gathering.network);
  if (!network) {
    return one_line(context.texts.say("move.none"));
  }
  if (!may_change(gathering, *network, acting)) {
    return one_line(coordinator_refusal(*network, context));
  }
  if (gathering.state == GatheringState::draft) {
    return plan_on(wish_of(gathering, context), phrase, acting);
  }
  auto wish = wish_of(gathering, context);
  auto unclear = add_to_wish(wish, phrase, context);
  wish.recurrence.clear();
  if (!unclear.questions.empty()) {
    return ask_for_change(gathering, *network, unclear.questions.front(), acting);
  }
  auto after = gathering;
  apply_wish(wish, after, context, acting.turn.now);
  if (auto skipped = skipped_hour({*wish.day, *wish.start}, context); !skipped.empty()) {
    unclear.notes.push_back(std::move(skipped));
  }
  if (!same_time(gathering, after) && after.starts <= acting.turn.now) {
    const auto when = sentence_case(gathering_when_in_full(after, context));
    return ask_for_change(gathering, *network, context.texts.say("plan.past", {{"when", when}}), acting);
  }
  const bool same_capacity = gathering.capacity == after.capacity;
  if (only_capacity(gathering, after) && same_capacity) {
    return ask_for_change(gathering, *network,
                          context.texts.say(phrase.when.empty() ? "move.ask_when" : "move.already"), acting);
  }
  if (only_capacity(gathering, after)) {
    return change_gathering(wish, phrase.all_ahead, acting);  // nobody has to do anything about it
  }
  return confirm(gathering, after, wish, std::move(unclear.notes), *network, phrase, acting);
}

Sections move_gathering(const Acting& acting) {
  const auto language = acting.context.texts.language();
  const auto halves = halves_of(acting.text, plan_reading(acting, language));
  auto which = parse_plan(halves.which, plan_reading(acting, language));
  if (halves.which == halves.target) {
    which.when = {};  // no "to": the day that is named is the new one
  }
  const auto found = gatherings_meant(which, Wanted::to_change, acting);
  if (found.empty()) {
    return no_such_gathering(which, Wanted::to_change, acting);
  }
  if (found.size() > 1) {
    return ask_which_gathering(found, "move", halves.target, acting);
  }
  const auto& gathering = found.front().gathering;
  const WhenContext event{start_of(gathering), end_of(gathering), true};
  auto target = parse_plan(halves.target, plan_reading(acting, language, event));
  target.only_this = target.only_this || which.only_this;
  target.all_ahead = target.all_ahead || which.all_ahead;
  return ask_to_change(gathering, target, acting);
}

Sections change_gathering(const Wish& wish, bool all, const Acting& acting) {
  const auto& context = acting.context;
  const auto before = store::find_gathering(acting.database(), wish.gathering);
  const auto network = before ? store::find_network(acting.database(), before->network) : std::nullopt;
  if (!network) {
    return one_line(context.texts.say("move.none"));
  }
  if (!may_change(*before, *network, acting)) {
    return one_line(coordinator_refusal(*network, context));
  }
  if (before->state == GatheringState::cancelled) {
    return one_line(
        context.texts.say("cancel.already", {{"title", gathering_title(*before, *network, context)}}));
  }
  auto after = *before;
  apply_wish(wish, after, context, acting.turn.now);
  if (before->version != wish.version || !change_one(*before, after, *network, acting)) {
    return one_line(
        context.texts.say("move.changed_meanwhile", {{"title", gathering_title(*before, *network, context)},
                                                     {"when", gathering_when_where(*before, context)}}));
  }
  std::vector<std::string> lines;
  if (all && before->series != 0) {
    lines = change_following(*before, after, *network, acting);
  }
  set_gathering_focus(acting, before->id, network->id, "");
  acting.outcome.changed_data = true;
  const auto title = gathering_title(after, *network, context);
  if (only_capacity(*before, after)) {
    const auto promoted = promote_into_places(after, *network, acting);
    lines.insert(lines.begin(),
                 after.capacity == 0
                     ? context.texts.say("move.no_limit")
                     : context.texts.say("move.capacity", {{"count", std::to_string(after.capacity)}}));
    if (promoted != 0) {
      lines.push_back(context.texts.say("move.promoted", {{"count", std::to_string(promoted)}}));
    }
  } else {
    auto done = what_changed(*before, after, *network, acting);
    lines.insert(lines.begin(), done.begin(), done.end());
  }
  return {TextSection{std::move(lines), {}}};
}

}  // namespace handlers
