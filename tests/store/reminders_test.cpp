#include "store/reminders.hpp"

#include "store/detail/connection.hpp"
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;
using Catch::Matchers::Contains;

namespace {

using std::chrono::hours;
using Ids = std::vector<std::int64_t>;

Ids ids(const std::vector<Reminder>& reminders) {
  Ids ids;
  for (const auto& reminder : reminders) ids.push_back(reminder.id);
  return ids;
}

Ids planned(tests::World& w) {
  return ids(due_reminders(w.database, w.now + std::chrono::days{3650}, 1000));
}

Reminder personal(const tests::World& w, const std::string& subject, Instant due) {
  return {.kind = ReminderKind::personal,
          .due = due,
          .useful_until = due + hours{8},
          .tenant = "t",
          .conversation = "a:1",
          .subject = subject,
          .language = "en",
          .text = "ring til " + std::to_string(w.people.size())};
}

/// How SQLite carries out every statement that the connection has run on this table.
std::vector<std::string> plans(Database& database, const std::string& table) {
  std::vector<std::string> plans;
  for (const auto& [sql, statement] : database.connection().statements) {
    if (std::string(sql).find(table) == std::string::npos) continue;
    SQLite::Statement explained(database.connection().database, std::string("EXPLAIN QUERY PLAN ") + sql);
    std::string plan;
    while (explained.executeStep()) plan += explained.getColumn(3).getString() + "; ";
    plans.push_back(plan);
  }
  return plans;
}

}  // namespace

TEST_CASE("reminders: each kind comes back whole, the earliest first, when it is due") {
  tests::World w;
  const auto gathering = w.add(GatheringState::invited);
  CHECK_FALSE(next_due(w.database));
  Ids expected;
  int step = 0;
  for (const auto kind : {ReminderKind::gathering, ReminderKind::channel, ReminderKind::invite,
                          ReminderKind::answers, ReminderKind::approval, ReminderKind::network}) {
    const auto due = w.now - hours{++step};
    expected.insert(expected.begin(), plan_reminder(*w.transaction, {.kind = kind,
                                                                     .due = due,
                                                                     .useful_until = due + hours{1},
                                                                     .gathering = gathering.id,
                                                                     .network = w.network,
                                                                     .rule = "-3w@09:00"}));
  }
  const auto own = personal(w, "anna", w.now + hours{1});
  expected.push_back(plan_reminder(*w.transaction, own));
  w.reopen();
  CHECK(next_due(w.database) == w.now - hours{6});
  const auto all = due_reminders(w.database, w.now + hours{1}, 10);
  CHECK(ids(all) == expected);
  CHECK(all[0].kind == ReminderKind::network);
  CHECK(all[5].kind == ReminderKind::gathering);
  CHECK(all[5].due == w.now - hours{1});
  CHECK(all[5].useful_until == w.now);
  CHECK(all[5].gathering == gathering.id);
  CHECK(all[5].network == w.network);
  CHECK(all[5].rule == "-3w@09:00");
  CHECK(all[6].kind == ReminderKind::personal);
  CHECK(all[6].gathering == 0);
  CHECK(all[6].network == 0);
  CHECK(all[6].tenant == "t");
  CHECK(all[6].conversation == "a:1");
  CHECK(all[6].subject == "anna");
  CHECK(all[6].language == "en");
  CHECK(all[6].text == own.text);
  CHECK(due_reminders(w.database, w.now, 10).size() == 6);
  CHECK(due_reminders(w.database, w.now - hours{7}, 10).empty());
  CHECK(ids(due_reminders(w.database, w.now, 2)) == Ids{expected[0], expected[1]});
}

