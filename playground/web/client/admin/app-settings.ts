/** A setting of the app, in the engine's words. */
export interface AppSetting {
  readonly id: string;
  readonly type: string;
  readonly packageValue: unknown;
  readonly value?: unknown;
  readonly section?: string;
  readonly i18nLabel: string;
  readonly i18nDescription?: string;
  readonly multiline?: boolean;
  readonly values?: readonly { readonly key: string; readonly i18nLabel: string }[];
}

/** A section of the form with its settings, in the app's order. */
export interface SettingSection {
  readonly title: string;
  readonly settings: readonly AppSetting[];
}

/** @returns what Rocket.Chat's form shows: the package's value stands in for every empty one, false and 0 included */
export function shownValue({ value, packageValue }: Pick<AppSetting, 'value' | 'packageValue'>): unknown {
  return [value, packageValue].find(Boolean) ?? packageValue;
}

export function sectionsOf(settings: readonly AppSetting[]): SettingSection[] {
  const titles = [...new Set(settings.map(({ section = '' }) => section))];
  return titles.map((title) => ({ title, settings: settings.filter(({ section = '' }) => section === title) }));
}
