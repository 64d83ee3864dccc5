#include "store/invitations.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/sql.hpp"
#include "store/detail/token.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace store {

namespace {

using detail::sql;

// Nobody is invited to what is off. Whoever was taken out starts anew; the link to their calendar entry
// stays.
constexpr char insert[] = R"(
INSERT INTO invitations (gathering_id, person_id, reason, token)
SELECT g.id, p.id, :reason, :token FROM gatherings g, people p
WHERE g.id = :gathering AND p.id = :person AND g.state <> 'cancelled' AND g.state <> 'dropped'
ON CONFLICT (gathering_id, person_id) DO UPDATE
SET state = 'invited', reason = excluded.reason, queue = 0, reconfirm = 0, late = 0, answered_at = NULL, nudged_at = NULL,
    approval = ''
WHERE state = 'removed')";

constexpr char columns[] = R"(
SELECT i.gathering_id, i.person_id, i.state, i.reason, i.queue, i.reconfirm, i.late, i.answered_at, i.nudged_at,
       i.approval, i.token
FROM invitations i )";
constexpr auto of_gathering = sql(columns, "WHERE i.gathering_id = :gathering ORDER BY i.person_id");
constexpr auto one = sql(columns, "WHERE i.gathering_id = :gathering AND i.person_id = :person");
constexpr auto with_token = sql(columns, "WHERE i.token = :token");
constexpr auto of_person = sql(columns, R"(
JOIN gatherings g ON g.id = i.gathering_id
WHERE i.person_id = :person AND i.state <> 'removed' AND i.approval <> 'left_out' AND g.state = 'invited'
  AND g.ends_at > :from
ORDER BY g.starts_at, g.id)");

constexpr auto calendar = sql(columns, R"(
JOIN gatherings g ON g.id = i.gathering_id
WHERE i.person_id = :person AND i.state <> 'removed' AND i.approval <> 'left_out'
  AND (g.state = 'invited' OR g.state = 'cancelled') AND g.ends_at > :from
ORDER BY g.starts_at, g.id)");

constexpr char rules[] = "SELECT state, ends_at, answer_by FROM gatherings WHERE id = :gathering";

constexpr char answer[] = R"(
UPDATE invitations SET state = :state, queue = 0, reconfirm = 0, late = :late, answered_at = :now
WHERE gathering_id = :gathering AND person_id = :person)";

constexpr char join_queue[] = R"(
UPDATE invitations SET state = 'waiting', reconfirm = 0, late = :late, answered_at = :now,
  queue = (SELECT max(queue) FROM invitations WHERE gathering_id = :gathering) + 1
WHERE gathering_id = :gathering AND person_id = :person)";

constexpr char place_in_queue[] = R"(
SELECT count(*) FROM invitations WHERE gathering_id = :gathering AND state = 'waiting'
  AND queue <= (SELECT queue FROM invitations WHERE gathering_id = :gathering AND person_id = :person))";

// max(): a capacity that was lowered takes nobody's place away; it only gives none.
constexpr char next_in_queue[] = R"(
SELECT person_id FROM invitations WHERE gathering_id = :gathering AND state = 'waiting'
ORDER BY queue LIMIT (
  SELECT iif(g.capacity = 0, -1, max(0, g.capacity - (SELECT count(*) FROM invitations
                                                      WHERE gathering_id = :gathering AND state = 'accepted')))
  FROM gatherings g WHERE g.id = :gathering))";

constexpr char give_place[] = R"(
UPDATE invitations SET state = 'accepted', queue = 0
WHERE gathering_id = :gathering AND person_id = :person AND state = 'waiting')";

constexpr char with_room[] = R"(
SELECT DISTINCT g.id FROM invitations w JOIN gatherings g ON g.id = w.gathering_id
WHERE w.state = 'waiting' AND g.ends_at > :now AND g.state = 'invited'
  AND (g.capacity = 0 OR g.capacity > (SELECT count(*) FROM invitations WHERE gathering_id = g.id AND state = 'accepted'))
ORDER BY g.starts_at, g.id)";

constexpr char remove[] = R"(
UPDATE invitations SET state = 'removed', queue = 0, reconfirm = 0
WHERE gathering_id = :gathering AND person_id = :person AND state <> 'removed')";

constexpr char confirm_anew[] = R"(
UPDATE invitations SET reconfirm = 1, nudged_at = NULL
WHERE gathering_id = :gathering AND (state = 'accepted' OR state = 'tentative'))";
constexpr char invite_anew[] = R"(
UPDATE invitations SET state = 'invited', queue = 0, late = 0, answered_at = NULL, nudged_at = NULL
WHERE gathering_id = :gathering AND (state = 'declined' OR state = 'waiting'))";

