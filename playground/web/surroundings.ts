/** What the page cannot find out by looking at the two servers. */
export interface Surroundings {
  /** `null`: OTOBO is a real one and no part of the page. */
  readonly otoboUrl: string | null;
}
