#include "bot/carry_out.hpp"

#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "store/message_copies.hpp"
#include "store/subscriptions.hpp"
#include "tests/support/bot/fake_connector.hpp"

#include <catch2/catch.hpp>

namespace {

using support::Exit;

handlers::Notice notice(const std::string& conversation, const std::string& text) {
  handlers::Notice made;
  made.to.tenant = "tenant";
  made.to.conversation = conversation;
  made.to.user_entra_id = "user-1";
  made.to.service_url = "https://smba.example/";
  made.to.bot = "28:bot";
  made.reply.text = text;
  return made;
}

std::vector<store::OutboxMessage> enqueue(Exit& exit, const handlers::Notice& made) {
  handlers::Outcome outcome;
  outcome.notices.push_back(made);
  return exit.write(
      [&](bot::WriterContext& context) { return bot::enqueue_notices(outcome, exit.clock.time, context); });
}

std::vector<store::OutboxMessage> waiting(Exit& exit) {
  return exit.write([](bot::WriterContext& context) {
    return store::pending_messages(context.transaction.database(), 0, 100);
  });
}

}  // namespace

TEST_CASE("carry out: a notice without a conversation waits for the person's chat", "[bot]") {
  Exit exit;
  enqueue(exit, notice("", "Hej"));
  const auto rows = waiting(exit);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].conversation.empty());
  CHECK(rows[0].to_user == "user-1");
  CHECK(rows[0].kind == store::MessageKind::broadcast);
  CHECK_FALSE(rows[0].copy);
  enqueue(exit, notice("a:1", "Hej"));
  CHECK(waiting(exit).back().conversation == "a:1");
}

TEST_CASE("carry out: an overview is joined with its row, so that giving it up unsays it", "[bot]") {
  Exit exit;
  store::Database file(exit.folder / "indgang.db", store::Database::Create::no);
  store::import_people(file, exit.folder.write("p.csv", "name;email\nIda;ida@x.example\n"), {}, {});
  const auto catalogue = store::load_catalogue(file);
  const auto ida = catalogue->person(catalogue->person_by_email("ida@x.example")).id;
  exit.write([&](bot::WriterContext& context) {
    store::Subscription subscription;
    subscription.person = ida;
    subscription.cursor = 17;
    subscription.told_from = 12;
    return store::save_subscription(context.transaction, subscription);
  });
  auto overview = notice("a:1", "Overblik");
  overview.overview_of = ida;
  const auto rows = enqueue(exit, overview);
  REQUIRE(rows.size() == 1);
  exit.write([&](bot::WriterContext& context) {
    store::record(context.transaction, {.message = rows[0].id, .state = store::OutboxState::given_up}, {});
    CHECK(store::find_subscription(context.transaction.database(), ida)->cursor == 12);
    return true;
  });
}

TEST_CASE("carry out: what waits is exchanged, and what is on its way is followed", "[bot]") {
  Exit exit;
  const auto first = enqueue(exit, notice("a:1", "Kl. 13"));
  REQUIRE(first.size() == 1);
  handlers::Notice moved = notice("a:1", "Kl. 14");
  moved.replaces_waiting = first[0].id;
  CHECK(enqueue(exit, moved).empty());
  REQUIRE(waiting(exit).size() == 1);
  CHECK(waiting(exit)[0].payload.find("Kl. 14") != std::string::npos);

  exit.write([&](bot::WriterContext& context) {
    return store::claim(context.transaction, first[0].id).has_value();
  });
  const auto follower = enqueue(exit, moved);
  REQUIRE(follower.size() == 1);
  CHECK(follower[0].update_activity == store::follow(first[0].id));
}

TEST_CASE("carry out: an edit on its way is followed by an edit of the same message", "[bot]") {
  Exit exit;
  handlers::Notice edit = notice("a:1", "Kl. 13");
  edit.reply.update_activity = "m7";
  const auto first = enqueue(exit, edit);
  exit.write([&](bot::WriterContext& context) {
    return store::claim(context.transaction, first[0].id).has_value();
  });
  edit.replaces_waiting = first[0].id;
  CHECK(enqueue(exit, edit).at(0).update_activity == "m7");
}

TEST_CASE("carry out: a turn's replies go into its conversation, before the notices", "[bot]") {
  Exit exit;
  handlers::Turn turn;
  turn.tenant = "tenant";
  turn.conversation = "19:x@thread.v2";
  turn.service_url = "https://smba.example/";
  turn.now = exit.clock.time;
  handlers::Outcome outcome;
  outcome.replies.push_back({"Svar", "", "m3"});
  outcome.notices.push_back(notice("a:1", "Hej"));
  const auto enqueue_all = [&] {
    return exit.write(
        [&](bot::WriterContext& context) { return bot::enqueue_messages(outcome, turn, context); });
  };
  turn.kind = handlers::TurnKind::message;
  const auto messages = enqueue_all();
  REQUIRE(messages.size() == 2);
  CHECK(messages[0].conversation == "19:x@thread.v2");
  CHECK(messages[0].update_activity == "m3");
  CHECK(messages[0].kind == store::MessageKind::reply);
  CHECK(messages[1].conversation == "a:1");
  turn.kind = handlers::TurnKind::installed;
  CHECK(enqueue_all()[0].kind == store::MessageKind::broadcast);
}
