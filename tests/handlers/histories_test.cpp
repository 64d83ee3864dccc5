// Random short histories against a plain model: no reminder for what is cancelled, declined or moved away,
// none to the waiting list, each due one exactly once. INDGANG_HISTORIES says how many,
// INDGANG_HISTORIES_SEED which.
#include "handlers/due_work.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "store/reminders.hpp"
#include "tests/store/temporary_folder.hpp"
#include "tests/support/handlers/gathering_steps.hpp"
#include "tests/support/handlers/reminder_model.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <memory>
#include <random>
#include <thread>

using namespace tests;

namespace {

constexpr int histories_by_default = 10'000;
constexpr unsigned threads = 2;  // each with a world of its own
constexpr int steps_max = 10;
constexpr Seconds first_morning = 1789455600;  // 15 September 2026, 09:00 in Copenhagen
const std::string tenant = "99999999-9999-4999-8999-999999999999";
const std::vector<std::string> invited{"pia.holm", "nadia.rahimi"};

int setting(const char* name, int otherwise) {
  const auto* value = std::getenv(name);
  return value == nullptr ? otherwise : std::atoi(value);
}

store::Instant instant(Seconds seconds) {
  return store::Instant{std::chrono::seconds{seconds}};
}

std::string local_text(Seconds utc) {
  auto text = handlers::to_string(handlers::local_time(instant(utc), "Europe/Copenhagen"));
  text[10] = ' ';
  return text;
}

std::string email(const std::string& name) {
  return name + "@sundkoebing.example";
}

/// The municipality in which all histories happen: one file, a coordinator and two colleagues.
class World {
 public:
  World() {
    open(store::Database::Create::yes);
    const std::filesystem::path fixtures = INDGANG_SOURCE_DIR "/tests/fixtures/catalogue";
    store::import_catalogue(*database, fixtures / "catalogue.csv", {}, instant(first_morning));
    store::import_people(*database, fixtures / "people.csv", {}, instant(first_morning));
    finder = std::make_unique<store::Finder>(store::load_catalogue(*database));
    store::Transaction transaction(*database);
    const auto coordinator = meet("emil.skov", transaction);
    store::Network network;
    network.name = "Historier";
    network.coordinator = coordinator;
    const auto id = store::create_network(transaction, network, instant(first_morning)).value();
    for (const auto& name : invited) {
      people.push_back(meet(name, transaction));
      store::add_member(transaction, id, people.back());
    }
    people.push_back(coordinator);
    transaction.commit();
    policy.quiet_from_hour = policy.quiet_to_hour = 0;
  }

  void open(store::Database::Create create = store::Database::Create::no) {
    database.reset();
    database = std::make_unique<store::Database>(folder / "indgang.db", create);
  }

  std::unique_ptr<store::Database> database;
  std::unique_ptr<store::Finder> finder;
  handlers::Policy policy;
  std::vector<std::int64_t> people;

 private:
  std::int64_t meet(const std::string& name, store::Transaction& transaction) {
    store::remember_conversation(transaction,
                                 {tenant, "a:" + name, "personal", "https://teams.example/", "28:bot",
                                  "29:" + name, "", "", "", email(name)},
                                 instant(first_morning));
    const auto& catalogue = finder->catalogue();
    return catalogue.person(catalogue.person_by_email(email(name))).id;
  }

  TemporaryFolder folder;
};

/// One gathering's life.
class History {
  template <typename Do>
  auto within(Do&& work) {
    store::Transaction transaction(*world_.database);
    auto result = work(handlers::Services{*world_.finder, transaction, world_.policy});
    transaction.commit();
    return result;
  }

 public:
  History(World& world, unsigned seed) : world_(world), random_(seed), now_(first_morning + below(20 * day)) {
    GatheringPlan plan;
    plan.network = "Historier";
    const auto starts = some_start();
    plan.start = local_text(starts);
    plan.end = local_text(starts + 2 * hour);
    plan.place = next_place();
    plan.capacity = static_cast<int>(below(3));
    plan.answer_by.clear();
    std::vector<std::string> rules;
    plan.reminders.clear();
    for (const auto* rule : {"-3w@09:00", "-1d@09:00", "-2h", "-5h"}) {
      if (below(2) == 0) {
        rules.push_back(rule);
        plan.reminders += (plan.reminders.empty() ? "" : " ") + rules.back();
      }
    }
    model_ = std::make_unique<ReminderModel>(std::set<std::int64_t>(world.people.begin(), world.people.end()),
                                             starts, plan.capacity, rules, now_);
    auto step = within([&](const handlers::Services& services) {
      return plan_and_send(plan, tenant, instant(now_), services);
    });
    gathering_ = step.gathering;
    check(sent(step.outcome, store::CopyKind::invitation) == everybody(), "an invitation each");
  }

