#include "handlers/gatherings/planning_dialog.hpp"

#include "store/gatherings.hpp"
#include "store/networks.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace handlers;

namespace {

constexpr const char* planner = "emil.skov@sundkoebing.example";

/// A draft made by a message, and the dialog about it.
struct Dialog {
  tests::Conversation conversation;
  std::int64_t draft = 0;

  Dialog() {
    conversation.enter_chat(planner);
    auto turn = conversation.turn(TurnKind::message);
    turn.text = "planlæg plenum for virksomhedsnetværket den 16. april kl. 13-15 i mødelokale 1, max 50";
    const auto outcome = conversation.send(turn);
    REQUIRE(outcome.replies.size() == 1);
    conversation.chats.add_reply(turn.conversation, turn.tenant, outcome.replies.front(),
                                 conversation.database(), turn.now);
    const auto network = store::find_network(conversation.database(), "Virksomhedsnetværket").value();
    const auto organizer =
        conversation.finder().catalogue().person(conversation.finder().catalogue().person_by_email(planner));
    const auto made = store::latest_draft(conversation.database(), organizer.id, store::Instant{});
    REQUIRE(made);
    REQUIRE(made->network == network.id);
    draft = made->id;
  }

  store::Gathering gathering() { return store::find_gathering(conversation.database(), draft).value(); }

  Outcome open() { return send(TurnKind::dialog_open, "gathering_edit", {}); }
  Outcome save(std::map<std::string, std::string> fields, int version) {
    fields["about"] = "v" + std::to_string(version);
    return send(TurnKind::dialog_submit, "gathering_save", std::move(fields));
  }
  Outcome send(TurnKind kind, const std::string& verb, std::map<std::string, std::string> data) {
    auto turn = conversation.turn(kind);
    data["item"] = std::to_string(draft);
    data["lang"] = "da";
    data["nonce"] = "n";
    data["verb"] = verb;
    turn.action = CardAction{verb, std::move(data), false};
    return conversation.send(turn);
  }
};

std::map<std::string, std::string> good() {
  return {{"day", "2026-04-23"},
          {"start", "14:00"},
          {"end", "16:00"},
          {"place", "Kantinen"},
          {"capacity", "40"},
          {"answer_by", "2026-04-15"},
          {"chair", "Ole Bach"},
          {"minutes", "Ida Lund"},
          {"case", "24.10.07-G20-4-15"},
          {"agenda", "1. Velkomst\n2. Messen"}};
}

/// Values of the fields by their id, and every text of the card in one.
std::map<std::string, std::string> values_of(const std::string& card, std::string* texts = nullptr) {
  std::map<std::string, std::string> values;
  const auto parsed = nlohmann::json::parse(card);
  for (const auto& element : parsed.at("body")) {
    if (element.contains("id")) {
      const auto value = element.value("value", nlohmann::json());
      values[element.at("id")] = value.is_string()   ? value.get<std::string>()
                                 : value.is_number() ? std::to_string(value.get<int>())
                                                     : "";
    } else if (texts != nullptr && element.contains("text")) {
      *texts += element.at("text").get<std::string>() + "\n";
    }
  }
  return values;
}

}  // namespace

TEST_CASE("planning_dialog: the form has what stands in the draft") {
  Dialog dialog;
  const auto answer = dialog.open().dialog.value();
  CHECK(answer.title == "Plenum i Virksomhedsnetværket");
  const auto values = values_of(answer.card);
  CHECK(values.at("day") == "2026-04-16");
  CHECK(values.at("start") == "13:00");
  CHECK(values.at("end") == "15:00");
  CHECK(values.at("place") == "mødelokale 1");
  CHECK(values.at("capacity") == "50");
  CHECK(values.at("answer_by") == "2026-04-09");
}

