#include "handlers/gatherings/guest_list.hpp"

#include "handlers/gatherings/planning.hpp"
#include "handlers/gatherings/planning_people.hpp"

#include <algorithm>
#include <charconv>

namespace handlers {

using store::AnswerState;
using store::GatheringState;

std::string write_guests(std::string_view word, std::int64_t gathering, const GuestIds& people) {
  std::string form = std::string(word) + " " + std::to_string(gathering);
  for (const auto person : people) {
    form += " " + std::to_string(person);
  }
  return form;
}

GuestForm read_guests(std::string_view text) {
  GuestForm form;
  form.word = text.substr(0, text.find(' '));
  text.remove_prefix(form.word.size());
  GuestIds numbers;
  while (!text.empty() && text.front() == ' ' && numbers.size() <= named_people_max) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    if (error != std::errc()) {
      break;
    }
    numbers.push_back(number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  if (!numbers.empty()) {
    form.gathering = numbers.front();
    form.people.assign(numbers.begin() + 1, numbers.end());
  }
  return form;
}

std::optional<store::Invitation> invitation_of(std::int64_t person, const GatheringAtHand& at_hand,
                                               const Acting& acting) {
  auto invitation = store::find_invitation(acting.database(), at_hand.gathering.id, person);
  return invitation && invitation->state != AnswerState::removed ? invitation : std::nullopt;
}

bool is_on_it(std::int64_t person, const GatheringAtHand& at_hand, const Acting& acting) {
  const auto invitation = invitation_of(person, at_hand, acting);
  return invitation && invitation->approval != store::Approval::left_out;
}

bool may_change_list(const GatheringAtHand& at_hand, const Acting& acting) {
  const bool holds =
      at_hand.gathering.state == GatheringState::draft || at_hand.gathering.state == GatheringState::invited;
  return holds && at_hand.gathering.ends > acting.turn.now &&
         may_change(at_hand.gathering, at_hand.network, acting);
}

Sections ask_which_list(const std::vector<GatheringAtHand>& meant, std::string_view word,
                        const GuestIds& people, const Acting& acting) {
  OfferSection question{{acting.context.texts.say("rsvp.which")}, {}};
  for (std::size_t i = 0; i < std::min(meant.size(), Shown::choices); ++i) {
    question.offers.push_back(yes_offer(write_guests(word, meant[i].gathering.id, people),
                                        title_and_when(meant[i], acting.context)));
  }
  return {std::move(question)};
}

}  // namespace handlers