  /// The first fault; empty if there is none.
  std::string live() {
    for (auto steps = 1 + below(steps_max); steps > 0 && fault_.empty(); --steps) {
      one_step();
    }
    run_due();
    now_ += 45 * day;
    run_due();
    run_due();
    within([&](const handlers::Services& services) {
      return cancel_gathering(gathering_, "", instant(now_), services);
    });
    clear_mutes();
    return fault_;
  }

 private:
  Seconds below(Seconds limit) { return static_cast<Seconds>(random_() % static_cast<std::uint64_t>(limit)); }
  Seconds some_start() { return (now_ + 2 * hour + below(30 * day)) / 60 * 60; }
  std::string next_place() { return place_ = "lokale " + std::to_string(++places_) + "."; }
  std::vector<std::int64_t> everybody() const {
    auto all = world_.people;
    std::sort(all.begin(), all.end());
    return all;
  }
  std::int64_t somebody() { return world_.people[static_cast<std::size_t>(below(world_.people.size()))]; }

  void check(bool holds, const std::string& what) {
    if (!holds && fault_.empty()) {
      fault_ = what + " at " + local_text(now_) + log_;
    }
  }

  /// Who got a message of the kind, each as often as they did.
  std::vector<std::int64_t> sent(const handlers::Outcome& outcome, store::CopyKind kind) {
    std::vector<std::int64_t> people;
    for (const auto& notice : outcome.notices) {
      const auto& copy = notice.reply.copy;
      if (copy && copy->kind == kind && notice.reply.update_activity.empty() && copy->person != 0) {
        people.push_back(copy->person);
        check(copy->gathering == gathering_, "about another gathering");
        check(notice.reply.text.find(place_) != std::string::npos, "an old place in " + notice.reply.text);
      }
    }
    std::sort(people.begin(), people.end());
    return people;
  }

  std::set<std::int64_t> unwilling() const {
    auto all = muted_;
    const auto today = to_local(now_) / day;
    for (const auto& [person, until] : away_until_) {
      if (today <= until) {
        all.insert(person);
      }
    }
    return all;
  }

  void run_due() {
    const auto expected = model_->run(now_, unwilling());
    std::vector<std::int64_t> reminded;
    int told = 0;
    for (int rounds = 0;; ++rounds) {
      const auto next = store::next_due(*world_.database);
      if (!next || *next > instant(now_)) {
        break;
      }
      check(rounds < 50, "what is due does not end");
      if (rounds >= 50) {
        break;
      }
      const auto outcome = within([&](const handlers::Services& services) {
        return handlers::run_due(instant(now_), services, 1 + static_cast<int>(below(3)));
      });
      const auto some = sent(outcome, store::CopyKind::reminder);
      reminded.insert(reminded.end(), some.begin(), some.end());
      for (const auto& notice : outcome.notices) {
        told += !notice.reply.copy && notice.to.conversation == "a:emil.skov" ? 1 : 0;
      }
    }
    std::sort(reminded.begin(), reminded.end());
    check(reminded == expected.reminded, "reminded " + std::to_string(reminded.size()) + " instead of " +
                                             std::to_string(expected.reminded.size()));
    check(told == (expected.skipped ? 1 : 0), "the coordinator heard " + std::to_string(told) + " times");
  }

  void answer() {
    constexpr std::pair<Said, store::AnswerState> answers[] = {{Said::yes, store::AnswerState::accepted},
                                                               {Said::no, store::AnswerState::declined},
                                                               {Said::maybe, store::AnswerState::tentative}};
    const auto person = somebody();
    const auto& [said, state] = answers[below(3) % 3];
    const auto expected = model_->answer(person, said, now_);
    handlers::Turn turn;
    turn.kind = handlers::TurnKind::card_action;
    turn.tenant = tenant;
    const auto& catalogue = world_.finder->catalogue();
    turn.sender.email = catalogue.person(catalogue.person_by_id(person)).email;
    turn.sender.id = "29:" + turn.sender.email.substr(0, turn.sender.email.find('@'));
    turn.conversation = "a:" + turn.sender.id.substr(3);
    turn.activity = "t" + std::to_string(++turns_);
    turn.service_url = "https://teams.example/";
    turn.bot = "28:bot";
    turn.now = instant(now_);
    turn.action = handlers::CardAction{"rsvp",
                                       {{"item", std::to_string(gathering_)},
                                        {"about", said == Said::yes  ? "accepted"
                                                  : said == Said::no ? "declined"
                                                                     : "tentative"},
                                        {"lang", "da"}},
                                       true};
    const auto outcome =
        within([&](const handlers::Services& services) { return handlers::dispatch(turn, services); });
    auto promoted = expected.promoted;
    std::sort(promoted.begin(), promoted.end());
    check(sent(outcome, store::CopyKind::notice) == promoted, "who got a place was not told");
    const auto stored = store::find_invitation(*world_.database, gathering_, person).value();
    const auto holds = model_->said(person);
    check((holds == Said::waits) == (stored.state == store::AnswerState::waiting) &&
              (holds == Said::yes) == (stored.state == store::AnswerState::accepted) &&
              (holds == Said::no) == (stored.state == store::AnswerState::declined),
          "another answer is stored");
  }

