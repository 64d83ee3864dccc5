#include "handlers/gatherings/plan_words.hpp"

#include <algorithm>
#include <array>

namespace handlers::plan_words {

const std::string_view capacity_labels =
    "max maks maksimum maksimalt maximum højst højest kapacitet capacity maximalt loft limit";
const std::string_view people_words =
    "deltagere deltager personer mennesker pladser plads mand people participants attendees seats places "
    "persons";
const std::string_view chair_labels = "mødeleder ordstyrer mødeformand chair chaired chairperson facilitator";
const std::string_view minutes_labels =
    "referent referatet minute-taker minutetaker minutes notetaker note-taker sekretær";
const std::string_view case_labels =
    "sagsnr sagsnummer sagsnummeret sag journalnr journalnummer jnr j.nr case casenumber";
const std::string_view agenda_labels = "dagsorden dagsordenen dagsordnen agenda punkter";
const std::string_view reason_labels = "fordi because grundet pga";
const std::string_view place_prepositions =
    "i på via over hos ved in at on sted stedet mødested mødestedet "
    "place venue location";
const std::string_view place_ends =
    "med for til fra og så hvor men kl klokken den d from with to and then but max maks højst svar "
    "tilmelding "
    "referent mødeleder dagsorden agenda som samme same at hvis if fordi because";
const std::string_view no_places =
    "år dag uge alt gang forbindelse stedet stedet forhold baggrund god tide løbet advance total order least "
    "all most case general stead både denne vores alle formiddag eftermiddag morgen aften weekenden mødet "
    "week month måneden måned kalenderen calendar stedet";
const std::string_view name_ends =
    "i på via kl klokken den d og and with in at on max maks højst sag sagsnr svar referent mødeleder "
    "ordstyrer "
    "minutes minute-taker chair dagsorden agenda tilmelding plads for til som fra hos ved er tager is";
const std::string_view invite_words = "inviter invitere inviterer indkald indkalde indkalder invite";
const std::string_view invitee_ends =
    "til to for om about kl klokken den d på on at i in via max maks højst sag sagsnr svar referent "
    "mødeleder "
    "ordstyrer dagsorden agenda tilmelding som as fra from ved by er is";
const std::string_view no_invitees = "et en a an the alle all alt everybody everyone";
const std::string_view topic_ends =
    "kl klokken den d på on at i in via med with til to max maks højst sag sagsnr svar referent mødeleder "
    "ordstyrer dagsorden agenda tilmelding fra from hvor where";
const std::string_view filling =
    "ret ændr ændre rettes skift sæt tiden starttid starttiden starttidspunktet der flyt flyttes flyttet "
    "move change set make put stedet sted tid tidspunkt "
    "tidspunktet til det den de et en at er i på om for med og så bare hellere nej ja tak gerne lad os vi "
    "kan "
    "du jeg please the a an to it is be in on of for instead rather yes no ok okay let us we can you i mødet "
    "møde dagen datoen date time place venue location hæv sænk raise lower lav skal være holdes afholdes "
    "kunne må could should would like vil jo da nu max maks start starter begynder slutter ends starts "
    "til-og-med as same samme lokale2 day mødelokalet lokalet room pladser plads deltagere people ogsa også "
    "planlæg opret indkald inviter";

namespace {

constexpr std::string_view network_words[] = {"netværk", "grup",  "network", "group",
                                              "udvalg",  "forum", "koordin", "coordin"};

struct Kind {
  std::string_view ending;
  std::string_view kind;  ///< without its article
};
constexpr Kind kinds[] = {
    {"mødet", "møde"},
    {"møde", "møde"},
    {"møder", "møde"},
    {"mødets", "møde"},
    {"plenummet", "plenum"},
    {"plenum", "plenum"},
    {"plenumet", "plenum"},
    {"workshoppen", "workshop"},
    {"workshop", "workshop"},
    {"workshops", "workshop"},
    {"seminaret", "seminar"},
    {"seminar", "seminar"},
    {"temadagen", "temadag"},
    {"temadag", "temadag"},
    {"samlingen", "samling"},
    {"samling", "samling"},
    {"webinaret", "webinar"},
    {"webinar", "webinar"},
    {"kurset", "kursus"},
    {"kursus", "kursus"},
    {"frokosten", "frokost"},
    {"frokost", "frokost"},
    {"receptionen", "reception"},
    {"reception", "reception"},
    {"get-together", "get-together"},
    {"kickoff", "kickoff"},
    {"kick-off", "kick-off"},
    {"meeting", "meeting"},
    {"meetings", "meeting"},
    {"plenary", "plenary"},
    {"session", "session"},
    {"gathering", "gathering"},
    {"lunch", "lunch"},
    {"brunch", "brunch"},
    {"studietur", "studietur"},
    {"studieturen", "studietur"},
};

/// What stands before "møde" in the name of a kind, not of a group.
constexpr std::string_view meeting_kinds =
    "kaffe tema status plan planlægnings gåhjem gå-hjem morgen frokost års opstarts start afslutnings "
    "netværks gruppe styregruppe koordinerings koordinations video web online dialog informations info "
    "orienterings stor fælles special ekstra kort opfølgnings evaluerings erfa plenum vidensdelings budget";

}  // namespace

bool listed(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto next = list.substr(0, list.find(' '));
    if (next == word) {
      return true;
    }
    list.remove_prefix(std::min(list.size(), next.size() + 1));
  }
  return false;
}

