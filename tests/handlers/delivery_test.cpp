#include "handlers/delivery.hpp"

#include "store/conversation_memory.hpp"
#include "store/outbox.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

using namespace handlers;

namespace {

const std::string karen = "karen.vestergaard@sundkoebing.example";

struct Fixture : tests::Conversation {
  Fixture() { set("gathering", "Virksomhedsnetværket;2026-04-16 13:00;2026-04-16 15:30;sal"); }

  Context context() const {
    return {finder(), policy, Texts::in(Language::danish), store::Day{}, Scope::personal, "n"};
  }
  store::CopyOf copy(const std::string& email, store::CopyKind kind = store::CopyKind::invitation) const {
    return {gathering(), finder().catalogue().person(finder().catalogue().person_by_email(email)).id, kind};
  }
  Outcome edit(const store::CopyOf& of, bool only_edit) {
    store::Transaction transaction(database());
    Outcome outcome;
    edit_copy(outcome, of, tenant(), Reply{"nu", "", ""}, only_edit, transaction, context(), now());
    transaction.commit();
    return outcome;
  }
  std::optional<store::MessageCopy> latest(const store::CopyOf& of) {
    return store::latest_copy(database(), of.gathering, of.person, of.kind);
  }
};

/// The catalogue with an Entra id for Karen.
store::Finder with_entra_id(const store::Catalogue& catalogue) {
  store::CatalogueBuilder builder;
  for (auto person : catalogue.people()) {
    person.unit = person.leader = person.stand_in = store::no_index;
    person.entra_id = person.email == karen ? "11111111-1111-4111-8111-111111111111" : "";
    builder.add_person(person);
  }
  return store::Finder(builder.build());
}

}  // namespace

TEST_CASE("delivery: the chat that is known, else one to be made, else none") {
  tests::Conversation conversation;
  auto& database = conversation.database();
  const auto finder = with_entra_id(conversation.finder().catalogue());
  const Context context{finder,       conversation.policy, Texts::in(Language::danish),
                        store::Day{}, Scope::personal,     "n"};
  const auto person = finder.catalogue().person_by_email(karen);
  const auto other = finder.catalogue().person_by_email("pia.holm@sundkoebing.example");
  const auto& tenant = conversation.tenant();
  CHECK_FALSE(address_of(person, tenant, database, context));  // we were never met in the tenant
  conversation.set("known", "ole.bach@sundkoebing.example");
  const auto made = address_of(person, tenant, database, context);
  REQUIRE(made);
  CHECK(made->conversation.empty());
  CHECK(made->user_entra_id == "11111111-1111-4111-8111-111111111111");
  CHECK(made->service_url == "https://smba.trafficmanager.net/emea/");
  CHECK(made->bot == "28:bot");
  CHECK_FALSE(address_of(person, "another tenant", database, context));
  CHECK_FALSE(address_of(other, tenant, database, context));  // neither chat nor Entra id
  conversation.set("known", karen);
  CHECK(address_of(person, tenant, database, context)->conversation == "a:" + karen);
  conversation.enter_chat(karen);
  conversation.send(conversation.turn(TurnKind::removed));
  CHECK_FALSE(address_of(person, tenant, database, context));  // took us out: is left in peace
}

TEST_CASE("delivery: the language is the one somebody last wrote in") {
  tests::Conversation conversation;
  conversation.enter_chat(karen);
  const auto language = [&] {
    const auto& catalogue = conversation.finder().catalogue();
    const Context context{conversation.finder(), conversation.policy, Texts::in(Language::danish),
                          store::Day{},          Scope::personal,     "n"};
    const auto chat =
        address_of(catalogue.person_by_email(karen), conversation.tenant(), conversation.database(), context);
    return language_of_code(chat.value().language);
  };
  auto message = conversation.turn(TurnKind::message);
  message.text = "who handles building permits?";
  conversation.send(message);
  CHECK(language() == Language::english);
  message.text = "hvem har byggetilladelser?";
  conversation.send(message);
  CHECK(language() == Language::danish);
  message.text = "2";  // in no language
  message.locale = "en-GB";
  conversation.send(message);
  CHECK(language() == Language::danish);
}

TEST_CASE("delivery: who cannot be addressed is noted, and not tried again by an edit") {
  Fixture f;
  const auto of = f.copy(karen);
  REQUIRE(f.latest(of));
  CHECK(f.latest(of)->state == store::CopyState::given_up);
  CHECK(f.latest(of)->error == "unknown_person");
  CHECK(f.edit(of, true).notices.empty());
  f.set("known", karen);
  CHECK(f.edit(of, true).notices.empty());
  const auto anew = f.edit(of, false);
  REQUIRE(anew.notices.size() == 1);
  CHECK(anew.notices[0].reply.update_activity.empty());
}

TEST_CASE("delivery: a message is exchanged while it waits, and edited once it is there") {
  Fixture f;
  f.set("known", karen);
  f.set("offline", karen);
  f.set("gathering", "Virksomhedsnetværket;2026-04-17 13:00;2026-04-17 15:30;sal");
  const auto of = f.copy(karen);
  const auto waiting = f.edit(of, true);
  REQUIRE(waiting.notices.size() == 1);
  CHECK(waiting.notices[0].replaces_waiting == f.latest(of)->outbox);
  f.set("online", karen);
  const auto edited = f.edit(of, true);
  REQUIRE(edited.notices.size() == 1);
  CHECK(edited.notices[0].replaces_waiting == 0);
  CHECK(edited.notices[0].reply.update_activity == f.latest(of)->activity);
  CHECK(edited.notices[0].to.conversation == "a:" + karen);
  CHECK(f.edit(f.copy(karen, store::CopyKind::reminder), true).notices.empty());
}

TEST_CASE("delivery: an unknown outcome is not sent again by an edit") {
  Fixture f;
  f.set("known", karen);
  f.set("silent", karen);
  f.set("gathering", "Virksomhedsnetværket;2026-04-17 13:00;2026-04-17 15:30;sal");
  CHECK(f.latest(f.copy(karen))->state == store::CopyState::uncertain);
  CHECK(f.edit(f.copy(karen), true).notices.empty());
}
