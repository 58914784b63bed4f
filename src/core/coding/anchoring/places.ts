/** Where some words stand in a text, in order, in places that overlap too: at most so many; nowhere where there are none. */
export function* placesOf(text: string, words: string, most = Number.POSITIVE_INFINITY): Generator<number> {
  if (words === '') return;
  let left = most;
  for (let at = text.indexOf(words); at !== -1 && left > 0; at = text.indexOf(words, at + 1), left--)
    yield at;
}
