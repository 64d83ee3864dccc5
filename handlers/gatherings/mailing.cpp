#include "handlers/gatherings/mailing.hpp"

#include "handlers/contacts.hpp"
#include "handlers/delivery.hpp"
#include "handlers/reply.hpp"
#include "handlers/subjects.hpp"
#include "handlers/time/zone.hpp"
#include "store/reminders.hpp"

namespace handlers {
namespace {

using store::no_index;

/// People are written to in their own language, channels and groups in that of whoever planned the gathering.
Context there(const store::ConversationReference& chat, const Mailing& mailing) {
  const auto& language = chat.type == "personal" ? chat.language : mailing.gathering.language;
  return elsewhere(mailing.context, language_of_code(language), chat, mailing.outcome.notices.size() + 1);
}

std::optional<store::ConversationReference> channel_of(const Mailing& mailing) {
  const auto& network = mailing.network;
  return network.channel.empty()
             ? std::nullopt
             : store::find_conversation(mailing.database(), network.tenant, network.channel);
}

}  // namespace

void mail(const Mailing& mailing, std::int64_t person, store::CopyKind kind, const Make& make) {
  const auto index = mailing.context.catalogue().person_by_id(person);
  auto to = index == no_index
                ? std::nullopt
                : address_of(index, mailing.gathering.tenant, mailing.database(), mailing.context);
  Reply reply;
  if (to) {
    const auto context = there(*to, mailing);
    reply = make_reply(make(context), context);
  }
  send_copy_to(std::move(to), mailing.outcome, {mailing.gathering.id, person, kind}, std::move(reply),
               mailing.services.transaction, mailing.now);
}

void mail_edit(const Mailing& mailing, std::int64_t person, store::CopyKind kind, const Make& make) {
  const auto copy = store::latest_copy(mailing.database(), mailing.gathering.id, person, kind);
  const auto to =
      copy ? place_of(*copy, mailing.gathering.tenant, mailing.database(), mailing.context) : std::nullopt;
  if (!to) {
    return;
  }
  const auto context = there(*to, mailing);
  edit_copy(mailing.outcome, {mailing.gathering.id, person, kind}, mailing.gathering.tenant,
            make_reply(make(context), context), true, mailing.services.transaction, mailing.context,
            mailing.now);
}

void post(const Mailing& mailing, store::CopyKind kind, const Make& make) {
  if (const auto to = channel_of(mailing)) {
    const auto context = there(*to, mailing);
    post_to_channel(mailing.outcome, mailing.network, {mailing.gathering.id, 0, kind},
                    make_reply(make(context), context), mailing.database());
  }
}

bool tell_person(store::PersonIndex person, const std::string& tenant, Outcome& outcome,
                 const Services& services, const Context& context, const Make& make) {
  auto& database = services.transaction.database();
  auto to = person == no_index ? std::nullopt : address_of(person, tenant, database, context);
  if (!to) {
    return false;
  }
  const auto there = elsewhere(context, language_of_code(to->language), *to, outcome.notices.size() + 1);
  outcome.notices.push_back({std::move(*to), make_reply(make(there), there)});
  outcome.changed_data = true;
  return true;
}

bool works_here(store::PersonIndex person, const Context& context) {
  return person != no_index && !has_left(context.catalogue().person(person), context.today);
}

bool is_muted(store::PersonIndex person, const std::string& topic, store::Database& database,
              const Context& context, store::Instant now) {
  const auto subject = subject_of(person, context.catalogue());
  return !subject.empty() && store::is_muted(database, subject, topic, now);
}

std::string topic_of(const store::Network& network) {
  return "network:" + std::to_string(network.id);
}

Context context_at(store::Instant now, const Services& services, std::string_view seed) {
  return {services.finder,
          services.policy,
          Texts::in(Language::danish),
          local_day(now, services.policy.zone),
          Scope::personal,
          std::string(seed) + std::to_string(now.time_since_epoch().count())};
}

}  // namespace handlers
