// Units: who leads them and who works there.
#include "handlers/person_parts.hpp"
#include "handlers/sentences.hpp"
#include "store/text/fold.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;
using store::UnitIndex;

/// The unit of that name; else the one that had it before; else the only one whose name begins so; else none.
UnitIndex unit_called(std::string_view name, const store::Catalogue& catalogue) {
  const auto folded = store::fold(name);
  UnitIndex begins_so = no_index;
  for (UnitIndex unit = 0; unit < catalogue.units().size(); ++unit) {
    const auto candidate = store::fold(catalogue.unit(unit).name);
    if (candidate == folded) {
      return unit;
    }
    if (!folded.empty() && candidate.rfind(folded, 0) == 0) {
      begins_so = begins_so == no_index ? unit : no_index;
    }
  }
  for (UnitIndex unit = 0; unit < catalogue.units().size(); ++unit) {
    if (catalogue.unit(unit).is_called(folded)) {
      return unit;
    }
  }
  return begins_so;
}

PersonIndex leader_of_unit(UnitIndex unit, const Context& context) {
  const auto& catalogue = context.catalogue();
  auto leader = catalogue.unit(unit).leader;
  const auto people = catalogue.people();
  for (PersonIndex person = 0; leader == no_index && person < people.size(); ++person) {
    if (people[person].unit == unit && !has_left(people[person], context.today)) {
      leader = leader_of(catalogue, person, context.today);
    }
  }
  return leader != no_index && has_left(catalogue.person(leader), context.today) ? no_index : leader;
}

/// "miljøchefen" -> "miljøchef", "direktørens" -> "direktør".
std::string without_article(std::string title) {
  for (const std::string_view ending : {"ens", "en", "s"}) {
    if (title.ends_with(ending) && title.size() > ending.size() + 4) {
      return title.substr(0, title.size() - ending.size());
    }
  }
  return title;
}

/// Who has the title, alone or with more behind it ("direktør for teknik"); nobody if several have.
PersonIndex titled(const std::string& title, const Context& context) {
  const auto people = context.catalogue().people();
  PersonIndex found = no_index;
  for (PersonIndex person = 0; person < people.size(); ++person) {
    const auto own = store::fold(people[person].title);
    if (own != title || has_left(people[person], context.today)) continue;
    if (found != no_index) return no_index;
    found = person;
  }
  return found;
}

Part one_with_title(std::string_view asked, const Context& context) {
  const auto title = without_article(store::fold(asked));
  if (const auto person = titled(title, context); person != no_index) {
    return person_part(
        context.texts.say("leader.has_title",
                          {{"person", person_name(context, person)},
                           {"title", inside_sentence(context.catalogue().person(person).title)}}),
        person, {}, "leader");
  }
  // "Miljøchefen" leads Miljø, whatever the title is.
  for (const std::string_view ending : {"chef", "leder", "direkt\xC3\xB8r"}) {
    if (!title.ends_with(ending)) continue;
    const auto unit =
        unit_called(std::string_view(title).substr(0, title.size() - ending.size()), context.catalogue());
    if (unit != no_index) {
      const auto leader = leader_of_unit(unit, context);
      if (leader == no_index) {
        return words_part(
            context.texts.say("leader.unit_unknown", {{"unit", context.catalogue().unit(unit).name}}),
            store::Confidence::none);
      }
      return person_part(context.texts.say("leader.of_unit", {{"leader", person_name(context, leader)},
                                                              {"unit", context.catalogue().unit(unit).name}}),
                         leader, {}, "leader");
    }
  }
  return find_person(Intent{IntentName::find_person, {{"task", std::string(asked)}}}, context);
}

}  // namespace

Part leader_of_unit(const Intent& intent, const Context& context) {
  if (!intent.slot("title").empty()) {
    return one_with_title(intent.slot("title"), context);
  }
  const auto name = intent.slot("unit");
  if (name.empty()) {
    return words_part(context.texts.say("unit.which"), store::Confidence::none);
  }
  const auto unit = unit_called(name, context.catalogue());
  if (unit == no_index) {
    return words_part(context.texts.say("unit.unknown", {{"unit", name}}), store::Confidence::none);
  }
  const auto leader = leader_of_unit(unit, context);
  const auto& unit_name = context.catalogue().unit(unit).name;
  if (leader == no_index) {
    return words_part(context.texts.say("leader.unit_unknown", {{"unit", unit_name}}),
                      store::Confidence::none);
  }
  return person_part(
      context.texts.say("leader.of_unit", {{"leader", person_name(context, leader)}, {"unit", unit_name}}),
      leader, {}, "leader");
}

Part people_of_unit(std::string_view name, const Context& context) {
  const auto& catalogue = context.catalogue();
  const auto unit = unit_called(name, catalogue);
  if (unit == no_index) {
    return words_part(context.texts.say("unit.unknown", {{"unit", name}}), store::Confidence::none);
  }
  const auto& unit_name = catalogue.unit(unit).name;
  std::vector<std::string> lines{context.texts.say("unit.people", {{"unit", unit_name}})};
  AnswerTask answer{no_index, {}, 1};
  std::size_t left_out = 0;
  const auto leader = leader_of_unit(unit, context);
  for (PersonIndex person = 0; person < catalogue.people().size(); ++person) {
    const auto& one = catalogue.person(person);
    if (one.unit != unit || has_left(one, context.today)) continue;
    if (answer.people.size() == Shown::lines) {
      ++left_out;
      continue;
    }
    const auto title = one.title.empty() ? std::string() : ", " + inside_sentence(one.title);
    lines.push_back("– " + person_name(context, person) + title);
    answer.people.push_back({person, one.contact_point ? "contact point" : "employee"});
  }
  if (answer.people.empty() && leader == no_index) {
    return words_part(context.texts.say("unit.no_people", {{"unit", unit_name}}), store::Confidence::none);
  }
  if (answer.people.empty()) lines.front() = context.texts.say("unit.no_people", {{"unit", unit_name}});
  if (left_out > 0) {
    lines.push_back(context.texts.say("leader.more_people", {{"count", std::to_string(left_out)}}));
  }
  if (leader != no_index) {
    lines.push_back(context.texts.say("unit.leads", {{"leader", person_name(context, leader)}}));
  }
  Part part;
  part.sections.push_back(TextSection{std::move(lines), {}});
  part.tasks.push_back(std::move(answer));
  part.confidence = store::Confidence::sure;
  return part;
}

}  // namespace handlers
