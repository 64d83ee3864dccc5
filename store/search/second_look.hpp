#pragma once
// What the scores alone do not tell: tasks that were found by a slip or by the stem of another word, and
// those that are called like what the question begins with.
#include "store/search/index.hpp"
#include "store/search/query.hpp"
#include "store/search/scoring.hpp"

#include <string_view>
#include <vector>

namespace store::search {

// What a score means: README.md.
inline constexpr float least_to_be_near = 0.15F;
inline constexpr std::size_t most_near = 3;

/// True if the best task is far enough ahead, and has enough of the question.
bool is_sure(const std::vector<Scored>&);

/// True for words of procedure, which belong to every trade: alone they are no task, even if only one has
/// such a keyword.
bool says_no_trade(std::string_view stem);

/// Looks at the best tasks of a question once more. Takes the lists best first, and leaves them so.
class SecondLook {
 public:
  SecondLook(const Catalogue& catalogue, const Index& tasks) : catalogue_(catalogue), tasks_(tasks) {}

  /// A slip in a short word is believed only if a word of the task, as it is written, is one slip away: that
  /// stems are alike is not enough ("drager" is no "drugs"). Nor is it ever enough to be sure ("beatles" is
  /// no "betaler").
  void take_back_slips(const Query& query, std::vector<Scored>& scored) const;

  /// Tasks that have another word of the same short stem ("Banner", where "bane" was asked) are near at most
  /// where others have the word itself. Where none has, it may be a slip, and is not sure.
  void take_back_other_words(const Query& query, std::vector<Scored>& scored) const;

  /// Who somebody is names no task where something else is said of them: "min nabo er fra Polen" is about no
  /// neighbour's rats.
  void take_back_who_it_is(const Query& query, std::vector<Scored>& scored) const;

  /// True if the best task does not say enough of the question itself, or if one word was asked that is only
  /// a part of what the task is about.
  bool doubts(const Query& query, const Scored& best) const;

  /// True if the best task is called so, in one word.
  bool titled(const std::vector<Scored>& scored) const;

  /// Where no task has much of a question, the one that is all about what the question begins with comes
  /// first: what stands behind it says where and why ("rotter i kælderen, og viceværten svarer ikke"). False
  /// if none of the first ones is.
  bool put_subject_first(const Query& query, std::vector<Scored>& scored) const;

  /// What a question begins with may be a task by itself, and what follows only says where: "parkering ved
  /// skolen". Such a task is among the first to choose from, whatever else has to do with the place.
  void offer_called_so(const Query& query, std::vector<Scored>& scored) const;

 private:
  bool believed(const Query&, TaskIndex, bool every_word) const;
  void drop_worse_slips(const Query&, std::vector<Scored>&) const;

  const Catalogue& catalogue_;
  const Index& tasks_;
};

}  // namespace store::search
