// The door: who stops, said in words or tapped.
#include "handlers/access.hpp"
#include "handlers/acting.hpp"
#include "handlers/contacts.hpp"
#include "handlers/leaving/departing.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "handlers/subjects.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/date_phrases.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_edits.hpp"

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

Departing departing_of(const store::Departure& departure, const Acting& acting) {
  return {departure,
          acting.context.catalogue().person_by_id(departure.person),
          id_of(acting.turn.sender),
          acting.outcome,
          acting.services,
          acting.context,
          acting.turn.now};
}

std::string refused(PersonIndex person, const Context& context) {
  const auto leader = leader_of(context.catalogue(), person, context.today);
  const auto name = person_name(context, person);
  return leader == no_index
             ? context.texts.say("leaving.refused_plain", {{"person", name}})
             : context.texts.say("leaving.refused",
                                 {{"person", name}, {"leader", person_with_title(context, leader)}});
}

/// The last working day that was said; nothing if none was.
std::optional<store::Day> last_day_in(const Acting& acting) {
  const auto& policy = acting.context.policy;
  const auto when = parse_when(acting.text, local_time(acting.turn.now, policy.zone),
                               acting.context.texts.language(), policy.calendar);
  if (when.date) {
    return when.date;
  }
  return when.days ? when.days->to ? when.days->to : when.days->from : std::nullopt;
}

/// The one who leaves says it: the leader gets the card, and decides.
Sections own_words(const Departing& departing, const Acting& acting) {
  const auto& context = acting.context;
  const auto leader = leader_of(context.catalogue(), departing.leaver, context.today);
  const bool told =
      leader != no_index && tell_person(leader, acting.turn.tenant, acting.outcome, acting.services, context,
                                        [&](const Context& there) -> std::vector<Section> {
                                          return {departure_section(departing, there)};
                                        });
  acting.outcome.changed_data = true;
  return one_line(told ? context.texts.say("leaving.told_leader", {{"person", person_name(context, leader)}})
                       : context.texts.say("leaving.noted"));
}

Sections leaves(PersonIndex person, store::Day last_day, const Acting& acting) {
  const auto& context = acting.context;
  const bool own = person == acting.sender;
  if (!own && !may_arrange_departure(acting.turn.sender, person, context)) {
    return one_line(refused(person, context));
  }
  const auto id = context.catalogue().person(person).id;
  const auto day = last_day + std::chrono::days{1};
  const auto by = own ? subject_of(person, context.catalogue()) : id_of(acting.turn.sender);
  auto known = store::departure_of(acting.database(), id);
  if (known &&
      known->first_day_without != day) {  // another day: what was arranged for the old one is taken back
    take_back(departing_of(*known, acting));
    known.reset();
  }
  const auto opened =
      known ? known->id
            : store::open_departure(acting.transaction(), id, day, by, acting.turn.now).value_or(0);
  const auto departure = store::find_departure(acting.database(), opened);
  if (!departure) {
    return one_line(context.texts.say("card.too_old"));
  }
  const auto departing = departing_of(*departure, acting);
  if (own) {
    return own_words(departing, acting);
  }
  store::set_left(acting.transaction(), id, day, {by, {}, acting.turn.now});
  acting.outcome.changed_data = true;
  return {departure_section(departing, context)};
}

Sections stays(PersonIndex person, const Acting& acting) {
  const auto& context = acting.context;
  if (person != acting.sender && !may_arrange_departure(acting.turn.sender, person, context)) {
    return one_line(refused(person, context));
  }
  const auto departure = store::departure_of(acting.database(), context.catalogue().person(person).id);
  if (!departure) {
    return one_line(context.texts.say("leaving.not_leaving", {{"person", person_name(context, person)}}));
  }
  if (person == acting.sender && departure->said_by != subject_of(person, context.catalogue())) {
    return one_line(refused(person, context));
  }
  take_back(departing_of(*departure, acting));
  return one_line(context.texts.say("leaving.stays", {{"person", person_name(context, person)}}));
}

Part part_of(Sections sections) {
  Part part;
  part.sections = std::move(sections);
  return part;
}

