/** An article, as far as people in the chat are told of it. */
export interface Article {
  readonly id: string;
  /** As in a mail's header. */
  readonly from: string;
  readonly subject: string;
  /** Plain text; of HTML, what people read. */
  readonly body: string;
  readonly visibleForCustomer: boolean;
  /** Milliseconds since the epoch; 0 where OTOBO does not say. */
  readonly at: number;
}
