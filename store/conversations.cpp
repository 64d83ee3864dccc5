#include "store/conversations.hpp"

#include "store/detail/connection.hpp"

#include <array>

namespace store {

namespace {

constexpr char find[] = R"(
SELECT type, service_url, bot, user, user_entra_id, team, channel, user_email, language, removed_at
FROM conversations WHERE tenant = :tenant AND conversation = :conversation)";

constexpr char save[] = R"(
INSERT INTO conversations (tenant, conversation, type, service_url, bot, user, user_entra_id, team, channel,
                           user_email, language, first_seen_at, changed_at)
VALUES (:tenant, :conversation, :type, :service_url, :bot, :user, :user_entra_id, :team, :channel,
        :user_email, :language, :now, :now)
ON CONFLICT (tenant, conversation) DO UPDATE SET
  type = excluded.type, service_url = excluded.service_url, bot = excluded.bot, user = excluded.user,
  user_entra_id = excluded.user_entra_id, team = excluded.team, channel = excluded.channel,
  user_email = excluded.user_email, language = excluded.language, changed_at = excluded.changed_at,
  removed_at = NULL)";

// A new installation is a new welcome.
constexpr char remove[] = R"(
UPDATE conversations SET removed_at = :now, welcomed_at = NULL
WHERE tenant = :tenant AND conversation = :conversation AND removed_at IS NULL)";

constexpr char welcome[] = R"(
UPDATE conversations SET welcomed_at = :now
WHERE tenant = :tenant AND conversation = :conversation AND welcomed_at IS NULL AND removed_at IS NULL)";

constexpr char remove_team[] = R"(
UPDATE conversations SET removed_at = :now, welcomed_at = NULL
WHERE tenant = :tenant AND type = 'channel' AND team <> '' AND team = :team AND removed_at IS NULL)";

constexpr char restore[] = R"(
UPDATE conversations SET removed_at = NULL, changed_at = :now
WHERE tenant = :tenant AND type = 'channel' AND team <> '' AND team = :team AND removed_at IS NOT NULL)";

// Somebody's chats, by the indexes of ids and e-mails. The + keeps SQLite from choosing the primary key for
// the tenant instead, which would read every conversation there is.
constexpr char personal[] = R"(
SELECT conversation FROM conversations
WHERE +tenant = :tenant AND type = 'personal' AND removed_at IS NULL AND (
  (user_entra_id <> '' AND user_entra_id = :entra_id COLLATE NOCASE) OR
  (user_email <> '' AND user_email = :email COLLATE NOCASE))
ORDER BY changed_at DESC LIMIT 1)";

constexpr char removed_by[] = R"(
SELECT removed_at IS NOT NULL FROM conversations
WHERE +tenant = :tenant AND type = 'personal' AND (
  (user_entra_id <> '' AND user_entra_id = :entra_id COLLATE NOCASE) OR
  (user_email <> '' AND user_email = :email COLLATE NOCASE))
ORDER BY removed_at IS NOT NULL LIMIT 1)";

constexpr char tenant_of_person[] = R"(
SELECT tenant FROM conversations
WHERE type = 'personal' AND (
  (user_entra_id <> '' AND user_entra_id = :entra_id COLLATE NOCASE) OR
  (user_email <> '' AND user_email = :email COLLATE NOCASE))
ORDER BY removed_at IS NOT NULL, changed_at DESC LIMIT 1)";
constexpr char first_tenant[] =
    "SELECT tenant FROM conversations WHERE service_url <> '' AND bot <> '' LIMIT 1";
// Asked at the first contact of each person. OR and an order would take two temporary tables, five times the
// cost; beside max() SQLite gives the row that has it (sqlite.org/lang_select.html, "bare columns").
constexpr char earlier_language[] = R"(
SELECT language, max(changed_at) FROM (
  SELECT language, changed_at FROM conversations
  WHERE +tenant = :tenant AND type = 'personal' AND language <> ''
    AND user_entra_id <> '' AND user_entra_id = :entra_id COLLATE NOCASE
  UNION ALL
  SELECT language, changed_at FROM conversations
  WHERE +tenant = :tenant AND type = 'personal' AND language <> ''
    AND user_email <> '' AND user_email = :email COLLATE NOCASE))";

constexpr char speak[] = R"(
UPDATE conversations SET language = :language
WHERE tenant = :tenant AND conversation = :conversation AND language <> :language)";

constexpr char into_tenant[] = R"(
SELECT service_url, bot FROM conversations
WHERE tenant = :tenant AND service_url <> '' AND bot <> '' LIMIT 1)";

/// The texts that an activity may tell, in the order of find[].
constexpr std::array told_texts{&ConversationReference::type,          &ConversationReference::service_url,
                                &ConversationReference::bot,           &ConversationReference::user,
                                &ConversationReference::user_entra_id, &ConversationReference::team,
                                &ConversationReference::channel,       &ConversationReference::user_email};
constexpr int language_column = told_texts.size();
constexpr int removed_column = language_column + 1;

/// The reference as it is now: an activity that doesn't tell one of the texts takes nothing away.
ConversationReference merged(const detail::Query& row, const ConversationReference& told) {
  ConversationReference now = told;
  int column = 0;
  for (const auto text : told_texts) {
    if ((now.*text).empty()) now.*text = row.text(column);
    ++column;
  }
  if (!row.view(language_column).empty()) now.language = row.text(language_column);
  return now;
}

