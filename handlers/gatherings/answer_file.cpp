#include "handlers/gatherings/answer_file.hpp"

#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/public_link.hpp"
#include "store/answer_files.hpp"
#include "store/csv_record.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::AnswerState;
using store::no_index;

std::string_view word_for(const store::Invitation& invitation) {
  switch (invitation.state) {
    case AnswerState::accepted:
      return invitation.reconfirm ? "csv.accepted_before" : "csv.accepted";
    case AnswerState::tentative:
      return invitation.reconfirm ? "csv.tentative_before" : "csv.tentative";
    case AnswerState::declined:
      return "csv.declined";
    case AnswerState::waiting:
      return "csv.waiting";
    case AnswerState::invited:
    case AnswerState::removed:
      break;
  }
  return "csv.silent";
}

/// One record for each who is invited, by name: an order that says nothing about anybody.
std::vector<std::string> records(const store::Gathering& gathering, store::Database& database,
                                 const Context& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& invitation : store::invitations_of(database, gathering.id)) {
    const auto index = context.catalogue().person_by_id(invitation.person);
    if (index == no_index || invitation.state == AnswerState::removed ||
        invitation.approval == store::Approval::left_out) {
      continue;
    }
    const auto& person = context.catalogue().person(index);
    rows.push_back({std::string(person.name), std::string(person.email),
                    person.unit == no_index ? "" : std::string(context.catalogue().unit(person.unit).name),
                    context.texts.say(word_for(invitation))});
  }
  std::sort(rows.begin(), rows.end());
  std::vector<std::string> written{store::csv_record(context.texts.list("csv.columns"))};
  std::transform(rows.begin(), rows.end(), std::back_inserter(written), store::csv_record);
  return written;
}

}  // namespace

Sections answer_file(const GatheringAtHand& at_hand, const Acting& acting) {
  const auto& context = acting.context;
  const auto& gathering = at_hand.gathering;
  OfferSection card{{gathering_title(gathering, at_hand.network, context), full_when(gathering, context)},
                    {}};
  if (context.policy.public_url.empty()) {
    card.lines.push_back(context.texts.say("csv.rows"));
    TextSection rows;
    for (auto& record : records(gathering, acting.database(), context)) {
      record.erase(record.find_last_not_of("\r\n") + 1);
      rows.lines.push_back(std::move(record));
    }
    return {std::move(card), std::move(rows)};
  }
  const auto token = store::make_answer_file(acting.transaction(),
                                             {gathering.id, std::string(code_of(context.texts.language()))},
                                             acting.turn.now + answer_file_life, acting.turn.now);
  card.lines.push_back(
      context.texts.say("csv.link", {{"minutes", std::to_string(answer_file_life.count())}}));
  card.links.push_back(
      {context.texts.say("csv.fetch"), public_link(context.policy, answer_file_path, token, ".csv")});
  return {std::move(card)};
}

std::optional<std::string> fetch_answer_file(const std::string& token, store::Instant now,
                                             const Services& services) {
  auto& database = services.transaction.database();
  const auto file = store::find_answer_file(database, token, now);
  const auto gathering = file ? store::find_gathering(database, file->gathering) : std::nullopt;
  if (!gathering) {
    return std::nullopt;
  }
  const auto context = in_language(language_of_code(file->language), context_at(now, services, ""));
  std::string text(store::csv_beginning);
  for (const auto& record : records(*gathering, database, context)) {
    text += record;
  }
  return text;
}

}  // namespace handlers
