const length = 8;

/** A replay id as clients get it: opaque, 8 bytes, big-endian. */
export function replayIdBytes(replayId: bigint): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeBigUInt64BE(replayId);
  return bytes;
}

/** The replay id of a client, or undefined for bytes that are none. */
export function readReplayId(bytes: Buffer): bigint | undefined {
  return bytes.length === length ? bytes.readBigUInt64BE() : undefined;
}