constexpr char approve[] = R"(
UPDATE invitations SET approval = :approval WHERE gathering_id = :gathering AND person_id = :person)";
constexpr char nudge[] = R"(
UPDATE invitations SET nudged_at = :now WHERE gathering_id = :gathering AND person_id = :person)";

constexpr char counts[] = R"(
SELECT count(*) FILTER (WHERE state = 'invited'), count(*) FILTER (WHERE state = 'accepted'),
       count(*) FILTER (WHERE state = 'declined'), count(*) FILTER (WHERE state = 'tentative'),
       count(*) FILTER (WHERE state = 'waiting'),
       count(*) FILTER (WHERE reconfirm AND (state = 'accepted' OR state = 'tentative'))
FROM invitations WHERE gathering_id = :gathering AND approval <> 'left_out')";

const char* word(AnswerState state) {
  switch (state) {
    case AnswerState::invited:
      return "invited";
    case AnswerState::accepted:
      return "accepted";
    case AnswerState::declined:
      return "declined";
    case AnswerState::tentative:
      return "tentative";
    case AnswerState::waiting:
      return "waiting";
    case AnswerState::removed:
      return "removed";
  }
  assert(false);
  return "";
}

AnswerState answer_of(std::string_view text) {
  for (const auto state : {AnswerState::invited, AnswerState::accepted, AnswerState::declined,
                           AnswerState::tentative, AnswerState::waiting})
    if (text == word(state)) return state;
  return AnswerState::removed;
}

const char* word(Approval approval) {
  switch (approval) {
    case Approval::none:
      return "";
    case Approval::asked:
      return "asked";
    case Approval::approved:
      return "approved";
    case Approval::left_out:
      return "left_out";
  }
  assert(false);
  return "";
}

Approval approval_of(std::string_view text) {
  for (const auto approval : {Approval::none, Approval::asked, Approval::approved})
    if (text == word(approval)) return approval;
  return Approval::left_out;
}

Invitation read(const detail::Query& row) {
  return {.gathering = row.integer(0),
          .person = row.integer(1),
          .state = answer_of(row.view(2)),
          .reason = row.text(3),
          .queue = static_cast<int>(row.integer(4)),
          .reconfirm = row.integer(5) != 0,
          .late = row.integer(6) != 0,
          .answered = row.optional_instant(7),
          .nudged = row.optional_instant(8),
          .approval = approval_of(row.view(9)),
          .token = row.text(10)};
}

std::optional<Invitation> read_one(detail::Query& query) {
  return query.step() ? std::optional(read(query)) : std::nullopt;
}

std::vector<Invitation> read_all(detail::Query& query) {
  std::vector<Invitation> invitations;
  while (query.step()) invitations.push_back(read(query));
  return invitations;
}

/// The first of the queue get what places there are; the gathering takes answers.
std::vector<std::int64_t> give_places(detail::Connection& connection, std::int64_t gathering) {
  std::vector<std::int64_t> promoted;
  {
    detail::Query next(connection, next_in_queue);
    next.bind(":gathering", gathering);
    while (next.step()) promoted.push_back(next.integer(0));
  }
  for (const std::int64_t person : promoted)
    detail::Query(connection, give_place).bind(":gathering", gathering).bind(":person", person).run();
  return promoted;
}

int queue_place(detail::Connection& connection, std::int64_t gathering, std::int64_t person) {
  detail::Query query(connection, place_in_queue);
  query.bind(":gathering", gathering).bind(":person", person).step();
  return static_cast<int>(query.integer(0));
}

/// Whether a gathering takes answers now, and whether they are late.
struct Rules {
  Answered::Kind kind = Answered::Kind::not_invited;
  bool late = false;
};

Rules rules_of(detail::Connection& connection, std::int64_t gathering, Instant now) {
  detail::Query query(connection, rules);
  if (!query.bind(":gathering", gathering).step()) return {};
  const std::string_view state = query.view(0);
  if (state == "cancelled" || state == "dropped") return {Answered::Kind::cancelled};
  if (state != "invited") return {};
  if (query.instant(1) <= now) return {Answered::Kind::over};
  const Instant answer_by = query.instant(2);
  return {Answered::Kind::done, answer_by != Instant{} && now > answer_by};
}

}  // namespace

bool invite(Transaction& transaction, std::int64_t gathering, std::int64_t person,
            const std::string& reason) {
  const std::string token = detail::random_token();
  detail::Query query(transaction.database().connection(), insert);
  query.bind(":gathering", gathering).bind(":person", person).bind(":reason", reason);
  return query.bind(":token", token).run() > 0;
}

std::vector<Invitation> invitations_of(Database& database, std::int64_t gathering) {
  detail::Query query(database.connection(), of_gathering.data());
  query.bind(":gathering", gathering);
  return read_all(query);
}

