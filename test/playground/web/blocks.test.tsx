import {
  UiKitParserContextualBar,
  UiKitParserMessage,
  UiKitParserModal,
  type Block,
  type Markdown,
  type PlainText,
} from '@rocket.chat/ui-kit';
import { renderToStaticMarkup } from 'react-dom/server';
import { Blocks } from '../../../playground/web/client/blocks/blocks';
import { Surface, type SurfaceState } from '../../../playground/web/client/blocks/surface-state';
import { SURFACES, type SurfaceKind } from '../../../playground/web/client/blocks/surfaces';
import { valuesOf } from '../../../playground/web/client/blocks/values';
import { INPUT_BLOCKS, MESSAGE_BLOCKS } from '../../browser/gallery/blocks';

function drawn(kind: SurfaceKind, blocks: readonly object[], errors: SurfaceState['errors'] = {}): string {
  const given = blocks as Block[]; // as: what an app sends is whatever it sends
  const surface = { values: valuesOf(INPUT_BLOCKS), errors, keep: () => undefined, act: () => undefined };
  return renderToStaticMarkup(
    <Surface value={surface}>
      <Blocks kind={kind} blocks={given} />
    </Surface>,
  );
}

class MessageTypes extends UiKitParserMessage<string> {
  readonly types = this.allowedLayoutBlockTypes;
  plain_text = ({ text }: PlainText): string => text;
  mrkdwn = ({ text }: Markdown): string => text;
}
class ModalTypes extends UiKitParserModal<string> {
  readonly types = this.allowedLayoutBlockTypes;
  plain_text = ({ text }: PlainText): string => text;
  mrkdwn = ({ text }: Markdown): string => text;
}
class BarTypes extends UiKitParserContextualBar<string> {
  readonly types = this.allowedLayoutBlockTypes;
  plain_text = ({ text }: PlainText): string => text;
  mrkdwn = ({ text }: Markdown): string => text;
}

test.each([
  ['message', new MessageTypes()],
  ['modal', new ModalTypes()],
  ['contextual_bar', new BarTypes()],
] as const)('a %s takes the blocks that it takes in Rocket.Chat', (kind, parser) => {
  expect([...SURFACES[kind]]).toEqual([...parser.types]);
});

test('every block and element that a message may hold is drawn without an error', () => {
  const html = drawn('message', MESSAGE_BLOCKS);
  expect(html).not.toContain('cannot be shown');
  for (const part of [
    '<strong>section</strong>',
    '>Beside<',
    '<select',
    '>Remove<',
    '<hr/>',
    'This is a callout.',
    'no picture',
    'small print',
  ])
    expect(html).toContain(part);
});

test.each(['modal', 'contextual_bar'] as const)('every input is drawn in a %s, with its label, its hint and what it holds', (kind) => {
  const html = drawn(kind, INPUT_BLOCKS);
  expect(html).not.toContain('cannot be shown');
  for (const block of INPUT_BLOCKS) if (block.type === 'input') expect(html).toContain(`${block.label.text}</div>`);
  expect(html).toContain('hint for Queue');
  expect(html).toContain('as it was');
  expect(html).toContain('<option value="green" selected="">green</option>');
  expect(html).toContain('value="14:05"');
});

test('an error stands at the input of its action id', () => {
  const [block] = INPUT_BLOCKS;
  expect(drawn('modal', [block as object], { title: 'A title is needed.' })).toMatch(/aria-invalid="true".*A title is needed\./);
  expect(drawn('modal', [block as object], { other: 'A title is needed.' })).not.toContain('A title is needed.');
});

test.each([
  ['a block that nobody knows', 'message', { type: 'carousel' }, '“carousel” cannot be shown in a message'],
  ['an input in a message', 'message', INPUT_BLOCKS[0], '“input” cannot be shown in a message'],
  ['a callout in a contextual bar', 'contextual_bar', { type: 'callout', text: { type: 'plain_text', text: 'x' } }, '“callout” cannot be'],
  [
    'an element that nobody knows',
    'modal',
    { type: 'actions', elements: [{ type: 'slider' }] },
    '“slider” cannot be shown in a block of actions',
  ],
  [
    'an unknown accessory',
    'message',
    { type: 'section', text: { type: 'mrkdwn', text: 'x' }, accessory: { type: 'map' } },
    '“map” cannot be',
  ],
  ['an unknown input', 'modal', { type: 'input', label: { type: 'plain_text', text: 'x' }, element: { type: 'knob' } }, '“knob” cannot be'],
] as const)('%s is a visible error', (_what, kind, block, message) => {
  expect(drawn(kind, [block as object])).toContain(message);
});

test('a button with an address that would run a script cannot be clicked, and a picture from there is not loaded', () => {
  const button = { type: 'button', actionId: 'a', blockId: 'b', text: { type: 'plain_text', text: 'Go' }, url: 'javascript:alert(1)' };
  const html = drawn('message', [
    { type: 'actions', elements: [button] },
    { type: 'image', imageUrl: 'javascript:alert(1)', altText: 'alt' },
  ]);
  expect(html).not.toContain('javascript');
  expect(html).toMatch(/<button[^>]*disabled=""[^>]*>Go</);
  expect(html).not.toContain('<img');
});

test('plain text stays plain: no mention, no formatting, no HTML', () => {
  const html = drawn('message', [{ type: 'section', text: { type: 'plain_text', text: '*x* @all <b>' } }]);
  expect(html).toContain('*x* @all &lt;b&gt;');
});
