/** What stands on top of a demonstration's pages; a real house has none. */
export abstract class DemoControl {
  /** Null in a real house. */
  abstract bar(): Promise<object | null>;
}

export class NoDemo extends DemoControl {
  override bar(): Promise<null> {
    return Promise.resolve(null);
  }
}
