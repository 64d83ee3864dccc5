#include "handlers/contacts.hpp"

#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using namespace handlers;
using store::Day;
using store::no_index;

namespace {

const tests::SampleCatalogue& sample() {
  static const tests::SampleCatalogue catalogue;
  return catalogue;
}

TaskContacts contacts(const std::string& task, Day today = tests::frozen_today()) {
  return find_contacts_or_others(sample().finder(), sample().task(task), today, sample().policy);
}

store::PersonIndex person(const std::string& name) {
  return sample().person(name);
}

}  // namespace

TEST_CASE("contacts: the first one alone is the first one of all") {
  const auto& catalogue = sample().finder().catalogue();
  for (auto day = Day{2026y / 3 / 1}; day < Day{2026y / 5 / 1}; day += std::chrono::days(1)) {
    for (store::TaskIndex task = 0; task < catalogue.task_count(); ++task) {
      const auto all = find_contacts(catalogue, task, day).people;
      const auto first = find_first_contact(catalogue, task, day);
      REQUIRE(first.has_value() == !all.empty());
      if (first) REQUIRE(*first == all.front());
    }
  }
}

TEST_CASE("contacts: the responsible, with the day of confirmation") {
  const auto found = contacts("Byggetilladelser til enfamiliehuse");
  REQUIRE(found.people.size() == 1);
  CHECK(found.people[0].person == person("Karen Vestergaard"));
  CHECK(found.people[0].role == ContactRole::responsible);
  CHECK(found.people[0].confirmed == Day{2026y / 3 / 3});
  CHECK(found.reachable());
  CHECK_FALSE(found.vacant);
  CHECK(found.leader == no_index);
}

TEST_CASE("contacts: while somebody is away the stand-in comes first") {
  const auto day = GENERATE(Day{2026y / 3 / 23}, Day{2026y / 3 / 25}, Day{2026y / 3 / 29});
  const auto found = contacts("Byggetilladelser til erhverv", day);
  REQUIRE(found.people.size() == 2);
  CHECK(found.people[0].person == person("Karen Vestergaard"));
  CHECK(found.people[0].role == ContactRole::stand_in);
  CHECK(found.people[0].covers == person("Søren Lykkegaard"));
  CHECK(found.people[1].away_to == Day{2026y / 3 / 29});
}

TEST_CASE("contacts: the day before and the day after an absence are ordinary") {
  const auto day = GENERATE(Day{2026y / 3 / 22}, Day{2026y / 3 / 30});
  const auto found = contacts("Byggetilladelser til erhverv", day);
  REQUIRE(found.people.size() == 1);
  CHECK(found.people[0].person == person("Søren Lykkegaard"));
  CHECK_FALSE(found.people[0].away_to);
}

TEST_CASE("contacts: away without a stand-in gives leader and contact point") {
  const auto found = contacts("Byggeforening");
  CHECK_FALSE(found.reachable());
  CHECK_FALSE(found.vacant);
  CHECK(found.leader == person("Birthe Noer"));
  CHECK(found.contact_point == person("Én indgang"));
}

TEST_CASE("contacts: who has left is never shown; the task is vacant") {
  const auto found = contacts("Vandløb");
  CHECK(found.vacant);
  CHECK(found.people.empty());
  CHECK(found.leader == person("Birthe Noer"));
  CHECK_FALSE(contacts("Vandløb", Day{2026y / 2 / 27}).vacant);
  CHECK(contacts("Vandløb", Day{2026y / 2 / 28}).vacant);
}

TEST_CASE("contacts: a vacant task may have a stand-in") {
  const auto found = contacts("Åbeskyttelse");
  CHECK(found.vacant);
  REQUIRE(found.people.size() == 1);
  CHECK(found.people[0].person == person("Pia Holm"));
  CHECK(found.people[0].role == ContactRole::stand_in);
}

TEST_CASE("contacts: a responsibility counts from its first to its last day") {
  CHECK(contacts("Gravetilladelser", Day{2026y / 3 / 24}).people.at(0).person == person("Mads Thorup"));
  const auto after = contacts("Gravetilladelser", Day{2026y / 3 / 25});
  REQUIRE(after.people.size() == 1);
  CHECK(after.people[0].person == person("Pia Holm"));
}

TEST_CASE("contacts: the coordinator stands before the other hands") {
  const auto found = contacts("Klimaplan");
  REQUIRE(found.people.size() == 3);
  CHECK(found.people[0].person == person("Ida Lund"));
  CHECK(found.people[0].role == ContactRole::coordinator);
}

TEST_CASE("contacts: a contact point can own a task") {
  CHECK(contacts("Pas og kørekort").people.at(0).role == ContactRole::contact_point);
}

TEST_CASE("contacts: a confirmation grows stale after the policy's months, to the day") {
  Policy policy;
  policy.stale_after_months = 12;
  CHECK_FALSE(is_stale(Day{2025y / 3 / 25}, Day{2026y / 3 / 25}, policy));
  CHECK(is_stale(Day{2025y / 3 / 24}, Day{2026y / 3 / 25}, policy));
  policy.stale_after_months = 1;
  CHECK_FALSE(is_stale(Day{2026y / 1 / 31}, Day{2026y / 2 / 28}, policy));
  CHECK(is_stale(Day{2026y / 1 / 31}, Day{2026y / 3 / 1}, policy));
}
