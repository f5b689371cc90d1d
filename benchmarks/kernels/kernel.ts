/** A kernel: a name, how many calls one sample makes, and the sample. */
export interface Kernel {
  name: string;
  batch: number;
  run: () => void;
}
