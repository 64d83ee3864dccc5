#include "handlers/gatherings/invitations.hpp"

#include "handlers/contacts.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/mailing.hpp"
#include "handlers/gatherings/status.hpp"
#include "handlers/gatherings/which_gathering.hpp"

namespace handlers {
namespace {

using store::AnswerState;
using store::CopyKind;

constexpr int shown_again_max = 10;

Make card_of(const Mailing& mailing, const store::Invitation& invitation) {
  const auto place = place_in_queue(invitation, mailing.database());
  return [&mailing, &invitation, place](const Context& context) -> std::vector<Section> {
    return {invitation_card(mailing.gathering, mailing.network, invitation, place, context)};
  };
}

bool is_wanted(const store::Invitation& invitation) {
  return invitation.state != AnswerState::removed && invitation.approval != store::Approval::left_out;
}

/// Each person gets one, whatever happens: who has one already is left alone, and so is the host.
void send_once(const Mailing& mailing, const store::Invitation& invitation) {
  const auto person = mailing.context.catalogue().person_by_id(invitation.person);
  if (is_wanted(invitation) && !hosts(mailing.gathering, mailing.network, invitation.person) &&
      works_here(person, mailing.context) &&
      !store::latest_copy(mailing.database(), mailing.gathering.id, invitation.person,
                          CopyKind::invitation)) {
    mail(mailing, invitation.person, CopyKind::invitation, card_of(mailing, invitation));
  }
}

}  // namespace

void count_host_in(const store::Gathering& gathering, const store::Network& network,
                   store::Transaction& transaction, store::Instant now) {
  if (hosts(gathering, network, gathering.organizer)) {
    store::answer_invitation(transaction, gathering.id, gathering.organizer, AnswerState::accepted, now);
  }
}

Sections send_invitations(const store::Gathering& gathering, const store::Network& network, Outcome& outcome,
                          const Services& services, const Context& context, store::Instant now) {
  const Mailing mailing{gathering, network, outcome, services, context, now};
  count_host_in(gathering, network, services.transaction, now);
  for (const auto& invitation : store::invitations_of(mailing.database(), gathering.id)) {
    send_once(mailing, invitation);
  }
  post(mailing, CopyKind::invitation, channel_post(mailing));
  plan_reminders(gathering, network, services.transaction, context, now);
  return status_after_sending(mailing);
}

void send_invitation(const store::Gathering& gathering, const store::Network& network, std::int64_t person,
                     Outcome& outcome, const Services& services, const Context& context, store::Instant now) {
  const Mailing mailing{gathering, network, outcome, services, context, now};
  const auto invitation = store::find_invitation(mailing.database(), gathering.id, person);
  if (invitation && works_here(context.catalogue().person_by_id(person), context)) {
    mail(mailing, person, CopyKind::invitation, card_of(mailing, *invitation));
  }
}

void show_open_invitations(std::int64_t person, bool anew, Outcome& outcome, const Services& services,
                           const Context& context, store::Instant now) {
  auto& database = services.transaction.database();
  int shown = 0;
  for (const auto& invitation : store::invitations_of_person(database, person, now)) {
    const auto at_hand = load_at_hand(invitation.gathering, database);
    const auto copy = store::latest_copy(database, invitation.gathering, person, CopyKind::invitation);
    const bool on_its_way = copy && copy->state == store::CopyState::waiting;
    const bool here = copy && !anew &&
                      (copy->state == store::CopyState::sent || copy->state == store::CopyState::uncertain);
    const bool open = is_wanted(invitation) && invitation.state != AnswerState::declined;
    if (!open || !at_hand || at_hand->gathering.starts <= now || on_its_way || here ||
        ++shown > shown_again_max) {
      continue;
    }
    const Mailing mailing{at_hand->gathering, at_hand->network, outcome, services, context, now};
    mail(mailing, person, CopyKind::invitation, card_of(mailing, invitation));
  }
}

void tell_promoted(const store::Gathering& gathering, const store::Network& network,
                   const std::vector<std::int64_t>& people, Outcome& outcome, const Services& services,
                   const Context& context, store::Instant now) {
  const Mailing mailing{gathering, network, outcome, services, context, now};
  for (const auto person : people) {
    const auto invitation = store::find_invitation(mailing.database(), gathering.id, person);
    if (!invitation || !works_here(context.catalogue().person_by_id(person), context)) {
      continue;
    }
    mail_edit(mailing, person, CopyKind::invitation, card_of(mailing, *invitation));
    mail(mailing, person, CopyKind::notice, [&](const Context& there) -> std::vector<Section> {
      OfferSection news{
          {there.texts.say("invite.promoted", {{"title", gathering_title(gathering, network, there)}}),
           full_when(gathering, there), own_answer(*invitation, 0, there)},
          answer_offers(*invitation, there)};
      return {std::move(news)};
    });
  }
}

}  // namespace handlers
