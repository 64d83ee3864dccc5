#include "handlers/gatherings/mailing.hpp"

#include "handlers/delivery.hpp"
#include "handlers/reply.hpp"

namespace handlers {
namespace {

using store::no_index;

Context there(const store::ConversationReference& chat, const Mailing& mailing) {
  return elsewhere(mailing.context, language_for(chat, mailing.database(), mailing.now), chat,
                   mailing.outcome.notices.size() + 1);
}

std::optional<store::ConversationReference> channel_of(const Mailing& mailing) {
  const auto& network = mailing.network;
  return network.channel.empty()
             ? std::nullopt
             : store::find_conversation(mailing.database(), network.tenant, network.channel);
}

/// Where the latest copy is or goes.
std::optional<store::ConversationReference> place_of(const store::MessageCopy& copy, const Mailing& mailing) {
  if (!copy.conversation.empty()) {
    return store::find_conversation(mailing.database(), copy.tenant, copy.conversation);
  }
  const auto person = mailing.context.catalogue().person_by_id(copy.of.person);
  return person == no_index
             ? std::nullopt
             : address_of(person, mailing.gathering.tenant, mailing.database(), mailing.context);
}

/// Channels and groups are written to in the language of whoever planned the gathering.
Context shared(const store::ConversationReference& chat, const Mailing& mailing) {
  const auto language = mailing.gathering.language == "en" ? Language::english : Language::danish;
  return elsewhere(mailing.context, language, chat, mailing.outcome.notices.size() + 1);
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
  const auto to = copy ? place_of(*copy, mailing) : std::nullopt;
  if (!to) {
    return;
  }
  const bool of_status = kind == store::CopyKind::status;
  const auto context = person == 0 || of_status ? shared(*to, mailing) : there(*to, mailing);
  edit_copy(mailing.outcome, {mailing.gathering.id, person, kind}, mailing.gathering.tenant,
            make_reply(make(context), context), true, mailing.services.transaction, mailing.context,
            mailing.now);
}

void post(const Mailing& mailing, store::CopyKind kind, const Make& make) {
  if (const auto to = channel_of(mailing)) {
    const auto context = shared(*to, mailing);
    post_to_channel(mailing.outcome, mailing.network, {mailing.gathering.id, 0, kind},
                    make_reply(make(context), context), mailing.database());
  }
}

std::string topic_of(const store::Network& network) {
  return "network:" + std::to_string(network.id);
}

}  // namespace handlers
