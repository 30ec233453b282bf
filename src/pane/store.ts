// A state that is watched: what the screens draw from, outside of React. Knows nothing of what it holds.

/** A state with those who want to hear of its changes. */
export interface Store<State> {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store that its owner writes to. */
export class WritableStore<State> implements Store<State> {
  private readonly listeners = new Set<() => void>();

  constructor(private state: State) {}

  readonly getState = (): State => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes a new state and tells everyone; the same one is no news. */
  set(state: State): void {
    if (state === this.state) return;
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}
