#include "tests/support/handlers/conversation.hpp"

#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"
#include "store/import.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace tests {
namespace {

const std::filesystem::path fixtures = INDGANG_SOURCE_DIR "/tests/fixtures/catalogue";

/// Every button of a card: title and the button itself.
void collect_buttons(const nlohmann::json& node, std::vector<nlohmann::json>& buttons) {
  if (node.is_object() && node.value("type", "").rfind("Action.", 0) == 0) {
    buttons.push_back(node);
    return;
  }
  if (node.is_structured()) {
    for (const auto& child : node) {
      collect_buttons(child, buttons);
    }
  }
}

std::string words_of_card(const std::string& card) {
  return nlohmann::json::parse(card).at("fallbackText");
}

}  // namespace

Conversation::Conversation() : database_(folder_ / "indgang.db", store::Database::Create::yes) {
  stage_.tenant = "99999999-9999-4999-8999-999999999999";
  stage_.conversation = "a:1";
  stage_.service_url = "https://smba.trafficmanager.net/emea/";
  stage_.bot = "28:bot";
  stage_.locale = "da-DK";
  set("clock", "2026-03-25T10:00");
  set("from", "ole.bach@sundkoebing.example");
  const auto local_time = [&](const std::string& local) {
    return handlers::parse_local_time(local, policy.zone);
  };
  for (const auto& report :
       {store::import_catalogue(database_, fixtures / "catalogue.csv", {}, stage_.now),
        store::import_people(database_, fixtures / "people.csv", {}, stage_.now),
        store::import_networks(database_, fixtures / "networks.csv", {}, stage_.now, local_time)}) {
    if (!report.applied) {
      throw std::runtime_error("the fixture catalogue cannot be imported: " +
                               (report.errors.empty() ? "refused" : report.errors.front().reason));
    }
  }
  finder_ = std::make_unique<store::Finder>(store::load_catalogue(database_));
  catalogue_version_ = store::catalogue_version(database_);
}

std::vector<handlers::Reply> Conversation::enter_chat(const std::string& email) {
  set("from", email);
  stage_.scope = handlers::Scope::personal;
  stage_.conversation = "a:" + email;
  auto replies = std::move(arrived_[stage_.conversation]);
  arrived_.erase(stage_.conversation);
  hear(replies);
  return replies;
}

void Conversation::set(const std::string& setting, const std::string& value) {
  if (setting == "clock") {
    stage_.now = handlers::parse_local_time(value, policy.zone).value();
  } else if (setting == "from") {
    stage_.sender.email = value;
    stage_.sender.id = "29:" + value;
  } else if (setting == "chat") {
    enter_chat(value);
  } else if (setting == "owner") {
    const auto equals = value.find('=');
    policy.owners.push_back(
        {value.substr(0, equals), equals == std::string::npos ? "" : value.substr(equals + 1)});
  } else if (setting == "guest") {
    stage_.sender.guest = value == "yes";
  } else if (setting == "locale") {
    stage_.locale = value;
  } else if (setting == "conversation") {
    stage_.conversation = value;
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

handlers::Turn Conversation::turn(handlers::TurnKind kind) const {
  handlers::Turn turn = stage_;
  turn.kind = kind;
  turn.activity = std::to_string(activities_);
  return turn;
}

handlers::Outcome Conversation::send(const handlers::Turn& turn) {
  ++activities_;
  store::Transaction transaction(database_);
  auto outcome = handlers::dispatch(turn, {*finder_, transaction, policy});
  transaction.commit();
  for (const auto& notice : outcome.notices) {
    arrived_[notice.to.conversation].push_back(notice.reply);
  }
  if (const auto version = store::catalogue_version(database_); version != catalogue_version_) {
    finder_ = std::make_unique<store::Finder>(store::load_catalogue(database_));
    catalogue_version_ = version;
  }
  return outcome;
}

void Conversation::hear(const std::vector<handlers::Reply>& replies) {
  heard_.clear();
  read_ = 0;
  for (const auto& reply : replies) {
    heard_ += reply.text + "\n";
    card_ = reply.card.empty() ? card_ : reply.card;
  }
}

void Conversation::take(const handlers::Outcome& outcome) {
  hear(outcome.replies);
  if (outcome.invoke && !outcome.invoke->card.empty()) {
    card_ = outcome.invoke->card;
    heard_ = words_of_card(card_);
  } else if (outcome.invoke) {
    heard_ = outcome.invoke->message;
  }
}

bool Conversation::tap(const std::string& title, bool execute) {
  std::vector<nlohmann::json> buttons;
  collect_buttons(nlohmann::json::parse(card_.empty() ? "{}" : card_), buttons);
  for (const auto& button : buttons) {
    if (button.value("title", "").rfind(title, 0) != 0 || button.at("type") != "Action.Execute") {
      continue;
    }
    auto tapped = turn(handlers::TurnKind::card_action);
    tapped.action.emplace();
    tapped.action->execute = execute;
    const auto& data = execute ? button.at("data") : button.at("fallback").at("data");
    for (const auto& [key, value] : data.items()) {
      tapped.action->data[key] = value.get<std::string>();
    }
    tapped.action->verb = execute ? button.at("verb").get<std::string>() : tapped.action->data.at("verb");
    take(send(tapped));
    return true;
  }
  return false;
}

void Conversation::expect(const std::string& line, const std::string& place,
                          std::vector<std::string>& failures) {
  const std::string words = line.substr(std::min<std::size_t>(line.size(), 2));
  if (line.rfind("<!", 0) == 0) {
    const auto unwanted = line.substr(3);
    if (heard_.find(unwanted) != std::string::npos || card_.find(unwanted) != std::string::npos) {
      failures.push_back(place + "not expected: '" + unwanted + "' in:\n" + heard_);
    }
    return;
  }
  if (words.empty()) {
    if (!heard_.empty()) {
      failures.push_back(place + "nothing expected, but heard:\n" + heard_);
    }
    return;
  }
  const auto at = heard_.find(words, read_);
  if (at == std::string::npos) {
    failures.push_back(place + "expected '" + words + "' in:\n" + heard_);
  } else {
    read_ = at + words.size();
  }
}

std::vector<std::string> Conversation::run(const std::filesystem::path& transcript) {
  std::vector<std::string> failures;
  std::ifstream file(transcript);
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    const auto place = transcript.filename().string() + ":" + std::to_string(number) + ": ";
    const auto words = line.substr(std::min<std::size_t>(line.size(), 2));
    if (line.empty() || line[0] == '#') {
      continue;
    }
    if (line[0] == '@') {
      const auto space = words.find(' ');
      set(words.substr(0, space), words.substr(space + 1));
    } else if (line[0] == '>') {
      auto message = turn(handlers::TurnKind::message);
      message.text = words;
      take(send(message));
    } else if (line[0] == '*' || line[0] == '%') {
      if (!tap(words, line[0] == '*')) {
        failures.push_back(place + "no button '" + words + "' on the card");
      }
    } else if (line[0] == '+') {
      take(send(turn(words == "installed" ? handlers::TurnKind::installed
                     : words == "removed" ? handlers::TurnKind::removed
                                          : handlers::TurnKind::other)));
    } else if (line[0] == '<') {
      expect(line, place, failures);
    } else {
      failures.push_back(place + "this line says nothing: " + line);
    }
  }
  return failures;
}

}  // namespace tests
