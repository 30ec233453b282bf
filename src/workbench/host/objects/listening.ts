// The hidden methods with which Office.js says that somebody listens to an event of an object.
import type { Scene } from '../scene';

/** _RegisterXxx and _UnregisterXxx for a type's events; `target` is where its events are addressed to. */
export function listeners<At>(target: (self: At) => string, events: Readonly<Record<string, number>>): Record<string, (self: At, args: readonly unknown[], scene: Scene) => null> {
  return Object.fromEntries(Object.entries(events).flatMap(([name, event]) => [true, false].map((on): [string, (self: At, args: readonly unknown[], scene: Scene) => null] => [
    `_${on ? 'Register' : 'Unregister'}${name}`,
    (self, _args, scene) => {
      scene.listen(event, target(self), on);
      return null;
    },
  ])));
}
