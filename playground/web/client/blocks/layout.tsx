import type { CalloutBlock, ImageBlock, InputBlock } from '@rocket.chat/ui-kit';
import { useContext, useId, type ReactNode } from 'react';
import { safeLink } from '../markdown/safe-link';
import { Field, Surface } from './surface-state';
import { TextOf } from './text-object';

/** @param props.children what stands beside the texts */
export function Section({ texts, children }: { readonly texts: readonly ReactNode[]; readonly children: ReactNode }): ReactNode {
  const [main, ...fields] = texts;
  return (
    <div className="block-section">
      <div className="block-section-texts">
        {main}
        {fields.length > 0 && <div className="block-fields">{fields}</div>}
      </div>
      {children}
    </div>
  );
}

/** An input with its label, its hint, and what is wrong with it. */
export function Input({ block, children }: { readonly block: InputBlock; readonly children: ReactNode }): ReactNode {
  const id = useId();
  const error = useContext(Surface).errors[block.element.actionId];
  const field = { labelledBy: `${id}-label`, describedBy: `${id}-more`, invalid: error !== undefined };
  return (
    <div className="block-input">
      <div className="label" id={field.labelledBy}>
        {block.label.text}
        {block.optional && <span className="optional"> (optional)</span>}
      </div>
      <Field value={field}>{children}</Field>
      <div id={field.describedBy}>
        {error !== undefined && (
          <div className="field-error" role="alert">
            {error}
          </div>
        )}
        {block.hint && <div className="hint">{block.hint.text}</div>}
      </div>
    </div>
  );
}

export function Picture({ imageUrl, altText, title }: Pick<ImageBlock, 'imageUrl' | 'altText' | 'title'>): ReactNode {
  const src = safeLink(imageUrl);
  return (
    <figure className="block-image">
      {title && <figcaption>{title.text}</figcaption>}
      {src === undefined ? altText : <img src={src} alt={altText} />}
    </figure>
  );
}

/** @param props.children what stands beside the text */
export function Callout({ block, children }: { readonly block: CalloutBlock; readonly children: ReactNode }): ReactNode {
  return (
    <div className={`callout callout-${block.variant ?? 'info'}`}>
      <div>
        {block.title && (
          <strong>
            <TextOf text={block.title} />
          </strong>
        )}
        <TextOf text={block.text} />
      </div>
      {children}
    </div>
  );
}
