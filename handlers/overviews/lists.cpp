#include "handlers/overviews/lists.hpp"

#include "handlers/access.hpp"
#include "handlers/contacts.hpp"
#include "handlers/overviews/listed.hpp"
#include "handlers/sentences.hpp"
#include "handlers/telling.hpp"
#include "store/csv_record.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace handlers {
namespace {

using store::no_index;
using Kind = ListAsked::Kind;
using ScopeKind = OverviewScope::Kind;

constexpr std::size_t csv_lines_max = 50;

struct KindRow {
  Kind kind;
  std::string_view word;
  const char* one;  ///< headings
  const char* many;
  const char* none;
};
constexpr std::array<KindRow, 9> rows{
    {{Kind::vacant, "vacant", "overview.list.vacant_one", "overview.list.vacant", "overview.list.no_vacant"},
     {Kind::single, "single", "overview.list.single_one", "overview.list.single", "overview.list.no_single"},
     {Kind::unconfirmed, "unconfirmed", "overview.list.unconfirmed_one", "overview.list.unconfirmed",
      "overview.list.no_unconfirmed"},
     {Kind::leavers, "leavers", "overview.list.leavers", "overview.list.leavers", "overview.list.nothing"},
     {Kind::questions, "questions", "overview.list.questions", "overview.list.questions",
      "overview.list.nothing"},
     {Kind::wanted, "wanted", "overview.list.wanted", "overview.list.wanted", "overview.list.nothing"},
     {Kind::gatherings, "gatherings", "overview.list.gatherings", "overview.list.gatherings",
      "overview.list.nothing"},
     {Kind::reports, "reports", "overview.list.reports", "overview.list.reports", "overview.list.nothing"},
     {Kind::changes, "changes", "overview.list.changes", "overview.list.changes", "overview.list.nothing"}}};

const KindRow& row_of(Kind kind) {
  return *std::find_if(rows.begin(), rows.end(), [&](const KindRow& row) { return row.kind == kind; });
}

std::string heading(const ListAsked& asked, std::size_t count, const Context& context) {
  const auto& row = row_of(asked.kind);
  const auto where = in_words(asked.scope, context);
  const bool of_owner = asked.kind == Kind::questions && asked.scope.kind == ScopeKind::area;
  const auto place = where.empty() ? std::string() : " " + where;
  return context.texts.say(of_owner     ? "overview.list.waiting"
                           : count == 1 ? row.one
                                        : row.many,
                           {{"count", std::to_string(count)}, {"where", place}});
}

/// A record as a line of a message.
std::string csv_line(const std::vector<std::string>& cells) {
  auto record = store::csv_record(cells);
  record.erase(record.find_last_not_of("\r\n") + 1);
  return record;
}

Sections as_csv(const ListAsked& asked, const Listed& listed, const Context& context) {
  const auto& texts = context.texts;
  if (listed.cells.size() > csv_lines_max) {
    return one_line(texts.say("overview.csv_too_long", {{"count", std::to_string(listed.cells.size())}}));
  }
  TextSection section{{heading(asked, listed.cells.size(), context)}, {}};
  section.lines.push_back(csv_line(texts.list("overview.csv_columns")));
  for (const auto& cells : listed.cells) {
    section.lines.push_back(csv_line(cells));
  }
  return {std::move(section)};
}

Sections refused(const ListAsked& asked, const Context& context) {
  if (asked.scope.kind == ScopeKind::unit) {
    const auto people = people_of(asked.scope, context);
    const auto all = context.catalogue().people();
    for (store::PersonIndex person = 0; people && person < all.size(); ++person) {
      const auto leader = (*people)[person] != 0 && works_here(person, context)
                              ? leader_of(context.catalogue(), person, context.today)
                              : no_index;
      if (leader != no_index) {
        return one_line(
            context.texts.say("overview.refused_leader", {{"person", person_with_title(context, leader)}}));
      }
    }
  }
  return one_line(context.texts.say("overview.refused"));
}

/// Whose list it is to be: what was asked for, as far as the sender may see it; nothing: nothing of it.
std::optional<PeopleMask> to_be_seen(const ListAsked& asked, const Acting& acting) {
  auto people = people_of(asked.scope, acting.context);
  if (!people || acting.turn.sender.guest) {
    return std::nullopt;
  }
  if (asked.kind == Kind::vacant) {
    return acting.sender == no_index && !is_administrator(acting.turn.sender, acting.context)
               ? std::nullopt
               : std::move(people);
  }
  if (asked.kind == Kind::changes || asked.kind == Kind::gatherings || asked.kind == Kind::questions ||
      asked.kind == Kind::wanted) {
    const auto of = acting.context.catalogue().person_by_id(asked.scope.id);
    return may_see_overview(of, acting.turn.sender, acting.database(), acting.context) ? std::move(people)
                                                                                       : std::nullopt;
  }
  const auto seen = entries_to_see(acting.turn.sender, acting.database(), acting.context);
  bool any = false;
  for (std::size_t i = 0; i < people->size(); ++i) {
    (*people)[i] = (*people)[i] != 0 && seen[i] != 0 ? 1 : 0;
    any = any || (*people)[i] != 0;
  }
  return any ? std::move(people) : std::nullopt;
}

/// Some of those who were asked for are not shown.
bool is_cut(const ListAsked& asked, const PeopleMask& shown, const Acting& acting) {
  const auto all = people_of(asked.scope, acting.context);
  const auto people = acting.context.catalogue().people();
  for (store::PersonIndex person = 0; all && person < shown.size(); ++person) {
    if ((*all)[person] != 0 && shown[person] == 0 && person != acting.sender &&
        !people[person].contact_point && works_here(person, acting.context)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string to_string(const ListAsked& asked) {
  return std::string(row_of(asked.kind).word) + " " + to_string(asked.scope) + " " +
         std::to_string(asked.from) + " " + std::to_string(asked.to) + (asked.csv ? " csv" : "");
}

std::optional<ListAsked> read_list(std::string_view text) {
  std::array<std::string_view, 6> parts{};
  std::size_t count = 0;
  for (; !text.empty() && count < parts.size(); ++count) {
    const auto blank = std::min(text.find(' '), text.size());
    parts[count] = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const KindRow& one) { return one.word == parts[0]; });
  if (row == rows.end() || count < 5 || !text.empty() || (count == 6 && parts[5] != "csv")) {
    return std::nullopt;
  }
  ListAsked asked;
  asked.kind = row->kind;
  asked.csv = count == 6;
  const auto scope = read_scope(std::string(parts[1]) + " " + std::string(parts[2]));
  const auto number = [](std::string_view digits, std::int64_t& value) {
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
  };
  if (!scope || !number(parts[3], asked.from) || !number(parts[4], asked.to)) {
    return std::nullopt;
  }
  asked.scope = *scope;
  return asked;
}

Offer list_offer(std::string title, const ListAsked& asked) {
  Offer offer{std::move(title), {}};
  offer.button.verb = cards::Verb::overview_list;
  offer.button.about = to_string(asked);
  return offer;
}

Sections show_list(const ListAsked& asked, const Acting& acting) {
  const auto& context = acting.context;
  if (asked.kind != Kind::vacant && context.scope != Scope::personal) {
    return one_line(context.texts.say("overview.in_private"));
  }
  const auto people = to_be_seen(asked, acting);
  if (!people) {
    return refused(asked, context);
  }
  const auto listed = listed_by(asked, *people, acting);
  if (listed.lines.empty()) {
    const auto where = in_words(asked.scope, context);
    return one_line(
        context.texts.say(row_of(asked.kind).none, {{"where", where.empty() ? "" : " " + where}}));
  }
  if (asked.csv) {
    return as_csv(asked, listed, context);
  }
  OfferSection section{{heading(asked, listed.lines.size(), context)}, {}};
  const auto shown = std::min(listed.lines.size(), Shown::lines);
  section.lines.insert(section.lines.end(), listed.lines.begin(),
                       listed.lines.begin() + static_cast<std::ptrdiff_t>(shown));
  if (listed.lines.size() > shown) {
    section.lines.push_back(
        context.texts.say("overview.more", {{"count", std::to_string(listed.lines.size() - shown)}}));
  }
  if (is_cut(asked, *people, acting)) {
    section.lines.push_back(context.texts.say("overview.cut"));
  }
  if (!listed.cells.empty()) {
    auto csv = asked;
    csv.csv = true;
    section.offers.push_back(list_offer(context.texts.say("overview.button.csv"), csv));
  }
  return {std::move(section)};
}

}  // namespace handlers
