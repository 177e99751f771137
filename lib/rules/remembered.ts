// A year has few days and many entries: what depends on a day alone, or on a person and a day, is answered once for each.

/** @param answerOf asked once for each word; an answer of undefined is asked for again */
export function remembered<T, Word extends string = string>(answerOf: (word: Word) => T): (word: Word) => T {
  const answers = new Map<Word, T>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = answerOf(word);
    answers.set(word, answer);
    return answer;
  };
}

/** The same for two words: two look-ups, where a key made of both would be a new text for every entry. */
export function rememberedPair<T, First extends string = string, Second extends string = string>(
  answerOf: (first: First, second: Second) => T,
): (first: First, second: Second) => T {
  const ofFirst = remembered((first: First) => remembered((second: Second) => answerOf(first, second)));
  return (first, second) => ofFirst(first)(second);
}
