/** The app's texts for Rocket.Chat's own pages: language → key → text. */
export type AppTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * @param language what the person chose; English stands in for what a language lacks
 * @returns the text for a key, or the key itself, as Rocket.Chat shows it
 */
export function appWord(texts: AppTexts, language: string, key: string): string {
  return texts[language]?.[key] ?? texts.en?.[key] ?? key;
}
