#include "store/gatherings.hpp"

#include "store/message_copies.hpp"
#include "store/outbox.hpp"
#include "store/reminders.hpp"
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

using std::chrono::days;
using std::chrono::hours;
using Ids = std::vector<std::int64_t>;

constexpr GatheringState all_states[] = {GatheringState::draft, GatheringState::planned,
                                         GatheringState::invited, GatheringState::cancelled,
                                         GatheringState::dropped};

Ids ids(const std::vector<Gathering>& gatherings) {
  Ids ids;
  for (const auto& gathering : gatherings) ids.push_back(gathering.id);
  return ids;
}

void check_same(const Gathering& a, const Gathering& b) {
  CHECK(a.network == b.network);
  CHECK(a.series == b.series);
  CHECK(a.state == b.state);
  CHECK(a.kind == b.kind);
  CHECK(a.local_start == b.local_start);
  CHECK(a.local_end == b.local_end);
  CHECK(a.starts == b.starts);
  CHECK(a.ends == b.ends);
  CHECK(a.place == b.place);
  CHECK(a.agenda == b.agenda);
  CHECK(a.case_number == b.case_number);
  CHECK(a.capacity == b.capacity);
  CHECK(a.answer_by == b.answer_by);
  CHECK(a.chair == b.chair);
  CHECK(a.minutes == b.minutes);
  CHECK(a.organizer == b.organizer);
  CHECK(a.reminders == b.reminders);
  CHECK(a.tenant == b.tenant);
  CHECK(a.language == b.language);
  CHECK(a.version == b.version);
  CHECK(a.sequence == b.sequence);
  CHECK(a.uid == b.uid);
  CHECK(a.from_file == b.from_file);
  CHECK(a.created == b.created);
  CHECK(a.cancel_reason == b.cancel_reason);
}

Gathering full(tests::World& w) {
  auto gathering = w.sample();
  gathering.series = add_series(*w.transaction, {.network = w.network, .recurrence = "weekly 1 MO"});
  gathering.state = GatheringState::planned;
  gathering.kind = "plenum";
  gathering.place = "Mødelokale 1";
  gathering.agenda = "1. Velkomst\n2. Nyt";
  gathering.case_number = "24.10.07-G20-4-15";
  gathering.capacity = 50;
  gathering.answer_by = w.now + days{5};
  gathering.chair = w.people[1];
  gathering.minutes = w.people[2];
  gathering.reminders = "-10w@09:00 -2h";
  return gathering;
}

}  // namespace

TEST_CASE("gatherings: what is added comes back whole, with an id and a UID of its own") {
  tests::World w;
  const auto added = add_gathering(*w.transaction, full(w), w.now);
  const auto second = w.add(GatheringState::draft);
  w.reopen();
  CHECK(added.created == w.now);
  CHECK(added.uid.size() == 32 + std::string("@indgang").size());
  CHECK_THAT(added.uid, Catch::Matchers::EndsWith("@indgang"));
  CHECK(second.uid != added.uid);
  const auto found = find_gathering(w.database, added.id);
  REQUIRE(found);
  check_same(*found, added);
  CHECK_FALSE(find_gathering(w.database, 999));
}

TEST_CASE("gatherings: a UID that is given is kept") {
  tests::World w;
  auto gathering = w.sample();
  gathering.uid = "abc@indgang";
  CHECK(add_gathering(*w.transaction, gathering, w.now).uid == "abc@indgang");
}

TEST_CASE("gatherings: those ahead are planned or invited and not over, by time") {
  tests::World w;
  const auto other = w.create("Anden");
  const auto later = w.add(GatheringState::invited, 20);
  const auto sooner = w.add(GatheringState::planned, 5);
  auto elsewhere = w.sample(10);
  elsewhere.network = other;
  elsewhere.state = GatheringState::planned;
  elsewhere = add_gathering(*w.transaction, elsewhere, w.now);
  w.add(GatheringState::planned, -1);
  for (const auto state : {GatheringState::draft, GatheringState::cancelled, GatheringState::dropped})
    w.add(state, 6);
  const auto running = w.add(GatheringState::invited, 0);

  CHECK(ids(gatherings_ahead(w.database, w.network, w.now, 10)) == Ids{running.id, sooner.id, later.id});
  CHECK(ids(gatherings_ahead(w.database, 0, w.now, 10)) ==
        Ids{running.id, sooner.id, elsewhere.id, later.id});
  CHECK(ids(gatherings_ahead(w.database, 0, w.now, 2)) == Ids{running.id, sooner.id});
  CHECK(ids(gatherings_ahead(w.database, w.network, running.ends, 10)) == Ids{sooner.id, later.id});
}

