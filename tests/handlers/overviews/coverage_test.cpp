#include "handlers/overviews/coverage.hpp"

#include "handlers/contacts.hpp"
#include "handlers/overviews/scope.hpp"
#include "handlers/staff.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace handlers;

namespace {

bool has(const std::vector<TaskGap>& gaps, store::TaskIndex task) {
  return std::any_of(gaps.begin(), gaps.end(), [&](const TaskGap& gap) { return gap.task == task; });
}

}  // namespace

TEST_CASE("coverage: vacant, single and unconfirmed in one pass") {
  const tests::SampleCatalogue sample;
  const auto context = sample.context();
  const PeopleMask all(sample.catalogue().people().size(), 1);
  const auto since = confirmed_since(context.today, context.policy);
  const auto coverage = coverage_of(all, {}, since, context);
  CHECK(has(coverage.vacant, sample.task("Vandløb")));
  CHECK(has(coverage.vacant, sample.task("Åbeskyttelse")));  // a stand-in alone is not responsible
  CHECK(coverage.vacant.size() == 2);
  CHECK(has(coverage.single, sample.task("Husdyrgodkendelser")));
  CHECK(has(coverage.single, sample.task("Gravetilladelser")));  // from today another one has it
  CHECK_FALSE(has(coverage.single, sample.task("Klimaplan")));
  CHECK_FALSE(has(coverage.single, sample.task("Pas og kørekort")));  // a contact point is staffed
  CHECK_FALSE(has(coverage.single, sample.task("Byggetilladelser til erhverv")));  // has a stand-in
  CHECK(has(coverage.unconfirmed, sample.task("Landbrugstilsyn")));
  CHECK(has(coverage.unconfirmed, sample.task("Vejskilte")));
  CHECK_FALSE(has(coverage.unconfirmed, sample.task("Gylletanke")));
  REQUIRE(coverage.leavers.size() == 1);
  CHECK(coverage.leavers.front().person == sample.person("Henrik Møller"));
  CHECK(coverage.leavers.front().tasks == 2);
}

TEST_CASE("coverage: a task nobody has any role in belongs to who had it last, else to everybody alone") {
  const tests::SampleCatalogue sample;
  const auto context = sample.context();
  PeopleMask none(sample.catalogue().people().size(), 0);
  none[sample.person("Karen Vestergaard")] = 1;
  const auto task = sample.task("Vejskilte");
  CHECK(has(coverage_of(none, {{task, sample.person("Karen Vestergaard")}}, context.today, context).vacant,
            task));
  CHECK_FALSE(has(coverage_of(none, {{task, store::no_index}}, context.today, context).vacant, task));
  CHECK(has(coverage_of(PeopleMask(none.size(), 1), {{task, store::no_index}}, context.today, context).vacant,
            task));
}

TEST_CASE("coverage: the day since when confirmations count is where they stop being old") {
  Policy policy;
  for (const int months : {1, 6, 12}) {
    policy.stale_after_months = months;
    for (auto today = store::Day{std::chrono::days{20'000}}; today < store::Day{std::chrono::days{20'400}};
         today += std::chrono::days(1)) {
      const auto since = confirmed_since(today, policy);
      REQUIRE_FALSE(is_stale(since, today, policy));
      REQUIRE(is_stale(since - std::chrono::days(1), today, policy));
    }
  }
}

TEST_CASE("coverage: who is below a leader is the same one by one and in one pass") {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    store::CatalogueBuilder builder;
    constexpr store::PersonIndex count = 25;
    for (store::PersonIndex i = 0; i < count; ++i) {
      store::Person person;
      person.id = i + 1;
      person.name = "P";
      builder.add_person(person);
    }
    for (store::PersonIndex i = 0; i < count; ++i) {
      if (random() % 5 != 0) builder.person(i).leader = random() % count;
    }
    const store::Finder finder(builder.build());
    const Policy policy;
    const Context context{finder, policy, Texts::in(Language::danish), store::Day{}, {}, "n"};
    for (store::PersonIndex leader = 0; leader < count; ++leader) {
      const auto under = people_under(leader, context);
      for (store::PersonIndex person = 0; person < count; ++person) {
        if (person == leader) continue;
        const bool found = std::find(under.begin(), under.end(), person) != under.end();
        REQUIRE(found == leads(leader, person, context));
      }
    }
  }
}

TEST_CASE("scopes: what a button carries is read again, and nothing else") {
  for (const auto kind : {OverviewScope::Kind::staff, OverviewScope::Kind::area, OverviewScope::Kind::own,
                          OverviewScope::Kind::unit, OverviewScope::Kind::all}) {
    const OverviewScope scope{kind, 42};
    CHECK(read_scope(to_string(scope)) == scope);
  }
  for (const auto* bad : {"", "staff", "staff ", "staff x", "staff 1 2", "king 3"}) {
    CHECK_FALSE(read_scope(bad));
  }
}
