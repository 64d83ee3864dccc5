#include "store/invitations.hpp"

#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

using enum AnswerState;
using Kind = Answered::Kind;
using Ids = std::vector<std::int64_t>;
using std::chrono::hours;

/// An invited gathering with everybody invited.
struct Party : tests::World {
  explicit Party(int capacity = 0) : gathering(add(GatheringState::invited, 10, capacity)) {
    for (const auto person : people) invite(*transaction, gathering.id, person, "member");
  }
  Answered say(int number, AnswerState answer, hours later = hours{0}) {
    return answer_invitation(*transaction, gathering.id, person(number), answer, now + later);
  }
  std::int64_t person(int number) const { return people[static_cast<std::size_t>(number)]; }
  Invitation of(int number) { return find_invitation(database, gathering.id, person(number)).value(); }
  AnswerState state(int number) { return of(number).state; }
  Ids waiting() {
    auto all = invitations_of(database, gathering.id);
    std::erase_if(all, [](const Invitation& invitation) { return invitation.state != AnswerState::waiting; });
    std::sort(all.begin(), all.end(),
              [](const Invitation& a, const Invitation& b) { return a.queue < b.queue; });
    Ids ids;
    for (const auto& invitation : all) ids.push_back(invitation.person);
    return ids;
  }
  void change(const std::function<void(Gathering&)>& edit) {
    gathering = find_gathering(database, gathering.id).value();
    edit(gathering);
    REQUIRE(update_gathering(*transaction, gathering, now));
  }
  void set_capacity(int capacity) {
    change([&](Gathering& changed) { changed.capacity = capacity; });
  }

  Gathering gathering;
};

}  // namespace

TEST_CASE("invitations: one for each pair, with its reason and a token that leads to it") {
  tests::World w;
  const auto gathering = w.add(GatheringState::draft);
  CHECK(invite(*w.transaction, gathering.id, w.people[1], "rule"));
  CHECK_FALSE(invite(*w.transaction, gathering.id, w.people[1], "member"));
  CHECK(invite(*w.transaction, gathering.id, w.people[0], "coordinator"));
  w.reopen();
  const auto all = invitations_of(w.database, gathering.id);
  REQUIRE(all.size() == 2);
  CHECK(all[1].gathering == gathering.id);
  CHECK(all[1].person == w.people[1]);
  CHECK(all[1].state == invited);
  CHECK(all[1].reason == "rule");
  CHECK_FALSE(all[1].answered);
  CHECK_FALSE(all[1].nudged);
  CHECK(all[1].approval == Approval::none);
  CHECK(all[1].token.size() == 32);
  CHECK(all[1].token != all[0].token);
  CHECK(find_invitation(w.database, all[1].token)->person == w.people[1]);
  CHECK_FALSE(find_invitation(w.database, std::string()));
  CHECK_FALSE(find_invitation(w.database, gathering.id, w.people[2]));
}

TEST_CASE("invitations: nobody is invited to what is off, and nobody who is not there") {
  tests::World w;
  for (const auto state : {GatheringState::cancelled, GatheringState::dropped})
    CHECK_FALSE(invite(*w.transaction, w.add(state).id, w.people[1], ""));
  const auto gathering = w.add(GatheringState::invited);
  CHECK_FALSE(invite(*w.transaction, gathering.id, 999, ""));
  CHECK_FALSE(invite(*w.transaction, 999, w.people[1], ""));
}

TEST_CASE("invitations: whoever was removed starts anew, with the same calendar link") {
  Party p;
  const auto token = p.of(1).token;
  p.say(1, accepted);
  mark_nudged(*p.transaction, p.gathering.id, p.person(1), p.now);
  set_approval(*p.transaction, p.gathering.id, p.person(1), Approval::approved);
  remove_invitation(*p.transaction, p.gathering.id, p.person(1), p.now);
  CHECK(p.state(1) == removed);
  CHECK(p.say(1, accepted).kind == Kind::not_invited);
  CHECK(invite(*p.transaction, p.gathering.id, p.person(1), "added"));
  const auto again = p.of(1);
  CHECK(again.state == invited);
  CHECK(again.reason == "added");
  CHECK_FALSE(again.answered);
  CHECK_FALSE(again.nudged);
  CHECK(again.approval == Approval::none);
  CHECK(again.token == token);
  CHECK(p.say(1, accepted).kind == Kind::done);
}

