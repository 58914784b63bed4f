/** Where a verb writes: results for whoever reads them, messages for people. */
export interface Output {
  /** Resolves when the text or the bytes have been taken over, so that a slow reader slows the writer. */
  result(content: string | Uint8Array): Promise<void>;
  message(sentence: string): void;
}

/** Results on stdout, messages on stderr. A reader that leaves early, such as `head`, ends the process. */
export const output: Output = {
  result: (content) =>
    new Promise((resolve, reject) => {
      process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
    }),
  message: (sentence) => {
    process.stderr.write(`${sentence}\n`);
  },
};

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
