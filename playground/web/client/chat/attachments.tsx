import type { ReactNode } from 'react';
import { MessageText } from '../markdown/message-text';
import { safeLink } from '../markdown/safe-link';
import { Icon } from '../parts/icon';
import type { Attachment } from './shapes';

/** Files of this server have a path, everything else an address. */
const linkOf = (link: string): string | undefined => (link.startsWith('/file-upload/') ? link : safeLink(link));

export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }): ReactNode {
  return attachments.map((attachment, at) => <One key={at} attachment={attachment} />);
}

function One({ attachment }: { readonly attachment: Attachment }): ReactNode {
  const { title, title_link: link, text, description, author_name: author, fields = [] } = attachment;
  const href = link === undefined ? undefined : linkOf(link);
  return (
    <div className="attachment">
      {author !== undefined && <div className="attachment-author">{author}</div>}
      {title !== undefined && (
        <div className="attachment-title">
          <Icon name="file-generic" /> {href === undefined ? title : <a href={href}>{title}</a>}
        </div>
      )}
      {description !== undefined && <MessageText text={description} />}
      {text !== undefined && <MessageText text={text} />}
      {fields.length > 0 && (
        <dl>
          {fields.map((field) => (
            <div key={field.title}>
              <dt>{field.title}</dt>
              <dd>
                <MessageText text={field.value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