TEST_CASE("invitations: somebody's own, by time, without what is over, off, or taken back") {
  Party p;
  const auto add = [&](GatheringState state, int days) {
    const auto gathering = p.add(state, days);
    invite(*p.transaction, gathering.id, p.person(1), "");
    return gathering.id;
  };
  const auto later = add(GatheringState::invited, 20), sooner = add(GatheringState::invited, 1);
  for (const auto state : {GatheringState::draft, GatheringState::planned}) add(state, 3);
  add(GatheringState::invited, -1);
  change_state(*p.transaction, add(GatheringState::invited, 5), GatheringState::cancelled, p.now);
  remove_invitation(*p.transaction, add(GatheringState::invited, 6), p.person(1), p.now);
  set_approval(*p.transaction, add(GatheringState::invited, 7), p.person(1), Approval::left_out);
  Ids gatherings;
  for (const auto& invitation : invitations_of_person(p.database, p.person(1), p.now))
    gatherings.push_back(invitation.gathering);
  CHECK(gatherings == Ids{sooner, p.gathering.id, later});
}

TEST_CASE("invitations: every answer can follow every other") {
  Party p;
  for (const auto first : {accepted, declined, tentative})
    for (const auto second : {accepted, declined, tentative}) {
      p.say(1, first);
      const auto result = p.say(1, second, hours{1});
      CHECK(result.kind == (first == second ? Kind::unchanged : Kind::done));
      CHECK(result.state == second);
      CHECK(p.state(1) == second);
      CHECK(p.of(1).answered == p.now + hours{first == second ? 0 : 1});
      CHECK_FALSE(result.late);
    }
}

TEST_CASE("invitations: only invited people answer, and only what they were invited to") {
  Party p;
  CHECK(answer_invitation(*p.transaction, 999, p.person(1), accepted, p.now).kind == Kind::not_invited);
  CHECK(answer_invitation(*p.transaction, p.gathering.id, 999, accepted, p.now).kind == Kind::not_invited);
  for (const auto state : {GatheringState::draft, GatheringState::planned}) {
    const auto gathering = p.add(state);
    invite(*p.transaction, gathering.id, p.person(1), "");
    CHECK(answer_invitation(*p.transaction, gathering.id, p.person(1), accepted, p.now).kind ==
          Kind::not_invited);
  }
  set_approval(*p.transaction, p.gathering.id, p.person(2), Approval::left_out);
  CHECK(p.say(2, accepted).kind == Kind::not_invited);
  CHECK(p.state(2) == invited);
}

TEST_CASE("invitations: what is over or cancelled takes no answers") {
  Party p;
  p.say(1, accepted);
  CHECK(p.say(2, accepted, hours{24 * 10 + 1}).kind == Kind::done);  // it runs
  const auto over = p.say(1, declined, hours{24 * 10 + 2});
  CHECK(over.kind == Kind::over);
  CHECK(over.state == accepted);
  change_state(*p.transaction, p.gathering.id, GatheringState::cancelled, p.now);
  const auto cancelled = p.say(1, declined);
  CHECK(cancelled.kind == Kind::cancelled);
  CHECK(cancelled.state == accepted);
  CHECK(p.state(1) == accepted);
}

TEST_CASE("invitations: who says yes to a full gathering waits, in the order of asking") {
  Party p(2);
  CHECK(p.say(3, accepted).state == accepted);
  CHECK(p.say(2, accepted).state == accepted);
  const auto first = p.say(5, accepted);
  CHECK(first.kind == Kind::done);
  CHECK(first.state == waiting);
  CHECK(first.place_in_queue == 1);
  CHECK(p.say(4, accepted).place_in_queue == 2);
  CHECK(p.say(1, accepted).place_in_queue == 3);
  CHECK(p.waiting() == Ids{p.person(5), p.person(4), p.person(1)});
  const auto again = p.say(4, accepted);
  CHECK(again.kind == Kind::unchanged);
  CHECK(again.state == waiting);
  CHECK(again.place_in_queue == 2);
  CHECK(p.say(6, tentative).state == tentative);  // a maybe takes no place
}

TEST_CASE("invitations: a place that is given up goes to the first of the queue") {
  const auto giving_up = GENERATE(declined, tentative);
  Party p(1);
  p.say(1, accepted);
  p.say(3, accepted);
  p.say(2, accepted);
  const auto answered = p.say(1, giving_up);
  CHECK(answered.promoted == Ids{p.person(3)});
  CHECK(p.state(3) == accepted);
  CHECK(p.of(3).queue == 0);
  CHECK(p.waiting() == Ids{p.person(2)});
  const auto back = p.say(1, accepted);
  CHECK(back.state == waiting);
  CHECK(back.place_in_queue == 2);
  CHECK(back.promoted.empty());
}

