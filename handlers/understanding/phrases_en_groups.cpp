#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

constexpr WordGroup rows[] = {
    {"be", "is are s was re"},
    {"cover", "substitute stand-in standin deputy cover backup back-up replacement sub stand"},
    {"covers", "covers cover covering replaces replacing substitutes substituting covered minding"},
    {"leader", "manager managers boss leader leaders supervisor head superior chief director line"},
    {"staff", "staff team employees employee people reports colleagues colleague members coworkers"},
    {"tasks", "tasks task responsibilities responsibility duties areas job jobs worksheet sheet remit"},
    {"phone", "phone telephone number mobile cell extension tel"},
    {"mail", "email mail e-mail"},
    {"contact", "contact contacts details"},
    {"when",
     "today tomorrow now monday tuesday wednesday thursday friday saturday sunday week weekend morning "
     "afternoon month january february march "
     "april may june july august september october november december while next this tonight easter "
     "christmas summer"},
    {"private", "private home personal"},
    {"sick", "sick ill unwell"},
    {"ill",
     "sick ill pregnant fired sacked divorced married single depressed stressed alcoholic gay lesbian "
     "christian muslim jewish dying engaged "
     "separated suspended dismissed"},
    {"secret",
     "salary wage wages pay payslip diagnosis illness illnesses birthday cpr age religion faith sexuality "
     "health debt income disease medication "
     "medicine wife husband girlfriend boyfriend children spouse partner absences politics union"},
    {"meet",
     "meeting meetings plenary workshop seminar session gathering event kickoff get-together conference "
     "assembly invite"},
    {"messages",
     "reminder reminders message messages notification notifications alerts alert pings nudges spam"},
    {"net", "network networks group groups forum committee"},
    {"owner", "owner owners area-owner catalogue-owner editor"},
    {"administrator", "administrator administrators admin admins"},
    {"overview", "digest summary overview newsletter report status roundup"},
};

}  // namespace

std::span<const WordGroup> groups() {
  return rows;
}

}  // namespace handlers::understanding::english
