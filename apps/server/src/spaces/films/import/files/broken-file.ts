/** A file that cannot be read any further, or not at all: in words for whoever brought it. What was read of it before holds. */
export class BrokenFile extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BrokenFile";
  }
}
