#include "store/learned_words.hpp"

#include "store/catalogue_store.hpp"
#include "store/detail/connection.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <functional>

namespace store {

namespace {

constexpr char by_phrase[] = R"(
SELECT id, task_id, phrase, state, decided_by FROM learned_words WHERE task_id = :task AND phrase_folded = :folded)";

constexpr char by_id[] = "SELECT id, task_id, phrase, state, decided_by FROM learned_words WHERE id = :word";

constexpr char all_proposed[] = R"(
SELECT id, task_id, phrase, state, decided_by FROM learned_words WHERE state = 'proposed' ORDER BY id LIMIT :limit)";

constexpr char propose[] = R"(
INSERT INTO learned_words (task_id, phrase, phrase_folded, created_at)
SELECT id, :phrase, :folded, :now FROM tasks WHERE id = :task)";

constexpr char decide[] = R"(
UPDATE learned_words SET state = :state, decided_at = :now, decided_by = :by WHERE id = :word AND state = 'proposed')";

constexpr char salt[] = "SELECT value FROM meta WHERE key = 'pick_salt'";

constexpr char add_pick[] = R"(
INSERT INTO picks (phrase_folded, task_id, picker, picked_at) SELECT :folded, id, :picker, :now FROM tasks WHERE id = :task
ON CONFLICT (phrase_folded, task_id, picker) DO NOTHING)";

constexpr char count_picks[] = "SELECT count(*) FROM picks WHERE phrase_folded = :folded AND task_id = :task";

constexpr char forget_pickers[] = "DELETE FROM picks WHERE phrase_folded = :folded AND task_id = :task";

constexpr char all_picks[] =
    "SELECT phrase_folded, task_id, picker FROM picks ORDER BY phrase_folded, task_id";
constexpr char forget_pick[] =
    "DELETE FROM picks WHERE phrase_folded = :folded AND task_id = :task AND picker = :picker";

constexpr char forget_old[] = "DELETE FROM picks WHERE picked_at < :before";

WordState state_of(std::string_view text) {
  if (text == "proposed") return WordState::proposed;
  return text == "approved" ? WordState::approved : WordState::declined;
}

LearnedWord read(const detail::Query& query) {
  return {query.integer(0), query.integer(1), query.text(2), state_of(query.view(3)), query.text(4)};
}

std::string key_of(const std::string& phrase) {
  auto folded = fold(phrase);
  return folded.empty() ? phrase : folded;
}

std::optional<LearnedWord> find_by_phrase(detail::Connection& connection, std::int64_t task,
                                          const std::string& folded) {
  detail::Query query(connection, by_phrase);
  if (!query.bind(":task", task).bind(":folded", folded).step()) return std::nullopt;
  return read(query);
}

/// Not reversible and different for each phrase, but whoever has the file and an id can try it: so the picks
/// are forgotten soon. A library whose hash changes only makes somebody count twice.
std::int64_t pseudonym(detail::Connection& connection, const std::string& folded, const std::string& picker) {
  detail::Query query(connection, salt);
  query.step();
  return static_cast<std::int64_t>(std::hash<std::string>{}(query.text(0) + '\n' + folded + '\n' + picker));
}

}  // namespace

std::optional<LearnedWord> propose_word(Transaction& transaction, std::int64_t task,
                                        const std::string& phrase, Instant now) {
  auto& connection = transaction.database().connection();
  const auto folded = key_of(phrase);
  if (auto known = find_by_phrase(connection, task, folded)) return known;
  detail::Query query(connection, propose);
  query.bind(":task", task).bind(":phrase", phrase).bind(":folded", folded).bind(":now", now).run();
  return find_by_phrase(connection, task, folded);
}

std::optional<LearnedWord> find_word(Database& database, std::int64_t word) {
  detail::Query query(database.connection(), by_id);
  if (!query.bind(":word", word).step()) return std::nullopt;
  return read(query);
}

std::vector<LearnedWord> proposed_words(Database& database, int limit) {
  detail::Query query(database.connection(), all_proposed);
  query.bind(":limit", std::int64_t{limit});
  std::vector<LearnedWord> words;
  while (query.step()) words.push_back(read(query));
  return words;
}

bool decide_word(Transaction& transaction, std::int64_t word, WordState state, const std::string& by,
                 Instant now) {
  detail::Query query(transaction.database().connection(), decide);
  query.bind(":state", state == WordState::approved ? "approved" : "declined").bind(":now", now);
  if (query.bind(":by", by).bind(":word", word).run() == 0) return false;
  if (state == WordState::approved)
    count_task_change(transaction, find_word(transaction.database(), word)->task);
  return true;
}

std::optional<LearnedWord> count_pick(Transaction& transaction, const std::string& phrase, std::int64_t task,
                                      const std::string& picker, Instant now) {
  auto& connection = transaction.database().connection();
  const auto folded = key_of(phrase);
  if (find_by_phrase(connection, task, folded)) return std::nullopt;
  detail::Query add(connection, add_pick);
  add.bind(":folded", folded).bind(":task", task).bind(":picker", pseudonym(connection, folded, picker));
  if (add.bind(":now", now).run() == 0) return std::nullopt;
  {
    detail::Query count(connection, count_picks);
    count.bind(":folded", folded).bind(":task", task).step();
    if (count.integer(0) < picks_to_propose) return std::nullopt;
  }
  detail::Query(connection, forget_pickers).bind(":folded", folded).bind(":task", task).run();
  return propose_word(transaction, task, phrase, now);
}

namespace {

struct FoundPick {
  Pick pick;
  std::int64_t picker = 0;
};

std::vector<FoundPick> found_picks(detail::Connection& connection, const std::vector<std::string>& pickers) {
  std::vector<FoundPick> all, found;
  for (detail::Query query(connection, all_picks); query.step();)
    all.push_back({{query.text(0), query.integer(1)}, query.integer(2)});
  for (FoundPick& one : all)
    if (std::any_of(pickers.begin(), pickers.end(), [&](const std::string& picker) {
          return pseudonym(connection, one.pick.phrase, picker) == one.picker;
        }))
      found.push_back(std::move(one));
  return found;
}

}  // namespace

std::vector<Pick> picks_of(Database& database, const std::vector<std::string>& pickers) {
  std::vector<Pick> picks;
  for (FoundPick& one : found_picks(database.connection(), pickers)) picks.push_back(std::move(one.pick));
  return picks;
}

int forget_picks_of(Transaction& transaction, const std::vector<std::string>& pickers) {
  auto& connection = transaction.database().connection();
  int forgotten = 0;
  for (const FoundPick& one : found_picks(connection, pickers)) {
    detail::Query query(connection, forget_pick);
    query.bind(":folded", one.pick.phrase).bind(":task", one.pick.task);
    forgotten += query.bind(":picker", one.picker).run();
  }
  return forgotten;
}

int forget_picks(Transaction& transaction, Instant before) {
  return detail::Query(transaction.database().connection(), forget_old).bind(":before", before).run();
}

}  // namespace store
