/** What each kind of surface takes, as `@rocket.chat/ui-kit` has it; clients leave out everything else without a word. */
export const SURFACES = {
  message: ['actions', 'context', 'divider', 'image', 'section', 'preview', 'video_conf', 'callout'],
  modal: ['actions', 'context', 'divider', 'image', 'input', 'section', 'callout'],
  contextual_bar: ['actions', 'context', 'divider', 'image', 'input', 'section'],
} as const;

export type SurfaceKind = keyof typeof SURFACES;