  void move() {
    if (model_->cancelled()) {
      return;
    }
    const auto starts = some_start();
    model_->move(starts, now_);
    within([&](const handlers::Services& services) {
      return move_gathering(gathering_, local_text(starts), local_text(starts + 2 * hour), next_place(),
                            instant(now_), services);
    });
  }

  void change_room() {
    if (model_->cancelled()) {
      return;
    }
    const auto capacity = static_cast<int>(below(4));
    auto promoted = model_->set_capacity(capacity, now_);
    std::sort(promoted.begin(), promoted.end());
    const auto step = within([&](const handlers::Services& services) {
      return change_capacity(gathering_, capacity, instant(now_), services);
    });
    check(sent(step.outcome, store::CopyKind::notice) == promoted, "who got a place by room was not told");
  }

  void mute_or_not() {
    const auto person = somebody();
    const auto& catalogue = world_.finder->catalogue();
    const std::string subject(catalogue.person(catalogue.person_by_id(person)).email);
    within([&](const handlers::Services& services) {
      if (muted_.erase(person) > 0) {
        return store::unmute(services.transaction, subject, "reminders");
      }
      muted_.insert(person);
      store::mute(services.transaction, {subject, "reminders", instant(0), store::Instant{}});
      return true;
    });
  }

  void clear_mutes() {
    const auto& catalogue = world_.finder->catalogue();
    for (const auto person : muted_) {
      within([&](const handlers::Services& services) {
        return store::unmute(services.transaction,
                             std::string(catalogue.person(catalogue.person_by_id(person)).email),
                             "reminders");
      });
    }
    set_away({});
  }

  /// The catalogue is another one: who is away until which day.
  void set_away(std::map<std::int64_t, Seconds> until);

  void one_step() {
    const auto kind = below(100);
    log_ += " " + std::to_string(kind);
    if (kind < 35) {
      answer();
    } else if (kind < 60) {
      now_ += below(4) == 0 ? below(10 * day) : below(day);  // at times the service is down meanwhile
      if (below(4) != 0) {
        run_due();
      }
    } else if (kind < 66) {
      now_ -= below(3 * hour);
    } else if (kind < 76) {
      move();
    } else if (kind < 82) {
      change_room();
    } else if (kind < 88) {
      mute_or_not();
    } else if (kind < 92) {
      set_away({{somebody(), to_local(now_) / day + below(5)}});
    } else if (kind < 94) {
      world_.open();
    } else if (kind < 97 && !model_->cancelled()) {
      model_->cancel();
      within([&](const handlers::Services& services) {
        return cancel_gathering(gathering_, "", instant(now_), services);
      });
    } else {
      run_due();
    }
  }

  World& world_;
  std::mt19937_64 random_;
  Seconds now_ = 0;
  std::unique_ptr<ReminderModel> model_;
  std::int64_t gathering_ = 0;
  std::set<std::int64_t> muted_;
  std::map<std::int64_t, Seconds> away_until_;
  std::string place_;
  int places_ = 0;
  int turns_ = 0;
  std::string fault_;
  std::string log_ = "; steps:";
};

void History::set_away(std::map<std::int64_t, Seconds> until) {
  if (until == away_until_) {
    return;
  }
  away_until_ = std::move(until);
  const auto& before = world_.finder->catalogue();
  store::CatalogueBuilder builder;
  for (const auto& person : before.people()) {
    auto copy = person;
    copy.unit = copy.leader = copy.stand_in = store::no_index;
    copy.absence.reset();
    if (const auto away = away_until_.find(person.id); away != away_until_.end()) {
      copy.absence =
          store::Absence{store::Day{std::chrono::days{0}}, store::Day{std::chrono::days{away->second}}};
    }
    builder.add_person(copy);
  }
  world_.finder = std::make_unique<store::Finder>(builder.build());
}

}  // namespace

TEST_CASE("histories: what is sent is always true, each reminder exactly once") {
  const auto count = setting("INDGANG_HISTORIES", histories_by_default);
  const auto first = static_cast<unsigned>(setting("INDGANG_HISTORIES_SEED", 1));
  std::array<std::string, threads> faults;
  const auto live = [&](unsigned thread) {
    World world;
    for (auto i = thread; i < static_cast<unsigned>(count) && faults[thread].empty(); i += threads) {
      faults[thread] = History(world, first + i).live();
      if (!faults[thread].empty()) {
        faults[thread] += "; INDGANG_HISTORIES=1 INDGANG_HISTORIES_SEED=" + std::to_string(first + i);
      }
    }
  };
  std::vector<std::thread> running;
  for (unsigned thread = 0; thread < threads; ++thread) {
    running.emplace_back(live, thread);
  }
  for (auto& one : running) {
    one.join();
  }
  for (const auto& fault : faults) {
    CHECK(fault == "");
  }
}
