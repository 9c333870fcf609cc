/** Lets one in at a time, in the order they came. */
export class Turns {
  private busy = false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly patience: number,
    private readonly onTooLong: () => Error,
  ) {}

  /** Resolves when it is the caller's turn, who must then `leave`. */
  async enter(): Promise<void> {
    if (!this.busy) {
      this.busy = true;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(this.onTooLong());
      }, this.patience);
      this.waiting.push(enter);
    });
  }

  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.busy = false;
  }
}
