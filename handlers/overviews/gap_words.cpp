// "Vis opgaver uden ansvarlig i Teknik": which gaps, and whose.
#include "handlers/access.hpp"
#include "handlers/contacts.hpp"
#include "handlers/overviews/lists.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/date_phrases.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/understanding/names.hpp"
#include "store/search/typos.hpp"
#include "store/text/fold.hpp"
#include "store/text/function_words.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;
using Kind = ListAsked::Kind;
using ScopeKind = OverviewScope::Kind;

bool says(const std::string& folded, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return folded.find(phrase) != std::string::npos; });
}

Kind kind_in(const std::string& folded) {
  if (says(folded, {"bekræft", "opdater", "confirm", "updated", "forældet"})) {
    return Kind::unconfirmed;
  }
  if (says(folded,
           {" kun en", " kun 1", "en enkelt", "eneste", "uden vikar", "uden stedfortræder", "ingen vikar",
            "ingen stedfortræder", "uden afløser", "only one", "just one", "single", "without a stand",
            "without a deputy", "without backup", "no stand", "no backup", "no deputy"})) {
    return Kind::single;
  }
  return Kind::vacant;
}

/// "ikke bekræftet i år", "ikke siden 1/5": the day since when a confirmation counts.
std::optional<store::Day> since_in(const std::string& folded, const Acting& acting) {
  const auto& context = acting.context;
  if (says(folded, {" i år", "this year"})) {
    return store::Day(std::chrono::year_month_day(context.today).year() / 1 / 1);
  }
  const auto at = std::min(folded.find("siden"), folded.find("since"));
  if (at == std::string::npos) {
    return std::nullopt;
  }
  const auto when =
      parse_when(std::string_view(folded).substr(at), local_time(acting.turn.now, context.policy.zone),
                 context.texts.language(), context.policy.calendar);
  auto day = when.date ? when.date : when.days ? when.days->from : std::nullopt;
  if (day && *day > context.today) {  // a day that has been: "siden 1/5" said in March is last year's
    const std::chrono::year_month_day date(*day);
    day = store::Day((date.year() - std::chrono::years(1)) / date.month() / date.day());
  }
  return day;
}

/// The unit that the words name with at most one slip in each, of several words all.
std::optional<std::int64_t> unit_named(const store::Words& said, std::size_t first, std::size_t count,
                                       const store::Catalogue& catalogue) {
  std::optional<std::int64_t> found;
  store::Words name;
  for (const auto& unit : catalogue.units()) {
    name.read(unit.name);
    bool same = name.size() == count;
    for (std::size_t i = 0; same && i < count; ++i) {
      const auto word = said[first + i];
      same = word == name[i] || (name[i].size() >= store::search::shortest_mistyped &&
                                 store::search::one_slip_apart(word, name[i]));
    }
    if (same && found) {
      return std::nullopt;
    }
    found = same ? std::optional(unit.id) : found;
  }
  return found;
}

bool is_preposition(std::string_view word) {
  constexpr std::array<std::string_view, 8> all{"i", "in", "hos", "under", "for", "within", "p\xE5", "at"};
  return std::find(all.begin(), all.end(), word) != all.end();
}

/// "Teknik" is no unit, but a director leads it: the one whose title has all the words.
std::optional<std::int64_t> leader_titled(const store::Words& said, std::size_t first,
                                          const Context& context) {
  const auto& catalogue = context.catalogue();
  std::optional<std::int64_t> found;
  store::Words title;
  for (PersonIndex person = 0; person < catalogue.people().size(); ++person) {
    title.read(catalogue.person(person).title);
    bool all = first < said.size() && title.size() > 0;
    for (std::size_t i = first; all && i < said.size(); ++i) {
      bool any = store::is_function_word(said[i]);
      for (std::size_t j = 0; j < title.size(); ++j) {
        any = any || title[j] == said[i];
      }
      all = any;
    }
    if (!all || !works_here(person, context) || !is_leader(person, catalogue)) {
      continue;
    }
    if (found) {
      return std::nullopt;
    }
    found = catalogue.person(person).id;
  }
  return found;
}

struct Where {
  std::optional<OverviewScope> scope;
  std::string unknown = {};  ///< what was said, if nothing is called so
};

/// What stands after the last preposition that has a name behind it.
Where place_in(const Acting& acting) {
  const auto& context = acting.context;
  const auto& catalogue = context.catalogue();
  store::Words said;
  said.read(acting.text);
  std::size_t last = said.size();
  for (std::size_t at = said.size(); at-- > 0;) {
    if (!is_preposition(said[at]) || at + 1 == said.size()) {
      continue;
    }
    last = last == said.size() ? at : last;
    for (std::size_t count = said.size() - at - 1; count > 0; --count) {
      if (const auto unit = unit_named(said, at + 1, count, catalogue)) {
        return {OverviewScope{ScopeKind::unit, *unit}};
      }
    }
  }
  if (last == said.size()) {
    return {};
  }
  std::string words;
  for (std::size_t i = last + 1; i < said.size(); ++i) {
    words += (words.empty() ? "" : " ") + store::to_utf8(said[i]);
  }
  const auto called = understanding::unit_called(context.finder, words);
  for (const auto& unit : catalogue.units()) {
    if (unit.name == called) {
      return {OverviewScope{ScopeKind::unit, unit.id}};
    }
  }
  if (const auto leader = leader_titled(said, last + 1, context)) {
    return {OverviewScope{ScopeKind::staff, *leader}};
  }
  const auto time = parse_when(words, local_time(acting.turn.now, context.policy.zone),
                               context.texts.language(), context.policy.calendar);
  const bool of_all = says(" " + words + " ", {" år ", " kommunen ", " kataloget ", " opgavekataloget ",
                                               " the ", " organisation", " alt ", " dag "});
  return !time.empty() || of_all ? Where{} : Where{std::nullopt, words};
}

/// Those of the sender: whom they lead or own; else their unit; else everything.
OverviewScope own_scope(const Acting& acting) {
  const auto& context = acting.context;
  if (acting.sender == no_index) {
    return {};
  }
  const auto& person = context.catalogue().person(acting.sender);
  if (own_people(acting.sender, context)) {
    return {ScopeKind::own, person.id};
  }
  return person.unit == no_index ? OverviewScope{}
                                 : OverviewScope{ScopeKind::unit, context.catalogue().unit(person.unit).id};
}

}  // namespace

Sections report_gaps(const Acting& acting) {
  const auto folded = " " + store::fold(acting.text) + " ";
  ListAsked asked;
  asked.kind = kind_in(folded);
  if (const auto since = asked.kind == Kind::unconfirmed ? since_in(folded, acting) : std::nullopt) {
    asked.from = since->time_since_epoch().count();
  }
  if (says(folded, {" min ", " mit ", " mine ", " vores ", " my ", " our "})) {
    asked.scope = own_scope(acting);
    return show_list(asked, acting);
  }
  const auto where = place_in(acting);
  if (!where.unknown.empty()) {
    return {TextSection{{acting.context.texts.say("unit.unknown", {{"unit", where.unknown}})}, {}}};
  }
  // Without a place: everything for those who may see it, else what is their own.
  const auto& sender = acting.turn.sender;
  const bool everything = asked.kind == Kind::vacant || is_administrator(sender, acting.context) ||
                          owns_everything(sender, acting.context);
  asked.scope = where.scope ? *where.scope : everything ? OverviewScope{} : own_scope(acting);
  return show_list(asked, acting);
}

}  // namespace handlers
