#include "store/proposals.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/lists.hpp"
#include "store/detail/sql.hpp"
#include "store/text/fold.hpp"

#include <array>
#include <cassert>
#include <string_view>
#include <utility>

namespace store {

namespace {

using detail::sql;

constexpr char find_same[] = R"(
SELECT id FROM proposals
WHERE state = 'open' AND kind = :kind AND fault = :fault AND coalesce(task_id, 0) = :task
      AND coalesce(person_id, 0) = :person AND coalesce(receiver_id, 0) = :receiver AND text_folded = :folded)";

constexpr char insert[] = R"(
INSERT INTO proposals (kind, fault, task_id, person_id, receiver_id, text, text_folded, kle, keywords, valid_from,
                       valid_to, waits_for, approver_id, author, created_at)
VALUES (:kind, :fault, nullif(:task, 0), nullif(:person, 0), nullif(:receiver, 0), :text, :folded, :kle, :keywords,
        :from, :to, :waits_for, nullif(:approver, 0), :author, :now))";

constexpr char support[] = R"(
INSERT INTO proposal_supporters (proposal_id, who, said_at) VALUES (:id, :who, :now)
ON CONFLICT (proposal_id, who) DO NOTHING)";

constexpr char columns[] = R"(
SELECT id, kind, state, fault, coalesce(task_id, 0), coalesce(person_id, 0), coalesce(receiver_id, 0), text, kle,
       keywords, valid_from, valid_to, waits_for, coalesce(approver_id, 0), nudges, author, decided_by
FROM proposals )";
constexpr auto one = sql(columns, "WHERE id = :id");
constexpr auto all_open = sql(columns, "WHERE state = 'open' ORDER BY id LIMIT :limit");
constexpr auto transfers =
    sql(columns, "WHERE task_id = :id AND state = 'open' AND kind = 'transfer' ORDER BY id");

constexpr char wrong[] = R"(
SELECT task_id, person_id, (SELECT count(*) FROM proposal_supporters WHERE proposal_id = p.id) FROM proposals p
WHERE state = 'open' AND (kind = 'correct' OR (kind = 'transfer' AND receiver_id IS NULL))
      AND EXISTS (SELECT 1 FROM responsibilities r WHERE r.task_id = p.task_id AND r.person_id = p.person_id)
ORDER BY id)";

constexpr char who_said[] =
    "SELECT who FROM proposal_supporters WHERE proposal_id = :id ORDER BY said_at, who";
constexpr char forget_who[] = "DELETE FROM proposal_supporters WHERE proposal_id = :id";

constexpr char hand_on[] = R"(
UPDATE proposals SET waits_for = :waits_for, approver_id = nullif(:approver, 0) WHERE id = :id AND state = 'open')";
constexpr char give_to[] =
    "UPDATE OR IGNORE proposals SET receiver_id = :receiver WHERE id = :id AND state = 'open'";
constexpr char nudge[] = "UPDATE proposals SET nudges = nudges + 1 WHERE id = :id AND state = 'open'";
constexpr char close[] = R"(
UPDATE proposals SET state = :state, decided_by = :by, decided_at = :now WHERE id = :id AND state = 'open')";

template <typename Value, std::size_t N>
using Words = std::array<std::pair<Value, const char*>, N>;

constexpr Words<ProposalKind, 4> kinds{{{ProposalKind::transfer, "transfer"},
                                        {ProposalKind::assign, "assign"},
                                        {ProposalKind::add, "add"},
                                        {ProposalKind::correct, "correct"}}};
constexpr Words<ProposalState, 4> states{{{ProposalState::open, "open"},
                                          {ProposalState::published, "published"},
                                          {ProposalState::refused, "refused"},
                                          {ProposalState::withdrawn, "withdrawn"}}};
constexpr Words<Approver, 3> askable{
    {{Approver::person, "person"}, {Approver::leader, "leader"}, {Approver::owner, "owner"}}};

template <typename Value, std::size_t N>
const char* word(const Words<Value, N>& words, Value value) {
  for (const auto& [known, text] : words)
    if (known == value) return text;
  assert(false);
  return "";
}

template <typename Value, std::size_t N>
Value value_of(const Words<Value, N>& words, std::string_view text) {
  for (const auto& [value, known] : words)
    if (text == known) return value;
  assert(false);
  return words.front().first;
}

std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> items;
  detail::for_each_item(list, [&](std::string_view item) { items.emplace_back(item); });
  return items;
}

