import { fileLine } from './file-entry';
import { keptLines, plainLine } from './plain-line';
import type { Entry, Say, Transcript } from './transcript';
import { answersLine, attachmentLines, dayLine, editedLine, headLines, speakerLine } from './transcript-sentences';
import { clockTime } from './zoned-clock';

/** Nothing is loaded from anywhere, and nothing runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; color: #1f2329; background: #fff; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
header { border-bottom: 1px solid #cbced1; margin-bottom: 1.5rem; padding-bottom: .5rem; }
header p { margin: .2rem 0; }
h1 { font-size: 1.3rem; margin: 0 0 .5rem; }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
article { margin: 0 0 1rem; break-inside: avoid; }
article article { margin: .5rem 0 0 2rem; }
article p, blockquote { margin: .1rem 0; overflow-wrap: anywhere; }
.who { font-weight: 600; }
.text, blockquote { white-space: pre-wrap; }
.note { color: #6c727a; font-size: .87em; }
blockquote { border-left: 3px solid #cbced1; padding-left: .6rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }
`;

/**
 * A transcript as one page of HTML that needs nothing else; everything in it is escaped.
 *
 * @param language of its sentences, such as `de`
 */
export function transcriptHtml(transcript: Transcript, language: string, say: Say): string {
  const [ticket = '', title = '', ...rest] = headLines(transcript, say).map(escaped);
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${[ticket, ...rest].map((line) => `<p dir="auto">${line}</p>`).join('\n')}
</header>
<main>
${days(transcript, say)}
</main>
</body>
</html>
`;
}

function days({ entries, timeZone }: Transcript, say: Say): string {
  let day = '';
  return entries
    .flatMap((entry) => {
      const today = dayLine(clockTime(entry.at, timeZone));
      const heading = today === day ? [] : [`<h2>${escaped(today)}</h2>`];
      day = today;
      return [...heading, article(entry, today, timeZone, say)];
    })
    .join('\n');
}

/** @param above the day that is named above it */
function article(entry: Entry, above: string, timeZone: string, say: Say): string {
  const { text, edited, answers, files, attachments, replies } = entry;
  const own = dayLine(clockTime(entry.at, timeZone));
  const bare = text === '' && files.length === 0 && attachments.length === 0;
  const note = (line: string): string => `<p class="note" dir="auto">${escaped(line)}</p>`;
  const parts = [
    ...(own === above ? [] : [note(own)]),
    `<p class="who" dir="auto">${escaped(speakerLine(entry, timeZone))}</p>`,
    ...(answers ? [note(answersLine(answers, say))] : []),
    ...attachments.map((one) => `<blockquote dir="auto">${kept(attachmentLines(one, say).join('\n'))}</blockquote>`),
    ...(text === '' ? [] : [`<p class="text" dir="auto">${kept(text)}</p>`]),
    ...files.map((file) => note(fileLine(file, say))),
    ...(bare ? [note(say('transcript.no_text'))] : []),
    ...(edited ? [note(editedLine(edited, timeZone, say))] : []),
    ...replies.map((reply) => article(reply, own, timeZone, say)),
  ];
  return `<article>\n${parts.join('\n')}\n</article>`;
}

const kept = (text: string): string => keptLines(text).map(escapedText).join('\n');

const escaped = (line: string): string => escapedText(plainLine(line));

function escapedText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
