/** An error whose message is meant for the person at the screen. */
export class HumanError extends Error {}

/** What a key did not do and what to do instead: said in passing, since nothing went wrong. */
export class Hint extends HumanError {}