/// The departure of a button, if who taps may arrange it.
struct Tapped {
  std::optional<store::Departure> departure;
  Sections refusal;
};

/// The leader who was left decides what stays there.
bool led_before(const store::Departure& departure, const Acting& acting) {
  return !acting.turn.sender.guest && departure.leader != 0 && works_here(acting.sender, acting.context) &&
         acting.context.catalogue().person(acting.sender).id == departure.leader;
}

Tapped tapped(std::int64_t id, const Acting& acting) {
  Tapped found{store::find_departure(acting.database(), id), {}};
  const auto person =
      found.departure ? acting.context.catalogue().person_by_id(found.departure->person) : no_index;
  if (person == no_index || found.departure->state == store::DepartureState::withdrawn) {
    found.refusal = one_line(acting.context.texts.say("leaving.over"));
  } else if (!may_arrange_departure(acting.turn.sender, person, acting.context) &&
             !(found.departure->moves && led_before(*found.departure, acting))) {
    found.refusal = one_line(refused(person, acting.context));
  }
  return found;
}

}  // namespace

std::optional<Part> act_on_leaving(const Intent& intent, const Acting& acting) {
  const bool has_left_already = intent.name == IntentName::task_report_wrong && intent.slot("left") == "yes";
  if (acting.turn.sender.guest || (intent.name != IntentName::person_leaves && !has_left_already)) {
    return std::nullopt;
  }
  const auto& context = acting.context;
  const auto named = intent.slot("person") == "me"
                         ? PeopleNamed{{acting.sender}, {}, {}}
                         : people_named(intent.slot("person"), acting.sender, context);
  const auto person = named.people.size() == 1 ? named.people.front() : no_index;
  if (has_left_already) {  // whoever may not arrange it reports a wrong entry
    return person != no_index && may_arrange_departure(acting.turn.sender, person, context)
               ? std::optional(part_of(leaves(person, context.today - std::chrono::days{1}, acting)))
               : std::nullopt;
  }
  if (person == no_index) {
    auto lines = not_understood(named, context);
    return part_of({TextSection{lines.empty() ? std::vector{context.texts.say("leaving.whom")} : lines, {}}});
  }
  if (intent.slot("off") == "yes") {
    return part_of(stays(person, acting));
  }
  const auto last_day = last_day_in(acting);
  return part_of(
      last_day ? leaves(person, *last_day, acting)
               : one_line(context.texts.say("leaving.when", {{"person", person_name(context, person)}})));
}

std::optional<Sections> tap_leaving(const cards::Button& button, const Acting& acting) {
  using enum cards::Verb;
  const bool about_one = button.verb == leaver_give || button.verb == leaver_vacant;
  if (!about_one && button.verb != leaver_all && button.verb != leaver_each && button.verb != leaver_stays) {
    return std::nullopt;
  }
  const auto handover = about_one ? store::find_handover(acting.database(), button.item) : std::nullopt;
  const auto found = tapped(about_one ? handover ? handover->departure : 0 : button.item, acting);
  if (!found.refusal.empty()) {
    return found.refusal;
  }
  auto departing = departing_of(*found.departure, acting);
  const auto& context = acting.context;
  const bool moves = departing.departure.moves;
  if (moves && button.verb != leaver_stays) {  // what is given on is so from the day of the tap
    departing.departure.first_day_without = std::max(departing.departure.first_day_without, context.today);
  }
  switch (button.verb) {
    case leaver_all:
      give_all(departing);
      return Sections{departure_section(departing, context)};
    case leaver_stays:
      take_back(departing);
      return one_line(context.texts.say(moves ? "moving.kept" : "leaving.stays",
                                        {{"person", person_name(context, departing.leaver)}}));
    case leaver_give:
    case leaver_vacant: {
      const auto person =
          button.verb == leaver_give ? context.catalogue().person_by_id(button.person) : no_index;
      if (button.verb == leaver_give && !works_here(person, context)) {
        return one_line(context.texts.say("card.too_old"));
      }
      give_one(*handover, person, departing);
      return Sections{next_section(departing, context)};
    }
    default:
      return Sections{next_section(departing, context)};
  }
}

}  // namespace handlers
