#include "store/catalogue.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace store;

namespace {

constexpr Day day(int number) {
  return Day{std::chrono::days{number}};
}

struct Sample {
  std::shared_ptr<const Catalogue> catalogue;
  UnitIndex roads;
  PersonIndex mads, else_, box;
  TaskIndex snow, potholes;
};

Sample sample() {
  CatalogueBuilder builder;
  Sample s;
  s.roads = builder.add_unit({.id = 3, .name = "Vej og Trafik"});
  Person mads{.id = 7, .name = "Mads Thorup", .email = "Mads.Thorup@sundkoebing.example"};
  mads.entra_id = "aa11";
  mads.unit = s.roads;
  s.mads = builder.add_person(mads);
  s.else_ = builder.add_person({.id = 5, .name = "Else Ågård", .email = "ELSE.ÅGÅRD@sundkoebing.example"});
  Person box{.id = 9, .name = "Én indgang"};
  box.contact_point = true;
  s.box = builder.add_person(box);
  builder.person(s.mads).leader = s.else_;
  builder.unit(s.roads).leader = s.else_;
  s.snow =
      builder.add_task({.id = 21, .title = "Vintertjeneste", .keywords = "sne\nsalt", .kle = "05.07.08"});
  s.potholes =
      builder.add_task({.id = 20, .title = "Huller i vejen", .description = "Asfalt.", .kle = "05.07.08"});
  builder.add_responsibility({.task = s.potholes, .person = s.mads});
  builder.add_responsibility({.task = s.snow, .person = s.box, .role = Role::stand_in});
  builder.add_responsibility({.task = s.snow, .person = s.else_, .role = Role::coordinator});
  builder.add_responsibility({.task = s.snow, .person = s.mads, .from = day(10), .confirmed = day(12)});
  s.catalogue = builder.build();
  return s;
}

}  // namespace

TEST_CASE("catalogue: gives back what was added") {
  const auto s = sample();
  REQUIRE(s.catalogue->task_count() == 2);
  const Task snow = s.catalogue->task(s.snow);
  CHECK(snow.title == "Vintertjeneste");
  CHECK(snow.description.empty());
  CHECK(snow.keywords == "sne\nsalt");
  CHECK(snow.kle == "05.07.08");
  CHECK(snow.kle_titles.empty());
  CHECK(s.catalogue->task(s.potholes).description == "Asfalt.");
  CHECK(s.catalogue->task(s.potholes).kle == "05.07.08");
  CHECK(s.catalogue->unit(s.roads).leader == s.else_);
  CHECK(s.catalogue->person(s.mads).leader == s.else_);
  CHECK(s.catalogue->person(s.box).contact_point);
}

TEST_CASE("catalogue: a task's id and title alone are the task's, before and after a change") {
  const auto s = sample();
  CatalogueBuilder builder(s.catalogue);
  builder.replace_task(s.snow, {.id = 21, .title = "Snerydning"});
  const TaskIndex added = builder.add_task({.id = 30, .title = "Vejskilte"});
  const auto changed = builder.build();
  CHECK(s.catalogue->task_title(s.snow) == "Vintertjeneste");
  CHECK(changed->task_title(s.snow) == "Snerydning");
  CHECK(changed->task_title(s.potholes) == "Huller i vejen");
  CHECK(changed->task_id(s.potholes) == 20);
  CHECK(changed->task_id(added) == 30);
  for (TaskIndex task = 0; task < changed->task_count(); ++task) {
    CHECK(changed->task_id(task) == changed->task(task).id);
    CHECK(changed->task_title(task) == changed->task(task).title);
  }
}

TEST_CASE("catalogue: lists a task's people as responsible, coordinator, stand-in") {
  const auto s = sample();
  const auto rows = s.catalogue->responsibilities_of(s.snow);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].person == s.mads);
  CHECK(rows[1].person == s.else_);
  CHECK(rows[2].person == s.box);
  CHECK(rows[0].from == day(10));
  CHECK_FALSE(rows[0].to.has_value());
  CHECK(*rows[0].confirmed == day(12));
}

TEST_CASE("catalogue: lists a person's tasks in the order of the catalogue") {
  const auto s = sample();
  const auto rows = s.catalogue->responsibilities_of_person(s.mads);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].task == s.snow);
  CHECK(rows[1].task == s.potholes);
}

TEST_CASE("catalogue: finds people by address in any case, by Entra id and by row") {
  const auto s = sample();
  CHECK(s.catalogue->person_by_email("mads.thorup@SUNDKOEBING.example") == s.mads);
  CHECK(s.catalogue->person_by_email("else.ågård@sundkoebing.example") == s.else_);
  CHECK(s.catalogue->person_by_email("else.aagaard@sundkoebing.example") == no_index);
  CHECK(s.catalogue->person_by_email("") == no_index);
  CHECK(s.catalogue->person_by_entra_id("AA11") == s.mads);
  CHECK(s.catalogue->person_by_entra_id("bb22") == no_index);
  CHECK(s.catalogue->person_by_id(5) == s.else_);
  CHECK(s.catalogue->person_by_id(6) == no_index);
  CHECK(s.catalogue->task_by_id(20) == s.potholes);
  CHECK(s.catalogue->task_by_id(21) == s.snow);
  CHECK(s.catalogue->task_by_id(22) == no_index);
}

TEST_CASE("catalogue: keeps texts that are longer than a chunk, and those after them") {
  CatalogueBuilder builder;
  const std::string long_text(700'000, 'x');
  for (int i = 0; i < 5; ++i)
    builder.add_task({.id = i, .title = "t" + std::to_string(i), .description = long_text, .keywords = "k"});
  const std::string with_nul("a\0b", 3);
  const auto odd = builder.add_task({.id = 9, .title = with_nul, .description = "after"});
  const auto catalogue = builder.build();
  for (TaskIndex i = 0; i < 5; ++i) {
    CHECK(catalogue->task(i).title == "t" + std::to_string(i));
    CHECK(catalogue->task(i).description == long_text);
    CHECK(catalogue->task(i).keywords == "k");
  }
  CHECK(catalogue->task(odd).title == "a b");
  CHECK(catalogue->task(odd).description == "after");
}

TEST_CASE("catalogue: is empty when nothing was added, and the builder can begin anew") {
  CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "one"});
  CHECK(builder.build()->task_count() == 1);
  const auto empty = builder.build();
  CHECK(empty->task_count() == 0);
  CHECK(empty->people().empty());
  CHECK(empty->person_by_email("x@y.example") == no_index);
  CHECK(empty->task_by_id(1) == no_index);
}
