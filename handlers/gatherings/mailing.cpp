#include "handlers/gatherings/mailing.hpp"

#include "handlers/delivery.hpp"
#include "handlers/reply.hpp"

namespace handlers {
namespace {

using store::no_index;

/// People are written to in their own language, channels and groups in that of whoever planned the gathering.
Context there(const store::ConversationReference& chat, const Mailing& mailing) {
  const auto& language = chat.type == "personal" ? chat.language : mailing.gathering.language;
  return elsewhere(mailing.context, language_of_code(language), chat, mailing.outcome.notices.size() + 1);
}

std::optional<store::ConversationReference> channel_of(const Mailing& mailing) {
  return store::find_conversation(mailing.database(), mailing.network.tenant, mailing.network.channel);
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

bool post(const Mailing& mailing, store::CopyKind kind, const Make& make) {
  if (mailing.network.channel.empty()) {
    return true;
  }
  auto to = channel_of(mailing);
  const bool known = to.has_value();
  Reply reply;
  if (to) {
    const auto context = there(*to, mailing);
    reply = make_reply(make(context), context);
  }
  send_copy_to(std::move(to), mailing.outcome, {mailing.gathering.id, 0, kind}, std::move(reply),
               mailing.services.transaction, mailing.now);
  return known;
}

std::string topic_of(const store::Network& network) {
  return "network:" + std::to_string(network.id);
}

}  // namespace handlers
