#pragma once
// The Teams app package: manifest, language file and icons in a zip ("App manifest schema", Microsoft Teams).
#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace bot {

/// What the manifest says about this installation.
struct PackageFacts {
  std::string app_id;        ///< of the bot's registration; also the package's id
  std::string name;          ///< shown in Teams, at most 30 characters
  std::string organisation;  ///< at most 32 characters
  std::string website;       ///< https; who runs it
  std::string privacy;       ///< https; what happens with people's data
  std::string terms;         ///< https
  std::string version;       ///< three numbers; must rise with each upload
};

/// manifest.json: Danish, with the command lists for personal chat and for teams and group chats.
nlohmann::ordered_json make_manifest(const PackageFacts&);

/// en.json: the English texts of the manifest.
nlohmann::ordered_json make_english_texts(const PackageFacts&);

/// What breaks the schema's rules (required fields, lengths, patterns, numbers of entries), one sentence
/// each; empty: all well.
std::vector<std::string> manifest_problems(const nlohmann::ordered_json& manifest);
std::vector<std::string> language_problems(const nlohmann::ordered_json& manifest,
                                           const nlohmann::ordered_json& texts);

/// The zip file's bytes: manifest.json, en.json, color.png, outline.png at its root. The same facts give the
/// same bytes.
std::string make_package(const PackageFacts&);

}  // namespace bot