TEST_CASE("gatherings: the last one is over, was held, and is of this network") {
  tests::World w;
  CHECK_FALSE(last_gathering(w.database, w.network, w.now));
  w.add(GatheringState::invited, -20);
  const auto last = w.add(GatheringState::planned, -10);
  w.add(GatheringState::cancelled, -5);
  const auto next = w.add(GatheringState::invited, 1);
  CHECK(last_gathering(w.database, w.network, w.now)->id == last.id);
  CHECK(last_gathering(w.database, w.network, next.ends)->id == next.id);
  CHECK_FALSE(last_gathering(w.database, w.create("Anden"), w.now));
}

TEST_CASE("gatherings: a planner's newest draft, if it was touched lately") {
  tests::World w;
  CHECK_FALSE(latest_draft(w.database, w.people[0], w.now - hours{1}));
  auto first = w.add(GatheringState::draft);
  const auto second = w.add(GatheringState::draft);
  w.add(GatheringState::planned);
  CHECK(latest_draft(w.database, w.people[0], w.now - hours{1})->id == second.id);
  REQUIRE(update_gathering(*w.transaction, first, w.now + hours{1}));
  CHECK(latest_draft(w.database, w.people[0], w.now - hours{1})->id == first.id);
  CHECK_FALSE(latest_draft(w.database, w.people[0], w.now + hours{1}));
  CHECK_FALSE(latest_draft(w.database, w.people[1], w.now - hours{1}));
}

TEST_CASE("gatherings: those of a series that are not called off") {
  tests::World w;
  const auto series = add_series(*w.transaction, {.network = w.network, .recurrence = "weekly 1 MO"});
  Ids expected;
  for (const auto state : all_states)
    for (const int day : {-7, 7}) {
      auto gathering = w.sample(day);
      gathering.series = series;
      gathering.state = state;
      const auto id = add_gathering(*w.transaction, gathering, w.now).id;
      if (day > 0 && state != GatheringState::cancelled && state != GatheringState::dropped)
        expected.push_back(id);
    }
  w.add(GatheringState::planned);
  CHECK(ids(gatherings_of_series(w.database, series, w.now)) == expected);
}

TEST_CASE("gatherings: an update writes what people see, and only on top of what was read") {
  tests::World w;
  auto gathering = w.add(GatheringState::planned);
  const auto as_read = gathering;
  auto changed = full(w);
  changed.id = gathering.id;
  changed.local_start = "2026-04-05 10:00";
  changed.local_end = "2026-04-05 12:00";
  changed.starts += days{1};
  changed.ends += days{1};
  changed.organizer = w.people[3];
  changed.language = "en";
  changed.state = GatheringState::cancelled;  // not written: states have arrows of their own
  changed.tenant = "other";
  changed.uid = "other";
  changed.cancel_reason = "other";
  REQUIRE(update_gathering(*w.transaction, changed, w.now + hours{1}));
  changed.state = GatheringState::planned;
  changed.tenant = "t";
  changed.uid = gathering.uid;
  changed.cancel_reason.clear();
  changed.created = w.now;
  changed.version = 2;
  check_same(*find_gathering(w.database, gathering.id), changed);
  CHECK_FALSE(update_gathering(*w.transaction, as_read, w.now));
  check_same(*find_gathering(w.database, gathering.id), changed);
}

TEST_CASE("gatherings: the sequence counts changes after the invitations went out") {
  tests::World w;
  for (const auto state : all_states) {
    const auto gathering = w.add(state);
    const bool open = state != GatheringState::cancelled && state != GatheringState::dropped;
    CHECK(update_gathering(*w.transaction, gathering, w.now) == open);
    const auto found = find_gathering(w.database, gathering.id);
    CHECK(found->version == (open ? 2 : 1));
    CHECK(found->sequence == (state == GatheringState::invited ? 1 : 0));
  }
}

TEST_CASE("gatherings: these are the arrows between the states, and no others") {
  using enum GatheringState;
  const std::vector<std::pair<GatheringState, GatheringState>> arrows = {
      {draft, planned},   {draft, invited},     {draft, dropped},
      {planned, invited}, {planned, cancelled}, {invited, cancelled}};
  tests::World w;
  for (const auto from : all_states)
    for (const auto to : all_states) {
      const auto gathering = w.add(from);
      const bool arrow = std::find(arrows.begin(), arrows.end(), std::pair(from, to)) != arrows.end();
      CAPTURE(static_cast<int>(from), static_cast<int>(to));
      CHECK(change_state(*w.transaction, gathering.id, to, w.now, "Ferie") == arrow);
      const auto found = find_gathering(w.database, gathering.id);
      CHECK(found->state == (arrow ? to : from));
      CHECK(found->cancel_reason == (arrow && to == cancelled ? "Ferie" : ""));
      CHECK(found->version == (arrow && to == cancelled ? 2 : 1));
      CHECK(found->sequence == (arrow && to == cancelled ? 1 : 0));
    }
  CHECK_FALSE(change_state(*w.transaction, 999, planned, w.now));
}

