#include "handlers/gatherings/planning_people.hpp"

#include "handlers/cards/elements.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/planning_draft.hpp"
#include "handlers/networks/find_network.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/part.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>
#include <charconv>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

constexpr std::string_view pick = "plan-who ";
constexpr std::size_t name_characters = 80;
constexpr std::size_t kind_characters = 80;

void add_person(std::vector<std::int64_t>& people, PersonIndex person, const Acting& acting) {
  const auto id = acting.context.catalogue().person(person).id;
  if (can_be_named(person, acting) && std::find(people.begin(), people.end(), id) == people.end()) {
    people.push_back(id);
  }
}

PeopleNamed named_in(const std::string& text, const Acting& acting) {
  return people_named(text, acting.sender, acting.context);
}

/// Those who have the name, else those with the first name: "Ole Hansen" may be Ole Bach.
std::vector<PersonIndex> candidates(const std::string& name, const Acting& acting) {
  auto people = people_called(name, acting.context);
  if (people.empty()) {
    people = people_called(name.substr(0, name.find(' ')), acting.context);
  }
  std::erase_if(people, [&](PersonIndex person) { return !can_be_named(person, acting); });
  people.resize(std::min(people.size(), Shown::choices));
  return people;
}

void wait_for_answer(const Wish& wish, const Acting& acting) {
  set_gathering_focus(acting, wish.gathering, wish.network, write_wish("plan", wish));
}

void add_all(Wish& wish, const PeopleNamed& named, const Acting& acting) {
  for (const auto person : named.people) {
    add_person(wish.people, person, acting);
  }
  for (const auto* names : {&named.several, &named.unknown}) {
    for (const auto& name : *names) {
      wish.unsure.push_back(cards::capped(name, name_characters));
    }
  }
}

}  // namespace

bool can_be_named(PersonIndex person, const Acting& acting) {
  return person != acting.sender && !acting.context.catalogue().person(person).contact_point;
}

bool take_people(Wish& wish, const PlanPhrase& phrase, const Acting& acting) {
  if (phrase.invitees.empty()) {
    return false;
  }
  const auto network = networks_meant(phrase.rest, store::networks(acting.database()));
  const bool beside_members = network.fit == NetworkFit::name || network.fit == NetworkFit::english;
  add_all(wish, named_in(phrase.invitees, acting), acting);
  if (!phrase.topic.empty() && !beside_members) {
    const auto& texts = acting.context.texts;
    const auto kind = wish.kind.empty() ? texts.list("gathering.kinds").front() : wish.kind;
    wish.kind = cards::capped(texts.say("plan.kind_about", {{"kind", kind}, {"topic", phrase.topic}}),
                              kind_characters);
  }
  return !beside_members && (!wish.people.empty() || !wish.unsure.empty());
}

std::optional<Sections> ask_about_people(const Wish& wish, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (acting.sender == no_index) {
    return one_line(texts.say("plan.who_are_you"));
  }
  if (wish.people.size() + wish.unsure.size() > named_people_max) {
    return one_line(texts.say("plan.too_many_people", {{"count", std::to_string(named_people_max)}}));
  }
  if (wish.unsure.empty()) {
    return std::nullopt;
  }
  const auto& name = wish.unsure.front();
  const auto people = candidates(name, acting);
  const bool known = !people_called(name, acting.context).empty();
  OfferSection section{{texts.say(known            ? "plan.which_person"
                                  : people.empty() ? "plan.nobody_called"
                                                   : "plan.nobody_called_but",
                                  {{"name", name}})},
                       {}};
  for (const auto person : people) {
    section.offers.push_back(
        yes_offer(std::string(pick) + std::to_string(acting.context.catalogue().person(person).id),
                  person_with_title(acting.context, person)));
  }
  section.offers.push_back(
      yes_offer(std::string(pick) + "0", texts.say("plan.button_without", {{"name", name}})));
  wait_for_answer(wish, acting);
  return Sections{std::move(section)};
}

bool hear_person(Wish& wish, const Acting& acting) {
  const auto named = named_in(acting.text, acting);
  if (!named.unknown.empty() || (named.people.empty() && named.several.empty())) {
    return false;
  }
  if (!wish.unsure.empty()) {
    wish.unsure.erase(wish.unsure.begin());
  }
  add_all(wish, named, acting);
  return true;
}

std::optional<Sections> tap_person(const cards::Button& button, const Acting& acting) {
  if (button.verb != cards::Verb::yes || !button.about.starts_with(pick)) {
    return std::nullopt;
  }
  std::int64_t id = -1;
  std::from_chars(button.about.data() + pick.size(), button.about.data() + button.about.size(), id);
  const auto pending = focus_of(acting).pending;
  auto wish = read_wish(pending);
  const auto person = id > 0 ? acting.context.catalogue().person_by_id(id) : no_index;
  const bool waits = pending.starts_with("plan\n") && !wish.unsure.empty();
  if (!waits || id < 0 || (id > 0 && person == no_index)) {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  wish.unsure.erase(wish.unsure.begin());
  if (person != no_index) {
    add_person(wish.people, person, acting);
  }
  return plan_on(std::move(wish), {}, acting);
}

void make_network(Wish& wish, const Acting& acting) {
  store::Network network;
  network.for_one = true;
  network.open = false;
  store::Gathering gathering;
  gathering.kind = wish.kind;
  network.name = gathering_title(gathering, network, acting.context);
  network.coordinator = acting.context.catalogue().person(acting.sender).id;
  wish.network = store::create_network(acting.transaction(), network, acting.turn.now).value();
  for (const auto person : wish.people) {
    store::add_member(acting.transaction(), wish.network, person);
  }
}

}  // namespace handlers
