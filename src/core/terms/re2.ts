/** Apart from what uses it, so that it can be loaded when the first regular expression is met. */
export { RE2JS, RE2JSSyntaxException } from 're2js';
