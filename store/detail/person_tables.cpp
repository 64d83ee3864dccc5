#include "store/detail/person_tables.hpp"

#include <array>

namespace store::detail {

namespace {

constexpr char find_person[] = R"(
SELECT p.kind, p.name, p.email, p.phone, p.title, u.name AS department, l.name AS leader, s.name AS stand_in,
       date(p.away_from * 86400, 'unixepoch') AS away_from, date(p.away_to * 86400, 'unixepoch') AS away_to,
       date(p.left_on * 86400, 'unixepoch') AS "left", p.entra_id, p.former_email
FROM people p LEFT JOIN units u ON u.id = p.unit_id LEFT JOIN people l ON l.id = p.leader_id
LEFT JOIN people s ON s.id = p.stand_in_id WHERE p.id = :person)";

constexpr char find_jobs[] =
    "SELECT title, department FROM other_jobs WHERE person_id = :person ORDER BY position";

constexpr char find_named_by[] = R"(
SELECT name, CASE WHEN leader_id = :person AND stand_in_id = :person THEN 'leader, stand-in'
                  WHEN leader_id = :person THEN 'leader' ELSE 'stand-in' END AS names_as
FROM people WHERE leader_id = :person OR stand_in_id = :person ORDER BY id)";

constexpr char find_responsibilities[] = R"(
SELECT t.title AS task, r.role, date(r.valid_from * 86400, 'unixepoch') AS "from",
       date(r.valid_to * 86400, 'unixepoch') AS "to", date(r.confirmed_on * 86400, 'unixepoch') AS confirmed
FROM responsibilities r JOIN tasks t ON t.id = r.task_id WHERE r.person_id = :person ORDER BY t.id)";

constexpr char find_network_roles[] = R"(
SELECT name AS network, iif(coordinator_id = :person, 'coordinator ', '') || iif(successor_id = :person, 'successor ', '')
       || iif(reference_id = :person, 'reference', '') AS roles
FROM networks WHERE coordinator_id = :person OR successor_id = :person OR reference_id = :person ORDER BY id)";

constexpr char find_memberships[] = R"(
SELECT n.name AS network FROM network_members m JOIN networks n ON n.id = m.network_id WHERE m.person_id = :person
ORDER BY n.id)";

constexpr char find_gathering_roles[] = R"(
SELECT n.name AS network, g.local_start AS start, iif(g.chair_id = :person, 'chair ', '') ||
       iif(g.minutes_id = :person, 'minutes ', '') || iif(g.organizer_id = :person, 'organizer', '') AS roles
FROM gatherings g JOIN networks n ON n.id = g.network_id
WHERE g.chair_id = :person OR g.minutes_id = :person OR g.organizer_id = :person ORDER BY g.id)";
constexpr char erase_gathering_roles[] = R"(
UPDATE gatherings SET chair_id = nullif(chair_id, :person), minutes_id = nullif(minutes_id, :person),
  organizer_id = nullif(organizer_id, :person)
WHERE (chair_id = :person OR minutes_id = :person OR organizer_id = :person) AND ends_at <= :now)";

constexpr char find_invitations[] = R"(
SELECT n.name AS network, g.local_start AS start, i.state, i.reason, i.late, i.approval, i.token AS calendar_token,
       strftime('%Y-%m-%dT%H:%M:%SZ', i.answered_at, 'unixepoch') AS answered,
       strftime('%Y-%m-%dT%H:%M:%SZ', i.nudged_at, 'unixepoch') AS reminded
FROM invitations i JOIN gatherings g ON g.id = i.gathering_id JOIN networks n ON n.id = g.network_id
WHERE i.person_id = :person ORDER BY g.id)";
constexpr char erase_invitations[] = R"(
DELETE FROM invitations WHERE person_id = :person AND gathering_id IN (SELECT id FROM gatherings WHERE ends_at <= :now))";

constexpr char find_copies[] = R"(
SELECT c.kind, c.state, g.local_start AS start, c.conversation, c.error,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.made_at, 'unixepoch') AS made
FROM message_copies c JOIN gatherings g ON g.id = c.gathering_id
WHERE c.person_id = :person OR c.tenant || ' ' || c.conversation IN (SELECT value FROM json_each(:chats)) ORDER BY c.id)";
constexpr char erase_copies[] = R"(
DELETE FROM message_copies
WHERE (person_id = :person OR tenant || ' ' || conversation IN (SELECT value FROM json_each(:chats)))
  AND gathering_id IN (SELECT id FROM gatherings WHERE ends_at <= :now))";

