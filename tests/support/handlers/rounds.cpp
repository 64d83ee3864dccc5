#include "tests/support/handlers/rounds.hpp"

#include "handlers/confirming/round_cards.hpp"
#include "handlers/telling.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_edits.hpp"
#include "store/export.hpp"
#include "store/history.hpp"
#include "store/import.hpp"
#include "store/mutes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace tests {
namespace {

const std::filesystem::path people_csv = INDGANG_SOURCE_DIR "/tests/fixtures/catalogue/people.csv";
constexpr int history_max = 1000;
constexpr int away_from_column = 7;
constexpr int away_to_column = 8;
constexpr int left_column = 10;

}  // namespace

Rounds::Rounds(const std::string& local_start) {
  std::ifstream file(people_csv);
  std::ostringstream text;
  text << file.rdbuf();
  people_file_ = text.str();
  conversation.set("clock", local_start);
  conversation.set("rounds", "6");
}

std::int64_t Rounds::id_of(const std::string& email) {
  const auto& catalogue = conversation.finder().catalogue();
  return catalogue.person(catalogue.person_by_email(email)).id;
}

void Rounds::refresh() {
  conversation.send(conversation.turn(handlers::TurnKind::other));  // reads the catalogue again
}

void Rounds::due_for(const std::string& email, bool known) {
  conversation.set("confirmed", email + "=2025-05-11");
  if (known) {
    conversation.set("known", email);
  }
}

void Rounds::go(const std::string& local) {
  conversation.set("clock", local);
  conversation.run_due();
}

void Rounds::every_morning(const std::string& first, const std::string& last) {
  const auto end = handlers::read_day(last).value();
  for (auto day = handlers::read_day(first).value(); day <= end; day += std::chrono::days(1)) {
    go(handlers::to_string(day) + "T06:00");
    go(handlers::to_string(day) + "T09:00");
  }
}

void Rounds::change_person(const std::string& email, const std::vector<std::pair<int, std::string>>& cells) {
  std::istringstream in(people_file_);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (line.find(";" + email + ";") == line.find(';')) {
      std::vector<std::string> row;
      std::istringstream cut(line);
      for (std::string cell; std::getline(cut, cell, ';');) {
        row.push_back(cell);
      }
      row.resize(left_column + 1);
      for (const auto& [column, value] : cells) {
        row[static_cast<std::size_t>(column)] = value;
      }
      line.clear();
      for (const auto& cell : row) {
        line += (line.empty() ? "" : ";") + cell;
      }
    }
    out += line + "\n";
  }
  people_file_ = out;
  const auto path = conversation.database_file().parent_path() / "people.csv";
  std::ofstream(path) << people_file_;
  if (!store::import_people(conversation.database(), path, {}, conversation.now()).applied) {
    throw std::runtime_error("the changed people cannot be imported");
  }
  refresh();
}

void Rounds::absence(const std::string& email, const std::string& from, const std::string& to) {
  change_person(email, {{away_from_column, from}, {away_to_column, to}});
}

void Rounds::left(const std::string& email, const std::string& day) {
  change_person(email, {{left_column, day}});
}

void Rounds::mute(const std::string& email, const std::string& from, const std::string& until) {
  const auto instant = [&](const std::string& local) {
    return handlers::parse_local_time(local, conversation.policy.zone).value();
  };
  store::Transaction transaction(conversation.database());
  store::mute(transaction, {email, "all", instant(from), instant(until)});
  transaction.commit();
}

void Rounds::give(const std::string& email, const std::string& task) {
  {
    store::Transaction transaction(conversation.database());
    const store::ChangedBy by{std::string(store::actor_service), {}, conversation.now()};
    const auto id = store::add_task(transaction, task, {}, {}, "", by);
    store::assign(transaction, {id, id_of(email)},
                  handlers::local_day(conversation.now(), conversation.policy.zone) - std::chrono::days(300),
                  by);
    transaction.commit();
  }
  refresh();
}

