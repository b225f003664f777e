/** Something that happens once, for those who wait for it. */
export class Signal {
  happened = false;
  give: () => void = () => undefined;
  readonly given = new Promise<void>((resolve) => {
    this.give = () => {
      this.happened = true;
      resolve();
    };
  });
}
