// Measures what is planned: asking for the next, a run when none is due, and many that fall due at once.
// usage: reminders FOLDER PLANNED DUE   (one JSON object with the figures on standard output)
#include "store/reminders.hpp"

#include "bot/carry_out.hpp"
#include "handlers/due_work.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/policy.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"
#include "store/conversations.hpp"
#include "store/gatherings.hpp"
#include "store/import.hpp"
#include "store/invitations.hpp"
#include "store/networks.hpp"

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int people_count = 1000;
constexpr int members = 10;
constexpr int batch = 100;  // as the service does it
constexpr int looks = 1000;
const std::string tenant = "99999999-9999-4999-8999-999999999999";
const store::Instant begin{std::chrono::seconds{1774429200}};  // 25 March 2026, 10.00 in Copenhagen
const store::Instant due_at = begin + 24h;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

std::string email(int n) {
  return "kollega" + std::to_string(n) + "@sundkoebing.example";
}

/// The database with its people, each of whom can be written to, and the gatherings' network.
struct World {
  explicit World(const std::filesystem::path& folder)
      : database(folder / "indgang.db", store::Database::Create::yes) {
    std::ofstream file(folder / "catalogue.csv");
    file << "name;email;department;task\n";
    for (int n = 0; n < people_count; ++n) {
      file << "Kollega " << n << ";" << email(n) << ";Afdeling " << n % 40 << ";Opgave " << n << "\n";
    }
    file.close();
    store::import_catalogue(database, folder / "catalogue.csv", {}, begin);
    finder = std::make_unique<store::Finder>(store::load_catalogue(database));
    store::Transaction transaction(database);
    for (int n = 0; n < people_count; ++n) {
      store::remember_conversation(transaction,
                                   {tenant, "a:" + std::to_string(n), "personal", "https://teams.example/",
                                    "28:bot", "29:" + std::to_string(n), "", "", "", email(n), "da"},
                                   begin);
      people.push_back(finder->catalogue().person(finder->catalogue().person_by_email(email(n))).id);
    }
    store::Network network_of_all;
    network_of_all.name = "Netværk";
    network_of_all.coordinator = people.front();
    network = store::create_network(transaction, network_of_all, begin).value();
    transaction.commit();
  }

  store::Database database;
  std::unique_ptr<store::Finder> finder;
  handlers::Policy policy;
  std::vector<std::int64_t> people;
  std::int64_t network = 0;
};

store::Reminder own_reminder(int n, store::Instant due) {
  store::Reminder reminder;
  reminder.kind = store::ReminderKind::personal;
  reminder.due = due;
  reminder.useful_until = due + 1h;
  reminder.tenant = tenant;
  reminder.conversation = "a:" + std::to_string(n % people_count);
  reminder.subject = email(n % people_count);
  reminder.language = "da";
  reminder.text = "at ringe til Lone";
  return reminder;
}

/// A gathering whose ten people have said yes, and its reminder.
void plan_gathering(int n, store::Instant due, World& world, store::Transaction& transaction) {
  store::Gathering gathering;
  gathering.network = world.network;
  gathering.state = store::GatheringState::invited;
  const auto start = handlers::local_time(due + 72h, world.policy.zone);
  handlers::set_times(gathering, start, handlers::LocalTime{start.day, start.of_day + 120min},
                      world.policy.zone);
  gathering.place = "mødelokale " + std::to_string(n);
  gathering.organizer = world.people.front();
  gathering.tenant = tenant;
  gathering = store::add_gathering(transaction, gathering, begin);
  for (int member = 0; member < members; ++member) {
    const auto person = world.people[static_cast<std::size_t>(n * 7 + member * 97) % people_count];
    store::invite(transaction, gathering.id, person, "member");
    store::answer_invitation(transaction, gathering.id, person, store::AnswerState::accepted, begin);
  }
  store::Reminder reminder;
  reminder.due = due;
  reminder.useful_until = due + 48h;
  reminder.gathering = gathering.id;
  reminder.tenant = tenant;
  reminder.language = "da";
  reminder.rule = "-3d@10:00";
  store::plan_reminder(transaction, reminder);
}

struct Run {
  double seconds = 0;
  double cpu_seconds = 0;  ///< the same on a machine that does other things too
  std::size_t messages = 0;
};

/// What the service does when the time has come, but for sending: batches, each in a flushed transaction.
Run run_all(store::Instant now, World& world) {
  Run run;
  const auto began = Clock::now();
  const auto cpu_began = std::clock();
  for (auto next = store::next_due(world.database); next && *next <= now;
       next = store::next_due(world.database)) {
    store::Transaction transaction(world.database);
    const auto outcome = handlers::run_due(now, {*world.finder, transaction, world.policy}, batch);
    bool flush = true;
    bot::WriterContext context{transaction, *world.finder, flush};
    run.messages += bot::enqueue_notices(outcome, now, context).size();
    transaction.commit();
    world.database.flush();
  }
  run.seconds = seconds_since(began);
  run.cpu_seconds = static_cast<double>(std::clock() - cpu_began) / CLOCKS_PER_SEC;
  return run;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  World world(arguments[1]);
  const int planned = std::stoi(arguments[2]);
  const int due = std::stoi(arguments[3]);
  {
    store::Transaction transaction(world.database);
    for (int n = 0; n < due; ++n) {
      store::plan_reminder(transaction, own_reminder(n, due_at));
      plan_gathering(n, due_at + 1h, world, transaction);
    }
    for (int n = 2 * due; n < planned; ++n) {
      const auto later = due_at + 24h + std::chrono::minutes{n};
      if (n % 10 == 0) {
        plan_gathering(n, later, world, transaction);
      } else {
        store::plan_reminder(transaction, own_reminder(n, later));
      }
    }
    transaction.commit();
  }

  auto began = Clock::now();
  std::int64_t seen = 0;
  for (int n = 0; n < looks; ++n) seen += store::next_due(world.database)->time_since_epoch().count() != 0;
  const double look_us = 1e6 * seconds_since(began) / looks;
  began = Clock::now();
  for (int n = 0; n < looks; ++n) {
    store::Transaction transaction(world.database);
    handlers::run_due(begin, {*world.finder, transaction, world.policy}, batch);
    transaction.commit();
  }
  const double idle_us = 1e6 * seconds_since(began) / looks;
  const auto own = run_all(due_at, world);
  const auto of_gatherings = run_all(due_at + 1h, world);
  std::cout << "{\"planned\":" << planned << ",\"due\":" << due << ",\"looks\":" << seen
            << ",\"look_us\":" << look_us << ",\"idle_us\":" << idle_us << ",\"own_s\":" << own.seconds
            << ",\"own_messages\":" << own.messages << ",\"gatherings_s\":" << of_gatherings.seconds
            << ",\"own_cpu_s\":" << own.cpu_seconds << ",\"gatherings_cpu_s\":" << of_gatherings.cpu_seconds
            << ",\"gathering_messages\":" << of_gatherings.messages << "}\n";
}
