#include "handlers/gatherings/planning_invitees.hpp"

#include "handlers/delivery.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr std::size_t named_max = 12;

std::string names_of(const std::vector<store::PersonIndex>& people, const Context& context) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(people.size(), named_max); ++i) {
    names.push_back(person_name(context, people[i]));
  }
  if (people.size() > named_max) {
    names.push_back(
        context.texts.say("plan.more_people", {{"count", std::to_string(people.size() - named_max)}}));
  }
  return joined(names, context.texts);
}

/// That not everybody gets a place who says yes; empty if there is one for each.
std::string waiting_ahead(const store::Gathering& gathering, std::size_t coming, const Texts& texts) {
  const auto places = static_cast<std::size_t>(gathering.capacity);
  if (places == 0 || coming <= places) {
    return "";
  }
  return texts.say(places == 1 ? "plan.more_than_one_place" : "plan.more_than_places",
                   {{"count", std::to_string(coming)}, {"places", std::to_string(places)}});
}

}  // namespace

void invite_members(const store::Gathering& gathering, const store::Network& network,
                    store::Transaction& transaction, const Context& context, store::Instant now) {
  const auto before = store::invitations_of(transaction.database(), gathering.id);
  const auto members = members_of(network, transaction.database(), context);
  const auto is_member = [&](std::int64_t id) {
    return std::any_of(members.begin(), members.end(), [&](const Member& member) {
      return context.catalogue().person(member.person).id == id;
    });
  };
  const auto left_out = [&](std::int64_t id) {
    return std::any_of(before.begin(), before.end(), [&](const store::Invitation& invitation) {
      return invitation.person == id && invitation.approval == store::Approval::left_out;
    });
  };
  for (const auto& invitation : before) {
    if (invitation.state != store::AnswerState::removed && invitation.reason != "added" &&
        !is_member(invitation.person)) {
      store::remove_invitation(transaction, gathering.id, invitation.person, now);
    }
  }
  for (const auto& member : members) {
    const auto id = context.catalogue().person(member.person).id;
    if (!left_out(id)) {
      store::invite(transaction, gathering.id, id, member.reason);
    }
  }
}

std::vector<std::int64_t> invitable(std::vector<std::int64_t> people, const store::Network& network,
                                    store::Database& database, const Context& context,
                                    std::vector<std::string>& notes) {
  if (network.open || network.for_one) {
    return people;
  }
  std::vector<store::PersonIndex> outsiders;
  std::erase_if(people, [&](std::int64_t id) {
    const auto person = context.catalogue().person_by_id(id);
    const bool outside = person != store::no_index && membership(person, network, database, context).empty();
    if (outside) {
      outsiders.push_back(person);
    }
    return outside;
  });
  if (!outsiders.empty()) {
    notes.push_back(context.texts.say("guests.members_only",
                                      {{"network", network.name}, {"people", names_of(outsiders, context)}}));
  }
  return people;
}

void take_left_out(const store::Gathering& gathering, store::Transaction& transaction, store::Instant now) {
  for (const auto& invitation : store::invitations_of(transaction.database(), gathering.id)) {
    if (invitation.approval == store::Approval::left_out) {
      store::remove_invitation(transaction, gathering.id, invitation.person, now);
    }
  }
}

std::vector<store::Invitation> invited_people(const store::Gathering& gathering, store::Database& database,
                                              const Context& context) {
  auto invitations = store::invitations_of(database, gathering.id);
  const auto& catalogue = context.catalogue();
  std::erase_if(invitations, [&](const store::Invitation& invitation) {
    return invitation.state == store::AnswerState::removed ||
           invitation.approval == store::Approval::left_out ||
           catalogue.person_by_id(invitation.person) == store::no_index;
  });
  const auto name = [&](const store::Invitation& invitation) {
    return catalogue.person(catalogue.person_by_id(invitation.person)).name;
  };
  std::sort(invitations.begin(), invitations.end(),
            [&](const auto& one, const auto& other) { return name(one) < name(other); });
  return invitations;
}

std::vector<std::string> invitees_in_words(const store::Gathering& gathering, const store::Network& network,
                                           store::Database& database, const Context& context) {
  const auto& texts = context.texts;
  std::vector<store::PersonIndex> by_name;
  std::vector<store::PersonIndex> by_rule;
  std::vector<store::PersonIndex> beside;
  std::vector<store::PersonIndex> unreached;
  const auto invited = invited_people(gathering, database, context);
  for (const auto& invitation : invited) {
    const auto person = context.catalogue().person_by_id(invitation.person);
    if (hosts(gathering, network, invitation.person)) {
      continue;
    }
    const bool added = invitation.reason == "added" && !network.for_one;
    (added ? beside : invitation.reason == "rule" ? by_rule : by_name).push_back(person);
    if (!address_of(person, gathering.tenant, database, context)) {
      unreached.push_back(person);
    }
  }
  std::vector<std::string> lines;
  if (by_name.empty() && by_rule.empty() && beside.empty()) {
    lines.push_back(texts.say("plan.nobody", {{"network", network.name}}));
  }
  if (!by_name.empty()) {
    lines.push_back(texts.say(network.for_one ? "plan.people" : "plan.members",
                              {{"count", std::to_string(by_name.size())},
                               {"network", network.name},
                               {"people", names_of(by_name, context)}}));
  }
  if (!by_rule.empty()) {
    lines.push_back(texts.say("plan.by_rule", {{"count", std::to_string(by_rule.size())},
                                               {"rule", network.rule},
                                               {"people", names_of(by_rule, context)}}));
  }
  if (!beside.empty()) {
    lines.push_back(texts.say("guests.beside", {{"people", names_of(beside, context)}}));
  }
  if (auto line = waiting_ahead(gathering, invited.size(), texts); !line.empty()) {
    lines.push_back(std::move(line));
  }
  if (!unreached.empty()) {
    lines.push_back(texts.say("plan.unreached", {{"people", names_of(unreached, context)}}));
  }
  return lines;
}

}  // namespace handlers
