#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::danish {
namespace {

using enum WordKind;

// Words with one blank between; a/b: one of these. Together they ask (or are filler); alone they may name
// something.
constexpr IdiomRow rows[] = {
    {"holder/holde/have/har/haft styr på", asking},
    {"helt styr på", asking},
    {"sørger/sørge/sørget for", asking},
    {"have/få/give/giver/giv/får besked", asking},
    {"i helvede/alverden/himlens/satans/fandens", filler},
    {"bestiller/booker/får jeg/man/vi tid", asking},
    {"bestille/booke/få/have tid", asking},
    {"bestille/booke/få/have en tid", asking},
    {"holder/holde/have/har øje med", asking},
    {"hånd i hanke med", asking},
    {"følger/følge/fulgt op på", asking},
    {"snor i", asking},
    {"fingrene/fingre/finger i", asking},
    {"aktier i", asking},
    {"overblik/overblikket over/på", asking},
    {"check/tjek på", asking},
    {"det sidste/endelige ord om/i", asking},
    {"står/stå/stod bag", asking},
    {"på sit/mit/dit/hans/hendes/deres/jeres/vores bord/skrivebord/opgaveliste", asking},
    {"som sit/hans/hendes bord/område/felt/ansvarsområde/speciale", asking},
    {"hvis bord", asking},
    {"under sig", asking},
    {"med at gøre", asking},
    {"hvem er ny på", asking},
    {"skrap/skrappe/ferm/dygtig/dygtige/haj/klog/stærk/god til/i/på", asking},
    {"ved/vide/vidste noget/mest/meget/alt/lidt om", asking},
    {"sige/fortælle/vide noget/lidt/mere klogt/mere/nærmere/andet om", asking},
    {"sat ind i", asking},
    {"den/de rette/rigtige/bedste til/at/person/kollega/mand", asking},
    {"rette vedkommende/person/kollega/sted", asking},
    {"modtager/modtage henvendelser/forespørgsler/opkald/spørgsmål om", asking},
    {"i retning af", asking},
    {"skal/kan/må/bør/skulle/kunne jeg/man/vi gå til/hen/ind/videre", asking},
    {"går jeg/man/vi til/hen/ind med/om/angående/vedrørende", asking},
    {"jeg/man/vi sætte/sat i forbindelse med", asking},
    {"give/giver/giv mig/os en hånd", asking},
    {"en hånd med", asking},
    {"skal have besked om", asking},
    {"skal høres om", asking},
    {"en borger/virksomhed/forælder/kollega/kunde/leder/journalist/pårørende der/som spørger/vil/har/ringer",
     filler},
    {"tar sig af", asking},
    {"på linje/linjen 1/2/3/en/to/tre", filler},
    {"en borger på linje/linjen/tråden/telefonen", filler},
    {"få/får/fået/have lov at/til", asking},
    {"fyre/fyrer/afskedige/afskediger en medarbejder", topic},
    {"fyrer/afskediger man/jeg/vi en medarbejder", topic},
    {"mærkelig/mystisk/underlig/mistænkelig mail", topic},
    {"er/blevet/bliver fyret og", filler},
    {"mail/mailen/mails/telefon/telefonen/mobilen virker", topic},
    {"dele kontor", topic},
    {"ny/nye/nyt telefon/mobil/mobiltelefon/kontor/mail/mailadresse/nummer/telefonnummer", topic},
    {"når det gælder/handler/drejer/kommer", filler},
    {"hvad angår", filler},
    {"med hensyn til", filler},
    {"i forbindelse med", filler},
    {"på stedet", filler},
    {"giver/giv/melder jeg/man/vi besked", asking},
    {"den/det/denne slags", filler},
    {"i/til januar/februar/marts/april/maj/juni/juli/august/september/oktober/november/december", filler},
    {"rundt omkring", filler},
    {"alle/hej sammen", filler},
    {"til/i/næste/denne/dette/sidste sommer/sommeren/vinter/vinteren/efterår/efteråret/forår/foråret/år",
     filler},
    {"nu om dage", filler},
    {"for tiden", filler},
    {"hvem søren/pokker/fanden/hulen/dælen/katten/hulan/helvede/satan", filler},
    {"hvem i alverden/himlens/verden/guds/huleste", filler},
};

}  // namespace

std::span<const IdiomRow> idioms() {
  return rows;
}

}  // namespace handlers::understanding::danish
