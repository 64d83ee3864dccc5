#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"<person> stopper/fratræder/slutter/rejser/forlader/skal/går ?nu ?ikke/alligevel ?alligevel/ikke "
     "ikke/alligevel ...",
     person_leaves, "off=yes"},
    {"<person> bliver ?her ?nu alligevel ...", person_leaves, "off=yes"},
    {"jeg stopper/fratræder/slutter/rejser/bliver ?nu ?her ikke/alligevel ?alligevel/ikke ...", person_leaves,
     "person=me off=yes"},
    {"^ stopper/fratræder/slutter/rejser ikke alligevel $$", person_leaves, "person=me off=yes"},
    {"<person> stopper/fratræder/slutter ?den/d/i/med/pr/på/til/her/som/hos/om ...", person_leaves},
    {"<person> rejser/forlader os/kommunen/stillingen ...", person_leaves},
    {"<person> går på/af ?med pension/efterløn ...", person_leaves},
    {"<person> har sagt op ...", person_leaves},
    {"<person> har ?sin sidste arbejdsdag/dag ...", person_leaves},
    {"<person> sidste arbejdsdag/dag er ...", person_leaves},
    {"sidste arbejdsdag/dag for <person> er ...", person_leaves},
    {"^ ?og jeg stopper/fratræder/slutter ?den/d/i/med/pr/på/til/her/som/hos/om ...", person_leaves,
     "person=me"},
    {"jeg har ?min sidste arbejdsdag/dag ...", person_leaves, "person=me"},
    {"min sidste arbejdsdag/dag er ...", person_leaves, "person=me"},
    {"jeg har sagt op ...", person_leaves, "person=me"},
    {"jeg går på/af ?med pension/efterløn ...", person_leaves, "person=me"},
};

}  // namespace

std::span<const PatternRow> leaving() {
  return rows;
}

}  // namespace handlers::understanding::danish