TEST_CASE("gatherings: what is called off is not reminded of, and what still waits does not leave") {
  const auto ending = GENERATE(GatheringState::cancelled, GatheringState::dropped);
  tests::World w;
  const auto start = ending == GatheringState::cancelled ? GatheringState::invited : GatheringState::draft;
  const auto gathering = w.add(start), other = w.add(start);
  const auto send = [&](std::int64_t of, CopyKind kind, std::int64_t person) {
    const auto row = enqueue(*w.transaction, {.kind = MessageKind::broadcast, .payload = "{}"}, w.now);
    add_copy(*w.transaction, {of, person, kind}, row, "", w.now);
  };
  for (const auto kind : {CopyKind::invitation, CopyKind::reminder, CopyKind::notice, CopyKind::approval})
    send(gathering.id, kind, w.people[1]);
  send(gathering.id, CopyKind::status, 0);
  send(other.id, CopyKind::invitation, w.people[1]);
  plan_reminder(*w.transaction, {.due = w.now, .gathering = gathering.id});
  const auto kept = plan_reminder(*w.transaction, {.due = w.now, .gathering = other.id});

  REQUIRE(change_state(*w.transaction, gathering.id, ending, w.now));
  for (const auto kind : {CopyKind::invitation, CopyKind::reminder, CopyKind::notice, CopyKind::approval})
    CHECK(latest_copy(w.database, gathering.id, w.people[1], kind)->state == CopyState::withdrawn);
  CHECK(latest_copy(w.database, gathering.id, 0, CopyKind::status)->state == CopyState::waiting);
  CHECK(latest_copy(w.database, other.id, w.people[1], CopyKind::invitation)->state == CopyState::waiting);
  CHECK(pending_messages(w.database, 0, 10).size() == 2);
  const auto due = due_reminders(w.database, w.now, 10);
  REQUIRE(due.size() == 1);
  CHECK(due[0].id == kept);
}

TEST_CASE("gatherings: old drafts are forgotten with all that belongs to them, the rest is history") {
  tests::World w;
  Ids kept;
  for (const auto state : all_states) {
    const auto gathering = w.add(state);
    invite(*w.transaction, gathering.id, w.people[1], "member");
    plan_reminder(*w.transaction, {.due = w.now, .gathering = gathering.id});
    if (state != GatheringState::draft && state != GatheringState::dropped) kept.push_back(gathering.id);
  }
  CHECK(forget_drafts(*w.transaction, w.now) == 0);
  CHECK(forget_drafts(*w.transaction, w.now + hours{1}) == 2);
  Ids left;
  for (const auto& reminder : due_reminders(w.database, w.now, 10)) left.push_back(reminder.gathering);
  CHECK(left == kept);
  for (const auto id : kept) CHECK(find_gathering(w.database, id));
}

TEST_CASE("gatherings: who is gone from the catalogue is nobody, and loses the invitation") {
  tests::World w;
  auto gathering = full(w);
  gathering.organizer = w.people[3];
  gathering = add_gathering(*w.transaction, gathering, w.now);
  change_state(*w.transaction, gathering.id, GatheringState::invited, w.now);
  for (int i = 0; i < 4; ++i) invite(*w.transaction, gathering.id, w.people[static_cast<std::size_t>(i)], "");
  w.transaction->commit();
  w.transaction.reset();
  tests::import_numbered_people(w.database, w.folder, 1);
  const auto found = find_gathering(w.database, gathering.id);
  CHECK(found->chair == 0);
  CHECK(found->minutes == 0);
  CHECK(found->organizer == 0);
  CHECK(invitations_of(w.database, gathering.id).size() == 1);

  w.transaction.emplace(w.database);
  auto late = w.sample();
  late.organizer = late.chair = late.minutes = w.people[3];  // read before the import
  CHECK(find_gathering(w.database, add_gathering(*w.transaction, late, w.now).id)->chair == 0);
  CHECK(update_gathering(*w.transaction, *found, w.now));
}
