// Random histories of invitations against a model that is as simple as can be: a list of people in the order
// in which they asked for a place.
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>

using namespace store;

namespace {

/// REQUIRE for a million times: Catch2 is only bothered when it fails.
void must(bool holds, const char* what = "the store and the model differ") {
  if (!holds) FAIL(what);
}

using Ids = std::vector<std::int64_t>;
using std::chrono::hours;

/// What holds after each step, worked out from scratch.
struct Model {
  struct Guest {
    AnswerState state = AnswerState::invited;
    bool reconfirm = false;
    bool late = false;
    int promotions = 0;
    int joined_queue = 0;
  };
  GatheringState state = GatheringState::invited;
  int capacity = 0;
  Instant answer_by{};
  Instant ends{};
  std::map<std::int64_t, Guest> guests;
  Ids queue;

  int accepted() const {
    return static_cast<int>(std::count_if(guests.begin(), guests.end(), [](const auto& entry) {
      return entry.second.state == AnswerState::accepted;
    }));
  }
  bool takes_answers(Instant now) const { return state == GatheringState::invited && now < ends; }

  Ids fill() {
    Ids promoted;
    while (!queue.empty() && (capacity == 0 || accepted() < capacity)) {
      Guest& guest = guests.at(queue.front());
      guest.state = AnswerState::accepted;
      ++guest.promotions;
      promoted.push_back(queue.front());
      queue.erase(queue.begin());
    }
    return promoted;
  }
  void leave_queue(std::int64_t person) { std::erase(queue, person); }

  Ids answer(std::int64_t person, AnswerState said, Instant now) {
    Guest& guest = guests.at(person);
    const bool late = answer_by != Instant{} && now > answer_by;
    if (said == AnswerState::accepted) {
      if (guest.state != AnswerState::accepted && guest.state != AnswerState::waiting) {
        guest.state = AnswerState::waiting;
        guest.late = late;
        ++guest.joined_queue;
        queue.push_back(person);
      } else if (guest.state == AnswerState::accepted && guest.reconfirm) {
        guest.late = late;
      }
    } else if (guest.state != said || guest.reconfirm) {
      leave_queue(person);
      guest.state = said;
      guest.late = late;
    }
    guest.reconfirm = false;
    Ids promoted = fill();
    std::erase(promoted, person);
    return promoted;
  }
};

class History {
 public:
  History(tests::World& world, std::mt19937& random) : w_(world), random_(random), now_(w_.now) {
    model_.capacity = below(4);
    auto gathering = w_.sample(10, model_.capacity);
    gathering.state = GatheringState::invited;
    if (below(2) == 0) gathering.answer_by = w_.now + hours{below(300)};
    gathering = add_gathering(*w_.transaction, gathering, now_);
    id_ = gathering.id;
    model_.answer_by = gathering.answer_by;
    model_.ends = gathering.ends;
  }

  void step() {
    switch (below(16)) {
      case 0:
      case 1:
      case 2:
        return invite_somebody();
      case 3:
        return remove_somebody();
      case 4:
        return change_capacity();
      case 5:
        return move();
      case 6:
        if (below(6) == 0) return cancel();
        return pass_time();
      default:
        return answer();
    }
  }