void Rounds::note(const std::string& card) {
  noted_.clear();
  if (card.empty()) {
    return;
  }
  const auto json = nlohmann::json::parse(card);
  for (const auto& element : json.at("body")) {
    for (const auto& action : element.value("actions", nlohmann::json::array())) {
      const auto& data = action.at("data");
      if (data.contains("item")) {
        noted_ = data.at("item").get<std::string>();
        if (data.contains("about")) {
          versions_[noted_] = data.at("about").get<std::string>();
        }
      }
    }
  }
}

void Rounds::hear(const std::string& email) {
  for (auto& reply : conversation.enter_chat(email)) {
    if (!reply.update_activity.empty()) {
      continue;  // an edit of a card that was answered
    }
    note(reply.card);
    if (!noted_.empty()) {
      cards_[email] = noted_;
    }
    heard_[email].push_back(std::move(reply));
  }
}

int Rounds::messages_to(const std::string& email) {
  hear(email);
  return static_cast<int>(heard_[email].size());
}

std::string Rounds::last_words(const std::string& email) {
  hear(email);
  return heard_[email].empty() ? "" : heard_[email].back().text;
}

std::string Rounds::card_of(const std::string& email) {
  hear(email);
  return cards_.at(email);
}

std::string Rounds::version_now(const std::string& email) {
  store::Transaction transaction(conversation.database());
  const auto context = handlers::context_at(conversation.now(),
                                            {conversation.finder(), transaction, conversation.policy}, "t");
  return handlers::list_version({context.catalogue().person_by_email(email)}, context);
}

std::string Rounds::tap(const std::string& email, const std::string& round, const std::string& verb,
                        const std::string& about) {
  hear(email);
  auto turn = conversation.turn(handlers::TurnKind::card_action);
  const auto known = versions_.find(round);
  turn.action =
      handlers::CardAction{verb,
                           {{"item", round},
                            {"lang", "da"},
                            {"about", !about.empty() || known == versions_.end() ? about : known->second}},
                           true};
  const auto outcome = conversation.send(turn);
  const auto& invoke = outcome.invoke.value();
  note(invoke.card);
  tapped_ = noted_;
  return invoke.card.empty() ? invoke.message
                             : nlohmann::json::parse(invoke.card).at("fallbackText").get<std::string>();
}

handlers::DialogAnswer Rounds::dialog(const std::string& email, const std::string& round, bool submit,
                                      std::map<std::string, std::string> fields) {
  hear(email);
  auto turn = conversation.turn(submit ? handlers::TurnKind::dialog_submit : handlers::TurnKind::dialog_open);
  fields.insert({{"item", round}, {"lang", "da"}, {"about", versions_.at(round)}});
  turn.action = handlers::CardAction{submit ? "round_save" : "round_edit", std::move(fields), false};
  return conversation.send(turn).dialog.value();
}

std::string Rounds::field(const std::string& email, const std::string& task) {
  const auto& catalogue = conversation.finder().catalogue();
  for (store::TaskIndex index = 0; index < catalogue.task_count(); ++index) {
    if (catalogue.task(index).title == task) {
      return "keep_" + std::to_string(id_of(email)) + "_" + std::to_string(catalogue.task(index).id);
    }
  }
  throw std::runtime_error("no such task: " + task);
}

int Rounds::confirmations(const std::string& email) {
  const auto history = store::history_of_person(conversation.database(), id_of(email), history_max);
  return static_cast<int>(
      std::count_if(history.begin(), history.end(), [](const store::CatalogueChange& change) {
        return change.kind == store::ChangeKind::confirmed && change.by.actor != store::actor_import;
      }));
}

int Rounds::reports() {
  std::ostringstream out;
  const auto today = std::chrono::floor<std::chrono::days>(conversation.now());
  store::export_gaps(conversation.database(), out, store::ExportFormat::csv,
                     {today, today - std::chrono::days{365}});
  std::istringstream lines(out.str());
  int count = 0;
  for (std::string line; std::getline(lines, line);) count += line.rfind("wrong entry", 0) == 0 ? 1 : 0;
  return count;
}

int Rounds::rounds_in(store::RoundState state) {
  int count = 0;
  for (std::int64_t id = 1; auto round = store::find_round(conversation.database(), id); ++id) {
    count += round->state == state ? 1 : 0;
  }
  return count;
}

}  // namespace tests
