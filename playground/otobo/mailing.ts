import type { Change, Helpdesk } from './helpdesk';
import { fullName } from './people';
import type { Agent, Article, Queue, Ticket } from './records';

export interface Answer {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly historyComment?: string;
}

/** Writes an article that the customer sees, and sends it as a mail from the queue's address with the agent's name. */
export function mailArticle(helpdesk: Helpdesk, ticket: Ticket, { to, body, ...answer }: Answer, change: Change): Article {
  const from = sender(change.by, helpdesk.queue(ticket.queue));
  const subject = mailSubject(ticket, answer.subject);
  const article = helpdesk.addArticle(
    ticket,
    {
      channel: 'Email',
      senderType: 'agent',
      visibleForCustomer: true,
      from,
      to,
      subject,
      body,
      historyType: 'SendAnswer',
      historyComment: answer.historyComment ?? `%%${to}`,
    },
    change,
  );
  helpdesk.mails.push({ from, to, subject, body, ticketId: ticket.id, articleId: article.id, sentAt: article.createdAt });
  return article;
}

/** A name of other than plain characters is quoted, as Perl's mail modules do it. */
function sender(agent: Agent, { name, systemAddress }: Queue): string {
  const phrase = `${fullName(agent)} via ${name}`;
  return `${/^[\w !#$%&'*+/=?^{|}~-]*$/.test(phrase) ? phrase : `"${phrase}"`} <${systemAddress}>`;
}

/** The ticket's number in front, by which an answer finds its way back; one that is there already, and `Re:`, are not repeated. */
function mailSubject({ number }: Ticket, subject: string): string {
  const bare = subject.replace(new RegExp(`\\[?Ticket#${number}\\]?\\s*`, 'g'), '').replace(/^(Re(\[\d+\])?:\s)+/i, '');
  return `Re: [Ticket#${number}] ${bare.trim()}`;
}
