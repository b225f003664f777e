/** The short names that turn up in a help desk's chat. Rocket.Chat knows some three thousand; others are shown by their name here. */
const CHARACTERS: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  thumbsup: '👍',
  thumbsdown: '👎',
  smile: '😄',
  smiley: '😃',
  slight_smile: '🙂',
  grinning: '😀',
  grin: '😁',
  laughing: '😆',
  joy: '😂',
  wink: '😉',
  blush: '😊',
  thinking: '🤔',
  neutral_face: '😐',
  confused: '😕',
  disappointed: '😞',
  slight_frown: '🙁',
  cry: '😢',
  sob: '😭',
  rage: '😡',
  scream: '😱',
  sunglasses: '😎',
  stuck_out_tongue: '😛',
  open_mouth: '😮',
  heart: '❤️',
  tada: '🎉',
  fire: '🔥',
  eyes: '👀',
  pray: '🙏',
  clap: '👏',
  wave: '👋',
  ok_hand: '👌',
  rocket: '🚀',
  warning: '⚠️',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  question: '❓',
  exclamation: '❗',
  ticket: '🎫',
  lock: '🔒',
  bell: '🔔',
  mute: '🔇',
  hourglass: '⌛',
  memo: '📝',
  paperclip: '📎',
  printer: '🖨️',
};

/** What the page's own menu offers; the last two are what the app listens to unless its settings say otherwise. */
export const REACTIONS = ['+1', 'eyes', 'white_check_mark', 'tada', 'memo', 'mute'] as const;

/** @param shortCode with or without its colons */
export function emojiText(shortCode: string): string {
  const name = shortCode.replace(/^:|:$/g, '');
  return CHARACTERS[name] ?? `:${name}:`;
}