std::string kind_of(std::string_view folded) {
  if (folded.ends_with("lokale") || folded.size() > 60) {
    return "";
  }
  std::string best;
  std::size_t longest = 0;
  for (const auto& [ending, kind] : kinds) {
    const auto stem = folded.size() - std::min(folded.size(), ending.size());
    if (folded.ends_with(ending) && ending.size() > longest && stem != 1) {
      best = std::string(folded.substr(0, stem)) + std::string(kind);
      longest = ending.size();
    }
  }
  return best;
}

std::string owner_in(std::string_view folded_kind) {
  constexpr std::string_view meeting = "møde";
  if (!folded_kind.ends_with(meeting) || folded_kind.size() <= meeting.size() + 3) {
    return "";
  }
  auto owner = folded_kind.substr(0, folded_kind.size() - meeting.size());
  if (owner.ends_with('-')) {
    owner.remove_suffix(1);
  }
  return listed(meeting_kinds, owner) ? "" : std::string(owner);
}

bool begins_place(std::string_view folded) {
  constexpr std::string_view beginnings[] = {
      "mødelokale", "lokale",       "rådhus",       "bibliotek", "kantine",  "teams",     "zoom",
      "online",     "room",         "mødeværelse",  "kontor",    "auditori", "byrådssal", "salen",
      "foyer",      "kulturhus",    "town",         "library",   "canteen",  "skole",     "havne",
      "mødecenter", "fælleshus",    "direktionens", "skype",     "webex",    "hall",      "office",
      "sognegård",  "medborgerhus", "jobcenter",    "stuen",     "mødesal"};
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view beginning) { return folded.starts_with(beginning); });
}

bool says_network(std::string_view folded) {
  return std::any_of(std::begin(network_words), std::end(network_words),
                     [&](std::string_view part) { return folded.find(part) != std::string_view::npos; });
}

SendWords send_words_in(std::string_view folded) {
  constexpr std::string_view sending = "send udsend afsend";
  constexpr std::string_view leading = "lederne ledere leaders managers";
  constexpr std::string_view going_along =
      "den det dem ud nu bare så gerne tak ja ok okay du må godt til først invitation invitationen "
      "invitationer invitationerne it them out now please the yes invitations to first";
  constexpr std::string_view marks = " \t\r\n,.!";
  SendWords found;
  for (std::size_t at = folded.find_first_not_of(marks); at != std::string_view::npos;) {
    const auto end = std::min(folded.find_first_of(marks, at), folded.size());
    const auto word = folded.substr(at, end - at);
    const bool sends = listed(sending, word);
    const bool leads = listed(leading, word);
    if (!sends && !leads && !listed(going_along, word)) {
      return {};
    }
    found.send = found.send || sends;
    found.leaders = found.leaders || leads;
    at = folded.find_first_not_of(marks, end);
  }
  return found;
}

}  // namespace handlers::plan_words
