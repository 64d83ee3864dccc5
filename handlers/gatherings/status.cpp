#include "handlers/gatherings/status.hpp"

#include "handlers/cards/links.hpp"
#include "handlers/delivery.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::AnswerState;
using store::CopyKind;
using store::CopyState;
using store::no_index;

constexpr std::size_t names_max = 30;
constexpr std::size_t mailed_max = 20;  ///< addresses in one link: longer ones are cut by mail programs

struct DeliveryList {
  int total = 0;
  int sent = 0;
  int waiting = 0;
  std::vector<std::int64_t> not_reached;
  std::vector<std::int64_t> uncertain;
};

DeliveryList delivery_list(const store::Gathering& gathering, const std::vector<store::MessageCopy>& copies) {
  DeliveryList list;
  for (const auto& copy : copies) {
    if (copy.of.person == 0 || copy.of.gathering != gathering.id) {
      continue;  // the channel
    }
    ++list.total;
    switch (copy.state) {
      case CopyState::waiting:
        // The edit of a card that has arrived waits, not the card.
        (copy.activity.empty() ? list.waiting : list.sent) += 1;
        break;
      case CopyState::sent:
        ++list.sent;
        break;
      case CopyState::given_up:
      case CopyState::uncertain:
        if (!copy.activity.empty()) {
          ++list.sent;  // what failed is an edit of the card, which has arrived
        } else {
          (copy.state == CopyState::given_up ? list.not_reached : list.uncertain).push_back(copy.of.person);
        }
        break;
      case CopyState::withdrawn:
        --list.total;
        break;
    }
  }
  return list;
}

std::string count(int number) {
  return std::to_string(number);
}

std::string progress(const DeliveryList& list, const Texts& texts) {
  if (list.waiting > 0) {
    return texts.say("status.g_progress", {{"sent", count(list.sent)}, {"total", count(list.total)}});
  }
  return list.sent == list.total
             ? texts.say("status.g_sent_all", {{"total", count(list.total)}})
             : texts.say("status.g_sent", {{"sent", count(list.sent)}, {"total", count(list.total)}});
}

std::vector<std::int64_t> late_ones(std::int64_t gathering, store::Database& database) {
  std::vector<std::int64_t> late;
  for (const auto& invitation : store::invitations_of(database, gathering)) {
    if (invitation.late && invitation.state != AnswerState::removed) {
      late.push_back(invitation.person);
    }
  }
  return late;
}

/// The last that was meant for the channel did not get there.
bool channel_missed(std::int64_t gathering, store::Database& database) {
  std::optional<store::MessageCopy> last;
  for (const auto kind : {CopyKind::invitation, CopyKind::reminder, CopyKind::notice}) {
    auto copy = store::latest_copy(database, gathering, 0, kind);
    if (copy && (!last || copy->id > last->id)) {
      last = std::move(copy);
    }
  }
  return last && last->state == CopyState::given_up;
}

Offer about(const store::Gathering& gathering, cards::Verb verb, std::string title) {
  Offer offer{std::move(title), {}};
  offer.button.verb = verb;
  offer.button.item = gathering.id;
  return offer;
}

void add_names(OfferSection& card, const DeliveryList& list, const store::Gathering& gathering,
               const store::Network& network, store::Database& database, const Context& context) {
  const auto& texts = context.texts;
  if (!list.not_reached.empty()) {
    card.lines.push_back(
        texts.say("status.g_not_reached", {{"people", names_of(list.not_reached, context)}}));
    std::vector<std::string_view> addresses;
    for (const auto person : list.not_reached) {
      const auto index = context.catalogue().person_by_id(person);
      if (index != no_index && addresses.size() < mailed_max) {
        addresses.push_back(context.catalogue().person(index).email);
      }
    }
    const auto link = cards::mail_link(
        addresses, gathering_title(gathering, network, context) + ", " + full_when(gathering, context));
    if (!link.empty()) {
      card.links.push_back({texts.say("status.g_mail"), link});
    }
  }
  if (!list.uncertain.empty()) {
    card.lines.push_back(texts.say("status.g_uncertain", {{"people", names_of(list.uncertain, context)}}));
  }
  if (channel_missed(gathering.id, database)) {
    card.lines.push_back(texts.say("status.g_channel_missed"));
  }
  if (const auto late = late_ones(gathering.id, database); !late.empty()) {
    card.lines.push_back(texts.say("status.g_late", {{"people", names_of(late, context)}}));
  }
}

