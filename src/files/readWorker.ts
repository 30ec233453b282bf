// The script of the Worker that reads files beside the pane. Knows the messages and nothing of the pane.
import { answerReading } from './answerReading';
import type { ReadingAnswer, ReadingQuestion } from './readAnswers';

/** As much of a Worker's inside as is used here. */
interface WorkerInside {
  onmessage: ((event: { readonly data: ReadingQuestion }) => void) | null;
  readonly postMessage: (answer: ReadingAnswer) => void;
}

const inside = self as unknown as WorkerInside;
inside.onmessage = ({ data }) => {
  void answerReading(data, (answer) => inside.postMessage(answer));
};
inside.postMessage({ kind: 'ready' });
