import { CONSENT_NO, CONSENT_YES } from '../../src/domain/consent';
import { answeredBlocks, questionBlocks } from '../../src/outbound/rocketchat/consent-blocks';
import { translator } from '../../src/text/translate';

const APP = 'app-id';
const CUST = { id: 'id-cust', username: 'cust' };
type Blocks = ReturnType<typeof questionBlocks>;

/** What each button says, does and is about. */
const buttons = (blocks: Blocks): unknown[] =>
  blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((element) => element.type === 'button' && [element.text.text, element.actionId, element.value])
      : [],
  );
const text = (blocks: Blocks): string | undefined => blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text] : []))[0];

describe('the question whether a customer may come in', () => {
  const question = questionBlocks(CUST, APP, translator('en'));

  test('names the customer and has a yes and a no about them, which the app answers', () => {
    expect(text(question)).toContain('cust');
    expect(buttons(question)).toEqual([
      ['Let in', CONSENT_YES, 'id-cust'],
      ['Keep out', CONSENT_NO, 'id-cust'],
    ]);
  });

  test('is asked in the language of the workspace', () => {
    expect(text(questionBlocks(CUST, APP, translator('de')))).not.toBe(text(question));
  });

  test('mentions and formats nothing by a user name that is no plain one', () => {
    const said = text(questionBlocks({ id: 'x', username: '@all *x*' }, APP, translator('en')));
    expect(said).not.toContain('@all');
    expect(said).not.toContain(' *x*');
  });

  test('belongs to the app in every block and button, or else nobody answers a click', () => {
    const elements = [...question, ...question.flatMap((block) => (block.type === 'actions' ? [...block.elements] : []))];
    expect(elements).toHaveLength(4);
    for (const element of elements) expect(element).toMatchObject({ appId: APP });
  });
});

describe('the answered question', () => {
  const answered = (granted: boolean): Blocks => answeredBlocks('So be it.', CUST, granted, APP, translator('en'));

  test('has no button after a yes', () => {
    expect(answered(true)).toHaveLength(1);
    expect(text(answered(true))).toBe('So be it.');
  });

  test('can still be answered with yes after a no', () => {
    expect(text(answered(false))).toBe('So be it.');
    expect(buttons(answered(false))).toEqual([['Let in', CONSENT_YES, 'id-cust']]);
  });
});
