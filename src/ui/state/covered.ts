/** What a riddle keeps to itself until its card has been handed in. */
import type { LabState } from './lab-store.ts'

/**
 * Id of the host whose policy is still to be found out; null for none. Whoever shows what a server
 * has asked, found or been set to leaves this one out: a sender hears replies and nothing else.
 */
export function coveredHost({
  scenario,
  handedIn,
}: Pick<LabState, 'scenario' | 'handedIn'>): string | null {
  return handedIn ? null : (scenario.mystery?.host ?? null)
}
