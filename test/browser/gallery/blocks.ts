import type { LayoutBlock, Option } from '@rocket.chat/ui-kit';

const APP = 'a51b3f0e-3c55-4f0a-9a54-4f7f1f8a2d77';

const words = (text: string) => ({ type: 'plain_text', text }) as const;
const rich = (text: string) => ({ type: 'mrkdwn', text }) as const;
const option = (value: string): Option => ({ value, text: words(value) });
const options = ['red', 'green', 'blue'].map(option);

const element = <Type extends string>(type: Type, actionId: string, blockId: string) => ({ type, appId: APP, blockId, actionId }) as const;

/** What a message can show. */
export const MESSAGE_BLOCKS: LayoutBlock[] = [
  {
    type: 'section',
    text: rich('A *section* with an accessory'),
    accessory: { ...element('button', 'accessory', 'section'), text: words('Beside'), value: 'beside' },
  },
  { type: 'section', fields: [rich('*State*\nopen'), rich('*Owner*\nalice')] },
  {
    type: 'actions',
    blockId: 'actions',
    elements: [
      { ...element('button', 'press', 'actions'), text: words('Press'), value: 'pressed', style: 'primary' },
      { ...element('button', 'remove', 'actions'), text: words('Remove'), value: 'removed', style: 'danger' },
      { ...element('static_select', 'pick', 'actions'), placeholder: words('A colour'), options },
      { ...element('overflow', 'more', 'actions'), options },
    ],
  },
  { type: 'divider' },
  { type: 'callout', variant: 'warning', title: words('Careful'), text: words('This is a callout.') },
  { type: 'image', imageUrl: 'javascript:alert(1)', altText: 'no picture' },
  { type: 'context', elements: [rich('small print')] },
];

/** What only views can show: every input there is. */
export const INPUT_BLOCKS: LayoutBlock[] = [
  input('title', 'Title', { ...element('plain_text_input', 'title', 'title'), placeholder: words('What is it about?') }),
  input('text', 'Text', { ...element('plain_text_input', 'text', 'text'), multiline: true, initialValue: 'as it was' }),
  input('queue', 'Queue', { ...element('static_select', 'queue', 'queue'), placeholder: words('Choose'), options, initialValue: 'green' }),
  input('tags', 'Tags', { ...element('multi_static_select', 'tags', 'tags'), placeholder: words('Choose'), options, maxSelectItems: 2 }),
  input('date', 'Date', element('datepicker', 'date', 'date')),
  input('time', 'Time', { ...element('time_picker', 'time', 'time'), initialTime: '14:05' }),
  input('boxes', 'Boxes', { ...element('checkbox', 'boxes', 'boxes'), options, initialOptions: [option('red')] }),
  input('one', 'One of', { ...element('radio_button', 'one', 'one'), options }),
  input('switches', 'Switches', { ...element('toggle_switch', 'switches', 'switches'), options: [option('on')] }),
  input('scale', 'Scale', { ...element('linear_scale', 'scale', 'scale'), minValue: 1, maxValue: 5 }),
  input('person', 'Person', element('users_select', 'person', 'person')),
];

/** What the views can do besides being submitted. */
export const VIEW_ACTIONS: LayoutBlock = {
  type: 'actions',
  blockId: 'now',
  elements: [
    { ...element('button', 'press', 'now'), text: words('Press'), value: 'pressed' },
    { ...element('button', 'refill', 'now'), text: words('Refill') },
  ],
};

/** Comes with an update of the open view. */
export const LATE_INPUT = input('late', 'Late', { ...element('plain_text_input', 'late', 'late'), initialValue: 'filled in later' });

function input(blockId: string, label: string, inside: Extract<LayoutBlock, { type: 'input' }>['element']): LayoutBlock {
  return { type: 'input', appId: APP, blockId, label: words(label), hint: words(`hint for ${label}`), element: inside };
}
