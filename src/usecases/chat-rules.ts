import type { RightsPolicy } from './authorise';
import type { Policy } from './ticket-request';

/** What use cases follow that somebody in the chat starts. */
export interface ChatRules {
  readonly policy: Policy;
  readonly rights: RightsPolicy;
  /** Where people's browsers find OTOBO, without a slash at the end. */
  readonly publicUrl?: string;
}
