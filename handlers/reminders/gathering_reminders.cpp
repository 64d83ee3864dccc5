#include "handlers/reminders/gathering_reminders.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/reminder_plan.hpp"
#include "handlers/gatherings/which_gathering.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <sstream>

namespace handlers {
namespace {

constexpr int amount_max = 400;
constexpr int working_days_max = 250;

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string with_time(std::string offset, std::chrono::minutes of_day) {
  return offset + "@" + two_digits(of_day.count() / 60) + ":" + two_digits(of_day.count() % 60);
}

std::vector<std::string> rules_of(const store::Gathering& gathering) {
  std::istringstream words(gathering.reminders);
  std::vector<std::string> rules;
  for (std::string rule; words >> rule;) {
    rules.push_back(rule);
  }
  return rules;
}

/// The rules, with those that would be earlier than the day put together to one on that day.
std::vector<std::string> not_before(const store::Gathering& gathering, store::Day day,
                                    std::chrono::minutes of_day, const Policy& policy) {
  const auto earliest = to_instant({day, of_day}, policy.zone).instant;
  const auto begins = local_day(gathering.starts, policy.zone);
  int working_days = 0;
  while (working_days < working_days_max &&
         add_working_days(begins, -(working_days + 1), policy.calendar) >= day) {
    ++working_days;
  }
  std::vector<std::string> rules{with_time("-" + std::to_string(working_days) + "w", of_day)};
  for (auto& text : rules_of(gathering)) {
    const auto rule = read_rule(text);
    if (rule && due_of(*rule, gathering, policy) > earliest &&
        std::find(rules.begin(), rules.end(), text) == rules.end()) {
      rules.push_back(std::move(text));
    }
  }
  return rules;
}

/// The gathering is meant, not something of the sender's own.
bool is_about_a_gathering(const When& when, const Acting& acting) {
  const auto folded = " " + store::fold(acting.text) + " ";
  const bool us = folded.find(" os ") != std::string::npos || folded.find(" us ") != std::string::npos;
  const bool set =
      folded.find("påmindelsen") != std::string::npos || folded.find("the reminder") != std::string::npos;
  return when.before || ((us || set) && (when.not_before || !when.date));
}

std::string times_in_words(const store::Gathering& gathering, const Acting& acting) {
  const auto& context = acting.context;
  std::vector<std::string> times;
  for (const auto& time : planned_times(gathering, acting.turn.now, context.policy)) {
    times.push_back(moment_in_words(local_time(time.due, context.policy.zone), std::nullopt, context.today,
                                    context.texts));
  }
  return joined(times, context.texts);
}

Sections change(GatheringAtHand at_hand, const std::vector<std::string>& rules, const Acting& acting) {
  const auto& context = acting.context;
  auto& gathering = at_hand.gathering;
  gathering.reminders.clear();
  for (const auto& rule : rules) {
    gathering.reminders.append(gathering.reminders.empty() ? "" : " ").append(rule);
  }
  if (!store::update_gathering(acting.transaction(), gathering, acting.turn.now)) {
    return one_line(context.texts.say("pending.stale"));
  }
  plan_reminders(gathering, at_hand.network, acting.transaction(), context, acting.turn.now);
  acting.outcome.changed_data = true;
  keep_at_hand(at_hand, acting);
  const auto times = times_in_words(gathering, acting);
  const auto title = gathering_title(gathering, at_hand.network, context);
  return one_line(times.empty()
                      ? context.texts.say("remind.gathering_none", {{"gathering", title}})
                      : context.texts.say("remind.gathering", {{"gathering", title}, {"times", times}}));
}

}  // namespace

std::optional<std::string> rule_of(const Before& before, std::optional<std::chrono::minutes> of_day) {
  constexpr std::chrono::minutes usual{9 * 60};
  const auto at = of_day.value_or(usual);
  if (before.amount < 1 || before.amount > amount_max) {
    return std::nullopt;
  }
  switch (before.unit) {
    case Before::Unit::minutes:
      return "-" + std::to_string((before.amount + 59) / 60) + "h";
    case Before::Unit::hours:
      return "-" + std::to_string(before.amount) + "h";
    case Before::Unit::days:
      return with_time("-" + std::to_string(before.amount) + "d", at);
    case Before::Unit::working_days:
      return with_time("-" + std::to_string(before.amount) + "w", at);
    case Before::Unit::weeks:
      return before.amount * 7 > amount_max
                 ? std::nullopt
                 : std::optional(with_time("-" + std::to_string(before.amount * 7) + "d", at));
    case Before::Unit::months:
      break;
  }
  return std::nullopt;
}

std::optional<Sections> change_gathering_reminders(const Intent&, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto when = parse_when(acting.text, local_time(acting.turn.now, context.policy.zone),
                               texts.language(), context.policy.calendar);
  if (!is_about_a_gathering(when, acting)) {
    return std::nullopt;
  }
  const auto meant = gatherings_at_hand(acting, [](const GatheringAtHand&) { return true; });
  if (meant.size() != 1) {
    return one_line(texts.say(meant.empty() ? "remind.no_gathering" : "remind.which_gathering"));
  }
  const auto& at_hand = meant.front();
  if (!may_plan(at_hand.network, acting.turn.sender, acting.database(), context)) {
    return one_line(coordinator_refusal(at_hand.network, context));
  }
  if (when.not_before) {
    constexpr std::chrono::minutes usual{9 * 60};
    return change(at_hand,
                  not_before(at_hand.gathering, *when.not_before, when.start.value_or(usual), context.policy),
                  acting);
  }
  const auto rule = when.before ? rule_of(*when.before, when.start) : std::nullopt;
  if (!rule) {
    return one_line(texts.say("remind.how_long_before"));
  }
  auto rules = rules_of(at_hand.gathering);
  if (std::find(rules.begin(), rules.end(), *rule) == rules.end()) {
    rules.push_back(*rule);
  }
  return change(at_hand, rules, acting);
}

}  // namespace handlers