  void check() {
    const auto invitations = invitations_of(w_.database, id_);
    must(invitations.size() == model_.guests.size());
    AnswerCounts counts;
    std::vector<std::pair<int, std::int64_t>> queue;
    for (const auto& invitation : invitations) {
      const auto& guest = model_.guests.at(invitation.person);
      must(invitation.state == guest.state && invitation.reconfirm == guest.reconfirm &&
           (guest.state == AnswerState::removed || invitation.late == guest.late));
      must(guest.promotions <= guest.joined_queue, "promoted more often than queued");
      if (guest.state == AnswerState::waiting) queue.emplace_back(invitation.queue, invitation.person);
      ++count_of(counts, guest.state);
      counts.reconfirm += guest.reconfirm ? 1 : 0;
    }
    std::sort(queue.begin(), queue.end());
    Ids order;
    for (const auto& [place, person] : queue) order.push_back(person);
    must(order == model_.queue);
    const auto counted = count_answers(w_.database, id_);
    must(std::tuple(counted.invited, counted.accepted, counted.declined, counted.tentative, counted.waiting,
                    counted.reconfirm) == std::tuple(counts.invited, counts.accepted, counts.declined,
                                                     counts.tentative, counts.waiting, counts.reconfirm));
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  std::int64_t somebody() {
    return w_.people[static_cast<std::size_t>(below(static_cast<int>(w_.people.size())))];
  }

  static int& count_of(AnswerCounts& counts, AnswerState state) {
    static int not_counted = 0;
    switch (state) {
      case AnswerState::invited:
        return counts.invited;
      case AnswerState::accepted:
        return counts.accepted;
      case AnswerState::declined:
        return counts.declined;
      case AnswerState::tentative:
        return counts.tentative;
      case AnswerState::waiting:
        return counts.waiting;
      case AnswerState::removed:
        break;
    }
    return not_counted;
  }

  void invite_somebody() {
    const auto person = somebody();
    const auto known = model_.guests.find(person);
    const bool expected = model_.state == GatheringState::invited &&
                          (known == model_.guests.end() || known->second.state == AnswerState::removed);
    must(invite(*w_.transaction, id_, person, "member") == expected);
    if (expected) model_.guests[person] = {};
  }

  void answer() {
    constexpr AnswerState answers[] = {AnswerState::accepted, AnswerState::accepted, AnswerState::declined,
                                       AnswerState::tentative};
    const auto person = somebody();
    const auto said = answers[below(4)];
    const auto result = answer_invitation(*w_.transaction, id_, person, said, now_);
    const auto known = model_.guests.find(person);
    if (known == model_.guests.end() || known->second.state == AnswerState::removed) {
      must(result.kind == Answered::Kind::not_invited);
      return;
    }
    if (!model_.takes_answers(now_)) {
      const bool cancelled = model_.state == GatheringState::cancelled;
      must(result.kind == (cancelled ? Answered::Kind::cancelled : Answered::Kind::over));
      return;
    }
    const auto before = known->second;
    const int accepted_before = model_.accepted();
    must(result.promoted == model_.answer(person, said, now_));
    const auto& guest = known->second;
    must(result.state == guest.state);
    const bool changed = before.state != guest.state || before.reconfirm;
    must((result.kind == Answered::Kind::done) == changed);
    const auto place = std::find(model_.queue.begin(), model_.queue.end(), person) - model_.queue.begin();
    must(result.place_in_queue == (guest.state == AnswerState::waiting ? place + 1 : 0));
    // Lowering a capacity leaves more than fit; giving places never does.
    if (model_.capacity > 0) must(model_.accepted() <= std::max(model_.capacity, accepted_before));
  }

  void remove_somebody() {
    const auto person = somebody();
    const auto promoted = remove_invitation(*w_.transaction, id_, person, now_);
    const auto known = model_.guests.find(person);
    if (known == model_.guests.end() || known->second.state == AnswerState::removed) {
      must(promoted.empty());
      return;
    }
    known->second.state = AnswerState::removed;
    known->second.reconfirm = false;
    model_.leave_queue(person);
    must(promoted == (model_.takes_answers(now_) ? model_.fill() : Ids{}));
  }

  void change_capacity() {
    auto gathering = find_gathering(w_.database, id_).value();
    gathering.capacity = below(5);
    must(update_gathering(*w_.transaction, gathering, now_) == (model_.state == GatheringState::invited));
    if (model_.state == GatheringState::invited) model_.capacity = gathering.capacity;
    must(promote_waiting(*w_.transaction, id_, now_) == (model_.takes_answers(now_) ? model_.fill() : Ids{}));
  }

  void move() {
    if (model_.state != GatheringState::invited) return;
    ask_again(*w_.transaction, id_);
    for (auto& [person, guest] : model_.guests) {
      if (guest.state == AnswerState::accepted || guest.state == AnswerState::tentative)
        guest.reconfirm = true;
      if (guest.state == AnswerState::declined || guest.state == AnswerState::waiting) {
        guest.state = AnswerState::invited;
        guest.late = false;
      }
    }
    model_.queue.clear();
  }

  void cancel() {
    const bool expected = model_.state == GatheringState::invited;
    must(change_state(*w_.transaction, id_, GatheringState::cancelled, now_) == expected);
    model_.state = GatheringState::cancelled;
  }

  void pass_time() { now_ += hours{below(40)}; }

  tests::World& w_;
  std::mt19937& random_;
  Instant now_;
  std::int64_t id_ = 0;
  Model model_;
};

}  // namespace

TEST_CASE("invitations: ten thousand random histories go as a simple model says, over restarts too") {
  constexpr int histories = 10'000, at_once = 10, steps_each = 20;
  tests::World world(6);
  std::mt19937 random(20260325);
  for (int done = 0; done < histories; done += at_once) {
    std::vector<History> running;
    for (int i = 0; i < at_once; ++i) running.emplace_back(world, random);
    for (int step = 0; step < at_once * steps_each; ++step) {
      auto& history = running[random() % at_once];
      history.step();
      history.check();
      if (random() % 4000 == 0) world.reopen();
    }
  }
  CHECK(find_gathering(world.database, histories));  // one for each
}