/// merged() would give what is known. Nearly every activity is of this kind, so no text is copied.
bool tells_nothing_new(const detail::Query& row, const ConversationReference& told) {
  if (!row.null(removed_column)) return false;
  int column = 0;
  for (const auto text : told_texts) {
    if (!(told.*text).empty() && row.view(column) != told.*text) return false;
    ++column;
  }
  return told.language.empty() || !row.view(language_column).empty();
}

/// The reference of a conversation that was not known. Teams' language of the client says less than what
/// somebody wrote in an earlier chat.
ConversationReference first_known(Database& database, ConversationReference told) {
  if (told.type != "personal") return told;
  detail::Query query(database.connection(), earlier_language);
  query.bind(":tenant", told.tenant).bind(":entra_id", told.user_entra_id).bind(":email", told.user_email);
  if (query.step() && !query.null(0)) told.language = query.text(0);
  return told;
}

/// True once a conversation row was changed by the guarded update `sql`.
bool change(Transaction& transaction, const char* sql, const std::string& tenant,
            const std::string& conversation, Instant now) {
  detail::Query query(transaction.database().connection(), sql);
  return query.bind(":tenant", tenant).bind(":conversation", conversation).bind(":now", now).run() > 0;
}

}  // namespace

Remembered remember_conversation(Transaction& transaction, const ConversationReference& told, Instant now) {
  ConversationReference reference;
  bool anew = false;
  {
    detail::Query row(transaction.database().connection(), find);
    row.bind(":tenant", told.tenant).bind(":conversation", told.conversation);
    const bool known = row.step();
    if (known && tells_nothing_new(row, told)) return {false, row.text(language_column)};
    reference = known ? merged(row, told) : first_known(transaction.database(), told);
    anew = !known || !row.null(removed_column);
  }
  detail::Query query(transaction.database().connection(), save);
  query.bind(":tenant", reference.tenant)
      .bind(":conversation", reference.conversation)
      .bind(":type", reference.type);
  query.bind(":service_url", reference.service_url).bind(":bot", reference.bot).bind(":user", reference.user);
  query.bind(":user_entra_id", reference.user_entra_id).bind(":team", reference.team);
  query.bind(":channel", reference.channel).bind(":user_email", reference.user_email);
  query.bind(":language", reference.language).bind(":now", now).run();
  return {anew, reference.language};
}

void set_language(Transaction& transaction, const std::string& tenant, const std::string& conversation,
                  const std::string& language) {
  detail::Query query(transaction.database().connection(), speak);
  query.bind(":tenant", tenant).bind(":conversation", conversation).bind(":language", language).run();
}

void mark_removed(Transaction& transaction, const std::string& tenant, const std::string& conversation,
                  Instant now) {
  change(transaction, remove, tenant, conversation, now);
}

void mark_team_removed(Transaction& transaction, const std::string& tenant, const std::string& team,
                       Instant now) {
  detail::Query query(transaction.database().connection(), remove_team);
  query.bind(":tenant", tenant).bind(":team", team).bind(":now", now).run();
}

void restore_team(Transaction& transaction, const std::string& tenant, const std::string& team, Instant now) {
  detail::Query query(transaction.database().connection(), restore);
  query.bind(":tenant", tenant).bind(":team", team).bind(":now", now).run();
}

bool claim_welcome(Transaction& transaction, const std::string& tenant, const std::string& conversation,
                   Instant now) {
  return change(transaction, welcome, tenant, conversation, now);
}

std::optional<ConversationReference> find_conversation(Database& database, const std::string& tenant,
                                                       const std::string& conversation) {
  detail::Query row(database.connection(), find);
  row.bind(":tenant", tenant).bind(":conversation", conversation);
  if (!row.step() || !row.null(removed_column)) return std::nullopt;
  return merged(row, {.tenant = tenant, .conversation = conversation});
}

std::optional<ConversationReference> find_personal_conversation(Database& database, const std::string& tenant,
                                                                const std::string& entra_id,
                                                                const std::string& email) {
  detail::Query query(database.connection(), personal);
  query.bind(":tenant", tenant).bind(":entra_id", entra_id).bind(":email", email);
  if (!query.step()) return std::nullopt;
  return find_conversation(database, tenant, query.text(0));
}

bool was_removed_by(Database& database, const std::string& tenant, const std::string& entra_id,
                    const std::string& email) {
  detail::Query query(database.connection(), removed_by);
  query.bind(":tenant", tenant).bind(":entra_id", entra_id).bind(":email", email);
  return query.step() && query.integer(0) != 0;
}

std::string tenant_of(Database& database, const std::string& entra_id, const std::string& email) {
  {
    detail::Query query(database.connection(), tenant_of_person);
    query.bind(":entra_id", entra_id).bind(":email", email);
    if (query.step()) return query.text(0);
  }
  detail::Query query(database.connection(), first_tenant);
  return query.step() ? query.text(0) : std::string();
}

std::optional<ConversationReference> way_into(Database& database, const std::string& tenant) {
  detail::Query query(database.connection(), into_tenant);
  query.bind(":tenant", tenant);
  if (!query.step()) return std::nullopt;
  ConversationReference way;
  way.tenant = tenant;
  way.type = "personal";
  way.service_url = query.text(0);
  way.bot = query.text(1);
  return way;
}

}  // namespace store
