#include "bot/app_package.hpp"

#include <nlohmann/json.hpp>

namespace bot {
namespace {

using json = nlohmann::ordered_json;

constexpr const char* schema_version = "1.29";

struct Text {
  const char* danish;
  const char* english;
};

struct Command {
  Text title;
  Text description;
};

constexpr Text full_name{"Indgang - spørg, hvem der har opgaven", "Indgang - ask who has the task"};
constexpr Text short_description{"Find den kollega, der har opgaven", "Find the colleague who has the task"};
constexpr Text full_description{
    "Spørg, som du taler: \"hvem har byggetilladelser?\". Du får den kollega, der har opgaven, en "
    "stedfortræder, når "
    "kollegaen er væk, og et tryk til at chatte, skrive eller ringe. Indgang kører hos kommunen selv og "
    "gemmer ikke, hvad "
    "borgere og virksomheder har sagt.",
    "Ask as you speak: \"who handles building permits?\". You get the colleague who has the task, the "
    "stand-in when that "
    "colleague is away, and one tap to chat, mail or call. Indgang runs inside the municipality and stores "
    "nothing that "
    "citizens or companies have said."};

constexpr Command personal_commands[] = {
    {{"hjælp", "help"}, {"Se, hvad du kan spørge om", "See what you can ask"}},
    {{"hvem har byggetilladelser?", "who handles building permits?"},
     {"Find den, der har en opgave", "Find who has a task"}},
};
constexpr Command shared_commands[] = {
    {{"hjælp", "help"}, {"Se, hvad du kan spørge om", "See what you can ask"}},
};

std::string schema_url(const char* file) {
  return std::string("https://developer.microsoft.com/en-us/json-schemas/teams/v") + schema_version + "/" +
         file;
}

template <std::size_t n>
json command_list(json scopes, const Command (&commands)[n]) {
  json list = json::array();
  for (const Command& command : commands)
    list.push_back({{"title", command.title.danish}, {"description", command.description.danish}});
  return {{"scopes", std::move(scopes)}, {"commands", std::move(list)}};
}

template <std::size_t n>
void english_commands(json& texts, int list, const Command (&commands)[n]) {
  for (std::size_t i = 0; i < n; ++i) {
    const std::string path =
        "bots[0].commandLists[" + std::to_string(list) + "].commands[" + std::to_string(i) + "].";
    texts[path + "title"] = commands[i].title.english;
    texts[path + "description"] = commands[i].description.english;
  }
}

}  // namespace

json make_manifest(const PackageFacts& facts) {
  json bot = {{"botId", facts.app_id},
              {"scopes", {"personal", "team", "groupChat"}},
              {"supportsFiles", false},
              {"isNotificationOnly", false}};
  bot["commandLists"] = json::array(
      {command_list({"personal"}, personal_commands), command_list({"team", "groupChat"}, shared_commands)});
  json manifest;
  manifest["$schema"] = schema_url("MicrosoftTeams.schema.json");
  manifest["manifestVersion"] = schema_version;
  manifest["version"] = facts.version;
  manifest["id"] = facts.app_id;
  manifest["developer"] = {{"name", facts.organisation},
                           {"websiteUrl", facts.website},
                           {"privacyUrl", facts.privacy},
                           {"termsOfUseUrl", facts.terms}};
  manifest["localizationInfo"] = {
      {"defaultLanguageTag", "da"},
      {"additionalLanguages", json::array({{{"languageTag", "en"}, {"file", "en.json"}}})}};
  manifest["name"] = {{"short", facts.name}, {"full", full_name.danish}};
  manifest["description"] = {{"short", short_description.danish}, {"full", full_description.danish}};
  manifest["icons"] = {{"color", "color.png"}, {"outline", "outline.png"}};
  manifest["accentColor"] = "#0B5351";
  manifest["bots"] = json::array({std::move(bot)});
  manifest["permissions"] = {"identity", "messageTeamMembers"};
  manifest["validDomains"] = json::array();
  return manifest;
}

json make_english_texts(const PackageFacts& facts) {
  json texts;
  texts["$schema"] = schema_url("MicrosoftTeams.Localization.schema.json");
  texts["name.short"] = facts.name;
  texts["name.full"] = full_name.english;
  texts["description.short"] = short_description.english;
  texts["description.full"] = full_description.english;
  english_commands(texts, 0, personal_commands);
  english_commands(texts, 1, shared_commands);
  return texts;
}

}  // namespace bot
