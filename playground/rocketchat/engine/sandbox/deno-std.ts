/**
 * The three functions of Deno's standard library that the Apps-Engine's runtime uses, written here because the library is not on
 * npm and the playground downloads nothing else.
 */

interface Writer {
  write(bytes: Uint8Array): Promise<number>;
}

/** Writes all bytes, however many calls of `write` that takes. */
export async function writeAll(writer: Writer, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) written += await writer.write(bytes.subarray(written));
}

/** `--name value` pairs as an object; the runtime is started with nothing else. */
export function parseArgs(args: string[]): Record<string, string | number> {
  const parsed: Record<string, string | number> = {};
  args.forEach((arg, at) => {
    if (!arg.startsWith('--')) return;
    const value = args[at + 1] ?? '';
    parsed[arg.slice(2)] = /^\d+$/.test(value) ? Number(value) : value;
  });
  return parsed;
}

/** Everything a stream delivers, as one buffer. */
export async function toArrayBuffer(stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
  return new Response(stream).arrayBuffer();
}