TEST_CASE("planning_dialog: what is saved stands in the draft, and the preview shows it") {
  Dialog dialog;
  const auto outcome = dialog.save(good(), dialog.gathering().version);
  REQUIRE(outcome.dialog);
  CHECK(outcome.dialog->card.empty());
  CHECK(outcome.dialog->message.empty());
  CHECK(outcome.changed_data);
  const auto saved = dialog.gathering();
  CHECK(saved.local_start == "2026-04-23 14:00");
  CHECK(saved.local_end == "2026-04-23 16:00");
  CHECK(saved.place == "Kantinen");
  CHECK(saved.capacity == 40);
  CHECK(saved.agenda == "1. Velkomst\n2. Messen");
  CHECK(saved.chair != 0);
  CHECK(saved.minutes != 0);
  CHECK(saved.state == store::GatheringState::draft);
  // The preview that was sent is edited; nothing new is written.
  CHECK(outcome.replies.empty());
  REQUIRE(outcome.notices.size() == 1);
  CHECK_FALSE(outcome.notices.front().reply.update_activity.empty());
  CHECK(outcome.notices.front().to.conversation == dialog.conversation.turn(TurnKind::message).conversation);
  CHECK(outcome.notices.front().reply.text.find("Torsdag den 23. april 2026 kl. 14.00-16.00") !=
        std::string::npos);
}

TEST_CASE("planning_dialog: each fault is named, and nothing that was written is lost") {
  const auto [field, value, said] = GENERATE(table<std::string, std::string, std::string>({
      {"day", "", "Skriv en dato."},
      {"day", "2026-02-31", "Skriv en dato."},
      {"day", "2026-03-03", "Tidspunktet er allerede gået."},
      {"start", "nu", "Skriv et klokkeslæt."},
      {"end", "13:00", "Slut skal ligge efter start."},
      {"end", "", "Skriv et klokkeslæt."},
      {"capacity", "-3", "Skriv et helt tal over 0"},
      {"capacity", "mange", "Skriv et helt tal over 0"},
      {"answer_by", "2026-05-01", "Svarfristen skal ligge mellem i dag og mødet."},
      {"chair", "Hubert", "Jeg kender ingen kollega, der hedder »Hubert«."},
      {"minutes", "Mette", "Flere kolleger hedder »Mette«."},
      {"case", "2026/123", "»2026/123« ligner ikke et sagsnummer."},
  }));
  Dialog dialog;
  auto fields = good();
  fields[field] = value;
  const auto before = dialog.gathering();
  const auto outcome = dialog.save(fields, before.version);
  REQUIRE(outcome.dialog);
  std::string texts;
  const auto values = values_of(outcome.dialog->card, &texts);
  INFO(field << " " << value);
  CHECK(texts.find(said) != std::string::npos);
  CHECK(values.at("place") == "Kantinen");
  CHECK(values.at("agenda") == "1. Velkomst\n2. Messen");
  if (field != "capacity") {  // a number field cannot hold what is no number
    CHECK(values.at(field) == value);
  }
  CHECK(dialog.gathering().version == before.version);
}

TEST_CASE("planning_dialog: a form from before a change is not taken, and keeps what was written") {
  Dialog dialog;
  const auto old_version = dialog.gathering().version;
  dialog.save(good(), old_version);
  auto fields = good();
  fields["place"] = "Rådhuset";
  const auto outcome = dialog.save(fields, old_version);
  std::string texts;
  const auto values = values_of(outcome.dialog.value().card, &texts);
  CHECK(texts.find("En anden har ændret det imens.") != std::string::npos);
  CHECK(values.at("place") == "Rådhuset");
  CHECK(dialog.gathering().place == "Kantinen");
  CHECK(dialog.save(fields, dialog.gathering().version).dialog.value().card.empty());
  CHECK(dialog.gathering().place == "Rådhuset");
}

TEST_CASE("planning_dialog: only whoever may plan opens and saves it") {
  Dialog dialog;
  dialog.conversation.enter_chat("karen.vestergaard@sundkoebing.example");
  const auto before = dialog.gathering();
  CHECK(dialog.open().dialog.value().message.find("Emil Skov") != std::string::npos);
  const auto saved = dialog.save(good(), before.version).dialog.value();
  CHECK(saved.card.empty());
  CHECK(saved.message.find("Emil Skov") != std::string::npos);
  CHECK(dialog.gathering().version == before.version);
}
