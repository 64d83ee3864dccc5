#include "handlers/staff.hpp"

#include "handlers/texts/texts.hpp"
#include "store/search/finder.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using store::PersonIndex;

namespace {

using People = std::vector<PersonIndex>;

/// chief > head > anna, bo (left), a contact point; a circle of two; and somebody whose unit has a leader.
struct Staff {
  store::CatalogueBuilder builder;
  PersonIndex chief = add("Chief");
  PersonIndex head = add("Head", chief);
  PersonIndex anna = add("Anna", head);
  PersonIndex bo = add("Bo", head);
  PersonIndex desk = add("Desk", head);
  PersonIndex one = add("One");
  PersonIndex two = add("Two", one);
  PersonIndex carl = add("Carl");
  Policy policy;
  std::shared_ptr<const store::Finder> finder;

  Staff() {
    builder.person(bo).left = store::Day{std::chrono::days{10}};
    builder.person(desk).contact_point = true;
    builder.person(one).leader = two;
    const auto unit = builder.add_unit({.id = 1, .name = "Unit"});
    builder.unit(unit).leader = head;
    builder.person(carl).unit = unit;
    finder = std::make_shared<store::Finder>(builder.build());
  }

  PersonIndex add(std::string_view name, PersonIndex leader = store::no_index) {
    store::Person person{.id = ++ids, .name = name};
    person.leader = leader;
    return builder.add_person(person);
  }

  Context context() const {
    return {*finder, policy, Texts::in(Language::danish), store::Day{std::chrono::days{20}}, {}, "n"};
  }

  std::int64_t ids = 0;
};

}  // namespace

TEST_CASE("staff: a leader answers for those below, through the leaders between") {
  const Staff staff;
  CHECK(people_under(staff.head, staff.context()) == People{staff.anna, staff.carl});
  CHECK(people_under(staff.chief, staff.context()) == People{staff.head, staff.anna, staff.carl});
  CHECK(people_under(staff.anna, staff.context()).empty());
  CHECK(leads(staff.chief, staff.bo, staff.context()));
  CHECK_FALSE(leads(staff.anna, staff.head, staff.context()));
  CHECK_FALSE(leads(staff.head, staff.head, staff.context()));
}

TEST_CASE("staff: a circle of leaders holds nobody up") {
  const Staff staff;
  CHECK(leads(staff.one, staff.two, staff.context()));
  CHECK(people_under(staff.one, staff.context()) == People{staff.two});
  CHECK_FALSE(leads(staff.chief, staff.two, staff.context()));
}
