import { z } from 'zod';

const sessionAnswer = z.object({ accessToken: z.string(), userId: z.string() });

/** The org opens a session from memory; only one that hangs takes longer. */
const OPENING_LIMIT_MS = 10_000;

/** A session of one user in the local org. */
export type OrgSession = z.infer<typeof sessionAnswer>;

/** Sessions in the local org, opened when first needed. */
export interface OrgSessions {
  /** @throws Error when the org does not answer or does not know the user. */
  of(username: string): Promise<OrgSession>;
  /** Forgets a session that the org no longer accepts. */
  drop(username: string): void;
}

/** Opens sessions through the local org's control plane (`POST /sessions`), which asks no password. */
export function orgSessions(orgControlUrl: string): OrgSessions {
  const sessions = new Map<string, Promise<OrgSession>>();
  return {
    of(username) {
      const present = sessions.get(username);
      if (present) return present;
      const opening = open(orgControlUrl, username);
      sessions.set(username, opening);
      opening.catch(() => sessions.delete(username));
      return opening;
    },
    drop: (username) => void sessions.delete(username)
  };
}

async function open(orgControlUrl: string, username: string): Promise<OrgSession> {
  const response = await fetch(new URL('/sessions', orgControlUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username }),
    signal: AbortSignal.timeout(OPENING_LIMIT_MS)
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The org opened no session for ${username}: ${response.status} ${text}`);
  return sessionAnswer.parse(JSON.parse(text));
}
