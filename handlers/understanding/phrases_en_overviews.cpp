#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"^ ?can ?you ?please show/see/get/give ?me ?the/my/our status ?of/for/in ?my/our/the "
     "?department/unit/team/area/catalogue ?now ?please $",
     digest_show},
    {"^ show/see/get/give ?me ?the/my ?weekly/monthly {overview} ?now ?please $", digest_show},
    {"pause/suspend ?the/my ?weekly/monthly {overview} ?<text>", digest_subscribe, "want=pause"},
    {"resume/restart/unpause ?the/my ?weekly/monthly {overview} ...", digest_subscribe, "want=resume"},
    {"send/give ?the/my ?weekly/monthly {overview} to <person> when/while/if i ...", digest_subscribe,
     "want=stand_in"},
    {"nobody should/may get/have ?the/my ?weekly/monthly {overview} when/while/if ...", digest_subscribe,
     "want=stand_in"},
    {"^ what is/s missing/uncovered ?in ?the/my/our ?catalogue/department/unit/team/area $$", gap_report},
    {"^ ?what/where/show ?are/me the gaps ?in ?the/my/our ?catalogue/department/unit/team/area $$",
     gap_report},
    {"which/what/show/list/find ?me ?the/all tasks ?that/which have/has/with/are ?only/just "
     "only/just/one/single "
     "?one/person/a ...",
     gap_report},
    {"which/what/show/list/find ?me ?the/all tasks ?that/which have/has/with/without ?no/a ?any "
     "stand/backup/deputy/stand-in ...",
     gap_report},
};

}  // namespace

std::span<const PatternRow> overviews() {
  return rows;
}

}  // namespace handlers::understanding::english