std::optional<Invitation> find_invitation(Database& database, std::int64_t gathering, std::int64_t person) {
  detail::Query query(database.connection(), one.data());
  query.bind(":gathering", gathering).bind(":person", person);
  return read_one(query);
}

std::optional<Invitation> find_invitation(Database& database, const std::string& token) {
  detail::Query query(database.connection(), with_token.data());
  query.bind(":token", token);
  return read_one(query);
}

std::vector<Invitation> invitations_of_person(Database& database, std::int64_t person, Instant from) {
  detail::Query query(database.connection(), of_person.data());
  query.bind(":person", person).bind(":from", from);
  return read_all(query);
}

std::vector<Invitation> calendar_of_person(Database& database, std::int64_t person, Instant from) {
  detail::Query query(database.connection(), calendar.data());
  query.bind(":person", person).bind(":from", from);
  return read_all(query);
}

Answered answer_invitation(Transaction& transaction, std::int64_t gathering, std::int64_t person,
                           AnswerState said, Instant now) {
  assert(said == AnswerState::accepted || said == AnswerState::declined || said == AnswerState::tentative);
  auto& connection = transaction.database().connection();
  const auto before = find_invitation(transaction.database(), gathering, person);
  if (!before || before->state == AnswerState::removed || before->approval == Approval::left_out)
    return {.kind = Answered::Kind::not_invited};
  const Rules rules = rules_of(connection, gathering, now);
  Answered result{.kind = rules.kind, .state = before->state, .late = rules.late};
  if (rules.kind != Answered::Kind::done) return result;

  const bool waits = said == AnswerState::accepted && before->state == AnswerState::waiting;
  if (waits || (said == before->state && !before->reconfirm)) {
    result.kind = Answered::Kind::unchanged;
    result.late = before->late;
  } else {
    // Who wants a place goes through the queue, so that nobody overtakes those who stand there already.
    const bool queues = said == AnswerState::accepted && before->state != AnswerState::accepted;
    detail::Query query(connection, queues ? join_queue : answer);
    if (!queues) query.bind(":state", word(said));
    query.bind(":gathering", gathering).bind(":person", person).bind(":late", std::int64_t{rules.late});
    query.bind(":now", now).run();
  }
  result.promoted = give_places(connection, gathering);
  if (std::erase(result.promoted, person) > 0 && waits) result.kind = Answered::Kind::done;
  result.state = find_invitation(transaction.database(), gathering, person)->state;
  if (result.state == AnswerState::waiting)
    result.place_in_queue = queue_place(connection, gathering, person);
  return result;
}

std::vector<std::int64_t> promote_waiting(Transaction& transaction, std::int64_t gathering, Instant now) {
  auto& connection = transaction.database().connection();
  if (rules_of(connection, gathering, now).kind != Answered::Kind::done) return {};
  return give_places(connection, gathering);
}

std::vector<std::int64_t> gatherings_with_room(Database& database, Instant now) {
  detail::Query query(database.connection(), with_room);
  query.bind(":now", now);
  std::vector<std::int64_t> gatherings;
  while (query.step()) gatherings.push_back(query.integer(0));
  return gatherings;
}

std::vector<std::int64_t> remove_invitation(Transaction& transaction, std::int64_t gathering,
                                            std::int64_t person, Instant now) {
  detail::Query query(transaction.database().connection(), remove);
  if (query.bind(":gathering", gathering).bind(":person", person).run() == 0) return {};
  return promote_waiting(transaction, gathering, now);
}

void ask_again(Transaction& transaction, std::int64_t gathering) {
  auto& connection = transaction.database().connection();
  detail::Query(connection, confirm_anew).bind(":gathering", gathering).run();
  detail::Query(connection, invite_anew).bind(":gathering", gathering).run();
}

void set_approval(Transaction& transaction, std::int64_t gathering, std::int64_t person, Approval approval) {
  detail::Query query(transaction.database().connection(), approve);
  query.bind(":gathering", gathering).bind(":person", person).bind(":approval", word(approval)).run();
}

void mark_nudged(Transaction& transaction, std::int64_t gathering, std::int64_t person, Instant now) {
  detail::Query query(transaction.database().connection(), nudge);
  query.bind(":gathering", gathering).bind(":person", person).bind(":now", now).run();
}

AnswerCounts count_answers(Database& database, std::int64_t gathering) {
  detail::Query query(database.connection(), counts);
  query.bind(":gathering", gathering).step();
  const auto count = [&](int column) { return static_cast<int>(query.integer(column)); };
  return {count(0), count(1), count(2), count(3), count(4), count(5)};
}

}  // namespace store
