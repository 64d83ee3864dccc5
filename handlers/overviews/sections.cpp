// An overview in words, with the buttons that lead to its lists.
#include "handlers/cards/elements.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/status.hpp"
#include "handlers/overviews/lists.hpp"
#include "handlers/overviews/overview.hpp"
#include "handlers/overviews/words.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"

#include <algorithm>

namespace handlers {
namespace {

using Kind = ListAsked::Kind;
using ScopeKind = OverviewScope::Kind;

constexpr std::size_t networks_shown = 5;
constexpr std::size_t gatherings_shown = 3;

/// A section in the making.
struct Writing {
  OfferSection section;
  const Overview& overview;
  const Context& context;

  const Texts& texts() const { return context.texts; }
  std::int64_t id() const { return context.catalogue().person(overview.of).id; }
  void line(std::string words) { section.lines.push_back(std::move(words)); }
  void button(const char* key, Kind kind, ScopeKind scope) {
    ListAsked list{kind, {scope, id()}};
    if (kind == Kind::changes) {
      list.from = overview.range.from;
      list.to = overview.range.to;
    }
    if (kind == Kind::wanted) {
      list.from = overview.leader->asked_since.time_since_epoch().count();
    }
    section.offers.push_back(list_offer(texts().say(key), list));
  }
};

void add_share(Writing& out, const Coverage& coverage) {
  if (coverage.people < people_for_share) {
    return;
  }
  const auto confirmed = coverage.entries - coverage.unconfirmed.size();
  out.line(out.texts().say("overview.share", {{"percent", std::to_string(confirmed * 100 / coverage.entries)},
                                              {"count", std::to_string(coverage.entries)}}));
}

void add_coverage(Writing& out, const Coverage& coverage) {
  add_share(out, coverage);
  if (const auto count = coverage.unconfirmed.size(); count > 0) {
    out.line(counted(count, "overview.unconfirmed_one", "overview.unconfirmed", out.texts()));
    out.button("overview.button.unconfirmed", Kind::unconfirmed, ScopeKind::staff);
  }
  if (const auto count = coverage.vacant.size(); count > 0) {
    out.line(counted(count, "overview.vacant_one", "overview.vacant", out.texts()));
    out.button("overview.button.vacant", Kind::vacant, ScopeKind::staff);
  }
  if (const auto count = coverage.single.size(); count > 0) {
    out.line(counted(count, "overview.single_one", "overview.single", out.texts()));
    out.button("overview.button.single", Kind::single, ScopeKind::staff);
  }
  if (!coverage.leavers.empty()) {
    std::vector<std::string> people;
    for (const auto& leaver : coverage.leavers) {
      if (people.size() < Shown::people) {
        people.push_back(leaver_in_words(leaver, out.context));
      }
    }
    const auto more = coverage.leavers.size() - people.size();
    if (more > 0) {
      people.push_back(out.texts().say("overview.leavers_more", {{"count", std::to_string(more)}}));
    }
    out.line(out.texts().say("overview.leavers", {{"people", joined(people, out.texts())}}));
    out.button("overview.button.leavers", Kind::leavers, ScopeKind::staff);
  }
}

OfferSection leader_section(const LeaderPart& part, const Overview& overview, const Context& context) {
  Writing out{{}, overview, context};
  const auto& texts = context.texts;
  out.line(texts.say("overview.leader"));
  add_coverage(out, part.coverage);
  if (part.questions > 0) {
    out.line(counted(part.questions, "overview.question_one", "overview.questions", texts));
    out.button("overview.button.questions", Kind::questions, ScopeKind::staff);
  }
  if (!part.without_owner.empty()) {
    std::vector<std::string> wanted;
    for (const auto& one : part.without_owner) {
      wanted.push_back(wanted_in_words(one, texts));
    }
    out.line(texts.say("overview.wanted", {{"topics", joined(wanted, texts)}}));
    out.button("overview.button.wanted", Kind::wanted, ScopeKind::staff);
  }
  for (std::size_t i = 0; i < std::min(part.gatherings.size(), gatherings_shown); ++i) {
    out.line(in_words(part.gatherings[i], context));
  }
  if (!part.gatherings.empty()) {
    out.button("overview.button.gatherings", Kind::gatherings, ScopeKind::staff);
  }
  if (out.section.lines.size() == 1) {
    out.line(texts.say("overview.leader_fine"));
  }
  return std::move(out.section);
}

OfferSection networks_section(const Overview& overview, const Context& context) {
  const auto& texts = context.texts;
  OfferSection section{{texts.say("overview.networks")}, {}};
  for (std::size_t i = 0; i < std::min(overview.networks.size(), networks_shown); ++i) {
    const auto& one = overview.networks[i];
    if (!one.next) {
      section.lines.push_back(texts.say("overview.not_planned", {{"network", one.network.name}}));
      continue;
    }
    const auto title = gathering_title(*one.next, one.network, context);
    section.lines.push_back(
        texts.say("overview.planned", {{"title", title},
                                       {"when", gathering_when(*one.next, context)},
                                       {"answers", counts_in_words(one.answers, context)}}));
    if (one.answers.invited + one.answers.reconfirm > 0) {
      Offer offer{texts.say("overview.button.answers", {{"network", one.network.name}}), {}};
      offer.button.verb = cards::Verb::gathering_answers;
      offer.button.item = one.next->id;
      section.offers.push_back(std::move(offer));
    }
  }
  if (overview.networks.size() > networks_shown) {
    section.lines.push_back(
        texts.say("overview.more", {{"count", std::to_string(overview.networks.size() - networks_shown)}}));
  }
  return section;
}

OfferSection owner_section(const OwnerPart& part, const Overview& overview, const Context& context) {
  Writing out{{}, overview, context};
  const auto& texts = context.texts;
  out.line(texts.say("overview.owner"));
  if (part.questions > 0) {
    out.line(counted(part.questions, "overview.open_one", "overview.open", texts));
    out.button("overview.button.questions", Kind::questions, ScopeKind::area);
  }
  if (part.words > 0) {
    out.line(counted(part.words, "overview.word_one", "overview.words", texts));
  }
  if (part.questions + part.words > 0) {
    out.line(texts.say("overview.answer_them"));
  }
  if (part.reports > 0) {
    out.line(counted(part.reports, "overview.report_one", "overview.reports", texts));
    out.button("overview.button.reports", Kind::reports, ScopeKind::area);
  }
  if (part.vacant > 0) {
    out.line(counted(part.vacant, "overview.vacant_one", "overview.vacant", texts));
    out.button("overview.button.vacant", Kind::vacant, ScopeKind::area);
  }
  if (part.unconfirmed > 0) {
    out.line(counted(part.unconfirmed, "overview.unconfirmed_one", "overview.unconfirmed", texts));
    out.button("overview.button.unconfirmed", Kind::unconfirmed, ScopeKind::area);
  }
  if (out.section.lines.size() == 1) {
    out.line(texts.say("overview.owner_fine"));
  }
  return std::move(out.section);
}

}  // namespace

std::vector<Section> sections_of(const Overview& overview, const Context& context) {
  std::vector<Section> sections;
  if (overview.empty()) {
    sections.push_back(TextSection{{context.texts.say("overview.nothing")}, {}});
    return sections;
  }
  if (overview.leader) {
    sections.push_back(leader_section(*overview.leader, overview, context));
  }
  if (!overview.networks.empty()) {
    sections.push_back(networks_section(overview, context));
  }
  if (overview.owner) {
    sections.push_back(owner_section(*overview.owner, overview, context));
  }
  if (overview.changes.all() > 0) {
    Writing out{{}, overview, context};
    out.line(context.texts.say("overview.changes", {{"changes", in_words(overview.changes, context.texts)}}));
    out.button("overview.button.changes", Kind::changes, ScopeKind::own);
    sections.push_back(std::move(out.section));
  }
  return sections;
}

}  // namespace handlers