constexpr char find_feeds[] = "SELECT token FROM calendar_feeds WHERE person_id = :person";
constexpr char erase_feeds[] = "DELETE FROM calendar_feeds WHERE person_id = :person";

constexpr char find_questions[] = R"(
SELECT q.topic, a.language, strftime('%Y-%m-%dT%H:%M:%SZ', a.asked_at, 'unixepoch') AS asked
FROM question_askers a JOIN open_questions q ON q.id = a.question_id
WHERE lower(a.asker) IN (SELECT value FROM json_each(:ids))
   OR a.tenant || ' ' || a.conversation IN (SELECT value FROM json_each(:chats)) ORDER BY q.id)";
constexpr char erase_questions[] = R"(
DELETE FROM question_askers WHERE lower(asker) IN (SELECT value FROM json_each(:ids))
   OR tenant || ' ' || conversation IN (SELECT value FROM json_each(:chats)))";
// A topic that nobody waits for any more would only be this person's words.
constexpr char erase_lonely_questions[] = R"(
DELETE FROM open_questions
WHERE state = 'open' AND NOT EXISTS (SELECT 1 FROM question_askers WHERE question_id = open_questions.id))";

constexpr char find_answers[] = R"(
SELECT topic, state, strftime('%Y-%m-%dT%H:%M:%SZ', closed_at, 'unixepoch') AS closed FROM open_questions
WHERE person_id = :person ORDER BY id)";

constexpr char find_closed[] = R"(
SELECT topic, state, strftime('%Y-%m-%dT%H:%M:%SZ', closed_at, 'unixepoch') AS closed FROM open_questions
WHERE lower(closed_by) IN (SELECT value FROM json_each(:ids)) ORDER BY id)";
constexpr char erase_closed[] =
    "UPDATE open_questions SET closed_by = '' WHERE lower(closed_by) IN (SELECT value FROM json_each(:ids))";

constexpr char find_shown[] = R"(
SELECT q.topic, strftime('%Y-%m-%dT%H:%M:%SZ', s.shown_at, 'unixepoch') AS shown
FROM shown_questions s JOIN open_questions q ON q.id = s.question_id
WHERE s.tenant || ' ' || s.conversation IN (SELECT value FROM json_each(:chats)) ORDER BY q.id)";
constexpr char erase_shown[] =
    "DELETE FROM shown_questions WHERE tenant || ' ' || conversation IN (SELECT value FROM "
    "json_each(:chats))";

constexpr char find_words[] = R"(
SELECT w.phrase, t.title AS task, w.state, strftime('%Y-%m-%dT%H:%M:%SZ', w.decided_at, 'unixepoch') AS decided
FROM learned_words w JOIN tasks t ON t.id = w.task_id
WHERE lower(w.decided_by) IN (SELECT value FROM json_each(:ids)) ORDER BY w.id)";
constexpr char erase_words[] =
    "UPDATE learned_words SET decided_by = '' WHERE lower(decided_by) IN (SELECT value FROM json_each(:ids))";

constexpr char find_nudges[] = R"(
SELECT t.title AS task, date(n.confirmed_on * 86400, 'unixepoch') AS confirmed,
       strftime('%Y-%m-%dT%H:%M:%SZ', n.nudged_at, 'unixepoch') AS asked
FROM confirmation_nudges n JOIN tasks t ON t.id = n.task_id WHERE n.person_id = :person ORDER BY t.id)";

constexpr char find_memory[] = R"(
SELECT language, intent, tasks, people, task_choices, person_choices, choice_intent, chosen, picked,
       strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, 'unixepoch') AS changed
FROM conversation_memory WHERE lower(person) IN (SELECT value FROM json_each(:ids)))";
constexpr char erase_memory[] =
    "DELETE FROM conversation_memory WHERE lower(person) IN (SELECT value FROM json_each(:ids))";

constexpr char find_focus[] = R"(
SELECT gathering_id, network_id, pending, strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, 'unixepoch') AS changed
FROM conversation_focus WHERE lower(person) IN (SELECT value FROM json_each(:ids)))";
constexpr char erase_focus[] =
    "DELETE FROM conversation_focus WHERE lower(person) IN (SELECT value FROM json_each(:ids))";

constexpr char find_mutes[] = R"(
SELECT topic, strftime('%Y-%m-%dT%H:%M:%SZ', from_at, 'unixepoch') AS "from",
       iif(until_at = 0, '', strftime('%Y-%m-%dT%H:%M:%SZ', until_at, 'unixepoch')) AS until
