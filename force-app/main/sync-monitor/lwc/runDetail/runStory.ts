import { gql } from 'lightning/graphql';
import type { GraphQLResult } from 'lightning/graphql';
import type { SyncRun } from 'c/syncRun';

/** The line of the sync log of one run; it is written after the run has ended. */
export const STORY_QUERY = gql`
  query SageRunStory($runKey: String) {
    uiapi {
      query {
        Sync_Log__c(where: { Run_Key__c: { like: $runKey } }, first: 1) {
          edges {
            node {
              Id
              Story__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** What the run's key begins with, for `like`. */
export function storyVariables({ pair, runId }: SyncRun): { readonly runKey: string } {
  return { runKey: `run:${pair}:${runId}:%` };
}

/** The lines of the story; undefined while it is not known, empty where none is written. */
export function readStory({ data, errors }: GraphQLResult): readonly string[] | undefined {
  if (errors !== undefined && errors.length > 0) return [];
  if (data === undefined || data === null) return undefined;
  const edges: unknown = ['uiapi', 'query', 'Sync_Log__c', 'edges'].reduce(memberOf, data);
  const first: unknown = Array.isArray(edges) ? edges[0] : undefined;
  const story = ['node', 'Story__c', 'value'].reduce(memberOf, first);
  return typeof story === 'string' ? linesOf(story) : [];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The list on the page numbers them by itself. */
function linesOf(story: string): readonly string[] {
  return story
    .split('\n')
    .map((line) => line.replace(/^\d+\. /, '').trim())
    .filter((line) => line !== '');
}
