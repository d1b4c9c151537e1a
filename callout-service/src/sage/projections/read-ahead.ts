/**
 * The same pages, each asked for while the one before is worked on: reading and comparing take about as long as each
 * other. Two pages are in memory.
 */
export async function* readAhead<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  const reading = pages[Symbol.asyncIterator]();
  let next = ask(reading);
  try {
    for (;;) {
      const page = await next;
      if (page.done === true) return;
      next = ask(reading);
      yield page.value;
    }
  } finally {
    // Whoever stops early does not hear of what became of the page that was under way.
    await next.catch(() => undefined);
    await reading.return?.();
  }
}

function ask<Page>(reading: AsyncIterator<Page>): Promise<IteratorResult<Page, unknown>> {
  const next = reading.next();
  next.catch(() => undefined); // it is awaited, but perhaps only later
  return next;
}