TEST_CASE("reminders: planned is the only state that anything leaves, and each is left once") {
  tests::World w;
  const auto gathering = w.add(GatheringState::invited);
  const auto plan = [&] {
    auto reminder = personal(w, "anna", w.now);
    reminder.gathering = gathering.id;
    reminder.network = w.network;
    return plan_reminder(*w.transaction, reminder);
  };
  const std::vector<std::function<bool(std::int64_t)>> arrows = {
      [&](std::int64_t id) { return finish_reminder(*w.transaction, id, false, w.now); },
      [&](std::int64_t id) { return finish_reminder(*w.transaction, id, true, w.now); },
      [&](std::int64_t id) { return withdraw_reminder(*w.transaction, id, "anna", w.now); },
      [&](std::int64_t) { return withdraw_reminders_of_gathering(*w.transaction, gathering.id, w.now) > 0; },
      [&](std::int64_t) { return withdraw_reminders_of_network(*w.transaction, w.network, w.now) > 0; }};
  for (const auto& first : arrows) {
    const auto id = plan();
    CHECK(planned(w) == Ids{id});
    CHECK(first(id));
    for (const auto& second : arrows) CHECK_FALSE(second(id));
    postpone_reminder(*w.transaction, id, w.now + hours{1});
    CHECK(planned(w).empty());
  }
}

TEST_CASE("reminders: a personal text is forgotten when it is over") {
  tests::World w;
  const auto done = plan_reminder(*w.transaction, personal(w, "anna", w.now));
  const auto withdrawn = plan_reminder(*w.transaction, personal(w, "anna", w.now));
  finish_reminder(*w.transaction, done, false, w.now);
  withdraw_reminder(*w.transaction, withdrawn, "anna", w.now);
  static constexpr char sql[] = "SELECT count(*) FROM reminders WHERE text <> ''";
  detail::Query query(w.database.connection(), sql);
  query.step();
  CHECK(query.integer(0) == 0);
}

TEST_CASE("reminders: one that is put off is due then, and useful until then") {
  tests::World w;
  const auto id = plan_reminder(
      *w.transaction, {.kind = ReminderKind::channel, .due = w.now, .useful_until = w.now + hours{1}});
  postpone_reminder(*w.transaction, id, w.now + hours{3});
  CHECK(due_reminders(w.database, w.now + hours{2}, 10).empty());
  const auto due = due_reminders(w.database, w.now + hours{3}, 10);
  REQUIRE(due.size() == 1);
  CHECK(due[0].useful_until == w.now + hours{3});
  postpone_reminder(*w.transaction, id, w.now + hours{2});
  CHECK(due_reminders(w.database, w.now + hours{2}, 10)[0].useful_until == w.now + hours{3});
}

TEST_CASE("reminders: one that is useful for no time is useful when it is due") {
  tests::World w;
  plan_reminder(*w.transaction, {.due = w.now, .useful_until = w.now - hours{1}});
  CHECK(due_reminders(w.database, w.now, 1)[0].useful_until == w.now);
}

TEST_CASE("reminders: those of a gathering, and of a network with its gatherings, are withdrawn together") {
  tests::World w;
  const auto one = w.add(GatheringState::invited), two = w.add(GatheringState::invited);
  auto elsewhere = w.sample();
  elsewhere.network = w.create("Anden");
  elsewhere = add_gathering(*w.transaction, elsewhere, w.now);
  const auto plan = [&](std::int64_t gathering, std::int64_t network, int hour) {
    return plan_reminder(*w.transaction,
                         {.due = w.now + hours{hour}, .gathering = gathering, .network = network});
  };
  const auto later = plan(one.id, 0, 2), sooner = plan(one.id, 0, 1), of_two = plan(two.id, 0, 3);
  plan(0, w.network, 4);
  const auto other = plan(elsewhere.id, 0, 5), of_other = plan(0, elsewhere.network, 6);
  CHECK(ids(reminders_of_gathering(w.database, one.id)) == Ids{sooner, later});
  CHECK(withdraw_reminders_of_gathering(*w.transaction, one.id, w.now) == 2);
  CHECK(reminders_of_gathering(w.database, one.id).empty());
  CHECK(ids(reminders_of_gathering(w.database, two.id)) == Ids{of_two});
  CHECK(withdraw_reminders_of_network(*w.transaction, w.network, w.now) == 2);
  CHECK(planned(w) == Ids{other, of_other});
}

