/**
 * Makes VS Code in a page say that its display language is `locale`. No language pack is needed for that:
 * the workbench's own words stay English, but extensions see the language and show their translations.
 */
export async function speakLanguage(page, locale) {
  if (!locale) return;
  await page.addInitScript((language) => {
    globalThis._VSCODE_NLS_LANGUAGE = language;
  }, locale);
}
