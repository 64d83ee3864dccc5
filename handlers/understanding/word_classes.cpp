#include "handlers/understanding/word_classes.hpp"

#include "store/text/word_table.hpp"
#include "store/text/words.hpp"

#include <cstdint>

namespace handlers::understanding {
namespace {

enum class WordClass : std::uint8_t {
  none,
  telling,
  outside,
  who,
  all_of_us,
  any_matter,
  rules,
  leaning,
  incomplete,
  determiner,
  past,
  preparing,
  building
};

// Lists of word forms, one blank between. The line breaks are for people only.

constexpr std::string_view telling_words =
    "opmærksom opmærksomme melde melder meldes meldt orientere orienterer orienteres informere informerer "
    "informeres underrette underretter underrettes meddele meddeler meddeles videregive videregiver "
    "videresende videresender videreformidle formidle rapportere rapporterer rapporteres indberette "
    "indberetter anmelde anmelder alarmere alarmerer advisere advare advarer betro indvie involvere "
    "involverer inddrage inddrager fremlægge forelægge forelægger klage klager beklage skælde brokke "
    "konsultere rådspørge nævne nævner bede beder tilkalde tilkalder "
    "hidkalde oversende overdrage aflevere "
    "notify notifies notified inform informs informed alert alerts report reports reported raise raises "
    "warn warns mention consult approach complain complains complaint escalate escalates forward forwards "
    "pass "
    "passes told aware attention see";

constexpr std::string_view outside_words =
    "søn sønnen sønner datter datteren døtre barn barnet børn børnene dreng drengen pige pigen mor moren far "
    "faren forælder forældre bror søster mormor morfar farmor farfar bedstemor bedstefar mand manden kone "
    "konen kæreste ven veninde dame damen herre nabo naboen familie familien "
    "son daughter child children kid kids boy girl mum mom mother dad father parent parents brother sister "
    "grandmother grandfather husband wife man woman friend lady neighbour neighbor family";

constexpr std::string_view other_who_words =
    "elev eleven elever praktikant praktikanten lærling lærlingen borger borgeren medarbejder medarbejderen "
    "kollega kollegaen ansat ansatte leder lederen chef chefen "
    "pupil pupils student students apprentice trainee intern citizen citizens resident employee colleague "
    "coworker boss manager";

constexpr std::string_view words_for_all_of_us = "kommunen kommune kommunens municipality municipal council";

constexpr std::string_view words_of_any_matter =
    "tilladelser godkendelse godkendelsen ansøgning ansøgningen regning regningen "
    "faktura "
    "fakturaen samtale samtalen kort kortet plads pladsen system systemet papirer "
    "papirerne skema skemaet "
    "blanket blanketten approval "
    "application card bill invoice form forms paperwork permit permits";

constexpr std::string_view words_of_rules =
    "reglerne regelsættet proceduren procedurerne processen fremgangsmåden betingelserne vilkårene kravene "
    "retningslinjerne rammerne formalia rules procedure requirements formalities";

constexpr std::string_view leaning_words =
    "muligheden mulighederne praktiske detaljerne ny nyt først bagefter væk arbejdet arbejdspladsen "
    "options possibilities practicalities details new afterwards "
    "lov tilladelse tilladelsen permission";

constexpr std::string_view incomplete_words = "adgang adgangen access";

constexpr std::string_view words_of_the_past = "igår forleden dengang tidligere yesterday earlier previously";

constexpr std::string_view preparing_words =
    "øvelse øvelsen øvelser kursus kurset kurser plan planen planer instruks instruksen forsikring "
    "forsikringen sikring sikringen politik politikken eftersyn forebyggelse vejledning vejledningen "
    "undervisning underviser undervise tilsyn regler rapport "
    "drill drills course training teaches teach prevention policy plan plans insurance report certificate "
    "extinguisher extinguishers inspection";

constexpr std::string_view words_of_buildings =
    "rådhuset stationen biblioteket skolen børnehaven vuggestuen hallen svømmehallen kontoret "
    "plejehjemmet "
    "kantinen gangen toilettet kælderen institutionen arbejdet jobbet "
    "hall library school kindergarten station office canteen basement work";

constexpr std::string_view determiners =
    "en et min mit mine din dit vores sin sit hans hendes deres "
    "a an the my our his her their your";

const store::WordTable<WordClass>& classes() {
  static const auto all = [] {
    store::WordTable<WordClass> made;
    store::Words words;
    const auto add = [&](std::string_view list, WordClass as) {
      words.read(list);
      for (std::size_t i = 0; i < words.size(); ++i) made[words[i]] = as;
    };
    add(telling_words, WordClass::telling);
    add(outside_words, WordClass::outside);
    add(other_who_words, WordClass::who);
    add(words_for_all_of_us, WordClass::all_of_us);
    add(words_of_any_matter, WordClass::any_matter);
    add(words_of_rules, WordClass::rules);
    add(leaning_words, WordClass::leaning);
    add(incomplete_words, WordClass::incomplete);
    add(determiners, WordClass::determiner);
    add(words_of_the_past, WordClass::past);
    add(preparing_words, WordClass::preparing);
    add(words_of_buildings, WordClass::building);
    return made;
  }();
  return all;
}

bool is(std::string_view word, WordClass wanted) {
  const WordClass* found = classes().find(word);
  return found != nullptr && *found == wanted;
}

}  // namespace

bool is_telling(std::string_view word) {
  return is(word, WordClass::telling);
}

bool is_who_it_happened_to(std::string_view word) {
  return is(word, WordClass::who) || is(word, WordClass::outside);
}

bool is_outside_of_work(std::string_view word) {
  return is(word, WordClass::outside);
}

bool is_all_of_us(std::string_view word) {
  return is(word, WordClass::all_of_us);
}

bool is_part_of_any_matter(std::string_view word) {
  return is(word, WordClass::any_matter);
}

bool leans_on_a_story(std::string_view word) {
  return is(word, WordClass::leaning) || is(word, WordClass::rules);
}

bool needs_a_story(std::string_view word) {
  return leans_on_a_story(word) || is(word, WordClass::incomplete);
}

bool is_of_the_past(std::string_view word) {
  return is(word, WordClass::past);
}

bool prepares(std::string_view word) {
  return is(word, WordClass::preparing) || is(word, WordClass::rules);
}

bool is_building(std::string_view word) {
  return is(word, WordClass::building);
}

bool is_determiner(std::string_view word) {
  return is(word, WordClass::determiner);
}

}  // namespace handlers::understanding