FROM mutes WHERE lower(subject) IN (SELECT value FROM json_each(:ids)) ORDER BY topic)";
constexpr char erase_mutes[] =
    "DELETE FROM mutes WHERE lower(subject) IN (SELECT value FROM json_each(:ids))";

constexpr char find_reminders[] = R"(
SELECT text, state, strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due FROM reminders
WHERE kind = 'personal' AND (lower(subject) IN (SELECT value FROM json_each(:ids))
                             OR tenant || ' ' || conversation IN (SELECT value FROM json_each(:chats)))
ORDER BY due_at, id)";
constexpr char erase_reminders[] = R"(
DELETE FROM reminders
WHERE kind = 'personal' AND (lower(subject) IN (SELECT value FROM json_each(:ids))
                             OR tenant || ' ' || conversation IN (SELECT value FROM json_each(:chats))))";

// The service's own work about somebody: it finds out by itself that it is about nobody any more.
constexpr char find_duties[] = R"(
SELECT rule, state, strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due FROM reminders
WHERE kind = 'duty' AND rule = 'confirm' AND subject = CAST(:person AS TEXT) ORDER BY due_at, id)";

constexpr char find_history[] = R"(
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') AS at, kind, task, person, role, before, after
FROM catalogue_history WHERE person_id = :person AND person_id <> 0 ORDER BY id)";
// That something happened stays, but not about whom.
constexpr char erase_history[] = R"(
UPDATE catalogue_history SET person_id = 0, person = '', before = iif(kind LIKE 'person_%', '', before),
  after = iif(kind LIKE 'person_%', '', after)
WHERE person_id = :person AND person_id <> 0)";

constexpr char find_acts[] = R"(
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') AS at, kind, task,
       iif(lower(actor) IN (SELECT value FROM json_each(:ids)), 'made', 'approved') AS part
FROM catalogue_history
WHERE lower(actor) IN (SELECT value FROM json_each(:ids)) OR lower(approver) IN (SELECT value FROM json_each(:ids))
ORDER BY id)";
constexpr char erase_acts[] = R"(
UPDATE catalogue_history SET actor = iif(lower(actor) IN (SELECT value FROM json_each(:ids)), '', actor),
  approver = iif(lower(approver) IN (SELECT value FROM json_each(:ids)), '', approver)
WHERE lower(actor) IN (SELECT value FROM json_each(:ids)) OR lower(approver) IN (SELECT value FROM json_each(:ids)))";

constexpr char find_conversations[] = R"(
SELECT tenant, conversation, type, service_url, user, user_entra_id, user_email,
       strftime('%Y-%m-%dT%H:%M:%SZ', first_seen_at, 'unixepoch') AS first_seen,
       strftime('%Y-%m-%dT%H:%M:%SZ', removed_at, 'unixepoch') AS removed
FROM conversations WHERE tenant || ' ' || conversation IN (SELECT value FROM json_each(:chats)))";
constexpr char erase_conversations[] =
    "DELETE FROM conversations WHERE tenant || ' ' || conversation IN (SELECT value FROM json_each(:chats))";

constexpr char find_outbox[] = R"(
SELECT kind, state, conversation, to_user, payload, error,
       strftime('%Y-%m-%dT%H:%M:%SZ', created_at, 'unixepoch') AS created,
       strftime('%Y-%m-%dT%H:%M:%SZ', finished_at, 'unixepoch') AS finished
FROM (SELECT id, kind, state, tenant, conversation, to_user, payload, error, created_at, finished_at FROM outbox_ended
      UNION ALL
      SELECT id, kind, state, tenant, conversation, to_user, payload, error, created_at, NULL FROM outbox)
WHERE lower(to_user) IN (SELECT value FROM json_each(:ids))
   OR tenant || ' ' || conversation IN (SELECT value FROM json_each(:chats)) ORDER BY id)";
// What still waits is sent first; its text goes then.
constexpr char erase_outbox[] = R"(
UPDATE outbox_ended SET payload = ''
WHERE payload <> '' AND (lower(to_user) IN (SELECT value FROM json_each(:ids))
                         OR tenant || ' ' || conversation IN (SELECT value FROM json_each(:chats))))";

constexpr char find_seen[] = R"(
SELECT key, strftime('%Y-%m-%dT%H:%M:%SZ', seen_at, 'unixepoch') AS seen, answer FROM seen_activities
WHERE EXISTS (SELECT 1 FROM json_each(:chats)
              WHERE instr(seen_activities.key, substr(value, instr(value, ' ') + 1)) > 0))";
