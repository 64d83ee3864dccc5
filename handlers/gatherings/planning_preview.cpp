#include "handlers/gatherings/planning_preview.hpp"

#include "handlers/gatherings/clashes.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/planning_invitees.hpp"
#include "handlers/gatherings/reminder_plan.hpp"
#include "handlers/gatherings/series.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"

#include <algorithm>

namespace handlers {
namespace {

using namespace std::chrono_literals;

Offer offer(std::string title, cards::Verb verb, const store::Gathering& gathering) {
  Offer made{std::move(title), {}};
  made.button.verb = verb;
  made.button.item = gathering.id;
  made.button.about = version_of(gathering);
  return made;
}

std::string reminders_in_words(const store::Gathering& gathering, const Context& context,
                               store::Instant now) {
  std::vector<std::string> times;
  for (const auto& planned : planned_times(gathering, now, context.policy)) {
    times.push_back(moment_in_words(local_time(planned.due, context.policy.zone), std::nullopt, context.today,
                                    context.texts));
  }
  return times.empty() ? context.texts.say("plan.no_reminders")
                       : context.texts.say("plan.reminders", {{"times", joined(times, context.texts)}});
}

void add_lines(std::vector<std::string>& lines, std::vector<std::string> more) {
  std::move(more.begin(), more.end(), std::back_inserter(lines));
}

}  // namespace

std::string version_of(const store::Gathering& gathering) {
  return "v" + std::to_string(gathering.version);
}

std::string person_by_id(std::int64_t id, const Context& context) {
  const auto person = id == 0 ? store::no_index : context.catalogue().person_by_id(id);
  return person == store::no_index ? "" : person_name(context, person);
}

std::vector<std::string> facts_in_words(const store::Gathering& gathering, const Context& context) {
  const auto& texts = context.texts;
  const auto week = iso_week(start_of(gathering).day);
  std::vector<std::string> lines{
      texts.say("plan.when", {{"when", sentence_case(gathering_when_in_full(gathering, context))},
                              {"week", std::to_string(week.week)}})};
  lines.push_back(gathering.place.empty() ? texts.say("plan.no_place")
                                          : texts.say("plan.place", {{"place", gathering.place}}));
  lines.push_back(gathering.capacity == 0
                      ? texts.say("plan.no_limit")
                      : texts.say("plan.capacity", {{"count", std::to_string(gathering.capacity)}}));
  if (gathering.answer_by != store::Instant{}) {
    const auto day = local_day(gathering.answer_by, context.policy.zone);
    lines.push_back(texts.say("plan.answer_by", {{"day", weekday_in_words(day, store::Day{}, texts)}}));
  } else {
    lines.push_back(texts.say("plan.answer_any_time"));
  }
  const auto add = [&](std::string_view key, const std::string& what) {
    if (!what.empty()) {
      lines.push_back(texts.say(key, {{"what", what}}));
    }
  };
  add("plan.chair", person_by_id(gathering.chair, context));
  add("plan.minutes", person_by_id(gathering.minutes, context));
  add("plan.case", gathering.case_number);
  add("plan.agenda", gathering.agenda);
  return lines;
}

std::vector<Section> preview_sections(const store::Gathering& gathering, const store::Network& network,
                                      store::PersonIndex reader, store::Database& database,
                                      const Context& context, store::Instant now,
                                      std::vector<std::string> notes) {
  const auto& texts = context.texts;
  OfferSection section;
  section.lines = {gathering_title(gathering, network, context), texts.say("plan.draft")};
  add_lines(section.lines, std::move(notes));
  add_lines(section.lines, clashes_in_words(gathering, reader, database, context));
  add_lines(section.lines, facts_in_words(gathering, context));
  add_lines(section.lines, series_in_words(gathering, database, context));
  section.lines.push_back(reminders_in_words(gathering, context, now));
  add_lines(section.lines, invitees_in_words(gathering, network, database, context));
  if (network.for_one) {
    std::erase(section.lines, texts.say("plan.no_limit"));  // who comes is known by name
  }
  section.offers.push_back(offer(texts.say("plan.button_edit"), cards::Verb::gathering_edit, gathering));
  if (!network.for_one) {
    section.offers.push_back(
        offer(texts.say("plan.button_leaders"), cards::Verb::gathering_leaders, gathering));
  }
  section.offers.push_back(offer(texts.say("plan.button_send"), cards::Verb::gathering_send, gathering));
  section.offers.push_back(offer(texts.say("plan.button_drop"), cards::Verb::gathering_drop, gathering));
  section.copy = store::CopyOf{gathering.id, 0, store::CopyKind::status};
  return {std::move(section)};
}

}  // namespace handlers
