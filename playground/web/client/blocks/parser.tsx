import {
  SurfaceRenderer,
  type ActionsBlock,
  type Block,
  type BlockContext,
  type ButtonElement,
  type CalloutBlock,
  type CheckboxElement,
  type ContextBlock,
  type DatePickerElement,
  type ImageBlock,
  type ImageElement,
  type InputBlock,
  type LinearScaleElement,
  type Markdown,
  type MultiStaticSelectElement,
  type MultiUsersSelectElement,
  type OverflowElement,
  type PlainText,
  type PlainTextInputElement,
  type RadioButtonElement,
  type SectionBlock,
  type StaticSelectElement,
  type TimePickerElement,
  type ToggleSwitchElement,
  type UsersSelectElement,
} from '@rocket.chat/ui-kit';
import { Fragment, type ReactNode } from 'react';
import { BlockButton } from './button';
import { ManyOf, OneOf } from './choices';
import { LinearScale, MomentInput, TextInput } from './entry';
import { Callout, Input, Picture, Section } from './layout';
import { Overflow } from './overflow';
import { PeopleSelect, PersonSelect } from './person-select';
import { StaticSelect } from './select';
import { SURFACES, type SurfaceKind } from './surfaces';
import { TextOf } from './text-object';
import { Unsupported } from './unsupported';

/** How the page calls the surfaces when it has to say that something does not fit there. */
const CALLED = { message: 'message', modal: 'modal', contextual_bar: 'contextual bar' } as const;

/** Rocket.Chat's own parser of blocks, with this page's way to draw each of them. Method names are the types of blocks and elements. */
export class BlockParser extends SurfaceRenderer<ReactNode> {
  constructor(private readonly kind: SurfaceKind) {
    super([...SURFACES[kind]]);
  }

  /** Draws blocks; one that does not belong there, or that nobody knows, becomes an error that can be seen. */
  draw(blocks: readonly Block[]): ReactNode {
    return blocks.map((block, at) => {
      const drawn = this.render([block]);
      const isHiddenOnPurpose = block.type === 'conditional';
      const shown =
        drawn.length > 0 || isHiddenOnPurpose ? drawn : [<Unsupported key="unsupported" type={block.type} place={CALLED[this.kind]} />];
      return <Fragment key={at}>{shown}</Fragment>;
    });
  }

  plain_text(text: PlainText): ReactNode {
    return <TextOf text={text} />;
  }

  mrkdwn(text: Markdown): ReactNode {
    return <TextOf text={text} />;
  }

  section({ text, fields = [], accessory, blockId, appId }: SectionBlock, _context: BlockContext, index: number): ReactNode {
    const texts = [text, ...fields].map((one, at) => one && <TextOf key={at} text={one} />);
    const beside = accessory && this.renderSectionAccessoryBlockElement({ ...place(blockId, appId), ...accessory }, 0);
    return (
      <Section key={index} texts={texts}>
        {accessory && this.orError(beside, accessory.type, 'section')}
      </Section>
    );
  }

  actions({ elements, blockId, appId }: ActionsBlock, _context: BlockContext, index: number): ReactNode {
    return (
      <div key={index} className="block-actions">
        {elements.map((element, at) => (
          <Fragment key={at}>
            {this.orError(this.renderActionsBlockElement({ ...place(blockId, appId), ...element }, at), element.type, 'block of actions')}
          </Fragment>
        ))}
      </div>
    );
  }

  context({ elements }: ContextBlock, _context: BlockContext, index: number): ReactNode {
    return (
      <div key={index} className="block-context">
        {elements.map((element, at) => (
          <Fragment key={at}>{this.orError(this.renderContextBlockElement(element, at), element.type, 'context')}</Fragment>
        ))}
      </div>
    );
  }

  divider(_block: unknown, _context: BlockContext, index: number): ReactNode {
    return <hr key={index} />;
  }

  input(block: InputBlock, _context: BlockContext, index: number): ReactNode {
    const element = { ...place(block.blockId, block.appId), ...block.element };
    return (
      <Input key={index} block={block}>
        {this.orError(this.renderInputBlockElement(element, 0), element.type, 'input')}
      </Input>
    );
  }

  image(block: ImageBlock | ImageElement, _context: BlockContext, index: number): ReactNode {
    return <Picture key={index} {...block} />;
  }

  callout(block: CalloutBlock, _context: BlockContext, index: number): ReactNode {
    const { accessory, blockId, appId } = block;
    return (
      <Callout key={index} block={block}>
        {accessory && this.renderSectionAccessoryBlockElement({ ...place(blockId, appId), ...accessory }, 0)}
      </Callout>
    );
  }

  button(element: ButtonElement): ReactNode {
    return <BlockButton element={element} />;
  }

  overflow(element: OverflowElement): ReactNode {
    return <Overflow element={element} />;
  }

  static_select(element: StaticSelectElement, context: BlockContext): ReactNode {
    return <StaticSelect element={element} context={context} />;
  }

  multi_static_select(element: MultiStaticSelectElement, context: BlockContext): ReactNode {
    return <ManyOf element={element} context={context} />;
  }

  users_select(element: UsersSelectElement, context: BlockContext): ReactNode {
    return <PersonSelect element={element} context={context} />;
  }

  multi_users_select(element: MultiUsersSelectElement, context: BlockContext): ReactNode {
    return <PeopleSelect element={element} context={context} />;
  }

  checkbox(element: CheckboxElement, context: BlockContext): ReactNode {
    return <ManyOf element={element} context={context} />;
  }

  toggle_switch(element: ToggleSwitchElement, context: BlockContext): ReactNode {
    return <ManyOf element={element} context={context} />;
  }

  radio_button(element: RadioButtonElement, context: BlockContext): ReactNode {
    return <OneOf element={element} context={context} />;
  }

  plain_text_input(element: PlainTextInputElement, context: BlockContext): ReactNode {
    return <TextInput element={element} context={context} />;
  }

  datepicker(element: DatePickerElement, context: BlockContext): ReactNode {
    return <MomentInput element={element} context={context} />;
  }

  time_picker(element: TimePickerElement, context: BlockContext): ReactNode {
    return <MomentInput element={element} context={context} />;
  }

  linear_scale(element: LinearScaleElement, context: BlockContext): ReactNode {
    return <LinearScale element={element} context={context} />;
  }

  private orError(drawn: ReactNode, type: string, where: string): ReactNode {
    return drawn ?? <Unsupported type={type} place={where} />;
  }
}

/** An element that does not name its block belongs to the one it stands in. */
const place = (blockId: string | undefined, appId: string | undefined): { blockId: string; appId: string } => ({
  blockId: blockId ?? '',
  appId: appId ?? '',
});