TEST_CASE("invitations: who leaves the queue takes nobody's place") {
  Party p(1);
  p.say(1, accepted);
  for (const int number : {2, 3, 4}) p.say(number, accepted);
  CHECK(p.say(3, declined).promoted.empty());
  CHECK(p.say(2, tentative).promoted.empty());
  CHECK(p.waiting() == Ids{p.person(4)});
  CHECK(p.say(3, accepted).place_in_queue == 2);
}

TEST_CASE("invitations: more room, or none needed any more, promotes as many as fit") {
  Party p(1);
  for (int number = 1; number <= 5; ++number) p.say(number, accepted);
  CHECK(promote_waiting(*p.transaction, p.gathering.id, p.now).empty());
  p.set_capacity(3);
  CHECK(gatherings_with_room(p.database, p.now) == Ids{p.gathering.id});
  CHECK(promote_waiting(*p.transaction, p.gathering.id, p.now) == Ids{p.person(2), p.person(3)});
  CHECK(gatherings_with_room(p.database, p.now).empty());
  CHECK(promote_waiting(*p.transaction, p.gathering.id, p.now).empty());
  p.set_capacity(0);
  CHECK(promote_waiting(*p.transaction, p.gathering.id, p.now) == Ids{p.person(4), p.person(5)});
  CHECK(p.waiting().empty());
}

TEST_CASE("invitations: a smaller capacity takes no place away, and gives none until it is kept") {
  Party p(3);
  for (int number = 1; number <= 4; ++number) p.say(number, accepted);
  p.set_capacity(1);
  CHECK(promote_waiting(*p.transaction, p.gathering.id, p.now).empty());
  CHECK(p.say(1, declined).promoted.empty());
  CHECK(p.say(2, declined).promoted.empty());
  CHECK(p.say(3, declined).promoted == Ids{p.person(4)});
}

TEST_CASE("invitations: nobody overtakes the queue, also not while there is room for a moment") {
  Party p(1);
  p.say(1, accepted);
  p.say(2, accepted);
  p.set_capacity(2);
  const auto late = p.say(3, accepted);
  CHECK(late.state == waiting);
  CHECK(late.place_in_queue == 1);
  CHECK(late.promoted == Ids{p.person(2)});
  p.set_capacity(3);
  const auto insisting = p.say(3, accepted);
  CHECK(insisting.kind == Kind::done);
  CHECK(insisting.state == accepted);
  CHECK(insisting.promoted.empty());
}

TEST_CASE("invitations: removing somebody frees the place, once") {
  Party p(1);
  p.say(1, accepted);
  p.say(2, accepted);
  p.say(3, accepted);
  CHECK(remove_invitation(*p.transaction, p.gathering.id, p.person(2), p.now).empty());
  CHECK(remove_invitation(*p.transaction, p.gathering.id, p.person(1), p.now) == Ids{p.person(3)});
  CHECK(remove_invitation(*p.transaction, p.gathering.id, p.person(1), p.now).empty());
  CHECK(remove_invitation(*p.transaction, p.gathering.id, 999, p.now).empty());
  CHECK(p.state(3) == accepted);
}

TEST_CASE("invitations: nobody is promoted into what is over or cancelled") {
  Party p(1);
  p.say(1, accepted);
  p.say(2, accepted);
  p.set_capacity(2);
  CHECK(promote_waiting(*p.transaction, p.gathering.id, p.gathering.ends).empty());
  CHECK(gatherings_with_room(p.database, p.gathering.ends).empty());
  change_state(*p.transaction, p.gathering.id, GatheringState::cancelled, p.now);
  CHECK(promote_waiting(*p.transaction, p.gathering.id, p.now).empty());
  CHECK(remove_invitation(*p.transaction, p.gathering.id, p.person(1), p.now).empty());
  CHECK(gatherings_with_room(p.database, p.now).empty());
  CHECK(p.state(2) == waiting);
}

