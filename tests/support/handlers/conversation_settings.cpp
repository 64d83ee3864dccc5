// What the lines of a transcript that begin with '@' do.
#include "handlers/confirming/rounds.hpp"
#include "handlers/duties.hpp"
#include "handlers/reply.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_edits.hpp"
#include "store/catalogue_store.hpp"
#include "store/confirmations.hpp"
#include "store/import.hpp"
#include "store/mutes.hpp"
#include "store/networks.hpp"
#include "store/restored_copy.hpp"
#include "tests/support/handlers/conversation.hpp"
#include "tests/support/handlers/gathering_steps.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace tests {
namespace {

const std::filesystem::path fixtures = INDGANG_SOURCE_DIR "/tests/fixtures/catalogue";

}  // namespace

void Conversation::set(const std::string& setting, const std::string& value) {
  if (setting == "clock") {
    stage_.now = handlers::parse_local_time(value, policy.zone).value();
  } else if (setting == "from") {
    stage_.sender.email = value;
    stage_.sender.id = "29:" + value;
  } else if (setting == "chat") {
    enter_chat(value);
  } else if (setting == "due") {
    run_due();
  } else if (setting == "copied") {
    store::mark_as_copy(database_, stage_.now);
  } else if (setting == "start") {
    store::Transaction transaction(database_);
    handlers::begin_duties(transaction, policy, stage_.now);
    transaction.commit();
  } else if (setting == "away" || setting == "change") {
    change_catalogue(setting, value);
  } else if (setting == "roles") {
    const auto file = folder_.write("roles.csv", "mail;rolle;enhed\n" + (value == "-" ? "" : value) + "\n");
    const store::RolesElsewhere elsewhere{handlers::local_day(stage_.now, policy.zone), true};
    if (!store::import_roles(database_, file, {}, elsewhere, stage_.now).applied)
      throw std::runtime_error("the roles cannot be imported: " + value);
  } else if (setting == "overviews") {
    policy.overviews = value;
  } else if (setting == "closed") {
    policy.calendar = handlers::WorkCalendar::make(std::vector<std::string>{value}).value();
  } else if (setting == "restart") {
    database_ = store::Database(database_file(), store::Database::Create::no);
    finder_.reset();
    load_catalogue();
  } else if (setting == "gathering" || setting == "move" || setting == "capacity" || setting == "cancel") {
    step(setting, value);
  } else if (setting == "channel") {
    bind_channel(value);
  } else if (setting == "muted") {
    const auto topic = value.substr(value.find('=') + 1);
    store::Transaction transaction(database_);
    store::mute(transaction, {value.substr(0, value.find('=')), topic, stage_.now, store::Instant{}});
    transaction.commit();
  } else if (setting == "rounds") {
    policy.confirm_every_months = std::stoi(value);
    store::Transaction transaction(database_);
    handlers::begin_rounds(transaction, policy, stage_.now);
    transaction.commit();
  } else if (setting == "confirmed") {
    confirm_everything(value.substr(0, value.find('=')), value.substr(value.find('=') + 1));
  } else if (setting == "read") {
    hear_conversation(value);
  } else if (setting == "offline") {
    chats.set_offline("a:" + value);
  } else if (setting == "online") {
    chats.set_online("a:" + value, database_, stage_.now);
  } else if (setting == "blocked") {
    chats.set_blocked("a:" + value);
  } else if (setting == "silent") {
    chats.set_silent("a:" + value);
  } else if (setting == "deleted") {
    chats.delete_all("a:" + value);
  } else if (setting == "leader" || setting == "moved" || setting == "left") {
    rearrange(setting, value);
  } else if (setting == "public_url") {
    policy.public_url = value;
  } else if (setting == "known") {
    meet(value);
  } else if (setting == "owner") {
    const auto equals = value.find('=');
    policy.owners.push_back(
        {value.substr(0, equals), equals == std::string::npos ? "" : value.substr(equals + 1)});
  } else if (setting == "administrator") {
    policy.administrators.push_back(value);
  } else if (setting == "coordinator") {
    policy.coordinators.push_back(value);
  } else if (setting == "guest") {
    stage_.sender.guest = value == "yes";
  } else if (setting == "locale") {
    stage_.locale = value;
  } else if (setting == "conversation") {
    stage_.conversation = value;
  } else if (setting == "team") {
    stage_.team = value == "-" ? "" : value;
  } else if (setting == "contact_point") {
    policy.contact_point = value;
  } else if (setting == "scope") {
    stage_.scope = value == "channel" ? handlers::Scope::channel
                   : value == "group" ? handlers::Scope::group
                                      : handlers::Scope::personal;
  } else {
    throw std::runtime_error("no such setting: " + setting);
  }
}

/// Everything that somebody has was confirmed on that day.
void Conversation::confirm_everything(const std::string& email, const std::string& day) {
  const auto& catalogue = finder_->catalogue();
  const auto person = catalogue.person_by_email(email);
  store::Transaction transaction(database_);
  for (const auto& entry : catalogue.responsibilities_of_person(person)) {
    store::confirm_entry(transaction, catalogue.task(entry.task).id, catalogue.person(person).id,
                         handlers::read_day(day).value(), {std::string(store::actor_import), {}, stage_.now});
  }
  transaction.commit();
  load_catalogue();
}