TEST_CASE("reminders: personal ones are their owner's alone") {
  tests::World w;
  const auto second = plan_reminder(*w.transaction, personal(w, "anna", w.now + hours{2}));
  const auto first = plan_reminder(*w.transaction, personal(w, "anna", w.now + hours{1}));
  const auto other = plan_reminder(*w.transaction, personal(w, "bo", w.now));
  const auto nobodys = plan_reminder(*w.transaction, {.kind = ReminderKind::channel, .due = w.now});
  CHECK(ids(reminders_of(w.database, "anna")) == Ids{first, second});
  CHECK(reminders_of(w.database, "").empty());
  CHECK_FALSE(withdraw_reminder(*w.transaction, other, "anna", w.now));
  CHECK_FALSE(withdraw_reminder(*w.transaction, nobodys, "", w.now));
  CHECK(withdraw_reminder(*w.transaction, first, "anna", w.now));
  CHECK(ids(reminders_of(w.database, "anna")) == Ids{second});
}

TEST_CASE("reminders: ended ones are forgotten in steps, planned ones never") {
  tests::World w;
  for (int i = 0; i < 1005; ++i)
    finish_reminder(*w.transaction, plan_reminder(*w.transaction, {.due = w.now}), false, w.now);
  const auto kept = plan_reminder(*w.transaction, {.due = w.now - hours{1000}});
  CHECK(forget_reminders(*w.transaction, w.now) == 0);
  CHECK(forget_reminders(*w.transaction, w.now + hours{1}) == 1000);
  CHECK(forget_reminders(*w.transaction, w.now + hours{1}) == 5);
  CHECK(planned(w) == Ids{kept});
}

TEST_CASE("reminders: whatever the number of rows, all questions are look-ups in an index") {
  tests::World w;
  const auto gathering = w.add(GatheringState::invited);
  const auto id = plan_reminder(*w.transaction, personal(w, "anna", w.now));
  next_due(w.database);
  due_reminders(w.database, w.now, 10);
  reminders_of_gathering(w.database, gathering.id);
  reminders_of(w.database, "anna");
  postpone_reminder(*w.transaction, id, w.now);
  finish_reminder(*w.transaction, id, false, w.now);
  withdraw_reminder(*w.transaction, id, "anna", w.now);
  withdraw_reminders_of_gathering(*w.transaction, gathering.id, w.now);
  withdraw_reminders_of_network(*w.transaction, w.network, w.now);
  forget_reminders(*w.transaction, w.now);
  const auto all = plans(w.database, "FROM reminders");
  const auto updates = plans(w.database, "UPDATE reminders");
  REQUIRE(all.size() == 5);
  REQUIRE(updates.size() == 5);
  int by_due = 0;
  for (const auto& list : {all, updates})
    for (const auto& plan : list) {
      INFO(plan);
      CHECK_THAT(plan, !Contains("SCAN"));
      by_due += plan.find("reminders_due") != std::string::npos ? 1 : 0;
    }
  CHECK(by_due == 2);  // next_due(), due_reminders()
  for (const auto& plan : all)
    if (plan.find("reminders_due") != std::string::npos) CHECK_THAT(plan, !Contains("TEMP B-TREE"));
}

TEST_CASE(
    "reminders: a duty is planned once; a new one takes its place, and once done the next can be planned") {
  tests::World w;
  const auto at = [&](int hour) { return w.now + hours{hour}; };
  plan_duty(*w.transaction, "digest", 7, at(5), w.now);
  plan_duty(*w.transaction, "digest", 8, at(6), w.now);
  plan_duty(*w.transaction, "confirm", 7, at(4), w.now);
  plan_duty(*w.transaction, "digest", 7, at(3), w.now);
  CHECK(duty_due(w.database, "digest", 7) == at(3));
  CHECK(duty_due(w.database, "digest", 8) == at(6));
  CHECK_FALSE(duty_due(w.database, "digest", 9));
  w.reopen();
  const auto due = due_reminders(w.database, at(24 * 365), 10);
  REQUIRE(due.size() == 3);
  CHECK(due[0].kind == ReminderKind::duty);
  CHECK(due[0].rule == "digest");
  CHECK(due[0].subject == "7");
  CHECK(due[0].useful_until > at(24 * 365));
  CHECK(finish_reminder(*w.transaction, due[0].id, false, at(3)));
  plan_duty(*w.transaction, "digest", 7, at(30), at(3));
  CHECK(duty_due(w.database, "digest", 7) == at(30));
  CHECK(withdraw_duty(*w.transaction, "digest", 7, at(3)));
  CHECK_FALSE(withdraw_duty(*w.transaction, "digest", 7, at(3)));
}
