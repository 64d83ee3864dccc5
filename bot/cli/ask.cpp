#include "bot/cli/commands.hpp"
#include "bot/network.hpp"
#include "handlers/answer.hpp"
#include "handlers/rehearsal.hpp"
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

void answer_one(const std::string& text, const Run& run) {
  handlers::Question question;
  question.text = text;
  question.now = run.now;
  question.sender.email = run.options.as;
  if (!run.options.as.empty()) {
    question.act = handlers::rehearsal(question, run.database, run.finder, run.policy);
  }
  const handlers::Answer answer = handlers::answer(question, run.finder, run.policy);
  std::cout << (run.options.json ? handlers::to_json(text, answer, run.finder, run.options.explain)
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
