#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"^ ?kan/må ?du/jeg vis/vise/se/få/hent/hente/give/giv ?mig ?se ?min/vores/den status/statussen "
     "?over/på/for/i "
     "?min/vores "
     "?afdeling/enhed/team/område/kataloget ?nu/lige ?tak $",
     digest_show},
    {"^ vis/se/hent/giv ?mig ?min/den ?ugentlige/månedlige {overview} ?nu/lige ?tak $", digest_show},
    {"^ ?hvad/hvordan er/ser ?status/det ?status ?ud ?i/for/med/på min/vores "
     "afdeling/enhed/team/område/opgaver $",
     digest_show},
    {"pause/pausér/pauser/udsæt/pausere/sæt ?min/den/mine ?ugentlige/månedlige {overview} ?på ?pause ?<text>",
     digest_subscribe, "want=pause"},
    {"genoptag/genoptage/genstart/start ?min/den ?ugentlige/månedlige {overview} ?igen ...", digest_subscribe,
     "want=resume"},
    {"send/giv ?min/den ?ugentlige/månedlige {overview} til <person> når/mens/hvis/så jeg ...",
     digest_subscribe, "want=stand_in"},
    {"<person> skal/må ?gerne få/have/modtage ?min/den ?ugentlige/månedlige {overview} når/mens/hvis ...",
     digest_subscribe, "want=stand_in"},
    {"ingen skal/må få/have ?min/den ?ugentlige/månedlige {overview} når/mens/hvis ...", digest_subscribe,
     "want=stand_in"},
    {"hvilke/hvor ?mange/vis/find/list ?mig ?alle/de opgaver ?som/der/hvor har/hænger/med/ligger/er "
     "?på/hos/der kun "
     "en/én/1/een/et ...",
     gap_report},
    {"hvilke/vis/find ?mig ?alle opgaver ?som/der hænger/ligger/står ?kun på/hos ?kun én/en/enkelt/een "
     "?enkelt/eneste ?person/kollega/medarbejder ...",
     gap_report},
    {"^ hvad mangler ?der ?i/på/hos ?os/kataloget/min/vores/mit ?afdeling/enhed/team/område $$", gap_report},
    {"^ hvad er ?der ?ikke/udækket dækket/udækket ?i/hos ?os/min/vores/mit ?afdeling/enhed/team/område $$",
     gap_report},
    {"^ ?vis ?mig hvor/huller/hullerne ?er ?huller/hullerne $$", gap_report},
    {"opgaver ?som/der har/hænger/med/ligger ?på/hos kun en/én/1/een ...", gap_report},
    {"hvilke/vis/find ?mig ?alle opgaver ?der/som har/er ?der ingen/uden ?en vikar/stedfortræder/afløser ...",
     gap_report},
};

}  // namespace

std::span<const PatternRow> overviews() {
  return rows;
}

}  // namespace handlers::understanding::danish
