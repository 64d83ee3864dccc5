#include "handlers/gatherings/planning_invitees.hpp"

#include "handlers/gatherings/gathering_words.hpp"
#include "tests/support/handlers/conversation.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace handlers;

namespace {

/// A draft of Juranetværket (Pia Holm, Nadia Rahimi, Ole Bach), whose rule also names whoever has
/// 'vejskilte'.
struct Draft {
  tests::Conversation conversation;
  store::Transaction transaction{conversation.database()};
  Context context{conversation.finder(), conversation.policy, Texts::in(Language::danish),
                  tests::frozen_today(), Scope::personal,     "nonce"};
  store::Network network;
  store::Gathering gathering;

  Draft() {
    network = store::find_network(transaction.database(), "Juranetværket").value();
    network.rule = "lokalplaner";
    store::update_network(transaction, network);
    gathering.network = network.id;
    gathering.tenant = conversation.tenant();
    gathering.language = "da";
    set_times(gathering, {store::Day{std::chrono::year(2026) / 4 / 16}, std::chrono::hours(13)},
              {store::Day{std::chrono::year(2026) / 4 / 16}, std::chrono::hours(14)},
              conversation.policy.zone);
    gathering = store::add_gathering(transaction, gathering, conversation.now());
  }

  void invite() { invite_members(gathering, network, transaction, context, conversation.now()); }
  std::int64_t id(const std::string& email) const {
    const auto& catalogue = conversation.finder().catalogue();
    return catalogue.person(catalogue.person_by_email(email + "@sundkoebing.example")).id;
  }
  std::vector<std::string> names() {
    std::vector<std::string> found;
    for (const auto& one : invited_people(gathering, transaction.database(), context)) {
      const auto& catalogue = context.catalogue();
      found.push_back(std::string(catalogue.person(catalogue.person_by_id(one.person)).name) + " " +
                      one.reason);
    }
    return found;
  }
};

}  // namespace

TEST_CASE("planning_invitees: a member by two reasons is invited once, for the first of them") {
  Draft draft;
  store::add_member(draft.transaction, draft.network.id, draft.id("ida.lund"));  // who has Lokalplaner, too
  draft.invite();
  draft.invite();
  CHECK(draft.names() == std::vector<std::string>{"Ida Lund member", "Nadia Rahimi coordinator",
                                                  "Ole Bach member", "Pia Holm member"});
}

TEST_CASE("planning_invitees: why somebody is invited is said") {
  Draft draft;
  draft.invite();
  const auto lines =
      invitees_in_words(draft.gathering, draft.network, draft.transaction.database(), draft.context);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "Inviteres som medlemmer af Juranetværket: 3 – Nadia Rahimi, Ole Bach og Pia Holm");
  CHECK(lines[1] == "Inviteres på grund af en opgave mærket »lokalplaner«: 1 – Ida Lund");
  CHECK(lines[2] == "Kan ikke få besked i Teams: Ida Lund, Nadia Rahimi, Ole Bach og Pia Holm");
}

TEST_CASE(
    "planning_invitees: who leaves the network before it is sent is taken out, who was left out stays out") {
  Draft draft;
  draft.invite();
  store::remove_member(draft.transaction, draft.network.id, draft.id("ole.bach"));
  store::set_approval(draft.transaction, draft.gathering.id, draft.id("pia.holm"), store::Approval::left_out);
  draft.invite();
  CHECK(draft.names() == std::vector<std::string>{"Ida Lund rule", "Nadia Rahimi coordinator"});
  take_left_out(draft.gathering, draft.transaction, draft.conversation.now());
  draft.invite();
  CHECK(draft.names() == std::vector<std::string>{"Ida Lund rule", "Nadia Rahimi coordinator"});
}

TEST_CASE("planning_invitees: many names are cut, the number is not") {
  Draft draft;
  for (const auto& person : draft.context.catalogue().people()) {
    if (!person.contact_point && !person.left) {
      store::add_member(draft.transaction, draft.network.id, person.id);
    }
  }
  draft.invite();
  const auto lines =
      invitees_in_words(draft.gathering, draft.network, draft.transaction.database(), draft.context);
  REQUIRE_FALSE(lines.empty());
  CHECK(lines.front().find(": 15 – ") != std::string::npos);
  CHECK(lines.front().find("og 3 mere") != std::string::npos);
}
