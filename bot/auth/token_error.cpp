#include "bot/auth/token_error.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>

namespace bot::auth {
namespace {

using nlohmann::json;

struct Known {
  std::int64_t code;
  std::string_view meaning;
};

/// Codes of wrong settings (Microsoft Entra, "Authentication and authorization error codes").
constexpr std::array<Known, 12> known_codes{{
    {7000215, "the client secret is wrong: put the secret's value (not its id) into bot.secret_file"},
    {7000222,
     "the client secret has expired: make a new one in the app registration and put it into bot.secret_file"},
    {7000216, "no client secret was sent: put the secret into bot.secret_file"},
    {7000218, "no client secret was sent: put the secret into bot.secret_file"},
    {700016, "the tenant does not know this app id: check bot.app_id and bot.tenant"},
    {700027, "the app registration expects a certificate: make a client secret for it"},
    {7000112, "the app registration is disabled: enable it in Entra"},
    {7000229, "the app has no service principal in the tenant: make one (az ad sp create --id <app id>)"},
    {90002, "there is no such tenant: check bot.tenant"},
    {900023, "bot.tenant is neither a tenant id nor a domain name: check bot.tenant"},
    {500011, "the tenant does not know the Bot Framework's resource: check the scope and the cloud settings"},
    {53003,
     "a conditional access policy of the tenant blocks this app: let it through for workload identities"},
}};

std::int64_t first_code(const json& answer) {
  const auto codes = answer.find("error_codes");
  if (codes != answer.end() && codes->is_array() && !codes->empty() && codes->front().is_number_integer()) {
    return codes->front().get<std::int64_t>();
  }
  // Without the list the code stands at the start of the description.
  constexpr std::string_view prefix = "AADSTS";
  const auto member = answer.find("error_description");
  if (member == answer.end() || !member->is_string()) return 0;
  const std::string& description = member->get_ref<const std::string&>();
  if (!description.starts_with(prefix)) return 0;
  std::int64_t code = 0;
  for (std::size_t i = prefix.size(); i < description.size() && i < prefix.size() + 10; ++i) {
    if (description[i] < '0' || description[i] > '9') break;
    code = code * 10 + (description[i] - '0');
  }
  return code;
}

/// The OAuth error word, if it is one of those that the standard names: nothing else of the answer is
/// repeated.
std::string_view oauth_word(const json& answer) {
  static constexpr std::array<std::string_view, 7> words{
      "invalid_client", "unauthorized_client",    "invalid_request",        "invalid_grant",
      "invalid_scope",  "unsupported_grant_type", "temporarily_unavailable"};
  const auto member = answer.find("error");
  if (member == answer.end() || !member->is_string()) return {};
  for (const std::string_view word : words) {
    if (member->get_ref<const std::string&>() == word) return word;
  }
  return {};
}

}  // namespace

TokenError explain_token_error(int status, std::string_view body) {
  const json answer = json::parse(body, nullptr, false);
  const std::int64_t code = answer.is_object() ? first_code(answer) : 0;
  const std::string_view word = answer.is_object() ? oauth_word(answer) : std::string_view();
  TokenError error;
  error.text = "no access token: ";
  for (const Known& known : known_codes) {
    if (known.code != code) continue;
    error.text += "AADSTS" + std::to_string(code) + ", " + std::string(known.meaning);
    error.permanent = true;
    return error;
  }
  const bool refused = status == 400 || status == 401 || status == 403;
  error.permanent = refused && word != "temporarily_unavailable";
  error.text += "the identity server answered with HTTP status " + std::to_string(status);
  if (!word.empty()) error.text += " and " + std::string(word);
  if (code > 0) error.text += " (AADSTS" + std::to_string(code) + ")";
  if (error.permanent) error.text += ": check bot.app_id, bot.tenant and bot.secret_file";
  if (status == 404) error.text += ": check cloud.token_endpoint";
  return error;
}

}  // namespace bot::auth
