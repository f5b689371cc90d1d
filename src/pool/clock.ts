/** When to end: a deadline or an interrupt, whichever is first. The clock acts only between steps, through one shared flag. */
import type { StopReason } from './stop-reason.ts';

export interface Clock {
  /** shared with workers: non-zero once struck */
  flag: Int32Array;
  struck(): boolean;
  /** resolves when struck; never rejects */
  whenStruck: Promise<void>;
  reason(): Extract<StopReason, 'deadline' | 'interrupted'> | null;
  elapsedSeconds(): number;
  stop(): void;
}

export function startClock(timeSeconds: number | undefined, interrupt: AbortSignal | undefined): Clock {
  const started = performance.now();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  let reason: ReturnType<Clock['reason']> = null;
  let ring = (): void => {};
  const whenStruck = new Promise<void>((resolve) => {
    ring = resolve;
  });
  const strike = (why: 'deadline' | 'interrupted') => (): void => {
    reason ??= why;
    Atomics.store(flag, 0, 1);
    ring();
  };
  const onAbort = strike('interrupted');
  if (interrupt?.aborted) onAbort();
  interrupt?.addEventListener('abort', onAbort);
  const timer = timeSeconds === undefined ? undefined : setTimeout(strike('deadline'), timeSeconds * 1000);
  return {
    flag,
    struck: () => reason !== null,
    whenStruck,
    reason: () => reason,
    elapsedSeconds: () => (performance.now() - started) / 1000,
    stop() {
      clearTimeout(timer);
      interrupt?.removeEventListener('abort', onAbort);
    },
  };
}
