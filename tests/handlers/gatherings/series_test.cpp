#include "handlers/gatherings/series.hpp"

#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/moving_series.hpp"
#include "handlers/time/zone.hpp"
#include "store/reminders.hpp"
#include "tests/support/handlers/conversation.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace handlers;
using namespace std::chrono_literals;
using store::Day;

namespace {

std::string days(std::string_view recurrence, Day first, Day after, Day until) {
  std::string out;
  for (const auto day : series_days(recurrence, first, after, until)) {
    out += (out.empty() ? "" : " ") + to_string(day).substr(5);
  }
  return out;
}

/// A weekly series of Projektledernetværket, made from its first gathering.
store::Gathering weekly(tests::Conversation& conversation, store::Transaction& transaction, Day first,
                        const Context& context) {
  const auto network = store::find_network(transaction.database(), "Projektledernetværket").value();
  store::Gathering gathering;
  gathering.network = network.id;
  gathering.series = store::add_series(transaction, {0, network.id, "weekly 1 MO", {}, false});
  gathering.state = store::GatheringState::invited;
  gathering.tenant = conversation.tenant();
  gathering.language = "da";
  set_times(gathering, {first, 9h}, {first, 10h}, context.policy.zone);
  gathering = store::add_gathering(transaction, gathering, conversation.now());
  make_instances(gathering, network, transaction, context, conversation.now());
  return gathering;
}

}  // namespace

TEST_CASE("series: the days of a rule") {
  const Day first{2026y / 4 / 7};
  CHECK(days("weekly 1 TU", first, first, Day{2026y / 5 / 1}) == "04-14 04-21 04-28");
  CHECK(days("weekly 2 TU", first, first, Day{2026y / 5 / 31}) == "04-21 05-05 05-19");
  // Its first one was moved to the Wednesday.
  CHECK(days("weekly 2 TU", Day{2026y / 4 / 8}, Day{2026y / 4 / 8}, Day{2026y / 5 / 31}) ==
        "04-21 05-05 05-19");
  CHECK(days("monthly 1 1TU", first, first, Day{2026y / 8 / 31}) == "05-05 06-02 07-07 08-04");
  CHECK(days("monthly 3 1TU", first, first, Day{2026y / 12 / 31}) == "07-07 10-06");
  CHECK(days("monthly 1 -1TH", Day{2026y / 3 / 26}, Day{2026y / 3 / 26}, Day{2026y / 6 / 30}) ==
        "04-30 05-28 06-25");
  CHECK(days("monthly 1 5MO", first, first, Day{2026y / 9 / 30}) == "06-29 08-31");
  // The 31st is not in every month.
  CHECK(days("monthly 1 31", Day{2026y / 3 / 31}, Day{2026y / 3 / 31}, Day{2026y / 8 / 31}) ==
        "05-31 07-31 08-31");
  CHECK(days("monthly 12 29", Day{2028y / 2 / 29}, Day{2028y / 2 / 29}, Day{2033y / 1 / 1}) == "02-29");
  for (const auto* nonsense :
       {"", "daily 1", "weekly", "weekly x MO", "weekly 0 MO", "weekly 1 XX", "monthly 1", "monthly 1 0",
        "monthly 1 0TU", "monthly 1 3XX", "weekly -1 MO"}) {
    CHECK(days(nonsense, first, first, Day{2027y / 1 / 1}).empty());
  }
}

TEST_CASE("series: nine o'clock stays nine over both clock changes, and days off are left out") {
  tests::Conversation conversation;
  store::Transaction transaction(conversation.database());
  const Context context{conversation.finder(), conversation.policy, Texts::in(Language::danish),
                        tests::frozen_today(), Scope::personal,     "nonce"};
  const auto first = weekly(conversation, transaction, Day{2026y / 3 / 30}, context);
  const auto all = store::gatherings_of_series(transaction.database(), first.series, conversation.now());
  REQUIRE(all.size() > 45);
  std::set<std::string> days_made;
  for (const auto& one : all) {
    CHECK(one.local_start.substr(11) == "09:00");
    CHECK(local_time(one.starts, "Europe/Copenhagen").of_day == 9h);
    days_made.insert(one.local_start.substr(0, 10));
  }
  CHECK(days_made.count("2026-04-06") == 0);  // Easter Monday
  CHECK(days_made.count("2026-05-25") == 0);  // Whit Monday
  CHECK(days_made.count("2026-04-13") == 1);
  CHECK(days_made.count("2026-10-19") == 1);
  CHECK(days_made.count("2026-10-26") == 1);
  CHECK(*days_made.rbegin() <= "2027-03-25");
}

TEST_CASE("series: invitations of an instance go ten working days before, at nine, or at once") {
  tests::Conversation conversation;
  store::Transaction transaction(conversation.database());
  const Context context{conversation.finder(), conversation.policy, Texts::in(Language::danish),
                        tests::frozen_today(), Scope::personal,     "nonce"};
  const auto first = weekly(conversation, transaction, Day{2026y / 3 / 30}, context);
  for (const auto& one :
       store::gatherings_of_series(transaction.database(), first.series, conversation.now())) {
    const auto reminders = store::reminders_of_gathering(transaction.database(), one.id);
    if (one.id == first.id) {
      CHECK(reminders.empty());
      continue;
    }
    REQUIRE(reminders.size() == 1);
    CHECK(reminders.front().kind == store::ReminderKind::invite);
    const auto due = to_string(local_time(reminders.front().due, "Europe/Copenhagen"));
    if (one.local_start == "2026-04-13 09:00") {
      CHECK(due == "2026-03-25T10:00");  // 24 March is past
    } else if (one.local_start == "2026-05-18 09:00") {
      CHECK(due == "2026-05-01T09:00");  // Ascension Day is no working day
    }
  }
}

TEST_CASE("series: it is kept a year ahead, and ends when it is ended") {
  tests::Conversation conversation;
  store::Transaction transaction(conversation.database());
  Context context{conversation.finder(), conversation.policy, Texts::in(Language::danish),
                  tests::frozen_today(), Scope::personal,     "nonce"};
  const auto first = weekly(conversation, transaction, Day{2026y / 3 / 30}, context);
  CHECK(extend_series(first.series, transaction, context, conversation.now()) == 0);
  context.today = tests::frozen_today() + std::chrono::weeks(4);
  const auto later_on = conversation.now() + std::chrono::weeks(4);
  CHECK(extend_series(first.series, transaction, context, later_on) == 3);  // 29 March 2027 is Easter Monday
  CHECK(extend_series(first.series, transaction, context, later_on) == 0);
  store::end_series(transaction, first.series, later_on);
  context.today += std::chrono::weeks(4);
  CHECK(extend_series(first.series, transaction, context, later_on + std::chrono::weeks(4)) == 0);
}

TEST_CASE("series: the rule after one of them was moved") {
  CHECK(moved_recurrence("weekly 1 MO", Day{2026y / 4 / 15}) == "weekly 1 WE");
  CHECK(moved_recurrence("weekly 2 MO", Day{2026y / 4 / 14}) == "weekly 2 TU");
  CHECK(moved_recurrence("monthly 1 1TU", Day{2026y / 4 / 15}) == "monthly 1 3WE");
  CHECK(moved_recurrence("monthly 1 -1TH", Day{2026y / 4 / 29}) == "monthly 1 -1WE");
  CHECK(moved_recurrence("monthly 1 -1TH", Day{2026y / 4 / 22}) == "monthly 1 4WE");
  CHECK(moved_recurrence("monthly 3 15", Day{2026y / 4 / 16}) == "monthly 3 16");
}