constexpr char erase_seen[] = R"(
UPDATE seen_activities SET answer = '' WHERE answer <> '' AND EXISTS (
  SELECT 1 FROM json_each(:chats) WHERE instr(seen_activities.key, substr(value, instr(value, ' ') + 1)) > 0))";

constexpr char find_proposals[] = R"(
SELECT r.kind, r.state, r.fault, coalesce(t.title, '') AS task, r.text FROM proposals r LEFT JOIN tasks t ON t.id = r.task_id
WHERE r.person_id = :person OR r.receiver_id = :person OR r.approver_id = :person ORDER BY r.id)";
constexpr char find_proposed[] = R"(
SELECT kind, state, text, strftime('%Y-%m-%dT%H:%M:%SZ', created_at, 'unixepoch') AS created,
       iif(lower(author) IN (SELECT value FROM json_each(:ids)), 'author', 'decided') AS part FROM proposals
WHERE lower(author) IN (SELECT value FROM json_each(:ids)) OR lower(decided_by) IN (SELECT value FROM json_each(:ids)) ORDER BY id)";
constexpr char erase_proposed[] = R"(
UPDATE proposals SET author = iif(lower(author) IN (SELECT value FROM json_each(:ids)), 'erased', author),
  decided_by = iif(lower(decided_by) IN (SELECT value FROM json_each(:ids)), '', decided_by)
WHERE lower(author) IN (SELECT value FROM json_each(:ids)) OR lower(decided_by) IN (SELECT value FROM json_each(:ids)))";
constexpr char find_seconded[] = R"(
SELECT r.kind, r.state FROM proposal_supporters s JOIN proposals r ON r.id = s.proposal_id
WHERE lower(s.who) IN (SELECT value FROM json_each(:ids)) ORDER BY r.id)";
constexpr char erase_seconded[] =
    "DELETE FROM proposal_supporters WHERE lower(who) IN (SELECT value FROM json_each(:ids))";
constexpr char find_roles[] =
    "SELECT role, unit, origin FROM roles WHERE person_id = :person ORDER BY role, unit, origin";

constexpr char find_rounds[] = R"(
SELECT state, date(day * 86400, 'unixepoch') AS day, strftime('%Y-%m-%dT%H:%M:%SZ', ended_at, 'unixepoch') AS ended
FROM confirmation_rounds WHERE person_id = :person ORDER BY id)";
constexpr char find_departures[] = R"(
SELECT kind, unit, state, date(first_day_without * 86400, 'unixepoch') AS first_day_without,
       iif(person_id = :person, '', 'leader') AS role FROM departures
WHERE :person <> 0 AND (person_id = :person OR leader_id = :person) ORDER BY id)";
constexpr char find_moves[] = R"(
SELECT unit, strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') AS at, iif(person_id = :person, '', 'leader') AS role FROM moves
WHERE :person <> 0 AND (person_id = :person OR leader_id = :person) ORDER BY id)";
constexpr char find_endings[] = R"(
SELECT t.title AS task, e.role, date(e.valid_to * 86400, 'unixepoch') AS "to", e.told
FROM told_endings e JOIN tasks t ON t.id = e.task_id WHERE e.person_id = :person ORDER BY e.valid_to, e.task_id)";
constexpr char find_received[] = R"(
SELECT coalesce(t.title, n.name) AS what, i.state FROM departure_items i LEFT JOIN tasks t ON t.id = i.task_id
LEFT JOIN networks n ON n.id = i.network_id WHERE i.receiver_id = :person ORDER BY i.id)";
constexpr char find_announced[] = R"(
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', said_at, 'unixepoch') AS said, state FROM departures
WHERE lower(said_by) IN (SELECT value FROM json_each(:ids)) ORDER BY id)";
constexpr char erase_announced[] = R"(
UPDATE departures SET said_by = '' WHERE lower(said_by) IN (SELECT value FROM json_each(:ids)))";

constexpr char find_overviews[] = R"(
SELECT pace, weekday, minute, even_if_none, iif(paused_until IS NULL, '', strftime('%Y-%m-%d', paused_until * 86400, 'unixepoch'))
  AS paused_until, iif(person_id = :person, '', 'stand-in') AS role
FROM overview_subscriptions WHERE :person <> 0 AND (person_id = :person OR stand_in_id = :person) ORDER BY person_id)";
constexpr char erase_overviews[] = "DELETE FROM overview_subscriptions WHERE person_id = :person";
constexpr char erase_stand_ins[] =
    "UPDATE overview_subscriptions SET stand_in_id = NULL WHERE stand_in_id = :person";