std::vector<Proposal> read_all(detail::Query& query) {
  std::vector<Proposal> all;
  while (query.step())
    all.push_back({.id = query.integer(0),
                   .kind = value_of(kinds, query.view(1)),
                   .state = value_of(states, query.view(2)),
                   .fault = query.text(3),
                   .task = query.integer(4),
                   .person = query.integer(5),
                   .receiver = query.integer(6),
                   .text = query.text(7),
                   .kle = items_of(query.view(8)),
                   .keywords = items_of(query.view(9)),
                   .from = query.day(10),
                   .to = query.day(11),
                   .waits_for = value_of(askable, query.view(12)),
                   .approver = query.integer(13),
                   .nudges = static_cast<int>(query.integer(14)),
                   .author = query.text(15),
                   .decided_by = query.text(16)});
  return all;
}

}  // namespace

Proposed open_proposal(Transaction& transaction, const Proposal& proposal, Instant now) {
  auto& connection = transaction.database().connection();
  const auto folded = fold(proposal.text);
  const auto kle = detail::joined(proposal.kle);
  const auto keywords = detail::joined(proposal.keywords);
  Proposed done;
  {
    detail::Query find(connection, find_same);
    find.bind(":kind", word(kinds, proposal.kind)).bind(":fault", proposal.fault);
    find.bind(":task", proposal.task).bind(":person", proposal.person).bind(":receiver", proposal.receiver);
    if (find.bind(":folded", folded).step()) done = {find.integer(0), ProposeOutcome::joined};
  }
  if (done.id == 0) {
    detail::Query query(connection, insert);
    query.bind(":kind", word(kinds, proposal.kind)).bind(":fault", proposal.fault);
    query.bind(":task", proposal.task).bind(":person", proposal.person).bind(":receiver", proposal.receiver);
    query.bind(":text", proposal.text).bind(":folded", folded).bind(":kle", kle).bind(":keywords", keywords);
    query.bind(":from", proposal.from).bind(":to", proposal.to);
    query.bind(":waits_for", word(askable, proposal.waits_for)).bind(":approver", proposal.approver);
    query.bind(":author", proposal.author).bind(":now", now).run();
    done.id = connection.database.getLastInsertRowid();
  }
  detail::Query query(connection, support);
  const bool is_new = query.bind(":id", done.id).bind(":who", proposal.author).bind(":now", now).run() > 0;
  if (!is_new) done.outcome = ProposeOutcome::already_said;
  return done;
}

std::optional<Proposal> find_proposal(Database& database, std::int64_t id) {
  detail::Query query(database.connection(), one.data());
  query.bind(":id", id);
  auto found = read_all(query);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Proposal> open_proposals(Database& database, int limit) {
  detail::Query query(database.connection(), all_open.data());
  query.bind(":limit", std::int64_t{limit});
  return read_all(query);
}

std::vector<WrongEntry> wrong_entries(Database& database) {
  std::vector<WrongEntry> all;
  for (detail::Query query(database.connection(), wrong); query.step();)
    all.push_back({query.integer(0), query.integer(1), static_cast<int>(query.integer(2))});
  return all;
}

std::vector<Proposal> open_transfers(Database& database, std::int64_t task) {
  detail::Query query(database.connection(), transfers.data());
  query.bind(":id", task);
  return read_all(query);
}

std::vector<std::string> supporters(Database& database, std::int64_t id) {
  detail::Query query(database.connection(), who_said);
  query.bind(":id", id);
  std::vector<std::string> all;
  while (query.step()) all.push_back(query.text(0));
  return all;
}

bool ask_instead(Transaction& transaction, std::int64_t id, Approver waits_for, std::int64_t approver) {
  detail::Query query(transaction.database().connection(), hand_on);
  query.bind(":id", id).bind(":waits_for", word(askable, waits_for)).bind(":approver", approver);
  return query.run() > 0;
}

bool set_receiver(Transaction& transaction, std::int64_t id, std::int64_t receiver) {
  detail::Query query(transaction.database().connection(), give_to);
  return query.bind(":id", id).bind(":receiver", receiver).run() > 0;
}

bool count_nudge(Transaction& transaction, std::int64_t id) {
  return detail::Query(transaction.database().connection(), nudge).bind(":id", id).run() > 0;
}

std::optional<std::vector<std::string>> close_proposal(Transaction& transaction, std::int64_t id,
                                                       ProposalState state, const std::string& by,
                                                       Instant now) {
  auto& connection = transaction.database().connection();
  detail::Query query(connection, close);
  query.bind(":id", id).bind(":state", word(states, state)).bind(":by", by).bind(":now", now);
  if (query.run() == 0) return std::nullopt;
  auto all = supporters(transaction.database(), id);
  detail::Query(connection, forget_who).bind(":id", id).run();
  return all;
}

}  // namespace store
