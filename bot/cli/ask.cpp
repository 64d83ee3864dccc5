#include "bot/cli/commands.hpp"
#include "bot/network.hpp"
#include "handlers/answer.hpp"
<<<<<<< HEAD
#include "handlers/rehearsal.hpp"
=======
#include "handlers/privacy.hpp"
#include "handlers/reply.hpp"
>>>>>>> rsvp
#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"

#include <iostream>

namespace bot {
namespace {

/// What all questions of one run share.
struct Run {
  const AskOptions& options;
  store::Database& database;
  const store::Finder& finder;
  const handlers::Policy& policy;
  store::Instant now;
};

<<<<<<< HEAD
=======
/// What would be done for the one who asks. Nothing is: the transaction is rolled back, and the reply says so
/// where something would have changed.
std::optional<handlers::Part> rehearse(const Run& run, const std::string& text,
                                       const handlers::Intent& intent,
                                       const std::vector<store::PersonIndex>& named,
                                       const handlers::Context& context) {
  if (run.options.as.empty() || !handlers::needs_the_store(intent.name)) return std::nullopt;
  store::Transaction transaction(run.database);
  handlers::Turn turn;
  turn.kind = handlers::TurnKind::message;
  turn.conversation = "ask";
  turn.sender.email = run.options.as;
  turn.now = run.now;
  turn.text = text;
  const handlers::Services services{run.finder, transaction, run.policy};
  handlers::Outcome outcome;
  auto part =
      handlers::act(intent, {turn, services, context, outcome, handlers::remove_personal_numbers(text).text,
                             handlers::sender_in_catalogue(turn.sender, run.finder.catalogue()), named});
  if (part && outcome.changed_data) {
    part->sections.insert(part->sections.begin(),
                          handlers::TextSection{{context.texts.say("access.rehearsal")}, {}});
  }
  return part;
}

>>>>>>> rsvp
void answer_one(const std::string& text, const Run& run) {
  handlers::Question question;
  question.text = text;
  question.now = run.now;
  question.sender.email = run.options.as;
<<<<<<< HEAD
  if (!run.options.as.empty()) {
    question.act = handlers::rehearsal(question, run.database, run.finder, run.policy);
  }
=======
  question.act = [&](const handlers::Intent& intent, const std::vector<store::PersonIndex>& named,
                     const handlers::Context& context) {
    return rehearse(run, text, intent, named, context);
  };
>>>>>>> rsvp
  const handlers::Answer answer = handlers::answer(question, run.finder, run.policy);
  std::cout << (run.options.json
                    ? handlers::to_json(text, answer, run.options.explain ? &run.finder : nullptr)
                    : answer.reply.text)
            << "\n";
}

}  // namespace

int ask(const config::Settings& settings, const store::Clock& clock, const AskOptions& options) {
  const handlers::Policy policy = handler_policy(settings);
  store::Instant now = clock.now();
  if (!options.at.empty()) {
    const auto at = handlers::parse_local_time(options.at, policy.zone);
    if (!at) throw UsageError("--at: \"" + options.at + "\" is no time. Write it like 2026-03-25T10:00.");
    now = *at;
  }
  store::Database database(settings.database_file, store::Database::Create::no);
  const store::Finder finder(store::load_catalogue(database));
  const Run run{options, database, finder, policy, now};
  if (!options.text.empty()) {
    answer_one(options.text, run);
    return 0;
  }
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) answer_one(line, run);
  return 0;
}

}  // namespace bot
