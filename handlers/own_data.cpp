#include "handlers/own_data.hpp"

#include "handlers/owners.hpp"
#include "handlers/pending.hpp"
#include "handlers/subjects.hpp"
#include "store/person_data.hpp"

#include <algorithm>
#include <array>

namespace handlers {
namespace {

constexpr char pending_word[] = "privacy-delete";

/// What people are told of together. `kinds` as in store/person_data.hpp, with blanks round each.
struct Group {
  std::string_view text;
  std::string_view kinds;
};
constexpr std::array<Group, 10> groups{
    {{"privacy.group.catalogue",
      " person job named_by responsibility answer confirmation_nudge proposal role "
      "confirmation_round duty history departure received move ending "},
     {"privacy.group.networks", " network_role membership gathering_role invitation copy "},
     {"privacy.group.decisions", " closed_question decided_word act announced proposed "},
     {"privacy.group.questions", " question seconded shown_question "},
     {"privacy.group.counts", " pick question_count "},
     {"privacy.group.reminders", " reminder "},
     {"privacy.group.mutes", " mute calendar_link "},
     {"privacy.group.memory", " memory focus "},
     {"privacy.group.address", " conversation "},
     {"privacy.group.messages", " message delivery "}}};

std::string text_of(std::string_view kind) {
  const auto wanted = " " + std::string(kind) + " ";
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
    return group.kinds.find(wanted) != std::string_view::npos;
  });
  return std::string(found == groups.end() ? "privacy.group.other" : found->text);
}

store::PersonIds who_asks(const Acting& acting) {
  const auto subject = subject_of(acting.turn.sender, acting.context.catalogue());
  auto who = store::identify(acting.database(), subject);
  if (const auto& id = acting.turn.sender.id;
      who.known() && !id.empty() && std::find(who.ids.begin(), who.ids.end(), id) == who.ids.end()) {
    who.ids.push_back(id);
  }
  return who;
}

/// "– påmindelser, du selv har sat: 3", each group once, in the order above; of what `wanted` says.
template <typename Wanted>
std::vector<std::string> lines_of(const std::vector<store::PersonRows>& data, const Texts& texts,
                                  const Wanted& wanted) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const auto& group : groups) {
    counts.emplace_back(group.text, 0);
  }
  counts.emplace_back("privacy.group.other", 0);
  for (const auto& kind : data) {
    if (wanted(kind.fate)) {
      const auto text = text_of(kind.kind);
      std::find_if(counts.begin(), counts.end(), [&](const auto& one) {
        return one.first == text;
      })->second += kind.rows.size();
    }
  }
  std::vector<std::string> lines;
  for (const auto& [text, count] : counts) {
    if (count > 0) {
      lines.push_back(
          texts.say("privacy.line", {{"what", texts.say(text)}, {"count", std::to_string(count)}}));
    }
  }
  return lines;
}

Part words(std::vector<std::string> lines) {
  Part part;
  part.sections.push_back(TextSection{std::move(lines), {}});
  return part;
}

/// Who can hand over all of it: the first administrator that the catalogue knows.
std::string how_to_get_it_all(const Acting& acting) {
  const auto& texts = acting.context.texts;
  for (const auto& administrator : acting.context.policy.administrators) {
    if (const auto name = name_of(administrator, acting.context); !name.empty()) {
      return texts.say("privacy.all_from", {{"person", name}});
    }
  }
  return texts.say("privacy.all_from_somebody");
}

Part show(const store::PersonIds& who, const Acting& acting) {
  const auto& texts = acting.context.texts;
  auto lines = lines_of(store::person_data(acting.database(), who), texts, [](store::Fate) { return true; });
  if (lines.empty()) {
    return words({texts.say("privacy.nothing")});
  }
  lines.insert(lines.begin(), texts.say("privacy.lead"));
  lines.push_back(texts.say("privacy.never"));
  lines.push_back(how_to_get_it_all(acting));
  return words(std::move(lines));
}

Part ask_to_delete(const store::PersonIds& who, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto data = store::person_data(acting.database(), who);
  const auto going = lines_of(data, texts, [](store::Fate fate) { return fate == store::Fate::erased; });
  const auto staying = lines_of(data, texts, [](store::Fate fate) { return fate != store::Fate::erased; });
  if (going.empty()) {
    std::vector<std::string> lines{texts.say("privacy.nothing_to_delete")};
    lines.insert(lines.end(), staying.begin(), staying.end());
    lines.push_back(texts.say("privacy.why_kept"));
    return words(std::move(lines));
  }
  OfferSection section{{texts.say("privacy.delete_lead")}, {}};
  section.lines.insert(section.lines.end(), going.begin(), going.end());
  if (!staying.empty()) {
    section.lines.push_back(texts.say("privacy.keep_lead"));
    section.lines.insert(section.lines.end(), staying.begin(), staying.end());
    section.lines.push_back(texts.say("privacy.why_kept"));
  }
  section.lines.push_back(texts.say("privacy.sure"));
  section.offers =
      yes_or_no(pending_word, texts.say("privacy.button.delete"), texts.say("privacy.button.keep"));
  wait_for_yes(pending_word, 0, acting);
  Part part;
  part.sections.push_back(std::move(section));
  return part;
}

}  // namespace

std::optional<Part> act_on_privacy(const Intent& intent, const Acting& acting) {
  if (intent.name != IntentName::privacy_export && intent.name != IntentName::privacy_delete) {
    return std::nullopt;
  }
  const auto& texts = acting.context.texts;
  if (acting.context.scope != Scope::personal) {
    return words({texts.say("privacy.private_only")});
  }
  const auto who = who_asks(acting);
  if (!who.known()) {
    return words({texts.say("privacy.nothing")});
  }
  return intent.name == IntentName::privacy_export ? show(who, acting) : ask_to_delete(who, acting);
}

std::optional<Sections> do_delete_own_data(const std::string&, bool yes, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (!yes) {
    return Sections{TextSection{{texts.say("privacy.kept")}, {}}};
  }
  const auto today = acting.context.today;
  store::erase_person(acting.transaction(), who_asks(acting),
                      {today - std::chrono::days(acting.context.policy.leaver_days), acting.turn.now});
  acting.outcome.changed_data = true;
  return Sections{TextSection{{texts.say("privacy.deleted"), texts.say("privacy.deleted_rest")}, {}}};
}

}  // namespace handlers