/// As the people file says it: the fixture's, with these days and those of before. Leaders are the file's
/// again.
void Conversation::go_away(const std::string& email, const std::string& from, const std::string& to) {
  constexpr int column_from = 7;
  const auto file = folder_ / "people.csv";
  std::ifstream in(std::filesystem::exists(file) ? file : fixtures / "people.csv");
  std::string people;
  for (std::string line; std::getline(in, line);) {
    if (line.find(email + ";person") != std::string::npos) {
      std::size_t at = 0;
      for (int column = 0; column < column_from; ++column) {
        at = line.find(';', at) + 1;
      }
      const auto end = line.find(';', line.find(';', at) + 1);
      line = line.substr(0, at) + from + ";" + to + line.substr(end);
    }
    people += line + "\n";
  }
  const auto report = store::import_people(database_, folder_.write("people.csv", people), {}, stage_.now);
  if (!report.applied) throw std::runtime_error("the absence cannot be imported");
}

/// away: "email=2026-03-30..2026-04-10", from elsewhere; change: "email task" has it from now on, "email
/// -task" no longer, "email ok task" confirms it, "email left 2026-05-01".
void Conversation::change_catalogue(const std::string& what, const std::string& value) {
  const auto& catalogue = finder_->catalogue();
  const auto space = value.find_first_of(" =");
  const auto person = catalogue.person(catalogue.person_by_email(value.substr(0, space))).id;
  auto rest = value.substr(space + 1);
  if (what == "away") {
    go_away(value.substr(0, space), rest.substr(0, 10), rest.substr(12, 10));
    return load_catalogue();
  }
  const auto today = handlers::local_day(stage_.now, policy.zone);
  const store::ChangedBy by{"test", "", stage_.now};
  const auto task_called = [&](const std::string& title) {
    for (store::TaskIndex task = 0; task < catalogue.task_count(); ++task) {
      if (catalogue.task(task).title == title) return catalogue.task(task).id;
    }
    throw std::runtime_error("no such task: " + title);
  };
  store::Transaction transaction(database_);
  if (rest.rfind("left ", 0) == 0) {
    store::set_left(transaction, person, handlers::read_day(rest.substr(5)).value(), by);
  } else if (rest.rfind("ok ", 0) == 0) {
    store::confirm_entry(transaction, task_called(rest.substr(3)), person, today, by);
  } else if (rest.rfind("-", 0) == 0) {
    store::withdraw(transaction, task_called(rest.substr(1)), person, store::Role::responsible, {}, by);
  } else {
    store::assign(transaction, {task_called(rest), person, store::Role::responsible, {}, {}}, today, by);
  }
  transaction.commit();
  load_catalogue();
}

/// The coordinator's side (tests/support/handlers/gathering_steps.hpp).
void Conversation::step(const std::string& what, const std::string& value) {
  const auto first = value.find(';');
  const auto second = value.find(';', first + 1);
  store::Transaction transaction(database_);
  const handlers::Services services{*finder_, transaction, policy};
  auto done =
      what == "gathering" ? plan_and_send(read_plan(value), stage_.tenant, stage_.now, services)
      : what == "move"
          ? move_gathering(gathering_, value.substr(0, first), value.substr(first + 1, second - first - 1),
                           second == std::string::npos ? "" : value.substr(second + 1), stage_.now, services)
      : what == "capacity" ? change_capacity(gathering_, std::stoi(value), stage_.now, services)
                           : cancel_gathering(gathering_, value == "-" ? "" : value, stage_.now, services);
  transaction.commit();
  gathering_ = done.gathering;
  if (!done.status.empty()) {
    store::Transaction context_transaction(database_);
    const auto context = handlers::context_at(stage_.now, {*finder_, context_transaction, policy}, "s");
    context_transaction.commit();
    handlers::Outcome reply;
    reply.replies.push_back(handlers::make_reply(done.status, context));
    take(reply);
  }
  carry_out(done.outcome.notices);
}

/// "19:net@thread=Juranetværket": the network has a channel, and we are in it.
void Conversation::bind_channel(const std::string& value) {
  const auto equals = value.rfind('=');
  store::Transaction transaction(database_);
  auto network = store::find_network(database_, std::string_view(value).substr(equals + 1)).value();
  network.tenant = stage_.tenant;
  network.channel = value.substr(0, equals);
  store::update_network(transaction, network);
  store::remember_conversation(
      transaction,
      {stage_.tenant, network.channel, "channel", stage_.service_url, stage_.bot, "", "", "", ""},
      stage_.now);
  transaction.commit();
}

/// Somebody once wrote in a chat of their own, so that they can be written to.
void Conversation::meet(const std::string& email) {
  auto hello = stage_;
  hello.kind = handlers::TurnKind::other;
  hello.scope = handlers::Scope::personal;
  hello.conversation = "a:" + email;
  hello.sender.email = email;
  hello.sender.id = "29:" + email;
  send(hello);
}

/// The people file of the next morning: another leader, another unit, or a day from which somebody is gone.
void Conversation::rearrange(const std::string& what, const std::string& value) {
  const auto equals = value.find('=');
  const std::size_t column = what == "moved" ? 4 : what == "leader" ? 5 : 10;
  const auto changed = folder_ / "people.csv";
  std::ifstream before(std::filesystem::exists(changed) ? changed : fixtures / "people.csv");
  std::string all;
  for (std::string line; std::getline(before, line);) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == ';') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    if (cells.at(1) == value.substr(0, equals)) {
      cells.at(column) = value.substr(equals + 1);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      all += (i == 0 ? "" : ";") + cells[i];
    }
    all += '\n';
  }
  std::ofstream(changed) << all;
  if (!store::import_people(database_, changed, {}, stage_.now).applied) {
    throw std::runtime_error("the changed people file cannot be imported: " + value);
  }
  load_catalogue();
}

}  // namespace tests
