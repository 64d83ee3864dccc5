#include "handlers/access.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/moving.hpp"
#include "handlers/gatherings/moving_which.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/pending.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>
#include <charconv>

namespace handlers {
namespace {

using store::Gathering;
using store::GatheringState;

constexpr std::size_t reason_characters = 300;

/// The number after the first word: "move 12".
std::int64_t id_in(std::string_view pending) {
  const auto blank = pending.find(' ');
  std::int64_t id = 0;
  if (blank != std::string_view::npos) {
    std::from_chars(pending.data() + blank + 1, pending.data() + pending.size(), id);
  }
  return id;
}

std::string_view first_word(std::string_view pending) {
  return pending.substr(0, pending.find_first_of(" \n"));
}

std::string_view details_of(std::string_view pending) {
  const auto line = pending.find('\n');
  return line == std::string_view::npos ? std::string_view{} : pending.substr(line + 1);
}

bool has_line(std::string_view details, std::string_view line) {
  for (auto rest = details; !rest.empty();) {
    const auto next = rest.substr(0, rest.find('\n'));
    if (next == line) {
      return true;
    }
    rest.remove_prefix(std::min(rest.size(), next.size() + 1));
  }
  return false;
}

void cancel_one(const Gathering& gathering, const store::Network& network, const std::string& reason,
                const Acting& acting) {
  if (store::change_state(acting.transaction(), gathering.id, GatheringState::cancelled, acting.turn.now,
                          reason) &&
      gathering.state == GatheringState::invited) {
    const auto cancelled = store::find_gathering(acting.database(), gathering.id).value();
    tell_cancelled(cancelled, network, acting.outcome, acting.services, acting.context, acting.turn.now);
  }
}

Sections which_of_series(const Acting& acting) {
  return one_line(acting.context.texts.say("series.which"));
}

}  // namespace

Sections cancel_gathering(const Acting& acting) {
  const auto phrase = parse_plan(acting.text, plan_reading(acting, acting.context.texts.language()));
  const auto found = gatherings_meant(phrase, Wanted::to_change, acting);
  if (found.empty()) {
    return no_such_gathering(phrase, Wanted::to_change, acting);
  }
  if (found.size() > 1) {
    return ask_which_gathering(found, "cancel", phrase.reason, acting);
  }
  return ask_to_cancel(found.front().gathering, phrase.reason, phrase.all_ahead, acting);
}

Sections ask_to_cancel(const Gathering& gathering, const std::string& said, bool all, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto network = store::find_network(acting.database(), gathering.network);
  if (!network || !may_change(gathering, *network, acting)) {
    return one_line(network ? coordinator_refusal(*network, context) : texts.say("move.none"));
  }
  if (gathering.state == GatheringState::draft) {
    return call_off(gathering.id, "", false, acting);
  }
  auto reason = cards::capped(said, reason_characters);
  std::replace(reason.begin(), reason.end(), '\n', ' ');
  const auto id = std::to_string(gathering.id);
  const auto pending = "cancel " + id;
  OfferSection section{
      {texts.say("cancel.confirm", {{"title", gathering_title(gathering, *network, context)}}),
       sentence_case(gathering_when_where(gathering, context)) + "."},
      {}};
  if (!reason.empty()) {
    section.lines.push_back(texts.say("cancel.reason", {{"reason", reason}}));
  }
  section.lines.push_back(
      texts.say(gathering.state == GatheringState::invited ? "cancel.told" : "move.not_sent"));
  const bool which = gathering.series != 0 && !all;
  if (gathering.series != 0 && all) {
    section.lines.push_back(texts.say("series.cancel_rest"));
    section.offers = {yes_offer("cancel-all " + id, texts.say("cancel.button_yes"))};
    section.offers.push_back(yes_or_no(pending, "", texts.say("button.no")).back());
  } else if (which) {
    section.lines.push_back(texts.say("series.which"));
    section.offers = {yes_offer("cancel-one " + id, texts.say("series.button_one")),
                      yes_offer("cancel-all " + id, texts.say("series.button_all"))};
    section.offers.push_back(yes_or_no(pending, "", texts.say("button.no")).back());
  } else {
    section.offers = yes_or_no(pending, texts.say("cancel.button_yes"), texts.say("button.no"));
  }
  set_gathering_focus(acting, gathering.id, network->id,
                      pending + "\nreason=" + reason + "\n" +
                          (which ? "which=1\n"
                           : all ? "all=1\n"
                                 : ""));
  return {std::move(section)};
}

Sections call_off(std::int64_t id, const std::string& reason, bool all, const Acting& acting) {
  const auto& context = acting.context;
  const auto gathering = store::find_gathering(acting.database(), id);
  const auto network = gathering ? store::find_network(acting.database(), gathering->network) : std::nullopt;
  if (!network || !may_change(*gathering, *network, acting)) {
    return one_line(network ? coordinator_refusal(*network, context) : context.texts.say("move.none"));
  }
  const auto title = gathering_title(*gathering, *network, context);
  set_gathering_focus(acting, 0, network->id, "");
  acting.outcome.changed_data = true;
  if (gathering->state == GatheringState::draft) {
    store::change_state(acting.transaction(), id, GatheringState::dropped, acting.turn.now);
    if (gathering->series != 0) {
      store::end_series(acting.transaction(), gathering->series, acting.turn.now);
    }
    return one_line(context.texts.say("plan.dropped", {{"title", title}}));
  }
  if (gathering->state == GatheringState::cancelled || gathering->state == GatheringState::dropped) {
    return one_line(context.texts.say("cancel.already", {{"title", title}}));
  }
  cancel_one(*gathering, *network, reason, acting);
  std::vector<std::string> lines{
      context.texts.say("cancel.done", {{"title", title}, {"when", gathering_when(*gathering, context)}})};
  if (all && gathering->series != 0) {
    std::size_t count = 0;
    for (const auto& one :
         store::gatherings_of_series(acting.database(), gathering->series, gathering->starts)) {
      if (one.id != id && one.starts > gathering->starts) {
        cancel_one(one, *network, reason, acting);
        ++count;
      }
    }
    store::end_series(acting.transaction(), gathering->series, acting.turn.now);
    if (count > 0) {
      lines.push_back(counted(count, "series.cancelled_one", "series.cancelled", context.texts));
    }
  }
  if (gathering->state == GatheringState::invited) {
    lines.push_back(context.texts.say("cancel.done_told"));
  }
  return {TextSection{std::move(lines), {}}};
}

std::optional<Sections> do_pending_move(const std::string& pending, bool yes, const Acting& acting) {
  const auto word = first_word(pending);
  const auto details = details_of(pending);
  const auto& texts = acting.context.texts;
  if (word == "move-when" || word == "move-which" || word == "cancel-which") {
    return one_line(texts.say(!yes ? "move.kept" : word == "move-when" ? "move.ask_when" : "move.which"));
  }
  if (!yes) {
    return one_line(texts.say(word == "cancel" ? "cancel.kept" : "move.kept"));
  }
  if (has_line(details, "which=1")) {
    set_gathering_focus(acting, id_in(pending), focus_of(acting).network, pending);
    return which_of_series(acting);
  }
  if (word == "move") {
    return change_gathering(read_wish(details), has_line(details, "all=1"), acting);
  }
  const auto reason = details.substr(std::min(details.size(), std::string_view("reason=").size()));
  return call_off(id_in(pending), std::string(reason.substr(0, reason.find('\n'))),
                  has_line(details, "all=1"), acting);
}

namespace {

std::optional<Sections> do_one_or_all(std::string_view pending, bool all, const Acting& acting) {
  const auto details = details_of(pending);
  if (first_word(pending) == "move") {
    return change_gathering(read_wish(details), all, acting);
  }
  const auto reason = details.substr(std::min(details.size(), std::string_view("reason=").size()));
  return call_off(id_in(pending), std::string(reason.substr(0, reason.find('\n'))), all, acting);
}

}  // namespace

std::optional<Sections> hear_scope(const PlanPhrase& phrase, const Acting& acting) {
  const auto pending = focus_of(acting).pending;
  const auto word = first_word(pending);
  if ((word != "move" && word != "cancel") || !(phrase.only_this || phrase.all_ahead) || phrase.unread != 0) {
    return std::nullopt;
  }
  return do_one_or_all(pending, phrase.all_ahead, acting);
}

std::optional<Sections> tap_moving(const cards::Button& button, const Acting& acting) {
  const auto word = first_word(button.about);
  const auto id = id_in(button.about);
  const auto dash = word.find('-');
  if (button.verb != cards::Verb::yes || dash == std::string_view::npos || id == 0) {
    return std::nullopt;
  }
  const auto what = word.substr(0, dash);
  const auto how = word.substr(dash + 1);
  if ((what != "move" && what != "cancel") || (how != "pick" && how != "one" && how != "all")) {
    return std::nullopt;
  }
  const auto focus = focus_of(acting);
  if (how != "pick") {
    const bool same = first_word(focus.pending) == what && id_in(focus.pending) == id;
    return same ? do_one_or_all(focus.pending, how == "all", acting)
                : std::optional(one_line(acting.context.texts.say("card.too_old")));
  }
  const auto gathering = store::find_gathering(acting.database(), id);
  if (!gathering || first_word(focus.pending) != std::string(what) + "-which") {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  const std::string details(details_of(focus.pending));
  if (what == "cancel") {
    return ask_to_cancel(*gathering, details, false, acting);
  }
  const WhenContext event{start_of(*gathering), end_of(*gathering), true};
  return ask_to_change(
      *gathering, parse_plan(details, plan_reading(acting, acting.context.texts.language(), event)), acting);
}

}  // namespace handlers
