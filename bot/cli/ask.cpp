#include "bot/cli/commands.hpp"
#include "bot/network.hpp"
#include "handlers/answer.hpp"
#include "handlers/time/zone.hpp"
#include "store/catalogue_store.hpp"

#include <iostream>

namespace bot {
namespace {

void answer_one(const std::string& text, const AskOptions& options, const store::Finder& finder,
                const handlers::Policy& policy, store::Instant now) {
  handlers::Question question;
  question.text = text;
  question.now = now;
  question.sender.email = options.as;
  const handlers::Answer answer = handlers::answer(question, finder, policy);
  std::cout << (options.json ? handlers::to_json(text, answer, options.explain ? &finder : nullptr)
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
  if (!options.text.empty()) {
    answer_one(options.text, options, finder, policy, now);
    return 0;
  }
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) answer_one(line, options, finder, policy, now);
  return 0;
}

}  // namespace bot
