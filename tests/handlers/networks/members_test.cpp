#include "handlers/networks/members.hpp"

#include "handlers/sentences.hpp"
#include "tests/store/temporary_folder.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

using namespace handlers;

namespace {

/// The sample catalogue's people stand in no database, so nobody is put in by name here; the transcripts do
/// that (tests/conversations/networks_members.txt).
struct Fixture {
  tests::SampleCatalogue sample;
  Context context = sample.context();
  tests::TemporaryFolder folder;
  store::Database database{folder / "indgang.db", store::Database::Create::yes};

  std::int64_t id(const std::string& name) { return sample.catalogue().person(sample.person(name)).id; }
  std::string names(const std::vector<Member>& members) {
    std::string all;
    for (const auto& member : members) {
      all += (all.empty() ? "" : ", ") + person_name(context, member.person) + " " + member.reason;
    }
    return all;
  }
};

}  // namespace

TEST_CASE("members: the coordinator first, those of the rule by name, nobody twice or gone") {
  Fixture f;
  store::Network network;
  network.coordinator = f.id("Mads Thorup");
  network.rule = "klimaplaner";  // another form of the title's word
  CHECK(f.names(members_of(network, f.database, f.context)) ==
        "Mads Thorup coordinator, Aase Ørum rule, Ida Lund rule");
  network.rule = "vandløb";  // of somebody who has left
  CHECK(f.names(members_of(network, f.database, f.context)) == "Mads Thorup coordinator");
  network.coordinator = f.id("Henrik Møller");
  CHECK(members_of(network, f.database, f.context).empty());
}

TEST_CASE("members: a rule counts tasks of today, not stand-ins and contact points") {
  Fixture f;
  CHECK(people_by_rule("gravetilladelse", f.context) ==
        std::vector{f.sample.person("Pia Holm")});           // the other one's ended yesterday
  CHECK(people_by_rule("åbeskyttelse", f.context).empty());  // left, and a stand-in
  CHECK(people_by_rule("kørekort", f.context).empty());      // a contact point
  CHECK(
      people_by_rule("private veje", f.context).empty());  // all words, and "veje" is no form of "fællesveje"
  CHECK(people_by_rule("private fællesveje", f.context) == std::vector{f.sample.person("Pia Holm")});
  CHECK(people_by_rule("", f.context).empty());
  CHECK(people_by_rule("og til", f.context).empty());
}

TEST_CASE("members: one person's membership is what the whole list says") {
  Fixture f;
  store::Network network;
  network.coordinator = f.id("Mads Thorup");
  network.rule = "klimaplan";
  const auto members = members_of(network, f.database, f.context);
  for (store::PersonIndex person = 0; person < f.sample.catalogue().people().size(); ++person) {
    std::string reason;
    for (const auto& member : members) {
      reason = member.person == person ? member.reason : reason;
    }
    CHECK(membership(person, network, f.database, f.context) == reason);
  }
  CHECK(membership(store::no_index, network, f.database, f.context).empty());
}