using enum Fate;

constexpr std::array tables{
    PersonTable{"person", "people", "id", stays_in_register, find_person},
    PersonTable{"job", "other_jobs", "person_id", stays_in_register, find_jobs},
    PersonTable{"named_by", "people", "leader_id stand_in_id", stays_in_register, find_named_by},
    PersonTable{"responsibility", "responsibilities", "person_id", stays_in_register, find_responsibilities},
    PersonTable{"answer", "open_questions", "person_id", stays_in_register, find_answers},
    PersonTable{"confirmation_nudge", "confirmation_nudges", "person_id", stays_in_register, find_nudges},
    PersonTable{"proposal", "proposals", "person_id receiver_id approver_id", stays_in_register,
                find_proposals},
    PersonTable{"proposed", "proposals", "author decided_by", stays_as_history, find_proposed,
                erase_proposed},
    PersonTable{"seconded", "proposal_supporters", "who", erased, find_seconded, erase_seconded},
    PersonTable{"role", "roles", "person_id", stays_in_register, find_roles},
    PersonTable{"confirmation_round", "confirmation_rounds", "person_id", stays_in_register, find_rounds},
    PersonTable{"departure", "departures", "person_id leader_id", stays_in_register, find_departures},
    PersonTable{"move", "moves", "person_id leader_id", stays_in_register, find_moves},
    PersonTable{"ending", "told_endings", "person_id", stays_in_register, find_endings},
    PersonTable{"received", "departure_items", "receiver_id", stays_in_register, find_received},
    PersonTable{"announced", "departures", "said_by", stays_as_history, find_announced, erase_announced},
    PersonTable{"network_role", "networks", "coordinator_id successor_id reference_id", stays_in_register,
                find_network_roles},
    PersonTable{"membership", "network_members", "person_id", stays_in_register, find_memberships},
    PersonTable{"gathering_role", "gatherings", "chair_id minutes_id organizer_id", stays_as_history,
                find_gathering_roles, erase_gathering_roles},
    PersonTable{"copy", "message_copies", "person_id conversation", stays_as_history, find_copies,
                erase_copies},
    PersonTable{"invitation", "invitations", "person_id", stays_as_history, find_invitations,
                erase_invitations},
    PersonTable{"calendar_link", "calendar_feeds", "person_id", erased, find_feeds, erase_feeds},
    PersonTable{"question", "question_askers", "asker conversation", erased, find_questions, erase_questions,
                erase_lonely_questions},
    PersonTable{"closed_question", "open_questions", "closed_by", stays_as_history, find_closed,
                erase_closed},
    PersonTable{"decided_word", "learned_words", "decided_by", stays_as_history, find_words, erase_words},
    PersonTable{"shown_question", "shown_questions", "conversation", erased, find_shown, erase_shown},
    PersonTable{"reminder", "reminders", "subject conversation", erased, find_reminders, erase_reminders},
    PersonTable{"duty", "reminders", "subject", stays_in_register, find_duties},
    PersonTable{"history", "catalogue_history", "person_id person", stays_as_history, find_history,
                erase_history},
    PersonTable{"act", "catalogue_history", "actor approver", stays_as_history, find_acts, erase_acts},
    PersonTable{"mute", "mutes", "subject", erased, find_mutes, erase_mutes},
    PersonTable{"overview", "overview_subscriptions", "person_id stand_in_id", erased, find_overviews,
                erase_overviews, erase_stand_ins},
    PersonTable{"memory", "conversation_memory", "person conversation", erased, find_memory, erase_memory},
    PersonTable{"focus", "conversation_focus", "person conversation", erased, find_focus, erase_focus},
    PersonTable{"message", "outbox outbox_ended", "conversation to_user", passes, find_outbox, erase_outbox},
    PersonTable{"delivery", "seen_activities", "key", passes, find_seen, erase_seen},
    // Last: the others are found by it.
    PersonTable{"conversation", "conversations", "conversation user user_entra_id user_email",
                stays_as_history, find_conversations, erase_conversations},
};

constexpr std::array pseudonymous{
    PersonTable{"pick", "picks", "picker", erased},
    PersonTable{"question_count", "question_log", "asker", erased},
};

}  // namespace

std::span<const PersonTable> person_tables() {
  return tables;
}

std::span<const PersonTable> pseudonymous_tables() {
  return pseudonymous;
}

}  // namespace store::detail
