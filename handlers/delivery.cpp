#include "handlers/delivery.hpp"

#include "handlers/contacts.hpp"
#include "handlers/owners.hpp"

namespace handlers {
namespace {

using store::no_index;

constexpr const char* unknown_person = "unknown_person";

}  // namespace

std::optional<store::ConversationReference> address_of(store::PersonIndex index, const std::string& tenant,
                                                       store::Database& database, const Context& context) {
  if (auto chat = chat_with(index, tenant, database, context)) {
    return chat;
  }
  const auto& person = context.catalogue().person(index);
  const std::string entra_id(person.entra_id);
  if (entra_id.empty() || store::was_removed_by(database, tenant, entra_id, std::string(person.email))) {
    return std::nullopt;
  }
  auto way = store::way_into(database, tenant);
  if (way) {
    way->user_entra_id = entra_id;
    way->user_email = std::string(person.email);
  }
  return way;
}

std::optional<store::ConversationReference> place_of(const store::MessageCopy& copy,
                                                     const std::string& tenant, store::Database& database,
                                                     const Context& context) {
  if (!copy.conversation.empty()) {
    return store::find_conversation(database, copy.tenant, copy.conversation);
  }
  const auto person = context.catalogue().person_by_id(copy.of.person);
  return person == no_index ? std::nullopt : address_of(person, tenant, database, context);
}

void send_copy_to(std::optional<store::ConversationReference> to, Outcome& outcome, const store::CopyOf& of,
                  Reply reply, store::Transaction& transaction, store::Instant now) {
  outcome.changed_data = true;
  if (!to) {
    store::add_copy(transaction, of, 0, unknown_person, now);
    return;
  }
  reply.copy = of;
  outcome.notices.push_back({std::move(*to), std::move(reply)});
}

void send_copy(Outcome& outcome, const store::CopyOf& of, const std::string& tenant, Reply reply,
               store::Transaction& transaction, const Context& context, store::Instant now) {
  const auto person = context.catalogue().person_by_id(of.person);
  auto to = person == no_index ? std::nullopt : address_of(person, tenant, transaction.database(), context);
  send_copy_to(std::move(to), outcome, of, std::move(reply), transaction, now);
}

void edit_copy(Outcome& outcome, const store::CopyOf& of, const std::string& tenant, Reply reply,
               bool only_edit, store::Transaction& transaction, const Context& context, store::Instant now) {
  auto& database = transaction.database();
  const auto copy = store::latest_copy(database, of.gathering, of.person, of.kind);
  const bool waits = copy && copy->state == store::CopyState::waiting;
  const bool known = copy && copy->state == store::CopyState::sent && !copy->activity.empty();
  if (waits || known) {
    if (auto to = place_of(*copy, tenant, database, context)) {
      reply.copy = of;
      reply.update_activity = copy->activity;
      outcome.notices.push_back({std::move(*to), std::move(reply), waits ? copy->outbox : 0});
      outcome.changed_data = true;
    }
  } else if (!only_edit) {
    send_copy(outcome, of, tenant, std::move(reply), transaction, context, now);
  }
}

}  // namespace handlers
