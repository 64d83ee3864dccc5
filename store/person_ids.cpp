// Who is meant by an id, and under which other ids the tables know the same person.
#include "store/detail/connection.hpp"
#include "store/detail/email.hpp"
#include "store/person_data.hpp"

#include <algorithm>
#include <utility>

namespace store {

namespace {

constexpr char find_row[] = R"(
SELECT id, coalesce(email, ''), coalesce(entra_id, '') FROM people WHERE email_folded = :id OR entra_id = :id)";
constexpr char find_chats[] = R"(
SELECT tenant || ' ' || conversation, user, user_entra_id, user_email FROM conversations
WHERE type = 'personal' AND (lower(user) = :id OR lower(user_entra_id) = :id OR lower(user_email) = :id)
ORDER BY changed_at DESC)";
// Somebody who only ever asked, wrote from a shared chat or has been taken out of the files.
constexpr char named_elsewhere[] = R"(
SELECT EXISTS (SELECT 1 FROM mutes WHERE lower(subject) = :id) OR EXISTS (SELECT 1 FROM reminders WHERE lower(subject) = :id)
  OR EXISTS (SELECT 1 FROM question_askers WHERE lower(asker) = :id)
  OR EXISTS (SELECT 1 FROM conversation_memory WHERE lower(person) = :id)
  OR EXISTS (SELECT 1 FROM open_questions WHERE lower(closed_by) = :id)
  OR EXISTS (SELECT 1 FROM learned_words WHERE lower(decided_by) = :id)
  OR EXISTS (SELECT 1 FROM outbox WHERE lower(to_user) = :id)
  OR EXISTS (SELECT 1 FROM outbox_ended WHERE lower(to_user) = :id))";

void add_once(std::vector<std::string>& all, const std::string& one) {
  if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// A row of the register.
struct Row {
  std::int64_t person = 0;  ///< 0: there is none
  std::string email;
  std::string entra_id;
};

struct Chat {
  std::string name;
  std::string user;
  std::string entra_id;
  std::string email;
};

/// Gathers the ids of one person. A chat that names two (Teams makes none, but a row may be damaged) is its
/// Entra id's, which comes with the signed activity; its other ids are taken as far as nobody else has them.
class OnePerson {
 public:
  explicit OnePerson(detail::Connection& connection) : connection_(connection) {}

  /// Each id may lead to the row of the register and to chats, and these to more ids.
  PersonIds gather(const std::string& id) {
    add_once(who_.ids, id);
    for (std::size_t at = 0; at < who_.ids.size(); ++at) {
      const std::string folded = detail::fold_email(who_.ids[at]);
      take_row(row_of(folded));
      for (const Chat& chat : chats_of(folded)) take_chat(chat);
    }
    return std::move(who_);
  }

 private:
  Row row_of(const std::string& id) const {
    const std::string folded = detail::fold_email(id);
    detail::Query query(connection_, find_row);
    if (folded.empty() || !query.bind(":id", folded).step()) return {};
    return {query.integer(0), query.text(1), query.text(2)};
  }

  std::vector<Chat> chats_of(const std::string& folded) const {
    std::vector<Chat> chats;
    detail::Query query(connection_, find_chats);
    for (query.bind(":id", folded); query.step();)
      chats.push_back({query.text(0), query.text(1), query.text(2), query.text(3)});
    return chats;
  }

  bool is_our_id(const std::string& entra_id) const {
    return entra_id.empty() || entra_id_.empty() || detail::fold_email(entra_id) == entra_id_;
  }

  /// Whether what the register says of an id goes together with what is known of the person.
  bool may_be(const Row& row) const {
    if (row.person == 0 || row.person == who_.person) return true;
    return who_.person == 0 && is_our_id(row.entra_id);
  }

  void take_row(const Row& row) {
    if (row.person == 0 || !may_be(row)) return;
    who_.person = row.person;
    if (!row.entra_id.empty()) entra_id_ = detail::fold_email(row.entra_id);
    add_once(who_.ids, row.email);
    add_once(who_.ids, row.entra_id);
  }

  Row owner_of(const Chat& chat) const { return row_of(chat.entra_id.empty() ? chat.email : chat.entra_id); }

  bool is_ours(const Chat& chat) const { return is_our_id(chat.entra_id) && may_be(owner_of(chat)); }

  void take_chat(const Chat& chat) {
    if (!is_ours(chat)) return;
    if (!chat.entra_id.empty()) entra_id_ = detail::fold_email(chat.entra_id);
    take_row(owner_of(chat));
    add_once(who_.chats, chat.name);
    add_once(who_.ids, chat.entra_id);
    const auto of_user = chats_of(detail::fold_email(chat.user));
    if (std::all_of(of_user.begin(), of_user.end(), [this](const Chat& one) { return is_ours(one); }))
      add_once(who_.ids, chat.user);
    if (may_be(row_of(chat.email))) add_once(who_.ids, chat.email);
  }

  detail::Connection& connection_;
  PersonIds who_;
  std::string entra_id_;  // folded; empty while it is not known
};

}  // namespace

PersonIds identify(Database& database, const std::string& id) {
  if (id.empty()) return {};
  PersonIds who = OnePerson(database.connection()).gather(id);
  const std::string folded = detail::fold_email(id);
  detail::Query elsewhere(database.connection(), named_elsewhere);
  elsewhere.bind(":id", folded).step();
  if (who.person == 0 && who.chats.empty() && elsewhere.integer(0) == 0) return {};
  return who;
}

}  // namespace store