OfferSection status_card(const store::Gathering& gathering, const store::Network& network,
                         const DeliveryList& list, store::Database& database, const Context& context) {
  const auto& texts = context.texts;
  OfferSection card;
  card.copy = store::CopyOf{gathering.id, 0, CopyKind::status};
  card.struck = gathering.state == store::GatheringState::cancelled;
  card.lines = {gathering_title(gathering, network, context), full_when(gathering, context)};
  if (card.struck) {
    card.lines.push_back(texts.say("invite.cancelled"));
    return card;
  }
  card.lines.push_back(progress(list, texts));
  const auto counts = store::count_answers(database, gathering.id);
  card.lines.push_back(counts_in_words(counts, context));
  if (context.scope == Scope::personal) {
    add_names(card, list, gathering, network, database, context);
  }
  const bool somebody_missing = counts.invited + counts.reconfirm > 0;
  card.offers.push_back(about(gathering, cards::Verb::gathering_answers,
                              texts.say(somebody_missing ? "status.g_who" : "status.g_who_comes")));
  if (somebody_missing) {
    card.offers.back().button.about = about_missing;
    card.offers.push_back(about(gathering, cards::Verb::gathering_nudge, texts.say("status.g_nudge")));
  }
  return card;
}

}  // namespace

std::string names_of(const std::vector<std::int64_t>& people, const Context& context) {
  std::vector<std::string> names;
  std::size_t known = 0;
  for (const auto person : people) {
    const auto index = context.catalogue().person_by_id(person);
    if (index != no_index && ++known <= names_max) {
      names.push_back(person_name(context, index));
    }
  }
  if (known > names_max) {
    names.push_back(context.texts.say("status.g_more", {{"count", std::to_string(known - names_max)}}));
  }
  return joined(names, context.texts);
}

std::vector<store::Invitation> silent_ones(std::int64_t gathering, store::Database& database) {
  auto all = store::invitations_of(database, gathering);
  std::erase_if(all, [](const store::Invitation& invitation) {
    const bool again = invitation.reconfirm && invitation.state != AnswerState::removed;
    return invitation.approval == store::Approval::left_out ||
           (invitation.state != AnswerState::invited && !again);
  });
  return all;
}

std::string counts_in_words(const store::AnswerCounts& counts, const Context& context) {
  const auto& texts = context.texts;
  std::vector<std::string> parts;
  const auto add = [&](int number, std::string_view key, bool always) {
    if (number > 0 || always) {
      parts.push_back(texts.say(key, {{"count", count(number)}}));
    }
  };
  add(counts.accepted, "status.g_accepted", true);
  add(counts.declined, "status.g_declined", false);
  add(counts.tentative, "status.g_tentative", false);
  add(counts.waiting, "status.g_waiting", false);
  add(counts.reconfirm, "status.g_reconfirm", false);
  add(counts.invited, "status.g_silent", false);
  return joined(parts, texts) + ".";
}

Make channel_post(const Mailing& mailing) {
  return [&mailing](const Context& context) -> std::vector<Section> {
    const auto& gathering = mailing.gathering;
    OfferSection card;
    card.struck = gathering.state == store::GatheringState::cancelled;
    card.lines = {gathering_title(gathering, mailing.network, context), full_when(gathering, context)};
    card.lines.push_back(
        card.struck ? context.texts.say("invite.cancelled")
                    : counts_in_words(store::count_answers(mailing.database(), gathering.id), context));
    return {std::move(card)};
  };
}

std::vector<Section> status_sections(const store::Gathering& gathering, const store::Network& network,
                                     store::Database& database, const Context& context) {
  const auto list = delivery_list(gathering, store::copies_of(database, gathering.id, CopyKind::invitation));
  return {status_card(gathering, network, list, database, context)};
}

std::vector<Section> status_after_sending(const Mailing& mailing) {
  // What this outcome sends stands in the outbox only after it.
  auto list = delivery_list(mailing.gathering,
                            store::copies_of(mailing.database(), mailing.gathering.id, CopyKind::invitation));
  for (const auto& notice : mailing.outcome.notices) {
    const auto& copy = notice.reply.copy;
    if (copy && copy->gathering == mailing.gathering.id && copy->kind == CopyKind::invitation &&
        copy->person != 0) {
      ++list.total;
      ++list.waiting;
    }
  }
  return {status_card(mailing.gathering, mailing.network, list, mailing.database(), mailing.context)};
}

void refresh_card(const Mailing& mailing) {
  mail_edit(mailing, 0, CopyKind::status, [&](const Context& there) {
    return status_sections(mailing.gathering, mailing.network, mailing.database(), there);
  });
}

void refresh(const Mailing& mailing) {
  refresh_card(mailing);
  mail_edit(mailing, 0, CopyKind::invitation, channel_post(mailing));
}

}  // namespace handlers
