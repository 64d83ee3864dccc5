#include "handlers/overviews/lists.hpp"

#include "handlers/contacts.hpp"
#include "handlers/overviews/coverage.hpp"
#include "handlers/overviews/overview.hpp"
#include "handlers/time/zone.hpp"
#include "store/export.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <sstream>

using namespace handlers;
using Catch::Contains;

namespace {

std::string heard(const Outcome& outcome) {
  std::string words;
  for (const auto& reply : outcome.replies) words += reply.text;
  return words + (outcome.invoke ? outcome.invoke->card + outcome.invoke->message : "");
}

/// A tap with whatever a forger writes into the button.
std::string tap(tests::Conversation& conversation, const std::string& verb, const std::string& about) {
  auto turn = conversation.turn(TurnKind::card_action);
  turn.action.emplace();
  turn.action->execute = true;
  turn.action->verb = verb;
  turn.action->data = {{"about", about}, {"lang", "da"}, {"nonce", "n"}};
  return heard(conversation.send(turn));
}

std::size_t lines_of(const std::string& csv, const std::string& kind) {
  std::size_t count = 0;
  for (auto at = csv.find("\n" + kind + ";"); at != std::string::npos;
       at = csv.find("\n" + kind + ";", at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("lists: what a button carries is read again, and nothing else") {
  ListAsked asked{ListAsked::Kind::changes, {OverviewScope::Kind::own, 7}, 12, 40, true};
  const auto read = read_list(to_string(asked));
  REQUIRE(read);
  CHECK(to_string(*read) == "changes own 7 12 40 csv");
  for (const auto* bad :
       {"", "vacant", "vacant all", "vacant all 0", "vacant all 0 0 x", "vacant all 0 0 csv 1",
        "vacant king 1 0 0", "people all 0 0 0", "vacant all 0 x 0"}) {
    CHECK_FALSE(read_list(bad));
  }
}

TEST_CASE("lists: a forged button shows nothing that its sender may not see") {
  tests::Conversation conversation;
  const auto& catalogue = conversation.finder().catalogue();
  const auto birthe =
      std::to_string(catalogue.person(catalogue.person_by_email("birthe.noer@sundkoebing.example")).id);
  conversation.set("from", "karen.vestergaard@sundkoebing.example");
  for (const auto* kind :
       {"single", "unconfirmed", "leavers", "questions", "gatherings", "changes", "reports"}) {
    for (const auto& scope : {"staff " + birthe, "own " + birthe, "area " + birthe, std::string("all 0")}) {
      CAPTURE(kind, scope);
      const auto words = tap(conversation, "overview_list", std::string(kind) + " " + scope + " 0 999");
      CHECK_THAT(words, Contains("Det kan jeg kun vise"));
      CHECK_THAT(words, !Contains("BBR") && !Contains("Lokalplaner"));
    }
  }
  CHECK_THAT(tap(conversation, "overview_list", "vacant all 0 0 0"), Contains("Vandløb"));
  CHECK_THAT(tap(conversation, "overview_setting", "weekly"), Contains("Oversigten er for dem"));
  conversation.set("from", "birthe.noer@sundkoebing.example");
  CHECK_THAT(tap(conversation, "overview_list", "unconfirmed staff " + birthe + " 0 0"), Contains("BBR"));
  CHECK_THAT(tap(conversation, "overview_list", "unconfirmed all 0 0 0"),
             Contains("Lokalplaner") && !Contains("Presse") && Contains("Kun det, du må se"));
  CHECK_THAT(tap(conversation, "overview_setting", "rule"), Contains("for gammelt"));
  conversation.set("guest", "yes");
  CHECK_THAT(tap(conversation, "overview_list", "vacant all 0 0 0"), !Contains("Vandløb"));
}

TEST_CASE("lists: the export has the gaps that the chat has, through any changes") {
  std::mt19937 random(11);
  tests::Conversation conversation;
  for (int round = 0; round < 15; ++round) {
    const auto& catalogue = conversation.finder().catalogue();
    const auto& person = catalogue.person(random() % catalogue.people().size());
    const auto task = catalogue.task(static_cast<store::TaskIndex>(random() % catalogue.task_count()));
    const std::string sign = random() % 3 == 0 ? "-" : random() % 3 == 0 ? "ok " : "";
    conversation.set("change", std::string(person.email) + " " + sign + std::string(task.title));
    const auto today = local_day(conversation.now(), conversation.policy.zone);
    const auto since = confirmed_since(today, conversation.policy);
    std::ostringstream out;
    store::export_gaps(conversation.database(), out, store::ExportFormat::csv, {today, since});
    const auto& now = conversation.finder().catalogue();
    const Context context{
        conversation.finder(), conversation.policy, Texts::in(Language::danish), today, {}, "n"};
    const auto coverage = coverage_of(PeopleMask(now.people().size(), 1),
                                      orphans(conversation.database(), now), since, context);
    CAPTURE(round);
    CHECK(lines_of(out.str(), "vacant") == coverage.vacant.size());
    CHECK(lines_of(out.str(), "one person") == coverage.single.size());
    CHECK(lines_of(out.str(), "unconfirmed") == coverage.unconfirmed.size());
  }
}