TEST_CASE("invitations: after the deadline answers count, and are late") {
  Party p(2);
  p.change([&](Gathering& changed) { changed.answer_by = p.now + hours{5}; });
  CHECK_FALSE(p.say(1, accepted, hours{5}).late);
  const auto with_room = p.say(2, accepted, hours{6});
  CHECK(with_room.kind == Kind::done);
  CHECK(with_room.state == accepted);
  CHECK(with_room.late);
  CHECK(p.of(2).late);
  CHECK_FALSE(p.of(1).late);
  const auto without = p.say(3, accepted, hours{6});
  CHECK(without.state == waiting);
  CHECK(without.late);
  const auto changed = p.say(1, declined, hours{7});
  CHECK(changed.kind == Kind::done);
  CHECK(changed.late);
  CHECK(changed.promoted == Ids{p.person(3)});
  CHECK_FALSE(p.say(2, declined, hours{4}).late);  // a clock that was set back
}

TEST_CASE("invitations: after a move yes and maybe are confirmed, no and waiting are asked anew") {
  Party p(1);
  p.say(0, accepted);
  p.say(1, tentative);
  p.say(2, declined);
  p.say(3, accepted);
  remove_invitation(*p.transaction, p.gathering.id, p.person(4), p.now);
  mark_nudged(*p.transaction, p.gathering.id, p.person(5), p.now);
  REQUIRE(p.state(3) == waiting);
  ask_again(*p.transaction, p.gathering.id);
  CHECK(p.state(0) == accepted);
  CHECK(p.of(0).reconfirm);
  CHECK(p.state(1) == tentative);
  CHECK(p.of(1).reconfirm);
  for (const int number : {2, 3}) {
    CHECK(p.state(number) == invited);
    CHECK_FALSE(p.of(number).reconfirm);
    CHECK_FALSE(p.of(number).answered);
  }
  CHECK(p.state(4) == removed);
  CHECK(p.state(5) == invited);
  CHECK(count_answers(p.database, p.gathering.id).reconfirm == 2);

  CHECK(p.say(3, accepted).state == waiting);  // the yes of before still holds the place
  CHECK(p.say(0, accepted).kind == Kind::done);
  CHECK_FALSE(p.of(0).reconfirm);
  CHECK(p.say(0, accepted).kind == Kind::unchanged);
  CHECK(p.say(1, tentative).kind == Kind::done);
  CHECK_FALSE(p.of(1).reconfirm);
  CHECK(count_answers(p.database, p.gathering.id).reconfirm == 0);
}

TEST_CASE("invitations: a yes from before the move can become a no, and gives its place") {
  Party p(1);
  p.say(0, accepted);
  ask_again(*p.transaction, p.gathering.id);
  p.say(1, accepted);
  CHECK(p.say(0, declined).promoted == Ids{p.person(1)});
  CHECK_FALSE(p.of(0).reconfirm);
}

TEST_CASE("invitations: approval and nudges are kept") {
  Party p;
  for (const auto approval : {Approval::asked, Approval::approved, Approval::left_out, Approval::none}) {
    set_approval(*p.transaction, p.gathering.id, p.person(1), approval);
    CHECK(p.of(1).approval == approval);
  }
  mark_nudged(*p.transaction, p.gathering.id, p.person(1), p.now);
  CHECK(p.of(1).nudged == p.now);
  CHECK_FALSE(p.of(2).nudged);
}

TEST_CASE("invitations: the counts are of those who are invited") {
  Party p(1);
  p.say(0, accepted);
  p.say(1, declined);
  p.say(2, tentative);
  p.say(3, accepted);
  remove_invitation(*p.transaction, p.gathering.id, p.person(4), p.now);
  set_approval(*p.transaction, p.gathering.id, p.person(5), Approval::left_out);
  const auto counts = count_answers(p.database, p.gathering.id);
  CHECK(counts.invited == 2);
  CHECK(counts.accepted == 1);
  CHECK(counts.declined == 1);
  CHECK(counts.tentative == 1);
  CHECK(counts.waiting == 1);
  CHECK(counts.reconfirm == 0);
  CHECK(count_answers(p.database, 999).invited == 0);
}

TEST_CASE("invitations: a place of somebody who is gone from the catalogue is found and given on") {
  Party p(1);
  p.say(7, accepted);
  p.say(1, accepted);
  p.say(0, accepted);
  p.transaction->commit();
  p.transaction.reset();
  tests::import_numbered_people(p.database, p.folder, 2);
  p.transaction.emplace(p.database);
  CHECK(gatherings_with_room(p.database, p.now) == Ids{p.gathering.id});
  CHECK(promote_waiting(*p.transaction, p.gathering.id, p.now) == Ids{p.person(1)});
  CHECK(p.waiting() == Ids{p.person(0)});
}
