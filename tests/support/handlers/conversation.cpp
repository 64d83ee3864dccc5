#include "tests/support/handlers/conversation.hpp"

#include "handlers/due_work.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/reply.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "store/reminders.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace tests {
namespace {

constexpr int due_at_once = 50;
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
  load_catalogue();
}

void Conversation::load_catalogue() {
  if (const auto version = store::catalogue_version(database_); !finder_ || version != catalogue_version_) {
    finder_ = std::make_unique<store::Finder>(store::load_catalogue(database_));
    catalogue_version_ = version;
  }
}

std::vector<handlers::Reply> Conversation::enter_chat(const std::string& email) {
  set("from", email);
  stage_.scope = handlers::Scope::personal;
  stage_.conversation = "a:" + email;
  const auto messages = chats.read(stage_.conversation);
  hear(messages);
  std::vector<handlers::Reply> replies;
  for (const auto& message : messages) {
    replies.push_back(message.reply);
  }
  return replies;
}

void Conversation::hear_conversation(const std::string& conversation) {
  hear(chats.read(conversation));
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
  carry_out(outcome.notices);
  load_catalogue();
  return outcome;
}

void Conversation::carry_out(const std::vector<handlers::Notice>& notices) {
  for (const auto& notice : notices) {
    chats.carry_out(notice, database_, stage_.now);
  }
  for (const auto gathering : chats.take_touched()) {
    store::Transaction transaction(database_);
    const auto refreshed = handlers::refresh_status(gathering, stage_.now, {*finder_, transaction, policy});
    transaction.commit();
    for (const auto& notice : refreshed.notices) {
      chats.carry_out(notice, database_, stage_.now);
    }
  }
  chats.take_touched();
}

void Conversation::run_due() {
  for (auto due = store::next_due(database_); due && *due <= stage_.now; due = store::next_due(database_)) {
    load_catalogue();
    store::Transaction transaction(database_);
    const auto outcome = handlers::run_due(stage_.now, {*finder_, transaction, policy}, due_at_once);
    transaction.commit();
    carry_out(outcome.notices);
  }
}

void Conversation::hear(const std::vector<ChatMessage>& messages) {
  heard_.clear();
  cards_heard_.clear();
  read_ = 0;
  for (const auto& [activity, reply, unread] : messages) {
    heard_ += reply.text + "\n";
    if (!reply.card.empty()) {
      card_ = reply.card;
      cards_heard_ += card_;
      card_activity_ = activity;
    }
  }
}

void Conversation::take(const handlers::Outcome& outcome) {
  std::vector<ChatMessage> messages;
  for (const auto& reply : outcome.replies) {
    messages.push_back(
        {chats.add_reply(stage_.conversation, stage_.tenant, reply, database_, stage_.now), reply});
  }
  hear(messages);
  if (outcome.invoke && !outcome.invoke->card.empty()) {
    card_ = cards_heard_ = outcome.invoke->card;
    heard_ = words_of_card(card_);
  } else if (outcome.invoke) {
    heard_ = outcome.invoke->message;
  }
}

bool Conversation::tap(const std::string& title, bool execute) {
  std::vector<nlohmann::json> buttons;
  collect_buttons(nlohmann::json::parse(card_.empty() ? "{}" : card_), buttons);
  // "Send" is not "Send to the leaders first", where there are both.
  std::stable_partition(buttons.begin(), buttons.end(),
                        [&](const auto& button) { return button.value("title", "") == title; });
  for (const auto& button : buttons) {
    if (button.value("title", "").rfind(title, 0) != 0 || button.at("type") != "Action.Execute") {
      continue;
    }
    auto tapped = turn(handlers::TurnKind::card_action);
    tapped.replied_to = card_activity_;
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
    if (heard_.find(unwanted) != std::string::npos || cards_heard_.find(unwanted) != std::string::npos) {
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
